//! The tables that every build publishes, with their columns: a contract, exact to the column.

mod catalogo;
mod comuni;
mod misura;
mod piano;
mod progetto;

use std::borrow::Cow;

use super::cell::Cell;
use super::table::{Column, Kind, Table};
use crate::graph::Graph;
use crate::model::Testo;
use crate::read::plain_text;

/// Every table, in the order in which a reader meets them.
pub const TABLES: [&dyn Table; 18] = [
    &comuni::DOCUMENTI,
    &comuni::ENTI,
    &catalogo::SCHEDE,
    &catalogo::CONTATTI,
    &catalogo::DISPONIBILITA,
    &catalogo::CALENDARIO,
    &piano::PIANI,
    &piano::UNITA,
    &piano::LINEE_STRATEGICHE,
    &piano::PROGETTI,
    &piano::OBIETTIVI,
    &misura::FASI,
    &misura::INDICATORI,
    &misura::ASSEGNAZIONI,
    &misura::BILANCIO,
    &progetto::PARTNER,
    &progetto::ATTIVITA,
    &progetto::SCADENZE,
];

/// The table with this name.
#[must_use]
pub fn table(name: &str) -> Option<&'static dyn Table> {
    TABLES.into_iter().find(|table| table.name() == name)
}

/// A column that every row has.
const fn required<T>(
    name: &'static str,
    kind: Kind,
    meaning: &'static str,
    value: for<'g> fn(&'g Graph, &'g T) -> Cell<'g>,
) -> Column<T> {
    Column {
        name,
        kind,
        required: true,
        meaning,
        value,
    }
}

/// A column that may be unknown.
const fn optional<T>(
    name: &'static str,
    kind: Kind,
    meaning: &'static str,
    value: for<'g> fn(&'g Graph, &'g T) -> Cell<'g>,
) -> Column<T> {
    Column {
        name,
        kind,
        required: false,
        meaning,
        value,
    }
}

/// A label that is one of the graph's own texts.
fn label(text: &Testo) -> Cow<'_, str> {
    Cow::Borrowed(text.as_str())
}

/// The cell of a Markdown text: its words.
fn prose(markdown: Option<&crate::model::Detto<Testo>>) -> Cell<'_> {
    markdown.map_or(Cell::Empty, |text| Cell::from(plain_text(text)))
}

#[cfg(test)]
mod tests;
