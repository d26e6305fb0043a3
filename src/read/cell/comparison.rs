//! The ways in which Italian prints say "at least", "at most", "more", "less".

use crate::model::Operatore;

/// Signs and words that state a comparison, lower case. Where one begins like another, the longer stands first.
const PHRASES: &[(&str, Operatore)] = &[
    (">=", Operatore::Almeno),
    ("≥", Operatore::Almeno),
    ("<=", Operatore::AlPiu),
    ("≤", Operatore::AlPiu),
    (">", Operatore::Piu),
    ("<", Operatore::Meno),
    ("=", Operatore::Uguale),
    ("maggiore o uguale", Operatore::Almeno),
    ("superiore o uguale", Operatore::Almeno),
    ("uguale o maggiore", Operatore::Almeno),
    ("uguale o superiore", Operatore::Almeno),
    ("pari o superiore", Operatore::Almeno),
    ("non inferiore", Operatore::Almeno),
    ("non meno", Operatore::Almeno),
    ("almeno", Operatore::Almeno),
    ("minimo", Operatore::Almeno),
    ("minore o uguale", Operatore::AlPiu),
    ("inferiore o uguale", Operatore::AlPiu),
    ("uguale o minore", Operatore::AlPiu),
    ("uguale o inferiore", Operatore::AlPiu),
    ("pari o inferiore", Operatore::AlPiu),
    ("non superiore", Operatore::AlPiu),
    ("non oltre", Operatore::AlPiu),
    ("non più", Operatore::AlPiu),
    ("al massimo", Operatore::AlPiu),
    ("massimo", Operatore::AlPiu),
    ("al più", Operatore::AlPiu),
    ("entro", Operatore::AlPiu),
    ("fino a", Operatore::AlPiu),
    ("maggiore", Operatore::Piu),
    ("superiore", Operatore::Piu),
    ("oltre", Operatore::Piu),
    ("minore", Operatore::Meno),
    ("inferiore", Operatore::Meno),
];

/// Words that may stand between a comparison and its value.
const LINKS: &[&str] = &[
    "a", "ad", "al", "alla", "allo", "all'", "di", "del", "dello", "della", "dell'", "il", "la", "le", "lo", "l'", "i",
    "gli", "e", "non", "oltre", "giorno", "data", "n.", "n°",
];

/// Units that say what the number counts.
const UNITS: &[&str] = &[
    "%",
    "per cento",
    "giorni",
    "giorno",
    "gg.",
    "gg",
    "ore",
    "ora",
    "minuti",
    "mesi",
    "mese",
    "anni",
    "anno",
    "settimane",
    "settimana",
    "euro",
    "€",
];

/// The comparison that `text` opens with, and what follows it.
pub(super) fn opening(text: &str) -> Option<(Operatore, &str)> {
    PHRASES.iter().find_map(|(phrase, operator)| {
        let rest = strip_word(text, phrase)?;
        Some((*operator, skip_links(rest)))
    })
}

/// Every comparison in a text, from left to right, each with what follows it.
pub(super) fn all(text: &str) -> impl Iterator<Item = (Operatore, &str)> {
    all_at(text).map(|(_, operator, rest)| (operator, rest))
}

/// Every comparison in a text, from left to right: where it begins, what it says and what follows it.
pub(super) fn all_at(text: &str) -> impl Iterator<Item = (usize, Operatore, &str)> {
    let mut before = ' ';
    text.char_indices().filter_map(move |(at, c)| {
        let starts_word = !(before.is_alphanumeric() && c.is_alphanumeric());
        before = c;
        let (operator, rest) = opening(&text[at..]).filter(|_| starts_word)?;
        Some((at, operator, rest))
    })
}

/// The text behind a unit that it opens with; the text itself where it opens with none.
pub(super) fn skip_unit(text: &str) -> &str {
    let text = text.trim_start();
    // Most values are a bare number.
    if text.is_empty() {
        return text;
    }
    UNITS
        .iter()
        .find_map(|unit| strip_word(text, unit))
        .unwrap_or(text)
        .trim_start()
}

fn skip_links(text: &str) -> &str {
    let mut rest = text.trim_start();
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return rest;
    }
    while let Some(shorter) = LINKS.iter().find_map(|link| strip_word(rest, link)) {
        rest = shorter.trim_start();
    }
    rest
}

/// What follows `word`, which is in lower case, where the text opens with it as a whole word in any case.
fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for expected in word.chars() {
        if !is_in_lower_case(rest.next()?, expected) {
            return None;
        }
    }
    let rest = rest.as_str();
    let runs_on = word.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric);
    (!runs_on).then_some(rest)
}

/// Whether a letter is another one in lower case. Nearly all are ASCII.
fn is_in_lower_case(letter: char, lower: char) -> bool {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase() == lower;
    }
    letter.to_lowercase().eq([lower])
}
