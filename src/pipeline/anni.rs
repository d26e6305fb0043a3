//! The year that a catalogue's section says is that of the cards which editors write below it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::gather::content;
use super::memory::Letto;
use crate::model::Pagina;

/// Reads the cards again that say no year themselves and were not read in that of their section.
pub(super) fn inherit(files: &mut [Arc<Letto>]) {
    let is_card = |file: &Letto| file.bozze.as_ref().is_some_and(|bozze| !bozze.schede.is_empty());
    let cards: Vec<usize> = (0..files.len()).filter(|at| is_card(&files[*at])).collect();
    if cards.is_empty() {
        return;
    }
    let years: BTreeMap<String, i32> = files.iter().filter_map(|file| of_section(&file.pagina)).collect();
    for at in cards {
        let card = &files[at];
        let year = match of(&card.pagina) {
            Some(_) => None,
            None => of_nearest(&years, &card.pagina.percorso),
        };
        if card.anno != year {
            files[at] = Arc::new(content(card.file, card.kept.clone(), year));
        }
    }
}

/// The year that a page says of itself.
fn of(page: &Pagina) -> Option<i32> {
    page.sorgente.as_ref().and_then(|said| said.anno)
}

/// The folder of a section that says its year, with a final `/`.
fn of_section(page: &Pagina) -> Option<(String, i32)> {
    let folder = page.percorso.strip_suffix("_index.md").filter(|_| page.sezione)?;
    Some((folder.to_owned(), of(page)?))
}

/// The year of the nearest section above a page.
fn of_nearest(years: &BTreeMap<String, i32>, path: &str) -> Option<i32> {
    let mut folders = path.rmatch_indices('/').map(|(at, _)| &path[..=at]);
    folders.find_map(|folder| years.get(folder).copied())
}
