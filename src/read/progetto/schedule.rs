//! The schedule: a table without a header whose rows begin with an activity's code and hold its period in some column.

use super::activities::{Fonte, Mention, coded};
use super::reading::Reading;
use super::when;
use crate::model::{Detto, Giorno};
use crate::read::block::{Block, Row, Table};

/// Whether a block is a schedule.
pub(super) fn is(block: &Block<'_>) -> bool {
    block.table().is_some_and(is_schedule)
}

fn is_schedule(table: &Table<'_>) -> bool {
    let scheduled = table.rows.iter().filter(|row| mention(row).is_some()).count();
    scheduled >= 2 && scheduled * 2 > table.rows.len() && table.rows.iter().any(|row| period(row).is_some())
}

/// Takes a schedule. A row may leave its period open.
pub(super) fn take<'s>(reading: &mut Reading<'s>, block: &Block<'s>) -> bool {
    let Some(table) = block.table().filter(|table| is_schedule(table)) else {
        return false;
    };
    for row in &table.rows {
        match mention(row) {
            Some(mention) => reading.activities.push(mention),
            None => reading.unread(row.span),
        }
    }
    true
}

/// The activity of a row: its code and text, and a period or nothing else.
fn mention(row: &Row<'_>) -> Option<Mention> {
    let coded = coded(row.cells.first()?)?;
    let period = period(row);
    let said = row.filled().count();
    let understood = said == 1 + usize::from(period.is_some());
    understood.then(|| Mention::new(Fonte::Cronoprogramma, coded, row.span).lasting(period))
}

fn period(row: &Row<'_>) -> Option<Detto<(Giorno, Giorno)>> {
    row.cells.iter().skip(1).find_map(when::period)
}
