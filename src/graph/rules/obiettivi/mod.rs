//! Objectives, their phases, people and indicators, their codes, and the units that answer for them: what a plan
//! contradicts.
//!
//! The rules hold for any plan, whatever its form. Findings of one kind about one objective are one diagnostic, so
//! that the report stays a list of things to do.

mod chart;
mod deadlines;
mod known;
mod names;
mod parts;
mod people;
mod phases;
mod twins;
mod units;

#[cfg(test)]
mod tests;

pub use known::Known;

use super::Graph;
use crate::diag::{Code, Diagnostic};
use crate::model::{Giorno, Id, Obiettivo, Percentuale};
use crate::source::Span;

/// Every finding about objectives and units.
pub(super) fn check(graph: &Graph, known: &mut Known, found: &mut Vec<Diagnostic>) {
    known.turn_to(graph);
    found.extend(known.of_each().cloned());
    found.extend(parts::missing(graph));
    found.extend(known.of_people().cloned());
    found.extend(known.of_twins().cloned());
    found.extend(known.of_codes().cloned());
    found.extend(units::check(graph));
}

/// Every finding about people of several objectives.
fn of_people(graph: &Graph) -> Vec<Diagnostic> {
    let mut found = people::over_engaged(graph);
    found.extend(names::check(graph));
    found
}

/// Every finding about one objective by itself.
fn of_one(graph: &Graph, id: Id<Obiettivo>) -> impl Iterator<Item = Diagnostic> {
    let found = parts::check(graph, id).into_iter().chain(phases::check(graph, id));
    let found = found.chain(chart::check(graph, id)).chain(deadlines::check(graph, id));
    found.chain(people::check(graph, id))
}

/// A finding about an objective, at the first of these places and with the others beside it; nothing without a place.
fn finding(
    graph: &Graph,
    code: &'static Code,
    id: Id<Obiettivo>,
    places: impl IntoIterator<Item = Span>,
) -> Option<Diagnostic> {
    let mut places = places.into_iter();
    let obiettivo = &graph.obiettivi[id];
    let finding = Diagnostic::new(code)
        .at(places.next()?)
        .with("obiettivo", obiettivo.titolo.as_str())
        .about(obiettivo.id.as_str(), obiettivo.titolo.as_str());
    Some(places.fold(finding, Diagnostic::and))
}

/// A day as offices write it.
fn written(day: Giorno) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// A share as offices write it, without its sign: `50`, `12,50`.
fn share(share: Percentuale) -> String {
    let exact = share.to_string();
    exact
        .strip_suffix(".00")
        .map_or_else(|| exact.replace('.', ","), str::to_owned)
}

/// A text in the marks that set it off from the sentence around it.
fn quoted(text: &str) -> String {
    format!("«{text}»")
}

/// A number that texts with the same [`letters`] share and others hardly ever (FNV-1a), made without a text of its own.
fn fingerprint(text: &str) -> u64 {
    let mut print = 0xcbf2_9ce4_8422_2325;
    let mut add = |c: char| print = (print ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3);
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        match c {
            // The last one of a word is written otherwise.
            'Σ' | 'ς' => add('σ'),
            _ if c.is_ascii() => add(c.to_ascii_lowercase()),
            _ => c.to_lowercase().filter(|c| c.is_alphanumeric()).for_each(&mut add),
        }
    }
    print
}

/// Lower-case letters and digits of a text: what is left to compare when case, spaces and marks differ.
fn letters(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}
