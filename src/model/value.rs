//! Values of the domain: money, shares, periods, codes. No floating point anywhere.

use std::fmt;

use chrono::{Datelike as _, NaiveDate};
use ecow::EcoString;

use crate::source::Spanned;

/// A text of the domain; cloning shares it.
pub type Testo = EcoString;

/// A value as a document or an editor says it, with its place.
pub type Detto<T> = Spanned<T>;

/// A whole day, Europe/Rome.
pub type Giorno = NaiveDate;

/// A day as data have it (ISO 8601), `2024-09-05`; no year of a plan has other than four digits.
#[must_use]
pub fn iso(day: Giorno) -> [u8; 10] {
    let digit = |number: u32| b'0' + (number % 10) as u8;
    let (year, month, day) = (day.year().unsigned_abs(), day.month(), day.day());
    let [y, ear] = [year / 1000, year / 100].map(digit);
    let [e, r] = [year / 10, year].map(digit);
    let [m, n] = [month / 10, month].map(digit);
    [y, ear, e, r, b'-', m, n, b'-', digit(day / 10), digit(day)]
}

/// The day that [`iso`] writes so, if there is such a day.
#[must_use]
pub fn from_iso(text: &str) -> Option<Giorno> {
    let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
    let is_digit = |at: &usize| bytes[*at].is_ascii_digit();
    let has_form = bytes[4] == b'-' && bytes[7] == b'-' && [0, 1, 2, 3, 5, 6, 8, 9].iter().all(is_digit);
    let number = |digits: &[u8]| {
        digits
            .iter()
            .fold(0, |number, digit| number * 10 + u32::from(digit - b'0'))
    };
    let day = || NaiveDate::from_ymd_opt(number(&bytes[..4]) as i32, number(&bytes[5..7]), number(&bytes[8..]));
    has_form.then(day).flatten()
}

/// An amount in euro cents, exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Euro(pub i64);

impl Euro {
    /// The amount in cents.
    #[must_use]
    pub fn cents(self) -> i64 {
        self.0
    }
}

impl std::iter::Sum for Euro {
    fn sum<I: Iterator<Item = Euro>>(amounts: I) -> Self {
        Euro(amounts.map(Euro::cents).sum())
    }
}

/// Decimal with a dot and two places: `178103.20`, the way of the open data.
impl fmt::Display for Euro {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_hundredths(f, self.0)
    }
}

/// A share in hundredths of a per cent (`12,50 %` is 1250), exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percentuale(pub i64);

/// Decimal with a dot and two places: `12.50`, the way of the open data.
impl fmt::Display for Percentuale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_hundredths(f, self.0)
    }
}

fn write_hundredths(f: &mut fmt::Formatter<'_>, hundredths: i64) -> fmt::Result {
    let sign = if hundredths < 0 { "-" } else { "" };
    let size = hundredths.unsigned_abs();
    write!(f, "{sign}{}.{:02}", size / 100, size % 100)
}

/// Days from `inizio` to `fine`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Periodo {
    /// First day.
    pub inizio: Giorno,
    /// Last day, never before the first.
    pub fine: Giorno,
}

/// The id of a thing in the open data and in addresses: lower-case ASCII letters, digits and single `-`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(EcoString);

impl Slug {
    /// Makes a slug of any text: accents and case are dropped, every other run of characters becomes one `-`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self::of_first(text, usize::MAX)
    }

    /// The slug of the first words of a text, at most `most` bytes; only a first word longer than that is cut.
    #[must_use]
    pub fn of_first(text: &str, most: usize) -> Self {
        let mut slug = match text.is_ascii() {
            true => ascii_slug(text, most),
            false => folded_slug(text, most),
        };
        if slug.ends_with('-') {
            slug.pop();
        }
        if slug.len() > most {
            Self(cut_at_word(&slug, most))
        } else {
            Self(slug.into())
        }
    }

    /// This slug and, behind it, what tells a thing from its siblings: `peg-2024` and `u1` give `peg-2024-u1`.
    #[must_use]
    pub fn join(&self, part: &Slug) -> Self {
        if self.0.is_empty() {
            return part.clone();
        }
        if part.0.is_empty() {
            return self.clone();
        }
        let mut joined = EcoString::with_capacity(self.0.len() + 1 + part.0.len());
        joined.push_str(&self.0);
        joined.push('-');
        joined.push_str(&part.0);
        Self(joined)
    }

    /// What is left of the slug behind `parent-`; the whole slug where it does not begin so.
    #[must_use]
    pub fn below(&self, parent: &Slug) -> &str {
        self.0
            .strip_prefix(parent.as_str())
            .and_then(|rest| rest.strip_prefix('-'))
            .unwrap_or(&self.0)
    }

    /// The slug as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a plain text gives, up to a byte beyond `most`.
fn ascii_slug(text: &str, most: usize) -> String {
    let mut slug = String::with_capacity(text.len().min(most.saturating_add(1)));
    let mut last = '-';
    for byte in text.bytes() {
        let letter = LETTERS[usize::from(byte)];
        if letter == '-' && last == '-' {
            continue;
        }
        if slug.len() > most {
            break;
        }
        slug.push(letter);
        last = letter;
    }
    slug
}

/// What each byte of a plain text is in a slug: itself, in lower case, or a `-`.
static LETTERS: [char; 256] = {
    let mut letters = ['-'; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            letters[byte as usize] = byte.to_ascii_lowercase() as char;
        }
        byte += 1;
    }
    letters
};

/// What a text with accents gives, up to a character beyond `most`.
fn folded_slug(text: &str, most: usize) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut slug = String::with_capacity(text.len().min(most.saturating_add(1)));
    for c in text.chars() {
        if slug.len() > most {
            break;
        }
        std::iter::once(c).nfkd().for_each(|part| push_folded(&mut slug, part));
    }
    slug
}

/// Adds a character in lower case, or a `-` where one can stand; an accent adds nothing.
fn push_folded(slug: &mut String, c: char) {
    if c.is_ascii_alphanumeric() {
        slug.push(c.to_ascii_lowercase());
    } else if !slug.is_empty() && !slug.ends_with('-') && !unicode_normalization::char::is_combining_mark(c) {
        slug.push('-');
    }
}

/// A slug longer than `most`, cut before the word that is too much.
fn cut_at_word(slug: &str, most: usize) -> EcoString {
    let end = match slug.as_bytes()[..=most].iter().rposition(|byte| *byte == b'-') {
        Some(end) if end > 0 => end,
        _ => most,
    };
    EcoString::from(&slug[..end])
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_plain_text_gives_the_slug_that_folding_gives(text in "[A-Za-z0-9 '.,-]{0,40}", most in 1_usize..30) {
            prop_assert_eq!(ascii_slug(&text, most), folded_slug(&text, most));
        }

        #[test]
        fn a_day_is_read_back_from_how_data_have_it(days in 1_i32..3_652_059) {
            let day = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
            let text = String::from_utf8(iso(day).to_vec()).unwrap();
            prop_assert_eq!(&text, &day.to_string());
            prop_assert_eq!(from_iso(&text), Some(day));
        }
    }

    #[test]
    fn what_is_not_of_the_form_is_no_day() {
        for text in [
            "2024-9-5",
            "2024-09-5 ",
            "2024/09/05",
            "2024-13-01",
            "2024-02-30",
            "+024-01-01",
            "",
        ] {
            assert_eq!(from_iso(text), None, "{text}");
        }
    }
}
