//! Long files are made in stretches, side by side, and written in order.

use std::io::Write;

use anyhow::Result;
use rayon::prelude::*;

/// How many items are made in one go.
const STRETCH: usize = 256;

/// How many such stretches are made side by side before they are written.
const TOGETHER: usize = 8;

/// Writes what `make` makes of some items after the others, in their order; where there are many, stretches of them are
/// made side by side. Most items have fewer bytes than `size`.
///
/// # Errors
/// Those of `make`, and when `out` refuses bytes.
pub(super) fn in_order<T: Send + Sync>(
    items: impl Iterator<Item = T>,
    size: usize,
    out: &mut dyn Write,
    make: impl Fn(&[T], &mut Vec<u8>) -> Result<()> + Sync,
) -> Result<()> {
    let made = |items: &[T]| -> Result<Vec<u8>> {
        let mut piece = Vec::with_capacity(items.len() * size);
        make(items, &mut piece)?;
        Ok(piece)
    };
    let mut items = items;
    loop {
        let some: Vec<T> = items.by_ref().take(STRETCH * TOGETHER).collect();
        match some.len() {
            0 => return Ok(()),
            1..=STRETCH => out.write_all(&made(&some)?)?,
            _ => {
                let stretches: Result<Vec<_>> = some.par_chunks(STRETCH).map(made).collect();
                stretches?.iter().try_for_each(|piece| out.write_all(piece))?;
            }
        }
    }
}
