//! Links that texts write as paths of this site, `/orari/` or `modulo.pdf`: those that no page and no file answers to.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use super::Facts;
use crate::diag::register::pagine::PERCORSO_IGNOTO;
use crate::diag::{Diagnostic, clearly_nearest};
use crate::graph::Graph;
use crate::graph::testi::{self, Scritto};
use crate::read::markdown::{Target, paths};
use crate::source::path::{beside, path_of};

/// Finds each path that is the address of none of these files, named as they stand below `public/`.
pub(super) fn check<'f>(facts: &Facts, files: impl Iterator<Item = &'f str>) -> Vec<Diagnostic> {
    let addresses = LazyCell::new(|| files.map(address_of).collect::<BTreeSet<String>>());
    let translated = facts.translated.iter().map(|version| &version.graph);
    let graphs = std::iter::once(&facts.graph).chain(translated);
    let texts = graphs.flat_map(|graph| testi::own(graph).map(move |text| (graph, text)));
    let mut found = Vec::new();
    for (graph, text) in texts {
        for (target, path) in paths(text.testo) {
            let address = meant(graph, &text, &path);
            if !address.as_deref().is_some_and(|address| answers(&addresses, address)) {
                let near = near(graph, &text, &path, address.as_deref(), &addresses);
                found.push(unknown(&text, &target, near));
            }
        }
    }
    found
}

/// The address of a file; that of a page is its folder.
fn address_of(file: &str) -> String {
    match file.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => format!("/{folder}"),
        _ => format!("/{file}"),
    }
}

/// The address that a path leads to from the page of its text, as a browser takes it. None where it leads above the
/// site's root.
fn meant(graph: &Graph, text: &Scritto<'_>, path: &str) -> Option<String> {
    let path = path_of(path);
    let from = match path.starts_with('/') {
        true => "/",
        false => graph.albero.url(text.pagina),
    };
    Some(address_of(&beside(from, &path)?))
}

/// Whether something stands at an address; servers lead on from a folder without its `/`.
fn answers(addresses: &BTreeSet<String>, address: &str) -> bool {
    let folder = format!("{}/", address.trim_end_matches('/'));
    addresses.contains(address) || addresses.contains(&folder)
}

/// What the path may have meant: the file of `content/` that it names, else the nearest address.
fn near(graph: &Graph, text: &Scritto<'_>, path: &str, address: Option<&str>, addresses: &BTreeSet<String>) -> String {
    let file = beside(&graph.pagine[text.pagina].percorso, &path_of(path));
    match file.filter(|file| graph.albero.percorso(file).is_some()) {
        Some(file) => format!("@/{file}"),
        None => {
            let known = addresses.iter().map(String::as_str);
            clearly_nearest(address.unwrap_or(path), known)
                .unwrap_or_default()
                .to_owned()
        }
    }
}

fn unknown(text: &Scritto<'_>, target: &Target<'_>, near: String) -> Diagnostic {
    let finding = Diagnostic::new(&PERCORSO_IGNOTO).at(text.place(target.range.clone()));
    finding.with("percorso", target.text).with("vicine", near)
}
