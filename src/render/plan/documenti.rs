//! The library of documents, and a readable page for each.

use std::sync::Arc;

use crate::render::view::documenti::{self, Letture};
use crate::render::{Job, Site};
use crate::source::Span;

/// Lists the pages of documents. Editors' files have none.
pub(super) fn jobs<'g>(site: &Site<'g>, jobs: &mut Vec<Job<'g>>) {
    let documents = site.graph.documenti.entries();
    let mut documents = documents.filter(|(_, documento)| !documento.url.is_empty()).peekable();
    if documents.peek().is_none() {
        return;
    }
    let letture = Arc::new(Letture::of(site.graph));
    let read = Arc::clone(&letture);
    jobs.push(Job::new("/documenti/", "documenti/elenco.html", move |site| {
        documenti::elenco(site, &read)
    }));
    for (id, documento) in documents {
        let read = Arc::clone(&letture);
        let job = Job::new(&*documento.url, "documenti/documento.html", move |site| {
            documenti::documento(site, &read, id)
        });
        jobs.push(match documento.testo {
            Some(file) => job.from_place(Span::new(file, 0, 0)),
            None => job,
        });
    }
}
