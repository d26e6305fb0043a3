use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::sieve::{Drain, Sieve};
use super::sum::Summing;
use super::{Digest, Failure, Inspect, Made, Output, Sum, address};
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

/// What a file was made from and what it came to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mark {
    /// Digest of its job, if it has one.
    pub job: Option<Digest>,
    /// Sum of its bytes.
    pub bytes: Sum,
}

impl Mark {
    /// Makes a file, unless its job is that of `known`, looks at its bytes and keeps nothing of them but their digest.
    /// Long files are made piece by piece; `go_on` is asked between the pieces, where it may wait, and ends it by saying
    /// no.
    ///
    /// # Errors
    /// Why the file cannot be made, or what was found in its bytes.
    pub fn of(
        output: &dyn Output,
        known: Option<&Self>,
        inspect: &Inspect<'_>,
        go_on: &dyn Fn() -> bool,
    ) -> Result<Self, Vec<Diagnostic>> {
        let look = |bytes: &[u8]| inspect(output, bytes);
        match output.make(known.and_then(|known| known.job.as_ref()))? {
            Made::AsKnown => Ok(known.copied().unwrap_or_default()),
            Made::File { bytes, job } => clean(look(&bytes)).map(|()| Self {
                job,
                bytes: Sum::of(&bytes),
            }),
            Made::Pieces(write) => {
                let summing = Summing::default();
                let mut sieve = Sieve::new(&look, Weighing { summing, go_on });
                write(&mut sieve)?;
                let (weighed, found) = sieve.finish().map_err(|_| Vec::new())?;
                let bytes = weighed.summing.sum();
                clean(found).map(|()| Self { job: None, bytes })
            }
        }
    }
}

fn clean(found: Vec<Diagnostic>) -> Result<(), Vec<Diagnostic>> {
    if found.is_empty() { Ok(()) } else { Err(found) }
}

/// Takes the sum of pieces.
struct Weighing<'g> {
    summing: Summing,
    go_on: &'g dyn Fn() -> bool,
}

impl Drain for Weighing<'_> {
    fn take(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        if !(self.go_on)() {
            return Err(Failure::Interrupted);
        }
        self.summing.add(bytes);
        Ok(())
    }
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
