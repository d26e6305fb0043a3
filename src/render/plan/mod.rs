//! Which pages there are. One file for each family; each lists its jobs, in the order of the graph.

mod alias;
mod catalogo;
mod dati;
mod documenti;
mod enti;
mod pagine;
mod piani;
mod progetti;
mod servizio;
mod temi;
mod trasparenza;

use super::{Job, Site};

pub use alias::aliases;

/// Lists every page of a site. That no two share an address is checked when they are written.
#[must_use]
pub fn plan<'g>(site: &Site<'g>) -> Vec<Job<'g>> {
    let mut jobs = Vec::new();
    catalogo::jobs(site, &mut jobs);
    piani::jobs(site, &mut jobs);
    progetti::jobs(site, &mut jobs);
    enti::jobs(site, &mut jobs);
    documenti::jobs(site, &mut jobs);
    dati::jobs(&mut jobs);
    trasparenza::jobs(site, &mut jobs);
    temi::jobs(site, &mut jobs);
    servizio::jobs(site, &mut jobs);
    jobs
}
