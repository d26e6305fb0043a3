//! The whole catalogue as received: a readable snapshot, and counts taken from the text by other means.

use std::fs;

use vetrina::model::TipoDisponibilita;

use super::{Read, read};

fn catalogue() -> (String, Read) {
    let path = "seeds/scambio-comune-2024.txt";
    let text = fs::read_to_string(path).unwrap();
    let read = read(path, &text);
    (text, read)
}

#[test]
fn everything_that_the_catalogue_says() {
    let (_, read) = catalogue();
    insta::assert_snapshot!(super::outline::outline(&read));
}

/// How many lines of the text hold all these words.
fn lines_with(text: &str, words: &[&str]) -> usize {
    text.lines()
        .filter(|line| words.iter().all(|word| line.to_lowercase().contains(word)))
        .count()
}

#[test]
fn as_many_things_as_the_text_announces() {
    let (text, read) = catalogue();
    let bozze = &read.reported.value;
    assert_eq!(bozze.schede.len(), lines_with(&text, &["#", "riferimenti e contatti"]));
    assert_eq!(bozze.schede.len(), bozze.indice.len());
    assert_eq!(bozze.contatti.len(), text.matches("Cognome").count());
    let addresses = bozze.contatti.iter().filter(|contact| contact.email.is_some());
    assert_eq!(addresses.count(), text.matches("Email").count());
    let cells = grid_rows(&text).flat_map(|row| row.split(['\t', ';']).skip(1));
    let labels = bozze.calendario.iter().filter(|label| label.colonna.is_some());
    assert_eq!(labels.count(), cells.filter(|cell| !cell.trim().is_empty()).count());
    assert_eq!(read.reported.problems.len(), 0);
}

/// Rows of the month grids: the lines that begin with a month in capitals.
fn grid_rows(text: &str) -> impl Iterator<Item = &str> {
    const MONTHS: [&str; 6] = ["APRILE", "MAGGIO", "GIUGNO", "SETTEMBRE", "OTTOBRE", "NOVEMBRE"];
    text.lines()
        .filter(|line| line.contains('\t') && MONTHS.iter().any(|month| line.starts_with(month)))
}

#[test]
fn every_day_of_every_line_of_dates_is_there() {
    let (text, read) = catalogue();
    for date in &read.reported.value.disponibilita {
        let line = read.sources.slice(date.origine.span).to_lowercase();
        let day = date.inizio.format("%-d").to_string();
        let whole_month = date.tipo == TipoDisponibilita::Mese;
        assert!(whole_month || numbers(&line).contains(&day), "{day} in «{line}»");
    }
    let listed: usize = text
        .lines()
        .filter(|line| line.starts_with("Settembre 2024 (") || line.starts_with("Ottobre 2024 ("))
        .map(|line| line.split(',').count())
        .sum();
    let from_lists = read
        .reported
        .value
        .disponibilita
        .iter()
        .filter(|date| date.testo.value.contains("2024 ("));
    assert_eq!(from_lists.count(), listed);
}

fn numbers(line: &str) -> Vec<String> {
    line.split(|c: char| !c.is_ascii_digit()).map(str::to_owned).collect()
}

#[test]
fn every_value_stands_where_its_place_says() {
    let (_, read) = catalogue();
    for contact in &read.reported.value.contatti {
        for said in [&contact.nome, &contact.cognome, &contact.email]
            .into_iter()
            .flatten()
            .chain(&contact.telefoni)
        {
            let printed = read.sources.slice(said.span);
            assert!(printed.contains(said.value.as_str()), "«{}» in «{printed}»", said.value);
        }
    }
    for label in &read.reported.value.calendario {
        let printed = read
            .sources
            .slice(label.etichetta.span)
            .split_whitespace()
            .collect::<String>();
        let value: String = label.etichetta.value.split_whitespace().collect();
        assert_eq!(printed.replace('*', ""), value.replace('*', ""));
    }
}
