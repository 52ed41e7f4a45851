use crate::desk::Desk;
use twosource::checks::{RULES, Rule};

/// What a page says, without the marks of its format.
fn words(page: &str) -> String {
    let text: Vec<&str> = page
        .lines()
        .map(|line| line.strip_prefix(".SS ").or(line.strip_prefix(".SH ")).unwrap_or(line))
        .filter(|line| !line.starts_with('.'))
        .collect();
    let text = text.join(" ").replace("\\-", "-").replace("\\*(Aq", "'").replace('"', "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn there_is_a_page_for_each_command_and_one_of_all_rules() {
    let desk = Desk::new();
    desk.run(&["man", "pages"]).succeeds();
    let folder = desk.path("pages");
    for page in ["twosource.1", "twosource-check.1", "twosource-rule-set.1"] {
        assert!(folder.join(page).exists(), "{page}");
    }
    let page = std::fs::read_to_string(folder.join("twosource-rules.7")).unwrap();
    let page = words(&page);
    for rule in RULES {
        assert!(page.contains(&format!("{} ({})", rule.summary, rule.severity)), "{}", rule.name);
        let documentation = rule.documentation.replace('"', "");
        for paragraph in documentation.split("\n\n") {
            let lines = paragraph.lines().filter(|line| !Rule::HEADINGS.contains(line));
            let told: Vec<&str> = lines.flat_map(str::split_whitespace).collect();
            assert!(page.contains(&told.join(" ")), "{}: {paragraph}", rule.name);
        }
    }
}
