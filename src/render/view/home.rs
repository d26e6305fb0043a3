//! The pages that look at the whole site: home page and site map.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::OnceLock;

use schemars::JsonSchema;
use serde::Serialize;

use super::catalogo::{Agenda, Catalogo, Mesi};
use super::{Crumb, Layout, pagina};
use crate::graph::Cosa;
use crate::model::{Id, Pagina, Piano, TipoPiano};
use crate::render::Corpo;
use crate::render::site::Site;

/// How many coming dates the home page shows.
const DATES: usize = 6;

/// How many pages of a section the site map lists.
const IN_MAP: usize = 100;

/// A way into the site.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Porta<'g> {
    /// What is behind it.
    pub titolo: &'g str,
    /// Address.
    pub url: &'g str,
    /// How many there are.
    pub quante: usize,
    /// What is counted, in words: "schede".
    pub unita: &'g str,
    /// A sentence about it.
    pub testo: &'g str,
}

/// The home page: `home.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct HomeView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// The editors' text, Markdown.
    pub corpo: Corpo<'g>,
    /// Ways in.
    pub porte: Vec<Porta<'g>>,
    /// The next dates from the build date on.
    pub prossime: Vec<Agenda<'g>>,
    /// Address of the calendar that holds them.
    pub calendario: Option<String>,
    /// Bodies that publish here or host an exchange.
    pub enti: Vec<Crumb<'g>>,
}

/// A group of the site map.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Ramo<'g> {
    /// First page of the group.
    pub radice: Crumb<'g>,
    /// The pages below it.
    pub pagine: Vec<Crumb<'g>>,
}

/// The site map: `mappa.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MappaView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// Groups of pages.
    pub rami: Vec<Ramo<'g>>,
}

/// Addresses that have a page.
#[derive(Debug)]
pub struct Addresses<'g> {
    all: Vec<Cow<'g, str>>,
    /// Made when one is first looked for.
    set: OnceLock<HashSet<String>>,
}

impl<'g> Addresses<'g> {
    /// These addresses.
    pub fn of(all: impl Iterator<Item = Cow<'g, str>>) -> Self {
        let all = all.collect();
        let set = OnceLock::new();
        Self { all, set }
    }

    /// Whether an address is among them.
    #[must_use]
    pub fn contains(&self, address: &str) -> bool {
        let all = || self.all.iter().map(|address| address.to_string()).collect();
        self.set.get_or_init(all).contains(address)
    }
}

/// The home page. It leads only to pages that there are.
#[must_use]
pub fn home<'g>(site: &Site<'g>, addresses: &Addresses<'_>) -> HomeView<'g> {
    let own = site.pagina("/");
    // In a further language the settings name the site where the page was not translated.
    let said = own.filter(|pagina| pagina.lingua == site.graph.lingua);
    let described = said.and_then(|pagina| pagina.comuni.descrizione.as_ref());
    let lead = described.map_or(site.config.description.as_str(), |text| text.value.as_str());
    let title = said.and_then(|pagina| pagina.comuni.titolo.as_ref());
    let title = title.map_or(site.config.title.as_str(), |title| title.value.as_str());
    let catalogues = Catalogo::all(site);
    let mesi = catalogues.first().map(|catalogo| Mesi::of(site, catalogo));
    let prossime: Vec<_> = mesi.iter().flat_map(|mesi| mesi.coming(DATES)).collect();
    HomeView {
        page: Layout::around(site, "/", title, lead).lead(lead),
        corpo: site.body(own),
        porte: doors(site, &catalogues, addresses),
        calendario: mesi.filter(|_| !prossime.is_empty()).map(|mesi| mesi.url),
        prossime,
        enti: bodies(site),
    }
}

