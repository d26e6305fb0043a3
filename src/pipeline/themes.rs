use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::config::Config;
use crate::diag::{Diagnostic, Language};
use crate::graph::Graph;
use crate::model::Detto;
use crate::render::theme::{Form, needless};
use crate::render::{self, Theme, ThemeFile};
use crate::source::walk;
use crate::source::{FileId, SourceMap};

/// The folder of a site's own themes.
const THEMES: &str = "themes";

/// The theme that a site asks for, compiled when the first page is.
#[derive(Debug)]
pub(super) struct SiteTheme {
    name: Option<Detto<String>>,
    language: Language,
    assets: Form,
    files: Vec<ThemeFile<'static>>,
    loaded: OnceLock<Result<Theme, Vec<Diagnostic>>>,
    /// What is needless, for the templates that the pages of the first run with it ask for.
    needless: OnceLock<(BTreeSet<String>, Vec<Diagnostic>)>,
}

/// The theme of the run before, for the one that asks for the same.
pub(super) type ThemeMemory = Option<Arc<SiteTheme>>;

impl SiteTheme {
    /// The theme of a run: the remembered one if it is made of the same files.
    pub(super) fn of(config: &Config, files: Vec<ThemeFile<'static>>, memory: &mut ThemeMemory) -> Arc<Self> {
        let language = render::language(config);
        let name = &config.theme;
        let assets = match config.delivery.minify {
            true => Form::Minified,
            false => Form::AsWritten,
        };
        let place = |name: &Option<Detto<String>>| name.as_ref().map(|name| name.span);
        let same = |known: &&Arc<Self>| {
            known.name == *name
                && place(&known.name) == place(name)
                && known.language == language
                && known.assets == assets
                && known.files == files
        };
        let theme = memory.as_ref().filter(same).map(Arc::clone);
        let theme = theme.unwrap_or_else(|| {
            Arc::new(Self {
                name: name.clone(),
                language,
                assets,
                files,
                loaded: OnceLock::new(),
                needless: OnceLock::new(),
            })
        });
        *memory = Some(Arc::clone(&theme));
        theme
    }

    /// The compiled theme.
    ///
    /// # Errors
    /// All that is wrong with its files.
    pub(super) fn load(&self) -> Result<&Theme, &Vec<Diagnostic>> {
        let load = || Theme::load(self.name.as_ref(), &self.files, self.language, self.assets);
        self.loaded.get_or_init(load).as_ref()
    }

    /// What the theme overrides to no effect on the pages of this graph.
    pub(super) fn needless(&self, graph: &Graph) -> Vec<Diagnostic> {
        let pages = graph.pagine.iter().filter_map(|pagina| pagina.comuni.modello.as_ref());
        let pages: BTreeSet<&str> = pages.map(|template| template.value.as_str()).collect();
        let needless = || needless(self.name.as_ref(), &self.files, self.language, &pages);
        let owned = || pages.iter().map(|page| (*page).to_owned()).collect();
        let (known, found) = self.needless.get_or_init(|| (owned(), needless()));
        match pages.iter().eq(known) {
            true => found.clone(),
            false => needless(),
        }
    }
}

/// Reads the files of the site's own themes; those that are texts can be pointed into.
pub(super) fn read(root: &Path, sources: &mut SourceMap, found: &mut Vec<Diagnostic>) -> Vec<ThemeFile<'static>> {
    let listing = walk::list(root, THEMES);
    found.extend(listing.troubles.iter().map(Diagnostic::from));
    let mut files = Vec::new();
    for path in listing.files {
        match walk::listed(root, &path).map(|read| read.bytes) {
            Ok(bytes) => files.push(ThemeFile {
                file: text(&path, &bytes, sources),
                path: Cow::Owned(path.trim_start_matches(THEMES).trim_start_matches('/').to_owned()),
                bytes: Cow::Owned(bytes),
            }),
            Err(trouble) => found.push(Diagnostic::from(&trouble)),
        }
    }
    files
}

/// The file in the source map, unless it is no text, as a picture is not.
fn text(path: &str, bytes: &[u8], sources: &mut SourceMap) -> Option<FileId> {
    let file = walk::text(path, bytes.to_vec()).ok()?;
    Some(sources.add(Arc::new(file)))
}
