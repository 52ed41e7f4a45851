//! Claims with their appearances, and citations.

use std::collections::HashMap;

use super::fold::folded;
use super::sources::values;
use super::{Keys, Loader, Outcome, given, id_of};

/// Source, locator, quote.
type Appearance = (String, Option<String>, Option<String>);

impl Loader<'_> {
    fn further_appearances(&mut self) -> Outcome<HashMap<String, Vec<Appearance>>> {
        let mut further: HashMap<String, Vec<Appearance>> = HashMap::new();
        self.each("appearances.csv", |_, row| {
            let own = |cell: &str| given(cell).map(str::to_owned);
            let appearance = (row[1].to_owned(), own(&row[2]), own(&row[3]));
            further.entry(row[0].to_owned()).or_default().push(appearance);
            Ok(())
        })?;
        Ok(further)
    }

    pub(crate) fn load_claims(&mut self) -> Outcome<()> {
        let further = self.further_appearances()?;
        let mut claim = self.insert(
            "claim (id, key, statement, claimant, claimed_on, nature, priority, logged_by, note, version)",
        )?;
        let mut appearance =
            self.insert("appearance (claim_id, position, source_id, locator, quote)")?;
        let mut tag = self.insert("claim_tag (claim_id, position, tag)")?;
        let mut shadow = self.insert("search_text (id, text)")?;
        let mut keys = Keys::new();
        self.each("claims.csv", |loader, row| {
            let id = keys.len() as u32 + 1;
            keys.insert(row[0].into(), id);
            let nature = given(&row[4]).unwrap_or("fact");
            let priority = given(&row[5]).unwrap_or("normal");
            claim.run(&[
                &id,
                &&row[0],
                &&row[1],
                &given(&row[2]),
                &given(&row[3]),
                &nature,
                &priority,
                &given(&row[9]),
                &given(&row[11]),
                &1,
            ])?;
            let first = given(&row[6]).map(|source| (source, given(&row[7]), given(&row[8])));
            let more = further.get(&row[0]).into_iter().flatten();
            let more =
                more.map(|(source, at, quote)| (source.as_str(), at.as_deref(), quote.as_deref()));
            let mut works: Vec<_> = first.into_iter().collect();
            for work in more {
                if !works.contains(&work) {
                    works.push(work);
                }
            }
            for (position, (source, at, quote)) in (0_i64..).zip(&works) {
                appearance.run(&[&id, &position, &id_of(&loader.sources, source)?, at, quote])?;
            }
            let tags: Vec<_> = values(&row[10]).collect();
            for (position, name) in (0_i64..).zip(&tags) {
                tag.run(&[&id, &position, name])?;
            }
            let digest = loader.digest.begin("claim").text(&row[0]).text(&row[1]);
            digest.optional(given(&row[2])).optional(given(&row[3])).text(nature).text(priority);
            digest.number(works.len());
            for (source, at, quote) in &works {
                digest.text(source).optional(*at).optional(*quote);
            }
            digest.optional(given(&row[9])).number(tags.len());
            digest.texts(tags.iter().copied());
            digest.optional(given(&row[11])).add();
            let texts = [Some(&row[1]), given(&row[2]), given(&row[11])];
            folded(texts.into_iter().chain(works.iter().map(|work| work.2)), &mut loader.shadow);
            Ok(shadow.run(&[&(i64::from(id) * 4), &loader.shadow])?)
        })?;
        self.claims = keys;
        Ok(())
    }

    pub(crate) fn load_citations(&mut self) -> Outcome<()> {
        let mut citation = self.insert(
            "citation (id, claim_id, source_id, stance, locator, quote, credibility, note, version)",
        )?;
        let mut attribution = self.insert("attribution (citation_id, position, source_id)")?;
        let mut shadow = self.insert("search_text (id, text)")?;
        let mut id = 0_i64;
        self.each("citations.csv", |loader, row| {
            id += 1;
            let claim = id_of(&loader.claims, &row[0])?;
            let source = id_of(&loader.sources, &row[1])?;
            let stance = given(&row[2]).unwrap_or("supports");
            let credibility = given(&row[6]).map(str::parse::<i64>).transpose()?;
            citation.run(&[
                &id,
                &claim,
                &source,
                &stance,
                &given(&row[3]),
                &given(&row[4]),
                &credibility,
                &given(&row[7]),
                &1,
            ])?;
            for (position, origin) in (0_i64..).zip(values(&row[5])) {
                attribution.run(&[&id, &position, &id_of(&loader.sources, origin)?])?;
            }
            let digest = loader.digest.begin("citation").text(&row[0]).text(&row[1]).text(stance);
            digest
                .optional(given(&row[3]))
                .optional(given(&row[4]))
                .number(values(&row[5]).count());
            digest.texts(values(&row[5]));
            digest.optional(given(&row[6])).optional(given(&row[7])).add();
            folded([given(&row[4]), given(&row[7])], &mut loader.shadow);
            if !loader.shadow.is_empty() {
                shadow.run(&[&(id * 4 + 2), &loader.shadow])?;
            }
            Ok(())
        })
    }
}
