//! Overrides that override nothing: a name in a theme that no parent has and nothing uses is most often a slip.

use std::collections::{BTreeMap, BTreeSet};

use super::ThemeFile;
use super::assets;
use super::layer::{Layer, MANIFEST, files_in, span_in, text_of};
use crate::diag::register::theme::{RISORSA_IGNOTA, SOSTITUZIONE_A_VUOTO};
use crate::diag::{Diagnostic, Language, nearest};
use crate::model::Parola;
use crate::read::yaml;
use crate::render::components::PREFIX;
use crate::render::strings;
use crate::render::template::scan;
use crate::source::{FileId, Span};

/// The folders of a theme.
const FOLDERS: [&str; 4] = ["templates", "components", "assets", "i18n"];

/// What the templates of all layers use.
#[derive(Default)]
struct Uses {
    /// Templates that others extend or include, with or without the name of their theme.
    templates: BTreeSet<String>,
    components: BTreeSet<String>,
    /// `catalogo.titolo`, or `stato[` where any word of a group may be meant.
    words: BTreeSet<String>,
    /// Every text between quotes, among which the names of assets are.
    quoted: BTreeSet<String>,
    /// Whether an asset is asked for by a name that only rendering knows.
    any_asset: bool,
}

/// A name that an upper layer gives, and the place to point at.
struct Given<'l> {
    theme: &'l str,
    name: String,
    place: Option<Span>,
}

