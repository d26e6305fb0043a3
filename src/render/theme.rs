//! Themes: layers of templates, components, assets and words. The chain of parents ends at the embedded theme.
//!
//! A site overrides one template by a file of the same name in its own theme, or one block with
//! `{% extends "vetrina/<template>" %}`: each layer's templates are also known by the name of their theme.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use rust_embed::RustEmbed;
use tera::{Tera, TeraResult};

use super::components::Callable;
use super::filter::Markdown;
use super::fingerprint::{Digest, Hasher, asset_name};
use super::format::Locale;
use super::strings::Strings;
use super::template::{Template, compact};
use super::{Output, filter};
use crate::diag::register::theme::TEMA_IGNOTO;
use crate::diag::{Diagnostic, Language};
use crate::read::keys::Keys;
use crate::read::yaml;
use crate::source::FileId;

/// Name of the embedded theme.
pub const DEFAULT: &str = "vetrina";

#[derive(RustEmbed)]
#[folder = "themes/vetrina"]
struct Embedded;

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

/// `theme.yaml`.
#[derive(Clone, Debug, Default)]
struct Manifest {
    /// The theme that this one changes; the embedded one unless told.
    parent: Option<String>,
    /// Addresses of the main navigation, in order; those without a page are left out.
    menu: Vec<String>,
    /// Addresses of the footer: the duties.
    duties: Vec<String>,
}

/// A theme ready to render: templates compiled, words and assets of all layers merged.
#[derive(Debug)]
pub struct Theme {
    pub(super) tera: Arc<Tera>,
    pub(super) templates: BTreeMap<String, Template>,
    strings: Strings,
    assets: Vec<Output>,
    asset_urls: BTreeMap<String, String>,
    menu: Vec<String>,
    duties: Vec<String>,
    digest: Digest,
}

/// One theme's files, with the name of the theme cut off their paths.
struct Layer<'s> {
    name: String,
    manifest: Manifest,
    files: Vec<ThemeFile<'s>>,
}

impl Theme {
    /// Loads the theme of this name (the embedded one if none) with its parents.
    ///
    /// # Errors
    /// All that is wrong with its files; a theme with mistakes cannot be used.
    pub fn load(name: Option<&str>, files: &[ThemeFile<'_>], language: Language) -> Result<Self, Vec<Diagnostic>> {
        let layers = chain(name.unwrap_or(DEFAULT), files)?;
        let (assets, asset_urls) = collect_assets(&layers);
        let strings = collect_strings(&layers, language)?;
        let templates = collect_templates(&layers);
        let tera = compile(&layers, &templates, Locale::of(language), &strings)?;
        let list = |pick: fn(&Manifest) -> &Vec<String>| {
            let mut lists = layers.iter().map(|layer| pick(&layer.manifest));
            lists.find(|list| !list.is_empty()).cloned().unwrap_or_default()
        };
        Ok(Self {
            tera,
            strings,
            assets,
            asset_urls,
            menu: list(|manifest| &manifest.menu),
            duties: list(|manifest| &manifest.duties),
            digest: digest_of(&layers),
            templates,
        })
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
        &self.assets
    }

    /// Public address of each asset by its name.
    #[must_use]
    pub fn asset_urls(&self) -> &BTreeMap<String, String> {
        &self.asset_urls
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

    /// What the theme's words and assets are, apart from its templates.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.digest
    }
}

/// The layers from the theme asked for down to the embedded one.
fn chain<'s>(first: &str, files: &[ThemeFile<'s>]) -> Result<Vec<Layer<'s>>, Vec<Diagnostic>> {
    let mut layers: Vec<Layer<'s>> = Vec::new();
    let mut name = first.to_owned();
    loop {
        let again = layers.iter().any(|layer| layer.name == name);
        let layer = match layer_of(&name, files)? {
            Some(layer) if !again => layer,
            None if name == DEFAULT => embedded()?,
            _ => return Err(vec![Diagnostic::new(&TEMA_IGNOTO).with("tema", name)]),
        };
        let parent = layer.manifest.parent.clone().unwrap_or_else(|| DEFAULT.to_owned());
        layers.push(layer);
        if name == DEFAULT {
            return Ok(layers);
        }
        name = parent;
    }
}

fn layer_of<'s>(name: &str, files: &[ThemeFile<'s>]) -> Result<Option<Layer<'s>>, Vec<Diagnostic>> {
    let own: Vec<ThemeFile<'s>> = files
        .iter()
        .filter_map(|file| {
            let path = file.path.strip_prefix(name)?.strip_prefix('/')?.to_owned();
            Some(ThemeFile {
                path: path.into(),
                ..file.clone()
            })
        })
        .collect();
    if own.is_empty() {
        Ok(None)
    } else {
        layer(name, own).map(Some)
    }
}

fn embedded<'s>() -> Result<Layer<'s>, Vec<Diagnostic>> {
    let mut files: Vec<ThemeFile<'s>> = Embedded::iter()
        .filter_map(|path| {
            Some(ThemeFile {
                bytes: Embedded::get(&path)?.data,
                path,
                file: None,
            })
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    layer(DEFAULT, files)
}

fn layer<'s>(name: &str, files: Vec<ThemeFile<'s>>) -> Result<Layer<'s>, Vec<Diagnostic>> {
    let manifest = match files.iter().find(|file| file.path == "theme.yaml") {
        Some(file) => manifest(file)?,
        None => Manifest::default(),
    };
    Ok(Layer {
        name: name.to_owned(),
        manifest,
        files,
    })
}

