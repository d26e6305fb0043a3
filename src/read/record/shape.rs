use super::{Holds, Record};

/// What a table takes, whatever its rows are: for whoever explains a table before there is a row.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Name of the table.
    pub table: &'static str,
    /// Columns without which a row makes no sense.
    pub required: &'static [&'static str],
    /// Groups of columns of which a row in a table fills one, that of the first group that the table has.
    pub belongs: &'static [&'static [&'static str]],
    columns: fn() -> Vec<(&'static str, bool)>,
    left_out: &'static [&'static str],
}

impl Shape {
    /// The shape of a record's table.
    #[must_use]
    pub fn of<T: Record>() -> Self {
        Self {
            table: T::TABLE,
            required: T::REQUIRED,
            belongs: T::BELONGS,
            columns: || {
                let columns = T::COLUMNS.iter();
                columns
                    .map(|column| (column.name, column.holds == Holds::Several))
                    .collect()
            },
            left_out: &[],
        }
    }

    /// The shape without some columns, where a row makes no sense without some others.
    #[must_use]
    pub fn without(self, left_out: &'static [&'static str], required: &'static [&'static str]) -> Self {
        Self {
            left_out,
            required,
            ..self
        }
    }

    /// Its columns, each with whether it holds several texts.
    #[must_use]
    pub fn columns(&self) -> Vec<(&'static str, bool)> {
        let mut columns = (self.columns)();
        columns.retain(|(name, _)| !self.left_out.contains(name));
        columns
    }
}
