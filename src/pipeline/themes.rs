use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::config::Config;
use crate::diag::register::lingue::PAROLE_MANCANTI;
use crate::diag::{Diagnostic, Language};
use crate::graph::Graph;
use crate::model::{Detto, Testo};
use crate::render::theme::{Form, links, missing_words, needless};
use crate::render::{self, Theme, ThemeFile, Tongue};
use crate::source::walk;
use crate::source::{FileId, SourceMap, Span};

/// The folder of a site's own themes.
const THEMES: &str = "themes";

/// How many of the words that a theme lacks are named.
const NAMED: usize = 3;

/// The theme that a site asks for, compiled when the first page is.
#[derive(Debug)]
pub(super) struct SiteTheme {
    name: Option<Detto<String>>,
    own: Language,
    /// The languages that it speaks, the site's own first, the others with the place that asks for them.
    languages: Vec<(Tongue, Option<Span>)>,
    assets: Form,
    files: Vec<ThemeFile<'static>>,
    loaded: OnceLock<Result<Vec<Theme>, Vec<Diagnostic>>>,
    /// What is needless, for the templates that the pages of the first run with it ask for.
    needless: OnceLock<(BTreeSet<String>, Vec<Diagnostic>)>,
    missing_words: OnceLock<Vec<Diagnostic>>,
}

/// The theme of the run before, for the one that asks for the same.
pub(super) type ThemeMemory = Option<Arc<SiteTheme>>;

impl SiteTheme {
    /// The theme of a run: the remembered one if it is made of the same files.
    pub(super) fn of(config: &Config, files: Vec<ThemeFile<'static>>, memory: &mut ThemeMemory) -> Arc<Self> {
        let own = render::language(config);
        let further = config.languages.iter().map(|lingua| Some(lingua.code.span));
        let places = std::iter::once(None).chain(further);
        let languages: Vec<_> = Tongue::all(config).into_iter().zip(places).collect();
        let name = &config.theme;
        let assets = match config.delivery.minify {
            true => Form::Minified,
            false => Form::AsWritten,
        };
        let place = |name: &Option<Detto<String>>| name.as_ref().map(|name| name.span);
        let same = |known: &&Arc<Self>| {
            known.name == *name
                && place(&known.name) == place(name)
                && known.languages == languages
                && known.assets == assets
                && known.files == files
        };
        let theme = memory.as_ref().filter(same).map(Arc::clone);
        let theme = theme.unwrap_or_else(|| {
            Arc::new(Self {
                name: name.clone(),
                own,
                languages,
                assets,
                files,
                loaded: OnceLock::new(),
                needless: OnceLock::new(),
                missing_words: OnceLock::new(),
            })
        });
        *memory = Some(Arc::clone(&theme));
        theme
    }

    /// The compiled theme, once for each language, the site's own first.
    ///
    /// # Errors
    /// All that is wrong with its files.
    pub(super) fn load(&self) -> Result<&Vec<Theme>, &Vec<Diagnostic>> {
        let load = |tongue: &Tongue| Theme::load(self.name.as_ref(), &self.files, tongue.clone(), self.assets);
        let all = || self.languages.iter().map(|(tongue, _)| load(tongue)).collect();
        self.loaded.get_or_init(all).as_ref()
    }

    /// The further languages that the theme lacks words for.
    pub(super) fn missing_words(&self) -> &[Diagnostic] {
        self.missing_words.get_or_init(|| self.look_for_missing_words())
    }

    fn look_for_missing_words(&self) -> Vec<Diagnostic> {
        let further = self
            .languages
            .iter()
            .filter_map(|(tongue, place)| Some((tongue, (*place)?)));
        let findings = further.filter_map(|(tongue, place)| {
            let (missing, all) = missing_words(self.name.as_ref(), &self.files, tongue);
            let finding = Diagnostic::new(&PAROLE_MANCANTI)
                .at(place)
                .with("lingua", tongue.code());
            let some: Vec<String> = missing.iter().take(NAMED).map(|key| format!("`{key}`")).collect();
            let finding = finding.with("quante", missing.len()).with("tutte", all);
            (!missing.is_empty()).then(|| finding.with("parole", some.join(", ")))
        });
        findings.collect()
    }

    /// The addresses of other sites that its own templates lead to.
    pub(super) fn links(&self) -> Vec<Detto<Testo>> {
        links(self.name.as_ref(), &self.files)
    }

    /// What the theme overrides to no effect on the pages of this graph.
    pub(super) fn needless(&self, graph: &Graph) -> Vec<Diagnostic> {
        let pages = graph.pagine.iter().filter_map(|pagina| pagina.comuni.modello.as_ref());
        let pages: BTreeSet<&str> = pages.map(|template| template.value.as_str()).collect();
        let needless = || needless(self.name.as_ref(), &self.files, self.own, &pages);
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
