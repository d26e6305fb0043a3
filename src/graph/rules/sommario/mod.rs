//! Summaries of a plan against the cards that they announce, totals against what they sum up, codes against what they
//! stand under.
//!
//! The rules hold for any plan that prints such things, whatever its form; where one is not printed they are silent.

mod cards;
pub(super) mod codes;
mod totals;

#[cfg(test)]
mod tests;

use super::Graph;
use crate::diag::Diagnostic;
use crate::model::{Euro, Id, LineaStrategica};

/// Every finding about summaries and cards.
pub(super) fn check(graph: &Graph, found: &mut Vec<Diagnostic>) {
    for total in &graph.totali {
        found.extend(totals::sum(graph, total));
        found.extend(totals::share(graph, total));
    }
    for id in graph.progetti.ids() {
        found.extend(totals::share_of_product(graph, id));
        cards::check(graph, id, found);
    }
}

/// Titles of a strategic line and of those above it, from the top.
fn path(graph: &Graph, line: Id<LineaStrategica>) -> Vec<&str> {
    let mut titles = Vec::new();
    let mut next = Some(line);
    while let Some(line) = next {
        let line = &graph.linee_strategiche[line];
        titles.push(line.titolo.as_str());
        next = line.superiore;
    }
    titles.reverse();
    titles
}

/// Lower-case letters and digits of a text: what is left to compare when case, spaces and marks differ.
fn letters(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// An amount as offices write it: `1.234,56`.
fn written(amount: Euro) -> String {
    let decimal = amount.to_string();
    let (whole, cents) = decimal.split_once('.').unwrap_or((&decimal, "00"));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped},{cents}")
}
