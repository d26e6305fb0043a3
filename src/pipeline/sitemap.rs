use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Facts;
use super::outputs::not_made;
use crate::diag::Diagnostic;
use crate::export::{self, Address};
use crate::model::{Giorno, Pagina};
use crate::render::Job;
use crate::source::{FileId, Span};
use crate::write::{Digest, Made, Output};

const PATH: &str = "sitemap.xml";

/// The list of all pages for search engines.
pub(super) struct Sitemap<'f> {
    facts: &'f Facts,
    /// Each page with the place that it is made from.
    pages: Vec<(String, Option<Span>)>,
}

impl<'f> Sitemap<'f> {
    pub(super) fn of(facts: &'f Facts, jobs: &[Job<'_>]) -> Self {
        let pages = jobs.iter().filter(|job| job.address.ends_with('/'));
        Self {
            facts,
            pages: pages.map(|job| (job.address.to_string(), job.place)).collect(),
        }
    }

    fn addresses(&self) -> Vec<Address> {
        let pagine = self.facts.graph.pagine.iter();
        let written: BTreeMap<FileId, &Pagina> = pagine.map(|page| (page.file, page)).collect();
        let pages = self.pages.iter().map(|(url, place)| Address {
            url: url.clone(),
            updated: place.and_then(|place| changed(self.facts, written.get(&place.file).copied(), place)),
        });
        pages.collect()
    }
}

impl Output for &Sitemap<'_> {
    fn path(&self) -> &str {
        PATH
    }

    fn make(&self, _: Option<&Digest>) -> Result<Made<'_>, Vec<Diagnostic>> {
        let bytes = export::sitemap(&self.facts.context(), &self.addresses());
        let bytes = bytes.map_err(|error| not_made(PATH, format!("{error:#}")))?;
        let bytes = Cow::Owned(bytes);
        Ok(Made::File { bytes, job: None })
    }
}

/// The day of the document, or of the editor's file, that a page is made from.
fn changed(facts: &Facts, written: Option<&Pagina>, place: Span) -> Option<Giorno> {
    let graph = &facts.graph;
    let written = written.and_then(|page| page.comuni.aggiornata.as_ref().or(page.comuni.data.as_ref()));
    let of_document = || graph.documenti[graph.documento_di(place.file)?].data;
    written.map(|day| day.value).or_else(of_document)
}
