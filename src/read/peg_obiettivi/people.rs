//! The people of an objective.

use super::card::{Card, TableRow};
use crate::model::{Assegnazione, Bozza, Bozze, Detto, Giorno, Origine, Riferimento};
use crate::read::cell::{parse_day, parse_percentage};
use crate::source::Span;

/// Adds the people of a card; a row without a name, and a date that is none, are not understood.
pub(super) fn add(bozze: &mut Bozze, card: &Card<'_>, obiettivo: &Riferimento) {
    for row in &card.persone {
        match person(row, obiettivo, &mut bozze.non_lette) {
            Some(person) => bozze.assegnazioni.push(person),
            None => bozze.non_lette.push(row.span()),
        }
    }
}

fn person(row: &TableRow<'_>, obiettivo: &Riferimento, unread: &mut Vec<Span>) -> Option<Assegnazione<Bozza>> {
    let persona = row.cell("persona")?;
    let effort = row.cell("impegno").or_else(|| row.cell("% impegno"));
    Some(Assegnazione {
        obiettivo: Some(obiettivo.clone()),
        progetto: None,
        persona: Some(persona.said()),
        categoria: row.cell("categoria").map(|it| it.said()),
        ruolo: row.cell("ruolo").map(|it| it.said()),
        inizio: day(row, "inizio", unread),
        fine: day(row, "fine", unread),
        impegno_percentuale: effort.and_then(|cell| Some(Detto::new(parse_percentage(&cell.text())?, cell.span()))),
        origine: Origine::letta(row.span()),
    })
}

/// The day under a column; what stands there and is no day is not understood.
pub(super) fn day(row: &TableRow<'_>, column: &str, unread: &mut Vec<Span>) -> Option<Detto<Giorno>> {
    let cell = row.cell(column).filter(|cell| !cell.says_nothing())?;
    let day = parse_day(&cell.text(), None);
    if day.is_none() {
        unread.push(cell.span());
    }
    day.map(|day| Detto::new(day, cell.span()))
}
