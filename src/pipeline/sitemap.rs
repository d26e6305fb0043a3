use super::Facts;
use super::outputs::not_made;
use crate::diag::Diagnostic;
use crate::export::{self, Address};
use crate::model::Giorno;
use crate::render::{Job, Output};
use crate::source::Span;

const PATH: &str = "sitemap.xml";

/// The list of all pages for search engines.
pub(super) fn sitemap(facts: &Facts, jobs: &[Job<'_>]) -> Result<Output, Box<Diagnostic>> {
    let pages = jobs.iter().filter(|job| job.address.ends_with('/'));
    let pages: Vec<Address> = pages
        .map(|job| Address {
            url: job.address.to_string(),
            updated: job.place.and_then(|place| changed(facts, place)),
        })
        .collect();
    match export::sitemap(&facts.context(), &pages) {
        Ok(bytes) => Ok(Output {
            path: PATH.to_owned(),
            bytes,
        }),
        Err(error) => Err(Box::new(not_made(PATH, &error))),
    }
}

/// The day of the document, or of the editor's file, that a page is made from.
fn changed(facts: &Facts, place: Span) -> Option<Giorno> {
    let graph = &facts.graph;
    let written = graph.pagine.iter().find(|page| page.file == place.file);
    let written = written.and_then(|page| page.comuni.aggiornata.as_ref().or(page.comuni.data.as_ref()));
    let of_document = || graph.documenti[graph.documento_di(place.file)?].data;
    written.map(|day| day.value).or_else(of_document)
}
