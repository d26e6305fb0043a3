use std::fmt::Write as _;

use crate::graph::Graph;
use crate::graph::link::tests::Sito;
use crate::read::Hints;

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
    let (graph, messages) = Sito::default()
        .printed("catalogo", "catalogo_scambi", &Hints::default(), &text)
        .link();
    let unknown = messages
        .iter()
        .filter(|message| message.starts_with("etichetta-ignota:"));
    assert_eq!(unknown.count(), 0);
    insta::assert_snapshot!(rows(&graph));
}
