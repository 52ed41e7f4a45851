//! Which field a heading means, in the words of several languages and programs.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::domain::nearest;
use crate::error::{Error, Result, shortened};
use crate::exchange::case::csl_column;

/// What a row of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableSubject {
    /// A source.
    Sources,
    /// A claim.
    Claims,
}

impl TableSubject {
    /// Both.
    pub const ALL: [TableSubject; 2] = [TableSubject::Sources, TableSubject::Claims];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            TableSubject::Sources => "sources",
            TableSubject::Claims => "claims",
        }
    }

    /// The field that a row cannot be without.
    pub(super) fn essential(self) -> &'static str {
        match self {
            TableSubject::Sources => "title",
            TableSubject::Claims => "statement",
        }
    }

    /// Its fields, each with the headings that mean it, the likeliest first.
    pub(super) fn fields(self) -> &'static [(&'static str, &'static [&'static str])] {
        match self {
            TableSubject::Sources => SOURCE_FIELDS,
            TableSubject::Claims => CLAIM_FIELDS,
        }
    }
}

/// The field that a column is to be left out as.
pub(super) const IGNORED: &str = "ignore";

/// The heading without what does not tell it from others: case, accents, spaces and signs.
pub(super) fn folded(heading: &str) -> String {
    let plain = heading.nfkd().filter(|character| !is_combining_mark(*character));
    plain.filter(|character| character.is_alphanumeric()).collect::<String>().to_lowercase()
}

/// A field that a user named, if there is one of that name.
///
/// # Errors
///
/// There is none: the nearest one is told.
pub fn table_field(name: &str, subject: TableSubject) -> Result<()> {
    let fields = subject.fields();
    if name == IGNORED || fields.iter().any(|(field, _)| *field == name) {
        return Ok(());
    }
    if let Some(variable) = name.strip_prefix("csl:").filter(|_| subject == TableSubject::Sources) {
        return csl_column(variable).map(drop);
    }
    let error = Error::invalid(format!("{} have no field `{}`", subject.name(), shortened(name)));
    Err(match nearest(name, fields.iter().map(|(field, _)| *field)) {
        Some(near) => error.hint(format!("did you mean `{near}`?")),
        None => {
            let known: Vec<&str> = fields.iter().map(|(field, _)| *field).collect();
            error.hint(format!("there are {}, and {IGNORED}", known.join(", ")))
        }
    })
}