fn manifest(file: &ThemeFile<'_>) -> Result<Manifest, Vec<Diagnostic>> {
    let mut manifest = Manifest::default();
    let text = text_of(file);
    let mut problems = Vec::new();
    if let Some(node) = yaml::parse(place_of(file), &text, 0).drain_into(&mut problems) {
        let mut keys = Keys::of(&node, "theme.yaml", &mut problems);
        let list = |keys: &mut Keys<'_, '_>, key| keys.texts(key).iter().map(|text| text.value.to_string()).collect();
        manifest.parent = keys.text("parent").map(|name| name.value.to_string());
        manifest.menu = list(&mut keys, "menu");
        manifest.duties = list(&mut keys, "duties");
        keys.finish();
    }
    if problems.is_empty() {
        Ok(manifest)
    } else {
        Err(problems)
    }
}

fn text_of<'f>(file: &'f ThemeFile<'_>) -> Cow<'f, str> {
    String::from_utf8_lossy(&file.bytes)
}

/// The embedded theme has no place in the run's texts and, being tested, no problems that would need one.
fn place_of(file: &ThemeFile<'_>) -> FileId {
    file.file.unwrap_or(FileId(u32::MAX))
}

/// The files of one folder of all layers, parents first, with the folder cut off their names.
fn files_in<'l>(
    layers: &'l [Layer<'_>],
    folder: &'l str,
) -> impl Iterator<Item = (&'l str, &'l ThemeFile<'l>, &'l str)> {
    layers.iter().rev().flat_map(move |layer| {
        layer.files.iter().filter_map(move |file| {
            let name = file.path.strip_prefix(folder)?.strip_prefix('/')?;
            Some((layer.name.as_str(), file, name))
        })
    })
}

fn collect_strings(layers: &[Layer<'_>], language: Language) -> Result<Strings, Vec<Diagnostic>> {
    let wanted = match language {
        Language::It => "it.yaml",
        Language::En => "en.yaml",
    };
    let mut strings = Strings::default();
    let mut problems = Vec::new();
    for (_, file, _) in files_in(layers, "i18n").filter(|(_, _, name)| *name == wanted) {
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
fn collect_templates(layers: &[Layer<'_>]) -> BTreeMap<String, Template> {
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
    layers: &[Layer<'_>],
    templates: &BTreeMap<String, Template>,
    locale: &'static Locale,
    strings: &Strings,
) -> Result<Arc<Tera>, Vec<Diagnostic>> {
    let mut wrong = None;
    let tera = Arc::new_cyclic(|theme| {
        let mut tera = Tera::new();
        tera.autoescape_on([".html", ".xml"]);
        filter::register(&mut tera, locale, Markdown::of(strings, theme.clone()));
        wrong = add(&mut tera, layers, templates).err();
        tera
    });
    match wrong {
        None => Ok(tera),
        Some(error) => Err(vec![super::template::explain(&error, templates)]),
    }
}

fn add(tera: &mut Tera, layers: &[Layer<'_>], templates: &BTreeMap<String, Template>) -> TeraResult<()> {
    let prefixes: Vec<String> = layers.iter().map(|layer| format!("{}/", layer.name)).collect();
    tera.set_fallback_prefixes(prefixes)?;
    tera.add_raw_templates(templates.iter().map(|(name, template)| (name, compact(&template.text))))
}

/// All assets under their public names. A stylesheet's `url(<asset>)` is made to lead to the public name too.
fn collect_assets(layers: &[Layer<'_>]) -> (Vec<Output>, BTreeMap<String, String>) {
    let mut files: BTreeMap<&str, Cow<'_, [u8]>> = BTreeMap::new();
    for (_, file, name) in files_in(layers, "assets") {
        files.insert(name, Cow::Borrowed(&file.bytes));
    }
    let mut assets = Vec::new();
    let mut urls = BTreeMap::new();
    let (styles, others): (Vec<_>, Vec<_>) = files.into_iter().partition(|(name, _)| name.ends_with(".css"));
    for (name, bytes) in others.into_iter().chain(styles) {
        let bytes = if name.ends_with(".css") {
            with_public_urls(&bytes, &urls)
        } else {
            bytes.into_owned()
        };
        let public = asset_name(name, &bytes);
        urls.insert(name.to_owned(), format!("/assets/{public}"));
        assets.push(Output {
            path: format!("assets/{public}"),
            bytes,
        });
    }
    (assets, urls)
}

/// Stylesheets stand beside the other assets, so the public file name alone leads there.
fn with_public_urls(style: &[u8], urls: &BTreeMap<String, String>) -> Vec<u8> {
    let mut text = String::from_utf8_lossy(style).into_owned();
    for (name, url) in urls {
        let public = url.trim_start_matches("/assets/");
        text = text.replace(&format!("url({name}"), &format!("url({public}"));
    }
    text.into_bytes()
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
