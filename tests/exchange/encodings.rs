use crate::support::{all, folder_with, hint, place, problem};

const CLAIMS: &str = "key,statement\r\nc1,Müller sagt: \"\"\r\n";

fn utf16(text: &str, little: bool) -> Vec<u8> {
    let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_column() {
    let folder = folder_with("claims.csv", "\u{FEFF}key,statement\r\nc1,Müller\r\n");
    assert_eq!(all(folder.open().claims())[0].statement, "Müller");
}

#[test]
fn utf16_with_a_byte_order_mark_is_read() {
    // Longer than the buffers, with characters of all lengths.
    let rows: String = (0..20_000).map(|row| format!("c{row},Zoë 中文 🦀 {row}\r\n")).collect();
    let text = format!("\u{FEFF}key,statement\r\n{rows}");
    for little in [true, false] {
        let folder = folder_with("claims.csv", utf16(&text, little));
        let claims = all(folder.open().claims());
        assert_eq!(claims.len(), 20_000);
        assert_eq!(claims[19_999].statement, "Zoë 中文 🦀 19999");
    }
}

#[test]
fn utf16_that_is_cut_or_broken_is_an_error_with_its_line() {
    for broken in [vec![0x00, 0xD8, 0x41, 0x00], vec![0x41]] {
        let mut bytes = utf16("\u{FEFF}key,statement\nc1,S\nc2,", true);
        bytes.extend(broken);
        let folder = folder_with("claims.csv", bytes);
        let problem = problem(folder.open().claims());
        assert_eq!(place(&problem).0, Some(3));
        assert!(problem.message.contains("not valid UTF-16"), "{}", problem.message);
    }
}

#[test]
fn utf16_without_a_byte_order_mark_is_named() {
    for (little, name) in [(true, "UTF-16LE"), (false, "UTF-16BE")] {
        let folder = folder_with("claims.csv", utf16("key,statement\nc1,S\n", little));
        let problem = problem(folder.open().claims());
        assert!(problem.message.contains(name), "{}", problem.message);
        assert!(hint(&problem).contains("UTF-8"));
        assert!(problem.place.unwrap().file.ends_with("claims.csv"));
    }
}

#[test]
fn another_encoding_is_named_with_its_line() {
    let (german, _, _) = encoding_rs::WINDOWS_1252.encode("c2,Müller hörte die Straße\n");
    let russian = "c2,Заявление прокурора о казнях в тюрьмах страны\n";
    let (russian, _, _) = encoding_rs::WINDOWS_1251.encode(russian);
    let arabic = "c2,وقال المدعي العام إن الإعدامات جرت في سجون البلاد\n";
    let (arabic, _, _) = encoding_rs::WINDOWS_1256.encode(arabic);
    let cases = [(german, "Windows-1252"), (russian, "Windows-1251"), (arabic, "Windows-1256")];
    for (row, name) in cases {
        let mut bytes = b"key,statement\nc1,S\n".to_vec();
        bytes.extend_from_slice(&row);
        let folder = folder_with("claims.csv", bytes);
        let problem = problem(folder.open().claims());
        let (line, column, value) = place(&problem);
        assert_eq!((line, column), (Some(3), Some("statement")));
        assert!(value.unwrap().contains('\u{FFFD}'));
        assert!(problem.message.contains(name), "{}", problem.message);
        assert!(hint(&problem).contains(&format!("iconv -f {name} -t UTF-8")));
    }
}

#[test]
fn the_line_of_a_bad_byte_is_counted_within_a_cell() {
    let folder = folder_with("claims.csv", b"key,statement\nc1,\"a\nb\nc\xFC\n\"\n");
    assert_eq!(place(&problem(folder.open().claims())).0, Some(4));
}

#[test]
fn a_character_torn_between_two_cells_is_none() {
    let folder = folder_with("claims.csv", b"key,statement,note\nc1,\xC3,\xA9\n");
    let problem = problem(folder.open().claims());
    assert_eq!(place(&problem).1, Some("statement"));
}

#[test]
fn a_header_in_another_encoding_is_an_error_too() {
    let folder = folder_with("claims.csv", b"key,statement,\xFCber\n");
    let problem = problem(folder.open().claims());
    assert_eq!(place(&problem).0, Some(1));
    assert!(problem.message.contains("not valid UTF-8"));
}

#[test]
fn crlf_and_lf_are_the_same() {
    let folder = folder_with("claims.csv", CLAIMS.replace("\"\"", ""));
    let other = folder_with("claims.csv", CLAIMS.replace("\"\"", "").replace('\r', ""));
    assert_eq!(all(folder.open().claims()), all(other.open().claims()));
}
