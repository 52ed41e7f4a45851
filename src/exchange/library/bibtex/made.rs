//! The fields that follow from the columns of a source.

use std::borrow::Cow;

use super::dialect::Dialect;
use super::group::{self, Group};
use super::raw_entry::ENTRY_TYPE;
use super::value::Value;
use super::{date, kinds, language, name, tex};
use crate::domain::{Kind, Role, Scheme, Source, join_values, kept_field};

pub(super) const DOCTORS_THESIS: &str = "PhD thesis";
pub(super) const MASTERS_THESIS: &str = "Master's thesis";

/// What BibTeX is told that has no type for a thesis of which nobody said which it is.
pub(super) const ANY_THESIS: &str = "Thesis";

/// A field with what it says.
pub(super) struct MadeField<'s> {
    pub(super) group: Group,
    pub(super) name: Cow<'s, str>,
    pub(super) value: Value<'s>,
}

/// The fields of a source, in the order in which they are written.
pub(super) struct Made<'s>(pub(super) Vec<MadeField<'s>>);

impl<'s> Made<'s> {
    pub(super) fn of(source: &'s Source, dialect: Dialect) -> Self {
        let mut made = Made(Vec::with_capacity(16));
        made.kind(source, dialect);
        made.creators(source);
        made.title(source);
        made.container(source);
        made.issued(source, dialect);
        made.publication(source, dialect);
        made.identifiers(source);
        made.addresses(source);
        made.labels(source);
        made.variables(source, dialect);
        made
    }

