//! The shadow text for full-text search, folded as the casebook folds it.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Puts the folded texts into `to`, one a line.
pub(crate) fn folded<'t>(texts: impl IntoIterator<Item = Option<&'t str>>, to: &mut String) {
    to.clear();
    for text in texts.into_iter().flatten() {
        if !to.is_empty() {
            to.push('\n');
        }
        let start = to.len();
        if text.is_ascii() {
            to.push_str(text);
            to[start..].make_ascii_lowercase();
            continue;
        }
        for character in text.nfkd().filter(|character| !is_combining_mark(*character)) {
            match character {
                'ي' | 'ى' | 'ئ' => to.push('ی'),
                'ك' => to.push('ک'),
                'أ' | 'إ' | 'آ' | 'ٱ' => to.push('ا'),
                'ؤ' => to.push('و'),
                'ة' | 'ۀ' => to.push('ه'),
                'ـ' | '\u{200C}' | '\u{200D}' => {}
                other => to.extend(other.to_lowercase()),
            }
        }
    }
}
