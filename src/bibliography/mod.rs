//! Sources to bibliographies: CSL styles, hayagriva's engine, and what it takes to trust its output.
//!
//! A [`Source`](crate::domain::Source) becomes an [`Item`] of CSL variables (`from_source`); the
//! [`Style`] is rewritten where the engine would go wrong (`style::adapt`); each item is rendered
//! alone (`engine`), with stand-ins for its dates (`stand_in`); then come order, year suffixes,
//! title case and whatever is still missing (`order`, `suffix`, `case`, `complete`), and last the
//! text, HTML, Markdown or RTF (`write`).
//!
//! Three promises: each source has an entry; each entry names the first of each of its voices and
//! its date, whatever the style leaves out; nothing in the data is taken for markup.
//!
//! Where we depart from a style on purpose: kinds of source that it leaves unlisted (letters and
//! interviews in Chicago and APA) are listed; an interview or letter is called that, not "personal
//! communication", which to a fact-checker is her own; what the title says already is not said again;
//! the reporter citation and number of a ruling or law are added where a style drops them; an English
//! article at the start of a title or newspaper does not count in sorting. Sentence case is that of
//! CSL 1.0.2: of a title in mixed case only the first letter changes.
//!
//! Every kind of source is held against citeproc-js, the processor that CSL's styles are written with,
//! in eight styles, as an entry and in notes (`tests/bibliography/reference.rs`); each difference is
//! listed with its reason in `fixtures/golden/reference/differences.tsv`.
//!
//! Notes ([`render_notes`]) are made of single citations: where each stands (`position`) is decided in
//! the style before it is rendered (`style::kinds`), and what CSL has between and around them is put on
//! afterwards. Years, letters and numbers of brackets in the text are those of the bibliography.
//!
//! Known limits:
//! - Words in front of what disputes a claim ("but see") are in seven languages, else English.
//! - The citations of a note are not collapsed ("[1]–[3]", "Smith 2004a, b"): each stands alone.
//! - A date that is more than a day, month or year stands where the year stands, in author-date
//!   styles too: "(May 1–3, 2004)".
//! - A publisher that is also the author is printed twice where the style does so (APA would not).
//! - Title case goes by the item's `language`, or the style's where it has none: a French title
//!   without a language is taken for English by an English style.
//! - Markup inside titles (`<i>`) is printed as it stands.
//! - Given names in Arabic script have no initials. Titles in capitals stay so in sentence case.
//! - A dash for a repeated author replaces all names or none.

mod arrangement;
mod case;
mod complete;
mod dashes;
mod date;
mod engine;
mod from_source;
mod item;
mod marks;
mod notes;
mod order;
mod parallel;
mod particle;
mod place;
mod position;
mod render;
mod repeats;
mod runs;
mod signal;
mod stand_in;
mod style;
mod suffix;
mod tidy;
mod words;
mod write;

pub use arrangement::Arrangement;
pub use item::{Agent, Item};
pub use notes::{Cite, Notes, render_notes};
pub use render::{Bibliography, Entry, Warning, render, render_arranged, steps};
pub use style::{Bundled, Style};
pub use write::Format;
pub(crate) use write::escaped_html;
