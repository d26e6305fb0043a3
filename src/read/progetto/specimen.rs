//! Specimen forms: pictures of a sheet to be filled in. Whoever stands in one is an example, not a person of the project.

use super::reading::Reading;
use crate::diag::Diagnostic;
use crate::diag::register::progetto::MODULO_DI_ESEMPIO;
use crate::read::block::Block;

/// Takes a table that tells the reader to fill it in.
pub(super) fn take<'s>(reading: &mut Reading<'s>, block: &Block<'s>) -> bool {
    let Some(table) = block.table() else { return false };
    let to_fill_in = table.rows.iter().flat_map(|row| &row.cells).any(|cell| {
        let text = cell.text().to_lowercase();
        text.starts_with("compilare") || text.starts_with("da compilare")
    });
    if to_fill_in {
        reading
            .problems
            .push(Diagnostic::new(&MODULO_DI_ESEMPIO).at(block.span));
    }
    to_fill_in
}
