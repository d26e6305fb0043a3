//! What the documents contradict, found by comparing the graph with itself. Each finding names both places.
//!
//! One file per family; a rule is a function from the graph to its findings.

mod catalogo;
mod obiettivi;
mod progetto;
mod sommario;
mod trasparenza;

use super::Graph;
use crate::diag::Diagnostic;

/// Every finding of every rule.
#[must_use]
pub fn check(graph: &Graph) -> Vec<Diagnostic> {
    let rules: [fn(&Graph, &mut Vec<Diagnostic>); 6] = [
        catalogo::check,
        obiettivi::check,
        progetto::check,
        sommario::check,
        trasparenza::check,
        super::confronto::check,
    ];
    let mut found = Vec::new();
    for rule in rules {
        rule(graph, &mut found);
    }
    found
}
