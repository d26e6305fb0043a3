use super::checks::{self, Rows};
use super::grid::{Grid, Row};
use crate::diag::register::tabella::{CELLA_CON_ERRORE, CELLA_VUOTA, NUMERO_IN_CODICE, QUOTA_AMBIGUA};
use crate::diag::{Diagnostic, Reported, Severity};
use crate::model::{
    Assegnazione, Attivita, Bozza, Bozze, Contatto, Detto, Disponibilita, Documento, Ente, Fase, Giorno, Indicatore,
    LineaStrategica, Monitoraggio, Obiettivo, Origine, Partner, Percentuale, Piano, Progetto, Riportata, Scadenza,
    Scheda, Slug, Testo, Unita, VoceBilancio, VoceCalendario,
};
use crate::read::as_markdown;
use crate::read::record::{Column, Holds, Record, Shape, Value};
use crate::source::Note;

/// The columns by which a table says where its rows were printed.
pub(super) const PROVENANCE: [&str; 3] = ["documento", "riga_inizio", "riga_fine"];

/// How many rows a title above a table may have.
const DEEPEST: usize = 20;

/// A table, whatever its rows are.
pub(super) struct Table {
    pub(super) name: &'static str,
    shape: fn() -> Shape,
    pub(super) columns: fn() -> Vec<&'static str>,
    required: &'static [&'static str],
    /// Reads every row of a grid into drafts.
    pub(super) read: fn(&Grid, &mut Reported<Bozze>),
}

const TABLES: [Table; 19] = [
    Table::of::<Documento<Bozza>>(),
    Table::of::<Ente<Bozza>>(),
    Table::of::<Scheda<Bozza>>(),
    Table::of::<Contatto<Bozza>>(),
    Table::of::<Disponibilita<Bozza>>(),
    Table::of::<VoceCalendario<Bozza>>(),
    Table::of::<Piano<Bozza>>(),
    Table::of::<Unita<Bozza>>(),
    Table::of::<LineaStrategica<Bozza>>(),
    Table::of::<Progetto<Bozza>>(),
    Table::of::<Obiettivo<Bozza>>(),
    Table::of::<Fase<Bozza>>(),
    Table::of::<Indicatore<Bozza>>(),
    Table::of::<Assegnazione<Bozza>>(),
    Table::of::<VoceBilancio<Bozza>>(),
    Table::of::<Partner<Bozza>>(),
    Table::of::<Attivita<Bozza>>(),
    Table::of::<Scadenza<Bozza>>(),
    Table::of::<Monitoraggio>(),
];

impl Table {
    const fn of<T: Record>() -> Self {
        Self {
            name: T::TABLE,
            shape: Shape::of::<T>,
            columns: || T::COLUMNS.iter().map(|column| column.name).collect(),
            required: T::REQUIRED,
            read: read::<T>,
        }
    }

    /// Whether a name in a header is one of its columns, or says where its rows were printed.
    pub(super) fn knows(&self, name: &str) -> bool {
        (self.columns)().contains(&name) || PROVENANCE.contains(&name)
    }

    /// How many names of a header are columns here.
    fn known(&self, header: &[Detto<Testo>]) -> usize {
        let columns = (self.columns)();
        header.iter().filter(|name| columns.contains(&name.as_str())).count()
    }

    /// How many columns a row must have that a header lacks.
    fn lacking(&self, header: &[Detto<Testo>]) -> usize {
        let given = |column: &&str| header.iter().any(|name| name.as_str() == *column);
        self.required.iter().filter(|column| !given(column)).count()
    }
}

/// What each table takes.
pub(super) fn shapes() -> Vec<Shape> {
    TABLES.iter().map(|table| (table.shape)()).collect()
}

/// The names of the tables that can be read.
pub(super) fn names() -> Vec<&'static str> {
    TABLES.iter().map(|table| table.name).collect()
}

