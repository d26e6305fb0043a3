//! The lines of the print gathered: index, units and their heads, the card of each objective.

use super::label::{Field, Label};
use super::line::{Entry, Header, Heading, Line, Table, lines};
use crate::read::block::{Block, Inline, Row};
use crate::read::cell::{names_body, parse_month_name};
use crate::source::Span;

/// The whole print, in its order.
#[derive(Debug, Default)]
pub(super) struct Print<'s> {
    /// The first title that is no unit's.
    pub(super) titolo: Option<Inline<'s>>,
    /// The body, as printed below the title.
    pub(super) ente: Option<Inline<'s>>,
    pub(super) indice: Vec<Entry<'s>>,
    pub(super) parts: Vec<Part<'s>>,
    /// What none of this is.
    pub(super) unread: Vec<Span>,
}

/// A unit's heading, those in charge of it, or an objective.
#[derive(Debug)]
pub(super) enum Part<'s> {
    Unit(Heading<'s>),
    Heads(Heads<'s>),
    Card(Box<Card<'s>>),
}

/// Those in charge, as one row prints them.
#[derive(Debug, Default)]
pub(super) struct Heads<'s> {
    pub(super) settore: Option<Inline<'s>>,
    pub(super) ufficio: Option<Inline<'s>>,
    /// Whether the row names an office at all, be it without a name behind the label.
    pub(super) names_office: bool,
    pub(super) span: Option<Span>,
}

/// An objective as printed.
#[derive(Debug)]
pub(super) struct Card<'s> {
    pub(super) titolo: Inline<'s>,
    pub(super) peso_indicatori: Option<Inline<'s>>,
    pub(super) peso_fasi: Option<Inline<'s>>,
    /// The description, one cell for each page that it runs over.
    pub(super) descrizione: Vec<Inline<'s>>,
    pub(super) strategico: Option<Inline<'s>>,
    pub(super) operativo: Option<Inline<'s>>,
    pub(super) persone: Vec<TableRow<'s>>,
    pub(super) fasi: Vec<TableRow<'s>>,
    pub(super) cronoprogramma: Vec<TableRow<'s>>,
    pub(super) indicatori: Vec<TableRow<'s>>,
    pub(super) span: Span,
}

/// A row with the header that it stands under.
#[derive(Clone, Debug)]
pub(super) struct TableRow<'s> {
    pub(super) header: Header,
    pub(super) row: Row<'s>,
}

impl<'s> TableRow<'s> {
    /// The cell under the column with these words, unless it is empty.
    pub(super) fn cell(&self, words: &str) -> Option<Inline<'s>> {
        self.header.cell(&self.row, words)
    }

    pub(super) fn span(&self) -> Span {
        self.row.span
    }
}

/// Gathers the lines of a document.
pub(super) fn gather<'s>(blocks: &[Block<'s>]) -> Print<'s> {
    let mut print = Print::default();
    let mut open = None;
    for line in blocks.iter().flat_map(lines) {
        print.take(line, &mut open);
    }
    print
}

impl<'s> Print<'s> {
    /// Puts a line in its place; `open` is the header of the table that rows belong to.
    fn take(&mut self, line: Line<'s>, open: &mut Option<Header>) {
        match line {
            Line::Header(header) => *open = Some(header),
            Line::UnknownHeader(span) => {
                *open = None;
                self.unread.push(span);
            }
            Line::Row(row) => self.take_row(row, open.as_ref()),
            Line::Entry(entry) => self.indice.push(entry),
            Line::Title(text) | Line::Text(text) => self.take_text(text),
            Line::Unit(heading) => {
                *open = None;
                self.parts.push(Part::Unit(heading));
            }
            Line::Fields(fields, stray) => {
                *open = None;
                self.unread.extend(stray.iter().map(Inline::span));
                for field in fields {
                    self.take_field(field);
                }
            }
        }
    }

    /// Above the index stand the title and the body; the title of the index says nothing.
    fn take_text(&mut self, text: Inline<'s>) {
        let words = text.text();
        let before_units = self.parts.is_empty();
        if words.eq_ignore_ascii_case("indice") {
            return;
        }
        if before_units && self.ente.is_none() && names_body(&words) {
            self.ente = Some(text);
        } else if before_units && self.titolo.is_none() {
            self.titolo = Some(text);
        } else {
            self.unread.push(text.span());
        }
    }

    fn take_row(&mut self, row: Row<'s>, open: Option<&Header>) {
        let (Some(header), Some(Part::Card(card))) = (open, self.parts.last_mut()) else {
            self.unread.push(row.span);
            return;
        };
        self.unread.extend(header.stray(&row).iter().map(Inline::span));
        card.span = card.span.to(row.span);
        let rows = match header.table {
            Table::Persone => &mut card.persone,
            Table::Fasi => &mut card.fasi,
            Table::Cronoprogramma => &mut card.cronoprogramma,
            Table::Indicatori => &mut card.indicatori,
        };
        let header = header.clone();
        rows.push(TableRow { header, row });
    }

    fn take_field(&mut self, field: Field<'s>) {
        match (field.label, field.value) {
            (Label::ResponsabileSettore | Label::ResponsabileUfficio, _) => self.take_head(field),
            (Label::Titolo, Some(titolo)) => self.parts.push(Part::Card(Box::new(Card::new(titolo)))),
            (_, None) => {}
            (label, Some(value)) => match self.parts.last_mut() {
                Some(Part::Card(card)) => card.take(label, value),
                _ => self.unread.push(value.span()),
            },
        }
    }

    fn take_head(&mut self, field: Field<'s>) {
        if !matches!(self.parts.last(), Some(Part::Heads(_))) {
            self.parts.push(Part::Heads(Heads::default()));
        }
        if let Some(Part::Heads(heads)) = self.parts.last_mut() {
            heads.take(field);
        }
    }
}

impl<'s> Heads<'s> {
    fn take(&mut self, field: Field<'s>) {
        if field.label == Label::ResponsabileUfficio {
            self.names_office = true;
            self.ufficio = field.value;
        } else {
            self.settore = field.value;
        }
        if let Some(value) = field.value {
            self.span = Some(self.span.map_or(value.span(), |span| span.to(value.span())));
        }
    }
}

impl<'s> Card<'s> {
    fn new(titolo: Inline<'s>) -> Self {
        Self {
            titolo,
            peso_indicatori: None,
            peso_fasi: None,
            descrizione: Vec::new(),
            strategico: None,
            operativo: None,
            persone: Vec::new(),
            fasi: Vec::new(),
            cronoprogramma: Vec::new(),
            indicatori: Vec::new(),
            span: titolo.span(),
        }
    }

    fn take(&mut self, label: Label, value: Inline<'s>) {
        self.span = self.span.to(value.span());
        match label {
            Label::PesoIndicatori => self.peso_indicatori = Some(value),
            Label::PesoFasi => self.peso_fasi = Some(value),
            Label::Descrizione => self.descrizione.push(value),
            Label::Strategico => self.strategico = Some(value),
            Label::Operativo => self.operativo = Some(value),
            Label::Titolo | Label::ResponsabileSettore | Label::ResponsabileUfficio => {}
        }
    }
}

/// The month (from 1) that each column of a chart stands for.
pub(super) fn months(header: &Header) -> Vec<Option<u32>> {
    header.columns.iter().map(|column| parse_month_name(column)).collect()
}
