//! Examples that read like the definition, and the table of the first real case.

use twosource::corroboration::Level;

use crate::casebook::{Casebook, Claim, Source, Verdict};
use crate::oracle;

/// A casebook with one claim in it.
#[derive(Default)]
struct Case {
    book: Casebook,
    claim: Claim,
}

fn a_claim() -> Case {
    Case::default()
}

impl Case {
    fn source(&mut self, key: &str) -> &mut Source {
        let sources = &mut self.book.sources;
        let at = sources.iter().position(|source| source.key == key).unwrap_or_else(|| {
            sources.push(Source { key: key.to_owned(), ..Source::default() });
            sources.len() - 1
        });
        &mut sources[at]
    }

    fn cited_by(mut self, key: &str) -> Case {
        self.source(key);
        self.claim.citations.push((key.to_owned(), Vec::new()));
        self
    }

    /// An attribution of the citation before it.
    fn who_has_it_from(mut self, key: &str) -> Case {
        self.source(key);
        self.claim.citations.last_mut().unwrap().1.push(key.to_owned());
        self
    }

    fn appearing_in(mut self, key: &str) -> Case {
        self.source(key);
        self.claim.appears_in.push(key.to_owned());
        self
    }

    fn original(mut self, key: &str) -> Case {
        self.source(key).original = true;
        self
    }

    fn fallen(mut self, key: &str) -> Case {
        self.source(key).fallen = true;
        self
    }

    fn voice(mut self, key: &str, name: &str) -> Case {
        self.source(key).voices.push((name.to_owned(), false));
        self
    }

    fn unnamed_voice(mut self, key: &str, name: &str) -> Case {
        self.source(key).voices.push((name.to_owned(), true));
        self
    }

    fn identifier(mut self, key: &str, identifier: &str) -> Case {
        self.source(key).identifiers.push(identifier.to_owned());
        self
    }

    /// `a reports b`, in the words of the casebook.
    fn where_(mut self, sentence: &str) -> Case {
        let [key, relation, origin] = sentence.split(' ').collect::<Vec<_>>().try_into().unwrap();
        self.source(origin);
        self.source(key).lineage.push((relation.to_owned(), origin.to_owned()));
        self
    }

    fn verdict(mut self) -> Verdict {
        self.book.claims = vec![self.claim.clone()];
        let (quick, exact) = self.book.assessed(256).remove(0);
        assert_eq!(quick, exact, "the short way and the search");
        assert_eq!(quick, oracle::verdict(&self.book, &self.claim), "the graph and the definition");
        quick
    }

    #[track_caller]
    fn has_level(self, level: Level) -> Verdict {
        let verdict = self.verdict();
        assert_eq!(verdict.level, level, "{verdict:?}");
        verdict
    }

    #[track_caller]
    fn rests_on(self, level: Level, points: &[&str]) -> Verdict {
        let verdict = self.has_level(level);
        assert_eq!(verdict.weakest.iter().map(String::as_str).collect::<Vec<_>>(), points);
        verdict
    }
}

fn two_originals() -> Case {
    a_claim().cited_by("a").cited_by("b").original("a").original("b")
}

#[test]
fn nothing_is_no_support() {
    let verdict = a_claim().rests_on(Level::Unsupported, &[]);
    assert_eq!((verdict.sources, verdict.origins), (0, 0));
}

#[test]
fn one_source_is_one_however_often_it_is_cited() {
    let case = a_claim().cited_by("a").cited_by("a").original("a").voice("a", "Ann");
    let verdict = case.rests_on(Level::SingleSource, &["source:a", "voice:Ann"]);
    assert_eq!((verdict.sources, verdict.origins), (1, 1));
}

#[test]
fn ten_papers_that_carry_one_wire_report_are_one_source() {
    let case = (0..10).fold(a_claim().original("wire").voice("wire", "Reuters"), |case, n| {
        case.cited_by(&format!("paper{n}")).where_(&format!("paper{n} republishes wire"))
    });
    let verdict = case.rests_on(Level::SingleOrigin, &["source:wire", "voice:Reuters"]);
    assert_eq!((verdict.sources, verdict.origins), (10, 1));
}

#[test]
fn two_firsthand_sources_corroborate_each_other() {
    two_originals().rests_on(Level::Corroborated, &[]);
    a_claim().cited_by("a").cited_by("b").original("a").has_level(Level::Apparent);
    a_claim().cited_by("a").cited_by("b").has_level(Level::Apparent);
}

