//! Two sources made one.

use super::super::canonical_url::normal_doi;
use super::super::creator::Credit;
use super::super::identifier::Identifier;
use super::super::kept_field::kept_field;
use super::super::source::Source;
use super::super::words::{LineageState, Role, Scheme};
use super::{Settled, Settling, add_missing};

/// The source that is kept, with what the other adds to it, and what became of fields that differ.
///
/// The key of the other one and those by which it is known become further keys. Creators are taken role
/// by role. Of the confidentialities the stricter one stays. The standing is that of the one that is
/// kept: whether the two may differ in it, who calls this has to decide.
pub fn merged_source(keep: &Source, other: &Source) -> (Source, Vec<Settled>) {
    // A new field does not compile here until it is decided what becomes of it, here or below.
    let Source {
        key,
        kind,
        title,
        creators,
        container: _,
        publisher: _,
        issued: _,
        url: _,
        archived_url: _,
        accessed: _,
        language: _,
        jurisdiction: _,
        identifiers,
        pages: _,
        lineage,
        standing: _,
        grade,
        confidentiality,
        tags,
        note,
        aliases,
        variables,
    } = other;
    let (mut new, mut fields) = (keep.clone(), Settling::default());
    fields.drop("kind", &new.kind, kind);
    add_title(&mut fields, &mut new.title, title);
    add_creators(&mut fields, &mut new.creators, creators);
    add_publication(&mut fields, &mut new, other);
    if new.lineage == LineageState::Unknown && *lineage != LineageState::Unknown {
        fields.take("lineage", lineage);
        new.lineage = *lineage;
    }
    fields.optional("grade", &mut new.grade, grade);
    // The order of the words is that of the strictness.
    new.confidentiality = keep.confidentiality.max(*confidentiality);
    let laxer = keep.confidentiality.min(*confidentiality);
    fields.drop("confidentiality", &new.confidentiality, &laxer);
    fields.optional("note", &mut new.note, note);
    add_variables(&mut fields, &mut new.variables, variables);
    add_identifiers(&mut fields, &mut new.identifiers, identifiers);
    add_missing(&mut new.tags, tags, |one, other| one == other);
    new.aliases.push(key.clone());
    new.aliases.extend(aliases.iter().cloned());
    (new, fields.0)
}

/// Where and when it was issued, and where it is.
fn add_publication(fields: &mut Settling, new: &mut Source, other: &Source) {
    fields.optional("container", &mut new.container, &other.container);
    fields.optional("publisher", &mut new.publisher, &other.publisher);
    fields.optional("issued", &mut new.issued, &other.issued);
    fields.optional("url", &mut new.url, &other.url);
    fields.optional("archived_url", &mut new.archived_url, &other.archived_url);
    fields.optional("accessed", &mut new.accessed, &other.accessed);
    fields.optional("language", &mut new.language, &other.language);
    fields.optional("jurisdiction", &mut new.jurisdiction, &other.jurisdiction);
    fields.optional("pages", &mut new.pages, &other.pages);
}

/// A title may be an empty text.
fn add_title(fields: &mut Settling, to: &mut String, from: &str) {
    if from.is_empty() {
        return;
    }
    if to.is_empty() {
        fields.take("title", from);
        from.clone_into(to);
    } else {
        fields.drop("title", to, &from.to_owned());
    }
}

/// Who did what is one field for each role.
fn add_creators(fields: &mut Settling, to: &mut Vec<Credit>, from: &[Credit]) {
    let in_role = |credits: &[Credit], role: Role| -> Vec<Credit> {
        credits.iter().filter(|credit| credit.role == role).cloned().collect()
    };
    for &role in Role::ALL {
        let (kept, other) = (in_role(to, role), in_role(from, role));
        if other.is_empty() {
        } else if kept.is_empty() {
            fields.take(role.as_str(), names(&other));
            to.extend(other);
        } else {
            fields.drop(role.as_str(), &names(&kept), &names(&other));
        }
    }
}

fn names(credits: &[Credit]) -> String {
    let name = |credit: &Credit| {
        let withheld = if credit.unnamed { "unnamed: " } else { "" };
        format!("{withheld}{}", credit.name)
    };
    credits.iter().map(name).collect::<Vec<_>>().join("; ")
}

/// Those that are new are told one by one: two of one kind may be two works.
fn add_identifiers(fields: &mut Settling, to: &mut Vec<Identifier>, from: &[Identifier]) {
    let known = to.len();
    add_missing(to, from, are_same);
    to[known..].iter().for_each(|added| fields.take("identifiers", added));
}

/// Whether two identifiers are one, however it is written.
fn are_same(one: &Identifier, other: &Identifier) -> bool {
    let value = |of: &Identifier| {
        let text = of.value.trim();
        let doi = if of.scheme == Scheme::Doi { normal_doi(text) } else { None };
        doi.unwrap_or_else(|| text.to_owned())
    };
    one.scheme == other.scheme && value(one) == value(other)
}

