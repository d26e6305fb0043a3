//! The same objective under two units, the same indicator with two targets.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::{finding, fingerprint, letters, quoted};
use crate::diag::Diagnostic;
use crate::diag::register::obiettivi::{OBIETTIVO_IN_PIU_UNITA, OBIETTIVO_RIPETUTO, VALORI_ATTESI_DIVERSI};
use crate::graph::Graph;
use crate::model::{Id, Indicatore, Obiettivo, Piano, Testo};

/// Both kinds of twins.
pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = objectives(graph);
    found.extend(targets(graph));
    found
}

/// Objectives of one plan with the same title and the same description that stand under different units. Without a
/// description they are likely a goal that several units share, and weigh less.
fn objectives(graph: &Graph) -> Vec<Diagnostic> {
    let mut same: BTreeMap<(Id<Piano>, String, String), Vec<Id<Obiettivo>>> = BTreeMap::new();
    let all: Vec<(Id<Obiettivo>, &Obiettivo)> = graph.obiettivi.entries().collect();
    for (id, obiettivo) in shared(all, |(_, obiettivo)| fingerprint(&obiettivo.titolo)) {
        let text = obiettivo
            .descrizione
            .as_ref()
            .map(|text| letters(text))
            .unwrap_or_default();
        same.entry((obiettivo.piano, letters(&obiettivo.titolo), text))
            .or_default()
            .push(id);
    }
    same.values().filter_map(|ids| repeated(graph, ids)).collect()
}

/// Those whose fingerprint another has too, in their order: the rest have no twin, and need not be compared.
fn shared<T: Copy + Sync>(all: Vec<T>, fingerprint: impl Fn(T) -> u64 + Sync) -> impl Iterator<Item = T> {
    let prints: Vec<u64> = all.par_iter().with_min_len(256).map(|one| fingerprint(*one)).collect();
    let mut sorted = prints.clone();
    sorted.sort_unstable();
    let twice: BTreeSet<u64> = sorted
        .windows(2)
        .filter(|pair| pair[0] == pair[1])
        .map(|pair| pair[0])
        .collect();
    let with_print = all.into_iter().zip(prints);
    with_print
        .filter(move |(_, print)| twice.contains(print))
        .map(|(one, _)| one)
}

fn repeated(graph: &Graph, ids: &[Id<Obiettivo>]) -> Option<Diagnostic> {
    let (first, others) = ids.split_first()?;
    let unit = |id: Id<Obiettivo>| graph.obiettivi[id].unita;
    if others.iter().all(|other| unit(*other) == unit(*first)) {
        return None;
    }
    let places = ids.iter().map(|id| graph.obiettivi[*id].titolo.span);
    let units: Vec<String> = ids
        .iter()
        .filter_map(|id| unit(*id))
        .map(|id| unit_in_its_tree(graph, id))
        .collect();
    let code = match graph.obiettivi[*first].descrizione {
        Some(_) => &OBIETTIVO_RIPETUTO,
        None => &OBIETTIVO_IN_PIU_UNITA,
    };
    Some(finding(graph, code, *first, places)?.with("unita", units.join(", ")))
}

/// A unit with the unit above it, which tells apart two that are called the same.
fn unit_in_its_tree(graph: &Graph, id: Id<crate::model::Unita>) -> String {
    let unita = &graph.unita[id];
    match unita.superiore {
        Some(above) => format!("{} / {}", graph.unita[above].codice.value, unita.codice.value),
        None => unita.codice.to_string(),
    }
}

/// An indicator with the objective that it measures.
type Measured<'g> = (Id<Obiettivo>, &'g Indicatore);

/// Indicators of one objective, or of objectives of the same title, that say the same and expect different values.
fn targets(graph: &Graph) -> Vec<Diagnostic> {
    let mut same: BTreeMap<(Id<Piano>, String, String), Vec<Measured<'_>>> = BTreeMap::new();
    let with_value = graph.indicatori.iter().filter(|indicatore| indicatore.valore.is_some());
    let measured: Vec<Measured<'_>> = with_value
        .filter_map(|indicatore| Some((indicatore.obiettivo?, indicatore)))
        .collect();
    for (id, indicatore) in shared(measured, |(_, indicatore)| fingerprint(&indicatore.testo)) {
        let titolo = letters(&graph.obiettivi[id].titolo);
        let key = (indicatore.piano, titolo, letters(&indicatore.testo));
        same.entry(key).or_default().push((id, indicatore));
    }
    same.values()
        .filter_map(|indicators| two_targets(graph, indicators))
        .collect()
}

fn two_targets(graph: &Graph, indicators: &[Measured<'_>]) -> Option<Diagnostic> {
    let ((id, first), others) = indicators.split_first()?;
    if others
        .iter()
        .all(|(_, other)| other.valore == first.valore && other.operatore == first.operatore)
    {
        return None;
    }
    let printed = |indicatore: &Indicatore| indicatore.valore_atteso.as_ref().map(|value| value.value.clone());
    let values: Vec<Testo> = indicators
        .iter()
        .filter_map(|(_, indicatore)| printed(indicatore))
        .collect();
    let places = indicators.iter().map(|(_, indicatore)| indicatore.origine.span);
    Some(
        finding(graph, &VALORI_ATTESI_DIVERSI, *id, places)?
            .with("testo", quoted(&first.testo))
            .with("valori", values.join(" / ")),
    )
}
