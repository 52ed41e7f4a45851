//! The fields of a source as options of `source add` and `source edit`.

use clap::Args;

use super::creators::Creators;
use crate::commands::values::{Setting, label_setting, one_of, replaced, setting, text_setting};
use crate::domain::{
    CSL_VARIABLES, Confidentiality, Credit, Date, Grade, Identifier, Key, Kind, LineageState,
    Source, Standing, nearest,
};
use crate::error::{Error, Result};
use crate::exchange::case::is_csl_column;

/// Every field of a source. An empty value stands for none.
#[derive(Debug, Default, PartialEq, Eq, Args)]
pub(crate) struct Fields {
    /// The title as it stands on the work, or a description
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,

    /// The key to call the source by, such as `lemonde-2017`
    #[arg(long)]
    pub(crate) key: Option<Key>,

    /// What it is
    #[arg(long, value_parser = one_of(Kind::ALL, Kind::as_str))]
    pub(crate) kind: Option<Kind>,

    #[command(flatten)]
    creators: Creators,

    /// The work it is part of: newspaper, programme, book
    #[arg(long, value_name = "TITLE", value_parser = text_setting)]
    container: Option<Setting<String>>,

    /// Who published it
    #[arg(long, value_name = "NAME", value_parser = text_setting)]
    publisher: Option<Setting<String>>,

    /// When it was issued: 2017-09-10, 2017-09, 2017, or 1992~ for about 1992
    #[arg(long, value_name = "DATE", value_parser = setting::<Date>)]
    issued: Option<Setting<Date>>,

    /// Where it is on the web
    #[arg(long, value_parser = text_setting)]
    url: Option<Setting<String>>,

    /// Where an archived copy is
    #[arg(long, value_name = "URL", value_parser = text_setting)]
    archived_url: Option<Setting<String>>,

    /// When it was looked at
    #[arg(long, value_name = "DATE", value_parser = setting::<Date>)]
    accessed: Option<Setting<Date>>,

    /// Its language as a code: en, fa, zh-Hant
    #[arg(long, value_name = "CODE", value_parser = text_setting)]
    language: Option<Setting<String>>,

    /// Where a ruling or statute is law
    #[arg(long, value_name = "PLACE", value_parser = text_setting)]
    jurisdiction: Option<Setting<String>>,

    /// What identifies it: doi:10.1000/182, isbn:…, ecli:…, docket:…, "citation:826 F. Supp. 2d 128"; repeat it for more
    #[arg(long, value_parser = setting::<Identifier>)]
    identifier: Vec<Setting<Identifier>>,

    /// Its pages within the work it is part of
    #[arg(long, value_parser = text_setting)]
    pages: Option<Setting<String>>,

    /// Whether it is first-hand (`original`), has its matter from elsewhere (`derived`), or nobody has looked into it
    #[arg(long, value_parser = one_of(LineageState::ALL, LineageState::as_str))]
    lineage: Option<LineageState>,

    /// What has become of it
    #[arg(long, value_parser = one_of(Standing::ALL, Standing::as_str))]
    standing: Option<Standing>,

    /// How reliable it is, after the Admiralty code: A (completely) to E (not), F (cannot be judged)
    #[arg(long, value_parser = setting::<Grade>)]
    grade: Option<Setting<Grade>>,

    /// Who may learn of it
    #[arg(long, value_name = "WHO",
          value_parser = one_of(Confidentiality::ALL, Confidentiality::as_str))]
    confidentiality: Option<Confidentiality>,

    /// A label of your own; repeat it for more
    #[arg(long, value_parser = label_setting)]
    pub(crate) tag: Vec<Setting<String>>,

    /// Your remarks
    #[arg(long, value_name = "TEXT", value_parser = text_setting)]
    note: Option<Setting<String>>,

    /// Another key by which it is known, as libraries have it; repeat it for more
    #[arg(long, value_name = "KEY", value_parser = setting::<Key>)]
    alias: Vec<Setting<Key>>,

    /// A further variable of the Citation Style Language: volume=12, publisher-place=Paris; repeat it for more
    #[arg(long, value_name = "NAME=VALUE", value_parser = variable)]
    csl: Vec<(String, Setting<String>)>,
}