/// Each CSL variable is a field of its own. What is kept of an entry in a library holds together: where
/// the source has such fields of a format, none of that format is added.
fn add_variables(fields: &mut Settling, to: &mut Vec<(String, String)>, from: &[(String, String)]) {
    let format = |name: &str| kept_field(name).map(|(format, _)| format.to_owned());
    let whole: Vec<String> = to.iter().filter_map(|(name, _)| format(name)).collect();
    for (name, value) in from {
        let known = to.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
        match (known, format(name)) {
            (Some(known), _) => fields.drop(name, &known, value),
            (None, Some(format)) if whole.contains(&format) => {
                fields.drop(name, &String::new(), value);
            }
            (None, _) => {
                fields.take(name, value);
                to.push((name.clone(), value.clone()));
            }
        }
    }
    to.sort();
}

#[cfg(test)]
mod tests {
    use super::super::super::{Confidentiality, Kind, LineageState, Source};
    use super::merged_source;
    use crate::error::Result;

    fn source(key: &str) -> Result<Source> {
        Ok(Source::new(key.parse()?, Kind::Report, "Report on the bank"))
    }

    fn told(keep: &Source, other: &Source) -> (Source, Vec<String>) {
        let (new, settled) = merged_source(keep, other);
        (new, settled.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn what_is_lacking_is_taken_and_what_differs_is_told() -> Result<()> {
        let (mut keep, mut other) = (source("report")?, source("report-2")?);
        keep.publisher = Some("Court of Audit".to_owned());
        other.publisher = Some("The Court".to_owned());
        other.issued = Some("2017-09-10".parse()?);
        other.lineage = LineageState::Original;
        let (new, told) = told(&keep, &other);
        assert_eq!((&new.key, &new.publisher), (&keep.key, &keep.publisher));
        assert_eq!((&new.issued, new.lineage), (&other.issued, LineageState::Original));
        assert_eq!(
            told,
            [
                "publisher: kept `Court of Audit`, dropped `The Court`",
                "issued: taken over: `2017-09-10`",
                "lineage: taken over: `original`",
            ]
        );
        Ok(())
    }

    #[test]
    fn the_other_key_becomes_a_further_one_with_all_by_which_it_is_known() -> Result<()> {
        let (mut keep, mut other) = (source("report")?, source("report-2")?);
        keep.aliases = vec!["zotero-1".parse()?];
        other.aliases = vec!["bank-2017".parse()?];
        let (new, _) = told(&keep, &other);
        let aliases: Vec<&str> = new.aliases.iter().map(|alias| alias.as_str()).collect();
        assert_eq!(aliases, ["zotero-1", "report-2", "bank-2017"]);
        Ok(())
    }

    #[test]
    fn creators_are_taken_role_by_role() -> Result<()> {
        let (mut keep, mut other) = (source("report")?, source("report-2")?);
        keep.creators = vec!["Roe, Jo".parse()?];
        other.creators = vec!["Roe, J.".parse()?, "editor: Lee, Ann".parse()?];
        let (new, told) = told(&keep, &other);
        assert_eq!(new.creators, ["Roe, Jo".parse()?, "editor: Lee, Ann".parse()?]);
        assert_eq!(
            told,
            ["author: kept `Roe, Jo`, dropped `Roe, J.`", "editor: taken over: `Lee, Ann`"]
        );
        Ok(())
    }

    #[test]
    fn the_stricter_confidentiality_stays_whoever_has_it() -> Result<()> {
        let (open, mut hidden) = (source("report")?, source("report-2")?);
        hidden.confidentiality = Confidentiality::Confidential;
        for (keep, other) in [(&open, &hidden), (&hidden, &open)] {
            let (new, told) = told(keep, other);
            assert_eq!(new.confidentiality, Confidentiality::Confidential);
            assert_eq!(told, ["confidentiality: kept `confidential`, dropped `open`"]);
        }
        Ok(())
    }

    #[test]
    fn an_identifier_that_is_written_otherwise_is_the_same() -> Result<()> {
        let (mut keep, mut other) = (source("report")?, source("report-2")?);
        keep.identifiers = vec!["doi:10.1000/abc".parse()?];
        other.identifiers = vec!["doi:10.1000/ABC".parse()?, "isbn:3-16-148410-0".parse()?];
        let (new, told) = told(&keep, &other);
        assert_eq!(new.identifiers, [keep.identifiers[0].clone(), other.identifiers[1].clone()]);
        assert_eq!(told, ["identifiers: taken over: `isbn:3-16-148410-0`"]);
        Ok(())
    }

    #[test]
    fn what_is_kept_of_an_entry_is_not_mixed_with_that_of_another() -> Result<()> {
        let (mut keep, mut other) = (source("report")?, source("report-2")?);
        let variable = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        keep.variables = vec![variable("bibtex:keywords", "bank"), variable("volume", "3")];
        other.variables = vec![variable("bibtex:series", "R"), variable("issue", "2")];
        let (new, told) = told(&keep, &other);
        let names: Vec<&str> = new.variables.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["bibtex:keywords", "issue", "volume"]);
        assert_eq!(told, ["bibtex:series: dropped `R`", "issue: taken over: `2`"]);
        Ok(())
    }
}
