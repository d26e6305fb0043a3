use crate::model::{Bozza, Detto, Giorno, Origine, Riferimento, Stato, Testo, VoceCalendario};
use crate::read::block::{Block, Inline, Kind, Row, Table};
use crate::read::cell::parse_month_name;
use crate::read::opened_by;
use crate::source::Span;

/// Reads the month grids with their legends: a row for each label of each cell, and for each note that a month refers
/// to. Labels stand as printed; which card each means is told when the graph is linked.
pub(super) fn read(blocks: &[&Block<'_>], year: Option<i32>, unread: &mut Vec<Span>) -> Vec<VoceCalendario<Bozza>> {
    let mut rows = Vec::new();
    let mut at = 0;
    while at < blocks.len() {
        let legend = blocks[at + 1..]
            .iter()
            .position(|block| is_grid(block))
            .map_or(blocks.len(), |next| at + 1 + next);
        match (blocks[at].table().filter(|_| is_grid(blocks[at])), year) {
            (Some(table), Some(year)) => read_grid(table, &blocks[at + 1..legend], year, &mut rows, unread),
            _ => unread.extend(blocks[at..legend].iter().map(|block| block.span)),
        }
        at = legend;
    }
    rows
}

/// Whether a block is a month grid: its first row counts the days.
pub(super) fn is_grid(block: &Block<'_>) -> bool {
    let header = block.table().and_then(|table| table.first());
    header.is_some_and(|row| {
        let days: Vec<String> = row.filled().map(Inline::text).collect();
        days.len() >= 28 && days.iter().enumerate().all(|(at, day)| *day == (at + 1).to_string())
    })
}

fn read_grid(
    table: &Table<'_>,
    legend: &[&Block<'_>],
    year: i32,
    rows: &mut Vec<VoceCalendario<Bozza>>,
    unread: &mut Vec<Span>,
) {
    let notes = notes(legend, unread);
    for row in table.rows.iter().skip(1) {
        match month(row, year) {
            Some(mese) => read_month(row, mese, &notes, rows),
            None => unread.push(row.span),
        }
    }
}

/// The first day of the month that a row is for: `OTTOBRE (*) (**)`.
fn month(row: &Row<'_>, year: i32) -> Option<Giorno> {
    let title = row.text(0);
    let month = parse_month_name(title.split_whitespace().next()?)?;
    Giorno::from_ymd_opt(year, month, 1)
}

fn read_month(row: &Row<'_>, mese: Giorno, notes: &[Note<'_>], rows: &mut Vec<VoceCalendario<Bozza>>) {
    let title = row.text(0);
    for (column, cell) in row.cells.iter().enumerate().skip(1) {
        for label in labels(cell) {
            let text = label.text();
            let note = notes.iter().find(|note| note.mark == text);
            rows.push(VoceCalendario {
                mese,
                colonna: u32::try_from(column).ok(),
                data: None,
                scheda: Some(Riferimento::scritto(
                    note.map_or_else(|| label.said(), |note| note.subject.clone()),
                )),
                intese: Vec::new(),
                etichetta: label.said(),
                stato: note.map(|_| Stato::DaConfermare),
                origine: Origine::letta(label.span()),
            });
        }
    }
    let in_row =
        |note: &&Note<'_>| title.contains(&note.mark) || row.cells.iter().skip(1).any(|cell| cell.text() == note.mark);
    rows.extend(notes.iter().filter(in_row).map(|note| note.row(mese)));
}

/// The labels of a cell, parted by `;`.
fn labels<'s>(cell: &Inline<'s>) -> Vec<Inline<'s>> {
    let raw = cell.raw();
    let ends = raw.match_indices(';').map(|(at, _)| at).chain([raw.len()]);
    let mut from = 0;
    ends.map(|end| {
        let part = cell.part(from, end);
        from = (end + 1).min(raw.len());
        part
    })
    .filter(|label| !label.is_empty())
    .collect()
}

/// A note of a legend: `(*) Borgo: Governance data da fissare`, `? Borgo: Reti seconda giornata da fissare`.
struct Note<'s> {
    mark: String,
    /// What it is about: the words before it says that a day is still open.
    subject: Detto<Testo>,
    lines: Vec<Inline<'s>>,
}

