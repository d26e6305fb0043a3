//! What a title announces, told by its words.

use crate::model::TipoSezione;
use crate::read::block::{Block, Inline, Kind};

/// Words of titles, lower case and in single spaces, with what they announce. The first that fits decides.
const ANNOUNCED: &[(&str, TipoSezione)] = &[
    ("agenda dei lavori", TipoSezione::Agenda),
    ("ordine del giorno", TipoSezione::Agenda),
    ("prossimi passi", TipoSezione::Traguardi),
    ("prossimi step", TipoSezione::Traguardi),
    ("prossime tappe", TipoSezione::Traguardi),
    ("milestone", TipoSezione::Traguardi),
    ("adempimenti", TipoSezione::Adempimenti),
    ("dovrà", TipoSezione::Adempimenti),
    ("dovranno", TipoSezione::Adempimenti),
    ("ambiti", TipoSezione::Ambiti),
    ("pilastri", TipoSezione::Ambiti),
    ("linee di", TipoSezione::Linee),
    ("linee d", TipoSezione::Linee),
    ("piano delle azioni", TipoSezione::Linee),
    ("fasi", TipoSezione::Fasi),
    ("gare", TipoSezione::Gare),
    ("strumenti", TipoSezione::Strumenti),
    ("ruolo", TipoSezione::Ruoli),
    ("ruoli", TipoSezione::Ruoli),
    ("obiettivi", TipoSezione::Obiettivi),
    ("elementi", TipoSezione::Elementi),
];

/// Titles that the conversion to text may leave as plain lines.
const BARE: [&str; 6] = [
    "agenda",
    "budget",
    "contatti",
    "partenariato",
    "prossimi passi",
    "prossimi step",
];

/// How the names of bodies begin.
const BODIES: [&str; 13] = [
    "agenzia",
    "azienda",
    "città metropolitana",
    "comune di",
    "comunità montana",
    "consorzio",
    "libero consorzio",
    "provincia autonoma",
    "provincia di",
    "provincia del",
    "regione",
    "unione dei",
    "unione di",
];

/// Lower-case words in single spaces, with one at each end, so that whole words can be looked for.
fn normal(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric() || matches!(c, 'ª' | 'º'));
    let mut out = String::from(" ");
    for word in words.filter(|word| !word.is_empty()) {
        out.push_str(word);
        out.push(' ');
    }
    out
}

/// What a title announces; nothing where its words tell nothing.
pub(super) fn announced(title: &str) -> Option<TipoSezione> {
    let title = normal(title);
    if is_step(&title) {
        return Some(TipoSezione::Passo);
    }
    if title == " agenda " {
        return Some(TipoSezione::Agenda);
    }
    let said = |words: &str| title.contains(&format!(" {words} "));
    ANNOUNCED.iter().find(|(words, _)| said(words)).map(|(_, tipo)| *tipo)
}

/// `1° step`, `fase 2`: a step with its number, before or behind.
fn is_step(normal: &str) -> bool {
    let words: Vec<&str> = normal.split(' ').collect();
    let number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    let step = |word: &str| matches!(word, "step" | "passo" | "fase");
    words
        .windows(2)
        .any(|pair| (number(pair[0]) && step(pair[1])) || (step(pair[0]) && number(pair[1])))
}

/// Whether a title is the name of a body and nothing else.
pub(super) fn is_body(title: &str) -> bool {
    let lower = title.to_lowercase();
    BODIES.iter().any(|begin| lower.starts_with(begin)) && lower.split(' ').count() <= 8 && !title.contains(':')
}

/// Whether one title says all that the other says.
pub(super) fn contains(title: &str, other: &str) -> bool {
    normal(title).contains(&normal(other))
}

/// The title that a block is: a heading, or a plain line known as a title.
pub(super) fn title<'s>(block: &Block<'s>) -> Option<(u8, Inline<'s>)> {
    match &block.kind {
        Kind::Heading { level, text } => Some((*level, *text)),
        Kind::Paragraph { lines } => match lines.as_slice() {
            [line] if BARE.contains(&normal(&line.text()).trim()) => Some((u8::MAX, *line)),
            _ => None,
        },
        _ => None,
    }
}

/// The title of a document: its first heading, in the spelling without capitals where another heading prints it so.
pub(super) fn document_title<'s>(blocks: &[Block<'s>]) -> Option<Inline<'s>> {
    let headings = blocks.iter().filter_map(|block| match &block.kind {
        Kind::Heading { text, .. } if !text.is_empty() => Some(*text),
        _ => None,
    });
    let first = headings.clone().next()?;
    let in_capitals = |text: &str| text.to_uppercase() == text;
    let same = |other: &Inline<'_>| normal(&other.text()) == normal(&first.text()) && !in_capitals(&other.text());
    Some(headings.into_iter().find(same).unwrap_or(first))
}

/// The name that slide after slide repeats in front of its title (`Nome - Fasi`): what at least three headings begin
/// with.
pub(super) fn running(blocks: &[Block<'_>]) -> Option<String> {
    let headings = blocks.iter().filter(|block| matches!(block.kind, Kind::Heading { .. }));
    let fronts: Vec<String> = headings
        .filter_map(|block| block.lines().first().and_then(front))
        .collect();
    let times = |front: &String| fronts.iter().filter(|other| *other == front).count();
    fronts.iter().find(|front| times(front) >= 3).cloned()
}

/// What stands in front of the first dash.
fn front(title: &Inline<'_>) -> Option<String> {
    title.split_at_dash().map(|(front, _)| front.text())
}

/// A title without the name that all slides repeat.
pub(super) fn without_running<'s>(title: Inline<'s>, running: Option<&str>) -> Inline<'s> {
    let Some(running) = running else { return title };
    match title.split_at_dash() {
        Some((front, rest)) if front.text() == running => rest,
        _ if title.text() == running => title.part(title.raw().len(), title.raw().len()),
        _ => title,
    }
}
