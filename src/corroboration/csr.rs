//! Compact lists: for each row a slice of numbers, all in one array.

/// Rows of numbers in one array (compressed sparse rows).
#[derive(Debug, Default)]
pub(crate) struct Csr {
    /// Where each row starts in `items`, and where the last one ends.
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Csr {
    /// Sorts pairs (row, item) into rows; in each row the items ascend and none comes twice.
    pub(crate) fn from_pairs(rows: u32, pairs: &[(u32, u32)]) -> Csr {
        let mut next = vec![0_u32; rows as usize + 1];
        for &(row, _) in pairs {
            next[row as usize + 1] += 1;
        }
        for row in 0..rows as usize {
            next[row + 1] += next[row];
        }
        let mut items = vec![0_u32; pairs.len()];
        let starts = next.clone();
        for &(row, item) in pairs {
            let slot = &mut next[row as usize];
            items[*slot as usize] = item;
            *slot += 1;
        }
        let mut csr = Csr { starts, items };
        csr.sort_and_fold();
        csr
    }

    /// The items of a row.
    pub(crate) fn of(&self, row: u32) -> &[u32] {
        let row = row as usize;
        &self.items[self.starts[row] as usize..self.starts[row + 1] as usize]
    }

    /// The same pairs the other way round. Items must be row numbers.
    pub(crate) fn reversed(&self) -> Csr {
        let rows = self.rows();
        let pairs: Vec<(u32, u32)> =
            (0..rows).flat_map(|row| self.of(row).iter().map(move |&item| (item, row))).collect();
        Csr::from_pairs(rows, &pairs)
    }

    /// How many rows there are.
    pub(crate) fn rows(&self) -> u32 {
        self.starts.len().saturating_sub(1) as u32
    }

    /// How many items all rows hold together.
    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    fn sort_and_fold(&mut self) {
        let mut kept = 0_usize;
        let mut start = 0_usize;
        for row in 0..self.rows() as usize {
            let end = self.starts[row + 1] as usize;
            self.items[start..end].sort_unstable();
            let first = kept;
            for at in start..end {
                let item = self.items[at];
                if kept == first || self.items[kept - 1] != item {
                    self.items[kept] = item;
                    kept += 1;
                }
            }
            start = end;
            self.starts[row + 1] = kept as u32;
        }
        self.items.truncate(kept);
    }
}
