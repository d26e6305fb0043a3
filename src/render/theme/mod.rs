//! Themes: layers of templates, components, assets and words. The chain of parents ends at the embedded theme.
//!
//! A site overrides one template by a file of the same name in its own theme, or one block with
//! `{% extends "vetrina/<template>" %}`: each layer's templates are also known by the name of their theme. A component,
//! a word or an asset is overridden by one of the same name.

mod assets;
mod layer;
mod needless;
mod outward;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::{Tera, TeraResult};

use super::components::Callable;
use super::filter::Markdown;
use super::fingerprint::{Digest, Hasher};
use super::format::Locale;
use super::plate::{Filters, Stock};
use super::strings::Strings;
use super::template::{Small, Template, Templates, compact, explain, words};
use super::tools::Chest;
use super::{Output, Tongue, filter};
use crate::diag::register::theme::VOCE_SENZA_PAGINA;
use crate::diag::{Diagnostic, Language, nearest};
use crate::model::{Detto, Testo};
use crate::read::yaml;
use crate::source::{FileId, Span};
use assets::Assets;
pub use assets::Form;
use layer::{Layer, Listed, chain, files_in, place_of, text_of};

/// Name of the embedded theme.
pub const DEFAULT: &str = "vetrina";

/// A file of a site's `themes/` folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFile<'s> {
    /// Path below `themes/`, with `/`: `comune/templates/base.html`.
    pub path: Cow<'s, str>,
    /// Content.
    pub bytes: Cow<'s, [u8]>,
    /// The text in the run's source map, so that a mistake in it has a place.
    pub file: Option<FileId>,
}

/// A theme ready to render: templates compiled, words and assets of all layers merged.
#[derive(Debug)]
pub struct Theme {
    pub(super) tera: Arc<Tera>,
    pub(super) templates: Templates,
    /// The texts that are compiled, and what may be put before their names.
    compiled: (BTreeMap<String, String>, Vec<String>),
    filters: Filters,
    tongue: Tongue,
    strings: Strings,
    assets: Assets,
    menu: Vec<String>,
    duties: Vec<String>,
    wanted: Vec<Wanted>,
    digest: Digest,
    chest: Chest,
}

impl Theme {
    /// Loads the theme of this name (the embedded one if none) with its parents.
    ///
    /// # Errors
    /// All that is wrong with its files; a theme with mistakes cannot be used.
    pub fn load(
        name: Option<&Detto<String>>,
        files: &[ThemeFile<'_>],
        tongue: impl Into<Tongue>,
        assets: Form,
    ) -> Result<Self, Vec<Diagnostic>> {
        let tongue = tongue.into();
        let layers = chain(name, files)?;
        let strings = collect_strings(&layers, &tongue.files())?;
        let templates = collect_templates(&layers);
        let compiled = (compiled(&templates, &strings), prefixes(&layers));
        let tera = compile(&compiled, &templates, tongue.locale(), &strings)?;
        let filters = Filters {
            locale: tongue.locale(),
            markdown: Markdown::of(&strings, Arc::downgrade(&tera)),
        };
        Ok(Self {
            tera,
            compiled,
            filters,
            strings,
            assets: assets::collect(&layers, assets),
            menu: addresses(nearest_list(&layers, menu)),
            duties: addresses(nearest_list(&layers, duties)),
            wanted: wanted(&layers),
            digest: digest_of(&layers),
            chest: Chest::default(),
            templates,
            tongue,
        })
    }

    /// The language that it speaks.
    #[must_use]
    pub fn tongue(&self) -> &Tongue {
        &self.tongue
    }

    /// The words of the interface.
    #[must_use]
    pub fn strings(&self) -> &Strings {
        &self.strings
    }

    /// The components that texts may call.
    #[must_use]
    pub fn callable(&self) -> Callable {
        Callable::of(&self.tera)
    }

    /// Style, script and pictures, under names that change with their content.
    #[must_use]
    pub fn assets(&self) -> &[Output] {
        &self.assets.files
    }

    /// Public address of each asset by its name.
    #[must_use]
    pub fn asset_urls(&self) -> &BTreeMap<String, String> {
        &self.assets.urls
    }

    /// Addresses of the main navigation, whether or not they have a page.
    #[must_use]
    pub fn menu(&self) -> &[String] {
        &self.menu
    }

    /// Addresses of the footer, whether or not they have a page.
    #[must_use]
    pub fn duties(&self) -> &[String] {
        &self.duties
    }

    /// The entries that the site's own themes list and that no page answers to. Those of the embedded theme may be
    /// without: it offers every kind of page that vetrina makes, whether or not the site has anything for it.
    #[must_use]
    pub fn without_page(&self, addresses: &BTreeSet<&str>) -> Vec<Diagnostic> {
        let missing = self.wanted.iter().filter(|it| !addresses.contains(it.address.as_str()));
        let finding = |it: &Wanted| {
            let near = nearest(&it.address, addresses.iter().copied());
            let finding = Diagnostic::new(&VOCE_SENZA_PAGINA).at(it.place).with("elenco", it.list);
            finding.with("indirizzo", &it.address).with("vicine", near)
        };
        missing.map(finding).collect()
    }

    /// What plates are cut from.
    pub(super) fn stock(&self) -> Stock<'_> {
        Stock::new(&self.compiled.0, &self.compiled.1)
    }

