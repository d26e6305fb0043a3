use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::sieve::{Drain, Sieve};
use super::{Failure, Inspect, Made, Output, address};
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
            Ok(looked_at(output.as_ref(), inspect).unwrap_or_else(|findings| findings))
        })
        .collect::<Result<_, _>>()?;
    Ok(address::clashes(outputs)
        .into_iter()
        .chain(found.into_iter().flatten())
        .collect())
}

/// Nowhere.
struct Away;

impl Drain for Away {
    fn take(&mut self, _: &[u8]) -> Result<(), Failure> {
        Ok(())
    }
}

fn looked_at(output: &dyn Output, inspect: &Inspect<'_>) -> Result<Vec<Diagnostic>, Vec<Diagnostic>> {
    let look = |bytes: &[u8]| inspect(output, bytes);
    match output.make(None)? {
        Made::AsKnown => Ok(Vec::new()),
        Made::File { bytes, .. } => Ok(look(&bytes)),
        Made::Pieces(write) => {
            let mut sieve = Sieve::new(&look, Away);
            write(&mut sieve)?;
            Ok(sieve.finish().map_or_else(|_| Vec::new(), |(_, found)| found))
        }
    }
}
