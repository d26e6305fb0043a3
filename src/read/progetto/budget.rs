//! The budget: one row of amounts for each partner, and the row of totals.

use super::columns::{amount, body, cell, column, headed, said};
use super::partners::{Amounts, Entry};
use super::reading::Reading;
use crate::model::{Bozza, Origine, Riferimento, TotalePartner};
use crate::read::block::{Block, Row};

/// The columns of a budget by partner.
struct Columns {
    codice: Option<usize>,
    ente: usize,
    personale: Option<usize>,
    generali: Option<usize>,
    beni: Option<usize>,
    totale: usize,
}

fn columns(header: &Row<'_>) -> Option<Columns> {
    let columns = Columns {
        codice: column(header, &["id", "codice", "cod."]),
        ente: column(header, &["denominazione", "partner", "ente", "beneficiario"])?,
        personale: column(header, &["personale", "costi del personale", "costo del personale"]),
        generali: column(header, &["spese generali", "costi indiretti"]),
        beni: column(header, &["acquisto", "acquisti", "beni"]),
        totale: column(header, &["totale"])?,
    };
    (columns.personale.is_some() || columns.beni.is_some()).then_some(columns)
}

impl Columns {
    fn amounts(&self, row: &Row<'_>) -> Amounts {
        Amounts {
            personale_interno: amount(row, self.personale),
            spese_generali: amount(row, self.generali),
            beni_servizi: amount(row, self.beni),
            totale: amount(row, Some(self.totale)),
        }
    }

    /// The columns that hold money.
    fn money(&self) -> [Option<usize>; 4] {
        [self.personale, self.generali, self.beni, Some(self.totale)]
    }
}

/// Whether a block is a budget by partner.
pub(super) fn is(block: &Block<'_>) -> bool {
    headed(block, columns).is_some()
}

/// Takes a budget by partner.
pub(super) fn take<'s>(reading: &mut Reading<'s>, block: &Block<'s>) -> bool {
    let Some((table, columns)) = headed(block, columns) else {
        return false;
    };
    for row in body(table) {
        if is_total(row) {
            reading.bozze.totali_partner.push(total(columns.amounts(row), row));
        } else {
            partner(reading, &columns, row);
        }
        report_no_amounts(reading, &columns, row);
    }
    true
}

fn is_total(row: &Row<'_>) -> bool {
    row.filled()
        .next()
        .is_some_and(|first| first.text().to_lowercase().starts_with("totale"))
}

fn total(importi: Amounts, row: &Row<'_>) -> TotalePartner<Bozza> {
    TotalePartner {
        piano: Riferimento::Locale(0),
        personale_interno: importi.personale_interno,
        spese_generali: importi.spese_generali,
        beni_servizi: importi.beni_servizi,
        totale: importi.totale,
        origine: Origine::letta(row.span),
    }
}

fn partner(reading: &mut Reading<'_>, columns: &Columns, row: &Row<'_>) {
    let Some(ente) = said(row, Some(columns.ente)) else {
        reading.unread(row.span);
        return;
    };
    let codice = said(row, columns.codice).map(|code| code.value);
    let importi = columns.amounts(row);
    let entry = Entry {
        codice,
        ente,
        ruolo: None,
        importi: Amounts::default(),
        span: row.span,
    };
    let known = reading.partners.find_or_add(entry);
    known.importi = importi;
    known.span = row.span;
}

/// A cell of a money column that holds something else is not understood.
fn report_no_amounts(reading: &mut Reading<'_>, columns: &Columns, row: &Row<'_>) {
    for column in columns.money() {
        if let Some(cell) = cell(row, column).filter(|cell| amount(row, column).is_none() && !cell.says_nothing()) {
            reading.unread(cell.span());
        }
    }
}
