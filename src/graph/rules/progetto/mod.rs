//! What project documents contradict: budgets, activities, indicators, names, codes.

mod activities;
mod budget;
mod cup;
mod indicators;
mod meeting;
mod names;
mod words;

use crate::diag::Diagnostic;
use crate::graph::Graph;

/// Every finding about projects.
pub(super) fn check(graph: &Graph, found: &mut Vec<Diagnostic>) {
    budget::check(graph, found);
    activities::check(graph, found);
    meeting::check(graph, found);
    indicators::check(graph, found);
    names::check(graph, found);
    cup::check(graph, found);
}

#[cfg(test)]
mod tests;
