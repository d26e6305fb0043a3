//! Tables that the end of a page cut in two.

use crate::read::block::{Block, Kind, Table};

/// Joins a table without a header of its own to the table right above it, if `begins` knows that one by its header and
/// both have the same number of columns. A header printed again makes a table of its own, which needs no joining.
pub(super) fn join_tables<'s>(blocks: Vec<Block<'s>>, begins: impl Fn(&Block<'s>) -> bool) -> Vec<Block<'s>> {
    let mut joined: Vec<Block<'s>> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match joined.last_mut() {
            Some(above) if goes_on(above, &block) && begins(above) && !begins(&block) => append(above, block),
            _ => joined.push(block),
        }
    }
    joined
}

fn goes_on(above: &Block<'_>, below: &Block<'_>) -> bool {
    let columns = |table: &Table<'_>| table.first().map(|row| row.cells.len());
    above
        .table()
        .zip(below.table())
        .is_some_and(|(above, below)| columns(above) == columns(below))
}

fn append<'s>(above: &mut Block<'s>, below: Block<'s>) {
    above.span = above.span.to(below.span);
    if let (Kind::Table(table), Kind::Table(rest)) = (&mut above.kind, below.kind) {
        table.append(rest);
    }
}
