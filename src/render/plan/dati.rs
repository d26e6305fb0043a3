//! The open data: what there is, and a page for each table.

use crate::export::tables::TABLES;
use crate::render::view::dati;
use crate::render::{Job, Site};

/// Lists the pages of the open data.
pub(super) fn jobs(jobs: &mut Vec<Job<'_>>) {
    jobs.push(Job::new("/dati/", "dati/elenco.html", dati::elenco));
    for table in TABLES {
        jobs.push(Job::new(
            dati::address(table),
            "dati/tabella.html",
            move |site: &Site<'_>| dati::tabella(site, table),
        ));
    }
}
