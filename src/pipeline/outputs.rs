use std::borrow::Cow;

use rayon::prelude::*;

use super::Facts;
use super::data::Data;
use super::hands::{Hands, OfProgram};
use super::paths;
use super::sitemap::Sitemap;
use super::versioni::plan_all;
use crate::diag::register::output::FILE_NON_FATTO;
use crate::diag::{Diagnostic, Reported};
use crate::graph::Graph;
use crate::render::server::{self, Redirect};
use crate::render::view::alias;
use crate::render::{self, Job, Press, Sheet, Theme, search};
use crate::source::Span;
use crate::write::{Digest, Made, Output};

/// How many pages are made in one go for the search index.
const INDEXED: usize = 256;

/// The files of a site, made when they are asked for.
pub struct Listing<'l, 't> {
    /// All but those of the search index.
    pub files: Vec<Box<dyn Output + 'l>>,
    /// The pages in each language, the site's own first.
    pages: &'l [Vec<Page<'l, 't>>],
    /// The theme of the site's own language.
    theme: Option<&'l Theme>,
    facts: &'l Facts,
}

impl Listing<'_, '_> {
    /// Whether a path is one of the search indexes, if the site has any.
    #[must_use]
    pub fn is_of_index(&self, path: &str) -> bool {
        let config = &self.facts.config;
        let further = config.languages.iter();
        let mut below = further.filter_map(|lingua| path.strip_prefix(lingua.code.value.as_str())?.strip_prefix('/'));
        let is_of_one = path.starts_with(search::FOLDER) || below.any(|path| path.starts_with(search::FOLDER));
        config.search && is_of_one
    }

    /// What only the whole list can show: addresses in texts, and in the theme's navigation, at which nothing stands.
    #[must_use]
    pub fn dead_paths(&self) -> Vec<Diagnostic> {
        let mut found = paths::check(self.facts, self.files.iter().map(|file| file.path()));
        found.extend(self.dead_entries());
        found
    }

    /// Entries of the navigation that lead to no page.
    fn dead_entries(&self) -> Vec<Diagnostic> {
        let pages = self.pages.first().into_iter().flatten();
        let addresses = pages.map(|page| page.job.address.as_ref()).collect();
        self.theme.map_or_else(Vec::new, |theme| theme.without_page(&addresses))
    }

    /// The search indexes, one for each language, for which all pages have to be made; nothing if the site has none. A
    /// page that fails is not in it, and says so itself when it is asked for.
    ///
    /// # Errors
    /// When the indexer refuses a page.
    pub fn index(&self) -> Result<Vec<render::Output>, Vec<Diagnostic>> {
        if !self.facts.config.search {
            return Ok(Vec::new());
        }
        let mut files = Vec::new();
        for pages in self.pages {
            files.extend(index_of(pages)?);
        }
        Ok(files)
    }
}

/// The search index of the pages of one language, in the folder of that language.
fn index_of(pages: &[Page<'_, '_>]) -> Result<Vec<render::Output>, Vec<Diagnostic>> {
    let Some(press) = pages.first().map(|page| page.press) else {
        return Ok(Vec::new());
    };
    let readable = pages.chunks(INDEXED).flat_map(|pages| {
        let made = pages.par_iter().filter_map(Page::readable);
        made.collect::<Vec<_>>()
    });
    let files = search::index(readable, press.language());
    let files = files.map_err(|error| not_made(search::FOLDER, format!("{error:#}")))?;
    let placed = files.into_iter().map(|file| render::Output {
        path: press.placed(file.path),
        ..file
    });
    Ok(placed.collect())
}

/// Lists the files of the site but those of the search index, and hands the list on.
pub(super) fn list<T>(
    facts: &Facts,
    hands: &impl Hands,
    receive: impl FnOnce(Listing<'_, '_>) -> T,
) -> Reported<Option<T>> {
    let themes = facts.theme.load().map_err(Clone::clone);
    match themes.and_then(|themes| with_themes(facts, themes, hands, receive)) {
        Ok(value) => Reported::clean(Some(value)),
        Err(problems) => Reported { value: None, problems },
    }
}

