//! Indicators with their targets, of what is made (output) or of what it brings about (result).

use super::columns::{body, column, headed, said};
use super::reading::Reading;
use crate::model::{Ambito, Bozza, Indicatore, Origine, Riferimento};
use crate::read::block::{Block, Row};
use crate::read::cell::parse_expected;

/// The columns of a table of indicators.
struct Columns {
    azione: Option<usize>,
    testo: usize,
    target: usize,
}

fn columns(header: &Row<'_>) -> Option<Columns> {
    Some(Columns {
        azione: column(header, &["azione", "attività", "wp"]),
        testo: column(header, &["indicator"])?,
        target: column(header, &["valore", "target"])?,
    })
}

/// Whether a block is a table of indicators of a project's actions.
pub(super) fn is(block: &Block<'_>) -> bool {
    headed(block, columns).is_some_and(|(_, columns)| columns.azione.is_some())
}

/// Takes a table of indicators; the heading above it tells what they measure.
pub(super) fn take<'s>(reading: &mut Reading<'s>, block: &Block<'s>) -> bool {
    let Some((table, columns)) = headed(block, columns) else {
        return false;
    };
    let ambito = ambito(&reading.title());
    for row in body(table) {
        match indicator(row, &columns, ambito) {
            Some(indicatore) => reading.bozze.indicatori.push(indicatore),
            None => reading.unread(row.span),
        }
    }
    true
}

fn ambito(title: &str) -> Option<Ambito> {
    let title = title.to_lowercase();
    if title.contains("output") || title.contains("realizzazione") {
        Some(Ambito::Output)
    } else if title.contains("risultat") || title.contains("outcome") {
        Some(Ambito::Risultato)
    } else {
        None
    }
}

/// The indicator of a row; nothing for a row without a text.
fn indicator(row: &Row<'_>, columns: &Columns, ambito: Option<Ambito>) -> Option<Indicatore<Bozza>> {
    let testo = said(row, Some(columns.testo))?;
    let valore_atteso = said(row, Some(columns.target));
    let expected = valore_atteso.as_ref().map(|printed| parse_expected(&testo, printed));
    let (operatore, valore) = expected.unzip();
    Some(Indicatore {
        id: None,
        piano: Riferimento::Locale(0),
        obiettivo: None,
        azione: said(row, columns.azione),
        codice: None,
        ambito,
        testo,
        valore_atteso,
        operatore: operatore.flatten(),
        valore,
        valore_raggiunto: None,
        nota: None,
        origine: Origine::letta(row.span),
    })
}
