use super::{comparison, parse_day};
use crate::model::{Giorno, Operatore, Testo, ValoreAtteso};

/// Reads the value that an indicator is expected to reach.
///
/// `text` is what the indicator measures, `printed` the cell with the value. The value may carry its comparison
/// (`>=50`, `=1`, `entro 20 giorni`); else the text may state it, right before the same value (`> del 75%`, `entro 20
/// giorni`) or left open, to be completed by the value (`minore o uguale a`, `(> di)`, `giorni entro cui`). Where
/// neither states one, there is none. What is no number, share, day, yes or no stays a text.
#[must_use]
pub fn parse_expected(text: &str, printed: &str) -> (Option<Operatore>, ValoreAtteso) {
    let printed = printed.trim();
    if let Some(yes) = parse_yes_no(printed) {
        return (None, ValoreAtteso::SiNo(yes));
    }
    let (stated, rest) = match comparison::opening(printed) {
        Some((operator, rest)) => (Some(operator), rest),
        None => (None, printed),
    };
    match Quantity::parse(rest) {
        Some(quantity) => (
            stated.or_else(|| stated_in(text, &quantity)),
            quantity.measured_by(text),
        ),
        None => (None, ValoreAtteso::Testo(printed.into())),
    }
}

fn parse_yes_no(printed: &str) -> Option<bool> {
    match printed.to_lowercase().trim_end_matches('.') {
        "sì" | "si" | "sí" | "si'" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

/// What a number or a day in a cell or in a running text means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Quantity {
    Number(Testo),
    Share(Testo),
    Day(Giorno),
}

impl Quantity {
    /// The quantity that a whole cell holds.
    fn parse(cell: &str) -> Option<Self> {
        if let Some(day) = parse_day(cell, None) {
            return Some(Self::Day(day));
        }
        let (quantity, rest) = Self::opening(cell)?;
        comparison::skip_unit(rest).is_empty().then_some(quantity)
    }

    /// The quantity that a text opens with, and what follows it.
    pub(super) fn opening(text: &str) -> Option<(Self, &str)> {
        let word = &text[..word_length(text)];
        let rest = text[word.len()..].trim_start();
        if let Some(day) = parse_day(word, None) {
            return Some((Self::Day(day), rest));
        }
        let number = decimal(word)?;
        match rest.strip_prefix('%') {
            Some(rest) => Some((Self::Share(number), rest)),
            None => Some((Self::Number(number), rest)),
        }
    }

    /// The expected value; a bare number is a share where the text says that it measures one.
    pub(super) fn measured_by(self, text: &str) -> ValoreAtteso {
        match self {
            Self::Number(number) if measures_share(text, &number) => ValoreAtteso::Percentuale(number),
            Self::Number(number) => ValoreAtteso::Numero(number),
            Self::Share(share) => ValoreAtteso::Percentuale(share),
            Self::Day(day) => ValoreAtteso::Data(day),
        }
    }

    /// Whether both name the same amount, with or without its `%`, or the same day.
    fn agrees(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Day(day), Self::Day(other)) => day == other,
            (Self::Number(n) | Self::Share(n), Self::Number(other) | Self::Share(other)) => n == other,
            _ => false,
        }
    }
}

/// The comparison that a text states for a value: right before it, or open for it to complete.
fn stated_in(text: &str, value: &Quantity) -> Option<Operatore> {
    comparison::all(text)
        .find(|(_, rest)| is_open(rest) || Quantity::opening(rest).is_some_and(|(named, _)| named.agrees(value)))
        .map(|(operator, _)| operator)
}

/// Whether nothing follows a comparison but a unit or a closing bracket, or the `cui` of "within which".
fn is_open(rest: &str) -> bool {
    let rest = comparison::skip_unit(rest).trim_matches(|c: char| c.is_whitespace() || ").:".contains(c));
    rest.is_empty() || rest.split_whitespace().next() == Some("cui")
}

