//! Dates as people and spreadsheets write them, where they can mean only one.

use crate::domain::Date;
use crate::exchange::library::loose_date;

/// A date that a cell tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) date: Date,
    /// Whether the cell says no more than that: not the time of the day, say.
    pub(super) says_all: bool,
}

/// The date of a cell; `None` where it is none, or could be two (`3/4/2004`).
pub(super) fn read(cell: &str) -> Option<Found> {
    let cell = cell.trim();
    let all = |date| Found { date, says_all: true };
    if let Ok(date) = cell.parse() {
        return Some(all(date));
    }
    if let Some((day, _)) = cell.split_once(['T', ' ']).filter(|(day, _)| day.len() == 10)
        && let Ok(date) = day.parse()
    {
        return Some(Found { date, says_all: false });
    }
    in_numbers(cell).or_else(|| loose_date(cell)).map(all)
}

/// `15.03.2004`, where the day stands first wherever dates have points; `15/03/2004` and `03/15/2004`,
/// where only one of the two can be a month.
fn in_numbers(cell: &str) -> Option<Date> {
    let separator = ['.', '/', '-'].into_iter().find(|separator| cell.contains(*separator))?;
    let numbers: Option<Vec<u32>> =
        cell.split(separator).map(|part| part.trim().parse().ok()).collect();
    let numbers = numbers?;
    let [first, second, year] = *numbers.as_slice() else { return None };
    if !(1000..=9999).contains(&year) {
        return None;
    }
    let (day, month) = match (first, second) {
        (day, month) if separator == '.' || day == month || day > 12 => (day, month),
        (month, day) if day > 12 => (day, month),
        _ => return None,
    };
    format!("{year:04}-{month:02}-{day:02}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_where_it_can_mean_only_one() {
        for (cell, date, says_all) in [
            ("2004-03-15", "2004-03-15", true),
            ("198X", "198X", true),
            ("15.3.2004", "2004-03-15", true),
            ("15/03/2004", "2004-03-15", true),
            ("3/15/2004", "2004-03-15", true),
            ("4/4/2004", "2004-04-04", true),
            ("March 15, 2004", "2004-03-15", true),
            ("2004-03-15 10:22:33", "2004-03-15", false),
            ("2004-03-15T10:22:33Z", "2004-03-15T10:22:33Z", true),
            ("2004-03-15T10:22", "2004-03-15", false),
        ] {
            let found = read(cell).map(|found| (found.date.as_str().to_owned(), found.says_all));
            assert_eq!(found, Some((date.to_owned(), says_all)), "{cell}");
        }
        for cell in ["3/4/2004", "soon", "45/1/2004", "15.3.04", "1.2", ""] {
            assert_eq!(read(cell), None, "{cell}");
        }
    }
}
