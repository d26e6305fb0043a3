//! PEG by centro di responsabilità: each centre has a summary table (indirizzo → obiettivo → azione → product or
//! project, with budget and share), then a card for each product or project that the summary announces.
//!
//! The form is told by its words alone. Heading levels mean nothing; labels, codes and titles stand on lines of their
//! own or glued together, in bold or not. So a document is read as a walk over its lines: [`piece`] cuts each line at
//! the labels and codes that mean something where it stands, [`header`] recognises the tables, and a [`Reading`] keeps
//! what the next piece or row belongs to. Money columns take their meaning from their header only.

mod card;
mod cover;
mod header;
mod line;
mod piece;
mod rows;
mod summary;
mod words;

use std::collections::BTreeMap;

use super::block::{Block, Kind, Row, Table, scan};
use super::{Document, Reader, even, report_unread};
use crate::diag::register::lettura::DOCUMENTO_VUOTO;
use crate::diag::{Diagnostic, Reported};
use crate::model::{Bozze, Testo};
use crate::source::Span;
use card::Card;
use cover::Cover;
use header::Header;
use line::Lines;
use summary::Summary;

/// The reader of the form; see the module's first lines.
#[derive(Debug)]
pub(super) struct PegProdotti;

impl Reader for PegProdotti {
    fn name(&self) -> &'static str {
        "peg_prodotti"
    }

    fn recognises(&self, blocks: &[Block<'_>]) -> bool {
        blocks
            .iter()
            .filter_map(Block::table)
            .any(|table| table.rows.iter().any(header::announces_products))
    }

    fn read(&self, document: Document<'_>) -> Reported<Bozze> {
        let text = even(document.text);
        let document = Document {
            text: &text,
            ..document
        };
        let blocks = scan(document.file, document.text);
        let mut reading = Reading::new(document);
        for at in 0..blocks.len() {
            reading.block(at, &blocks);
        }
        let bozze = reading.finish();
        let empty = bozze.unita.is_empty() && bozze.progetti.is_empty();
        let mut reported = report_unread(document, self.name(), bozze);
        if empty {
            let finding = Diagnostic::new(&DOCUMENTO_VUOTO).with("lettore", self.name());
            reported.problems.push(finding.at(Span::new(document.file, 0, 0)));
        }
        reported
    }
}

/// Where the walk has come to in a document, and what it has found so far.
struct Reading<'s> {
    document: Document<'s>,
    found: Bozze,
    cover: Cover,
    lines: Lines,
    /// Index of each product or project by its code.
    progetti: BTreeMap<Testo, u32>,
    /// Index of each objective by its code.
    obiettivi: BTreeMap<Testo, u32>,
    /// Index of the block that is being read.
    at: usize,
    /// The block that names the head of a centre.
    head: Option<usize>,
    summary: Summary,
    card: Option<Card>,
    /// The header that the rows to come stand under.
    header: Option<Header>,
}

impl<'s> Reading<'s> {
    fn new(document: Document<'s>) -> Self {
        Self {
            document,
            found: Bozze::default(),
            cover: Cover::default(),
            lines: Lines::default(),
            progetti: BTreeMap::new(),
            obiettivi: BTreeMap::new(),
            at: 0,
            head: None,
            summary: Summary::default(),
            card: None,
            header: None,
        }
    }

    fn block(&mut self, at: usize, blocks: &[Block<'s>]) {
        self.at = at;
        let block = &blocks[at];
        match &block.kind {
            Kind::Rule => return,
            Kind::Table(table) => self.table(table),
            _ if self.cover_block(at, blocks) => return,
            Kind::Item { marker, depth, lines } => {
                let bullet = card::Bullet { marker, depth: *depth };
                lines.iter().for_each(|line| self.line(line, Some(bullet)));
            }
            _ => block.lines().iter().for_each(|line| self.line(line, None)),
        }
        self.extend_card(block.span);
    }

    fn table(&mut self, table: &Table<'s>) {
        let mut cut = self.summary.cut_off();
        for row in &table.rows {
            if let Some(header) = Header::of(row) {
                self.header = Some(header);
            } else if row.filled().next().is_some() {
                self.row(row, cut);
                cut = false;
            }
        }
    }

    fn row(&mut self, row: &Row<'s>, cut: bool) {
        let read = match self.header.clone() {
            Some(header) => self.row_under(&header, row, cut),
            None => self.reference_row(row),
        };
        if !read {
            self.unread(row.span);
        }
    }

    /// Reads a row under its header; false where it does not fit.
    fn row_under(&mut self, header: &Header, row: &Row<'s>, cut: bool) -> bool {
        match header {
            Header::Summary => self.summary_row(row, cut),
            Header::Indicators => self.indicator_row(row),
            Header::Phases(columns) => self.phase_row(row, columns),
            Header::Budget(columns) => self.budget_row(row, columns),
            Header::People => self.person_row(row),
        }
    }

    fn unread(&mut self, span: Span) {
        self.found.non_lette.push(span);
    }

    fn finish(mut self) -> Bozze {
        self.close_card();
        self.resolve_phases();
        self.write_cover();
        self.found
    }
}

/// The index that the next thing of a list will have.
fn next_index<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}
