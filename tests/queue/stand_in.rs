//! A desk that remembers what it was asked to do, and a screen that is not there.

use std::collections::HashMap;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::Style as Look;
use twosource::domain::{Citation, Key, Verdict};
use twosource::error::{Error, ErrorKind, Result};
use twosource::output::{Press, Text};
use twosource::queue::{Block, Desk, Flow, Found, OpenFinding, Page, Session, Suggestion, draw};

/// The desk.
#[derive(Default)]
pub(crate) struct StandIn {
    /// What was done, one line each.
    pub(crate) done: Vec<String>,
    /// The place that is kept.
    pub(crate) place: Option<String>,
    /// Pages that are not the usual.
    pub(crate) pages: HashMap<String, Page>,
    /// What the next deed fails with.
    pub(crate) failure: Option<Error>,
    /// The claims that cannot be read any more.
    pub(crate) gone: Vec<String>,
}

impl StandIn {
    fn deed(&mut self, done: String) -> Result<String> {
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        self.done.push(done.clone());
        Ok(format!("done: {done}"))
    }
}

impl Desk for StandIn {
    fn page(&mut self, claim: &Key) -> Result<Page> {
        if self.gone.iter().any(|gone| gone == claim.as_str()) {
            return Err(Error::not_found(format!("there is no claim `{claim}`")));
        }
        Ok(self.pages.get(claim.as_str()).cloned().unwrap_or_else(|| page(claim.as_str())))
    }

    fn is_there(&mut self, claim: &Key) -> bool {
        self.gone.iter().all(|gone| gone != claim.as_str())
    }

    fn judge(&mut self, claim: &Key, verdict: Verdict, note: Option<&str>) -> Result<String> {
        self.deed(format!("{claim} {verdict} {note:?}"))
    }

    fn cite(&mut self, citation: &Citation) -> Result<String> {
        let Citation { claim, source, stance, locator, quote, .. } = citation;
        let mut done = format!("{claim} {source} {stance} {locator:?} {quote:?}");
        for origin in &citation.attributed_to {
            done.push_str(&format!(" from {origin}"));
        }
        if let Some(credibility) = citation.credibility {
            done.push_str(&format!(" credibility {credibility}"));
        }
        self.deed(done)
    }

    fn waive(&mut self, claim: &Key, rule: &str, reason: &str) -> Result<String> {
        self.deed(format!("{claim} {rule} {reason}"))
    }

    fn sources_like(&mut self, typed: &str) -> Result<Vec<Suggestion>> {
        let known = [("lemonde-2017", "La banque"), ("letter-1979", "A letter")];
        let like = known.iter().filter(|(key, _)| key.starts_with(typed));
        Ok(like
            .map(|(source, title)| Suggestion { key: key(source), title: (*title).to_owned() })
            .collect())
    }

    fn find(&mut self, words: &str) -> Result<Vec<Found>> {
        let found =
            |key_: &str| Found { key: key(key_), statement: format!("Statement of {key_}.") };
        Ok(match words {
            "none" => Vec::new(),
            "many" => (1..=30).map(|number| found(&format!("hit-{number}"))).collect(),
            "both" => vec![found("c3"), found("c9")],
            one => vec![found(one)],
        })
    }

    fn keep_place(&mut self, claim: Option<&Key>) {
        self.place = claim.map(Key::to_string);
    }
}

pub(crate) fn key(key: &str) -> Key {
    key.parse().unwrap()
}

/// The page of a claim with one finding.
pub(crate) fn page(claim: &str) -> Page {
    let finding = |rule: &str, severity| OpenFinding {
        rule: rule.to_owned(),
        severity,
        message: "one source alone".to_owned(),
    };
    Page {
        key: key(claim),
        state: "high priority · unreviewed".to_owned(),
        blocks: vec![
            Block::Lines(Text::from(format!("Statement of {claim}."))),
            Block::Gap,
            Block::Detail("claimant", Text::from("The bank")),
            Block::Detail("note", Text::new()),
        ],
        findings: vec![finding("single-source", "warning"), finding("missing-locator", "info")],
    }
}

