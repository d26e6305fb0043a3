//! Amministrazione Trasparente: the official headings (D.Lgs. 33/2013, annex A) and how long a page has to stay.

use std::sync::LazyLock;

use chrono::{Datelike as _, NaiveDate};
use serde::Deserialize;

use crate::model::{Giorno, TipoPiano};

/// A heading of Amministrazione Trasparente. The two levels form a tree by `superiore`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Rubrica {
    /// Code: `06` for the first level, `06.02` for the second.
    pub codice: String,
    /// Code of the heading above; empty for the first level.
    pub superiore: String,
    /// Name, exactly as the annex has it.
    pub titolo: String,
    /// The provisions that ask for it.
    pub norme: String,
}

/// The official headings as published; see NOTICE.md beside the file for origin and licence.
const TITOLARIO: &str = include_str!("titolario.csv");

static RUBRICHE: LazyLock<Vec<Rubrica>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(TITOLARIO.as_bytes());
    reader.deserialize().filter_map(Result::ok).collect()
});

/// Every heading, each first-level one followed by those below it, in the official order.
#[must_use]
pub fn rubriche() -> &'static [Rubrica] {
    &RUBRICHE
}

/// The heading with this code.
#[must_use]
pub fn rubrica(codice: &str) -> Option<&'static Rubrica> {
    RUBRICHE.iter().find(|rubrica| rubrica.codice == codice)
}

/// The heading that a kind of plan files itself under: a PEG with the performance plan (obligation 060201 names it).
#[must_use]
pub fn rubrica_di(tipo: TipoPiano) -> Option<&'static Rubrica> {
    match tipo {
        TipoPiano::Peg => rubrica("06.02"),
        TipoPiano::Progetto => None,
    }
}

/// Years that a page has to stay published (D.Lgs. 33/2013 art. 8 c. 3).
const YEARS: i32 = 5;

/// The last day of the duty to publish: five years from 1 January of the year after that of publication.
#[must_use]
pub fn end_of_duty(published: Giorno) -> Giorno {
    NaiveDate::from_ymd_opt(published.year() + YEARS, 12, 31).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_official_list_is_read() {
        assert_eq!(rubriche().len(), TITOLARIO.lines().count() - 1);
        assert_eq!(rubrica("06.02").unwrap().titolo, "Piano delle Performance");
        assert_eq!(rubrica("07.02").unwrap().titolo, "Società partecipate");
        assert_eq!(rubrica("99.99"), None);
    }

    #[test]
    fn every_second_level_heading_stands_below_a_first_level_one() {
        for below in rubriche().iter().filter(|rubrica| !rubrica.superiore.is_empty()) {
            assert!(
                rubrica(&below.superiore).is_some_and(|above| above.superiore.is_empty()),
                "{}",
                below.codice
            );
        }
    }

    #[test]
    fn the_duty_ends_five_whole_years_after_the_year_of_publication() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        assert_eq!(end_of_duty(day(2023, 3, 10)), day(2028, 12, 31));
        assert_eq!(end_of_duty(day(2024, 1, 1)), day(2029, 12, 31));
    }
}
