//! Kinds of source, and the CSL type behind each.

use super::closed_list::closed_list;

closed_list! {
    /// What a source is. The names beyond design's own are the remaining types of CSL 1.0.2.
    Kind, "kind of source", {
        /// A report of a body or person.
        Report = "report",
        /// An interview somebody gave.
        Interview = "interview",
        /// What a person said, as others took it down.
        Testimony = "testimony",
        /// A judgment or order of a court.
        CourtRuling = "court-ruling",
        /// A paper filed with a court.
        CourtFiling = "court-filing",
        /// A hearing before a court or parliament.
        Hearing = "hearing",
        /// A statute, constitution or regulation in force.
        Legislation = "legislation",
        /// A bill before a parliament.
        Bill = "bill",
        /// A treaty between states.
        Treaty = "treaty",
        /// Any other document.
        Document = "document",
        /// A statement somebody issued.
        Statement = "statement",
        /// A press release.
        PressRelease = "press-release",
        /// A letter.
        Letter = "letter",
        /// An e-mail.
        Email = "email",
        /// An unpublished manuscript.
        Manuscript = "manuscript",
        /// An article in a newspaper.
        NewspaperArticle = "newspaper-article",
        /// A report of a news agency.
        WireReport = "wire-report",
        /// An article in a magazine.
        MagazineArticle = "magazine-article",
        /// An article in a scholarly journal.
        JournalArticle = "journal-article",
        /// A book.
        Book = "book",
        /// A chapter of a book.
        Chapter = "chapter",
        /// A page on the web.
        WebPage = "web-page",
        /// A post on a social network.
        SocialPost = "social-post",
        /// A programme on radio or television.
        Broadcast = "broadcast",
        /// A podcast.
        Podcast = "podcast",
        /// A film or video.
        Video = "video",
        /// A photograph or other picture.
        Image = "image",
        /// A map.
        Map = "map",
        /// A speech.
        Speech = "speech",
        /// A set of data.
        Dataset = "dataset",
        /// A thesis.
        Thesis = "thesis",
        /// A patent.
        Patent = "patent",
        /// A program.
        Software = "software",
        /// CSL: an article of no more exact kind.
        Article = "article",
        /// CSL: a classical work.
        Classic = "classic",
        /// CSL: a collection in an archive.
        Collection = "collection",
        /// CSL: an entry in a database or reference work.
        Entry = "entry",
        /// CSL: an entry in a dictionary.
        EntryDictionary = "entry-dictionary",
        /// CSL: an entry in an encyclopedia.
        EntryEncyclopedia = "entry-encyclopedia",
        /// CSL: an event.
        Event = "event",
        /// CSL: a figure.
        Figure = "figure",
        /// CSL: a musical score.
        MusicalScore = "musical_score",
        /// CSL: a pamphlet.
        Pamphlet = "pamphlet",
        /// CSL: a paper given at a conference.
        PaperConference = "paper-conference",
        /// CSL: a performance.
        Performance = "performance",
        /// CSL: an issue of a periodical.
        Periodical = "periodical",
        /// CSL: a post on a weblog.
        PostWeblog = "post-weblog",
        /// CSL: a regulation.
        Regulation = "regulation",
        /// CSL: a review.
        Review = "review",
        /// CSL: a review of a book.
        ReviewBook = "review-book",
        /// CSL: a song.
        Song = "song",
        /// CSL: a standard.
        Standard = "standard",
    }
}

impl Kind {
    /// The CSL 1.0.2 item type that citation styles know this kind by.
    pub const fn csl_type(self) -> &'static str {
        match self {
            Kind::Testimony => "interview",
            Kind::CourtRuling | Kind::CourtFiling => "legal_case",
            Kind::Statement | Kind::PressRelease => "document",
            Kind::Letter | Kind::Email => "personal_communication",
            Kind::NewspaperArticle | Kind::WireReport => "article-newspaper",
            Kind::MagazineArticle => "article-magazine",
            Kind::JournalArticle => "article-journal",
            Kind::WebPage => "webpage",
            Kind::SocialPost => "post",
            Kind::Podcast => "broadcast",
            Kind::Video => "motion_picture",
            Kind::Image => "graphic",
            // The others have the same name here and there.
            _ => self.as_str(),
        }
    }
}
