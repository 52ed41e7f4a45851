//! Which key does what while a claim is read. One table: the help and the handling are made of it.

use crate::domain::Verdict;
use crate::output::Press;

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command {
    Judge(Verdict),
    Cite,
    Waive,
    Skip,
    Back,
    Search,
    LookAgain,
    Scroll(Scroll),
    Keys,
    Quit,
}

/// How far to scroll.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scroll {
    Up,
    Down,
    PageUp,
    PageDown,
    Top,
    Bottom,
}

/// A command with its keys.
pub(super) struct Binding {
    /// The keys. Digits also as Arabic and Persian keyboards write them; a function key for whoever has
    /// no Latin letters at hand.
    pub(super) presses: &'static [Press],
    /// The keys as the help names them.
    pub(super) named: &'static str,
    /// What stands in the line at the bottom; nothing where it has no place there.
    pub(super) short: &'static str,
    /// What it does.
    pub(super) does: &'static str,
    pub(super) command: Command,
}

/// Every key, in the order of the help.
pub(super) const KEYS: &[Binding] = &[
    Binding {
        presses: &[Press::Char('1'), Press::Char('١'), Press::Char('۱')],
        named: "1",
        short: "1 supported",
        does: "verdict: supported",
        command: Command::Judge(Verdict::Supported),
    },
    Binding {
        presses: &[Press::Char('2'), Press::Char('٢'), Press::Char('۲')],
        named: "2",
        short: "2 refuted",
        does: "verdict: refuted",
        command: Command::Judge(Verdict::Refuted),
    },
    Binding {
        presses: &[Press::Char('3'), Press::Char('٣'), Press::Char('۳')],
        named: "3",
        short: "3 conflicting",
        does: "verdict: conflicting-evidence",
        command: Command::Judge(Verdict::ConflictingEvidence),
    },
    Binding {
        presses: &[Press::Char('4'), Press::Char('٤'), Press::Char('۴')],
        named: "4",
        short: "4 not enough",
        does: "verdict: not-enough-evidence",
        command: Command::Judge(Verdict::NotEnoughEvidence),
    },
    Binding {
        presses: &[Press::Char('c'), Press::Function(2)],
        named: "c, F2",
        short: "c cite",
        does: "add a citation",
        command: Command::Cite,
    },
    Binding {
        presses: &[Press::Char('w'), Press::Function(4)],
        named: "w, F4",
        short: "w waive",
        does: "waive a finding, with a reason",
        command: Command::Waive,
    },
    Binding {
        presses: &[Press::Char('s'), Press::Right],
        named: "s, →",
        short: "s skip",
        does: "skip: on to the next claim that you have not judged",
        command: Command::Skip,
    },
    Binding {
        presses: &[Press::Char('b'), Press::Left],
        named: "b, ←",
        short: "b back",
        does: "back to the claim before",
        command: Command::Back,
    },
    Binding {
        presses: &[Press::Char('/'), Press::Function(3)],
        named: "/, F3",
        short: "/ search",
        does: "search for a claim by key or words",
        command: Command::Search,
    },
    Binding {
        presses: &[Press::Char('r'), Press::Function(5)],
        named: "r, F5",
        short: "",
        does: "look again: read the claim anew from the casebook",
        command: Command::LookAgain,
    },
    Binding {
        presses: &[Press::Up, Press::Char('k')],
        named: "↑, k",
        short: "",
        does: "scroll up a line",
        command: Command::Scroll(Scroll::Up),
    },
    Binding {
        presses: &[Press::Down, Press::Char('j')],
        named: "↓, j",
        short: "",
        does: "scroll down a line",
        command: Command::Scroll(Scroll::Down),
    },
    Binding {
        presses: &[Press::PageUp],
        named: "PgUp",
        short: "",
        does: "scroll up a page",
        command: Command::Scroll(Scroll::PageUp),
    },
    Binding {
        presses: &[Press::PageDown, Press::Char(' ')],
        named: "PgDn, space",
        short: "",
        does: "scroll down a page",
        command: Command::Scroll(Scroll::PageDown),
    },
    Binding {
        presses: &[Press::Home, Press::Char('g')],
        named: "Home, g",
        short: "",
        does: "to the top",
        command: Command::Scroll(Scroll::Top),
    },
    Binding {
        presses: &[Press::End, Press::Char('G')],
        named: "End, G",
        short: "",
        does: "to the bottom",
        command: Command::Scroll(Scroll::Bottom),
    },
    Binding {
        presses: &[Press::Char('?'), Press::Char('؟'), Press::Function(1)],
        named: "?, F1",
        short: "? keys",
        does: "show these keys, or put them away",
        command: Command::Keys,
    },
    Binding {
        presses: &[Press::Char('q'), Press::Control('c'), Press::Function(10)],
        named: "q, Ctrl-C",
        short: "q quit",
        does: "quit; next time you go on where you stopped",
        command: Command::Quit,
    },
];

/// What the key asks for.
pub(super) fn command(press: Press) -> Option<Command> {
    KEYS.iter().find(|binding| binding.presses.contains(&press)).map(|binding| binding.command)
}
