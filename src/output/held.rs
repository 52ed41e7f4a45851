//! Data that is looked through before it is written.

/// What is called with every text of the data.
pub type Watch = Box<dyn FnMut(&str)>;

/// Data that waits for its release, and what is said of it meanwhile.
pub(super) struct Held {
    watch: Watch,
    pieces: Vec<Piece>,
}

/// What is to be written, in its order.
pub(super) enum Piece {
    Data(String),
    Message(String),
}

impl Held {
    /// Nothing yet.
    pub(super) fn new(watch: Watch) -> Self {
        Held { watch, pieces: Vec::new() }
    }

    /// Shows a text to who watches: as it is meant, before it is laid out in lines and columns.
    pub(super) fn show(&mut self, text: &str) {
        (self.watch)(text);
    }

    /// Keeps data that is to be written.
    pub(super) fn keep(&mut self, drawn: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Data(before)) => before.push_str(drawn),
            _ => self.pieces.push(Piece::Data(drawn.to_owned())),
        }
    }

    /// Keeps what is to be said.
    pub(super) fn keep_message(&mut self, text: &str) {
        self.pieces.push(Piece::Message(text.to_owned()));
    }

    /// What is to be written.
    pub(super) fn into_pieces(self) -> Vec<Piece> {
        self.pieces
    }
}

/// Shows every text of a JSON value.
pub(super) fn each_text(value: &serde_json::Value, on_text: &mut dyn FnMut(&str)) {
    use serde_json::Value as Json;
    match value {
        Json::String(text) => on_text(text),
        Json::Array(values) => values.iter().for_each(|value| each_text(value, on_text)),
        Json::Object(fields) => fields.iter().for_each(|(name, value)| {
            on_text(name);
            each_text(value, on_text);
        }),
        _ => {}
    }
}
