use std::borrow::Cow;
use std::fmt;

use crate::model::{Detto, Euro, Giorno, Percentuale, Slug, Testo, iso};

/// One value of a table row, borrowed from the graph wherever it can be.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'g> {
    /// Unknown.
    Empty,
    /// A text.
    Text(Cow<'g, str>),
    /// A slug, in which nothing is ever quoted or escaped.
    Slug(&'g str),
    /// A whole number.
    Integer(i64),
    /// A decimal with two places, in hundredths.
    Hundredths(i64),
    /// A whole day.
    Day(Giorno),
    /// A month, by any of its days.
    Month(Giorno),
}

impl Cell<'_> {
    /// Whether nothing is known; an empty text is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Cell::Empty => true,
            Cell::Text(text) => text.is_empty(),
            Cell::Slug(slug) => slug.is_empty(),
            _ => false,
        }
    }

    /// The text of a cell that holds one; of any other, nothing.
    pub(super) fn as_text(&self) -> &str {
        match self {
            Cell::Text(text) => text,
            Cell::Slug(slug) => slug,
            _ => "",
        }
    }

    /// Appends the value as CSV has it, without quotes: ISO 8601 dates, dot as decimal mark, nothing for unknown.
    pub(super) fn write_plain(&self, out: &mut Vec<u8>) {
        match self {
            Cell::Empty => {}
            Cell::Text(text) => out.extend_from_slice(text.as_bytes()),
            Cell::Slug(slug) => out.extend_from_slice(slug.as_bytes()),
            Cell::Integer(number) => push_integer(*number, out),
            Cell::Hundredths(number) => push_hundredths(*number, out),
            Cell::Day(day) => out.extend_from_slice(&iso(*day)),
            Cell::Month(day) => out.extend_from_slice(&iso(*day)[..7]),
        }
    }

    /// Appends the value as JSON: numbers as numbers, unknown as null.
    pub(super) fn write_json(&self, out: &mut Vec<u8>) {
        match self.is_empty() {
            true => out.extend_from_slice(b"null"),
            false => self.write_known(out),
        }
    }

    /// Appends a value that is known as JSON.
    pub(super) fn write_known(&self, out: &mut Vec<u8>) {
        match self {
            Cell::Text(text) => push_json_text(text, out),
            Cell::Integer(_) | Cell::Hundredths(_) => self.write_plain(out),
            Cell::Empty | Cell::Slug(_) | Cell::Day(_) | Cell::Month(_) => {
                out.push(b'"');
                self.write_plain(out);
                out.push(b'"');
            }
        }
    }
}

/// Appends a text as JSON, in runs between the characters that have to be escaped.
pub(super) fn push_json_text(text: &str, out: &mut Vec<u8>) {
    let is_escaped = |byte| (byte < b' ') | (byte == b'"') | (byte == b'\\');
    let mut rest = text;
    out.push(b'"');
    while let Some(at) = first_byte(rest, is_escaped) {
        out.extend_from_slice(&rest.as_bytes()[..at]);
        push_escaped(rest.as_bytes()[at], out);
        rest = &rest[at + 1..];
    }
    out.extend_from_slice(rest.as_bytes());
    out.push(b'"');
}

/// Appends a character that JSON escapes (RFC 8259, 7).
fn push_escaped(byte: u8, out: &mut Vec<u8>) {
    let short = match byte {
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        8 => b'b',
        12 => b'f',
        b'"' | b'\\' => byte,
        _ => {
            let digit = |four: u8| b"0123456789abcdef"[usize::from(four & 15)];
            return out.extend([b'\\', b'u', b'0', b'0', digit(byte >> 4), digit(byte)]);
        }
    };
    out.extend([b'\\', short]);
}

/// Where the first byte of a text is that is one of those. Sixteen are looked at together, which is quicker than one by
/// one as long as what is asked has no branches (`|`, not `||`).
pub(super) fn first_byte(text: &str, is_one: impl Fn(u8) -> bool) -> Option<usize> {
    let any = |bytes: &[u8; 16]| bytes.iter().fold(false, |any, byte| any | is_one(*byte));
    let bytes = text.as_bytes();
    let chunks = bytes.as_chunks::<16>().0;
    let from = match (chunks.iter().position(any), bytes.last_chunk()) {
        (Some(chunk), _) => 16 * chunk,
        (None, Some(last)) if !any(last) => return None,
        (None, _) => 16 * chunks.len(),
    };
    let at = bytes[from..].iter().position(|byte| is_one(*byte));
    at.map(|at| from + at)
}

