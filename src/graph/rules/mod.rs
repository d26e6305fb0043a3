//! What the documents contradict, found by comparing the graph with itself. Each finding names both places.
//!
//! One file per family; a rule is a function from the graph to its findings.

mod catalogo;
mod codici;
mod enti;
mod obiettivi;
mod progetto;
mod sommario;
mod trasparenza;

pub use obiettivi::Known;

use super::Graph;
use crate::diag::Diagnostic;

/// Every finding of every rule.
#[must_use]
pub fn check(graph: &Graph) -> Vec<Diagnostic> {
    check_again(graph, &mut Known::default())
}

/// Every finding of every rule, with what is known of the graph before: what it found in the same nodes stands.
#[must_use]
pub fn check_again(graph: &Graph, known: &mut Known) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    catalogo::check(graph, &mut found);
    obiettivi::check(graph, known, &mut found);
    let others: [fn(&Graph, &mut Vec<Diagnostic>); 6] = [
        codici::check,
        enti::check,
        progetto::check,
        sommario::check,
        trasparenza::check,
        super::confronto::check,
    ];
    for rule in others {
        rule(graph, &mut found);
    }
    found
}
