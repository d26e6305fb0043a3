//! Public bodies: the list, a page for each.

use std::sync::Arc;

use crate::render::view::enti::{self, Citazioni};
use crate::render::{Job, Site};

/// Lists the pages of all bodies.
pub(super) fn jobs<'g>(site: &Site<'g>, jobs: &mut Vec<Job<'g>>) {
    if site.graph.enti.is_empty() {
        return;
    }
    jobs.push(Job::new("/enti/", "enti/elenco.html", enti::elenco));
    let citazioni = Arc::new(Citazioni::of(site));
    for (id, ente) in site.graph.enti.entries() {
        let citazioni = Arc::clone(&citazioni);
        let job = Job::new(ente.url.as_str(), "enti/ente.html", move |site| {
            enti::ente(site, &citazioni, id)
        });
        jobs.push(job.from_place(ente.origine.span));
    }
}
