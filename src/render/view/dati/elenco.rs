use schemars::JsonSchema;
use serde::Serialize;

use super::address;
use crate::export::Table;
use crate::export::tables::TABLES;
use crate::render::site::Site;
use crate::render::view::{Crumb, Download, Layout};

/// What data there are: `dati/elenco.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DatiView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// Every table.
    pub tabelle: Vec<TabellaBreve<'g>>,
    /// The description of all tables, for programs.
    pub pacchetto: Option<Download<'g>>,
    /// The whole graph.
    pub grafo: Option<Download<'g>>,
}

/// A table in the list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TabellaBreve<'g> {
    /// Title and page.
    pub tabella: Crumb<'g>,
    /// What its rows are.
    pub descrizione: &'static str,
    /// How many rows it has.
    pub righe: usize,
    /// Its files.
    pub file: Vec<Download<'g>>,
}

/// The page of all data.
#[must_use]
pub fn elenco<'g>(site: &Site<'g>) -> DatiView<'g> {
    let lead = site.text("dati.lead");
    let page = Layout::new(site, "/dati/", site.text("dati.titolo"), lead)
        .lead(lead)
        .fact(site.text("dati.licenza"), site.config.licence.as_str())
        .section("tabelle", site.text("dati.tabelle"))
        .section("insieme", site.text("dati.insieme"));
    DatiView {
        page,
        tabelle: TABLES.iter().map(|table| brief(site, *table)).collect(),
        pacchetto: Download::of(site, site.text("dati.pacchetto"), "/dati/datapackage.json"),
        grafo: Download::of(site, site.text("dati.grafo"), "/dati/grafo.json"),
    }
}

fn brief<'g>(site: &Site<'g>, table: &'static dyn Table) -> TabellaBreve<'g> {
    let files = ["csv", "json"].map(|format| format!("/dati/{}.{format}", table.name()));
    TabellaBreve {
        tabella: Crumb::new(table.title(), address(table)),
        descrizione: table.description(),
        righe: table.row_count(site.graph),
        file: files
            .into_iter()
            .filter_map(|url| Download::of(site, table.title(), url))
            .collect(),
    }
}
