use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::held::{Show, held, published};
use super::memory::{Kept, Letto, Memory, Shelf};
use super::site_data::{self, DATA};
use super::themes::SiteTheme;
use super::touched::{self, Touched};
use super::{Request, anni, attached, authored, documents, themes, traduzioni};
use crate::config::Config;
use crate::diag::register::run::SITO_NON_TROVATO;
use crate::diag::{Diagnostic, Reported};
use crate::graph::Held;
use crate::graph::link::{EDITORS, Inputs};
use crate::read::{front_matter, tabella};
use crate::source::walk::{self, Trouble, TroubleKind};
use crate::source::{FileId, SourceMap};

/// The folder that editors write in.
pub(super) const CONTENT: &str = "content";

/// All that was read for a run.
#[derive(Debug)]
pub(super) struct Gathered {
    pub(super) config: Config,
    pub(super) config_file: Option<FileId>,
    pub(super) inputs: Inputs,
    pub(super) lifted: Vec<Held>,
    pub(super) theme: Arc<SiteTheme>,
    /// Files of `content/` that are no Markdown.
    pub(super) beside: Vec<String>,
}

impl Gathered {
    /// The files that were looked for by name, there or not.
    pub(super) fn named(&self, config: &str) -> Vec<String> {
        let sections = self.inputs.pagine.iter().filter_map(|page| page.sorgente.as_ref());
        let documents = sections.filter_map(|sorgente| sorgente.documento.as_ref());
        let attached = self.inputs.pagine.iter().filter_map(|page| page.allegato.as_ref());
        let documents = documents.chain(attached).map(|name| name.value.to_string());
        // The editors' files are looked for by folder.
        let read = self.inputs.drafts.iter().filter(|draft| draft.reader != EDITORS);
        let read = read.map(|draft| draft.path.to_string());
        std::iter::once(config.to_owned())
            .chain(documents)
            .chain(read)
            .collect()
    }
}

/// Reads the configuration, the editors' files and the documents that they name, as far as they are not remembered.
pub(super) fn gather(request: &Request<'_>, memory: &mut Memory) -> Reported<Gathered> {
    let mut found = Vec::new();
    let mut sources = memory.sources.emptied();
    let (config, config_file) = config(request, &mut sources, &mut found);
    let touched = memory.take_touched();
    let listing = touched::listed(request.root, CONTENT, memory.listing.as_ref(), &touched);
    memory.listing = Some(Arc::clone(&listing));
    found.extend(listing.troubles.iter().map(Diagnostic::from));
    let is_markdown = |path: &&String| path.ends_with(".md");
    let markdown: Vec<&String> = listing.files.iter().filter(is_markdown).collect();
    let beside = listing
        .files
        .iter()
        .filter(|path| !is_markdown(path))
        .cloned()
        .collect();
    let files = files(
        request.root,
        (&markdown, &touched),
        &memory.content,
        &mut sources,
        &mut found,
    );
    memory.content = Shelf::sorted(files.clone());
    let (files, translations) = traduzioni::part(files, &config, &mut found);
    let beside = without_sources(request.root, beside, &files);
    let listing = walk::list(request.root, DATA);
    found.extend(listing.troubles.iter().map(Diagnostic::from));
    let data = without_sources(request.root, listing.files, &files);
    let mut all_held = held(&files, request.date, Show::default());
    // What is shown is a part of what would be held back.
    let mut held = match all_held.is_empty() {
        true => Vec::new(),
        false => held(&files, request.date, request.show),
    };
    let files = published(files, &held);
    traduzioni::hold_back(translations.clone(), Show::default(), &mut all_held);
    let traduzioni = traduzioni::hold_back(translations, request.show, &mut held);
    let lifted = all_held.into_iter().filter(|page| !held.contains(page)).collect();
    let dati = site_data::read(request.root, &data, &mut sources, &mut found);
    let theme_files = themes::read(request.root, &mut sources, &mut found);
    let (pagine, mut drafts) = authored::part(&files);
    let documents = documents::read(request.root, &pagine, memory, &mut sources, &mut found);
    attached::read(request.root, &pagine, &mut drafts, memory, &mut sources, &mut found);
    drafts.extend(documents);
    drafts.sort_by_key(|draft| draft.pagina);
    let sources = Arc::new(sources);
    memory.sources = Arc::clone(&sources);
    let value = Gathered {
        theme: SiteTheme::of(&config, theme_files, &mut memory.theme),
        config,
        config_file,
        inputs: Inputs {
            sources,
            pagine,
            traduzioni,
            drafts,
            dati,
            held,
        },
        lifted,
        beside,
    };
    Reported { value, problems: found }
}

