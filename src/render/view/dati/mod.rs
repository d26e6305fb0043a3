//! The open data: every table with its dictionary, a preview and its files.

mod elenco;
mod tabella;

pub use elenco::{DatiView, TabellaBreve, elenco};
pub use tabella::{Colonna, TabellaView, tabella};

use crate::export::Table;

/// Address of the page of a table.
#[must_use]
pub fn address(table: &dyn Table) -> String {
    format!("/dati/{}/", table.name())
}
