//! What stands after the `=` of a field.

use std::borrow::Cow;

use super::scan;

/// The value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value<'t> {
    /// A text in TeX, without the braces or quotation marks around it; abbreviations written out.
    Text(Cow<'t, str>),
    /// An expression with abbreviations that the file does not define, or that name a month: as it
    /// stands, `jan # {~1}`.
    Expression(Cow<'t, str>),
}

/// What a kept value begins with that is an expression, not a text. No text in TeX does: TeX wants a
/// backslash before it.
const EXPRESSION: char = '#';

impl<'t> Value<'t> {
    /// A text of our own making.
    pub(super) fn text(text: impl Into<Cow<'t, str>>) -> Self {
        Value::Text(text.into())
    }

    /// The value as TeX, with the names of abbreviations in place of what they stand for.
    pub(super) fn tex(&self) -> Cow<'_, str> {
        match self {
            Value::Text(text) => Cow::Borrowed(text),
            Value::Expression(expression) => {
                Cow::Owned(scan::pieces(expression).unwrap_or_default().concat())
            }
        }
    }

    /// The value as it is kept in a casebook: the text alone where that is clear, else an expression.
    pub(super) fn to_kept(&self) -> String {
        match self {
            // A variable is not empty; and a text that looks like an expression is made one.
            Value::Text(text) if text.trim().is_empty() || text.starts_with(EXPRESSION) => {
                format!("{EXPRESSION} {{{text}}}")
            }
            Value::Text(text) => text.to_string(),
            Value::Expression(expression) => format!("{EXPRESSION} {expression}"),
        }
    }

    /// The value that was kept so; `None` where it would break the file that it is written into, as
    /// it may where somebody typed it into a case folder.
    pub(super) fn from_kept(kept: &'t str) -> Option<Self> {
        match kept.strip_prefix(EXPRESSION) {
            Some(expression) => {
                let expression = expression.trim();
                let whole = expression.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
                match whole.filter(|text| scan::is_balanced(text)) {
                    Some(text) => Some(Value::text(text)),
                    None => scan::pieces(expression).map(|_| Value::Expression(expression.into())),
                }
            }
            None => Some(Value::text(kept)),
        }
        .filter(|_| scan::is_balanced(kept) && !scan::holds_an_entry(kept))
    }

    /// The value as it is written into a file.
    pub(super) fn write(&self, to: &mut String) {
        match self {
            Value::Text(text) => {
                to.push('{');
                to.push_str(text);
                to.push('}');
            }
            Value::Expression(expression) => to.push_str(expression),
        }
    }
}