    /// What its pages were last made with.
    pub(super) fn chest(&self) -> &Chest {
        &self.chest
    }

    /// What plates write days, figures and Markdown with.
    pub(super) fn filters(&self) -> &Filters {
        &self.filters
    }

    /// What the theme's words and assets are, apart from its templates.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.digest
    }
}

/// What a site's theme overrides to no effect; `pages` are the templates that its pages ask for beside the program's
/// own. Nothing for a theme that cannot be loaded, which says so itself.
#[must_use]
pub fn needless(
    name: Option<&Detto<String>>,
    files: &[ThemeFile<'_>],
    language: Language,
    pages: &BTreeSet<&str>,
) -> Vec<Diagnostic> {
    chain(name, files).map_or_else(|_| Vec::new(), |layers| needless::needless(&layers, language, pages))
}

/// The addresses of other sites that the templates of a site's own themes lead to, each where it is written. Nothing for
/// a theme that cannot be loaded.
#[must_use]
pub fn links(name: Option<&Detto<String>>, files: &[ThemeFile<'_>]) -> Vec<Detto<Testo>> {
    chain(name, files).map_or_else(|_| Vec::new(), |layers| outward::links(&layers))
}

/// An entry that a site's own theme lists.
#[derive(Debug)]
struct Wanted {
    /// The key of the list.
    list: &'static str,
    address: String,
    place: Span,
}

/// The entries that must have a page: all but those that the embedded theme offers too.
fn wanted(layers: &[Layer<'_>]) -> Vec<Wanted> {
    let offered = layers.last().into_iter().flat_map(|layer| [menu(layer), duties(layer)]);
    let offered: BTreeSet<&str> = offered
        .flatten()
        .flatten()
        .map(|(address, _)| address.as_str())
        .collect();
    let of = |list, entries: &[Listed]| {
        let entries = entries
            .iter()
            .filter(|(address, _)| !offered.contains(address.as_str()));
        let wanted = entries.filter_map(|(address, place)| {
            Some(Wanted {
                list,
                address: address.clone(),
                place: (*place)?,
            })
        });
        wanted.collect::<Vec<_>>()
    };
    let mut all = of("menu", nearest_list(layers, menu));
    all.extend(of("duties", nearest_list(layers, duties)));
    all
}

fn menu<'l>(layer: &'l Layer<'_>) -> Option<&'l Vec<Listed>> {
    layer.manifest.menu.as_ref()
}

fn duties<'l>(layer: &'l Layer<'_>) -> Option<&'l Vec<Listed>> {
    layer.manifest.duties.as_ref()
}

/// The list of the uppermost layer that has one.
fn nearest_list<'l, 's>(layers: &'l [Layer<'s>], pick: fn(&'l Layer<'s>) -> Option<&'l Vec<Listed>>) -> &'l [Listed] {
    layers.iter().find_map(pick).map(Vec::as_slice).unwrap_or_default()
}

fn addresses(listed: &[Listed]) -> Vec<String> {
    listed.iter().map(|(address, _)| address.clone()).collect()
}

/// The words of a theme that have none in a language, `catalogo.titolo`, and how many words there are. Nothing for a
/// theme that cannot be loaded.
#[must_use]
pub fn missing_words(name: Option<&Detto<String>>, files: &[ThemeFile<'_>], tongue: &Tongue) -> (Vec<String>, usize) {
    let Ok(layers) = chain(name, files) else {
        return (Vec::new(), 0);
    };
    let mut of_files = tongue.files().into_iter();
    let mut next = || of_files.next().and_then(|file| collect_strings(&layers, &[file]).ok());
    let (own, said) = (next().unwrap_or_default(), next().unwrap_or_default());
    let said: BTreeSet<String> = said.keys().collect();
    let mut missing: Vec<String> = own.keys().filter(|key| !said.contains(key)).collect();
    missing.sort_unstable();
    (missing, own.keys().count())
}

/// The words of these files of all layers, each file laid over the one before.
fn collect_strings(layers: &[Layer<'_>], names: &[String]) -> Result<Strings, Vec<Diagnostic>> {
    let mut strings = Strings::default();
    let mut problems = Vec::new();
    let of_name = |wanted| files_in(layers, "i18n").filter(move |(_, _, name)| name == wanted);
    for (_, file, _) in names.iter().flat_map(of_name) {
        let text = text_of(file);
        if let Some(node) = yaml::parse(place_of(file), &text, 0).drain_into(&mut problems) {
            strings.overlay(&node, &mut problems);
        }
    }
    if problems.is_empty() {
        Ok(strings)
    } else {
        Err(problems)
    }
}

/// Templates and components by the name that Tera knows them by: `<theme>/<path>`.
fn collect_templates(layers: &[Layer<'_>]) -> Templates {
    let mut templates = BTreeMap::new();
    for (theme, file, name) in files_in(layers, "templates") {
        templates.insert(format!("{theme}/{name}"), Template::new(theme, file));
    }
    for (theme, file, name) in files_in(layers, "components") {
        templates.insert(format!("{theme}/components/{name}"), Template::new(theme, file));
    }
    templates
}

/// The filter `markdown` calls components of the very theme that it is used in.
fn compile(
    (texts, prefixes): &(BTreeMap<String, String>, Vec<String>),
    templates: &Templates,
    locale: &'static Locale,
    strings: &Strings,
) -> Result<Arc<Tera>, Vec<Diagnostic>> {
    let mut wrong = None;
    let tera = Arc::new_cyclic(|theme| {
        let mut tera = Tera::new();
        tera.autoescape_on([".html", ".xml"]);
        filter::register(&mut tera, locale, Markdown::of(strings, theme.clone()));
        wrong = add(&mut tera, texts, prefixes).err();
        tera
    });
    match wrong {
        None => Ok(tera),
        Some(error) => Err(explain(&error, templates)),
    }
}

fn add(tera: &mut Tera, texts: &BTreeMap<String, String>, prefixes: &[String]) -> TeraResult<()> {
    tera.set_fallback_prefixes(prefixes.iter().cloned())?;
    tera.add_raw_templates(texts)
}

/// What may be put before the name of a template: the names of the layers.
fn prefixes(layers: &[Layer<'_>]) -> Vec<String> {
    let mut prefixes: Vec<String> = layers.iter().map(|layer| format!("{}/", layer.name)).collect();
    prefixes.dedup();
    prefixes
}

/// The texts as they are compiled: compact, and in the templates of the embedded theme with small components written
/// out and words put in.
fn compiled(templates: &Templates, strings: &Strings) -> BTreeMap<String, String> {
    let compact = templates
        .iter()
        .map(|(name, template)| (name.clone(), compact(&template.text)));
    let mut texts: BTreeMap<String, String> = compact.collect();
    let is_own = |name: &str| name.split('/').next() == Some(DEFAULT);
    let components = texts.iter().filter(|(name, _)| name.contains("/components/"));
    let (own, others): (Vec<_>, Vec<_>) = components.partition(|(name, _)| is_own(name));
    let small = Small::of(
        own.iter().map(|(_, text)| text.as_str()),
        others.iter().map(|(_, text)| text.as_str()),
    );
    let are_words_known = !texts.values().any(|text| words::are_hidden(text));
    let written = texts.iter().filter(|(name, _)| is_own(name)).map(|(name, text)| {
        let text = small.write_out(text);
        // Whoever calls a component says what its words are.
        let has_words = are_words_known && !name.contains("/components/");
        (
            name.clone(),
            if has_words { words::put_in(&text, strings) } else { text },
        )
    });
    let written: Vec<_> = written.collect();
    texts.extend(written);
    texts
}

/// Words and assets; templates have digests of their own.
fn digest_of(layers: &[Layer<'_>]) -> Digest {
    let mut hasher = Hasher::default();
    for folder in ["i18n", "assets"] {
        for (_, file, name) in files_in(layers, folder) {
            hasher.update(name.as_bytes());
            hasher.update(Digest::of(&file.bytes).as_bytes());
        }
    }
    hasher.finish()
}
