//! Mends punctuation where the parts of an entry meet, and takes our marks out again.

use super::marks;
use super::runs::Run;

/// Takes out marks, doubled spaces, and a full stop or comma that another mark makes needless.
pub(crate) fn tidy(runs: &mut Vec<Run>) {
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
    if let Some(run) = runs.last_mut() {
        run.text.truncate(run.text.trim_end().len());
    }
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
