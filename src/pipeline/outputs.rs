use std::borrow::Cow;

use rayon::prelude::*;

use super::{Facts, sitemap};
use crate::diag::register::output::FILE_NON_FATTO;
use crate::diag::{Diagnostic, Reported};
use crate::export::{self, Context, Export};
use crate::render::{self, Files, Job, Press, Site, Theme, plan::plan};
use crate::source::Span;
use crate::write::{Digest, Made, Output};

/// Lists every file of the site and hands the list on. Data come first, since pages say how large they are.
pub(super) fn list<T>(facts: &Facts, receive: impl FnOnce(&[Box<dyn Output + '_>]) -> T) -> Reported<Option<T>> {
    let mut problems = Vec::new();
    let data = data(facts).drain_into(&mut problems);
    let theme = Theme::load(
        facts.config.theme.as_deref(),
        &facts.theme_files,
        render::language(&facts.config),
    );
    let value = match theme.and_then(|theme| with_theme(facts, &theme, &data, receive)) {
        Ok(value) => Some(value),
        Err(mistakes) => {
            problems.extend(mistakes);
            None
        }
    };
    Reported { value, problems }
}

/// The open data and calendars, made.
fn data(facts: &Facts) -> Reported<Vec<render::Output>> {
    let context = facts.context();
    let made: Vec<_> = export::plan(&context)
        .par_iter()
        .map(|export| make(export, &context))
        .collect();
    let mut data = Reported::clean(Vec::with_capacity(made.len()));
    for file in made {
        match file {
            Ok(file) => data.value.push(file),
            Err(problem) => data.problems.push(*problem),
        }
    }
    data
}

fn make(export: &Export, context: &Context<'_>) -> Result<render::Output, Box<Diagnostic>> {
    let path = export.path(context);
    match export.render(context) {
        Ok(bytes) => Ok(render::Output { path, bytes }),
        Err(error) => Err(Box::new(not_made(&path, &error))),
    }
}

/// The finding about a file that a library refuses to write.
pub(super) fn not_made(path: &str, error: &anyhow::Error) -> Diagnostic {
    let finding = Diagnostic::new(&FILE_NON_FATTO).with("file", path);
    finding.with("motivo", format!("{error:#}"))
}

fn sizes(data: &[render::Output]) -> Files {
    data.iter()
        .map(|file| (format!("/{}", file.path), file.bytes.len() as u64))
        .collect()
}

/// Lists the pages, sets up the press that makes them, and adds the files that stand ready.
fn with_theme<T>(
    facts: &Facts,
    theme: &Theme,
    data: &[render::Output],
    receive: impl FnOnce(&[Box<dyn Output + '_>]) -> T,
) -> Result<T, Vec<Diagnostic>> {
    let files = sizes(data);
    let Facts {
        graph,
        withheld,
        config,
        ..
    } = facts;
    let site = Site::new(graph, withheld, config, theme.strings(), facts.date, &files);
    let jobs = plan(&site);
    let sitemap = sitemap::sitemap(facts, &jobs).map_err(|problem| vec![*problem])?;
    let press = Press::new(theme, site, &jobs).map_err(|mistake| vec![*mistake])?;
    let pages = jobs.into_iter().map(|job| -> Box<dyn Output + '_> {
        Box::new(Page {
            path: job.path(),
            job,
            press: &press,
        })
    });
    let ready = data.iter().chain([&sitemap]).chain(theme.assets());
    let ready = ready.map(|file| -> Box<dyn Output + '_> { Box::new(file) });
    let outputs: Vec<_> = pages.chain(ready).collect();
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
