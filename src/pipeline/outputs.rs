use std::borrow::Cow;

use rayon::prelude::*;

use super::Facts;
use super::data::Data;
use super::sitemap::Sitemap;
use crate::config::Config;
use crate::diag::register::output::FILE_NON_FATTO;
use crate::diag::{Diagnostic, Reported};
use crate::render::{self, Job, Press, Sheet, Site, Theme, plan::aliases, plan::plan, search};
use crate::source::Span;
use crate::write::{Digest, Made, Output};

/// Lists every file of the site and hands the list on.
pub(super) fn list<T>(facts: &Facts, receive: impl FnOnce(&[Box<dyn Output + '_>]) -> T) -> Reported<Option<T>> {
    let theme = facts.theme.load().map_err(Clone::clone);
    match theme.and_then(|theme| with_theme(facts, theme, receive)) {
        Ok(value) => Reported::clean(Some(value)),
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
    receive: impl FnOnce(&[Box<dyn Output + '_>]) -> T,
) -> Result<T, Vec<Diagnostic>> {
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
    let press = Press::new(theme, site, &jobs).map_err(|mistake| vec![*mistake])?;
    let mut pages: Vec<Page<'_, '_>> = jobs.into_iter().map(|job| Page::new(job, &press)).collect();
    let index = match config.search {
        true => search_index(&mut pages, config)?,
        false => Vec::new(),
    };
    let pages = pages.into_iter().map(|page| -> Box<dyn Output + '_> { Box::new(page) });
    let files = data.files().map(|file| -> Box<dyn Output + '_> { Box::new(file) });
    let ready = theme.assets().iter().chain(&index);
    let ready = ready.map(|file| -> Box<dyn Output + '_> { Box::new(file) });
    let map = std::iter::once(&sitemap).map(|map| -> Box<dyn Output + '_> { Box::new(map) });
    let copies = facts
        .copies
        .iter()
        .map(|copy| -> Box<dyn Output + '_> { Box::new(copy) });
    let outputs: Vec<_> = files.chain(pages).chain(ready).chain(map).chain(copies).collect();
    Ok(receive(&outputs))
}

/// The index over all pages, which have to be made for it. A page that fails is not in it, and says so itself when it
/// is asked for.
fn search_index(pages: &mut [Page<'_, '_>], config: &Config) -> Result<Vec<render::Output>, Vec<Diagnostic>> {
    pages
        .par_iter_mut()
        .for_each(|page| page.made = Some(made(page.press.sheet(&page.job))));
    let readable = pages.iter().filter_map(|page| {
        let html = page.made.as_ref()?.as_ref().ok()?;
        Some((page.job.address.as_ref(), html.as_slice()))
    });
    search::index(readable, &config.language).map_err(|error| not_made("pagefind/", format!("{error:#}")))
}

/// A page, made when asked for, unless it was needed before.
struct Page<'p, 't> {
    path: String,
    job: Job<'t>,
    press: &'p Press<'t>,
    made: Option<Result<Vec<u8>, Vec<Diagnostic>>>,
}

impl<'p, 't> Page<'p, 't> {
    fn new(job: Job<'t>, press: &'p Press<'t>) -> Self {
        Self {
            path: job.path(),
            job,
            press,
            made: None,
        }
    }
}

impl Output for Page<'_, '_> {
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
        let bytes = match &self.made {
            Some(Ok(bytes)) => Cow::Borrowed(bytes.as_slice()),
            Some(Err(mistakes)) => return Err(mistakes.clone()),
            None => Cow::Owned(made(sheet)?),
        };
        Ok(Made::File { bytes, job: Some(job) })
    }

    fn bytes(&self) -> Result<Vec<u8>, Vec<Diagnostic>> {
        match &self.made {
            Some(made) => made.clone(),
            None => made(self.press.sheet(&self.job)),
        }
    }
}

fn made(sheet: Sheet<'_, '_>) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let page = sheet.render().map_err(|mistake| vec![*mistake])?;
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
