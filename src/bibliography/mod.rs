//! Sources to bibliographies: CSL styles, hayagriva's engine, and what it takes to trust its output.

mod case;
mod complete;
mod dashes;
mod date;
mod engine;
mod from_source;
mod item;
mod marks;
mod order;
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
