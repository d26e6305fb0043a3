/// What the bytes 0x80 to 0x9F are in Windows-1252; those it leaves undefined stay control characters.
const HIGH_CONTROLS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a table: UTF-8 with or without its mark, UTF-16 with its mark (what spreadsheets call Unicode text), else
/// what older spreadsheets write, Windows-1252.
#[must_use]
pub fn decode(bytes: Vec<u8>) -> String {
    match bytes.as_slice() {
        [0xff, 0xfe, units @ ..] => return utf_16(units, u16::from_le_bytes),
        [0xfe, 0xff, units @ ..] => return utf_16(units, u16::from_be_bytes),
        _ => {}
    }
    match String::from_utf8(bytes) {
        Ok(text) => text.strip_prefix(MARK).map(str::to_owned).unwrap_or(text),
        Err(error) => error.as_bytes().iter().map(|byte| windows_1252(*byte)).collect(),
    }
}

/// The mark by which spreadsheets know that a text is UTF-8.
const MARK: &str = "\u{feff}";

/// A table as text with the mark by which spreadsheets know that it is UTF-8.
#[must_use]
pub fn for_spreadsheets(text: &str) -> String {
    format!("{MARK}{text}")
}

/// Whether a table as it was received has that mark.
#[must_use]
pub fn is_for_spreadsheets(bytes: &[u8]) -> bool {
    bytes.starts_with(MARK.as_bytes())
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units)
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => HIGH_CONTROLS[usize::from(byte - 0x80)],
        other => char::from(other),
    }
}
