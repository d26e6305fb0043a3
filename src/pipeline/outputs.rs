use std::borrow::Cow;

use rayon::prelude::*;

use super::Facts;
use super::data::Data;
use super::sitemap::Sitemap;
use crate::config::Config;
use crate::diag::register::output::FILE_NON_FATTO;
use crate::diag::{Diagnostic, Reported};
use crate::graph::Graph;
use crate::render::server::{self, Redirect};
use crate::render::view::alias;
use crate::render::{self, Job, Press, Sheet, Site, Theme, plan::aliases, plan::plan, search};
use crate::source::Span;
use crate::write::{Digest, Made, Output};

/// How many pages are made in one go for the search index.
const INDEXED: usize = 256;

/// The files of a site, made when they are asked for.
pub struct Listing<'l, 't> {
    /// All but those of the search index.
    pub files: Vec<Box<dyn Output + 'l>>,
    pages: &'l [Page<'l, 't>],
    config: &'l Config,
}

impl Listing<'_, '_> {
    /// Whether a path is one of the search index, if the site has one.
    #[must_use]
    pub fn is_of_index(&self, path: &str) -> bool {
        self.config.search && path.starts_with(search::FOLDER)
    }

    /// The search index, for which all pages have to be made; nothing if the site has none. A page that fails is not in
    /// it, and says so itself when it is asked for.
    ///
    /// # Errors
    /// When the indexer refuses a page.
    pub fn index(&self) -> Result<Vec<render::Output>, Vec<Diagnostic>> {
        if !self.config.search {
            return Ok(Vec::new());
        }
        let readable = self.pages.chunks(INDEXED).flat_map(|pages| {
            let made = pages.par_iter().filter_map(Page::readable);
            made.collect::<Vec<_>>()
        });
        search::index(readable, &self.config.language).map_err(|error| not_made(search::FOLDER, format!("{error:#}")))
    }
}

/// Lists the files of the site but those of the search index, and hands the list on.
pub(super) fn list<T>(facts: &Facts, receive: impl FnOnce(Listing<'_, '_>) -> T) -> Reported<Option<T>> {
    let theme = facts.theme.load().map_err(Clone::clone);
    match theme.and_then(|theme| with_theme(facts, theme, receive)) {
        Ok(value) => Reported::clean(Some(value)),
        Err(problems) => Reported { value: None, problems },
    }
}

/// Lists every file of the site and hands the list on.
pub(super) fn list_with_index<T>(
    facts: &Facts,
    receive: impl FnOnce(&[Box<dyn Output + '_>]) -> T,
) -> Reported<Option<T>> {
    let listed = list(facts, |listing| {
        let index = listing.index()?;
        let mut files: Vec<Box<dyn Output + '_>> = listing.files;
        files.extend(index.iter().map(|file| -> Box<dyn Output + '_> { Box::new(file) }));
        Ok(receive(&files))
    });
    match listed.value.transpose() {
        Ok(value) => Reported {
            value,
            problems: listed.problems,
        },
        Err(problems) => Reported { value: None, problems },
    }
}

/// The finding about a file that a library refuses to write.
pub(super) fn not_made(path: &str, reason: impl std::fmt::Display) -> Vec<Diagnostic> {
    let finding = Diagnostic::new(&FILE_NON_FATTO).with("file", path);
    vec![finding.with("motivo", reason)]
}

/// Lists the pages, sets up the press that makes them, and adds the files beside them. Data come first, since pages say
/// how large they are.
fn with_theme<T>(
    facts: &Facts,
    theme: &Theme,
    receive: impl FnOnce(Listing<'_, '_>) -> T,
) -> Result<T, Vec<Diagnostic>> {
    let calls = theme.callable().check(&facts.graph);
    if !calls.is_empty() {
        return Err(calls);
    }
    let data = Data::of(facts);
    let Facts {
        graph,
        withheld,
        config,
        ..
    } = facts;
    let site = Site::new(graph, withheld, config, theme.strings(), facts.date, &data);
    let mut jobs = plan(&site);
    let sitemap = Sitemap::of(facts, &jobs);
    jobs.extend(aliases(&site));
    let press = Press::new(theme, site, &jobs)?;
    let pages: Vec<Page<'_, '_>> = jobs.into_iter().map(|job| Page::new(job, &press)).collect();
    let files = data.files().map(|file| -> Box<dyn Output + '_> { Box::new(file) });
    let of_pages = pages.iter().map(|page| -> Box<dyn Output + '_> { Box::new(page) });
    let rules = server::files(config, &redirects(graph));
    let ready = theme.assets().iter().chain(&rules);
    let ready = ready.map(|file| -> Box<dyn Output + '_> { Box::new(file) });
    let map = std::iter::once(&sitemap).map(|map| -> Box<dyn Output + '_> { Box::new(map) });
    let copies = facts.copies.iter();
    let copies = copies.map(|copy| -> Box<dyn Output + '_> { Box::new(copy) });
    Ok(receive(Listing {
        files: files.chain(of_pages).chain(ready).chain(map).chain(copies).collect(),
        pages: &pages,
        config,
    }))
}

/// Where the older addresses of the editors' files lead.
fn redirects(graph: &Graph) -> Vec<Redirect> {
    let pages = graph.pagine.entries();
    let redirects = pages.flat_map(|(id, page)| {
        page.comuni.alias.iter().map(move |old| Redirect {
            from: alias::address(old),
            to: graph.albero.url(id).to_string(),
        })
    });
    redirects.collect()
}

/// A page, made when asked for.
struct Page<'p, 't> {
    path: String,
    job: Job<'t>,
    press: &'p Press<'t>,
}

impl<'p, 't> Page<'p, 't> {
    fn new(job: Job<'t>, press: &'p Press<'t>) -> Self {
        Self {
            path: job.path(),
            job,
            press,
        }
    }

    /// The page for the search index, unless it fails.
    fn readable(&self) -> Option<search::Findable<'_>> {
        let bytes = made(self.press.sheet(&self.job)).ok()?;
        Some((self.job.address.as_ref(), Cow::Owned(bytes)))
    }
}

impl Output for &Page<'_, '_> {
    fn path(&self) -> &str {
        &self.path
    }

    fn place(&self) -> Option<Span> {
        self.job.place
    }

    fn make(&self, known: Option<&Digest>) -> Result<Made<'_>, Vec<Diagnostic>> {
        let sheet = self.press.sheet(&self.job);
        let job = *sheet.digest().as_bytes();
        if known == Some(&job) {
            return Ok(Made::AsKnown);
        }
        let bytes = Cow::Owned(made(sheet)?);
        Ok(Made::File { bytes, job: Some(job) })
    }

    fn bytes(&self) -> Result<Vec<u8>, Vec<Diagnostic>> {
        made(self.press.sheet(&self.job))
    }
}

fn made(sheet: Sheet<'_, '_>) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let page = sheet.render()?;
    Ok(page.bytes)
}

/// A file that stands ready in memory.
impl Output for &render::Output {
    fn path(&self) -> &str {
        &self.path
    }

    fn make(&self, _: Option<&Digest>) -> Result<Made<'_>, Vec<Diagnostic>> {
        let bytes = Cow::Borrowed(self.bytes.as_slice());
        Ok(Made::File { bytes, job: None })
    }
}
