//! The forms in which a command that lists or shows can answer.

/// How a listing is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// For people, fitted to the terminal.
    #[default]
    Table,
    /// For programs; a stable contract.
    Json,
    /// For spreadsheets.
    Csv,
}

impl Format {
    /// Every format, in the order in which help lists them.
    pub const ALL: [Format; 3] = [Format::Table, Format::Json, Format::Csv];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Format::Table => "table",
            Format::Json => "json",
            Format::Csv => "csv",
        }
    }
}
