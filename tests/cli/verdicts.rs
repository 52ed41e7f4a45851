//! The verdict of a claim is that of its latest review, whatever zone each was written in.

use crate::desk::Desk;

#[test]
fn the_latest_review_is_the_latest_moment() {
    let desk = Desk::new();
    let case = desk.path("case");
    std::fs::create_dir(&case).unwrap();
    std::fs::write(case.join("claims.csv"), "key,statement\nc1,The bank paid.\n").unwrap();
    // 23:00 five hours east of Greenwich is earlier than 20:00 there.
    let reviews = "claim,reviewer,verdict,reviewed_at\n\
                   c1,Ben,refuted,2026-11-02T20:00:00Z\n\
                   c1,Ada,supported,2026-11-02T23:00:00+05:00\n";
    std::fs::write(case.join("reviews.csv"), reviews).unwrap();
    desk.run(&["import", "case"]).succeeds();
    for command in [["claim", "list", "--format", "json"], ["claim", "show", "c1", "--format=json"]]
    {
        let answer = desk.run(&command).succeeds();
        assert!(answer.stdout.contains("\"verdict\": \"refuted\""), "{answer}");
    }
}