fn doors<'g>(site: &Site<'g>, catalogues: &[Catalogo<'g>], addresses: &Addresses<'_>) -> Vec<Porta<'g>> {
    let graph = site.graph;
    let of_kind = |kind| graph.piani.iter().filter(|piano| piano.tipo == kind).count();
    let mut doors: Vec<Porta<'g>> = catalogues
        .iter()
        .map(|catalogo| catalogue_door(site, catalogo))
        .collect();
    doors.extend([
        door(
            site,
            ["/piani/", "menu.piani", "home.piani"],
            ["home.piano_uno", "home.piano_molti"],
            of_kind(TipoPiano::Peg),
        ),
        door(
            site,
            ["/progetti/", "menu.progetti", "home.progetti"],
            ["home.progetto_uno", "home.progetto_molti"],
            of_kind(TipoPiano::Progetto),
        ),
        door(
            site,
            ["/enti/", "menu.enti", "home.enti"],
            ["home.ente_uno", "home.ente_molti"],
            graph.enti.len(),
        ),
        door(
            site,
            ["/documenti/", "menu.documenti", "home.documenti"],
            ["home.documento_uno", "home.documento_molti"],
            documents(site),
        ),
    ]);
    doors.retain(|door| door.quante > 0 && addresses.contains(door.url));
    doors
}

fn catalogue_door<'g>(site: &Site<'g>, catalogo: &Catalogo<'g>) -> Porta<'g> {
    Porta {
        titolo: catalogo.title(site),
        url: catalogo.url,
        quante: catalogo.schede.len(),
        unita: unit(site, catalogo.schede.len(), ["home.scheda_una", "home.scheda_molte"]),
        testo: site.text("home.schede"),
    }
}

fn door<'g>(
    site: &Site<'g>,
    [url, title, text]: [&'static str; 3],
    words: [&'static str; 2],
    count: usize,
) -> Porta<'g> {
    Porta {
        titolo: site.text(title),
        url,
        quante: count,
        unita: unit(site, count, words),
        testo: site.text(text),
    }
}

/// What so many things are called: of the keys the first says one, the second several.
fn unit<'g>(site: &Site<'g>, count: usize, [one, many]: [&'static str; 2]) -> &'g str {
    site.text(if count == 1 { one } else { many })
}

/// Source documents; editors' own files are none.
fn documents(site: &Site<'_>) -> usize {
    site.graph
        .documenti
        .iter()
        .filter(|documento| !documento.url.is_empty())
        .count()
}

/// Bodies with a card or a plan of their own, by name.
fn bodies<'g>(site: &Site<'g>) -> Vec<Crumb<'g>> {
    let to = &site.graph.relations;
    let entries = site.graph.enti.entries();
    let mut found: Vec<Crumb<'g>> = entries
        .filter(|(id, _)| !to.schede_di_ente.of(*id).is_empty() || !to.piani_di_ente.of(*id).is_empty())
        .map(|(_, ente)| Crumb::new(ente.nome.as_str(), ente.url.as_str()))
        .collect();
    found.sort_by(|a, b| a.title.cmp(&b.title));
    found
}

/// The site map. It lists only pages that there are.
#[must_use]
pub fn mappa<'g>(site: &Site<'g>, addresses: &Addresses<'_>) -> MappaView<'g> {
    let lead = site.text("servizio.mappa_lead");
    let page = Layout::around(site, "/mappa/", site.text("servizio.mappa"), lead).lead(lead);
    let mut rami: Vec<Ramo<'g>> = Catalogo::all(site)
        .iter()
        .map(|catalogo| catalogue_branch(site, catalogo))
        .collect();
    let kinds = [
        (TipoPiano::Peg, "/piani/", "menu.piani"),
        (TipoPiano::Progetto, "/progetti/", "menu.progetti"),
    ];
    for (kind, url, title) in kinds {
        let plans = site.graph.piani.iter().filter(|piano| piano.tipo == kind);
        rami.push(branch(
            Crumb::new(site.text(title), url),
            plans.flat_map(|piano| plan_pages(site, piano)),
        ));
    }
    let enti = site
        .graph
        .enti
        .iter()
        .map(|ente| Crumb::new(ente.nome.as_str(), ente.url.as_str()));
    rami.push(branch(Crumb::new(site.text("menu.enti"), "/enti/"), enti));
    let documenti = site.graph.documenti.iter();
    let documenti = documenti.map(|documento| Crumb::new(documento.titolo.as_str(), documento.url.as_str()));
    rami.push(branch(
        Crumb::new(site.text("menu.documenti"), "/documenti/"),
        documenti,
    ));
    rami.extend(editors_branches(site));
    MappaView {
        page,
        rami: only_pages(rami, addresses),
    }
}

