//! Public bodies: the list, a page for each.

use crate::render::view::enti;
use crate::render::{Job, Site};

/// Lists the pages of all bodies.
pub(super) fn jobs<'g>(site: &Site<'g>, jobs: &mut Vec<Job<'g>>) {
    if site.graph.enti.is_empty() {
        return;
    }
    jobs.push(Job::new("/enti/", "enti/elenco.html", enti::elenco));
    for (id, ente) in site.graph.enti.entries() {
        let job = Job::new(ente.url.as_str(), "enti/ente.html", move |site| enti::ente(site, id));
        jobs.push(job.from_place(ente.origine.span));
    }
}
