//! Bodies whose names are one letter apart, or have the same words in another order: likely one body written in two
//! ways. They are reported, never merged.

use std::collections::HashMap;

use crate::diag::Diagnostic;
use crate::diag::register::grafo::ENTI_QUASI_UGUALI;
use crate::graph::Graph;
use crate::graph::link::Name;
use crate::model::{Ente, Id};

/// Names with fewer letters are too often one letter apart by chance.
const SHORTEST: usize = 6;

/// The pairs, in source order.
pub(super) fn check(graph: &Graph, found: &mut Vec<Diagnostic>) {
    let mut by_trace: HashMap<String, Vec<Id<Ente>>> = HashMap::new();
    let mut pairs = Vec::new();
    for (id, ente) in graph.enti.entries() {
        let name = Name::of(&ente.nome);
        for trace in traces(&name.place) {
            let known = by_trace.entry(trace).or_default();
            let near = known
                .iter()
                .filter(|other| may_be_one(&Name::of(&graph.enti[**other].nome), &name));
            pairs.extend(near.map(|other| (*other, id)));
            known.push(id);
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    found.extend(
        pairs
            .into_iter()
            .map(|(one, other)| pair(&graph.enti[one], &graph.enti[other])),
    );
}

fn pair(one: &Ente, other: &Ente) -> Diagnostic {
    let finding = Diagnostic::new(&ENTI_QUASI_UGUALI)
        .at(other.nome.span)
        .and(one.nome.span);
    let finding = finding
        .with("uno", one.nome.as_str())
        .with("altro", other.nome.as_str());
    finding.about(other.id.as_str(), other.nome.as_str())
}

/// What two names have in common that are written with the same words, or but for one letter: the words in the order
/// of the alphabet, and the name without each of its letters.
fn traces(place: &str) -> Vec<String> {
    let without = |(at, letter): (usize, char)| format!("{}{}", &place[..at], &place[at + letter.len_utf8()..]);
    let shorter = place.char_indices().map(without);
    let mut traces: Vec<String> = shorter.chain([place.to_owned(), sorted(place)]).collect();
    traces.sort_unstable();
    traces.dedup();
    traces
}

fn may_be_one(one: &Name, other: &Name) -> bool {
    let (short, long) = (one.place.as_str(), other.place.as_str());
    let same_kind = one.kind == other.kind || one.kind.is_none() || other.kind.is_none();
    let near = || strsim::osa_distance(short, long) == 1 || (short != long && sorted(short) == sorted(long));
    same_kind && short.len().min(long.len()) >= SHORTEST && near()
}

fn sorted(place: &str) -> String {
    let mut words: Vec<&str> = place.split('-').collect();
    words.sort_unstable();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_or_the_order_of_words() {
        let near = |one: &str, other: &str| may_be_one(&Name::of(one), &Name::of(other));
        assert!(near("Comune di Rivallago", "Comune di Rivalago"));
        assert!(near("Comune di Rivallago", "Rivalago"));
        assert!(near("Unione Valle del Savio", "Unione Savio Valle"));
        assert!(!near("Comune di Rivallago", "Provincia di Rivalago"));
        assert!(!near("Comune di Lodi", "Comune di Todi"));
        assert!(!near("Comune di Rivallago", "Comune di Rivallago"));
    }

    #[test]
    fn names_one_letter_apart_have_a_trace_in_common() {
        for (one, other) in [
            ("rivallago", "rivalago"),
            ("rivallago", "rivollago"),
            ("rivallago", "rivalalgo"),
        ] {
            let other = traces(other);
            assert!(traces(one).iter().any(|trace| other.contains(trace)), "{one}");
        }
    }
}
