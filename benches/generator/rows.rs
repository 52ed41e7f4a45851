//! The rows of the seven files.

use std::fs::File;
use std::io;

use super::random::Random;
use super::text::{Language, Words, creator};
use super::world::World;

type Writer = csv::Writer<File>;

const KINDS: [&str; 6] =
    ["newspaper-article", "web-page", "report", "document", "court-ruling", "broadcast"];
const OUTLETS: [&str; 8] =
    ["lemonde", "reuters", "guardian", "keyhan", "ap", "courts", "archive-office", "spiegel"];
const RELATIONS: [&str; 10] = [
    "republishes",
    "republishes",
    "republishes",
    "reports",
    "reports",
    "reports",
    "",
    "quotes",
    "translates",
    "summarises",
];
/// How many sources claims cite, one after the other: 2.5 on average.
const CITED: [usize; 10] = [2, 1, 3, 2, 5, 1, 2, 4, 3, 2];

/// Writes rows, in the order of the files.
pub(crate) struct Rows<'a> {
    pub(crate) world: &'a World,
    pub(crate) words: &'a Words,
    pub(crate) random: Random,
}

fn outlet(source: u32) -> &'static str {
    OUTLETS[(source.wrapping_mul(2_654_435_761) >> 29) as usize]
}

fn year(source: u32) -> u32 {
    1980 + source % 45
}

fn source_key(source: u32) -> String {
    format!("{}-{}-{source:x}", outlet(source), year(source))
}

fn claim_key(claim: u32) -> String {
    format!("c{}", claim + 1)
}

fn day(random: &mut Random) -> String {
    format!("{}-{:02}-{:02}", 1980 + random.below(45), 1 + random.below(12), 1 + random.below(28))
}

