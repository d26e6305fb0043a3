use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::held::{Held, hold_back};
use super::{Request, authored, documents, themes};
use crate::config::Config;
use crate::diag::register::run::SITO_NON_TROVATO;
use crate::diag::{Diagnostic, Reported};
use crate::graph::link::Inputs;
use crate::read::front_matter::{self, Contenuto};
use crate::render::ThemeFile;
use crate::source::walk::{self, Trouble, TroubleKind};
use crate::source::{FileId, SourceFile, SourceMap};

/// The folder that editors write in.
const CONTENT: &str = "content";

/// All that was read for a run.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) config: Config,
    pub(super) config_file: Option<FileId>,
    pub(super) inputs: Inputs,
    pub(super) held: Vec<Held>,
    pub(super) theme_files: Vec<ThemeFile<'static>>,
}

/// Reads the configuration, the editors' files and the documents that they name.
pub(super) fn gather(request: &Request<'_>) -> Reported<Gathered> {
    let mut found = Vec::new();
    let mut sources = SourceMap::default();
    let (config, config_file) = config(request, &mut sources, &mut found);
    let files = files(request.root, &mut sources, &mut found);
    let (files, held) = hold_back(files, request.date, request.show);
    let theme_files = themes::read(request.root, &mut sources, &mut found);
    let (pages, mut drafts) = authored::part(files, &sources);
    drafts.extend(documents::read(request.root, &pages, &mut sources, &mut found));
    drafts.sort_by_key(|draft| draft.pagina);
    let inputs = Inputs {
        sources: Arc::new(sources),
        pagine: pages.into_iter().map(Arc::new).collect(),
        drafts,
    };
    Reported {
        value: Gathered {
            config,
            config_file,
            inputs,
            held,
            theme_files,
        },
        problems: found,
    }
}

/// The settings, with what the command line says instead.
fn config(request: &Request<'_>, sources: &mut SourceMap, found: &mut Vec<Diagnostic>) -> (Config, Option<FileId>) {
    let text = walk::bytes(request.root, request.config).and_then(|bytes| walk::text(request.config, bytes));
    let mut config = Config::default();
    let mut config_file = None;
    match text {
        Ok(file) => {
            let id = sources.add(Arc::new(file));
            config = Config::parse(id, sources.file(id).text()).drain_into(found);
            config_file = Some(id);
        }
        Err(Trouble {
            kind: TroubleKind::Missing,
            ..
        }) => found.push(Diagnostic::new(&SITO_NON_TROVATO).with("file", request.config)),
        Err(trouble) => found.push(Diagnostic::from(&trouble)),
    }
    if let Some(base_url) = request.base_url {
        base_url.trim_end_matches('/').clone_into(&mut config.base_url);
    }
    (config, config_file)
}

/// The Markdown files of `content/`, by path.
fn files(root: &Path, sources: &mut SourceMap, found: &mut Vec<Diagnostic>) -> Vec<Contenuto> {
    let listing = walk::list(root, CONTENT);
    found.extend(listing.troubles.iter().map(Diagnostic::from));
    let markdown: Vec<_> = listing.files.iter().filter(|path| path.ends_with(".md")).collect();
    let texts: Vec<_> = markdown.into_par_iter().map(|path| text(root, path)).collect();
    let first = sources.iter().count();
    for text in texts {
        match text {
            Ok(file) => {
                sources.add(Arc::new(file));
            }
            Err(trouble) => found.push(Diagnostic::from(&trouble)),
        }
    }
    let files: Vec<_> = sources.iter().skip(first).collect();
    let read: Vec<_> = files.into_par_iter().map(|(id, file)| content(id, file)).collect();
    read.into_iter().map(|content| content.drain_into(found)).collect()
}

fn text(root: &Path, path: &str) -> Result<SourceFile, Trouble> {
    walk::text(path, walk::bytes(root, path)?)
}

fn content(id: FileId, file: &SourceFile) -> Reported<Contenuto> {
    let path = file.path();
    let below = path
        .strip_prefix(CONTENT)
        .map_or(path, |rest| rest.trim_start_matches('/'));
    front_matter::read(id, below, file.text())
}