impl Note<'_> {
    fn row(&self, mese: Giorno) -> VoceCalendario<Bozza> {
        let words: Vec<String> = self.lines.iter().map(Inline::text).collect();
        let span = self
            .lines
            .iter()
            .map(Inline::span)
            .reduce(Span::to)
            .unwrap_or(self.subject.span);
        VoceCalendario {
            mese,
            colonna: None,
            data: None,
            etichetta: Detto::new(Testo::from(words.join(" ")), span),
            scheda: Some(Riferimento::scritto(self.subject.clone())),
            intese: Vec::new(),
            stato: Some(Stato::DaConfermare),
            origine: Origine::letta(span),
        }
    }
}

/// The notes of a legend. What only explains a colour, which text cannot hold, says nothing; the rest is unread.
fn notes<'s>(legend: &[&Block<'s>], unread: &mut Vec<Span>) -> Vec<Note<'s>> {
    let mut notes: Vec<Note<'s>> = Vec::new();
    for entry in legend.iter().flat_map(|block| entries(block)) {
        let words = entry.iter().map(Inline::text).collect::<Vec<_>>().join(" ");
        match entry.first().and_then(mark) {
            Some((mark, first)) => notes.push(note(mark, first, &entry[1..])),
            None if explains_colour(&words) => {}
            None => unread.extend(entry.iter().map(Inline::span)),
        }
    }
    notes
}

/// The entries of a legend's block: the filled cells of a table, or stretches of lines that each begin with a mark.
fn entries<'s>(block: &Block<'s>) -> Vec<Vec<Inline<'s>>> {
    if let Kind::Table(table) = &block.kind {
        return table
            .rows
            .iter()
            .flat_map(Row::filled)
            .map(|cell| vec![*cell])
            .collect();
    }
    let mut entries: Vec<Vec<Inline<'s>>> = Vec::new();
    for line in block.lines() {
        match entries.last_mut() {
            Some(entry) if mark(line).is_none() => entry.push(*line),
            _ => entries.push(vec![*line]),
        }
    }
    entries
}

/// `date già fissate`, `date alternative da confermare`.
fn explains_colour(words: &str) -> bool {
    let words = words.trim_matches('*').to_lowercase();
    words.starts_with("date ")
        && ["fissat", "alternativ", "conferma"]
            .iter()
            .any(|stem| words.contains(stem))
}

/// The mark that a line begins with (`?`, `(*)`), and the rest of the line.
fn mark<'s>(line: &Inline<'s>) -> Option<(String, Inline<'s>)> {
    let raw = line.raw();
    let length = if raw.starts_with('?') {
        1
    } else {
        let inside = raw.strip_prefix('(')?;
        let close = inside.find(')')?;
        let stars = inside[..close]
            .chars()
            .all(|c| c == '*' || c == '\\' || c.is_ascii_digit());
        (stars && close > 0).then_some(close + 2)?
    };
    Some((raw[..length].replace('\\', ""), line.part(length, raw.len())))
}

fn note<'s>(mark: String, first: Inline<'s>, rest: &[Inline<'s>]) -> Note<'s> {
    let subject = subject(&first);
    Note {
        mark,
        subject: subject.said(),
        lines: std::iter::once(first).chain(rest.iter().copied()).collect(),
    }
}

/// A note's line up to the words that say what is still open.
fn subject<'s>(line: &Inline<'s>) -> Inline<'s> {
    const OPEN: [&str; 6] = [
        "data da ",
        "date da ",
        "da fissare",
        "da confermare",
        "prima giornata",
        "seconda giornata",
    ];
    let raw = line.raw();
    let blanks = raw.char_indices().filter(|(_, c)| c.is_whitespace());
    let mut behind = blanks.map(|(at, c)| at + c.len_utf8());
    let end = behind.find(|at| OPEN.iter().any(|words| opened_by(&raw[*at..], words).is_some()));
    line.part(0, end.unwrap_or(raw.len()))
}
