//! What is new in a section, as a feed.

use anyhow::Result;

use super::Context;
use super::feed::{Entry, atom};
use super::topic::ENTRIES;
use crate::graph::Graph;
use crate::model::{Id, Pagina};
use crate::read::plain_text;

/// The sections that want a feed.
pub(super) fn all(graph: &Graph) -> impl Iterator<Item = Id<Pagina>> {
    let sections = graph.pagine.entries();
    sections
        .filter(|(_, page)| page.sezione && page.comuni.novita)
        .map(|(id, _)| id)
}

/// Address of the feed of a section.
pub(super) fn url(graph: &Graph, section: Id<Pagina>) -> String {
    format!("{}novita.xml", graph.albero.url(section))
}

/// The feed of a section: its newest pages.
///
/// # Errors
/// When the XML library refuses a text.
pub(super) fn section(context: &Context<'_>, section: Id<Pagina>) -> Result<Vec<u8>> {
    let graph = context.graph;
    let pages = graph.albero.nodo(section).map_or(&[][..], |nodo| &nodo.pagine);
    // What was not translated is no news in another language.
    let pages = pages.iter().filter(|page| graph.is_in_lingua(**page));
    let mut entries: Vec<Entry> = pages.map(|page| entry(context, *page)).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.updated));
    entries.truncate(ENTRIES);
    let title = graph.pagine[section].comuni.titolo.as_ref();
    let title = title.map_or(graph.pagine[section].percorso.as_str(), |title| title);
    let title = format!("{title} – {}", context.config.title);
    atom(context, &url(graph, section), &title, &entries)
}

fn entry(context: &Context<'_>, id: Id<Pagina>) -> Entry {
    let graph = context.graph;
    let (page, url) = (&graph.pagine[id], graph.albero.url(id));
    let cosa = graph.albero.nodo(id).map(|nodo| nodo.cosa);
    let summary = page.comuni.descrizione.as_ref().map(|text| text.as_str());
    let described = summary.or_else(|| cosa?.descrizione(graph).and_then(|text| text.lines().next()));
    Entry {
        url: url.to_owned(),
        title: cosa.map_or("", |cosa| cosa.titolo(graph)).to_owned(),
        updated: page.comuni.giorno().unwrap_or(context.date),
        summary: plain_text(described.unwrap_or_default()).to_string(),
    }
}
