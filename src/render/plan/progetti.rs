//! Pages of projects: the register and a page for each.

use crate::model::TipoPiano;
use crate::render::view::progetti;
use crate::render::{Job, Site};

/// Lists the pages of projects.
pub(super) fn jobs<'g>(site: &Site<'g>, jobs: &mut Vec<Job<'g>>) {
    let projects = site
        .graph
        .piani
        .entries()
        .filter(|(_, piano)| piano.tipo == TipoPiano::Progetto);
    let mut projects = projects.peekable();
    if projects.peek().is_some() {
        jobs.push(Job::new("/progetti/", "progetti/registro.html", progetti::registro));
    }
    for (id, piano) in projects {
        let job = Job::new(&*piano.url, "progetti/progetto.html", move |site| {
            progetti::progetto(site, id)
        });
        jobs.push(job.from_place(piano.origine.span));
    }
}
