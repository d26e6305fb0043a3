//! Topics and goals: each taxonomy in use, each of its terms.

use std::sync::{Arc, OnceLock};

use crate::render::view::pagina::PER_PAGE;
use crate::render::view::{Paginazione, temi};
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
            let size = tassonomia.pagine_da.map_or(PER_PAGE, |size| size.get() as usize);
            // Looked for once: a term may have many things, and then many pages.
            let updated = Arc::new(OnceLock::new());
            for part in Paginazione::all(&url, termine.cose.len(), size) {
                let updated = Arc::clone(&updated);
                jobs.push(Job::new(part.url.clone(), "temi/termine.html", move |site| {
                    let updated = *updated.get_or_init(|| temi::updated(site, termine));
                    temi::termine(site, tassonomia, termine, &part, updated)
                }));
            }
        }
    }
}
