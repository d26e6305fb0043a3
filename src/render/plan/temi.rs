//! Topics and goals: each taxonomy in use, each of its terms.

use crate::render::view::temi;
use crate::render::{Job, Site};

/// Lists the pages of all taxonomies. One that no editor used has no page.
pub(super) fn jobs<'g>(site: &Site<'g>, jobs: &mut Vec<Job<'g>>) {
    let used = site.graph.tassonomie.iter().filter(|known| !known.termini.is_empty());
    for tassonomia in used {
        jobs.push(Job::new(tassonomia.url(), "temi/elenco.html", move |site| {
            temi::tassonomia(site, tassonomia)
        }));
        for termine in &tassonomia.termini {
            let url = tassonomia.url_of(termine);
            jobs.push(Job::new(url, "temi/termine.html", move |site| {
                temi::termine(site, tassonomia, termine)
            }));
        }
    }
}
