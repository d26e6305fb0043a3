//! What editors wrote in Markdown: sections, a page of their list at a time, and plain pages.

use crate::graph::Cosa;
use crate::model::{Id, Pagina};
use crate::render::view::Paginazione;
use crate::render::view::home::Addresses;
use crate::render::view::pagina::{self, PER_PAGE};
use crate::render::{Job, Site};

/// Lists the pages of the editors' files that have one of their own: those whose address is not taken.
pub(super) fn jobs<'g>(site: &Site<'g>, taken: &Addresses<'_>, jobs: &mut Vec<Job<'g>>) {
    for (id, text) in site.graph.pagine.entries() {
        if has_page(site, taken, id, text) {
            page(site, id, text, jobs);
        }
    }
}

/// A file that only names a source, and has no words and no pages below, needs no page.
fn has_page(site: &Site<'_>, taken: &Addresses<'_>, id: Id<Pagina>, text: &Pagina) -> bool {
    let Some(nodo) = site.graph.albero.nodo(id) else {
        return false;
    };
    let own = || matches!(nodo.cosa, Cosa::Pagina(_)) && !taken.contains(nodo.url.as_str());
    let names_a_source = text
        .sorgente
        .as_ref()
        .is_some_and(|sorgente| sorgente.documento.is_some());
    let says_something = || !nodo.pagine.is_empty() || !site.body(Some(text)).is_empty();
    own() && (!names_a_source || says_something())
}

fn page<'g>(site: &Site<'g>, id: Id<Pagina>, text: &'g Pagina, jobs: &mut Vec<Job<'g>>) {
    let template = match &text.comuni.modello {
        Some(template) => template.value.as_str(),
        None if text.sezione => "sezione.html",
        None => "pagina.html",
    };
    let Some(nodo) = site.graph.albero.nodo(id) else { return };
    let size = text.comuni.pagine_da.map_or(PER_PAGE, |size| size.get() as usize);
    for paginazione in Paginazione::all(&nodo.url, nodo.pagine.len(), size) {
        let address = paginazione.url.clone();
        let job = Job::new(address, template, move |site| pagina::pagina(site, id, &paginazione));
        jobs.push(job.from_place(text.corpo).written(id));
    }
}
