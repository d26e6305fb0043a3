//! Public bodies: the list, a page for each.

use std::sync::{Arc, OnceLock};

use crate::render::view::enti::{self, Citazioni};
use crate::render::{Job, Site};

/// Lists the pages of all bodies.
pub(super) fn jobs<'g>(site: &Site<'g>, jobs: &mut Vec<Job<'g>>) {
    if site.graph.enti.is_empty() {
        return;
    }
    jobs.push(Job::new("/enti/", "enti/elenco.html", enti::elenco));
    // Looked for when the first of these pages is made: whoever previews another one does not wait for it.
    let citazioni = Arc::new(OnceLock::new());
    for (id, ente) in site.graph.enti.entries() {
        let citazioni = Arc::clone(&citazioni);
        let job = Job::new(ente.url.as_str(), "enti/ente.html", move |site| {
            enti::ente(site, citazioni.get_or_init(|| Citazioni::of(site)), id)
        });
        jobs.push(job.from_place(ente.origine.span));
    }
}