/// A branch for each section that shows nothing but itself, and one for the pages that stand in none.
fn editors_branches<'g>(site: &Site<'g>) -> Vec<Ramo<'g>> {
    let (graph, albero) = (site.graph, &site.graph.albero);
    let own = |id: &Id<Pagina>| {
        albero
            .nodo(*id)
            .is_some_and(|nodo| matches!(nodo.cosa, Cosa::Pagina(_)))
    };
    let crumb = |id: Id<Pagina>| Crumb::new(pagina::title(&graph.pagine[id]), albero.url(id));
    let sections = graph.pagine.entries().filter(|(id, page)| page.sezione && own(id));
    let sections = sections.filter(|(id, _)| albero.url(*id) != "/");
    let below = |id: Id<Pagina>| {
        let pages = albero.nodo(id).map_or(&[][..], |nodo| &nodo.pagine);
        // A section with many pages lists them itself, a hundred at a time.
        let few = pages.len() <= IN_MAP;
        pages
            .iter()
            .filter(move |page| few && own(page))
            .map(|page| crumb(*page))
    };
    let loose = graph.pagine.ids().filter(own).filter(|id| albero.sopra(*id).is_empty());
    let loose = loose.filter(|id| !graph.pagine[*id].sezione).map(crumb);
    let mut rami: Vec<Ramo<'g>> = sections.map(|(id, _)| branch(crumb(id), below(id))).collect();
    rami.push(branch(Crumb::new(site.config.title.as_str(), "/"), loose));
    rami
}

fn branch<'g>(radice: Crumb<'g>, pagine: impl Iterator<Item = Crumb<'g>>) -> Ramo<'g> {
    Ramo {
        radice,
        pagine: pagine.collect(),
    }
}

fn catalogue_branch<'g>(site: &Site<'g>, catalogo: &Catalogo<'g>) -> Ramo<'g> {
    let calendar = Crumb::new(site.text("calendario.titolo"), format!("{}calendario/", catalogo.url));
    let cards = catalogo.schede.iter().map(|id| &site.graph.schede[*id]);
    let cards = cards.map(|scheda| Crumb::new(scheda.titolo.as_str(), scheda.url.as_str()));
    branch(
        Crumb::new(catalogo.title(site), catalogo.url),
        std::iter::once(calendar).chain(cards),
    )
}

/// A plan with the pages of its units.
fn plan_pages<'g>(site: &Site<'g>, piano: &'g Piano) -> Vec<Crumb<'g>> {
    let units = site
        .graph
        .unita
        .iter()
        .filter(|unita| unita.url.starts_with(piano.url.as_str()));
    let own = Crumb::new(piano.titolo.as_str(), piano.url.as_str());
    let units = units.map(|unita| Crumb::new(unita.nome.as_str(), unita.url.as_str()));
    std::iter::once(own).chain(units).collect()
}

fn only_pages<'g>(mut rami: Vec<Ramo<'g>>, addresses: &Addresses<'_>) -> Vec<Ramo<'g>> {
    for ramo in &mut rami {
        ramo.pagine
            .retain(|page| addresses.contains(page.url.as_ref()) && page.url != ramo.radice.url);
    }
    rami.retain(|ramo| addresses.contains(ramo.radice.url.as_ref()));
    rami
}
