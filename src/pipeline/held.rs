use std::sync::Arc;

use super::memory::Letto;
use crate::graph::{Held, Reason, ids_of_held};
use crate::model::{Giorno, Pagina};

/// What is shown although it would be held back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Show {
    /// `draft: true`.
    pub drafts: bool,
    /// `publish_date` to come.
    pub future: bool,
    /// `expiry_date` past.
    pub expired: bool,
}

/// Parts the files, sorted by path, into those that are published on a day and those that are not. A section takes
/// along everything below it.
pub(super) fn hold_back(files: Vec<Arc<Letto>>, date: Giorno, show: Show) -> (Vec<Arc<Letto>>, Vec<Held>) {
    let reasons: Vec<_> = files.iter().map(|file| reason(&file.pagina, date, show)).collect();
    let closed: Vec<String> = files
        .iter()
        .zip(&reasons)
        .filter(|(file, reason)| file.pagina.sezione && reason.is_some())
        .map(|(file, _)| file.pagina.percorso.trim_end_matches("_index.md").to_owned())
        .collect();
    let mut kept = Vec::with_capacity(files.len());
    let mut held = Vec::new();
    for (file, reason) in files.into_iter().zip(reasons) {
        let path = &file.pagina.percorso;
        let below = || closed.iter().any(|folder| path.starts_with(folder.as_str()));
        match reason.or_else(|| below().then_some(Reason::Section)) {
            None => kept.push(file),
            Some(reason) => held.push(Held {
                percorso: file.pagina.percorso.clone(),
                ids: file.bozze.as_deref().map(ids_of_held).unwrap_or_default(),
                reason,
            }),
        }
    }
    (kept, held)
}

fn reason(page: &Pagina, date: Giorno, show: Show) -> Option<Reason> {
    let common = &page.comuni;
    let future = common
        .pubblica_dal
        .as_ref()
        .map(|day| day.value)
        .filter(|day| *day > date);
    let expired = common
        .pubblica_fino
        .as_ref()
        .map(|day| day.value)
        .filter(|day| *day <= date);
    if common.bozza && !show.drafts {
        return Some(Reason::Draft);
    }
    let future = future.filter(|_| !show.future).map(Reason::Future);
    future.or_else(|| expired.filter(|_| !show.expired).map(Reason::Expired))
}
