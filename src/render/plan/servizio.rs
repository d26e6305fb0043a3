//! Pages that belong to no family: what editors wrote in Markdown, home page, site map, the page not found.

use std::borrow::Cow;
use std::sync::Arc;

use super::pagine;
use crate::render::view::home::{self, Addresses};
use crate::render::view::{cerca, pagina};
use crate::render::{Job, Site, search};

/// Lists the pages that look at the whole site, and the editors' own. Must come last: a Markdown file at the address of
/// a page made from data gives that page its words and is no page of its own.
pub(super) fn jobs<'g>(site: &Site<'g>, jobs: &mut Vec<Job<'g>>) {
    const OWN: [&str; 2] = ["/", "/mappa/"];
    let addresses = |jobs: &[Job<'g>]| {
        let jobs = jobs.iter().map(|job| job.address.clone());
        Addresses::of(jobs.chain(OWN.map(Cow::Borrowed)))
    };
    pagine::jobs(site, &addresses(jobs), jobs);
    let addresses = Arc::new(addresses(jobs));
    let all = Arc::clone(&addresses);
    jobs.push(Job::new("/", "home.html", move |site| home::home(site, &all)));
    if site.config.search {
        let all = Arc::clone(&addresses);
        jobs.push(Job::new(search::PAGE, "cerca.html", move |site| {
            cerca::cerca(site, &all)
        }));
    }
    jobs.push(Job::new("/mappa/", "mappa.html", move |site| {
        home::mappa(site, &addresses)
    }));
    jobs.push(Job::new("/404.html", "404.html", pagina::not_found));
}
