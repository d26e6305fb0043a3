use std::ops::Range;

use super::comparison;
use super::expected::Quantity;
use super::parse_dates;
use crate::model::{Operatore, TipoDisponibilita, ValoreAtteso};

/// An expected value that a running text states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The words that state it, in bytes of the text.
    pub at: Range<usize>,
    /// How it is compared, where the text says so.
    pub operatore: Option<Operatore>,
    /// The value.
    pub valore: ValoreAtteso,
}

/// What stands before a number that counts: `n. 3 incontri`.
const COUNTERS: [&str; 4] = ["n.", "n°", "nº", "numero"];

/// Reads the one value that a text in prose expects: behind a comparison (`almeno 6`, `entro MARZO`), as a share (`90%`)
/// or a count (`n. 3`). Nothing where it states none or more than one, or has another number that could be it: no
/// target is chosen by guess. `year` is that of dates printed without one; a month runs to its last day.
#[must_use]
pub fn parse_stated(text: &str, year: Option<i32>) -> Option<Stated> {
    let dates = dates(text, year);
    let mut found = compared(text, &dates)?;
    let covered = |found: &[Stated], at: usize| found.iter().any(|stated| stated.at.contains(&at));
    for (at, stated) in bare(text) {
        if !covered(&found, at) && !dates.iter().any(|(date, _)| date.contains(&at)) {
            found.push(stated?);
        }
    }
    match <[Stated; 1]>::try_from(found) {
        Ok([only]) => Some(only),
        Err(_) => None,
    }
}

/// The days and months of a text, each with the day on which it ends.
fn dates(text: &str, year: Option<i32>) -> Vec<(Range<usize>, ValoreAtteso)> {
    let found = parse_dates(text, year).found.into_iter();
    let single = found.filter(|date| date.tipo != TipoDisponibilita::Intervallo);
    single
        .map(|date| (date.at, ValoreAtteso::Data(date.periodo.fine)))
        .collect()
}

/// The values behind comparisons; nothing at all where one is a word (`almeno una pattuglia`).
fn compared(text: &str, dates: &[(Range<usize>, ValoreAtteso)]) -> Option<Vec<Stated>> {
    let mut found: Vec<Stated> = Vec::new();
    for (start, operatore, rest) in comparison::all_at(text) {
        let value_at = text.len() - rest.len();
        let known = found.iter().any(|stated| stated.at.contains(&value_at));
        let stated = |end: usize, valore: ValoreAtteso| Stated {
            at: start..end,
            operatore: Some(operatore),
            valore,
        };
        if known {
            continue;
        }
        if let Some((date, valore)) = dates.iter().find(|(date, _)| date.contains(&value_at)) {
            found.push(stated(date.end, valore.clone()));
        } else if let Some((quantity, behind)) = Quantity::opening(rest) {
            let end = text.len() - comparison::skip_unit(behind).len();
            let printed = text[..end].trim_end().len();
            found.push(stated(printed, quantity.measured_by(&text[start..printed])));
        } else if opens_with_a_number_word(rest) {
            return None;
        }
    }
    Some(found)
}

fn opens_with_a_number_word(text: &str) -> bool {
    let word = text
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or_default()
        .to_lowercase();
    ["un", "uno", "una", "due", "tre", "quattro", "cinque", "sei", "dieci"].contains(&word.as_str())
}

/// The numbers of a text without a comparison: a share or a count is a value, a year says nothing, and any other number
/// leaves open what is meant.
fn bare(text: &str) -> impl Iterator<Item = (usize, Option<Stated>)> {
    let mut end = 0;
    text.match_indices(|c: char| c.is_ascii_digit())
        .filter_map(move |(at, _)| {
            let inside_word = text[..at].ends_with(char::is_alphanumeric);
            if at < end {
                return None;
            }
            let run = text[at..].trim_start_matches(|c: char| c.is_ascii_alphanumeric() || ".,/-".contains(c));
            end = text.len() - run.len();
            let word = text[at..end].trim_end_matches(['.', ',', '-', '/']);
            if inside_word || is_years(word) {
                return None;
            }
            Some((at, value(text, at)))
        })
}

