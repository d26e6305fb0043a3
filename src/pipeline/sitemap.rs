use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Facts;
use super::outputs::{Page, not_made};
use crate::diag::Diagnostic;
use crate::export::{self, Address};
use crate::model::{Giorno, Pagina};
use crate::render::view::alias;
use crate::source::{FileId, Span};
use crate::write::{Digest, Made, Output};

const PATH: &str = "sitemap.xml";

/// The list of all pages for search engines. A page that another language shows untranslated is listed once, where it
/// is at home.
pub(super) struct Sitemap<'f, 'l, 't> {
    pub(super) facts: &'f Facts,
    /// The pages in each language.
    pub(super) pages: &'l [Vec<Page<'l, 't>>],
}

impl Sitemap<'_, '_, '_> {
    fn addresses(&self) -> Vec<Address> {
        let translated = self.facts.translated.iter().map(|version| &version.graph);
        let graphs = std::iter::once(&self.facts.graph).chain(translated);
        let pagine = graphs.flat_map(|graph| graph.pagine.iter());
        let written: BTreeMap<FileId, &Pagina> = pagine.map(|page| (page.corpo.file, page)).collect();
        let day = |place: Span| changed(self.facts, written.get(&place.file).copied(), place);
        let pages = self.pages.iter().flatten().filter(|page| is_listed(page));
        let pages = pages.map(|page| Address {
            url: page.press.site().url(&page.job.address),
            updated: page.job.place.and_then(day),
            languages: page.press.site().alternatives(&page.job.address),
        });
        pages.collect()
    }
}

/// Older addresses lead on, and stand in no list.
fn is_listed(page: &Page<'_, '_>) -> bool {
    let job = &page.job;
    let leads_on = job.template == alias::TEMPLATE;
    !leads_on && job.address.ends_with('/') && !page.press.site().is_untranslated(&job.address)
}

impl Output for &Sitemap<'_, '_, '_> {
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
