//! The search page. Without a script it offers the other ways to find a page.

use schemars::JsonSchema;
use serde::Serialize;

use super::catalogo::{Catalogo, Filtri};
use super::home::Addresses;
use super::piani::Narrowing;
use super::{Crumb, Layout};
use crate::render::search::PAGE;
use crate::render::site::Site;

/// Entry pages and their words.
const ENTRIES: [(&str, &str); 8] = [
    ("/mappa/", "menu.mappa"),
    ("/catalogo/", "menu.catalogo"),
    ("/piani/", "menu.piani"),
    ("/progetti/", "menu.progetti"),
    ("/enti/", "menu.enti"),
    ("/documenti/", "menu.documenti"),
    ("/temi/", "menu.temi"),
    ("/sdg/", "menu.sdg"),
];

/// The search page: `cerca.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CercaView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// Ways to find a page without a search.
    pub vie: Vec<Via<'g>>,
}

/// A way to find a page: lists, or the pages that narrow one.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Via<'g> {
    /// What it is.
    pub titolo: String,
    /// Its pages.
    pub voci: Vec<Crumb<'g>>,
}

/// The search page. It leads only to pages that there are.
#[must_use]
pub fn cerca<'g>(site: &Site<'g>, addresses: &Addresses<'_>) -> CercaView<'g> {
    let lead = site.text("cerca.lead");
    let entries = ENTRIES
        .into_iter()
        .map(|(url, title)| Crumb::new(site.text(title), url));
    let mut vie = vec![Via {
        titolo: site.text("cerca.altre_vie").to_owned(),
        voci: entries.collect(),
    }];
    vie.extend(catalogues(site));
    vie.extend(plans(site));
    for via in &mut vie {
        via.voci.retain(|voce| addresses.contains(voce.url.as_ref()));
    }
    vie.retain(|via| !via.voci.is_empty());
    CercaView {
        page: Layout::new(site, PAGE, site.text("cerca.titolo"), lead).lead(lead),
        vie,
    }
}

/// The narrowing pages of each catalogue.
fn catalogues<'g>(site: &Site<'g>) -> Vec<Via<'g>> {
    let mut vie = Vec::new();
    for catalogo in Catalogo::all(site) {
        for filtro in Filtri::of(site, &catalogo).filtri {
            let choices = filtro.scelte.into_iter();
            vie.push(Via {
                titolo: format!("{}: {}", catalogo.title(site), filtro.titolo),
                voci: choices.map(|scelta| Crumb::new(scelta.titolo, scelta.url)).collect(),
            });
        }
    }
    vie
}

/// The narrowing pages of the data bank of plans.
fn plans<'g>(site: &Site<'g>) -> Vec<Via<'g>> {
    let all = Narrowing::all(site);
    let by_name = all.chunk_by(|a, b| a.name == b.name);
    let via = |values: &[Narrowing]| Via {
        titolo: format!(
            "{}: {}",
            site.text("piani.titolo"),
            values.first().map_or("", |value| site.word("cerca", value.name))
        ),
        voci: values
            .iter()
            .map(|value| Crumb::new(value.words.clone(), value.url()))
            .collect(),
    };
    by_name.map(via).collect()
}
