//! Sources and lineage.

use std::collections::HashMap;

use csv::StringRecord;
use twosource::domain::{normal_doi, normal_ecli, strong_identifier_of_url};
use unicode_normalization::UnicodeNormalization;

use super::fold::folded;
use super::{Insert, Keys, Loader, Outcome, given, id_of};

struct Inserts<'c> {
    source: Insert<'c>,
    creator: Insert<'c>,
    role: Insert<'c>,
    identifier: Insert<'c>,
    strong: Insert<'c>,
    tag: Insert<'c>,
    shadow: Insert<'c>,
    creators: HashMap<(Box<str>, bool), u32>,
}

impl Inserts<'_> {
    fn creator(&mut self, name: &str, unnamed: bool) -> Outcome<u32> {
        let id = self.creators.len() as u32 + 1;
        let known = *self.creators.entry((name.into(), unnamed)).or_insert(id);
        if known == id {
            let voice: String = name.nfc().collect();
            self.creator.run(&[&id, &name, &unnamed, &voice])?;
        }
        Ok(known)
    }
}

impl<'c> Loader<'c> {
    fn inserts(&self) -> Outcome<Inserts<'c>> {
        Ok(Inserts {
            source: self.insert(
                "source (id, key, kind, title, container, publisher, issued, url, archived_url, \
                 accessed, language, lineage, standing, grade, confidentiality, note, version)",
            )?,
            creator: self.insert("creator (id, name, unnamed, voice)")?,
            role: self.insert("creator_role (source_id, position, creator_id, role)")?,
            identifier: self.insert("identifier (source_id, position, scheme, value)")?,
            strong: self.insert("strong_identifier (source_id, name)")?,
            tag: self.insert("source_tag (source_id, position, tag)")?,
            shadow: self.insert("search_text (id, text)")?,
            creators: HashMap::new(),
        })
    }

    pub(crate) fn load_sources(&mut self) -> Outcome<()> {
        let mut to = self.inserts()?;
        let mut keys = Keys::new();
        self.each("sources.csv", |loader, row| {
            let id = keys.len() as u32 + 1;
            keys.insert(row[0].into(), id);
            let lineage = given(&row[12]).unwrap_or("unknown");
            let standing = given(&row[13]).unwrap_or("active");
            to.source.run(&[
                &id,
                &&row[0],
                &&row[1],
                &&row[2],
                &given(&row[4]),
                &given(&row[5]),
                &given(&row[6]),
                &given(&row[7]),
                &given(&row[8]),
                &given(&row[9]),
                &given(&row[10]),
                &lineage,
                &standing,
                &given(&row[14]),
                &"open",
                &given(&row[16]),
                &1,
            ])?;
            let credits: Vec<_> = values(&row[3]).map(credit).collect();
            let identifiers: Vec<_> =
                values(&row[11]).filter_map(|text| text.split_once(':')).collect();
            let tags: Vec<_> = values(&row[15]).collect();
            for (position, (role, name, unnamed)) in (0_i64..).zip(&credits) {
                let creator = to.creator(name, *unnamed)?;
                to.role.run(&[&id, &position, &creator, role])?;
            }
            for (position, (scheme, value)) in (0_i64..).zip(&identifiers) {
                to.identifier.run(&[&id, &position, scheme, value])?;
            }
            for name in strong(&identifiers, &row[7], &row[8]) {
                to.strong.run(&[&id, &name])?;
            }
            for (position, tag) in (0_i64..).zip(&tags) {
                to.tag.run(&[&id, &position, tag])?;
            }
            loader.describe(row, &credits, &identifiers, &tags);
            Ok(to.shadow.run(&[&(i64::from(id) * 4 + 1), &loader.shadow])?)
        })?;
        self.sources = keys;
        Ok(())
    }

    /// Digest and shadow text of a source.
    fn describe(
        &mut self,
        row: &StringRecord,
        credits: &[(&str, &str, bool)],
        identifiers: &[(&str, &str)],
        tags: &[&str],
    ) {
        let digest = self.digest.begin("source").text(&row[0]).text(&row[1]).text(&row[2]);
        digest.number(credits.len());
        for (role, name, unnamed) in credits {
            digest.text(role).text(name).number(usize::from(*unnamed));
        }
        for column in 4..11 {
            digest.optional(given(&row[column]));
        }
        digest.optional(None).number(identifiers.len());
        for (scheme, value) in identifiers {
            digest.text(scheme).text(value);
        }
        digest
            .optional(None)
            .text(given(&row[13]).unwrap_or("active"))
            .optional(given(&row[14]))
            .text("open");
        digest.number(tags.len());
        digest.texts(tags.iter().copied());
        digest.optional(given(&row[16])).number(0).add();
        self.digest
            .begin("lineage state")
            .text(&row[0])
            .text(given(&row[12]).unwrap_or("unknown"))
            .add();
        let texts = [Some(&row[2]), given(&row[4]), given(&row[5]), given(&row[16])];
        folded(
            texts.into_iter().chain(credits.iter().map(|credit| Some(credit.1))),
            &mut self.shadow,
        );
    }

    pub(crate) fn load_lineage(&mut self) -> Outcome<()> {
        let mut to = self.insert("lineage (source_id, origin_id, relation, note, version)")?;
        self.each("lineage.csv", |loader, row| {
            let source = id_of(&loader.sources, &row[0])?;
            let origin = id_of(&loader.sources, &row[1])?;
            let relation = given(&row[2]).unwrap_or("reports");
            to.run(&[&source, &origin, &relation, &given(&row[3]), &1])?;
            let digest = loader.digest.begin("lineage").text(&row[0]).text(&row[1]);
            digest.text(relation).optional(given(&row[3])).add();
            Ok(())
        })?;
        self.derive()
    }

    /// Sources with lineage rows become derived.
    fn derive(&mut self) -> Outcome<()> {
        let having =
            "lineage = 'unknown' AND EXISTS (SELECT 1 FROM lineage WHERE source_id = source.id)";
        let mut query =
            self.connection.prepare(&format!("SELECT key FROM source WHERE {having}"))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let key = row.get_ref(0)?.as_str()?;
            self.digest.begin("lineage state").text(key).text("unknown").subtract();
            self.digest.begin("lineage state").text(key).text("derived").add();
        }
        let sql = format!("UPDATE source SET lineage = 'derived' WHERE {having}");
        Ok(self.connection.execute_batch(&sql)?)
    }
}

/// The values of a cell; the generator escapes nothing.
pub(crate) fn values(cell: &str) -> impl Iterator<Item = &str> {
    cell.split("; ").filter(|value| !value.is_empty())
}

/// Role, name, whether the name is withheld.
fn credit(text: &str) -> (&str, &str, bool) {
    let (role, rest) = text.split_once(": ").unwrap_or(("author", text));
    match rest.strip_prefix("unnamed: ") {
        Some(name) => (role, name, true),
        None => (role, rest, false),
    }
}

fn strong(identifiers: &[(&str, &str)], url: &str, archived: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (scheme, value) in identifiers {
        match *scheme {
            "doi" => names.extend(normal_doi(value).map(|doi| format!("doi:{doi}"))),
            "ecli" => names.extend(normal_ecli(value).map(|ecli| format!("ecli:{ecli}"))),
            _ => {}
        }
    }
    let page = strong_identifier_of_url(url).or_else(|| strong_identifier_of_url(archived));
    names.extend(page.map(|page| page.to_string()));
    names.sort_unstable();
    names.dedup();
    names
}
