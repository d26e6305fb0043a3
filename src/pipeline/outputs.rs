use std::borrow::Cow;

use super::Facts;
use super::data::Data;
use super::sitemap::Sitemap;
use crate::diag::register::output::FILE_NON_FATTO;
use crate::diag::{Diagnostic, Reported};
use crate::render::{self, Job, Press, Site, Theme, plan::plan};
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
    let jobs = plan(&site);
    let sitemap = Sitemap::of(facts, &jobs);
    let press = Press::new(theme, site, &jobs).map_err(|mistake| vec![*mistake])?;
    let pages = jobs.into_iter().map(|job| -> Box<dyn Output + '_> {
        Box::new(Page {
            path: job.path(),
            job,
            press: &press,
        })
    });
    let files = data.files().map(|file| -> Box<dyn Output + '_> { Box::new(file) });
    let assets = theme.assets().iter();
    let assets = assets.map(|file| -> Box<dyn Output + '_> { Box::new(file) });
    let map = std::iter::once(&sitemap).map(|map| -> Box<dyn Output + '_> { Box::new(map) });
    let outputs: Vec<_> = files.chain(pages).chain(assets).chain(map).collect();
    Ok(receive(&outputs))
}

/// A page, made when asked for.
struct Page<'p, 't> {
    path: String,
    job: Job<'t>,
    press: &'p Press<'t>,
}

impl Output for Page<'_, '_> {
    fn path(&self) -> &str {
        &self.path
    }

    fn digest(&self) -> Option<Digest> {
        Some(*self.press.digest(&self.job).as_bytes())
    }

    fn place(&self) -> Option<Span> {
        self.job.place
    }

    fn bytes(&self) -> Made<'_> {
        let page = self.press.render(&self.job).map_err(|mistake| vec![*mistake])?;
        Ok(Cow::Owned(page.bytes))
    }
}

/// A file that stands ready in memory.
impl Output for &render::Output {
    fn path(&self) -> &str {
        &self.path
    }

    fn bytes(&self) -> Made<'_> {
        Ok(Cow::Borrowed(&self.bytes))
    }
}