#[test]
fn one_voice_or_one_page_is_one_point() {
    two_originals()
        .voice("a", "Ann")
        .voice("b", "Ann")
        .rests_on(Level::SingleOrigin, &["voice:Ann"]);
    two_originals()
        .identifier("a", "doi:1")
        .identifier("b", "doi:1")
        .rests_on(Level::SingleOrigin, &["identifier:doi:1"]);
    two_originals().voice("a", "Ann").voice("b", "Bob").has_level(Level::Corroborated);
}

#[test]
fn unnamed_voices_are_one_on_firm_paths_only() {
    let case = || two_originals().unnamed_voice("a", "an official").unnamed_voice("b", "a spy");
    case().rests_on(Level::Apparent, &[]);
    case().cited_by("c").original("c").voice("c", "Ann").has_level(Level::Corroborated);
}

#[test]
fn what_it_republishes_lends_its_points_and_its_fall() {
    let case =
        || a_claim().cited_by("a").who_has_it_from("x").cited_by("b").original("x").original("b");
    case()
        .where_("a translates text")
        .voice("text", "Ann")
        .voice("b", "Ann")
        .rests_on(Level::SingleOrigin, &["voice:Ann"]);
    case()
        .where_("a reports text")
        .voice("text", "Ann")
        .voice("b", "Ann")
        .has_level(Level::Corroborated);
    case().where_("a translates text").fallen("text").has_level(Level::SingleSource);
    case()
        .where_("a translates b2")
        .where_("b2 republishes text")
        .fallen("text")
        .has_level(Level::SingleSource);
}

#[test]
fn a_claim_is_no_evidence_for_itself() {
    two_originals().appearing_in("a").has_level(Level::SingleSource);
    two_originals().appearing_in("other").has_level(Level::Corroborated);
    two_originals()
        .appearing_in("reprint")
        .where_("reprint republishes a")
        .has_level(Level::SingleSource);
    let sibling =
        || two_originals().appearing_in("w").where_("a translates t").where_("w republishes t");
    sibling().has_level(Level::SingleSource);
    // Two texts in one anthology share no text; nor does what merely reports the work count less.
    a_claim().cited_by("a").where_("a reports w").appearing_in("w").has_level(Level::Unsupported);
    a_claim()
        .cited_by("a")
        .where_("a reports w")
        .where_("a reports x")
        .appearing_in("w")
        .has_level(Level::SingleSource);
}

#[test]
fn a_text_between_two_others_is_an_edition_of_both_but_they_are_not_of_each_other() {
    let case = || {
        a_claim()
            .cited_by("a")
            .cited_by("z")
            .where_("both republishes a")
            .where_("both republishes w")
            .appearing_in("w")
    };
    case().has_level(Level::Apparent);
    case().cited_by("both").has_level(Level::Apparent);
}

#[test]
fn an_attribution_goes_before_lineage() {
    let case = || a_claim().cited_by("news").where_("news reports wire").cited_by("b");
    case().voice("wire", "Ann").voice("b", "Ann").has_level(Level::SingleOrigin);
    a_claim()
        .cited_by("news")
        .who_has_it_from("official")
        .where_("news reports wire")
        .cited_by("b")
        .voice("wire", "Ann")
        .voice("b", "Ann")
        .has_level(Level::Apparent);
}

#[test]
fn a_dead_end_is_no_support() {
    a_claim().cited_by("a").where_("a reports b").fallen("b").has_level(Level::Unsupported);
    a_claim().cited_by("a").who_has_it_from("b").fallen("b").has_level(Level::Unsupported);
    a_claim().cited_by("a").who_has_it_from("a").has_level(Level::Unsupported);
    a_claim()
        .cited_by("a")
        .where_("a reports b")
        .where_("b reports a")
        .has_level(Level::Unsupported);
    a_claim()
        .cited_by("a")
        .who_has_it_from("b")
        .where_("b reports a")
        .has_level(Level::Unsupported);
    let out = a_claim().cited_by("a").where_("a reports b").where_("b reports a");
    out.where_("b reports c").has_level(Level::SingleSource);
}