/// Whether a text measures a share: a `%` of its own (`(%)`, `% di`), one behind this very number, or the word first.
fn measures_share(text: &str, number: &str) -> bool {
    let own_sign = text.match_indices('%').any(|(at, _)| {
        let before = text[..at].trim_end();
        let digits = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',' || c == '.');
        let figure = &before[digits.len()..];
        !figure.ends_with(|c: char| c.is_ascii_digit()) || decimal(figure).is_some_and(|figure| figure == number)
    });
    own_sign || text.to_lowercase().starts_with("percentuale")
}

/// Length of the run of digits and marks that a text opens with, without a mark that only ends a sentence.
fn word_length(text: &str) -> usize {
    let run = text.trim_start_matches(|c: char| c.is_ascii_digit() || ".,/-−".contains(c));
    let word = &text[..text.len() - run.len()];
    word.trim_end_matches(['.', ',']).len()
}

/// A number as a decimal with a dot, exact and of any length: `7,5` is `7.5`, `1.200` is `1200`.
fn decimal(word: &str) -> Option<Testo> {
    let is_number = |digits: &str| digits.bytes().all(|b| b.is_ascii_digit());
    if !word.is_empty() && is_number(word) {
        return Some(without_zeros(word).into());
    }
    let (sign, size) = match word.strip_prefix(['-', '−']) {
        Some(size) => ("-", size),
        None => ("", word),
    };
    let (whole, decimals) = split_decimals(size);
    let groups: Vec<&str> = whole.split('.').collect();
    let well_grouped = groups.len() == 1 || groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    let digits = groups.concat();
    if !well_grouped || digits.is_empty() || groups[0].is_empty() || !is_number(&digits) || !is_number(decimals) {
        return None;
    }
    let mark = if decimals.is_empty() { "" } else { "." };
    Some([sign, without_zeros(&digits), mark, decimals].concat().into())
}

/// A comma is the decimal mark; one dot is it only where it cannot part thousands.
fn split_decimals(number: &str) -> (&str, &str) {
    if let Some(parts) = number.split_once(',') {
        return parts;
    }
    match number.split_once('.') {
        Some((whole, decimals)) if decimals.len() != 3 && !decimals.contains('.') => (whole, decimals),
        _ => (number, ""),
    }
}

