//! What is wrong with the shape of a table: its columns, the width of its rows, rows that are none.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::grid::{Grid, Row};
use super::tables::{PROVENANCE, cell};
use crate::diag::register::matter::COLONNA_IGNOTA;
use crate::diag::register::righe::{
    CELLA_IN_PIU, COLONNA_MANCANTE, RIGA_CORTA, RIGA_DI_TOTALE, RIGA_DOPPIA, RIGA_SENZA_LEGAME, VIRGOLETTE_APERTE,
};
use crate::diag::{Diagnostic, nearest};
use crate::model::{Detto, Testo};
use crate::read::record::Record;
use crate::source::Span;

/// Whether a table was published by vetrina: its rows say where they were printed, and stand as they were read.
pub(super) fn is_published(grid: &Grid) -> bool {
    PROVENANCE.iter().all(|name| grid.has(name))
}

/// What is wrong with the header, and with the marks between the cells.
pub(super) fn of_shape<T: Record>(grid: &Grid) -> Vec<Diagnostic> {
    let mut found = unknown_columns::<T>(grid);
    found.extend(missing_columns::<T>(grid));
    found.extend(
        grid.unclosed
            .iter()
            .map(|quote| Diagnostic::new(&VIRGOLETTE_APERTE).at(*quote)),
    );
    if grid.is_text() {
        found.extend(grid.rows.iter().filter_map(|row| ragged(grid, row)));
    }
    found
}

fn unknown_columns<T: Record>(grid: &Grid) -> Vec<Diagnostic> {
    let finding = |name: &Detto<Testo>| {
        let unknown = Diagnostic::new(&COLONNA_IGNOTA)
            .at(name.span)
            .with("chiave", &name.value);
        let unknown = unknown.with("tabella", T::TABLE).with("vicine", meant::<T>(name));
        unknown.with("colonne", T::names())
    };
    unknown_names::<T>(grid).map(finding).collect()
}

/// The names in a header that are no columns of the table.
fn unknown_names<T: Record>(grid: &Grid) -> impl Iterator<Item = &Detto<Testo>> {
    let known = |name: &str| name.is_empty() || T::column(name).is_some() || PROVENANCE.contains(&name);
    grid.header.iter().filter(move |name| !known(name))
}

/// The columns that a name which is none may mean.
fn meant<T: Record>(name: &str) -> String {
    nearest(name, T::COLUMNS.iter().map(|column| column.name))
}

/// The columns that every row needs and the header lacks; not one that a misspelt name means.
fn missing_columns<T: Record>(grid: &Grid) -> Vec<Diagnostic> {
    let misspelt = |column: &str| unknown_names::<T>(grid).any(|name| meant::<T>(name) == column);
    let required = T::REQUIRED.iter().filter(|column| !grid.has(column));
    let required = required
        .filter(|column| !misspelt(column))
        .map(|column| (*column).to_owned());
    let belongs = T::BELONGS
        .first()
        .filter(|_| group::<T>(grid).is_none() && !is_published(grid));
    let belongs = belongs.filter(|group| !group.iter().any(|column| misspelt(column)));
    let belongs = belongs.map(|group| group.join("» o «"));
    let missing = required.chain(belongs).map(|column| {
        let missing = Diagnostic::new(&COLONNA_MANCANTE).at(grid.head());
        missing.with("tabella", T::TABLE).with("colonna", column)
    });
    missing.collect()
}

/// The columns one of which a row has to fill, of those that the table has.
fn group<T: Record>(grid: &Grid) -> Option<&'static [&'static str]> {
    let has = |group: &&&[&str]| group.iter().any(|column| grid.has(column));
    T::BELONGS.iter().find(has).copied()
}

/// A row of another width than the header.
fn ragged(grid: &Grid, row: &Row) -> Option<Diagnostic> {
    let named = |at: usize| grid.header.get(at).is_some_and(|name| !name.is_empty());
    let mut cells = row.cells.iter().enumerate();
    if let Some((_, beside)) = cells.find(|(at, cell)| !cell.is_empty() && !named(*at)) {
        return Some(Diagnostic::new(&CELLA_IN_PIU).at(beside.span));
    }
    let short = row.cells.len() < grid.width();
    short.then(|| {
        let finding = Diagnostic::new(&RIGA_CORTA).at(row.span);
        finding.with("celle", row.cells.len()).with("colonne", grid.width())
    })
}

/// The rows that are none, row by row.
pub(super) struct Rows<'g> {
    grid: &'g Grid,
    seen: HashMap<Vec<&'g str>, Span>,
}

impl<'g> Rows<'g> {
    pub(super) fn of(grid: &'g Grid) -> Self {
        Self {
            grid,
            seen: HashMap::new(),
        }
    }

    /// Why a row is not read, if it is not.
    pub(super) fn refuse<T: Record>(&mut self, row: &'g Row) -> Option<Diagnostic> {
        if is_published(self.grid) {
            return None;
        }
        total::<T>(self.grid, row).or_else(|| self.double::<T>(row))
    }

    /// What a row does not say of where it belongs, if its table has a column for it.
    pub(super) fn loose<T: Record>(&self, row: &Row) -> Option<Diagnostic> {
        let group = group::<T>(self.grid).filter(|_| !is_published(self.grid))?;
        let given = group.iter().copied().filter(|column| self.grid.has(column));
        let given: Vec<&str> = given.collect();
        let loose = given.iter().all(|column| cell(self.grid, row, column).is_none());
        loose.then(|| {
            let finding = Diagnostic::new(&RIGA_SENZA_LEGAME)
                .at(row.span)
                .with("tabella", T::TABLE);
            finding.with("colonna", given.join("» o «"))
        })
    }

    /// A row that no column tells from one above.
    fn double<T: Record>(&mut self, row: &'g Row) -> Option<Diagnostic> {
        let column = T::APART.first()?;
        let code = cell(self.grid, row, column)?;
        let of = |name: &&str| cell(self.grid, row, name).map_or("", |cell| cell.as_str());
        match self.seen.entry(T::APART.iter().map(of).collect()) {
            Entry::Vacant(free) => {
                free.insert(code.span);
                None
            }
            Entry::Occupied(first) => {
                let double = Diagnostic::new(&RIGA_DOPPIA).at(code.span).and(*first.get());
                let double = double.with("tabella", T::TABLE).with("colonna", column);
                Some(double.with("valore", &code.value))
            }
        }
    }
}

/// A row that begins with `Totale` and lacks what every row has.
fn total<T: Record>(grid: &Grid, row: &Row) -> Option<Diagnostic> {
    let first = row.cells.iter().find(|cell| !cell.is_empty())?;
    let says_so = first.trim().to_lowercase().starts_with("total");
    let lacks = |columns: &[&str]| columns.iter().any(|column| cell(grid, row, column).is_none());
    let nothing = |columns: &[&str]| columns.iter().all(|column| cell(grid, row, column).is_none());
    let lacking = lacks(T::REQUIRED) || group::<T>(grid).is_some_and(nothing);
    (says_so && lacking).then(|| {
        Diagnostic::new(&RIGA_DI_TOTALE)
            .at(first.span)
            .with("tabella", T::TABLE)
    })
}
