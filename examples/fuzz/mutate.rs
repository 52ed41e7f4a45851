//! New inputs out of old ones.

/// Longer inputs teach nothing that shorter ones do not.
const LONGEST: usize = 1 << 15;
/// So many inputs are kept to be mutated further, besides the seeds.
const KEPT: usize = 512;
/// What readers stumble over in any format.
const TROUBLE: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "\"",
    "'",
    "\\",
    "@",
    "#",
    "%",
    "~",
    "^",
    "_",
    "&",
    "$",
    ",",
    ";",
    ":",
    "=",
    "-",
    "--",
    "/",
    "//",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\0",
    "\u{feff}",
    "\u{a0}",
    "\u{200f}",
    "\u{2028}",
    "é",
    "e\u{301}",
    "中",
    "ب",
    "😀",
    "ﬁ",
    "0",
    "-1",
    "99999999999999999999",
    "1e999",
    "null",
    "true",
    "2017-09-10",
    "2017/09",
    "198X",
    "10.1000/1",
    "https://web.archive.org/web/2020/http://x.org",
    " ",
    "  ",
    "x-2",
    "unnamed: somebody",
    "csl-json:x",
    "ris:AU",
    "bibtex:x",
];

/// Makes inputs, the same ones for the same seed.
pub(crate) struct Mutator {
    state: u64,
    seeds: usize,
    inputs: Vec<Vec<u8>>,
    words: Vec<Vec<u8>>,
}

impl Mutator {
    /// Begins with these texts; without any, with an empty one.
    pub(crate) fn new(seed: u64, texts: Vec<String>) -> Self {
        let words =
            texts.iter().flat_map(|text| text.split_inclusive(|c: char| !c.is_alphanumeric()));
        let mut words: Vec<_> = words.map(|word| word.as_bytes().to_vec()).collect();
        words.extend(TROUBLE.iter().map(|word| word.as_bytes().to_vec()));
        words.sort();
        words.dedup();
        let mut inputs: Vec<_> = texts.into_iter().map(String::into_bytes).collect();
        inputs.push(Vec::new());
        Mutator { state: seed | 1 << 40, seeds: inputs.len(), inputs, words }
    }

    /// The next input.
    pub(crate) fn next_input(&mut self) -> String {
        let at = self.below(self.inputs.len());
        let mut input = self.inputs[at].clone();
        for _ in 0..=self.below(6) {
            self.mutate(&mut input);
        }
        input.truncate(LONGEST);
        if self.below(8) == 0 {
            if self.inputs.len() < self.seeds + KEPT {
                self.inputs.push(input.clone());
            } else {
                let at = self.seeds + self.below(KEPT);
                self.inputs[at].clone_from(&input);
            }
        }
        String::from_utf8_lossy(&input).into_owned()
    }

    fn mutate(&mut self, input: &mut Vec<u8>) {
        let (from, to) = self.range(input.len());
        match self.below(9) {
            0 => drop(input.drain(from..to)),
            1 => {
                let copy = input[from..to].to_vec();
                let at = self.below(input.len() + 1);
                input.splice(at..at, copy);
            }
            2 => {
                let other = self.below(self.inputs.len());
                let (begin, end) = self.range(self.inputs[other].len());
                let part = self.inputs[other][begin..end].to_vec();
                input.splice(from..to, part);
            }
            3 if !input.is_empty() => {
                let at = self.below(input.len());
                input[at] = self.below(256) as u8;
            }
            4 => {
                // Deep nesting, and very long runs of anything.
                let word = self.word();
                let times = 1 << self.below(12);
                input.splice(from..from, word.repeat(times));
            }
            5 => {
                let word = self.word();
                input.splice(from..to, word);
            }
            6 => self.swap_lines(input),
            _ => {
                let word = self.word();
                input.splice(from..from, word);
            }
        }
    }

    fn swap_lines(&mut self, input: &mut Vec<u8>) {
        let mut lines: Vec<Vec<u8>> =
            input.split_inclusive(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect();
        if lines.len() > 1 {
            let (one, other) = (self.below(lines.len()), self.below(lines.len()));
            lines.swap(one, other);
            *input = lines.concat();
        }
    }

    fn word(&mut self) -> Vec<u8> {
        let at = self.below(self.words.len());
        self.words[at].clone()
    }

    /// A range of this many bytes, more often a short one.
    fn range(&mut self, length: usize) -> (usize, usize) {
        let from = self.below(length + 1);
        let most = 1 << self.below(10);
        let to = from + self.below((length - from).min(most) + 1);
        (from, to)
    }

    /// A number below this one, which is not zero (xorshift64*, Vigna 2016).
    fn below(&mut self, end: usize) -> usize {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        (self.state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % end
    }
}