/// Lists every file of the site and hands the list on.
pub(super) fn list_with_index<T>(
    facts: &Facts,
    receive: impl FnOnce(&[Box<dyn Output + '_>]) -> T,
) -> Reported<Option<T>> {
    let mut problems = Vec::new();
    let listed = list(facts, &OfProgram, |listing| {
        problems = listing.dead_paths();
        let index = listing.index()?;
        let mut files: Vec<Box<dyn Output + '_>> = listing.files;
        files.extend(index.iter().map(|file| -> Box<dyn Output + '_> { Box::new(file) }));
        Ok(receive(&files))
    });
    problems.extend(listed.problems);
    let value = listed.value.transpose().unwrap_or_else(|found: Vec<Diagnostic>| {
        problems.extend(found);
        None
    });
    Reported { value, problems }
}

/// The finding about a file that a library refuses to write.
pub(super) fn not_made(path: &str, reason: impl std::fmt::Display) -> Vec<Diagnostic> {
    let finding = Diagnostic::new(&FILE_NON_FATTO).with("file", path);
    vec![finding.with("motivo", reason)]
}

/// Lists the pages of every language, sets up the presses that make them, and adds the files beside them. Data come
/// first, since pages say how large they are.
fn with_themes<T>(
    facts: &Facts,
    themes: &[Theme],
    hands: &impl Hands,
    receive: impl FnOnce(Listing<'_, '_>) -> T,
) -> Result<T, Vec<Diagnostic>> {
    check_calls(facts, themes)?;
    let data = Data::of(facts);
    let feeds = facts.translated.iter().map(|version| data.in_language(facts, version));
    let feeds: Vec<Data<'_>> = feeds.collect();
    let (planned, _) = hands.run(|| rayon::join(|| plan_all(facts, themes, &data, &feeds), || data.files()));
    let (mut presses, mut jobs) = (Vec::new(), Vec::new());
    for planned in planned {
        presses.push(Press::new(planned.theme, planned.site, &planned.jobs, &planned.feeds)?);
        jobs.push(planned.jobs);
    }
    let pages = presses.iter().zip(jobs);
    let pages = pages.map(|(press, jobs)| {
        hands.run(|| {
            let jobs = jobs.into_par_iter().with_min_len(512);
            jobs.map(|job| Page::new(job, press)).collect()
        })
    });
    let pages: Vec<Vec<Page<'_, '_>>> = pages.collect();
    let sitemap = Sitemap { facts, pages: &pages };
    let files = std::iter::once(&data).chain(&feeds).flat_map(Data::files);
    let files = files.map(|file| -> Box<dyn Output + '_> { Box::new(file) });
    let of_pages = pages
        .iter()
        .flatten()
        .map(|page| -> Box<dyn Output + '_> { Box::new(page) });
    let rules = server::files(&facts.config, &redirects(&facts.graph));
    let assets = themes.first().map_or(&[][..], Theme::assets);
    let ready = assets.iter().chain(&rules);
    let ready = ready.map(|file| -> Box<dyn Output + '_> { Box::new(file) });
    let map = std::iter::once(&sitemap).map(|map| -> Box<dyn Output + '_> { Box::new(map) });
    let copies = facts.copies.iter();
    let copies = copies.map(|copy| -> Box<dyn Output + '_> { Box::new(copy) });
    Ok(receive(Listing {
        files: files.chain(of_pages).chain(ready).chain(map).chain(copies).collect(),
        pages: &pages,
        theme: themes.first(),
        facts,
    }))
}

/// The calls of components in all texts.
fn check_calls(facts: &Facts, themes: &[Theme]) -> Result<(), Vec<Diagnostic>> {
    let translated = facts.translated.iter().map(|version| &version.graph);
    let graphs = std::iter::once(&facts.graph).chain(translated);
    let wrong = themes
        .iter()
        .zip(graphs)
        .flat_map(|(theme, graph)| theme.callable().check(graph));
    let wrong: Vec<Diagnostic> = wrong.collect();
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(wrong),
    }
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
pub(super) struct Page<'p, 't> {
    path: String,
    pub(super) job: Job<'t>,
    pub(super) press: &'p Press<'t>,
}

impl<'p, 't> Page<'p, 't> {
    fn new(job: Job<'t>, press: &'p Press<'t>) -> Self {
        Self {
            path: press.placed(job.path()),
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
