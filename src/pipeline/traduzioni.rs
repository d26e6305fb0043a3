//! Files that say in another language what their original says: `orari.en.md` beside `orari.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::held::Show;
use super::memory::Letto;
use crate::config::Config;
use crate::diag::register::lingue::{CODICE_DI_TROPPO, LINGUA_NON_DICHIARATA, TRADUZIONE_SENZA_ORIGINALE};
use crate::diag::{Diagnostic, nearest};
use crate::graph::{Held, Reason};
use crate::model::{Codice, Pagina};
use crate::source::Span;

/// Parts the editors' files into originals and translations. A translation of nothing, or into a language that the
/// site does not have, is reported and is neither.
pub(super) fn part(
    files: Vec<Arc<Letto>>,
    config: &Config,
    found: &mut Vec<Diagnostic>,
) -> (Vec<Arc<Letto>>, Vec<Arc<Letto>>) {
    let (translations, originals): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| file.pagina.lingua.is_some());
    if translations.is_empty() {
        return (originals, translations);
    }
    let paths: BTreeSet<&str> = originals.iter().map(|file| file.pagina.percorso.as_str()).collect();
    let wrong = |file: &Letto| of_no_language(&file.pagina, config).or_else(|| of_nothing(&file.pagina, &paths));
    let mut sound = Vec::with_capacity(translations.len());
    for file in translations {
        match wrong(&file) {
            None => sound.push(file),
            Some(finding) => found.push(finding),
        }
    }
    (originals, sound)
}

fn of_no_language(page: &Pagina, config: &Config) -> Option<Diagnostic> {
    let (code, original) = Codice::of_file(&page.percorso)?;
    if config.has_language(code) {
        return None;
    }
    let name = |path: &str| format!("`{}`", path.rsplit('/').next().unwrap_or(path));
    let here = Span::new(page.file, 0, 0);
    if code.as_str() == config.language {
        let finding = Diagnostic::new(&CODICE_DI_TROPPO).at(here);
        return Some(finding.with("lingua", code).with("rinomina", name(&original)));
    }
    let codes = config.languages.iter().map(|lingua| lingua.code.value.to_string());
    let codes: Vec<String> = std::iter::once(config.language.clone()).chain(codes).collect();
    let renamed = original.replace(".md", &format!("-{code}.md"));
    let finding = Diagnostic::new(&LINGUA_NON_DICHIARATA).at(here);
    let finding = finding.with("lingua", code).with("note", codes.join(", "));
    Some(finding.with("rinomina", name(&renamed)))
}

fn of_nothing(page: &Pagina, paths: &BTreeSet<&str>) -> Option<Diagnostic> {
    let (_, original) = Codice::of_file(&page.percorso)?;
    if paths.contains(original.as_str()) {
        return None;
    }
    let finding = Diagnostic::new(&TRADUZIONE_SENZA_ORIGINALE).at(Span::new(page.file, 0, 0));
    let near = nearest(&original, paths.iter().copied());
    Some(finding.with("originale", original).with("vicine", near))
}

/// Parts the translations into those that are published and those that are not: drafts, and whatever their original
/// takes along.
pub(super) fn hold_back(translations: Vec<Arc<Letto>>, show: Show, held: &mut Vec<Held>) -> Vec<Arc<Pagina>> {
    let originals: BTreeMap<String, Reason> = held
        .iter()
        .map(|held| (held.percorso.to_string(), held.reason))
        .collect();
    let reason = |page: &Pagina| {
        let draft = (page.comuni.bozza && !show.drafts).then_some(Reason::Draft);
        draft.or_else(|| originals.get(&Codice::of_file(&page.percorso)?.1).copied())
    };
    let mut kept = Vec::with_capacity(translations.len());
    for file in translations {
        match reason(&file.pagina) {
            None => kept.push(Arc::clone(&file.pagina)),
            Some(reason) => held.push(Held {
                percorso: file.pagina.percorso.clone(),
                ids: Vec::new(),
                reason,
            }),
        }
    }
    held.sort_by(|one, other| one.percorso.cmp(&other.percorso));
    kept
}
