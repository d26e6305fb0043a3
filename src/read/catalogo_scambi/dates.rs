use crate::diag::Diagnostic;
use crate::diag::register::catalogo::DATA_IMPOSSIBILE;
use crate::model::{Bozza, Detto, Disponibilita, Origine, Riferimento, Testo};
use crate::read::block::{Block, Inline, Kind};
use crate::read::cell::date::{Doubt, Quando};
use crate::read::cell::parse_dates;
use crate::source::Span;

/// What the part `Date disponibili` of one card says.
#[derive(Default)]
pub(super) struct Found {
    pub(super) rows: Vec<Disponibilita<Bozza>>,
    pub(super) problems: Vec<Diagnostic>,
    pub(super) unread: Vec<Span>,
}

/// Reads the dates of a card. Each printed line is a group; a bold line or one that ends with a colon stands over the
/// line that follows; any other line without a date goes on with the line before it.
pub(super) fn read(blocks: &[&Block<'_>], scheda: u32, year: Option<i32>) -> Found {
    let mut groups: Vec<Line> = Vec::new();
    let mut found = Found::default();
    let mut caption: Option<Line> = None;
    for line in blocks.iter().flat_map(|block| printed_lines(block)) {
        let dates = parse_dates(&line.text, year);
        if !dates.found.is_empty() || !dates.doubts.is_empty() {
            groups.push(line.under(caption.take(), dates.found, dates.doubts));
        } else if line.is_caption {
            found.unread.extend(caption.replace(line).map(|older| older.span));
        } else if let Some(group) = groups.last_mut() {
            group.go_on(&line);
        } else {
            found.unread.push(line.span);
        }
    }
    found.unread.extend(caption.map(|line| line.span));
    for (at, group) in groups.into_iter().enumerate() {
        group.into_rows(scheda, at as u32 + 1, &mut found);
    }
    found
}

/// A printed line, with the dates that it offers.
struct Line {
    text: String,
    span: Span,
    is_caption: bool,
    dates: Vec<Quando>,
    doubts: Vec<Doubt>,
}

impl Line {
    fn new(text: String, span: Span, is_bold: bool) -> Self {
        Self {
            is_caption: is_bold || text.ends_with(':'),
            text,
            span,
            dates: Vec::new(),
            doubts: Vec::new(),
        }
    }

    fn under(self, caption: Option<Line>, dates: Vec<Quando>, doubts: Vec<Doubt>) -> Self {
        let (text, span) = match caption {
            Some(caption) => (format!("{} {}", caption.text, self.text), caption.span.to(self.span)),
            None => (self.text, self.span),
        };
        Self {
            text,
            span,
            is_caption: false,
            dates,
            doubts,
        }
    }

    fn go_on(&mut self, next: &Line) {
        self.text.push(' ');
        self.text.push_str(&next.text);
        self.span = self.span.to(next.span);
    }

    fn into_rows(self, scheda: u32, gruppo: u32, found: &mut Found) {
        let testo = Detto::new(Testo::from(self.text), self.span);
        if !self.doubts.is_empty() {
            let problem = Diagnostic::new(&DATA_IMPOSSIBILE).at(self.span);
            found.problems.push(problem.with("testo", &*testo));
        }
        found.rows.extend(self.dates.into_iter().map(|date| Disponibilita {
            scheda: Riferimento::Locale(scheda),
            gruppo,
            tipo: date.tipo,
            inizio: date.periodo.inizio,
            fine: date.periodo.fine,
            stato: date.stato,
            testo: testo.clone(),
            origine: Origine::letta(self.span),
        }));
    }
}

/// The lines of a block: those of a paragraph or item, the rows of a table. The form's own `Calendario1` is left out.
fn printed_lines(block: &Block<'_>) -> Vec<Line> {
    match &block.kind {
        Kind::Table(table) => {
            let rows = table.rows.iter().map(|row| {
                let cells: Vec<&Inline<'_>> = row.filled().collect();
                let skipped = usize::from(cells.len() > 1 && cells.first().is_some_and(|cell| is_slot(&cell.text())));
                let words: Vec<String> = cells[skipped..].iter().map(|cell| cell.text()).collect();
                Line::new(without_slot(&words.join(" ")).to_owned(), row.span, false)
            });
            rows.collect()
        }
        _ => block
            .lines()
            .iter()
            .filter(|line| line.raw().contains(char::is_alphanumeric))
            .map(of_inline)
            .collect(),
    }
}

fn of_inline(line: &Inline<'_>) -> Line {
    let text = line.text();
    Line::new(without_slot(&text).to_owned(), line.span(), line.is_bold())
}

/// Whether a cell is only the form's `Calendario 1`.
fn is_slot(text: &str) -> bool {
    without_slot(text).is_empty()
}

/// A line without the form's `Calendario1:` in front.
fn without_slot(text: &str) -> &str {
    const SLOT: &str = "calendario";
    let begins = text
        .get(..SLOT.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(SLOT));
    if !begins {
        return text;
    }
    let rest = text[SLOT.len()..].trim_start();
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    digits.trim_start_matches([':', '.', ' '])
}
