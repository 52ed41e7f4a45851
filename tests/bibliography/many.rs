//! Ten thousand sources at once; run by hand:
//! `cargo test --release --test bibliography -- --ignored --nocapture`.

use std::time::Instant;

use twosource::bibliography::{Agent, Format, Item, Style, render};

#[test]
#[ignore = "a measurement, not a test"]
#[allow(clippy::print_stderr)] // the measurement is what it is for
fn ten_thousand_sources() {
    let kinds = ["article-newspaper", "report", "book", "legal_case", "interview"];
    let items: Vec<Item> = (0..10_000_usize)
        .map(|number| {
            let family = format!("Family{}", number * 7919 % 3001);
            Item::new(format!("key{number}"), kinds[number % kinds.len()])
                .name("author", Agent::Person { family, given: "Ann Mary".into() })
                .text("title", format!("The title of the work that has number {number}"))
                .text("container-title", "The Daily Paper")
                .text("language", "en")
                .date("issued", format!("{}-05-01", 1900 + number % 120))
        })
        .collect();
    for name in ["chicago-notes", "chicago-author-date", "apa"] {
        let style = Style::named(name).unwrap();
        let start = Instant::now();
        let entries = render(&style, &items, Format::Html).entries.len();
        eprintln!("{name}: {entries} entries in {:.2} s", start.elapsed().as_secs_f64());
    }
}
