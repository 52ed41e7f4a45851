//! The review queue as a session in the terminal: claim after claim, judged by keys.
//!
//! What is here knows nothing of the casebook: it asks a [`Desk`] for what is to be seen, and to carry
//! out what was confirmed. A [`Session`] is told of presses of keys; [`draw`] shows where it stands. So
//! each key and each screen is tested without a terminal, and the terminal without a queue.

mod browse;
mod chooser;
mod cite_form;
mod desk;
mod dialog;
mod draft;
mod draw;
mod entry;
mod keys;
mod notice;
mod page;
mod panel;
mod rows;
mod session;
mod tally;
mod view;
mod wrap;

pub use desk::{Desk, FOUND, Found, Suggestion};
pub use draw::draw;
pub use page::{Block, OpenFinding, Page};
pub use session::{Flow, Session};
pub use wrap::{Row, wrapped};
