//! The labels and codes of the form.

use crate::model::{Detto, LivelloLinea, Testo, TipoObiettivo, TipoProgetto};
use crate::read::block::Inline;
use crate::read::{opened_by, plain_words};

/// A label that gives what follows it a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// Opens the list of an area's centres.
    Centres,
    /// The head of the centre.
    Head,
    /// Announces that a card begins.
    Card,
    /// The card's description.
    Description,
    /// Opens the block that names the strategic line.
    Reference,
    /// A level of the strategic line, within that block.
    Level(LivelloLinea),
    /// The kind of the objective that follows.
    Objective(TipoObiettivo),
    /// Opens the phases.
    Phases,
    /// Opens the budget lines.
    Budget,
    /// A header of the people's table; it may stand without a table.
    People,
    /// A note to the row above.
    Note,
}

/// Labels that fill a stretch by themselves, in [`plain_words`].
const LABELS: &[(&str, Label)] = &[
    ("centro di responsabilita", Label::Centres),
    ("centri di responsabilita", Label::Centres),
    ("prodotto", Label::Card),
    ("progetto", Label::Card),
    ("descrizione", Label::Description),
    ("indirizzo strategico di riferimento", Label::Reference),
    ("indirizzo", Label::Level(LivelloLinea::Indirizzo)),
    ("obiettivo strategico", Label::Level(LivelloLinea::ObiettivoStrategico)),
    ("azione", Label::Level(LivelloLinea::Azione)),
    (
        "obiettivo di miglioramento",
        Label::Objective(TipoObiettivo::Miglioramento),
    ),
    (
        "obiettivo gestionale ordinario",
        Label::Objective(TipoObiettivo::Ordinario),
    ),
    ("obiettivo ordinario", Label::Objective(TipoObiettivo::Ordinario)),
    ("obiettivo prioritario", Label::Objective(TipoObiettivo::Prioritario)),
    ("fasi/attivita", Label::Phases),
    ("fasi e attivita", Label::Phases),
    ("budget previsto", Label::Budget),
    ("nome soggetto", Label::People),
    ("relazione personale", Label::People),
    ("impegno personale", Label::People),
];

/// Labels that may open a line whose rest is their value, behind a colon.
const BEFORE_A_COLON: &[(&str, Label)] = &[("Dirigente", Label::Head), ("Nota", Label::Note), ("Note", Label::Note)];

/// Labels that may open a line whose rest is their value, behind a blank or a colon.
const PREFIXES: &[(&str, Label)] = &[
    ("Descrizione", Label::Description),
    ("Indirizzo", Label::Level(LivelloLinea::Indirizzo)),
    ("Obiettivo Strategico", Label::Level(LivelloLinea::ObiettivoStrategico)),
    ("Azione", Label::Level(LivelloLinea::Azione)),
];

impl Label {
    /// The label that a stretch is, all of it.
    pub(super) fn of(text: &str) -> Option<Self> {
        let plain = plain_words(text.trim_end_matches([':', ' '])).replace(" / ", "/");
        LABELS
            .iter()
            .find(|(words, _)| *words == plain)
            .map(|(_, label)| *label)
    }

    /// The label that a stretch opens with, and its length in bytes.
    pub(super) fn opening(raw: &str) -> Option<(Self, usize)> {
        let colon = BEFORE_A_COLON.iter().find_map(|(words, label)| {
            let length = opened_by(raw, words)?;
            let rest = raw[length..].trim_start().strip_prefix(':')?;
            Some((*label, raw.len() - rest.len()))
        });
        colon.or_else(|| {
            PREFIXES.iter().find_map(|(words, label)| {
                let length = opened_by(raw, words)?;
                let rest = raw[length..].strip_prefix([':', ' '])?;
                Some((*label, raw.len() - rest.len()))
            })
        })
    }
}

/// A code of the plan: `2024_PD_0411`, `2024_PG_0412`, `2024_OB_0411_1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Code {
    /// Of a product or project.
    Progetto(TipoProgetto),
    /// Of an objective.
    Obiettivo,
}

impl Code {
    /// What a word is the code of: a year, two letters for the kind, the rest, joined by `_`.
    pub(super) fn of(word: &str) -> Option<Self> {
        let (year, rest) = word.split_once('_')?;
        let (kind, number) = rest.split_once('_')?;
        let is_number = !number.is_empty() && number.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) || !is_number {
            return None;
        }
        match kind {
            "PD" => Some(Self::Progetto(TipoProgetto::Prodotto)),
            "PG" => Some(Self::Progetto(TipoProgetto::Progetto)),
            "OB" => Some(Self::Obiettivo),
            _ => None,
        }
    }
}

/// Whether a word is the code of an indicator: a letter, then at least two parts, joined by `_` (`M_0411_1_1`).
pub(super) fn is_indicator_code(word: &str) -> bool {
    let mut parts = word.split('_');
    let letter = parts
        .next()
        .is_some_and(|part| part.len() == 1 && part.as_bytes()[0].is_ascii_uppercase());
    let mut count = 0;
    let alphanumeric = parts.all(|part| {
        count += 1;
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric())
    });
    letter && alphanumeric && count >= 2
}

/// Code and name of a centre: `04 - SEGRETARIO GENERALE`.
pub(super) fn split_centre<'s>(line: &Inline<'s>) -> Option<(Inline<'s>, Inline<'s>)> {
    let (code, name) = bare(line).split_at_dash()?;
    let is_code =
        (1..=4).contains(&code.raw().len()) && code.raw().bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    (is_code && !name.is_empty()).then_some((code, name))
}

/// A line without the bold marks that a title over several lines leaves at one end of it.
pub(super) fn bare<'s>(line: &Inline<'s>) -> Inline<'s> {
    let raw = line.raw();
    let from = raw.len() - raw.trim_start_matches("**").len();
    let to = raw.trim_end_matches("**").len();
    line.part(from, to.max(from))
}

/// Adds the words of a stretch that continues a text.
pub(super) fn continue_with(text: &mut Detto<Testo>, more: &Inline<'_>) {
    if !text.value.is_empty() {
        text.value.push(' ');
    }
    text.value.push_str(&more.text());
    text.span = text.span.to(more.span());
}