/// As it stands in a CSV cell, before quoting.
impl fmt::Display for Cell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = Vec::new();
        self.write_plain(&mut text);
        f.write_str(&String::from_utf8_lossy(&text))
    }
}

fn push_integer(number: i64, out: &mut Vec<u8>) {
    if number < 0 {
        out.push(b'-');
    }
    push_natural(number.unsigned_abs(), out);
}

/// A number digit by digit; most have few.
fn push_natural(number: u64, out: &mut Vec<u8>) {
    if number >= 10 {
        push_natural(number / 10, out);
    }
    out.push(b'0' + (number % 10) as u8);
}

fn push_hundredths(number: i64, out: &mut Vec<u8>) {
    if number < 0 {
        out.push(b'-');
    }
    let size = number.unsigned_abs();
    push_natural(size / 100, out);
    out.push(b'.');
    push_two((size % 100) as u32, out);
}

/// A number below 100 in two digits.
fn push_two(number: u32, out: &mut Vec<u8>) {
    out.extend([number / 10, number % 10].map(|digit| b'0' + digit as u8));
}

impl<'g> From<&'g str> for Cell<'g> {
    fn from(text: &'g str) -> Self {
        Cell::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Cell::Text(Cow::Owned(text))
    }
}

impl<'g> From<&'g Testo> for Cell<'g> {
    fn from(text: &'g Testo) -> Self {
        Cell::from(text.as_str())
    }
}

impl<'g> From<&'g Slug> for Cell<'g> {
    fn from(slug: &'g Slug) -> Self {
        Cell::Slug(slug.as_str())
    }
}

impl From<u32> for Cell<'_> {
    fn from(number: u32) -> Self {
        Cell::Integer(i64::from(number))
    }
}

impl From<&u32> for Cell<'_> {
    fn from(number: &u32) -> Self {
        Cell::from(*number)
    }
}

impl From<Giorno> for Cell<'_> {
    fn from(day: Giorno) -> Self {
        Cell::Day(day)
    }
}

impl From<&Giorno> for Cell<'_> {
    fn from(day: &Giorno) -> Self {
        Cell::Day(*day)
    }
}

impl From<&Euro> for Cell<'_> {
    fn from(amount: &Euro) -> Self {
        Cell::Hundredths(amount.0)
    }
}

impl From<&Percentuale> for Cell<'_> {
    fn from(share: &Percentuale) -> Self {
        Cell::Hundredths(share.0)
    }
}

macro_rules! from_said {
    ($($type:ty),+) => {$(
        impl<'g> From<&'g Detto<$type>> for Cell<'g> {
            fn from(said: &'g Detto<$type>) -> Self {
                Cell::from(&said.value)
            }
        }
    )+};
}
from_said!(Testo, Giorno, Euro, Percentuale);

impl<'g, T> From<Option<T>> for Cell<'g>
where
    Cell<'g>: From<T>,
{
    fn from(known: Option<T>) -> Self {
        known.map_or(Cell::Empty, Cell::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(cell: &Cell<'_>) -> String {
        let mut out = Vec::new();
        cell.write_json(&mut out);
        String::from_utf8(out).unwrap()
    }

    proptest::proptest! {
        #[test]
        fn a_text_is_what_a_library_writes(text in "[a-zè\"\\\\ \\x00-\\x1f\\x7f]{1,40}") {
            proptest::prop_assert_eq!(json(&Cell::from(text.as_str())), serde_json::to_string(&text).unwrap());
        }
    }

    #[test]
    fn csv_and_json_say_the_same() {
        let day = Giorno::from_ymd_opt(2024, 9, 5).unwrap();
        for (cell, as_csv, as_json) in [
            (Cell::Empty, "", "null"),
            (Cell::from(""), "", "null"),
            (Cell::from("«sì»\n\"a\""), "«sì»\n\"a\"", r#""«sì»\n\"a\"""#),
            (Cell::Slug("peg-2025"), "peg-2025", r#""peg-2025""#),
            (Cell::Slug(""), "", "null"),
            (Cell::from(7), "7", "7"),
            (Cell::Hundredths(-17_810_320), "-178103.20", "-178103.20"),
            (Cell::Day(day), "2024-09-05", r#""2024-09-05""#),
            (Cell::Month(day), "2024-09", r#""2024-09""#),
        ] {
            assert_eq!(cell.to_string(), as_csv);
            assert_eq!(json(&cell), as_json);
        }
    }
}
