//! Formulas that are really text: `$\alpha$`, `H$_2$O`, `$p < 0.05$`.

/// The longest formula that is looked at.
const LONGEST: usize = 200;

/// What the formula prints that begins after a `$`, and how many bytes it has with the `$` that ends
/// it; `None` where it is no text.
pub(super) fn text(after_dollar: &str) -> Option<(String, usize)> {
    let near = &after_dollar.as_bytes()[..after_dollar.len().min(LONGEST)];
    let end = near.iter().position(|&byte| byte == b'$').filter(|&end| end > 0)?;
    let formula = after_dollar.get(..end)?;
    let mut out = String::new();
    let mut rest = formula;
    while let Some(first) = rest.chars().next() {
        rest = match first {
            '\\' => command(rest, &mut out)?,
            '^' => raised(&rest[1..], &mut out, superscript)?,
            '_' => raised(&rest[1..], &mut out, subscript)?,
            '{' | '}' | '&' | '#' | '%' | '~' => return None,
            other => {
                out.push(other);
                &rest[other.len_utf8()..]
            }
        };
    }
    Some((out, end + 1))
}

fn command<'t>(rest: &'t str, out: &mut String) -> Option<&'t str> {
    let name = &rest[1..];
    let end = name.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(name.len());
    let (name, rest) = name.split_at(end);
    match (name, rest.chars().next()) {
        ("", Some(',' | ';' | ' ')) => {
            out.push(' ');
            Some(&rest[1..])
        }
        ("", Some(sign @ ('%' | '&' | '$' | '#' | '_'))) => {
            out.push(sign);
            Some(&rest[1..])
        }
        _ => {
            out.push(symbol(name)?);
            Some(rest.trim_start())
        }
    }
}

/// What follows `^` or `_`: one sign, or some in braces, that Unicode has raised or lowered.
fn raised<'t>(
    rest: &'t str,
    out: &mut String,
    turned: fn(char) -> Option<char>,
) -> Option<&'t str> {
    let (inside, after) = match rest.strip_prefix('{') {
        Some(inside) => inside.split_once('}')?,
        None if rest.starts_with("\\circ") => rest.split_at("\\circ".len()),
        None => rest.split_at(rest.chars().next()?.len_utf8()),
    };
    if inside.trim() == "\\circ" {
        out.push('°');
    } else {
        let turned: Option<String> = inside.chars().map(turned).collect();
        out.push_str(&turned.filter(|text| !text.is_empty())?);
    }
    Some(after)
}

/// A raised sign.
pub(super) fn superscript(sign: char) -> Option<char> {
    Some(match sign {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '0' => '⁰',
        '4'..='9' => char::from_u32(0x2070 + sign.to_digit(10)?)?,
        '+' => '⁺',
        '-' => '⁻',
        'n' => 'ⁿ',
        _ => return None,
    })
}

/// A lowered sign.
pub(super) fn subscript(sign: char) -> Option<char> {
    Some(match sign {
        '0'..='9' => char::from_u32(0x2080 + sign.to_digit(10)?)?,
        '+' => '₊',
        '-' => '₋',
        _ => return None,
    })
}

fn symbol(name: &str) -> Option<char> {
    const GREEK: &[(&str, char)] = &[
        ("alpha", 'α'),
        ("beta", 'β'),
        ("gamma", 'γ'),
        ("delta", 'δ'),
        ("epsilon", 'ε'),
        ("varepsilon", 'ε'),
        ("zeta", 'ζ'),
        ("eta", 'η'),
        ("theta", 'θ'),
        ("iota", 'ι'),
        ("kappa", 'κ'),
        ("lambda", 'λ'),
        ("mu", 'μ'),
        ("nu", 'ν'),
        ("xi", 'ξ'),
        ("pi", 'π'),
        ("rho", 'ρ'),
        ("sigma", 'σ'),
        ("tau", 'τ'),
        ("phi", 'φ'),
        ("varphi", 'φ'),
        ("chi", 'χ'),
        ("psi", 'ψ'),
        ("omega", 'ω'),
        ("Gamma", 'Γ'),
        ("Delta", 'Δ'),
        ("Theta", 'Θ'),
        ("Lambda", 'Λ'),
        ("Xi", 'Ξ'),
        ("Pi", 'Π'),
        ("Sigma", 'Σ'),
        ("Phi", 'Φ'),
        ("Psi", 'Ψ'),
        ("Omega", 'Ω'),
        ("sim", '~'),
        ("times", '×'),
        ("pm", '±'),
        ("cdot", '·'),
        ("leq", '≤'),
        ("le", '≤'),
        ("geq", '≥'),
        ("ge", '≥'),
        ("neq", '≠'),
        ("approx", '≈'),
        ("rightarrow", '→'),
        ("to", '→'),
        ("infty", '∞'),
        ("degree", '°'),
        ("ldots", '…'),
        ("dots", '…'),
        ("circ", '°'),
        ("prime", '′'),
    ];
    GREEK.iter().find(|(known, _)| *known == name).map(|(_, sign)| *sign)
}
