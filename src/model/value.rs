//! Values of the domain: money, shares, periods, codes. No floating point anywhere.

use std::fmt;

use chrono::NaiveDate;
use ecow::EcoString;

use crate::source::Spanned;

/// A text of the domain; cloning shares it.
pub type Testo = EcoString;

/// A value as a document or an editor says it, with its place.
pub type Detto<T> = Spanned<T>;

/// A whole day, Europe/Rome.
pub type Giorno = NaiveDate;

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
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(EcoString);

impl Slug {
    /// Makes a slug of any text: accents and case are dropped, every other run of characters becomes one `-`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        use unicode_normalization::UnicodeNormalization;
        let mut slug = EcoString::new();
        for c in text
            .nfkd()
            .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        {
            if c.is_ascii_alphanumeric() {
                slug.push(c.to_ascii_lowercase());
            } else if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        }
        if slug.ends_with('-') {
            slug.pop();
        }
        Self(slug)
    }

    /// The slug as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