#[test]
fn one_of_several_origins_is_not_firm_even_if_the_others_have_fallen() {
    let case = || two_originals().cited_by("c").where_("c reports a").where_("c reports b");
    case().has_level(Level::Corroborated);
    let only = || a_claim().cited_by("c").cited_by("b").original("a").original("b");
    only().where_("c reports a").has_level(Level::Corroborated);
    only().where_("c reports a").where_("c quotes a").has_level(Level::Corroborated);
    only().where_("c reports a").where_("c reports x").has_level(Level::Apparent);
    only().where_("c reports a").where_("c reports x").fallen("x").has_level(Level::Apparent);
    a_claim()
        .cited_by("c")
        .who_has_it_from("a")
        .cited_by("b")
        .original("a")
        .original("b")
        .where_("c reports a")
        .where_("c reports x")
        .has_level(Level::Corroborated);
}

#[test]
fn of_several_attributions_each_is_a_path() {
    let case = || a_claim().cited_by("a").who_has_it_from("x").who_has_it_from("y").cited_by("b");
    let verdict = case().voice("x", "Ann").voice("b", "Ann").has_level(Level::Apparent);
    assert_eq!((verdict.sources, verdict.origins), (2, 3));
    case().fallen("y").voice("x", "Ann").voice("b", "Ann").has_level(Level::SingleOrigin);
}

/// The sources that the claims below rest on, as the first real case has them; the claim appears in
/// the article.
fn real() -> Case {
    let mut case = a_claim().appearing_in("menamm-2019");
    for key in [
        "larijani-2018",
        "911-commission",
        "khallad-interrogation",
        "abuhafs-document",
        "obl-letter-haven",
        "obl-letter-karim",
        "alqaeda-19p",
        "khalilzad-book",
        "sdny-ruling",
        "uk-court",
        "state-official-2016",
        "iran-constitution",
    ] {
        case = case.original(key);
    }
    case.voice("larijani-2018", "Larijani")
        .voice("abuhafs-document", "Abu Hafs")
        .unnamed_voice("alqaeda-19p", "al-Qaeda official")
        .unnamed_voice("state-official-2016", "State Department official")
        .voice("obl-letter-karim", "bin Laden")
        .voice("obl-letter-haven", "bin Laden")
        .voice("turki-2015", "Turki al-Faisal")
        .where_("atlantic-2017 republishes alqaeda-19p")
        .where_("odni-2015 collects obl-letter-karim")
        .where_("odni-2015 collects obl-letter-haven")
        .where_("odni-2016 collects obl-letter-karim")
        .where_("odni-2016 collects obl-letter-haven")
        .where_("reuters-london reports uk-court")
        .where_("reuters-london reports sdny-ruling")
}

#[test]
fn the_first_real_case() {
    use Level::{Apparent, Corroborated, SingleOrigin, SingleSource, Unsupported};
    let stamped = real().cited_by("larijani-2018").cited_by("911-commission");
    stamped.who_has_it_from("khallad-interrogation").has_level(Corroborated);
    real().cited_by("abuhafs-document").cited_by("lemonde-2017").has_level(Apparent);
    real().cited_by("obl-letter-haven").cited_by("turki-2015").has_level(Apparent);
    real()
        .cited_by("alqaeda-19p")
        .cited_by("atlantic-2017")
        .rests_on(SingleOrigin, &["source:alqaeda-19p", "voice:al-Qaeda official"]);
    let artery = real().cited_by("obl-letter-karim").cited_by("odni-2016");
    artery
        .who_has_it_from("obl-letter-karim")
        .rests_on(SingleOrigin, &["source:obl-letter-karim", "voice:bin Laden"]);
    real().cited_by("khalilzad-book").has_level(SingleSource);
    real().cited_by("reuters-london").who_has_it_from("sdny-ruling").has_level(SingleSource);
    real().cited_by("911-commission").has_level(SingleSource);
    real().cited_by("atlantic-2017").who_has_it_from("alqaeda-19p").has_level(SingleSource);
    real().cited_by("nyt-2016").who_has_it_from("state-official-2016").has_level(SingleSource);
    real().cited_by("iran-constitution").has_level(SingleSource);
    real().has_level(Unsupported);
    real().cited_by("menamm-2019").has_level(Unsupported);
}

#[test]
fn levels_have_names_and_an_order() {
    let names = ["unsupported", "single-source", "single-origin", "apparent", "corroborated"];
    assert_eq!(Level::ALL.iter().map(|level| level.as_str()).collect::<Vec<_>>(), names);
    assert!(Level::ALL.is_sorted_by(|weak, strong| weak < strong));
    for &level in Level::ALL {
        assert_eq!(level.to_string().parse::<Level>(), Ok(level));
    }
    let error = "strong".parse::<Level>().unwrap_err().to_string();
    assert!(error.starts_with("`strong` is not a level; a level is one of unsupported,"));
}
