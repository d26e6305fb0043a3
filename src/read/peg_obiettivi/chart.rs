//! The "Cronoprogramma": a row of months for each phase, planned and actual.

use super::card::{TableRow, months};
use crate::model::{Detto, Mesi};
use crate::read::block::Inline;
use crate::source::Span;

/// What the chart marks for one phase.
#[derive(Debug)]
pub(super) struct Bar<'s> {
    /// Name of the phase as the chart prints it.
    pub(super) nome: Inline<'s>,
    pub(super) previsti: Option<Detto<Mesi>>,
    pub(super) consuntivi: Option<Detto<Mesi>>,
    /// The row that names it.
    pub(super) span: Span,
}

/// The bars of a chart, and the rows that belong to none.
pub(super) fn bars<'s>(rows: &[TableRow<'s>]) -> (Vec<Bar<'s>>, Vec<Span>) {
    let (mut bars, mut unread): (Vec<Bar<'s>>, Vec<Span>) = (Vec::new(), Vec::new());
    for row in rows {
        if let Some(nome) = row.cell("cronoprogramma") {
            bars.push(Bar {
                nome,
                previsti: None,
                consuntivi: None,
                span: row.span(),
            });
        }
        match (bars.last_mut(), kind(row)) {
            (Some(bar), Some(kind)) => bar.mark(row, kind),
            _ => unread.push(row.span()),
        }
    }
    (bars, unread)
}

/// Which months a row of the chart gives.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Previsto,
    Consuntivo,
    /// Both rows glued into one: the first mark of a cell is the planned one.
    Both,
}

fn kind(row: &TableRow<'_>) -> Option<Kind> {
    match row.row.text(1).to_lowercase().as_str() {
        "previsto" => Some(Kind::Previsto),
        "consuntivo" => Some(Kind::Consuntivo),
        "previsto consuntivo" => Some(Kind::Both),
        _ => None,
    }
}

impl Bar<'_> {
    fn mark(&mut self, row: &TableRow<'_>, kind: Kind) {
        let marked = |least: usize| {
            let mesi = marks(row, least);
            (mesi != Mesi::default()).then(|| Detto::new(mesi, row.span()))
        };
        if kind != Kind::Consuntivo {
            self.previsti = marked(1);
        }
        if kind != Kind::Previsto {
            self.consuntivi = marked(if kind == Kind::Both { 2 } else { 1 });
        }
    }
}

/// The months whose cell holds at least so many marks.
fn marks(row: &TableRow<'_>, least: usize) -> Mesi {
    let cells = months(&row.header).into_iter().zip(&row.row.cells);
    let marked = cells.filter(|(_, cell)| cell.text().split(' ').filter(|mark| !mark.is_empty()).count() >= least);
    let bits = marked.filter_map(|(month, _)| month).map(|month| 1_u16 << (month - 1));
    Mesi(bits.fold(0, |all, bit| all | bit))
}
