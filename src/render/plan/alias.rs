//! Older addresses that lead to the pages of today.

use crate::model::{Id, Pagina};
use crate::render::view::alias;
use crate::render::{Job, Site};

/// Lists a page for each older address (`aliases`) of the editors' files. They stand in no site map.
pub fn aliases<'g>(site: &Site<'g>) -> impl Iterator<Item = Job<'g>> + use<'g> {
    let pages = site.graph.pagine.entries();
    pages.flat_map(|(id, page)| of_page(id, page))
}

fn of_page<'g>(id: Id<Pagina>, page: &'g Pagina) -> impl Iterator<Item = Job<'g>> {
    page.comuni.alias.iter().map(move |old| {
        let job = Job::new(alias::address(old), alias::TEMPLATE, move |site| alias::alias(site, id));
        job.from_place(old.span)
    })
}
