//! The text of a note, which Zotero keeps as HTML.

/// The text without tags, a line for each paragraph.
pub(super) fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        text.push_str(&rest[..start]);
        let tag = &rest[start + 1..];
        // A sign that opens no tag is text.
        let opens = tag.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
        let Some(end) = tag.find('>').filter(|_| opens) else {
            text.push('<');
            rest = tag;
            continue;
        };
        let name: String = tag[..end]
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_lowercase();
        const BLOCKS: [&str; 12] =
            ["p", "br", "div", "li", "h1", "h2", "h3", "h4", "blockquote", "tr", "ul", "ol"];
        if BLOCKS.contains(&name.as_str()) && !text.ends_with('\n') {
            text.push('\n');
        }
        rest = &tag[end + 1..];
    }
    text.push_str(rest);
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    resolved(&lines.join("\n"))
}

/// The text with the characters that stand behind the common references.
fn resolved(text: &str) -> String {
    const NAMED: [(&str, &str); 6] = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&nbsp;", "\u{a0}"),
        ("&amp;", "&"),
    ];
    // The ampersand last: `&amp;lt;` is `&lt;`.
    NAMED.iter().fold(text.to_owned(), |text, (name, is)| text.replace(name, is))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_note_is_its_text() {
        for (html, text) in [
            (
                "<div data-schema=\"9\"><p>One &amp; <b>two</b></p>\n<p>three<br/>four</p></div>",
                "One & two\nthree\nfour",
            ),
            ("a < b, 3 <4", "a < b, 3 <4"),
            ("<p></p>", ""),
            ("&amp;lt;", "&lt;"),
            ("cut <p", "cut <p"),
        ] {
            assert_eq!(plain(html), text, "{html}");
        }
    }
}
