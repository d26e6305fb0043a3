use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::{Failure, Inspect, Output, address};
use crate::diag::Diagnostic;

/// Makes every output, looks at its bytes and throws them away: all that is wrong, and nothing on the disk.
///
/// # Errors
/// When `interrupted` is set meanwhile.
pub fn proof(
    outputs: &[Box<dyn Output + '_>],
    inspect: &Inspect<'_>,
    interrupted: &AtomicBool,
) -> Result<Vec<Diagnostic>, Failure> {
    let found: Vec<_> = outputs
        .par_iter()
        .map(|output| {
            if interrupted.load(Ordering::Relaxed) {
                return Err(Failure::Interrupted);
            }
            let made = output.bytes();
            Ok(made.map_or_else(|findings| findings, |bytes| inspect(output.as_ref(), &bytes)))
        })
        .collect::<Result<_, _>>()?;
    Ok(address::clashes(outputs)
        .into_iter()
        .chain(found.into_iter().flatten())
        .collect())
}
