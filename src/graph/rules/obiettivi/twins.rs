//! The same objective under two units, the same indicator with two targets.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::known::differing;
use super::{finding, fingerprint, letters, quoted};
use crate::diag::Diagnostic;
use crate::diag::register::obiettivi::{OBIETTIVO_IN_PIU_UNITA, OBIETTIVO_RIPETUTO, VALORI_ATTESI_DIVERSI};
use crate::graph::{Arena, Graph};
use crate::model::{Id, Indicatore, Obiettivo, Piano, Testo};

/// Both kinds of twins of a graph.
#[derive(Debug, Default)]
pub(super) struct Twins {
    objectives: Prints,
    indicators: Prints,
    pub(super) found: Vec<Diagnostic>,
}

impl Twins {
    pub(super) fn of(graph: &Graph) -> Self {
        let objectives = Prints::of(&graph.obiettivi, of_objective);
        let indicators = Prints::of(&graph.indicatori, of_indicator);
        let mut found = repeated_objectives(graph, &objectives);
        found.extend(targets(graph, &indicators));
        Self {
            objectives,
            indicators,
            found,
        }
    }

    /// The twins of a graph with the relations of another, `before`: the same, unless what is new has a twin or the old
    /// had.
    pub(super) fn turned_to(mut self, before: &Graph, graph: &Graph) -> Self {
        let alone = self.objectives.turn(&before.obiettivi, &graph.obiettivi, of_objective)
            && self
                .indicators
                .turn(&before.indicatori, &graph.indicatori, of_indicator);
        if alone { self } else { Self::of(graph) }
    }
}

fn of_objective(objective: &Obiettivo) -> u64 {
    fingerprint(&objective.titolo)
}

/// Only those with a value that was read can contradict another; zero stands for the others.
fn of_indicator(indicator: &Indicatore) -> u64 {
    match (&indicator.valore, indicator.obiettivo) {
        (Some(_), Some(_)) => fingerprint(&indicator.testo),
        _ => 0,
    }
}

/// The fingerprints of the nodes of a list, and those that several have.
#[derive(Debug, Default)]
struct Prints {
    each: Vec<u64>,
    shared: BTreeSet<u64>,
}

impl Prints {
    fn of<T: Send + Sync>(arena: &Arena<T>, print: fn(&T) -> u64) -> Self {
        let nodes = arena.shared().par_iter().with_min_len(256);
        let each: Vec<u64> = nodes.map(|node| print(node)).collect();
        let mut sorted = each.clone();
        sorted.sort_unstable();
        let twice = sorted.windows(2).filter(|pair| pair[0] == pair[1] && pair[0] != 0);
        Self {
            shared: twice.map(|pair| pair[0]).collect(),
            each,
        }
    }

    /// The nodes whose fingerprint another has too: the rest have no twin, and need not be compared.
    fn shared<'g, T>(&'g self, arena: &'g Arena<T>) -> impl Iterator<Item = (Id<T>, &'g T)> {
        let nodes = arena.entries().zip(&self.each);
        nodes
            .filter(|(_, print)| self.shared.contains(print))
            .map(|(entry, _)| entry)
    }

    /// Turns to a list with other nodes at some places. Whether none of those, before or after, has a twin.
    fn turn<T>(&mut self, before: &Arena<T>, after: &Arena<T>, print: fn(&T) -> u64) -> bool {
        let Some(differing) = differing(before, after) else {
            return false;
        };
        differing.into_iter().all(|id| {
            let new = print(&after[id]);
            let old = std::mem::replace(&mut self.each[id.index()], new);
            let others = || self.each.iter().filter(|print| **print == new).count() > 1;
            !self.shared.contains(&old) && (new == 0 || !others())
        })
    }
}

/// Objectives of one plan with the same title and the same description that stand under different units. Without a
/// description they are likely a goal that several units share, and weigh less.
fn repeated_objectives(graph: &Graph, prints: &Prints) -> Vec<Diagnostic> {
    let mut same: BTreeMap<(Id<Piano>, String, String), Vec<Id<Obiettivo>>> = BTreeMap::new();
    for (id, obiettivo) in prints.shared(&graph.obiettivi) {
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
fn targets(graph: &Graph, prints: &Prints) -> Vec<Diagnostic> {
    let mut same: BTreeMap<(Id<Piano>, String, String), Vec<Measured<'_>>> = BTreeMap::new();
    for (_, indicatore) in prints.shared(&graph.indicatori) {
        let Some(id) = indicatore.obiettivo else { continue };
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
