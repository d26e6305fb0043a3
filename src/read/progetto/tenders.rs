//! Tenders: a table of procedures, the activities that each includes, and their periods.

use super::activities::{Fonte, Mention, coded};
use super::columns::{body, cell, column, headed, said};
use super::reading::Reading;
use super::when;
use crate::model::{Detto, Giorno, Testo, TipoSezione, Voce};
use crate::read::block::{Block, Row};

/// The columns of a timetable of tenders.
struct Columns {
    procedura: usize,
    attivita: usize,
    tempi: usize,
}

fn columns(header: &Row<'_>) -> Option<Columns> {
    Some(Columns {
        procedura: column(header, &["procedura", "gara", "affidamento"])?,
        attivita: column(header, &["attivit"])?,
        tempi: column(header, &["tempi", "periodo", "durata"])?,
    })
}

/// Whether a block is a timetable of tenders.
pub(super) fn is(block: &Block<'_>) -> bool {
    headed(block, columns).is_some()
}

/// Takes a timetable of tenders: each row is an entry of the section and a mention of its activity.
pub(super) fn take<'s>(reading: &mut Reading<'s>, block: &Block<'s>) -> bool {
    let Some((table, columns)) = headed(block, columns) else {
        return false;
    };
    reading.narrative.tells(TipoSezione::Gare, block.span);
    let mut procedura = None;
    for row in body(table) {
        procedura = said(row, Some(columns.procedura)).or(procedura);
        let Some(voce) = entry(row, &columns, procedura.clone()) else {
            reading.unread(row.span);
            continue;
        };
        reading.narrative.add(voce, row.span);
        reading.activities.extend(mention(row, &columns));
    }
    true
}

fn entry(row: &Row<'_>, columns: &Columns, procedura: Option<Detto<Testo>>) -> Option<Voce> {
    let period = period(row, columns)?;
    Some(Voce {
        titolo: procedura,
        testo: said(row, Some(columns.attivita))?,
        inizio: Some(period.value.0),
        fine: Some(period.value.1),
    })
}

fn mention(row: &Row<'_>, columns: &Columns) -> Option<Mention> {
    let mut coded = coded(cell(row, Some(columns.attivita))?)?;
    coded.testo = unquoted(&coded.testo);
    Some(Mention::new(Fonte::Gara, coded, row.span).lasting(period(row, columns)))
}

/// The text without the quotation marks around it.
fn unquoted(text: &Detto<Testo>) -> Detto<Testo> {
    let inner = text.trim_matches(['"', '“', '”', '«', '»']);
    Detto::new(inner.into(), text.span)
}

fn period(row: &Row<'_>, columns: &Columns) -> Option<Detto<(Giorno, Giorno)>> {
    when::period(cell(row, Some(columns.tempi))?)
}
