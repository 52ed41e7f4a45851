//! Mends punctuation where the parts of an entry meet, and takes our marks out again.

use super::marks;
use super::runs::Run;

/// Takes out marks, doubled spaces, and a full stop or comma that another mark makes needless.
///
/// Where American rules hold (`in_quotes`), a full stop or comma goes inside quotation marks.
pub(crate) fn tidy(runs: &mut Vec<Run>, in_quotes: bool) {
    let mut last = Tail::default();
    for run in runs.iter_mut() {
        let mut text = String::with_capacity(run.text.len());
        let mut characters = run.text.chars().peekable();
        let mut starts = true;
        while let Some(character) = characters.next() {
            if character == marks::WHOLE_NAME {
                // The engine put a blank after it, as after a particle.
                characters.next_if_eq(&' ');
                continue;
            }
            let Some(shown) = marks::reveal(character) else { continue };
            if run.link.is_none() && last.makes_needless(shown) {
                continue;
            }
            // Where two parts meet one full stop is enough; inside a part it is the writer's ("...").
            if std::mem::take(&mut starts) && shown == '.' && last.is('.') {
                continue;
            }
            if matches!(shown, ')' | '.') && text.ends_with(',') && run.link.is_none() {
                // The engine puts a comma before a month and day that are not there.
                text.pop();
            }
            text.push(shown);
            last.push(shown);
        }
        run.text = text;
    }
    runs.retain(|run| !run.text.is_empty());
    for next in 1..runs.len() {
        if in_quotes && runs[next - 1].link.is_none() {
            into_quotes(runs, next);
        }
        // Behind a year the engine leaves a blank for a month that is not there.
        if runs[next].text.starts_with(';') && runs[next - 1].link.is_none() {
            let before = &mut runs[next - 1].text;
            before.truncate(before.trim_end_matches(' ').len());
        }
    }
    runs.retain(|run| !run.text.is_empty());
    if let Some(run) = runs.last_mut() {
        run.text.truncate(run.text.trim_end().len());
    }
}

/// Moves a full stop or comma at the start of a run into the quotation marks that end the one before.
fn into_quotes(runs: &mut [Run], next: usize) {
    let Some(mark) = runs[next].text.chars().next().filter(|mark| matches!(mark, '.' | ',')) else {
        return;
    };
    let Some(quoted) = runs[next - 1].text.strip_suffix('”') else { return };
    if quoted.ends_with(['?', '!']) {
        return;
    }
    let needless = quoted.ends_with(['.', ',']);
    let quoted = format!("{quoted}{}”", if needless { String::new() } else { mark.to_string() });
    runs[next - 1].text = quoted;
    runs[next].text.remove(0);
}

/// The last two characters printed.
#[derive(Default)]
struct Tail([Option<char>; 2]);

impl Tail {
    fn push(&mut self, character: char) {
        self.0 = [self.0[1], Some(character)];
    }

    fn is(&self, character: char) -> bool {
        self.0[1] == Some(character)
    }

    fn makes_needless(&self, next: char) -> bool {
        let [before, last] = self.0;
        let Some(last) = last else { return next == ' ' };
        match next {
            ' ' => last == ' ',
            ',' => last == ',',
            '.' => {
                let closing = matches!(last, '”' | '’' | '"');
                let end = if closing { before } else { Some(last) };
                matches!(end, Some('?' | '!')) || closing && before == Some('.')
            }
            _ => false,
        }
    }
}