/// Reads `NAME=VALUE`, where the name is a variable that a source may have.
fn variable(text: &str) -> Result<(String, Setting<String>)> {
    let Some((name, value)) = text.split_once('=') else {
        return Err(Error::invalid(format!("`{text}` has no value"))
            .hint("write it as NAME=VALUE, such as volume=12; NAME= takes the variable off"));
    };
    let name = name.trim();
    let name = name.strip_prefix("csl:").unwrap_or(name);
    if !is_csl_column(name) {
        return Err(no_variable(name));
    }
    let value = value.trim();
    let value = if value.is_empty() { Setting::Clear } else { Setting::To(value.to_owned()) };
    Ok((name.to_owned(), value))
}

fn no_variable(name: &str) -> Error {
    if CSL_VARIABLES.contains(&name) {
        return Error::invalid(format!("`{name}` is no further variable of a source")).hint(
            "it has an option of its own, or belongs to a single citation; \
             `twosource source add --help` lists the options",
        );
    }
    let error = Error::invalid(format!("`{name}` is not a variable of CSL 1.0.2"));
    let known = CSL_VARIABLES.iter().copied().filter(|known| is_csl_column(known));
    error.hint(match nearest(name, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "the CSL 1.0.2 specification lists them in its appendix IV".to_owned(),
    })
}

impl Fields {
    /// Puts what is given into a source.
    pub(crate) fn apply(&self, source: &mut Source) -> Result<()> {
        if let Some(title) = &self.title {
            source.title = title_of(title)?;
        }
        if let Some(key) = &self.key {
            source.key = key.clone();
        }
        source.kind = self.kind.unwrap_or(source.kind);
        self.creators.apply(&mut source.creators);
        Setting::apply(&self.container, &mut source.container);
        Setting::apply(&self.publisher, &mut source.publisher);
        Setting::apply(&self.issued, &mut source.issued);
        Setting::apply(&self.url, &mut source.url);
        Setting::apply(&self.archived_url, &mut source.archived_url);
        Setting::apply(&self.accessed, &mut source.accessed);
        Setting::apply(&self.language, &mut source.language);
        Setting::apply(&self.jurisdiction, &mut source.jurisdiction);
        if !self.identifier.is_empty() {
            source.identifiers = replaced(&self.identifier);
        }
        Setting::apply(&self.pages, &mut source.pages);
        source.lineage = self.lineage.unwrap_or(source.lineage);
        source.standing = self.standing.unwrap_or(source.standing);
        Setting::apply(&self.grade, &mut source.grade);
        source.confidentiality = self.confidentiality.unwrap_or(source.confidentiality);
        if !self.tag.is_empty() {
            source.tags = replaced(&self.tag);
        }
        Setting::apply(&self.note, &mut source.note);
        if !self.alias.is_empty() {
            source.aliases = replaced(&self.alias);
        }
        self.apply_variables(&mut source.variables);
        Ok(())
    }

    /// Each variable by itself; they stay in order of their names.
    fn apply_variables(&self, variables: &mut Vec<(String, String)>) {
        for (name, value) in &self.csl {
            variables.retain(|(known, _)| known != name);
            if let Setting::To(value) = value {
                variables.push((name.clone(), value.clone()));
            }
        }
        variables.sort();
    }

    /// Whether something is given that decides how well claims are borne out.
    pub(crate) fn touch_levels(&self) -> bool {
        self.touch_creators()
            || self.touch_identifiers()
            || self.lineage.is_some()
            || self.standing.is_some()
    }

    /// The credits that are given.
    pub(crate) fn credits(&self) -> impl Iterator<Item = &Credit> {
        self.creators.credits()
    }

    /// Whether anything is said of the creators.
    pub(crate) fn touch_creators(&self) -> bool {
        self.creators.is_given()
    }

    /// Whether something is given that decides whether the key says who is behind a withheld source.
    pub(crate) fn touch_secrecy(&self) -> bool {
        self.confidentiality.is_some() || self.key.is_some()
    }

    /// Whether something is given by which two sources can be one page.
    pub(crate) fn touch_identifiers(&self) -> bool {
        self.url.is_some() || self.archived_url.is_some() || !self.identifier.is_empty()
    }
}

fn title_of(text: &str) -> Result<String> {
    if text.trim().is_empty() {
        return Err(Error::invalid("the title is empty")
            .hint("write it as it stands on the work; describe a work that has none"));
    }
    Ok(text.to_owned())
}
