//! The casebook as those outside may see it.

mod agrees;
mod judgements;
mod one_moment;
mod planted;