/// The table that a header belongs to. The name of the file or sheet decides where it names a table that knows any of
/// the columns, so that a misspelt column makes no other table of it.
pub(super) fn told_by(name: &str, header: &[Detto<Testo>]) -> Option<&'static Table> {
    named(name)
        .filter(|table| table.known(header) > 0)
        .or_else(|| fitting(header))
}

/// The table that a sheet is: by its own name, or what `by_file` says, if that knows any of its columns; else the one
/// whose columns all these are. So a sheet of notes is no table.
pub(super) fn of_sheet(
    name: &str,
    by_file: impl FnOnce() -> Option<&'static Table>,
    header: &[Detto<Testo>],
) -> Option<&'static Table> {
    let named = named(name).or_else(by_file).filter(|table| table.known(header) > 0);
    named.or_else(|| fitting(header).filter(|_| is_header(header)))
}

/// The table that is called so.
pub(super) fn called(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.name == name)
}

/// The table that a name is, but for a year: `Fasi 2027`.
pub(super) fn exactly(name: &str) -> Option<&'static Table> {
    let slug = Slug::of(name);
    let words = slug
        .as_str()
        .split('-')
        .filter(|word| !word.bytes().all(|b| b.is_ascii_digit()));
    let words: Vec<&str> = words.collect();
    TABLES
        .iter()
        .find(|table| Slug::of(table.name).as_str() == words.join("-"))
}

/// The only table that a name like `Linee strategiche` or `fasi-2025` has in it.
pub(super) fn named(name: &str) -> Option<&'static Table> {
    let words = format!("-{}-", Slug::of(name));
    let mut named = TABLES.iter().filter(|table| {
        let table = Slug::of(table.name);
        words.contains(&format!("-{table}-"))
    });
    match (named.next(), named.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

/// The first row whose cells are names of columns, of the table that a name means or of any, with that table.
pub(super) fn header_below<'r>(
    name: &str,
    rows: impl Iterator<Item = &'r [Detto<Testo>]>,
) -> Option<(usize, &'static Table)> {
    let named = named(name);
    rows.take(DEEPEST).enumerate().find_map(|(at, cells)| {
        let cells: Vec<Detto<Testo>> = cells.iter().filter(|cell| !cell.is_empty()).cloned().collect();
        let by_name = named.filter(|table| table.known(&cells) > 1);
        let table = by_name.or_else(|| fitting(&cells).filter(|_| is_header(&cells)))?;
        Some((at, table))
    })
}

/// The table that knows most names of a header and lacks fewest that it must have; of several, the first in the order
/// of the open data.
fn fitting(header: &[Detto<Testo>]) -> Option<&'static Table> {
    let fit = |table: &&Table| (table.known(header), usize::MAX - table.lacking(header));
    TABLES
        .iter()
        .filter(|table| table.known(header) > 0)
        .rev()
        .max_by_key(fit)
}

/// Whether a header is one of a table, whole: two names at least, and every one known.
pub(super) fn is_header(header: &[Detto<Testo>]) -> bool {
    let carried = header.iter().filter(|name| PROVENANCE.contains(&name.as_str())).count();
    header.len() > 1 && fitting(header).is_some_and(|table| table.known(header) + carried == header.len())
}

/// The names of a header as columns are written, where they are only written otherwise: `Titolo`, `Valore atteso`. They
/// are not taken for columns all the same: a list of people that begins so is no table that somebody wants published.
pub(super) fn as_columns(header: &[Detto<Testo>]) -> Option<Vec<String>> {
    let columns = header.iter().map(|name| Slug::of(name).as_str().replace('-', "_"));
    let columns: Vec<String> = columns.collect();
    let written = header.iter().zip(&columns);
    let written: Vec<Detto<Testo>> = written
        .map(|(name, column)| Detto::new(column.as_str().into(), name.span))
        .collect();
    is_header(&written).then_some(columns)
}

