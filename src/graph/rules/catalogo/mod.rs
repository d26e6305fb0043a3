//! Contradictions of exchange catalogues: index against card, card against month grid, people, texts.

mod calendar;
mod capacity;
mod index;
mod length;
mod people;
mod place;
mod reach;
mod words;

use crate::diag::Diagnostic;
use crate::graph::Graph;
use crate::model::Scheda;

/// Every finding about catalogues.
pub(super) fn check(graph: &Graph, found: &mut Vec<Diagnostic>) {
    index::check(graph, found);
    calendar::check(graph, found);
    capacity::check(graph, found);
    length::check(graph, found);
    people::check(graph, found);
    place::check(graph, found);
    reach::check(graph, found);
    words::check(graph, found);
}

/// A finding about a card.
fn about(finding: Diagnostic, scheda: &Scheda) -> Diagnostic {
    finding.about(scheda.id.as_str(), scheda.titolo.as_str())
}

#[cfg(test)]
mod tests;