    /// The fields of one group.
    pub(super) fn group(&self, group: Group) -> impl Iterator<Item = &MadeField<'s>> {
        self.0.iter().filter(move |field| field.group == group)
    }

    fn add(&mut self, group: Group, name: impl Into<Cow<'s, str>>, value: Value<'s>) {
        self.0.push(MadeField { group, name: name.into(), value });
    }

    fn add_text(&mut self, group: Group, name: impl Into<Cow<'s, str>>, text: Option<&str>) {
        if let Some(text) = text {
            self.add(group, name, Value::text(tex::encode(text)));
        }
    }

    fn kind(&mut self, source: &Source, dialect: Dialect) {
        let kind = source.kind;
        let (mut entry_type, subtype) = kinds::type_of(kind, dialect);
        let masters = |(name, value): &(String, String)| name == "genre" && value == MASTERS_THESIS;
        if entry_type == "phdthesis" && source.variables.iter().any(masters) {
            entry_type = "mastersthesis";
        }
        self.add(Group::Kind, ENTRY_TYPE, Value::text(entry_type));
        if let Some(subtype) = subtype {
            self.add(Group::Kind, "entrysubtype", Value::text(subtype));
        }
        if kinds::kind_of(entry_type, subtype.unwrap_or_default()) != kind {
            self.add(Group::Kind, group::KIND, Value::text(kind.as_str()));
        }
    }

    fn creators(&mut self, source: &Source) {
        let lists = [
            (Group::Author, "author", None),
            (Group::Editor, "editor", Some(Role::Editor)),
            (Group::Translator, "translator", Some(Role::Translator)),
            (Group::Interviewer, "interviewer", Some(Role::Interviewer)),
            (Group::Recipient, "recipient", Some(Role::Recipient)),
        ];
        for (group, field, role) in lists {
            let names = source.creators.iter().filter(|credit| role_of(credit.role) == role);
            let names: Vec<String> = names.map(|credit| name::write(&credit.name)).collect();
            if !names.is_empty() {
                self.add(group, field, Value::text(names.join(" and ")));
            }
        }
    }

    fn title(&mut self, source: &Source) {
        if !source.title.is_empty() {
            self.add(Group::Title, "title", Value::text(tex::encode_title(&source.title)));
        }
    }

    fn container(&mut self, source: &Source) {
        let field = if kinds::is_serial(source.kind) { "journaltitle" } else { "booktitle" };
        self.add_text(Group::Container, field, source.container.as_deref());
    }

    fn issued(&mut self, source: &Source, dialect: Dialect) {
        let Some(issued) = &source.issued else { return };
        match dialect {
            Dialect::BibLaTeX => {
                self.add(Group::Issued, "date", Value::text(issued.as_str().to_owned()));
            }
            Dialect::BibTeX => {
                date::write_bibtex(issued, &mut |name, value| self.add(Group::Issued, name, value));
            }
        }
    }

    fn publication(&mut self, source: &Source, dialect: Dialect) {
        let publisher = match (source.kind, dialect) {
            (Kind::Thesis, Dialect::BibTeX) => "school",
            (Kind::Thesis | Kind::Report, _) => "institution",
            (Kind::WebPage, _) => "organization",
            _ => "publisher",
        };
        if let Some(name) = &source.publisher {
            self.add(Group::Publisher, publisher, Value::text(list_as_tex(name)));
        }
        if let Some(pages) = &source.pages {
            self.add(Group::Pages, "pages", Value::text(pages_as_tex(pages)));
        }
    }

    fn identifiers(&mut self, source: &Source) {
        let values = |scheme: Scheme| {
            let of_scheme = source.identifiers.iter().filter(move |one| one.scheme == scheme);
            of_scheme.map(|identifier| identifier.value.as_str())
        };
        for (scheme, field) in [(Scheme::Doi, "doi"), (Scheme::Isbn, "isbn")] {
            if let Some(value) = values(scheme).next() {
                self.add(Group::Identifier(scheme), field, Value::text(tex::encode_url(value)));
            }
        }
        for (scheme, field) in
            [(Scheme::Ecli, "ecli"), (Scheme::Docket, "docket"), (Scheme::Citation, "citation")]
        {
            let all = join_values(values(scheme));
            self.add_text(
                Group::Identifier(scheme),
                field,
                Some(all.as_str()).filter(|all| !all.is_empty()),
            );
        }
    }

    fn addresses(&mut self, source: &Source) {
        let archived = source.archived_url.as_deref();
        let url = source.url.as_deref().or(archived);
        let archived = archived.filter(|_| source.url.is_some());
        for (field, url) in [("url", url), (group::ARCHIVE_URL, archived)] {
            if let Some(url) = url {
                self.add(Group::Url, field, Value::text(tex::encode_url(url)));
            }
        }
        if let Some(accessed) = &source.accessed {
            self.add(Group::Accessed, "urldate", Value::text(accessed.as_str().to_owned()));
        }
        if let Some(language) = &source.language {
            match language::babel(language) {
                Some(babel) => self.add(Group::Language, "langid", Value::text(babel)),
                None => self.add_text(Group::Language, "language", Some(language)),
            }
        }
        self.add_text(Group::Jurisdiction, "jurisdiction", source.jurisdiction.as_deref());
    }

    fn labels(&mut self, source: &Source) {
        if !source.tags.is_empty() {
            let tags: Vec<String> = source.tags.iter().map(|tag| tag_as_tex(tag)).collect();
            self.add(Group::Tags, "keywords", Value::text(tags.join(", ")));
        }
        self.add_text(Group::Note, "note", source.note.as_deref());
    }

    /// BibTeX's types of theses say which it is; BibLaTeX has a word for each.
    fn genre_of_thesis(&mut self, genre: Option<&str>, dialect: Dialect) {
        let text = match (genre, dialect) {
            (Some(DOCTORS_THESIS), Dialect::BibLaTeX) => "phdthesis",
            (Some(MASTERS_THESIS), Dialect::BibLaTeX) => "mathesis",
            (Some(DOCTORS_THESIS | MASTERS_THESIS), Dialect::BibTeX) => return,
            (None, Dialect::BibLaTeX) => return,
            (None, Dialect::BibTeX) => ANY_THESIS,
            (Some(other), _) => other,
        };
        self.add_text(Group::Variable("genre"), "type", Some(text));
    }

    fn variables(&mut self, source: &'s Source, dialect: Dialect) {
        if source.kind == Kind::Thesis {
            let genre = source.variables.iter().find(|(name, _)| name == "genre");
            self.genre_of_thesis(genre.map(|(_, genre)| genre.as_str()), dialect);
        }
        for (variable, value) in
            source.variables.iter().filter(|(name, _)| kept_field(name).is_none())
        {
            let number = match variable.as_str() {
                "issue" if kinds::is_serial(source.kind) => Some("number"),
                "issue" => Some("issue"),
                "collection-number" if kinds::is_in_series(source.kind) => Some("number"),
                "number" if !kinds::is_serial(source.kind) && !kinds::is_in_series(source.kind) => {
                    Some("number")
                }
                _ => None,
            };
            if let Some(number) = number {
                self.add_text(Group::Number, number, Some(value));
                continue;
            }
            if variable == "genre" && source.kind == Kind::Thesis {
                continue;
            }
            if variable == "publisher-place" {
                let places = Value::text(list_as_tex(value));
                self.add(Group::Variable("publisher-place"), "location", places);
                continue;
            }
            let field = group::field_of(variable);
            let group = group::group_of(&field);
            self.add_text(group, field, Some(value));
        }
    }
}

/// The roles that have a field of their own; the others are authors to BibTeX.
fn role_of(role: Role) -> Option<Role> {
    let own = [Role::Editor, Role::Translator, Role::Interviewer, Role::Recipient];
    own.contains(&role).then_some(role)
}

/// What BibLaTeX takes for a list, in braces where a word in it would part it: publishers, places.
fn list_as_tex(text: &str) -> String {
    let tex = tex::encode(text);
    let parts = text.split_whitespace().any(|word| word.eq_ignore_ascii_case("and"));
    if parts { format!("{{{tex}}}") } else { tex }
}

/// Page numbers with the dash that TeX wants between two of them.
fn pages_as_tex(pages: &str) -> String {
    let mut tex = String::new();
    let mut rest = pages;
    while let Some(at) = rest.find('-') {
        let (before, after) = (&rest[..at], &rest[at + 1..]);
        let between = before.ends_with(|c: char| c.is_ascii_digit())
            && after.starts_with(|c: char| c.is_ascii_digit());
        tex.push_str(&tex::encode(before));
        tex.push_str(if between { "--" } else { "-" });
        rest = after;
    }
    tex + &tex::encode(rest)
}

/// A tag, in braces where something in it would part it.
fn tag_as_tex(tag: &str) -> String {
    let tex = tex::encode(tag);
    if tag.contains([',', ';']) { format!("{{{tex}}}") } else { tex }
}
