//! Next steps: what, who, by when. A day without its year is the first such day from the meeting on.

use chrono::Datelike;

use super::columns::{body, cell, column, headed, said};
use super::reading::Reading;
use super::when;
use crate::diag::Diagnostic;
use crate::diag::register::progetto::SCADENZA_SENZA_ANNO;
use crate::model::{Bozza, Detto, Giorno, Origine, Riferimento, Scadenza};
use crate::read::block::{Block, Inline, Row};

/// The columns of a table of next steps.
struct Columns {
    cosa: usize,
    chi: Option<usize>,
    entro: usize,
}

fn columns(header: &Row<'_>) -> Option<Columns> {
    Some(Columns {
        cosa: column(header, &["cosa", "adempimento", "prossim"])?,
        chi: column(header, &["chi", "responsabile", "a cura"]),
        entro: column(header, &["entro", "scadenza", "quando"])?,
    })
}

/// Whether a block is a table of next steps.
pub(super) fn is(block: &Block<'_>) -> bool {
    headed(block, columns).is_some()
}

/// Sets a table of next steps aside; its days are read once the meeting's day is known.
pub(super) fn take<'s>(reading: &mut Reading<'s>, block: &Block<'s>) -> bool {
    let Some(table) = block.table().filter(|_| is(block)) else {
        return false;
    };
    reading.next_steps.push(table.clone());
    true
}

/// Reads the tables that were set aside.
pub(super) fn finish(reading: &mut Reading<'_>) {
    for table in std::mem::take(&mut reading.next_steps) {
        let Some(columns) = table.first().and_then(columns) else {
            continue;
        };
        for row in body(&table) {
            match next_step(reading, row, &columns) {
                Some(scadenza) => reading.bozze.scadenze.push(scadenza),
                None => reading.unread(row.span),
            }
        }
    }
}

fn next_step(reading: &mut Reading<'_>, row: &Row<'_>, columns: &Columns) -> Option<Scadenza<Bozza>> {
    let cosa = said(row, Some(columns.cosa))?;
    let entro = cell(row, Some(columns.entro)).and_then(|cell| by_when(reading, cell));
    Some(Scadenza {
        piano: Riferimento::Locale(0),
        cosa,
        chi: said(row, columns.chi),
        entro,
        origine: Origine::letta(row.span),
    })
}

/// The day in a cell; a day and month alone need the meeting's day, or the document's year, to tell the year.
fn by_when(reading: &mut Reading<'_>, cell: &Inline<'_>) -> Option<Detto<Giorno>> {
    let text = without_by(&cell.text());
    if let Some(day) = when::day(&text) {
        return Some(Detto::new(day, cell.span()));
    }
    let Some((day, month)) = when::day_and_month(&text) else {
        reading.unread(cell.span());
        return None;
    };
    let Some(from) = reading.reference_day() else {
        reading
            .problems
            .push(Diagnostic::new(&SCADENZA_SENZA_ANNO).at(cell.span()));
        return None;
    };
    first_from(from, day, month).map(|day| Detto::new(day, cell.span()))
}

/// A day without the words that say that it is the last one: `entro il 6/12`.
fn without_by(text: &str) -> String {
    let lower = text.to_lowercase();
    let rest = ["entro il ", "entro l'", "entro l’", "entro ", "per il "]
        .iter()
        .find_map(|by| lower.strip_prefix(by));
    rest.unwrap_or(&lower).to_owned()
}

/// The first day with this number and month that is not before `from`; leap days are looked for up to eight years on.
fn first_from(from: Giorno, day: u32, month: u32) -> Option<Giorno> {
    (from.year()..=from.year() + 8)
        .filter_map(|year| Giorno::from_ymd_opt(year, month, day))
        .find(|found| *found >= from)
}