/// Names that some layer above the embedded theme gives to no effect. `pages` are the templates that pages ask for.
pub(super) fn needless(layers: &[Layer<'_>], language: Language, pages: &BTreeSet<&str>) -> Vec<Diagnostic> {
    let own = layers.iter().take_while(|layer| layer.name != super::DEFAULT).count();
    if own == 0 {
        return Vec::new();
    }
    let uses = uses(layers);
    let mut found = strangers(&layers[..own]);
    let is_page = |name: &str| uses.templates.contains(name) || pages.contains(name);
    let full = |given: &Given<'_>| uses.templates.contains(&format!("{}/{}", given.theme, given.name));
    let kind = ("il modello", "the template");
    found.extend(idle(
        given_files(layers, "templates"),
        own_themes(layers, own),
        kind,
        |it| is_page(&it.name) || full(it),
    ));
    let kind = ("il componente", "the component");
    found.extend(idle(components(layers), own_themes(layers, own), kind, |it| {
        uses.components.contains(&it.name) || it.name.starts_with(PREFIX)
    }));
    let kind = ("la parola", "the word");
    found.extend(idle(words(layers, language), own_themes(layers, own), kind, |it| {
        is_said(&it.name, &uses, layers)
    }));
    let kind = ("la risorsa", "the asset");
    let linked = linked_by_styles(layers);
    let is_linked = |it: &Given<'_>| uses.any_asset || uses.quoted.contains(&it.name) || linked.contains(&it.name);
    found.extend(idle(
        given_files(layers, "assets"),
        own_themes(layers, own),
        kind,
        is_linked,
    ));
    found.extend(dead_references(layers, own));
    found
}

fn own_themes<'l>(layers: &'l [Layer<'_>], own: usize) -> BTreeSet<&'l str> {
    layers[..own].iter().map(|layer| layer.name.as_str()).collect()
}

/// The findings about names that no lower layer has and that are not used. `given` comes parents first.
fn idle<'l>(
    given: Vec<Given<'l>>,
    own: BTreeSet<&'l str>,
    (it, en): (&str, &str),
    used: impl Fn(&Given<'_>) -> bool,
) -> Vec<Diagnostic> {
    let mut first: BTreeMap<String, Given<'l>> = BTreeMap::new();
    for one in given {
        first.entry(one.name.clone()).or_insert(one);
    }
    let known = || {
        first
            .values()
            .filter(|one| !own.contains(one.theme))
            .map(|one| one.name.as_str())
    };
    let idle = first.values().filter(|one| own.contains(one.theme) && !used(one));
    idle.map(|one| {
        let finding = Diagnostic::new(&SOSTITUZIONE_A_VUOTO)
            .with_words("genere", it, en)
            .with("nome", &one.name)
            .with("tema", one.theme)
            .with("vicine", nearest(&one.name, known()));
        match one.place {
            Some(place) => finding.at(place),
            None => finding,
        }
    })
    .collect()
}

fn uses(layers: &[Layer<'_>]) -> Uses {
    let mut uses = Uses::default();
    let templates = files_in(layers, "templates").chain(files_in(layers, "components"));
    for (_, file, _) in templates {
        let text = text_of(file);
        uses.templates
            .extend(scan::references(&text).map(|name| name.text.to_owned()));
        uses.components
            .extend(scan::calls(&text).map(|name| name.text.to_owned()));
        uses.words.extend(scan::words(&text).map(str::to_owned));
        for tag in scan::tags(&text) {
            uses.quoted.extend(tag.quoted().map(|name| name.text.to_owned()));
            let asked = tag.text.split("site.assets[").skip(1);
            uses.any_asset |= asked
                .into_iter()
                .any(|name| !name.trim_start().starts_with(['"', '\'', '`']));
        }
    }
    uses
}

/// Files in folders that no theme has; what stands beside `theme.yaml` is the author's own affair.
fn strangers(own: &[Layer<'_>]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for layer in own {
        for file in &layer.files {
            let folder = file.path.split_once('/').map(|(folder, _)| folder);
            let near = match folder {
                Some(folder) if !FOLDERS.contains(&folder) => nearest(folder, FOLDERS),
                None if is_yaml(&file.path) && file.path != MANIFEST => MANIFEST.to_owned(),
                _ => continue,
            };
            let finding = Diagnostic::new(&SOSTITUZIONE_A_VUOTO)
                .with_words("genere", "il file", "the file")
                .with("nome", &file.path)
                .with("tema", &layer.name)
                .with("vicine", near);
            found.push(match span_in(file, 0..0) {
                Some(place) => finding.at(place),
                None => finding,
            });
        }
    }
    found
}

fn is_yaml(path: &str) -> bool {
    path.ends_with(".yaml") || path.ends_with(".yml")
}

fn given_files<'l>(layers: &'l [Layer<'_>], folder: &'static str) -> Vec<Given<'l>> {
    let files = files_in(layers, folder);
    let given = files.map(|(theme, file, name)| Given {
        theme,
        name: name.to_owned(),
        place: span_in(file, 0..0),
    });
    given.collect()
}

fn components<'l>(layers: &'l [Layer<'_>]) -> Vec<Given<'l>> {
    let files = files_in(layers, "components").chain(files_in(layers, "templates"));
    let mut given = Vec::new();
    for (theme, file, _) in files {
        given.extend(scan::components(&text_of(file)).map(|name| Given {
            theme,
            place: span_in(file, name.at.clone()),
            name: name.text.to_owned(),
        }));
    }
    // Two folders were walked one after the other: parents first again.
    let depth = |theme: &str| layers.iter().rev().position(|layer| layer.name == theme);
    given.sort_by_key(|one| depth(one.theme));
    given
}

fn words<'l>(layers: &'l [Layer<'_>], language: Language) -> Vec<Given<'l>> {
    let mut given = Vec::new();
    let of_language = format!("{}.yaml", language.word());
    for (theme, file, _) in files_in(layers, "i18n").filter(|(_, _, name)| *name == of_language) {
        let text = text_of(file);
        // What is wrong with the file is said when the theme is loaded.
        let node = yaml::parse(file.file.unwrap_or(FileId::new(u32::MAX)), &text, 0).value;
        for (name, place) in node.iter().flat_map(strings::keys) {
            let place = file.file.map(|_| place);
            given.push(Given { theme, name, place });
        }
    }
    given
}

/// Whether a template says a word, or the navigation does: an entry's words are `menu.<address>`.
fn is_said(name: &str, uses: &Uses, layers: &[Layer<'_>]) -> bool {
    let (group, word) = name.split_once('.').unwrap_or((name, ""));
    let addresses = layers
        .iter()
        .flat_map(|layer| [&layer.manifest.menu, &layer.manifest.duties]);
    let mut addresses = addresses.flatten().flatten();
    uses.words.contains(name)
        || uses.words.contains(&format!("{group}["))
        || (group == "menu" && addresses.any(|address| address.0.trim_matches('/') == word))
}

/// The stylesheets of all layers with their text; the upper one where two have one name.
fn styles<'l>(layers: &'l [Layer<'_>]) -> BTreeMap<&'l str, (&'l str, &'l ThemeFile<'l>)> {
    let files = files_in(layers, "assets").filter(|(.., name)| name.ends_with(".css"));
    files.map(|(theme, file, name)| (name, (theme, file))).collect()
}

fn linked_by_styles(layers: &[Layer<'_>]) -> BTreeSet<String> {
    let mut linked = BTreeSet::new();
    for (name, (_, file)) in styles(layers) {
        let text = text_of(file);
        linked.extend(assets::references(&text).filter_map(|at| assets::resolve(name, &text[at])));
    }
    linked
}

/// What stylesheets name and no layer has.
fn dead_references(layers: &[Layer<'_>], own: usize) -> Vec<Diagnostic> {
    let own = own_themes(layers, own);
    let known: BTreeSet<&str> = files_in(layers, "assets").map(|(.., name)| name).collect();
    let mut found = Vec::new();
    for (name, (_, file)) in styles(layers).into_iter().filter(|(_, (theme, _))| own.contains(theme)) {
        let text = text_of(file);
        for at in assets::references(&text) {
            let Some(asset) = assets::resolve(name, &text[at.clone()]).filter(|asset| !known.contains(asset.as_str()))
            else {
                continue;
            };
            let finding = Diagnostic::new(&RISORSA_IGNOTA)
                .with("nome", &asset)
                .with("vicine", nearest(&asset, known.iter().copied()));
            found.push(match span_in(file, at) {
                Some(place) => finding.at(place),
                None => finding,
            });
        }
    }
    found
}
