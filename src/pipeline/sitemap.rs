use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Facts;
use super::outputs::not_made;
use super::versioni::Planned;
use crate::diag::Diagnostic;
use crate::export::{self, Address};
use crate::model::{Giorno, Pagina};
use crate::render::view::alias;
use crate::source::{FileId, Span};
use crate::write::{Digest, Made, Output};

const PATH: &str = "sitemap.xml";

/// The list of all pages for search engines. A page that another language shows untranslated is listed once, where it
/// is at home.
pub(super) struct Sitemap<'f> {
    facts: &'f Facts,
    pages: Vec<Listed>,
}

/// A page with the place that it is made from.
struct Listed {
    address: Address,
    place: Option<Span>,
}

impl<'f> Sitemap<'f> {
    pub(super) fn of(facts: &'f Facts, planned: &[Planned<'_>]) -> Self {
        Self {
            facts,
            pages: planned.iter().flat_map(listed).collect(),
        }
    }

    fn addresses(&self) -> Vec<Address> {
        let translated = self.facts.translated.iter().map(|version| &version.graph);
        let graphs = std::iter::once(&self.facts.graph).chain(translated);
        let pagine = graphs.flat_map(|graph| graph.pagine.iter());
        let written: BTreeMap<FileId, &Pagina> = pagine.map(|page| (page.corpo.file, page)).collect();
        let day = |place: Span| changed(self.facts, written.get(&place.file).copied(), place);
        let pages = self.pages.iter().map(|page| Address {
            updated: page.place.and_then(day),
            ..page.address.clone()
        });
        pages.collect()
    }
}

fn listed(planned: &Planned<'_>) -> impl Iterator<Item = Listed> {
    let site = &planned.site;
    let pages = planned.jobs.iter();
    // Older addresses lead on, and stand in no list.
    let pages = pages.filter(|job| job.template != alias::TEMPLATE && job.address.ends_with('/'));
    let pages = pages.filter(|job| !site.is_untranslated(&job.address));
    pages.map(|job| Listed {
        address: Address {
            url: site.url(&job.address),
            updated: None,
            languages: site.alternatives(&job.address),
        },
        place: job.place,
    })
}

impl Output for &Sitemap<'_> {
    fn path(&self) -> &str {
        PATH
    }

    fn make(&self, _: Option<&Digest>) -> Result<Made<'_>, Vec<Diagnostic>> {
        let bytes = export::sitemap(&self.addresses());
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