/// Digits without the zeros that lead them; the last digit stays.
fn without_zeros(digits: &str) -> &str {
    let significant = digits.trim_start_matches('0');
    if significant.is_empty() { "0" } else { significant }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use proptest::prelude::*;

    fn number(text: &str) -> ValoreAtteso {
        ValoreAtteso::Numero(text.into())
    }

    fn share(text: &str) -> ValoreAtteso {
        ValoreAtteso::Percentuale(text.into())
    }

    fn day(year: i32, month: u32, day: u32) -> ValoreAtteso {
        ValoreAtteso::Data(NaiveDate::from_ymd_opt(year, month, day).unwrap())
    }

    #[test]
    fn values_that_carry_their_comparison() {
        for (printed, operator, value) in [
            (">=50", Operatore::Almeno, number("50")),
            ("≥ 1.000", Operatore::Almeno, number("1000")),
            ("=1", Operatore::Uguale, number("1")),
            ("> del 75%", Operatore::Piu, share("75")),
            ("entro 20 giorni", Operatore::AlPiu, number("20")),
            ("entro il 31/12/2024", Operatore::AlPiu, day(2024, 12, 31)),
            ("minore o uguale a 30", Operatore::AlPiu, number("30")),
            ("entro il 31 marzo 2024", Operatore::AlPiu, day(2024, 3, 31)),
            ("Almeno 7,5", Operatore::Almeno, number("7.5")),
            ("non inferiore al 90 %", Operatore::Almeno, share("90")),
            ("< 3", Operatore::Meno, number("3")),
        ] {
            assert_eq!(parse_expected("", printed), (Some(operator), value), "{printed}");
        }
    }

    #[test]
    fn comparisons_that_the_text_states() {
        for (text, printed, operator, value) in [
            (
                "Attuazione azioni previste nel PTPC > del 75%",
                "75",
                Operatore::Piu,
                share("75"),
            ),
            (
                "Stipula contratti entro 20 giorni dalla richiesta",
                "20",
                Operatore::AlPiu,
                number("20"),
            ),
            (
                "Aggiornamento del Piano entro il",
                "31/03/2024",
                Operatore::AlPiu,
                day(2024, 3, 31),
            ),
            (
                "Tempo medio dei pagamenti minore o uguale a",
                "30",
                Operatore::AlPiu,
                number("30"),
            ),
            (
                "Tempi di conclusione data breach: inferiore a ore",
                "72",
                Operatore::Meno,
                number("72"),
            ),
            ("Concessione patrocinii (> di)", "100", Operatore::Piu, number("100")),
            (
                "Giorni entro cui effettuare il monitoraggio",
                "15",
                Operatore::AlPiu,
                number("15"),
            ),
            ("Pubblicazione non oltre 7 giorni", "7", Operatore::AlPiu, number("7")),
        ] {
            assert_eq!(parse_expected(text, printed), (Some(operator), value), "{text}");
        }
    }

    #[test]
    fn no_comparison_is_made_up() {
        for (text, printed, value) in [
            (
                "Comuni aderenti entro 18 mesi dalla partenza",
                "Sì",
                ValoreAtteso::SiNo(true),
            ),
            ("Comuni aderenti entro 18 mesi dalla partenza", "12", number("12")),
            ("Numero atti controllati mensilmente (media)", "20", number("20")),
            ("Capacità di rispondere alle richieste (%)", "100", share("100")),
            ("% di attuazione delle misure previste", "90", share("90")),
            ("Candidature - Edizione 2024. % domande ricevute", "80", share("80")),
            ("Riduzione del 5% dei tempi: atti controllati", "20", number("20")),
            ("Aggiornamento Registro", "31/12/2024", day(2024, 12, 31)),
            (
                "Oltre la soglia",
                "da definire",
                ValoreAtteso::Testo("da definire".into()),
            ),
            ("", "oltre la soglia", ValoreAtteso::Testo("oltre la soglia".into())),
            ("", "no", ValoreAtteso::SiNo(false)),
            ("", "si", ValoreAtteso::SiNo(true)),
            ("", "", ValoreAtteso::Testo("".into())),
        ] {
            assert_eq!(parse_expected(text, printed), (None, value), "{text} | {printed}");
        }
    }

    proptest! {
        #[test]
        fn numbers_are_exact(whole in 0_u64.., decimals in 0_u32..1000, phrase in prop::sample::select(vec!["", ">=", "almeno "])) {
            let printed = format!("{phrase}{whole},{decimals:03}");
            let value = parse_expected("", &printed).1;
            prop_assert_eq!(value, number(&format!("{whole}.{decimals:03}")));
        }

        #[test]
        fn a_text_states_the_comparison_of_its_own_value_only(value in 1_u32..100_000, other in 1_u32..100_000) {
            let text = format!("Evasione entro {value} giorni dalla richiesta");
            prop_assert_eq!(parse_expected(&text, &value.to_string()).0, Some(Operatore::AlPiu));
            let stated = (value == other).then_some(Operatore::AlPiu);
            prop_assert_eq!(parse_expected(&text, &other.to_string()).0, stated);
        }

        #[test]
        fn days_are_days(days in 0_i32..20_000) {
            let date = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap() + chrono::Days::new(days as u64);
            let printed = date.format("%d/%m/%Y").to_string();
            prop_assert_eq!(parse_expected("", &printed), (None, ValoreAtteso::Data(date)));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC*", printed in "\\PC*") {
            let _ = parse_expected(&text, &printed);
        }
    }
}
