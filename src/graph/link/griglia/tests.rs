use std::fmt::Write as _;
use std::sync::Arc;

use crate::config::Config;
use crate::diag::Reported;
use crate::graph::Graph;
use crate::graph::link::{Draft, Inputs, link};
use crate::model::{Comuni, Pagina};
use crate::read::{Document, Hints, reader};
use crate::source::{SourceFile, SourceMap, Span};

/// A catalogue, read and linked.
fn linked(text: &str) -> Reported<Graph> {
    let mut sources = SourceMap::default();
    let page = sources.add(Arc::new(SourceFile::new("content/catalogo/_index.md", "")));
    let file = sources.add(Arc::new(SourceFile::new("seeds/catalogo.txt", text)));
    let hints = Hints::default();
    let read = reader("catalogo_scambi").unwrap().read(Document {
        file,
        text,
        hints: &hints,
    });
    let pagina = Pagina {
        file: page,
        percorso: "catalogo/_index.md".into(),
        sezione: true,
        lingua: None,
        comuni: Comuni::default(),
        sorgente: None,
        allegato: None,
        correzioni: Vec::new(),
        monitoraggio: Vec::new(),
        etichette: Vec::new(),
        corpo: Span::new(page, 0, 0),
    };
    let inputs = Inputs {
        sources: Arc::new(sources),
        pagine: vec![Arc::new(pagina)],
        drafts: vec![Draft {
            file,
            path: "seeds/catalogo.txt".into(),
            sha256: Default::default(),
            reader: "catalogo_scambi",
            pagina: 0,
            bozze: Arc::new(read.value),
        }],
        ..Inputs::default()
    };
    link(inputs, &Config::default())
}

/// Each row of the grids: month, printed place, label, card, day.
fn rows(graph: &Graph) -> String {
    let mut out = String::new();
    for row in &graph.calendario {
        let column = row.colonna.map_or_else(|| "-".to_owned(), |column| column.to_string());
        let card = row.scheda.map_or("∅", |card| graph.schede[card].id.as_str());
        let others = row.intese.iter().filter(|other| Some(**other) != row.scheda);
        let others: Vec<&str> = others.map(|other| graph.schede[*other].id.as_str()).collect();
        let others = if others.is_empty() {
            String::new()
        } else {
            format!(" (also {})", others.join(", "))
        };
        let day = row
            .data
            .map_or_else(|| "·".to_owned(), |day| day.format("%-d").to_string());
        let stato = row.stato.map_or("", |stato| stato.word());
        let month = row.mese.format("%Y-%m");
        writeln!(
            out,
            "{month} {column:>2} → {day:>2} {card}{others} «{}» {stato}",
            row.etichetta.value
        )
        .unwrap();
    }
    out
}

#[test]
fn the_grids_of_a_whole_catalogue() {
    let text = std::fs::read_to_string("seeds/scambio-comune-2024.txt").unwrap();
    let linked = linked(&text);
    let unknown = linked
        .problems
        .iter()
        .filter(|problem| problem.code.id == "etichetta-ignota");
    assert_eq!(unknown.count(), 0);
    insta::assert_snapshot!(rows(&linked.value));
}
