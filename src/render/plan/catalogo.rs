//! Exchange catalogues: the list, a page for each way to narrow it, the cards, the calendar.

use std::sync::Arc;

use crate::render::view::catalogo::{self, Catalogo, Filtri, Mesi};
use crate::render::{Job, Site};

/// The address of the home page.
const HOME: &str = "/";

/// Lists the pages of every catalogue.
pub(super) fn jobs<'g>(site: &Site<'g>, jobs: &mut Vec<Job<'g>>) {
    for catalogo in Catalogo::all(site) {
        let filtri = Arc::new(Filtri::of(site, &catalogo));
        let catalogo = Arc::new(catalogo);
        lists(&catalogo, &filtri, jobs);
        cards(site, &catalogo, &filtri, jobs);
        months(site, &catalogo, jobs);
    }
}

fn lists<'g>(catalogo: &Arc<Catalogo<'g>>, filtri: &Arc<Filtri<'g>>, jobs: &mut Vec<Job<'g>>) {
    let choices = filtri
        .filtri
        .iter()
        .flat_map(|filtro| filtro.scelte.iter().map(|scelta| (filtro.nome, scelta.clone())));
    // Of one without a folder of its own a rule tells; the home page keeps its place.
    let whole = (catalogo.url != HOME).then_some(None);
    for choice in whole.into_iter().chain(choices.map(Some)) {
        let address = choice
            .as_ref()
            .map_or_else(|| catalogo.url.to_owned(), |(_, scelta)| scelta.url.clone());
        let (catalogo, filtri) = (Arc::clone(catalogo), Arc::clone(filtri));
        jobs.push(Job::new(address, "catalogo/elenco.html", move |site| {
            catalogo::elenco(site, &catalogo, &filtri, choice.clone())
        }));
    }
}

fn cards<'g>(site: &Site<'g>, catalogo: &Arc<Catalogo<'g>>, filtri: &Arc<Filtri<'g>>, jobs: &mut Vec<Job<'g>>) {
    for id in catalogo.schede.iter().copied() {
        let scheda = &site.graph.schede[id];
        let (catalogo, filtri) = (Arc::clone(catalogo), Arc::clone(filtri));
        let job = Job::new(scheda.url.as_str(), "catalogo/scheda.html", move |site| {
            catalogo::scheda(site, &catalogo, &filtri, id)
        });
        jobs.push(job.from_place(scheda.origine.span));
    }
}

fn months<'g>(site: &Site<'g>, catalogo: &Arc<Catalogo<'g>>, jobs: &mut Vec<Job<'g>>) {
    let mesi = Arc::new(Mesi::of(site, catalogo));
    if mesi.firsts().next().is_none() {
        return;
    }
    for first in mesi.firsts() {
        let (catalogo, mesi) = (Arc::clone(catalogo), Arc::clone(&mesi));
        jobs.push(Job::new(mesi.address(first), "catalogo/mese.html", move |site| {
            catalogo::mese(site, &catalogo, &mesi, first)
        }));
    }
    let catalogo = Arc::clone(catalogo);
    jobs.push(Job::new(mesi.url.clone(), "catalogo/calendario.html", move |site| {
        catalogo::anno(site, &catalogo, &mesi)
    }));
}
