//! The print "Obiettivi PEG" of a management program: sector → office → objective.
//!
//! An index of the units comes first. Then each unit is headed by its code and name and by the names of those in
//! charge, and each objective is a table of labels (`Obiettivo PEG`, `Descrizione`, …) followed by a table of people,
//! one of phases, a chart of months and sometimes a table of indicators. The conversion cuts these tables at page ends
//! and glues others together, so nothing here goes by tables: [`line`] says what each line is by its own words, [`card`]
//! gathers the lines of an objective, and the other modules turn what was gathered into drafts.

mod card;
mod chart;
mod draft;
mod index;
mod indicators;
mod label;
mod line;
mod people;
mod phases;
mod strategy;
mod units;

use super::{Document, Reader, block, even, report_unread};
use crate::diag::Reported;
use crate::model::Bozze;
use block::{Block, Row};
use label::Label;

/// Reads the print "Obiettivi PEG".
#[derive(Debug)]
pub(super) struct PegObiettivi;

impl Reader for PegObiettivi {
    fn name(&self) -> &'static str {
        "peg_obiettivi"
    }

    fn recognises(&self, blocks: &[Block<'_>]) -> bool {
        let rows = || blocks.iter().filter_map(Block::table).flat_map(|table| &table.rows);
        let opens = |label: Label| rows().any(|row: &Row<'_>| row.cells.first().is_some_and(|cell| label.heads(cell)));
        opens(Label::Titolo) && opens(Label::PesoIndicatori) && opens(Label::Operativo)
    }

    fn read(&self, document: Document<'_>) -> Reported<Bozze> {
        let text = even(document.text);
        let document = Document {
            text: &text,
            ..document
        };
        let print = card::gather(&block::scan(document.file, document.text));
        let drafts = draft::drafts(print, document.hints);
        let mut reported = report_unread(document, self.name(), drafts.value);
        reported.problems.extend(drafts.problems);
        reported
    }
}
