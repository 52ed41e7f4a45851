//! A console that writes where a test can look.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use proptest::prelude::*;
use twosource::output::{Console, Look, Surroundings};

/// What was written to one stream.
#[derive(Clone, Default)]
pub(crate) struct Written(Rc<RefCell<Vec<u8>>>);

impl Written {
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.0.borrow().clone()).unwrap()
    }
}

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A console, what it writes to stdout, and what to stderr.
pub(crate) fn console(surroundings: Surroundings) -> (Console, Written, Written) {
    let (data, messages) = (Written::default(), Written::default());
    let console =
        Console::writing_to(Box::new(data.clone()), Box::new(messages.clone()), surroundings);
    (console, data, messages)
}

/// Two terminals without colours.
pub(crate) fn terminals() -> Surroundings {
    let look = Look { color: false, isolate: true };
    Surroundings {
        stdout_is_terminal: true,
        stderr_is_terminal: true,
        data: look,
        messages: look,
        ..Surroundings::pipes()
    }
}

/// Text as it may come from anywhere: many controls and letters of several scripts.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    let nasty = prop_oneof![
        4 => any::<char>(),
        3 => prop::char::range('\0', '\u{9f}'),
        2 => prop::char::range('\u{2000}', '\u{2070}'),
        1 => prop::char::range('א', 'ת'),
        1 => prop::char::range('一', '丿'),
        1 => Just('\u{61c}'),
    ];
    prop::collection::vec(nasty, 0..60).prop_map(String::from_iter)
}
