//! What Zotero's fields are of a source.

/// Where a field goes that is text in a column of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Title,
    Container,
    Publisher,
    Issued,
    Accessed,
    Url,
    Language,
    Pages,
    Doi,
    Isbn,
    Court,
    Key,
    /// A variable of CSL.
    Variable(&'static str),
    /// Kept under Zotero's own name.
    Kept,
}

/// The place of a field. After the mappings of Zotero's schema (`zotero/zotero-schema`, section `csl`),
/// with the fields that are a base field by another name.
pub(super) fn place(field: &str) -> Place {
    match field {
        "title" | "caseName" | "subject" | "nameOfAct" => Place::Title,
        "publicationTitle" | "bookTitle" | "proceedingsTitle" | "encyclopediaTitle"
        | "dictionaryTitle" | "programTitle" | "blogTitle" | "forumTitle" | "websiteTitle" => {
            Place::Container
        }
        "publisher" | "university" | "institution" | "company" | "label" | "network" | "studio"
        | "distributor" | "organization" | "repository" => Place::Publisher,
        "date" | "dateDecided" | "dateEnacted" | "issueDate" => Place::Issued,
        "accessDate" => Place::Accessed,
        "url" => Place::Url,
        "language" => Place::Language,
        "pages" | "codePages" | "firstPage" => Place::Pages,
        "DOI" => Place::Doi,
        "ISBN" => Place::Isbn,
        "court" => Place::Court,
        "citationKey" => Place::Key,
        "abstractNote" => Place::Variable("abstract"),
        "place" => Place::Variable("publisher-place"),
        "volume" | "reporterVolume" | "codeVolume" => Place::Variable("volume"),
        "issue" => Place::Variable("issue"),
        "number" | "reportNumber" | "billNumber" | "docketNumber" | "publicLawNumber"
        | "patentNumber" | "documentNumber" | "episodeNumber" | "archiveID" => {
            Place::Variable("number")
        }
        "edition" => Place::Variable("edition"),
        "ISSN" => Place::Variable("ISSN"),
        "series" | "seriesTitle" => Place::Variable("collection-title"),
        "seriesNumber" => Place::Variable("collection-number"),
        "shortTitle" => Place::Variable("title-short"),
        "journalAbbreviation" => Place::Variable("container-title-short"),
        "archive" => Place::Variable("archive"),
        "archiveLocation" => Place::Variable("archive_location"),
        "callNumber" => Place::Variable("call-number"),
        "rights" => Place::Variable("license"),
        "numPages" => Place::Variable("number-of-pages"),
        "numberOfVolumes" => Place::Variable("number-of-volumes"),
        "conferenceName" | "meetingName" => Place::Variable("event-title"),
        "section" => Place::Variable("section"),
        "versionNumber" => Place::Variable("version"),
        "medium" | "artworkMedium" | "interviewMedium" => Place::Variable("medium"),
        "type" | "thesisType" | "reportType" | "letterType" | "manuscriptType" | "mapType"
        | "presentationType" | "websiteType" | "postType" | "genre" => Place::Variable("genre"),
        "scale" => Place::Variable("scale"),
        "libraryCatalog" => Place::Variable("source"),
        _ => Place::Kept,
    }
}
