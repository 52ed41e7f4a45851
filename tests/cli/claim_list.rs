use serde_json::Value;

use crate::desk::Desk;

fn listed(desk: &Desk, filters: &[&str]) -> Vec<Value> {
    let list = ["claim", "list", "--format", "json"];
    let answer = desk.run(&[&list[..], filters].concat()).succeeds();
    serde_json::from_str(&answer.stdout).unwrap()
}

#[test]
fn shows_each_claim_with_its_level() {
    let desk = Desk::with_the_article();
    insta::assert_snapshot!(desk.run(&["claim", "list", "--tag", "ideology"]), @"
    --- stdout
    key                                level          sources  origins  statement
    ─────────────────────────────────  ─────────────  ───────  ───────  ────────────────────────────────
    constitution-world-order           single-source        1        1  The Iranian constitution aims at
                                                                        a kind of international
                                                                        government and permits every
                                                                        means to bring it about.
    constitution-islamic-institutions  single-source        1        1  The Iranian constitution rests
                                                                        the country's cultural, social,
                                                                        political and economic
                                                                        institutions on Islam.
    constitution-revolution-abroad     single-source        1        1  The Iranian constitution
                                                                        provides for carrying on the
                                                                        revolution in Iran and in other
                                                                        countries.
    constitution-one-nation            single-source        1        1  Article 11 of the Iranian
                                                                        constitution says that all
                                                                        Muslims form a single nation.
    constitution-unity-policy          single-source        1        1  Article 11 of the Iranian
                                                                        constitution obliges the
                                                                        government to work for Muslim
                                                                        unity in politics, economy and
                                                                        culture.
    shared-ideology                    unsupported          0        0  Shia and Sunni extremists share
                                                                        one ideology, however hostile
                                                                        their words about each other.
    liberation-term                    unsupported          0        0  Iranian officials called the
                                                                        extremist groups that they
                                                                        backed liberation movements.
    --- stderr
    7 claims
    --- status 0
    ");
}

#[test]
fn the_json_is_a_contract() {
    let desk = Desk::with_the_article();
    let claims = listed(&desk, &["--level", "single-origin"]);
    insta::assert_snapshot!(serde_json::to_string_pretty(&claims[0]).unwrap(), @r#"
    {
      "key": "vital-artery",
      "statement": "Bin Laden called Iran the main artery of his organisation.",
      "claimant": "The Middle East and North Africa Media Monitor",
      "nature": "fact",
      "appears_in": [
        "menamm-2019"
      ],
      "tags": [
        "documents"
      ],
      "level": "single-origin",
      "sources": 2,
      "origins": 1,
      "weakest_points": [
        {
          "kind": "source",
          "name": "obl-letter-karim"
        },
        {
          "kind": "voice",
          "name": "bin Laden, Usama"
        }
      ],
      "verdict": null,
      "review_state": "unreviewed",
      "reviewers_agreeing": 0,
      "reviewers_required": 1,
      "assigned_to": []
    }
    "#);
}

#[test]
fn the_csv_has_a_row_for_each_claim() {
    let desk = Desk::with_the_article();
    let answer = desk.run(&["claim", "list", "--level", "corroborated", "--format", "csv"]);
    let head: Vec<&str> = answer.stdout.lines().take(2).collect();
    insta::assert_snapshot!(head.join("\n"), @"
    key,statement,claimant,nature,appears_in,tags,level,sources,origins,weakest_points,verdict,review_state,reviewers_agreeing,reviewers_required,assigned_to
    passports-unstamped,Iranian border guards were told not to stamp the passports of al-Qaeda members.,The Middle East and North Africa Media Monitor,fact,menamm-2019,transit,corroborated,2,2,,,unreviewed,0,1,
    ");
}

#[test]
fn levels_and_tags_and_works_choose() {
    let desk = Desk::with_the_article();
    let all = listed(&desk, &[]);
    let levels = ["unsupported", "single-source", "single-origin", "apparent", "corroborated"];
    let of_levels = levels.map(|level| listed(&desk, &["--level", level]).len());
    assert_eq!(of_levels.iter().sum::<usize>(), all.len());
    let two = listed(&desk, &["--level", levels[1], "--level", levels[2]]);
    assert_eq!(two.len(), of_levels[1] + of_levels[2]);
    assert_eq!(listed(&desk, &["--appears-in", "menamm-2019"]).len(), all.len());
    assert_eq!(listed(&desk, &["--appears-in", "iran-constitution"]).len(), 0);
}

#[test]
fn an_empty_casebook_says_what_to_do() {
    let desk = Desk::new();
    insta::assert_snapshot!(desk.run(&["claim", "list"]), @r#"
    --- stderr
    there are no claims yet
    hint: log one: twosource claim add "What is claimed, in one sentence."
    --- status 0
    "#);
    assert_eq!(desk.run(&["claim", "list", "--format", "json"]).succeeds().stdout, "[]\n");
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    insta::assert_snapshot!(desk.run(&["claim", "list", "--level", "corroborated"]), @"
    --- stderr
    no claim is like that
    --- status 0
    ");
}

#[test]
fn a_work_that_is_not_there_is_an_error() {
    let desk = Desk::with_the_article();
    insta::assert_snapshot!(desk.run(&["claim", "list", "--appears-in", "menamm-2018"]).fails(), @"
    --- stderr
    error: there is no source `menamm-2018`
    hint: did you mean `menamm-2019`?
    --- status 2
    ");
}
