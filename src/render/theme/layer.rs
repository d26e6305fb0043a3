//! The chain of parents: from the theme that a site asks for down to the embedded one.

use std::borrow::Cow;
use std::collections::BTreeSet;

use rust_embed::RustEmbed;

use super::{DEFAULT, ThemeFile};
use crate::diag::register::theme::{TEMA_IGNOTO, TEMA_IN_CERCHIO};
use crate::diag::{Diagnostic, nearest};
use crate::model::{Detto, Testo};
use crate::read::keys::Keys;
use crate::read::yaml;
use crate::source::{FileId, Span};

#[derive(RustEmbed)]
#[folder = "themes/vetrina"]
struct Embedded;

/// The file that makes a folder a theme.
pub(super) const MANIFEST: &str = "theme.yaml";

/// An address that a theme lists; it has a place where the theme's file can be pointed into.
pub(super) type Listed = (String, Option<Span>);

/// `theme.yaml`.
#[derive(Clone, Debug, Default)]
pub(super) struct Manifest {
    /// The theme that this one changes; the embedded one unless told.
    parent: Option<Detto<String>>,
    /// Addresses of the main navigation, in order; those without a page are left out.
    pub(super) menu: Option<Vec<Listed>>,
    /// Addresses of the footer: the duties.
    pub(super) duties: Option<Vec<Listed>>,
}

/// One theme's files, with the name of the theme cut off their paths.
pub(super) struct Layer<'s> {
    pub(super) name: String,
    pub(super) manifest: Manifest,
    pub(super) files: Vec<ThemeFile<'s>>,
}

/// The layers from the theme asked for down to the embedded one, over which a site may lay a copy of its own.
pub(super) fn chain<'s>(
    first: Option<&Detto<String>>,
    files: &[ThemeFile<'s>],
) -> Result<Vec<Layer<'s>>, Vec<Diagnostic>> {
    let mut layers: Vec<Layer<'s>> = Vec::new();
    let mut next = first.cloned();
    while let Some(name) = next.filter(|name| name.value != DEFAULT) {
        if layers.iter().any(|layer| layer.name == name.value) {
            return Err(vec![circle(&layers, &name)]);
        }
        let layer = layer_of(&name.value, files)?.ok_or_else(|| vec![unknown(&name, files)])?;
        next = layer.manifest.parent.clone();
        layers.push(layer);
    }
    layers.extend(layer_of(DEFAULT, files)?);
    layers.push(embedded()?);
    Ok(layers)
}

fn unknown(name: &Detto<String>, files: &[ThemeFile<'_>]) -> Diagnostic {
    let folders = files.iter().filter_map(|file| Some(file.path.split_once('/')?.0));
    let themes: BTreeSet<&str> = folders.chain([DEFAULT]).collect();
    Diagnostic::new(&TEMA_IGNOTO)
        .at(name.span)
        .with("tema", &name.value)
        .with("vicine", nearest(name, themes))
}

fn circle(layers: &[Layer<'_>], again: &Detto<String>) -> Diagnostic {
    let inside = layers.iter().skip_while(|layer| layer.name != again.value);
    let chain: Vec<&str> = inside
        .map(|layer| layer.name.as_str())
        .chain([again.value.as_str()])
        .collect();
    Diagnostic::new(&TEMA_IN_CERCHIO)
        .at(again.span)
        .with("tema", &again.value)
        .with("catena", chain.join(" → "))
}

fn layer_of<'s>(name: &str, files: &[ThemeFile<'s>]) -> Result<Option<Layer<'s>>, Vec<Diagnostic>> {
    let own = files.iter().filter_map(|file| {
        let path = file.path.strip_prefix(name)?.strip_prefix('/')?.to_owned();
        Some(ThemeFile {
            path: path.into(),
            ..file.clone()
        })
    });
    let own: Vec<_> = own.collect();
    if own.is_empty() {
        Ok(None)
    } else {
        layer(name, own).map(Some)
    }
}

fn embedded<'s>() -> Result<Layer<'s>, Vec<Diagnostic>> {
    let files = Embedded::iter().filter_map(|path| {
        Some(ThemeFile {
            bytes: Embedded::get(&path)?.data,
            path,
            file: None,
        })
    });
    let mut files: Vec<_> = files.collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    layer(DEFAULT, files)
}

fn layer<'s>(name: &str, files: Vec<ThemeFile<'s>>) -> Result<Layer<'s>, Vec<Diagnostic>> {
    let manifest = match files.iter().find(|file| file.path == MANIFEST) {
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
        let mut keys = Keys::of(&node, MANIFEST, &mut problems);
        manifest.parent = keys.text("parent").map(|name| name.map(|name| name.to_string()));
        manifest.menu = addresses(&mut keys, "menu", file);
        manifest.duties = addresses(&mut keys, "duties", file);
        keys.finish();
    }
    if problems.is_empty() {
        Ok(manifest)
    } else {
        Err(problems)
    }
}

/// A list that may be empty on purpose; none where the key is missing, so that the parent's holds.
fn addresses(keys: &mut Keys<'_, '_>, key: &'static str, file: &ThemeFile<'_>) -> Option<Vec<Listed>> {
    let given = keys.has(key);
    let texts = keys.texts(key);
    let listed = |text: &Detto<Testo>| (text.value.to_string(), file.file.map(|_| text.span));
    given.then(|| texts.iter().map(listed).collect())
}

pub(super) fn text_of<'f>(file: &'f ThemeFile<'_>) -> Cow<'f, str> {
    String::from_utf8_lossy(&file.bytes)
}

/// The embedded theme has no place in the run's texts and, being tested, no problems that would need one.
pub(super) fn place_of(file: &ThemeFile<'_>) -> FileId {
    file.file.unwrap_or(FileId::new(u32::MAX))
}

/// Some bytes of a theme's file, if it is one that can be pointed into.
pub(super) fn span_in(file: &ThemeFile<'_>, at: std::ops::Range<usize>) -> Option<Span> {
    Some(Span::new(file.file?, at.start, at.end))
}

/// The files of one folder of all layers, parents first, with the folder cut off their names.
pub(super) fn files_in<'l>(
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
