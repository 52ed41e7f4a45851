//! Words that a style puts next to a value and that should not be there with this one.

use super::item::Item;
use super::runs::{Run, text_of};

/// Takes out a label said twice ("No. No. 5"), a "by" that nobody follows, and a word that says
/// what the title says already (“Letter to Karim.” Letter.).
pub(crate) fn tidy(runs: &mut [Run], item: &Item) {
    // A style puts "Pub. L. No." before a number that may have it already.
    if let Some((label, _)) = item.get("number").rsplit_once(' ')
        && label.ends_with('.')
    {
        take_out(runs, &format!("{label} {label} "), label.len() + 1);
    }
    // The engine prints "Interview by" even where the interviewer is not known.
    let genre = item.get("genre");
    if !genre.is_empty() && !item.names.contains_key("interviewer") {
        take_out(runs, &format!("{genre} by"), " by".len());
        take_out(runs, &format!("{} by", genre.to_lowercase()), " by".len());
    }
    if !genre.is_empty() && item.get("title").to_lowercase().contains(&genre.to_lowercase()) {
        let said_again = format!(" {genre}.");
        take_out(runs, &format!(".”{said_again}"), said_again.len());
    }
}

/// Takes the last `length` bytes of the first `words` out, over the borders of runs.
fn take_out(runs: &mut [Run], words: &str, length: usize) {
    let Some(found) = text_of(runs).find(words) else { return };
    let end = found + words.len();
    let start = end - length;
    let mut offset = 0;
    for run in runs {
        let (from, to) = (offset, offset + run.text.len());
        offset = to;
        let cut = start.clamp(from, to) - from..end.clamp(from, to) - from;
        // Both ends are ends of `words`, so they lie between characters.
        run.text.replace_range(cut, "");
    }
}
