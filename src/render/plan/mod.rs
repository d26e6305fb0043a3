//! Which pages there are. One file for each family; each lists its jobs, in the order of the graph.

mod servizio;

use super::{Job, Site};

/// Lists every page of a site. That no two share an address is checked when they are written.
#[must_use]
pub fn plan<'g>(site: &Site<'g>) -> Vec<Job<'g>> {
    let families: [fn(&Site<'g>, &mut Vec<Job<'g>>); 1] = [servizio::jobs];
    let mut jobs = Vec::new();
    for family in families {
        family(site, &mut jobs);
    }
    jobs
}
