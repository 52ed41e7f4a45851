//! Sources to bibliographies: CSL styles, hayagriva's engine, and what it takes to trust its output.
//!
//! A [`Source`](crate::domain::Source) becomes an [`Item`] of CSL variables (`from_source`); the
//! [`Style`] is rewritten where the engine would go wrong (`style::adapt`); each item is rendered
//! alone (`engine`), with stand-ins for its dates (`stand_in`); then come order, year suffixes,
//! title case and whatever is still missing (`order`, `suffix`, `case`, `complete`), and last the
//! text, HTML or Markdown (`write`).
//!
//! Three promises: each source has an entry; each entry names the first of each of its voices and
//! its date, whatever the style leaves out; nothing in the data is taken for markup.
//!
//! Where we depart from a style on purpose: kinds of source that it leaves unlisted (letters and
//! interviews in Chicago and APA) are listed; sentence case is not applied, so titles stay as typed;
//! an English article at the start of a title or newspaper does not count in sorting.
//!
//! Known limits:
//! - Words we put in ourselves ("ca.", "Summer 2002", "until") are English in every style.
//! - A date that is more than a day, month or year stands where the year stands, in author-date
//!   styles too: "(May 1–3, 2004)".
//! - A publisher that is also the author is printed twice where the style does so (APA would not).
//! - Title case goes by the item's `language`, or the style's where it has none: a French title
//!   without a language is taken for English by an English style.
//! - Markup inside titles (`<i>`) is printed as it stands.
//! - A dash for a repeated author replaces all names or none.

mod case;
mod complete;
mod dashes;
mod date;
mod engine;
mod from_source;
mod item;
mod marks;
mod order;
mod parallel;
mod particle;
mod render;
mod repeats;
mod runs;
mod stand_in;
mod style;
mod suffix;
mod tidy;
mod write;

pub use item::{Agent, Item};
pub use render::{Bibliography, Entry, Warning, render};
pub use style::Style;
pub use write::Format;
pub(crate) use write::escaped_html;