/// The files that are no section's source, nor a table of its folder, nor its monitoring, nor a document's: those go to the public only as
/// far as they may.
fn without_sources(root: &Path, mut beside: Vec<String>, files: &[Arc<Letto>]) -> Vec<String> {
    if beside.is_empty() {
        return beside;
    }
    let attached = files.iter().filter_map(|file| {
        let named = file.pagina.allegato.as_ref()?;
        Some(attached::path(root, &file.pagina, named))
    });
    let attached: Vec<String> = attached.collect();
    let sections = files.iter().filter_map(|file| file.pagina.sorgente.as_ref());
    let sources: Vec<&str> = sections
        .filter_map(|it| Some(it.documento.as_ref()?.value.as_str()))
        .collect();
    let within = |folder: &str, path: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    let is_source = |path: &str| {
        let in_folder = |source: &&str| within(source.trim_end_matches('/'), path) && tabella::is_table(path);
        let is_attached = || attached.iter().any(|file| file == path);
        sources.contains(&path) || is_attached() || sources.iter().any(in_folder) || documents::is_monitoring(path)
    };
    beside.retain(|path| !is_source(path));
    beside
}

/// The settings, with what the command line says instead.
fn config(request: &Request<'_>, sources: &mut SourceMap, found: &mut Vec<Diagnostic>) -> (Config, Option<FileId>) {
    let read = walk::named(request.root, request.config);
    let text = read.and_then(|read| walk::text(request.config, read.bytes));
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

/// The Markdown files of `content/`, by path, of which some may have changed.
fn files(
    root: &Path,
    (markdown, touched): (&[&String], &Touched),
    known: &Shelf<Letto>,
    sources: &mut SourceMap,
    found: &mut Vec<Diagnostic>,
) -> Vec<Arc<Letto>> {
    let texts = markdown.par_iter().with_min_len(64).enumerate();
    let texts = texts.map(|(at, path)| match known.near(at, path) {
        Some(known) if !touched.holds(path) => Ok(Text::Known(Arc::clone(known))),
        known => again(known, root, path),
    });
    let mut files = Vec::new();
    for text in texts.collect::<Vec<_>>() {
        match text {
            Ok(text) => files.push((text.add_to(sources), text)),
            Err(trouble) => found.push(Diagnostic::from(&trouble)),
        }
    }
    let mut read: Vec<_> = files.into_par_iter().map(|(file, text)| text.read(file)).collect();
    anni::inherit(&mut read);
    found.extend(read.iter().flat_map(|file| file.problems.iter().cloned()));
    read
}

/// A file, as far as it has to be read.
enum Text {
    Known(Arc<Letto>),
    New(Kept),
}

/// A file of which something may be known.
fn again(known: Option<&Arc<Letto>>, root: &Path, path: &str) -> Result<Text, Trouble> {
    let kept = Kept::again(known.map(|known| &known.kept), root, path, walk::listed)?;
    Ok(match known.filter(|known| known.kept == kept) {
        None => Text::New(kept),
        Some(known) if known.kept.stamp == kept.stamp => Text::Known(Arc::clone(known)),
        Some(known) => Text::Known(Arc::new(Letto {
            kept,
            ..known.as_ref().clone()
        })),
    })
}

impl Text {
    /// Adds the text to the sources; a known file keeps its id.
    fn add_to(&self, sources: &mut SourceMap) -> FileId {
        match self {
            Self::Known(known) => {
                sources.keep(known.file, Arc::clone(&known.kept.text));
                known.file
            }
            Self::New(kept) => sources.add(Arc::clone(&kept.text)),
        }
    }

    /// What the file holds.
    fn read(self, file: FileId) -> Arc<Letto> {
        match self {
            Self::Known(known) => known,
            Self::New(kept) => Arc::new(content(file, kept, None)),
        }
    }
}

/// What a file holds; dates that lack their year are of `anno`, unless the file says another.
pub(super) fn content(file: FileId, kept: Kept, anno: Option<i32>) -> Letto {
    let path = kept.text.path();
    let below = path
        .strip_prefix(CONTENT)
        .map_or(path, |rest| rest.trim_start_matches('/'));
    let read = front_matter::read_in(anno, file, below, kept.text.text());
    Letto {
        file,
        path: path.into(),
        sha256: kept.text.sha256().into(),
        anno,
        pagina: Arc::new(read.value.pagina),
        bozze: read.value.bozze.map(Arc::new),
        problems: read.problems,
        kept,
    }
}
