//! The index of Amministrazione Trasparente.

use crate::render::view::trasparenza;
use crate::render::{Job, Site};

/// Lists the index, where anything is filed in it.
pub(super) fn jobs<'g>(site: &Site<'g>, jobs: &mut Vec<Job<'g>>) {
    if !trasparenza::is_empty(site) {
        jobs.push(Job::new("/trasparenza/", "trasparenza.html", trasparenza::trasparenza));
    }
}
