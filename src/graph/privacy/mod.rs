//! What may be published. Personal data are closed by default (D.Lgs. 33/2013 art. 7-bis; Garante 243/2014, 398/2023,
//! 204/2025) and open only where the configuration names a law.
//!
//! With `staff: roles` people who do not head a unit lose their names and stay to be counted; a name never stands
//! beside an effort. With `contacts: office` the official in charge is named, and everyone keeps the body's mailbox
//! and land line; a mailbox that spells a withheld name is withheld with it. What is withheld is taken out of the facts first, then out of every text; [`Withheld`] keeps it out
//! of the documents' readable copies and finds it should it stand in an output all the same.

mod datum;
mod fold;
mod known;
mod mailbox;
mod policy;
mod prose;
mod running;
mod search;
mod texts;
mod withheld;

pub use datum::{Datum, Kind, Reason};
pub use known::Known;
pub use withheld::{Redacted, Withheld};

use std::borrow::Cow;
use std::sync::Arc;

use super::Graph;
use crate::config::{Contacts, Privacy};
use crate::diag::Diagnostic;
use crate::model::Testo;

/// The facts that may be published, and what may not.
#[derive(Debug, Default)]
pub struct Published {
    /// The graph that tables, calendars and pages are made of. Texts that are cut from [`Graph::sources`] (bodies of
    /// pages, documents) still have to go through [`Withheld`].
    pub graph: Graph,
    /// The same in each further language of the site.
    pub translated: Vec<Graph>,
    /// What must not stand in any output.
    pub withheld: Arc<Withheld>,
    /// What is withheld of the office's own words.
    pub findings: Vec<Diagnostic>,
}

/// Takes out of the graph what the policy withholds. `own` is the mailbox that the site itself gives, `language` that of
/// the site. What `known` still has of the graph before is not looked through again; it knows this one afterwards.
#[must_use]
pub fn publish(mut graph: Graph, privacy: &Privacy, own: Option<&str>, language: &str, known: &mut Known) -> Published {
    let full = policy::is_open(privacy) && privacy.contacts == Contacts::Full;
    known.turn_to(&graph.sources);
    let mut data = policy::apply(&mut graph, privacy);
    data.extend(policy::in_prose(&graph, full, &mut known.titled));
    let running = running::find(&graph, &data, full, own, &mut known.recapiti);
    data.extend(running.data);
    let withheld = known.withheld(data, language);
    let mut translated = std::mem::take(&mut graph.tradotti);
    for graph in &mut translated {
        // The same facts: what it withholds of them is known.
        policy::apply(graph, privacy);
    }
    let mut all: Vec<Graph> = std::iter::once(graph).chain(translated).collect();
    known.redact(&mut all, &withheld);
    let mut all = all.into_iter();
    Published {
        graph: all.next().unwrap_or_default(),
        translated: all.collect(),
        withheld,
        findings: running.findings,
    }
}

/// Takes what is withheld out of a graph. What a translated one has from its `original` is in the language of that one,
/// and so is the mark in it.
fn redact(graph: &mut Graph, known: Option<[&Graph; 2]>, original: Option<&Graph>, withheld: &Withheld) {
    if withheld.is_empty() {
        return;
    }
    let own = graph.lingua.map(|code| code.to_string());
    let marked = |text: &Testo, language: &str| match withheld.redact(text, language) {
        Cow::Owned(redacted) => Some(redacted.into()),
        Cow::Borrowed(_) => None,
    };
    let as_there = |text: &Testo| marked(text, withheld.language());
    let edit = |text: &Testo| marked(text, own.as_deref().unwrap_or(withheld.language()));
    let original = original.map(|original| (original, &as_there as texts::Edit<'_>));
    texts::each_in(graph, known, original, &edit);
}

#[cfg(test)]
mod tests;
