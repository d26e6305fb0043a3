//! Which pages there are. One file for each family; each lists its jobs, in the order of the graph.

mod servizio;

use std::collections::BTreeMap;

use super::{Job, Site};
use crate::diag::register::theme::INDIRIZZO_DOPPIO;
use crate::diag::{Diagnostic, Reported};

/// Lists every page of a site. Two pages on one address are reported; the first stays.
#[must_use]
pub fn plan<'g>(site: &Site<'g>) -> Reported<Vec<Job<'g>>> {
    let families: [fn(&Site<'g>, &mut Vec<Job<'g>>); 1] = [servizio::jobs];
    let mut jobs = Vec::new();
    for family in families {
        family(site, &mut jobs);
    }
    without_doubles(jobs)
}

fn without_doubles(jobs: Vec<Job<'_>>) -> Reported<Vec<Job<'_>>> {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let mut single: Reported<Vec<Job<'_>>> = Reported::clean(Vec::with_capacity(jobs.len()));
    for job in jobs {
        match taken.get(job.address.as_ref()) {
            Some(first) => {
                let problem = doubled(&single.value[*first], &job);
                single.problems.push(problem);
            }
            None => {
                taken.insert(job.address.to_string(), single.value.len());
                single.value.push(job);
            }
        }
    }
    single
}

fn doubled(first: &Job<'_>, second: &Job<'_>) -> Diagnostic {
    let mut problem = Diagnostic::new(&INDIRIZZO_DOPPIO).with("indirizzo", &second.address);
    problem.place = second.place.or(first.place);
    problem.related.extend(second.place.and(first.place));
    problem
}