impl Rows<'_> {
    fn words(&mut self, language: Language, least: u32) -> String {
        self.words.sentence(&mut self.random, language, least)
    }

    /// A text in so many of 100 cells.
    fn some(&mut self, percent: u32, language: Language, least: u32) -> String {
        if self.random.chance(percent) { self.words(language, least) } else { String::new() }
    }

    fn one_of(&mut self, words: &[&'static str]) -> String {
        (*self.random.pick(words)).to_owned()
    }

    pub(crate) fn sources(&mut self, to: &mut Writer) -> io::Result<()> {
        to.write_record([
            "key",
            "kind",
            "title",
            "creators",
            "container",
            "publisher",
            "issued",
            "url",
            "archived_url",
            "accessed",
            "language",
            "identifiers",
            "lineage",
            "standing",
            "grade",
            "tags",
            "note",
        ])?;
        for source in 0..self.world.sources() {
            let language = Language::any(&mut self.random);
            let wire = self.world.origins[source as usize].is_empty();
            let url = self.url(source);
            let archived = if self.random.chance(10) && !url.is_empty() {
                format!("https://web.archive.org/web/20190314000000/{url}")
            } else {
                String::new()
            };
            let standings = ["retracted", "corrected", "superseded"];
            let row = [
                source_key(source),
                if wire { "wire-report".to_owned() } else { self.one_of(&KINDS) },
                self.words(language, 6),
                self.creators(),
                format!("The {} Herald", outlet(source)),
                self.some(40, Language::English, 2),
                format!("{}-{:02}", year(source), 1 + source % 12),
                url,
                archived,
                if self.random.chance(50) { day(&mut self.random) } else { String::new() },
                language.tag().to_owned(),
                self.identifiers(source),
                self.lineage_state(wire),
                if self.random.chance(6) { self.one_of(&standings) } else { String::new() },
                self.one_of(&["", "A", "B", "C"]),
                self.one_of(&["", "", "iran", "court; iran"]),
                self.some(10, language, 10),
            ];
            to.write_record(&row)?;
        }
        to.flush()
    }

    fn lineage_state(&mut self, wire: bool) -> String {
        let states: &[&'static str] =
            if wire { &["original", "original", "unknown"] } else { &["derived", ""] };
        self.one_of(states)
    }

    fn creators(&mut self) -> String {
        let known = (self.world.claims / 6).max(1);
        let mut creators: Vec<String> = Vec::new();
        for _ in 0..[1, 1, 2, 1, 3, 0][self.random.below(6) as usize] {
            creators.push(creator(self.random.zipf(known)));
        }
        creators.join("; ")
    }

    /// The address; now and then that of the source before, which makes the two one page.
    fn url(&mut self, source: u32) -> String {
        let page = if self.random.chance(2) { source.saturating_sub(1) } else { source };
        let place = format!("{}.example/{}/{:02}/{page:x}", outlet(page), year(page), page % 12);
        match self.random.below(100) {
            0..12 => String::new(),
            12..50 => format!("https://www.{place}/article-on-{page}"),
            50..60 => format!("https://{place}/article-on-{page}?utm_source=feed&id=3"),
            _ => format!("https://{place}/article-on-{page}.html"),
        }
    }

    fn identifiers(&mut self, source: u32) -> String {
        match self.random.below(100) {
            0..10 => format!("doi:10.1000/TwoSource.{source}"),
            10..12 => format!("ecli:ECLI:EU:C:{}:{source}", year(source)),
            12..17 => format!("isbn:978-3-{source:09}; citation:{} F. Supp. 2d 128", source % 900),
            _ => String::new(),
        }
    }

    pub(crate) fn lineage(&mut self, to: &mut Writer) -> io::Result<()> {
        to.write_record(["source", "origin", "relation", "note"])?;
        for (source, origins) in (0..).zip(&self.world.origins) {
            for origin in origins {
                let relation = self.one_of(&RELATIONS);
                let note = self.some(5, Language::English, 5);
                to.write_record([source_key(source), source_key(*origin), relation, note])?;
            }
        }
        to.flush()
    }

    pub(crate) fn claims(&mut self, to: &mut Writer) -> io::Result<()> {
        to.write_record([
            "key",
            "statement",
            "claimant",
            "claimed_on",
            "nature",
            "priority",
            "appears_in",
            "appears_at",
            "appears_quote",
            "logged_by",
            "tags",
            "note",
        ])?;
        for claim in 0..self.world.claims {
            let language = Language::any(&mut self.random);
            let appears = self.random.chance(70);
            let row = [
                claim_key(claim),
                self.words(language, 12),
                self.some(60, language, 2),
                if self.random.chance(30) { day(&mut self.random) } else { String::new() },
                self.one_of(&["fact", "fact", "", "record"]),
                self.one_of(&["", "", "high", "low"]),
                if appears { self.work() } else { String::new() },
                if appears { self.locator() } else { String::new() },
                if appears { self.some(20, language, 12) } else { String::new() },
                self.one_of(&["sara", "tom", "amir"]),
                self.one_of(&["", "", "iran", "court; 9/11"]),
                self.some(10, language, 10),
            ];
            to.write_record(&row)?;
        }
        to.flush()
    }

    /// The key of a work that claims are made in; these are few.
    fn work(&mut self) -> String {
        let works = (self.world.sources() / 50).max(1);
        source_key(self.random.below(works) * 50 % self.world.sources())
    }

    fn locator(&mut self) -> String {
        let label = self.one_of(&["page", "paragraph", "section"]);
        format!("{label} {}", 1 + self.random.below(300))
    }

    pub(crate) fn appearances(&mut self, to: &mut Writer) -> io::Result<()> {
        to.write_record(["claim", "source", "locator", "quote"])?;
        for claim in (0..self.world.claims).step_by(20) {
            to.write_record([claim_key(claim), self.work(), self.locator(), String::new()])?;
        }
        to.flush()
    }

    pub(crate) fn citations(&mut self, to: &mut Writer) -> io::Result<()> {
        to.write_record([
            "claim",
            "source",
            "stance",
            "locator",
            "quote",
            "attributed_to",
            "credibility",
            "note",
        ])?;
        let stances = ["supports", "supports", "supports", "", "", "", "", "disputes", "context"];
        for claim in 0..self.world.claims {
            let count = CITED[claim as usize % CITED.len()];
            for source in self.world.cited(count, &mut self.random) {
                let language = Language::any(&mut self.random);
                let row = [
                    claim_key(claim),
                    source_key(source),
                    self.one_of(&stances),
                    if self.random.chance(70) { self.locator() } else { String::new() },
                    self.some(30, language, 16),
                    self.attributed_to(source),
                    self.one_of(&["", "", "2", "3"]),
                    self.some(8, language, 8),
                ];
                to.write_record(&row)?;
            }
        }
        to.flush()
    }

    fn attributed_to(&mut self, source: u32) -> String {
        let origins = &self.world.origins[source as usize];
        if origins.is_empty() || !self.random.chance(10) {
            return String::new();
        }
        source_key(*self.random.pick(origins))
    }

    pub(crate) fn reviews(&mut self, to: &mut Writer) -> io::Result<()> {
        to.write_record(["claim", "reviewer", "verdict", "reviewed_at", "note"])?;
        let verdicts = ["supported", "refuted", "conflicting-evidence", "not-enough-evidence"];
        for claim in (0..self.world.claims).step_by(5) {
            let at = format!("{}T10:00:00Z", day(&mut self.random));
            let note = self.some(50, Language::English, 10);
            let verdict = self.one_of(&verdicts);
            to.write_record([claim_key(claim), "lena".to_owned(), verdict, at, note])?;
        }
        to.flush()
    }

    pub(crate) fn waivers(&mut self, to: &mut Writer) -> io::Result<()> {
        to.write_record(["claim", "rule", "actor", "reason", "waived_at"])?;
        for claim in (0..self.world.claims).step_by(50) {
            let reason = self.words(Language::English, 6);
            let at = format!("{}T10:00:00Z", day(&mut self.random));
            let row = [claim_key(claim), "single-source".to_owned(), "lena".to_owned(), reason, at];
            to.write_record(&row)?;
        }
        to.flush()
    }
}
