//! TeX and back.

use proptest::prelude::*;

use super::*;
use crate::exchange::library::bibtex::scan;

#[test]
fn accents_in_every_spelling() {
    for tex in ["\\\"{o}", "{\\\"o}", "\\\"o", "{\\\"{o}}", "\\\" o"] {
        assert_eq!(decode(tex), "ö", "{tex}");
    }
    let cases = [
        ("Stra{\\ss}e, Stra\\ss{}e, \\ss trasse", "Straße, Straße, ßtrasse"),
        ("\\o{\\O} {\\L}\\'od\\'z", "øØ Łódź"),
        (
            "\\c{c}\\c s \\v{s}\\v Z \\H{o} \\k a \\r{u} \\u{g} \\.{z} \\=a \\d{h}",
            "çş šŽ ő ą ů ğ ż ā ḥ",
        ),
        ("\\'{\\i}\\'\\i{} \\v{\\j} \\'{\\^e}", "íí ǰ ế"),
        ("\\t{oo} \\'{} \\^{}", "o\u{361}o ´ ^"),
        ("M\\\"uller--L\\\"udenscheidt~II --- ``so''", "Müller–Lüdenscheidt\u{a0}II — “so”"),
        ("\\& \\% \\$ \\# \\_ \\{\\} \\textbackslash{}x", "& % $ # _ {} \\x"),
        ("\\emph{a {\\it b} \\textbf{c}} {NASA} \\enquote{d}", "a b c NASA “d”"),
        (
            "$\\alpha$-rays, H$_2$O, 10$^{-3}$, $p < 0.05$, 5$^\\circ$",
            "α-rays, H₂O, 10⁻³, p < 0.05, 5°",
        ),
        ("a\n  b\n\n  c\\\\ d\\par e", "a b\n\nc\nd\n\ne"),
        ("\\url{http://x/a_b} \\href{http://y}{Y} \\textsuperscript{2}", "http://x/a_b Y ²"),
    ];
    for (tex, text) in cases {
        assert_eq!(decode(tex), text, "{tex}");
    }
}

#[test]
fn what_is_no_text_stays_as_it_is() {
    let cases = [
        "\\foo{bar}{baz} \\baz x",
        "$\\frac{1}{2}$",
        "50 & 60 # 7 % 8_9",
        "$5 and more",
        "C:\\[x] \\;",
    ];
    for tex in cases {
        assert_eq!(decode(tex), tex);
    }
}

#[test]
fn an_address_is_no_tex() {
    assert_eq!(decode_url("\\url{http://x/\\~{}a/b\\_c?d=1\\&e=%20}"), "http://x/~a/b_c?d=1&e=%20");
    assert_eq!(decode_url("http://x/{\\_}y$\\sim$z{}"), "http://x/_y~z");
}

#[test]
fn capitals_that_must_stay_are_in_braces() {
    assert_eq!(encode_title("How NASA lost it"), "{How NASA lost it}");
    assert_eq!(encode_title("Links to Iran & Oman"), "{Links to Iran \\& Oman}");
    assert_eq!(encode_title("Über alte brücken"), "Über alte brücken");
}

proptest! {
    #[test]
    fn what_is_encoded_is_decoded(pieces in prop::collection::vec(prop_oneof![
        prop::sample::select(vec![" ", "\n", "\t", "\r", "-", "'", "`", "?", "!", "{", "}", "\\", "$",
            "^", "_", "~", "\u{a0}", "@a{b,", "NASA", "é", "\u{301}", "&", "%", "^^M", "\\\"o"]),
        Just("a"),
    ], 0..12)) {
        let text = pieces.concat();
        for tex in [encode(&text), encode_title(&text)] {
            prop_assert_eq!(decode(&tex), text.as_str(), "{}", tex);
            prop_assert!(scan::is_balanced(&tex));
            prop_assert!(!scan::holds_an_entry(&tex));
        }
        let tex = encode_name(&text);
        prop_assert_eq!(decode_name(&tex), text.as_str(), "{}", tex);
    }

    #[test]
    fn nothing_makes_it_panic(tex in "[\\\\{}$a\"'^~_cvis \n`?!é-]{0,40}") {
        decode(&tex);
        decode_name(&tex);
        decode_url(&tex);
    }
}