pub(crate) fn changed_by_ben() -> Error {
    Error::new(ErrorKind::Conflict, "the evidence has changed meanwhile: by Ben").hint("look again")
}

/// A session with its desk and a screen.
pub(crate) struct Played {
    pub(crate) desk: StandIn,
    pub(crate) session: Session,
    terminal: Terminal<TestBackend>,
    pub(crate) color: bool,
}

impl Played {
    /// A queue of three claims, c1, c2 and c3, on a terminal of 80 columns and 24 rows.
    pub(crate) fn new() -> Self {
        Played::with(StandIn::default(), None)
    }

    pub(crate) fn with(mut desk: StandIn, start: Option<&str>) -> Self {
        let queue = ["c1", "c2", "c3"].map(key).to_vec();
        let session = Session::new(queue, start.map(key).as_ref(), &mut desk);
        let terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        let mut played = Played { desk, session, terminal, color: false };
        played.screen();
        played
    }

    pub(crate) fn resized(mut self, width: u16, height: u16) -> Self {
        self.resize(width, height);
        self
    }

    pub(crate) fn resize(&mut self, width: u16, height: u16) {
        self.terminal.backend_mut().resize(width, height);
        self.screen();
    }

    /// Presses a key, and looks at what comes of it.
    pub(crate) fn press(&mut self, press: Press) -> Flow {
        let flow = self.session.press(press, &mut self.desk);
        self.screen();
        flow
    }

    /// Presses the keys of these characters; `⏎` is Enter, `⎋` Esc, `⇥` Tab.
    pub(crate) fn keys(&mut self, keys: &str) -> Flow {
        let press = |c| match c {
            '⏎' => Press::Enter,
            '⎋' => Press::Escape,
            '⇥' => Press::Tab,
            '↓' => Press::Down,
            '↑' => Press::Up,
            '→' => Press::Right,
            '←' => Press::Left,
            c => Press::Char(c),
        };
        keys.chars().map(|c| self.press(press(c))).last().unwrap_or(Flow::GoOn)
    }

    pub(crate) fn paste(&mut self, text: &str) {
        self.session.paste(text, &mut self.desk);
        self.screen();
    }

    /// What is seen now, row by row, without the spaces at the ends.
    pub(crate) fn screen(&mut self) -> String {
        let (session, color) = (&mut self.session, self.color);
        self.terminal.draw(|frame| draw(frame, session, color)).unwrap();
        text(self.terminal.backend().buffer())
    }

    pub(crate) fn buffer(&mut self) -> Buffer {
        self.screen();
        self.terminal.backend().buffer().clone()
    }

    pub(crate) fn cursor(&mut self) -> (u16, u16) {
        self.screen();
        self.terminal.get_cursor_position().unwrap().into()
    }

    pub(crate) fn is_plain(&mut self) -> bool {
        self.buffer()
            .content()
            .iter()
            .all(|cell| cell.style() == Look::reset() || is_bare(cell.style()))
    }

    #[track_caller]
    pub(crate) fn shows(&mut self, words: &str) {
        let screen = self.screen();
        assert!(screen.contains(words), "no {words:?} in:\n{screen}");
    }

    #[track_caller]
    pub(crate) fn shows_no(&mut self, words: &str) {
        let screen = self.screen();
        assert!(!screen.contains(words), "{words:?} in:\n{screen}");
    }
}

fn is_bare(look: Look) -> bool {
    use ratatui::style::{Color, Modifier};
    let plain = |color: Option<Color>| color.is_none_or(|color| color == Color::Reset);
    plain(look.fg) && plain(look.bg) && look.add_modifier == Modifier::empty()
}

fn text(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width);
    let mut rows = Vec::new();
    for row in buffer.content().chunks(width) {
        let mut line = String::new();
        let mut hidden = 0;
        for cell in row {
            if hidden > 0 {
                hidden -= 1; // the second column of a wide letter
                continue;
            }
            line.push_str(cell.symbol());
            hidden = unicode_width::UnicodeWidthStr::width(cell.symbol()).saturating_sub(1);
        }
        rows.push(line.trim_end().to_owned());
    }
    rows.join("\n")
}