/// Headings are written folded. Whatever stands here, a heading that is the field's own name means it.
const SOURCE_FIELDS: &[(&str, &[&str])] = &[
    ("key", &["citationkey", "citekey", "bibtexkey", "key", "id"]),
    (
        "kind",
        &[
            "itemtype",
            "sourcetype",
            "documenttype",
            "typ",
            "art",
            "quellentyp",
            "tipo",
            "тип",
            "type",
        ],
    ),
    (
        "title",
        &[
            "titel",
            "titre",
            "titulo",
            "titolo",
            "название",
            "заголовок",
            "عنوان",
            "标题",
            "headline",
        ],
    ),
    ("creators", &[]),
    (
        "author",
        &[
            "authors",
            "autor",
            "autorin",
            "autoren",
            "auteur",
            "auteurs",
            "autores",
            "autore",
            "verfasser",
            "автор",
            "авторы",
            "نویسنده",
            "المولف",
            "作者",
            "byline",
            "by",
        ],
    ),
    ("editor", &["editors", "herausgeber", "hrsg", "редактор"]),
    ("translator", &["translators", "ubersetzer", "traducteur", "traductor", "переводчик"]),
    ("speaker", &["sprecher"]),
    ("interviewee", &[]),
    ("interviewer", &["interviewers"]),
    ("recipient", &["empfanger"]),
    ("court", &["gericht"]),
    ("issuer", &[]),
    (
        "container",
        &[
            "publicationtitle",
            "containertitle",
            "publication",
            "journal",
            "newspaper",
            "outlet",
            "medium",
            "zeitung",
            "zeitschrift",
            "revue",
            "booktitle",
            "websitetitle",
            "издание",
        ],
    ),
    ("publisher", &["verlag", "editeur", "editorial", "издательство"]),
    (
        "issued",
        &[
            "date",
            "published",
            "datepublished",
            "publicationdate",
            "dateofpublication",
            "datum",
            "erschienen",
            "veroffentlicht",
            "fecha",
            "data",
            "дата",
            "تاریخ",
            "publicationyear",
            "year",
            "jahr",
            "annee",
            "ano",
            "год",
        ],
    ),
    ("url", &["link", "webaddress", "webadresse", "lien", "enlace", "ссылка", "لینک"]),
    ("archived_url", &["archiveurl", "archivelink", "archivedcopy", "waybackurl", "archivurl"]),
    (
        "accessed",
        &[
            "accessdate",
            "dateaccessed",
            "retrieved",
            "abgerufen",
            "abgerufenam",
            "zugriff",
            "zugriffsdatum",
            "consultele",
        ],
    ),
    ("language", &["lang", "sprache", "langue", "idioma", "язык"]),
    ("jurisdiction", &[]),
    ("identifiers", &[]),
    ("doi", &[]),
    ("isbn", &[]),
    ("ecli", &[]),
    ("pages", &["page", "seiten", "seite", "paginas", "страницы"]),
    ("lineage", &[]),
    ("standing", &[]),
    ("grade", &[]),
    ("confidentiality", &[]),
    (
        "tags",
        &["manualtags", "keywords", "labels", "schlagworter", "stichworter", "motscles", "теги"],
    ),
    (
        "note",
        &[
            "notes",
            "comment",
            "comments",
            "notiz",
            "notizen",
            "anmerkung",
            "anmerkungen",
            "bemerkung",
            "kommentar",
            "remarques",
            "nota",
            "notas",
            "примечание",
        ],
    ),
    ("csl:ISSN", &["issn"]),
    ("csl:volume", &["volume", "band", "jahrgang"]),
    ("csl:issue", &["issue", "heft"]),
    ("csl:number", &["number"]),
    ("csl:edition", &["edition", "auflage"]),
    ("csl:publisher-place", &["place", "publisherplace", "ort", "verlagsort"]),
    ("csl:abstract", &["abstractnote", "abstract"]),
    ("csl:collection-title", &["series"]),
    ("csl:title-short", &["shorttitle"]),
    ("csl:container-title-short", &["journalabbreviation"]),
    ("csl:number-of-pages", &["numpages"]),
    ("csl:archive", &["archive"]),
    ("csl:archive_location", &["archivelocation"]),
    ("csl:call-number", &["callnumber"]),
    ("csl:event-title", &["conferencename", "meetingname"]),
];

const CLAIM_FIELDS: &[(&str, &[&str])] = &[
    ("key", &["claimid", "id", "nr", "no", "nummer", "key"]),
    (
        "statement",
        &[
            "claim",
            "claims",
            "claimreviewed",
            "claimtext",
            "assertion",
            "allegation",
            "aussage",
            "behauptung",
            "affirmation",
            "declaracion",
            "afirmacion",
            "утверждение",
            "заявление",
            "ادعا",
            "الادعاء",
            "声明",
            "主张",
        ],
    ),
    (
        "claimant",
        &[
            "speaker",
            "claimedby",
            "saidby",
            "who",
            "person",
            "wer",
            "sprecher",
            "urheber",
            "qui",
            "quien",
            "кто",
        ],
    ),
    (
        "claimed_on",
        &[
            "claimdate",
            "dateclaimed",
            "datesaid",
            "date",
            "when",
            "datum",
            "wann",
            "fecha",
            "дата",
            "تاریخ",
        ],
    ),
    ("nature", &[]),
    ("priority", &["prioritat", "priorite", "prioridad"]),
    ("appears_in", &[]),
    ("appears_at", &[]),
    ("appears_quote", &[]),
    ("logged_by", &["factchecker", "checker"]),
    (
        "tags",
        &[
            "labels",
            "keywords",
            "topic",
            "topics",
            "category",
            "thema",
            "kategorie",
            "categorie",
            "categoria",
        ],
    ),
    (
        "note",
        &[
            "notes",
            "comment",
            "comments",
            "notiz",
            "notizen",
            "anmerkung",
            "bemerkung",
            "kommentar",
            "remarques",
            "nota",
            "notas",
            "примечание",
        ],
    ),
];
