//! The closed lists of the casebook's vocabulary, but for the kinds of source.

use super::closed_list::closed_list;

closed_list! {
    /// How a source stands to the claim that cites it (after CiTO).
    Stance, "stance", {
        /// The source says what the claim says.
        Supports = "supports",
        /// The source says otherwise.
        Disputes = "disputes",
        /// The source says it with a restriction.
        Qualifies = "qualifies",
        /// The source gives background.
        Context = "context",
    }
}

closed_list! {
    /// What a source has to do with the source it comes from.
    Relation, "lineage relation", {
        /// Carries the whole text of the other.
        Republishes = "republishes",
        /// Carries the whole text in another language.
        Translates = "translates",
        /// Is a release or anthology that holds the other.
        Collects = "collects",
        /// Quotes from the other.
        Quotes = "quotes",
        /// Reports what the other says.
        Reports = "reports",
        /// Gives the other in short.
        Summarises = "summarises",
    }
}

impl Relation {
    /// Whether the two are editions of one text.
    pub const fn is_edition(self) -> bool {
        matches!(self, Relation::Republishes | Relation::Translates)
    }
}

closed_list! {
    /// Whether a source is first-hand.
    LineageState, "lineage", {
        /// First-hand, known to be an origin.
        Original = "original",
        /// Has its matter from elsewhere.
        Derived = "derived",
        /// Nobody has looked into it.
        Unknown = "unknown",
    }
}

closed_list! {
    /// What has become of a source since it was published.
    Standing, "standing", {
        /// It stands.
        Active = "active",
        /// It was corrected and stands.
        Corrected = "corrected",
        /// A later version replaces it.
        Superseded = "superseded",
        /// Taken back by who issued it. Fallen.
        Withdrawn = "withdrawn",
        /// Retracted by who published it. Fallen.
        Retracted = "retracted",
        /// Overturned by a higher court or authority. Fallen.
        Overturned = "overturned",
    }
}

impl Standing {
    /// Whether the source is no evidence any more.
    pub const fn is_fallen(self) -> bool {
        matches!(self, Standing::Withdrawn | Standing::Retracted | Standing::Overturned)
    }
}

closed_list! {
    /// What somebody did for a source.
    Role, "role", {
        /// Wrote it. A voice.
        Author = "author",
        /// Spoke in it. A voice.
        Speaker = "speaker",
        /// Answered the questions. A voice.
        Interviewee = "interviewee",
        /// Ruled. A voice.
        Court = "court",
        /// Issued it. A voice.
        Issuer = "issuer",
        /// Asked the questions.
        Interviewer = "interviewer",
        /// Edited it.
        Editor = "editor",
        /// Translated it.
        Translator = "translator",
        /// Received it.
        Recipient = "recipient",
    }
}

impl Role {
    /// Whether who has this role is a voice of the source: its word stands or falls with theirs.
    pub const fn is_voice(self) -> bool {
        matches!(
            self,
            Role::Author | Role::Speaker | Role::Interviewee | Role::Court | Role::Issuer
        )
    }
}

closed_list! {
    /// What a claim is about.
    Nature, "nature", {
        /// The world.
        Fact = "fact",
        /// What a record says.
        Record = "record",
    }
}

closed_list! {
    /// The harm if the claim is wrong.
    Priority, "priority", {
        /// Great harm.
        High = "high",
        /// The usual.
        Normal = "normal",
        /// Little harm.
        Low = "low",
    }
}

closed_list! {
    /// The reliability of a source, after the Admiralty code.
    Grade, "grade", {
        /// Completely reliable.
        A = "A",
        /// Usually reliable.
        B = "B",
        /// Fairly reliable.
        C = "C",
        /// Not usually reliable.
        D = "D",
        /// Unreliable.
        E = "E",
        /// Cannot be judged.
        F = "F",
    }
}

closed_list! {
    /// The credibility of one item of information, after the Admiralty code.
    Credibility, "credibility", {
        /// Confirmed by other sources.
        Confirmed = "1",
        /// Probably true.
        Probable = "2",
        /// Possibly true.
        Possible = "3",
        /// Doubtful.
        Doubtful = "4",
        /// Improbable.
        Improbable = "5",
        /// Cannot be judged.
        Unjudged = "6",
    }
}

closed_list! {
    /// Who may learn of a source.
    Confidentiality, "confidentiality", {
        /// Anybody.
        Open = "open",
        /// It may be used, its people not named.
        Background = "background",
        /// Nobody outside the desk.
        Confidential = "confidential",
    }
}

closed_list! {
    /// What a reviewer found.
    Verdict, "verdict", {
        /// The evidence bears the claim out.
        Supported = "supported",
        /// The evidence is against it.
        Refuted = "refuted",
        /// The evidence is at odds with itself.
        ConflictingEvidence = "conflicting-evidence",
        /// There is too little evidence.
        NotEnoughEvidence = "not-enough-evidence",
    }
}

closed_list! {
    /// What the identifier of a source is.
    Scheme, "kind of identifier", {
        /// A digital object identifier. Strong.
        Doi = "doi",
        /// An international standard book number.
        Isbn = "isbn",
        /// A European case law identifier. Strong.
        Ecli = "ecli",
        /// The docket number of a court.
        Docket = "docket",
        /// A citation in a law reporter.
        Citation = "citation",
    }
}
