//! Names that are one letter apart, for what is likely one person. They are reported, never merged.

use std::collections::{BTreeMap, BTreeSet};

use super::letters;
use crate::diag::Diagnostic;
use crate::diag::register::persone::NOMI_QUASI_UGUALI;
use crate::graph::Graph;
use crate::model::{Detto, Id, Piano, Testo};

/// Names with fewer letters are too often one letter apart by chance.
const SHORTEST: usize = 8;

/// The pairs of each plan.
pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let mut by_plan: BTreeMap<Id<Piano>, BTreeMap<String, Named>> = BTreeMap::new();
    for (piano, group, name) in names(graph) {
        let known = by_plan
            .entry(piano)
            .or_default()
            .entry(folded(name))
            .or_insert_with(|| Named {
                name: name.clone(),
                groups: BTreeSet::new(),
            });
        known.groups.extend(group);
    }
    by_plan.values().flat_map(pairs).collect()
}

/// A name as first printed, and the objectives and projects in which it stands.
struct Named {
    name: Detto<Testo>,
    groups: BTreeSet<(bool, usize)>,
}

/// Every printed name of a person with its plan and the objective or project it stands in.
fn names(graph: &Graph) -> impl Iterator<Item = (Id<Piano>, Option<(bool, usize)>, &Detto<Testo>)> {
    let assigned = graph.assegnazioni.iter().filter_map(|person| {
        let name = person.persona.as_ref()?;
        if let Some(id) = person.obiettivo {
            return Some((graph.obiettivi[id].piano, Some((true, id.index())), name));
        }
        let id = person.progetto?;
        Some((graph.progetti[id].piano, Some((false, id.index())), name))
    });
    let heads = graph
        .unita
        .iter()
        .filter_map(|unita| Some((unita.piano, None, unita.responsabile.as_ref()?)));
    assigned.chain(heads)
}

fn pairs(names: &BTreeMap<String, Named>) -> Vec<Diagnostic> {
    let names: Vec<(&String, &Named)> = names.iter().collect();
    let mut found = Vec::new();
    for (at, (one, first)) in names.iter().enumerate() {
        for (other, second) in &names[at + 1..] {
            if may_be_one(one, other) && first.groups.is_disjoint(&second.groups) {
                found.push(pair(&first.name, &second.name));
            }
        }
    }
    found
}

fn pair(one: &Detto<Testo>, other: &Detto<Testo>) -> Diagnostic {
    Diagnostic::new(&NOMI_QUASI_UGUALI)
        .at(one.span)
        .and(other.span)
        .with("uno", one.as_str())
        .with("altro", other.as_str())
}

/// Whether two names differ by one letter that tells no two people apart, as the last of `Maria` and `Mario` does.
fn may_be_one(one: &str, other: &str) -> bool {
    one.len().abs_diff(other.len()) <= 4
        && (bag(one) ^ bag(other)).count_ones() <= 2
        && letters(one).chars().count() >= SHORTEST
        && strsim::osa_distance(one, other) == 1
        && !differ_in_gender(one, other)
}

/// Which letters stand in a name, roughly: one letter more or less changes one of them, one for another two.
fn bag(name: &str) -> u64 {
    name.chars().fold(0, |bag, letter| bag | 1 << (u32::from(letter) & 63))
}

fn differ_in_gender(one: &str, other: &str) -> bool {
    let mut words = one.split(' ').zip(other.split(' ')).filter(|(one, other)| one != other);
    let stem = |word: &str| word.strip_suffix(['a', 'o', 'e', 'i']).map(str::to_owned);
    words
        .next()
        .is_some_and(|(one, other)| stem(one).is_some() && stem(one) == stem(other))
}

/// A name in lower case with single spaces.
fn folded(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}
