//! What is new under a term, as a feed.

use anyhow::Result;

use super::Context;
use super::feed::{Entry, atom};
use crate::graph::{Cosa, Graph};

/// How many entries a feed has.
pub(super) const ENTRIES: usize = 50;

/// Address of the feed of a term.
pub(super) fn url(graph: &Graph, taxonomy: usize, term: usize) -> String {
    let taxonomy = &graph.tassonomie[taxonomy];
    format!("{}novita.xml", taxonomy.url_of(&taxonomy.termini[term]))
}

/// The feed of a term: the newest of what is tagged with it.
///
/// # Errors
/// When the XML library refuses a text.
pub(super) fn topic(context: &Context<'_>, taxonomy: usize, term: usize) -> Result<Vec<u8>> {
    let graph = context.graph;
    let termine = &graph.tassonomie[taxonomy].termini[term];
    let is_told = |cosa: &&Cosa| match cosa {
        Cosa::Pagina(page) => graph.is_in_lingua(*page),
        _ => true,
    };
    let mut entries: Vec<Entry> = (termine.cose.iter().filter(is_told))
        .map(|cosa| entry(context, *cosa))
        .collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.updated));
    entries.truncate(ENTRIES);
    let title = format!("{} – {}", termine.nome, context.config.title);
    atom(context, &url(graph, taxonomy, term), &title, &entries)
}

fn entry(context: &Context<'_>, cosa: Cosa) -> Entry {
    Entry {
        url: cosa.url(context.graph).to_string(),
        title: cosa.titolo(context.graph).to_owned(),
        updated: cosa.data(context.graph).unwrap_or(context.date),
        summary: cosa.contesto(context.graph).unwrap_or_default().to_owned(),
    }
}
