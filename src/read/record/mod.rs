//! One record of an open-data table, column by column: the one way in which a fact is read from a text by the name of
//! its column. Front matter, tables given as a source and editors' corrections all go through here, so a column means
//! the same wherever it is written.

mod catalogo;
mod comuni;
mod misura;
mod piano;
mod progetto;
mod shape;
mod slot;

pub use shape::Shape;
pub use slot::{Rejection, Slot, Step, Value};

use crate::diag::{Diagnostic, nearest};
use crate::model::{Bozze, Detto, Origine, Testo};

/// A noun whose drafts are rows of a table.
pub trait Record: Sized + 'static {
    /// Name of the table.
    const TABLE: &'static str;

    /// Columns without which a row makes no sense. Columns that say what a row belongs to are not among them: they
    /// may follow from where the row is written.
    const REQUIRED: &'static [&'static str];

    /// What a row of a table belongs to: it fills one column of the first group that the table has one of. Elsewhere
    /// that follows from where the row is written.
    const BELONGS: &'static [&'static [&'static str]] = &[];

    /// Columns that together tell the rows of a table apart, if the first of them is filled.
    const APART: &'static [&'static str] = &[];

    /// The columns that are read, in the order in which they are set: a later one may refine what an earlier one said.
    const COLUMNS: &'static [Column<Self>];

    /// A row that says nothing yet.
    fn blank(origine: Origine) -> Self;

    /// The list of a draft that such rows stand in.
    fn list(bozze: &mut Bozze) -> &mut Vec<Self>;

    /// The names of its columns, as a text.
    #[must_use]
    fn names() -> String {
        let names: Vec<&str> = Self::COLUMNS.iter().map(|column| column.name).collect();
        names.join(", ")
    }

    /// The column with this name.
    #[must_use]
    fn column(name: &str) -> Option<&'static Column<Self>> {
        Self::COLUMNS.iter().find(|column| column.name == name)
    }

    /// Sets one field from what is written in a column.
    ///
    /// # Errors
    /// The finding for a column that the table does not have, or a text that the column cannot take.
    fn set(&mut self, column: &Detto<Testo>, said: Detto<Testo>) -> Result<(), Box<Diagnostic>> {
        let Some(found) = Self::column(column) else {
            let unknown = Diagnostic::new(&crate::diag::register::matter::COLONNA_IGNOTA).at(column.span);
            let known = Self::COLUMNS.iter().map(|column| column.name);
            let unknown = unknown.with("chiave", &column.value).with("tabella", Self::TABLE);
            let unknown = unknown.with("colonne", Self::names());
            return Err(Box::new(unknown.with("vicine", nearest(column, known))));
        };
        let text = said.clone();
        (found.set)(self, said).map_err(|rejection| Box::new(rejection.finding(found.name, &text)))
    }
}

/// A column of a table, on the way in.
#[derive(Debug)]
pub struct Column<T> {
    /// Name, as in the header row.
    pub name: &'static str,
    /// What kind of text it holds.
    pub holds: Holds,
    /// Sets the field from what is written.
    pub set: fn(&mut T, Detto<Testo>) -> Step,
}

/// What kind of text a column holds, as far as it matters to whoever writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// One text, or what is read from one.
    Text,
    /// Several texts, joined with `; `.
    Several,
    /// Running text: Markdown in front matter, its words alone in a table.
    Prose,
    /// A code, whose zeros count.
    Code,
    /// A share in per cent.
    Share,
}

/// The columns of a record: a name alone is the field of that name, a closure sets anything else. A word between says
/// what the column holds, if not just a text.
macro_rules! columns {
    (@one $field:ident) => {
        $crate::read::record::columns!(@one $field Text)
    };
    (@one $field:ident $holds:ident) => {
        $crate::read::record::Column {
            name: stringify!($field),
            holds: $crate::read::record::Holds::$holds,
            set: |record, said| $crate::read::record::Slot::put(&mut record.$field, said),
        }
    };
    (@one $name:literal $set:expr) => {
        $crate::read::record::columns!(@one $name Text $set)
    };
    (@one $name:literal $holds:ident $set:expr) => {
        $crate::read::record::Column { name: $name, holds: $crate::read::record::Holds::$holds, set: $set }
    };
    ($($name:tt $($holds:ident)? $(=> $set:expr)?),+ $(,)?) => {
        &[$($crate::read::record::columns!(@one $name $($holds)? $($set)?)),+]
    };
}
pub(crate) use columns;

#[cfg(test)]
mod tests;
