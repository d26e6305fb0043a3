use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

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

/// The files, sorted by path, that are not published on a day. A section takes along everything below it.
pub(super) fn held(files: &[Arc<Letto>], date: Giorno, show: Show) -> Vec<Held> {
    let reasons = files.par_iter().with_min_len(1024);
    let reasons: Vec<_> = reasons.map(|file| reason(&file.pagina, date, show)).collect();
    let closed: Vec<&str> = files
        .iter()
        .zip(&reasons)
        .filter(|(file, reason)| reason.is_some() && file.pagina.sezione)
        .map(|(file, _)| file.pagina.percorso.trim_end_matches("_index.md"))
        .collect();
    let held = files.iter().zip(reasons).filter_map(|(file, reason)| {
        let below = || closed.iter().any(|folder| file.pagina.percorso.starts_with(folder));
        let reason = reason.or_else(|| below().then_some(Reason::Section))?;
        Some(Held {
            percorso: file.pagina.percorso.clone(),
            ids: file.bozze.as_deref().map(ids_of_held).unwrap_or_default(),
            reason,
        })
    });
    held.collect()
}

/// Takes those out that are held back.
pub(super) fn published(mut files: Vec<Arc<Letto>>, held: &[Held]) -> Vec<Arc<Letto>> {
    if !held.is_empty() {
        let held: BTreeSet<&str> = held.iter().map(|held| held.percorso.as_str()).collect();
        files.retain(|file| !held.contains(file.pagina.percorso.as_str()));
    }
    files
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
