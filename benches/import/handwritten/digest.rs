//! Row digests as the casebook keeps them: BLAKE3 over length and bytes of each field, summed up.

/// The fields of one record, and the sum over all records so far.
#[derive(Default)]
pub(crate) struct Digest {
    fields: Vec<u8>,
    sum: [u64; 4],
}

impl Digest {
    pub(crate) fn begin(&mut self, kind: &str) -> &mut Self {
        self.fields.clear();
        self.text(kind)
    }

    pub(crate) fn number(&mut self, number: usize) -> &mut Self {
        self.fields.extend_from_slice(&(number as u64).to_le_bytes());
        self
    }

    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        self.number(text.len());
        self.fields.extend_from_slice(text.as_bytes());
        self
    }

    pub(crate) fn texts<'t>(&mut self, texts: impl Iterator<Item = &'t str>) -> &mut Self {
        for text in texts {
            self.text(text);
        }
        self
    }

    pub(crate) fn optional(&mut self, text: Option<&str>) -> &mut Self {
        match text {
            Some(text) => self.text(text),
            None => self.number(usize::MAX),
        }
    }

    fn parts(&self) -> impl Iterator<Item = u64> + use<> {
        let hash = *blake3::hash(&self.fields).as_bytes();
        (0..4).map(move |part| {
            let bytes = &hash[part * 8..part * 8 + 8];
            bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte))
        })
    }

    pub(crate) fn add(&mut self) {
        for (part, word) in self.parts().enumerate() {
            self.sum[part] = self.sum[part].wrapping_add(word);
        }
    }

    pub(crate) fn subtract(&mut self) {
        for (part, word) in self.parts().enumerate() {
            self.sum[part] = self.sum[part].wrapping_sub(word);
        }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.sum.iter().flat_map(|word| word.to_le_bytes()).collect()
    }
}
