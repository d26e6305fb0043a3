//! What the feed tells of: documents, plans and cards with a known day of publication.

use super::Context;
use super::feed::Entry;
use crate::graph::Graph;
use crate::model::{Giorno, Origine};
use crate::read::plain_text;

/// How many entries the feed has.
const ENTRIES: usize = 50;

/// Everything with a day, newest first; of one day, documents before what was read from them.
pub(super) fn news(context: &Context<'_>) -> Vec<Entry> {
    let graph = context.graph;
    let mut entries: Vec<Entry> = documents(graph).chain(plans(graph)).chain(cards(graph)).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.updated));
    entries.truncate(ENTRIES);
    entries
}

/// The day of the document that prints a fact.
fn day(graph: &Graph, origine: &Origine) -> Option<Giorno> {
    graph.documenti[graph.documento(origine)?].data
}

fn entry(url: &str, title: &str, updated: Option<Giorno>, summary: String) -> Option<Entry> {
    let shown = !url.is_empty();
    shown.then_some(Entry {
        url: url.to_owned(),
        title: title.to_owned(),
        updated: updated?,
        summary,
    })
}

fn documents(graph: &Graph) -> impl Iterator<Item = Entry> {
    let documents = graph.documenti.iter();
    documents.filter_map(|documento| entry(&documento.url, &documento.titolo, documento.data, String::new()))
}

fn plans(graph: &Graph) -> impl Iterator<Item = Entry> {
    let plans = graph.piani.iter();
    plans.filter_map(|piano| {
        let ente = piano.ente.map_or("", |ente| graph.enti[ente].nome.as_str());
        entry(&piano.url, &piano.titolo, day(graph, &piano.origine), ente.to_owned())
    })
}

fn cards(graph: &Graph) -> impl Iterator<Item = Entry> {
    let cards = graph.schede.iter();
    cards.filter_map(|scheda| {
        let first = scheda.descrizione.as_ref().map(|text| plain_text(text));
        let first = first
            .as_deref()
            .and_then(|text| text.lines().next())
            .unwrap_or_default();
        entry(
            &scheda.url,
            &scheda.titolo,
            day(graph, &scheda.origine),
            first.to_owned(),
        )
    })
}
