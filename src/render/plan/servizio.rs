//! Pages that belong to no family: what editors wrote in Markdown, home page, site map, the page not found.

use std::sync::Arc;

use crate::model::Pagina;
use crate::render::view::home::{self, Addresses};
use crate::render::view::{Crumb, cerca, pagina};
use crate::render::{Job, Site, search};

/// Lists the pages that look at the whole site, and the editors' own. Must come last: a Markdown file at the address of
/// a page made from data gives that page its words and is no page of its own.
pub(super) fn jobs<'g>(site: &Site<'g>, jobs: &mut Vec<Job<'g>>) {
    let mut taken: Addresses = jobs.iter().map(|job| job.address.to_string()).collect();
    taken.extend(["/".to_owned(), "/mappa/".to_owned()]);
    for text in &site.graph.pagine {
        let address = pagina::address(text);
        if !taken.contains(&address) && text.sorgente.is_none() {
            jobs.push(page(site, text, address));
        }
    }
    let addresses: Arc<Addresses> = Arc::new(jobs.iter().map(|job| job.address.to_string()).chain(taken).collect());
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

fn page<'g>(site: &Site<'g>, text: &'g Pagina, address: String) -> Job<'g> {
    let template = match &text.comuni.modello {
        Some(template) => template.value.as_str(),
        None => "pagina.html",
    };
    let below = if text.sezione { children(site, text) } else { Vec::new() };
    Job::new(address, template, move |site| pagina::pagina(site, text, below.clone())).from_place(text.corpo)
}

/// The pages of a section's own folder, by weight and then by path.
fn children<'g>(site: &Site<'g>, section: &Pagina) -> Vec<Crumb<'g>> {
    let folder = section.percorso.trim_end_matches("_index.md");
    let mut found: Vec<&'g Pagina> = site
        .graph
        .pagine
        .iter()
        .filter(|text| text.percorso != section.percorso && is_right_below(&text.percorso, folder))
        .collect();
    found.sort_by_key(|text| (text.comuni.peso.unwrap_or(0), text.percorso.as_str()));
    found
        .into_iter()
        .map(|text| Crumb::new(pagina::title(text), pagina::address(text)))
        .collect()
}

/// `a/b.md` and `a/b/_index.md` are right below `a/`.
fn is_right_below(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder)
        .is_some_and(|rest| !rest.trim_end_matches("/_index.md").contains('/') && rest != "_index.md")
}
