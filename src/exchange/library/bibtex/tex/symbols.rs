//! Commands of LaTeX and what they print.

/// The combining mark that an accent command puts on the next letter.
pub(super) fn accent(command: &str) -> Option<char> {
    Some(match command {
        "`" => '\u{300}',
        "'" => '\u{301}',
        "^" => '\u{302}',
        "~" => '\u{303}',
        "=" => '\u{304}',
        "u" => '\u{306}',
        "." => '\u{307}',
        "\"" => '\u{308}',
        "h" => '\u{309}',
        "r" => '\u{30a}',
        "H" => '\u{30b}',
        "v" => '\u{30c}',
        "f" => '\u{311}',
        "G" => '\u{30f}',
        "d" => '\u{323}',
        "c" => '\u{327}',
        "k" => '\u{328}',
        "b" => '\u{331}',
        "t" => '\u{361}',
        _ => return None,
    })
}

/// What an accent over nothing prints.
pub(super) fn standing_alone(mark: char) -> char {
    match mark {
        '\u{300}' => '`',
        '\u{301}' => '´',
        '\u{302}' => '^',
        '\u{303}' => '~',
        '\u{304}' => '¯',
        '\u{306}' => '˘',
        '\u{307}' => '˙',
        '\u{308}' => '¨',
        '\u{30a}' => '˚',
        '\u{30b}' => '˝',
        '\u{30c}' => 'ˇ',
        '\u{327}' => '¸',
        '\u{328}' => '˛',
        other => other,
    }
}

/// What a command without an argument prints.
pub(super) fn symbol(command: &str) -> Option<&'static str> {
    letter(command).or_else(|| sign(command)).or_else(|| punctuation(command))
}

fn letter(command: &str) -> Option<&'static str> {
    Some(match command {
        "ss" => "ß",
        "SS" => "ẞ",
        "o" => "ø",
        "O" => "Ø",
        "l" => "ł",
        "L" => "Ł",
        "ae" => "æ",
        "AE" => "Æ",
        "oe" => "œ",
        "OE" => "Œ",
        "aa" => "å",
        "AA" => "Å",
        "dh" | "eth" => "ð",
        "DH" => "Ð",
        "th" | "thorn" => "þ",
        "TH" => "Þ",
        "dj" => "đ",
        "DJ" => "Đ",
        "ng" => "ŋ",
        "NG" => "Ŋ",
        "ij" => "ĳ",
        "IJ" => "Ĳ",
        "i" => "ı",
        "j" => "ȷ",
        "textordfeminine" => "ª",
        "textordmasculine" => "º",
        "TeX" => "TeX",
        "LaTeX" => "LaTeX",
        "BibTeX" => "BibTeX",
        _ => return None,
    })
}

fn sign(command: &str) -> Option<&'static str> {
    Some(match command {
        "S" | "textsection" => "§",
        "P" | "textparagraph" => "¶",
        "copyright" | "textcopyright" => "©",
        "textregistered" => "®",
        "texttrademark" => "™",
        "pounds" | "textsterling" => "£",
        "euro" | "texteuro" | "EUR" => "€",
        "textyen" => "¥",
        "textcent" => "¢",
        "textnumero" => "№",
        "dag" | "textdagger" => "†",
        "ddag" | "textdaggerdbl" => "‡",
        "textdegree" | "degree" => "°",
        "textmu" | "textmicro" => "µ",
        "textpm" => "±",
        "texttimes" => "×",
        "textdiv" => "÷",
        "textonehalf" => "½",
        "textonequarter" => "¼",
        "textthreequarters" => "¾",
        "textonesuperior" => "¹",
        "texttwosuperior" => "²",
        "textthreesuperior" => "³",
        "textbullet" => "•",
        "textperiodcentered" => "·",
        "textbackslash" => "\\",
        "textbar" => "|",
        "textless" => "<",
        "textgreater" => ">",
        "textunderscore" => "_",
        "textdollar" => "$",
        "textbraceleft" | "lbrace" => "{",
        "textbraceright" | "rbrace" => "}",
        "textasciitilde" => "~",
        "textasciicircum" => "^",
        "textquotesingle" => "'",
        "textquotedbl" => "\"",
        "textasciigrave" => "`",
        "slash" => "/",
        _ => return None,
    })
}

fn punctuation(command: &str) -> Option<&'static str> {
    Some(match command {
        "ldots" | "dots" | "textellipsis" => "…",
        "textendash" => "–",
        "textemdash" => "—",
        "textquoteleft" | "lq" => "‘",
        "textquoteright" | "rq" => "’",
        "textquotedblleft" => "“",
        "textquotedblright" => "”",
        "quotedblbase" | "glqq" => "„",
        "grqq" => "“",
        "quotesinglbase" | "glq" => "‚",
        "grq" => "‘",
        "guillemotleft" | "guillemetleft" | "flqq" => "«",
        "guillemotright" | "guillemetright" | "frqq" => "»",
        "guilsinglleft" | "flq" => "‹",
        "guilsinglright" | "frq" => "›",
        "textexclamdown" => "¡",
        "textquestiondown" => "¿",
        "space" => " ",
        "quad" => "\u{2003}",
        "newline" => "\n",
        _ => return None,
    })
}

/// Commands that only say how the text in their braces looks.
pub(super) fn is_look(command: &str) -> bool {
    matches!(
        command,
        "emph"
            | "textit"
            | "textbf"
            | "textsc"
            | "textrm"
            | "textsf"
            | "texttt"
            | "textup"
            | "textmd"
            | "textsl"
            | "textnormal"
            | "mbox"
            | "hbox"
            | "uline"
            | "underline"
            | "mkbibemph"
            | "mkbibitalic"
            | "mkbibbold"
            | "MakeUppercase"
            | "NoCaseChange"
    )
}

/// Commands that say how the text after them looks, or nothing.
pub(super) fn is_switch(command: &str) -> bool {
    matches!(
        command,
        "it" | "em"
            | "bf"
            | "sc"
            | "rm"
            | "tt"
            | "sl"
            | "sf"
            | "itshape"
            | "bfseries"
            | "scshape"
            | "upshape"
            | "rmfamily"
            | "ttfamily"
            | "sffamily"
            | "normalfont"
            | "small"
            | "footnotesize"
            | "protect"
            | "relax"
            | "nobreak"
            | "allowbreak"
            | "noindent"
    )
}

/// What a command prints around the text in its braces.
pub(super) fn quotes(command: &str) -> Option<(&'static str, &'static str)> {
    matches!(command, "enquote" | "mkbibquote").then_some(("“", "”"))
}
