use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

use super::address;
use crate::export::{Cell, Heading, Kind, Table, licence_address};
use crate::render::markdown::shortened;
use crate::render::site::Site;
use crate::render::view::{Crumb, Layout, Place};

/// How many rows the preview shows.
const ROWS: usize = 8;

/// How many characters of a cell the preview shows.
const SHOWN: usize = 90;

/// A table of the open data: `dati/tabella.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TabellaView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// The dictionary of its columns.
    pub colonne: Vec<Colonna<'g>>,
    /// The first rows, cell by cell, long texts cut.
    pub anteprima: Vec<RigaAnteprima<'g>>,
}

/// A row of the preview.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RigaAnteprima<'g> {
    /// Its cells.
    pub celle: Vec<String>,
    /// Where the fact is printed.
    pub luogo: Option<Place<'g>>,
}

/// A column of a table.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Colonna<'g> {
    /// Name, as in the header row.
    pub nome: &'static str,
    /// What it holds, in words: "giorno".
    pub genere: &'g str,
    /// The only words that it may hold; empty where there is no such list.
    pub parole: &'static [&'static str],
    /// The table whose ids it holds.
    pub tabella: Option<Crumb<'g>>,
    /// Whether every row has it.
    pub obbligatoria: bool,
    /// What it means.
    pub significato: &'static str,
}

/// The page of a table.
#[must_use]
pub fn tabella<'g>(site: &Site<'g>, table: &'static dyn Table) -> TabellaView<'g> {
    let headings = table.headings();
    TabellaView {
        page: layout(site, table, headings.len()),
        colonne: headings.iter().map(|heading| column(site, heading)).collect(),
        anteprima: preview(site, table),
    }
}

fn layout<'g>(site: &Site<'g>, table: &'static dyn Table, columns: usize) -> Layout<'g> {
    let number = |count: usize| site.locale().number(&count.to_string());
    let name = table.name();
    Layout::new(site, address(table), table.title(), table.description())
        .below(site.text("dati.titolo"), "/dati/")
        .kicker(site.text("dati.kicker"))
        .lead(table.description())
        .fact(site.text("dati.nome"), name)
        .fact(site.text("dati.righe"), number(table.row_count(site.graph)))
        .fact(site.text("dati.colonne"), number(columns))
        .fact(site.text("dati.licenza"), site.config.licence.as_str())
        .section("dizionario", site.text("dati.dizionario"))
        .section("anteprima", site.text("dati.anteprima"))
        .download(site, table.title(), format!("/dati/{name}.csv"))
        .download(site, table.title(), format!("/dati/{name}.json"))
        .about(dataset(site, table))
}

/// Structured data: the table as a data set with its files.
fn dataset(site: &Site<'_>, table: &dyn Table) -> serde_json::Value {
    let config = site.config;
    let files = [("csv", "text/csv"), ("json", "application/json")].map(|(format, kind)| {
        let url = site.common_url(&format!("/dati/{}.{format}", table.name()));
        json!({"@type": "DataDownload", "contentUrl": url, "encodingFormat": kind})
    });
    json!({
        "@type": "Dataset",
        "name": format!("{} – {}", table.title(), config.title),
        "description": format!("{}. {}", table.description(), config.description),
        "url": site.url(&address(table)),
        "license": licence_address(&config.licence).unwrap_or(&config.licence),
        "isAccessibleForFree": true,
        "creator": {"@type": "Organization", "name": config.publisher.name},
        "distribution": files,
    })
}

fn column<'g>(site: &Site<'g>, heading: &Heading) -> Colonna<'g> {
    let (kind, words, target) = match heading.kind {
        Kind::Text => ("testo", [].as_slice(), None),
        Kind::Word(words) => ("parola", words, None),
        Kind::Reference(table) => ("riferimento", [].as_slice(), Some(table)),
        Kind::Integer => ("intero", [].as_slice(), None),
        Kind::Decimal => ("decimale", [].as_slice(), None),
        Kind::Day => ("giorno", [].as_slice(), None),
        Kind::Month => ("mese", [].as_slice(), None),
    };
    Colonna {
        nome: heading.name,
        genere: site.word("genere_colonna", kind),
        parole: words,
        tabella: target.map(|table| Crumb::new(table, format!("/dati/{table}/"))),
        obbligatoria: heading.required,
        significato: heading.meaning,
    }
}

fn preview<'g>(site: &Site<'g>, table: &dyn Table) -> Vec<RigaAnteprima<'g>> {
    let shown = |cell: &Cell<'_>| shortened(&cell.to_string(), SHOWN);
    let mut cells = Vec::new();
    let rows = 0..table.row_count(site.graph).min(ROWS);
    let rows = rows.map(|row| {
        table.row(site.graph, row, &mut cells);
        RigaAnteprima {
            celle: cells.iter().map(shown).collect(),
            luogo: table
                .origin(site.graph, row)
                .and_then(|origine| Place::of(site, origine)),
        }
    });
    rows.collect()
}