fn value(text: &str, at: usize) -> Option<Stated> {
    let (quantity, behind) = Quantity::opening(&text[at..])?;
    let end = text.len() - behind.len();
    let before = text[..at].trim_end().to_lowercase();
    let counter = COUNTERS.iter().find(|counter| before.ends_with(*counter));
    let start = match (&quantity, counter) {
        (Quantity::Share(_), _) => at,
        (_, Some(counter)) => text[..at].trim_end().len().checked_sub(counter.len())?,
        _ => return None,
    };
    let end = text.get(..end)?.trim_end().len();
    Some(Stated {
        at: start..end,
        operatore: None,
        valore: quantity.measured_by(""),
    })
}

/// `2023`, `2024-2026`, `2022/2023`.
fn is_years(word: &str) -> bool {
    let mut parts = word.split(['-', '/']);
    parts.all(|part| part.len() == 4 && (part.starts_with("19") || part.starts_with("20")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Giorno;

    fn stated(text: &str) -> Option<(&str, Option<Operatore>, ValoreAtteso)> {
        let stated = parse_stated(text, Some(2023))?;
        Some((text.get(stated.at).unwrap(), stated.operatore, stated.valore))
    }

    fn day(month: u32, day: u32) -> ValoreAtteso {
        ValoreAtteso::Data(Giorno::from_ymd_opt(2023, month, day).unwrap())
    }

    fn number(digits: &str) -> ValoreAtteso {
        ValoreAtteso::Numero(digits.into())
    }

    fn share(digits: &str) -> ValoreAtteso {
        ValoreAtteso::Percentuale(digits.into())
    }

    #[test]
    fn the_one_value_that_a_text_states() {
        for (text, printed, operator, value) in [
            (
                "Almeno 6 utenti aderiscono",
                "Almeno 6",
                Some(Operatore::Almeno),
                number("6"),
            ),
            ("atto entro MARZO", "entro MARZO", Some(Operatore::AlPiu), day(3, 31)),
            (
                "bozza entro il 30 aprile 2023.",
                "entro il 30 aprile 2023",
                Some(Operatore::AlPiu),
                day(4, 30),
            ),
            (
                "bilancio 2024-2026 entro il 1 novembre 2023",
                "entro il 1 novembre 2023",
                Some(Operatore::AlPiu),
                day(11, 1),
            ),
            ("famiglie raggiunte: 100% aventi diritto", "100%", None, share("100")),
            (
                "variazione (almeno del 30%) nel 2023",
                "almeno del 30%",
                Some(Operatore::Almeno),
                share("30"),
            ),
            (
                "almeno n° 2 progetti",
                "almeno n° 2",
                Some(Operatore::Almeno),
                number("2"),
            ),
            ("Realizzazione di n. 3 incontri", "n. 3", None, number("3")),
            (
                "risposta entro 20 giorni dalla richiesta",
                "entro 20 giorni",
                Some(Operatore::AlPiu),
                number("20"),
            ),
        ] {
            assert_eq!(stated(text), Some((printed, operator, value)), "{text}");
        }
    }

    #[test]
    fn none_is_chosen_among_several() {
        for text in [
            "N° eventi",
            "3 workshop (almeno 4 scuole e 10 aziende)",
            "40 concessioni e almeno n.1 mercato",
            "almeno una pattuglia, almeno 6 controlli",
            "entro il 1 novembre 2023, in 80 giorni",
            "Fase 1: elaborati dei 4 comuni",
            "rispetto all'anno 2022",
        ] {
            assert_eq!(stated(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC*") {
            let _ = parse_stated(&text, Some(2024));
            let _ = parse_stated(&format!("almeno n. 3{text}"), None);
        }
    }
}
