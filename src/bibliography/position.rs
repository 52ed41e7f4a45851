//! Where a citation stands among the others: the first of its source, "ibid.", or a later one.
//!
//! The rules are those of CSL 1.0.2, "Choose", under "position".

use std::collections::HashMap;

use citationberg::TestPosition;

/// How a citation stands to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Ibid {
    /// It is of another source, or the reader could not know where in the same one.
    No,
    /// It is of the same place.
    Same,
    /// It is of another place in the same source.
    Elsewhere,
}

/// Where a citation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Position {
    /// Whether its source was cited before.
    pub(crate) again: bool,
    pub(crate) ibid: Ibid,
    /// Whether the last citation of its source is only a few notes back.
    pub(crate) near: bool,
}

impl Position {
    /// What CSL's test says of it.
    pub(crate) fn is(self, test: TestPosition) -> bool {
        match test {
            TestPosition::First => !self.again,
            TestPosition::Subsequent => self.again,
            TestPosition::Ibid => self.ibid != Ibid::No,
            TestPosition::IbidWithLocator => self.ibid == Ibid::Elsewhere,
            TestPosition::NearNote => self.near,
        }
    }
}

/// A position, and the number of the note that has the source first, where that is an earlier one.
pub(crate) type Placed = (Position, Option<usize>);

/// The positions of citations in notes: each is a source and a place in it.
pub(crate) fn positions<'a>(
    notes: &[Vec<(usize, Option<&'a str>)>],
    near_note_distance: usize,
) -> Vec<Vec<Placed>> {
    let mut first: HashMap<usize, usize> = HashMap::new();
    let mut last: HashMap<usize, usize> = HashMap::new();
    let mut placed = Vec::with_capacity(notes.len());
    let mut before: Option<&Vec<(usize, Option<&'a str>)>> = None;
    for (number, note) in (1..).zip(notes) {
        let mut in_note = Vec::with_capacity(note.len());
        for (place, (source, locator)) in note.iter().enumerate() {
            let previous = match place {
                // A note of several sources leaves open which of them "ibid." would mean.
                0 => before.filter(|before| before.len() == 1).and_then(|before| before.first()),
                _ => note.get(place - 1),
            };
            let ibid = match previous {
                Some((same, there)) if same == source => match (there, locator) {
                    (there, here) if there == here => Ibid::Same,
                    (_, Some(_)) => Ibid::Elsewhere,
                    (_, None) => Ibid::No,
                },
                _ => Ibid::No,
            };
            let again = first.contains_key(source);
            let near = last.get(source).is_some_and(|last| number - last <= near_note_distance);
            let earlier = first.get(source).copied();
            first.entry(*source).or_insert(number);
            last.insert(*source, number);
            in_note.push((Position { again, ibid, near }, earlier));
        }
        if !note.is_empty() {
            before = Some(note);
        }
        placed.push(in_note);
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::{Ibid, Position, positions};

    fn said(notes: &[Vec<(usize, Option<&str>)>]) -> String {
        let name = |(position, first): &(Position, Option<usize>)| match position.ibid {
            Ibid::Same => "ibid".to_owned(),
            Ibid::Elsewhere => "ibid+".to_owned(),
            Ibid::No if position.near => format!("near {}", first.unwrap_or(0)),
            Ibid::No if position.again => format!("far {}", first.unwrap_or(0)),
            Ibid::No => "first".to_owned(),
        };
        let notes: Vec<String> = positions(notes, 2)
            .iter()
            .map(|note| note.iter().map(name).collect::<Vec<_>>().join(", "))
            .collect();
        notes.join("; ")
    }

    #[test]
    fn the_same_source_again_is_ibid_only_where_no_other_could_be_meant() {
        let (a, b) = (0, 1);
        for (notes, positions) in [
            (vec![vec![(a, None)], vec![(a, None)]], "first; ibid"),
            (vec![vec![(a, None)], vec![(a, Some("3"))]], "first; ibid+"),
            (vec![vec![(a, Some("3"))], vec![(a, Some("3"))]], "first; ibid"),
            (vec![vec![(a, Some("3"))], vec![(a, Some("4"))]], "first; ibid+"),
            (vec![vec![(a, Some("3"))], vec![(a, None)]], "first; near 1"),
            (vec![vec![(a, None), (b, None)], vec![(b, None)]], "first, first; near 1"),
            (vec![vec![(a, None), (a, Some("3"))]], "first, ibid+"),
            (vec![vec![(a, None)], vec![], vec![(a, None)]], "first; ; ibid"),
            (
                vec![vec![(a, None)], vec![(b, None)], vec![(b, None)], vec![(a, None)]],
                "first; first; ibid; far 1",
            ),
        ] {
            assert_eq!(said(&notes), positions, "{notes:?}");
        }
    }
}
