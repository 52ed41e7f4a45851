//! Puts a mask before the tables of a connection.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::super::embedded::explained;
use super::super::engine::{Statement, params};
use super::super::search_text::{Entity, of_claim, of_source};
use super::super::{Store, Stored, source};
use super::Mask;
use super::shadows::SHADOWS;
use super::tables::{CONSEQUENCES, TABLES};
use crate::domain::{Confidentiality, Credit, Key, Name, Source};
use crate::error::Result;

impl Store {
    /// Lets every later query see the casebook through the mask, as it is at one moment.
    pub(super) fn hide(&mut self, mask: &Mask) -> Result<()> {
        let run = |sql: &str| self.engine.connection.execute_batch(sql).map_err(explained);
        // What is withheld must not reach a disk by the way of temporary files.
        run("PRAGMA temp_store = memory; PRAGMA query_only = 0; BEGIN")?;
        run(TABLES)?;
        for shadow in SHADOWS {
            run(&format!("CREATE TEMP VIEW {} AS {}", shadow.table, shadow.select))?;
        }
        self.fill(mask)?;
        // The views last as long as the connection, whatever becomes of the moment.
        run("COMMIT; PRAGMA query_only = 1; BEGIN")?;
        self.engine.is_outside = true;
        Ok(())
    }

    fn fill(&self, mask: &Mask) -> Result<()> {
        let mut batch = Vec::new();
        for stored in &mask.sources {
            batch.push(numbered("withheld_source", stored.id));
            if stored.record.confidentiality == Confidentiality::Confidential {
                batch.push(numbered("confidential_source", stored.id));
            }
            batch.push(stand_in(stored));
        }
        batch.extend(mask.cut.iter().map(|key| with_key("cut_source", key)));
        batch.extend(mask.carriers.iter().map(|key| with_key("carrier_source", key)));
        batch.extend(mask.variables.iter().map(|(id, name)| {
            let sql = "INSERT OR IGNORE INTO temp.withheld_variable VALUES (:id, :name)";
            Statement::new(sql, params! { id: *id, name: name.as_str() })
        }));
        batch.extend(mask.aliases.iter().map(|spelling| {
            let sql = "INSERT INTO temp.withheld_alias VALUES (:spelling)";
            Statement::new(sql, params! { spelling: spelling.as_str() })
        }));
        batch.extend(mask.distinctions.iter().map(|(voice, other)| {
            let sql = "INSERT INTO temp.withheld_distinction VALUES (:voice, :other)";
            Statement::new(sql, params! { voice: voice.as_str(), other: other.as_str() })
        }));
        self.credit(mask, &mut batch)?;
        batch.extend(CONSEQUENCES.iter().map(|sql| Statement::new(*sql, params! {})));
        self.engine.run(&batch).map_err(explained)?;
        self.index_words()
    }

    /// Credits the stand-ins of creators. Those that the casebook does not have as creators already, for
    /// an open source may credit one, get numbers behind all others.
    fn credit(&self, mask: &Mask, batch: &mut Vec<Statement>) -> Result<()> {
        let sql = "SELECT coalesce(max(id), 0) + 1 AS number FROM main.creator";
        let mut next = self.number(sql, params! {})?;
        let mut numbers: HashMap<(&Name, bool), i64> = HashMap::new();
        for Stored { id, record, .. } in &mask.sources {
            for (position, credit) in (0_i64..).zip(&record.creators) {
                let number = match numbers.entry((&credit.name, credit.unnamed)) {
                    Entry::Occupied(known) => *known.get(),
                    Entry::Vacant(place) => *place.insert(match self.creator_number(credit)? {
                        Some(number) => number,
                        None => {
                            batch.push(new_creator(next, credit));
                            next += 1;
                            next - 1
                        }
                    }),
                };
                batch.push(Statement::new(
                    "INSERT INTO temp.stand_in_role VALUES (:id, :position, :creator, :role)",
                    params! { id: *id, position: position, creator: number,
                    role: credit.role.as_str() },
                ));
            }
        }
        Ok(())
    }

    fn creator_number(&self, credit: &Credit) -> Result<Option<i64>> {
        let sql = "SELECT id FROM main.creator WHERE name = :name AND unnamed = :unnamed";
        let mut number = None;
        let parameters = params! { name: credit.name.as_written(),
        unnamed: i64::from(credit.unnamed) };
        self.each_id(sql, parameters, |id| number = Some(id))?;
        Ok(number)
    }

    /// Makes what is seen of the records whose words are withheld ready for search.
    fn index_words(&self) -> Result<()> {
        let mut withheld = Vec::new();
        self.each_id("SELECT id FROM temp.withheld_text", params! {}, |id| withheld.push(id))?;
        let mut batch = Vec::new();
        for row in withheld {
            let text = match row % 4 {
                code if code == Entity::Claim as i64 => {
                    of_claim(&self.claim_numbered(row / 4)?.record)
                }
                code if code == Entity::Source as i64 => {
                    let Some(key) = self.source_keys(&[row / 4])?.pop() else { continue };
                    of_source(&self.source(&key)?.record)
                }
                // Of a citation no words are left.
                _ => continue,
            };
            batch.push(Statement::new(
                "INSERT INTO temp.search_index (rowid, text) VALUES (:id, :text)",
                params! { id: row, text: text },
            ));
        }
        self.engine.run(&batch).map_err(explained)
    }
}

fn numbered(table: &'static str, id: i64) -> Statement {
    Statement::new(format!("INSERT INTO temp.{table} VALUES (:id)"), params! { id: id })
}

fn new_creator(number: i64, credit: &Credit) -> Statement {
    Statement::new(
        "INSERT INTO temp.stand_in_creator VALUES (:id, :name, :unnamed, :voice)",
        params! { id: number, name: credit.name.as_written(),
        unnamed: i64::from(credit.unnamed), voice: credit.name.voice() },
    )
}

fn with_key(table: &'static str, key: &Key) -> Statement {
    let sql = format!("INSERT INTO temp.{table} SELECT id FROM main.source WHERE key = :key");
    Statement::new(sql, params! { key: key.as_str() })
}

fn stand_in(stored: &Stored<Source>) -> Statement {
    let mut parameters = source::columns(&stored.record);
    parameters.extend(params! { id: stored.id, key: stored.record.key.as_str(),
    version: stored.version });
    Statement::new(
        "INSERT INTO temp.stand_in_source
         VALUES (:id, :key, :kind, :title, :container, :publisher, :issued, :url, :archived_url,
                 :accessed, :language, :jurisdiction, :pages, :lineage, :standing, :grade,
                 :confidentiality, :note, :version)",
        parameters,
    )
}
