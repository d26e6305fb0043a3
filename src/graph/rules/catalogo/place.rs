use super::about;
use crate::diag::Diagnostic;
use crate::diag::register::catalogo::SCHEDA_SENZA_CARTELLA;
use crate::graph::Graph;
use crate::model::Scheda;

/// Looks for a catalogue without a folder: its list would have to stand where the home page stands.
pub(super) fn check(graph: &Graph, found: &mut Vec<Diagnostic>) {
    let first = graph.schede.iter().find(|card| stands_at_the_root(card));
    found.extend(first.map(|card| about(Diagnostic::new(&SCHEDA_SENZA_CARTELLA).at(card.titolo.span), card)));
}

fn stands_at_the_root(card: &Scheda) -> bool {
    !card.url.trim_matches('/').contains('/')
}
