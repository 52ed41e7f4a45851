//! Words that a style puts next to a value and that should not be there with this one.

use super::item::Item;
use super::runs::Run;

/// Takes out a label said twice ("No. No. 5") and a "by" that nobody follows.
pub(crate) fn tidy(runs: &mut [Run], item: &Item) {
    single_label(runs, item.get("number"));
    if !item.names.contains_key("interviewer") {
        no_dangling_by(runs, item.get("genre"));
    }
}

/// A style puts "Pub. L. No." before a number that may have it already.
fn single_label(runs: &mut [Run], number: &str) {
    let Some((label, _)) = number.rsplit_once(' ').filter(|(label, _)| label.ends_with('.')) else {
        return;
    };
    let mut before = false;
    for run in runs {
        if let Some(rest) = run.text.strip_prefix(label).filter(|_| before) {
            run.text = rest.trim_start().to_owned();
        }
        run.text = run.text.replace(&format!("{label} {label} "), &format!("{label} "));
        before = run.text.trim_end().ends_with(label);
    }
}

/// The engine prints "Interview by" even where the interviewer is not known.
fn no_dangling_by(runs: &mut [Run], genre: &str) {
    if genre.is_empty() {
        return;
    }
    for genre in [genre.to_owned(), genre.to_lowercase()] {
        let dangling = format!("{genre} by");
        for run in runs.iter_mut().filter(|run| run.text.contains(&dangling)) {
            run.text = run.text.replace(&dangling, &genre);
        }
    }
}