fn read<T: Record>(grid: &Grid, out: &mut Reported<Bozze>) {
    out.problems.extend(checks::of_shape::<T>(grid));
    let mut rows = Rows::of(grid);
    for row in &grid.rows {
        if let Some(why) = rows.refuse::<T>(row) {
            out.problems.push(why);
            continue;
        }
        out.problems.extend(rows.loose::<T>(row));
        let record = record::<T>(grid, row, &mut out.problems);
        T::list(&mut out.value).push(record);
    }
}

fn record<T: Record>(grid: &Grid, row: &Row, problems: &mut Vec<Diagnostic>) -> T {
    let mut record = T::blank(Origine::di_tabella(row.span, carried(grid, row)));
    for column in T::COLUMNS {
        let Some(written) = cell(grid, row, column.name) else {
            continue;
        };
        if let Some(doubt) = doubt(grid, column, written) {
            let failed = doubt.severity == Severity::Error;
            problems.push(doubt);
            if failed {
                continue;
            }
        }
        if let Err(rejection) = (column.set)(&mut record, said(column, written, grid.note(written))) {
            problems.push(rejection.finding(column.name, written));
        }
    }
    let empty = |column: &&&str| grid.has(column) && cell(grid, row, column).is_none();
    for column in T::REQUIRED.iter().filter(empty) {
        let empty = Diagnostic::new(&CELLA_VUOTA).at(row.span).with("colonna", column);
        problems.push(empty.with("tabella", T::TABLE));
    }
    record
}

/// What makes it doubtful that a cell of a spreadsheet says what its words say.
fn doubt<T>(grid: &Grid, column: &Column<T>, written: &Detto<Testo>) -> Option<Diagnostic> {
    let of = |code| {
        let finding = Diagnostic::new(code).at(written.span).with("valore", &written.value);
        finding.with("colonna", column.name)
    };
    match (grid.note(written)?, column.holds) {
        (Note::Failed, _) => Some(of(&CELLA_CON_ERRORE)),
        (Note::Unshown, Holds::Code | Holds::Several) => Some(of(&NUMERO_IN_CODICE)),
        (_, Holds::Share) => {
            let share = Percentuale::parse(&written.value).unwrap_or_default();
            let cento = ecow::eco_format!("{}", Percentuale(share.0.saturating_mul(100)));
            let both = (1..=100).contains(&share.0);
            let cento = cento.trim_end_matches('0').trim_end_matches('.').replace('.', ",");
            both.then(|| of(&QUOTA_AMBIGUA).with("cento", cento))
        }
        _ => None,
    }
}

/// What a cell says to its column: in a table no character of running text is a mark, and a day is as a sheet shows it.
fn said<T>(column: &Column<T>, written: &Detto<Testo>, note: Option<Note>) -> Detto<Testo> {
    let day = || written.parse::<Giorno>().ok().filter(|_| note == Some(Note::Day));
    if let Some(day) = day() {
        return Detto::new(ecow::eco_format!("{}", day.format("%d/%m/%Y")), written.span);
    }
    match column.holds {
        Holds::Prose => Detto::new(as_markdown(written).into(), written.span),
        Holds::Text | Holds::Several | Holds::Code | Holds::Share => written.clone(),
    }
}

/// The cell of a row below a name; nothing for an empty one.
pub(super) fn cell<'g>(grid: &Grid, row: &'g Row, name: &str) -> Option<&'g Detto<Testo>> {
    let at = grid.header.iter().position(|header| header.as_str() == name)?;
    row.cells.get(at).filter(|cell| !cell.is_empty())
}

/// The address that a row carries along.
fn carried(grid: &Grid, row: &Row) -> Option<Riportata> {
    let [documento, first, last] = PROVENANCE.map(|name| cell(grid, row, name));
    Some(Riportata {
        documento: documento?.value.clone(),
        riga_inizio: first?.parse().ok()?,
        riga_fine: last?.parse().ok()?,
    })
}
