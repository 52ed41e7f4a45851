//! The command line of `twosource`.

fn main() {}
