use super::about;
use crate::diag::Diagnostic;
use crate::diag::register::catalogo::{INDICE_DIVERSO, INDICE_SENZA_SCHEDA, SCHEDA_FUORI_INDICE};
use crate::graph::Graph;
use crate::model::{Detto, Durata, Id, Scheda, Slug, Testo, VoceIndice};
use crate::read::cell::parse_durata;

/// Compares each entry of an index with the card that it announces, and each card with the index of its document.
pub(super) fn check(graph: &Graph, found: &mut Vec<Diagnostic>) {
    let mut announced: Vec<Id<Scheda>> = Vec::new();
    for entry in &graph.indice {
        let VoceIndice::Scheda {
            ente,
            titolo,
            ufficio,
            durata,
            scheda,
            ..
        } = entry
        else {
            continue;
        };
        let Some(id) = *scheda else {
            let finding = Diagnostic::new(&INDICE_SENZA_SCHEDA).at(titolo.span);
            found.push(finding.with("ente", &ente.value).with("titolo", &titolo.value));
            continue;
        };
        announced.push(id);
        let card = &graph.schede[id];
        compare(("il titolo", "title"), titolo, Some(&card.titolo), card, found);
        compare(("l'ufficio", "office"), ufficio, card.ufficio.as_ref(), card, found);
        compare_length(durata, card, found);
    }
    found.extend(left_out(graph, &announced));
}

/// Reports two texts that say different things; one that leaves out the beginning or end of the other does not.
fn compare(
    what: (&'static str, &'static str),
    index: &Detto<Testo>,
    card: Option<&Detto<Testo>>,
    of: &Scheda,
    found: &mut Vec<Diagnostic>,
) {
    let Some(card) = card else { return };
    let (short, long) = (words(index), words(card));
    if !contains(&long, &short) && !contains(&short, &long) {
        found.push(differs(what, index, card, of));
    }
}

fn compare_length(index: &Detto<Testo>, card: &Scheda, found: &mut Vec<Diagnostic>) {
    let Some(printed) = &card.durata_testo else { return };
    let said = parse_durata(index);
    let tells = |length: &Durata| length.min.or(length.max).is_some();
    if tells(&said) && tells(&card.giornate) && said != card.giornate {
        found.push(differs(("la durata", "length"), index, printed, card));
    }
}

fn differs(what: (&'static str, &'static str), index: &Detto<Testo>, card: &Detto<Testo>, of: &Scheda) -> Diagnostic {
    let finding = Diagnostic::new(&INDICE_DIVERSO).at(index.span).and(card.span);
    let finding = finding.with_words("cosa", what.0, what.1);
    about(finding.with("indice", &index.value).with("scheda", &card.value), of)
}

/// The words that carry meaning; case, marks and small words do not.
fn words(text: &str) -> Vec<String> {
    const SMALL: [&str; 12] = [
        "a", "al", "d", "del", "della", "dei", "delle", "di", "e", "ed", "il", "la",
    ];
    let slug = Slug::of(text);
    let words = slug
        .as_str()
        .split('-')
        .filter(|word| !word.is_empty() && !SMALL.contains(word));
    words.map(str::to_owned).collect()
}

fn contains(long: &[String], short: &[String]) -> bool {
    short.is_empty() || long.windows(short.len()).any(|run| run == short)
}

/// The cards that the index of their own document leaves out.
fn left_out(graph: &Graph, announced: &[Id<Scheda>]) -> Vec<Diagnostic> {
    let has_index = |card: &Scheda| {
        announced
            .iter()
            .any(|other| graph.schede[*other].origine.span.file == card.origine.span.file)
    };
    let cards = graph
        .schede
        .entries()
        .filter(|(id, card)| has_index(card) && !announced.contains(id));
    cards
        .map(|(_, card)| about(Diagnostic::new(&SCHEDA_FUORI_INDICE).at(card.titolo.span), card))
        .collect()
}
