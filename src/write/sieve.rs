use std::io;

use super::Failure;
use crate::diag::Diagnostic;

/// How many bytes are looked at in one go, at least.
const PIECE: usize = 256 * 1024;

/// What comes in pieces of at least so many bytes is not copied first.
const LONG: usize = 64 * 1024;

/// Most files have fewer bytes.
const USUAL: usize = 8 * 1024;

/// How many bytes are looked at again with those that follow them: more than any withheld value is long.
const OVERLAP: usize = 4 * 1024;

/// Where the bytes of a file go once they have been looked at.
pub(super) trait Drain {
    /// Takes the bytes that follow those it had.
    fn take(&mut self, bytes: &[u8]) -> Result<(), Failure>;
}

/// Lets a file through piece by piece, so that it is never whole in memory, and looks at every byte. A piece ends with
/// a line, since what is looked for stands in one; one that runs on into the next is found with the overlap.
pub(super) struct Sieve<'s, D> {
    inspect: &'s dyn Fn(&[u8]) -> Vec<Diagnostic>,
    drain: D,
    /// Bytes that passed and are looked at once more, then those that have not passed.
    waiting: Vec<u8>,
    /// How many of them have passed.
    passed: usize,
    found: Vec<Diagnostic>,
    failure: Option<Failure>,
}

impl<'s, D: Drain> Sieve<'s, D> {
    pub(super) fn new(inspect: &'s dyn Fn(&[u8]) -> Vec<Diagnostic>, drain: D) -> Self {
        Self {
            inspect,
            drain,
            waiting: Vec::with_capacity(USUAL),
            passed: 0,
            found: Vec::new(),
            failure: None,
        }
    }

    /// Lets the rest through.
    ///
    /// # Errors
    /// Why the drain refused bytes.
    pub(super) fn finish(mut self) -> Result<(D, Vec<Diagnostic>), Failure> {
        self.pass(self.waiting.len());
        match self.failure {
            Some(failure) => Err(failure),
            None => Ok((self.drain, self.found)),
        }
    }

    /// Lets the bytes through that wait before `end`.
    fn pass(&mut self, end: usize) {
        if end == self.passed || self.failure.is_some() {
            return;
        }
        if self.found.is_empty() {
            self.found = (self.inspect)(&self.waiting[..end]);
        }
        self.failure = self.drain.take(&self.waiting[self.passed..end]).err();
        let again = line_start(&self.waiting[..end.saturating_sub(OVERLAP)]);
        self.waiting.drain(..again);
        self.passed = end - again;
    }

    /// Lets many bytes through as they are: their first lines with those that wait, all others but the last by
    /// themselves.
    fn pass_long(&mut self, bytes: &[u8]) {
        let ends = line_end(bytes, OVERLAP).zip(Some(line_start(bytes)));
        let Some((first, last)) = ends.filter(|(first, last)| first < last) else {
            return self.waiting.extend_from_slice(bytes);
        };
        self.waiting.extend_from_slice(&bytes[..first]);
        self.pass(self.waiting.len());
        if self.found.is_empty() && self.failure.is_none() {
            self.found = (self.inspect)(&bytes[line_start(&bytes[..first - OVERLAP])..last]);
        }
        if self.failure.is_none() {
            self.failure = self.drain.take(&bytes[first..last]).err();
        }
        let again = line_start(&bytes[..last - OVERLAP]);
        self.waiting.clear();
        self.waiting.extend_from_slice(&bytes[again..]);
        self.passed = last - again;
    }
}

/// Where a line ends, behind its break, the first that ends behind so many bytes.
fn line_end(bytes: &[u8], behind: usize) -> Option<usize> {
    let end = memchr::memchr(b'\n', bytes.get(behind..)?)?;
    Some(behind + end + 1)
}

/// Where the last line of some bytes begins.
fn line_start(bytes: &[u8]) -> usize {
    memchr::memrchr(b'\n', bytes).map_or(0, |at| at + 1)
}

impl<D: Drain> io::Write for Sieve<'_, D> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.len() < LONG {
            self.waiting.extend_from_slice(bytes);
        } else {
            self.pass_long(bytes);
        }
        if self.waiting.len() - self.passed >= PIECE {
            let end = line_start(&self.waiting).max(self.passed);
            self.pass(end);
        }
        match self.failure {
            Some(_) => Err(io::ErrorKind::WriteZero.into()),
            None => Ok(bytes.len()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;
    use crate::diag::register::lettura::DOCUMENTO_VUOTO;

    #[derive(Default)]
    struct Kept(Vec<u8>);

    impl Drain for Kept {
        fn take(&mut self, bytes: &[u8]) -> Result<(), Failure> {
            self.0.extend_from_slice(bytes);
            Ok(())
        }
    }

    fn sifted(pieces: impl Iterator<Item = String>, wanted: &[u8]) -> (Vec<u8>, usize) {
        let inspect = |bytes: &[u8]| match bytes.windows(wanted.len()).any(|seen| seen == wanted) {
            true => vec![Diagnostic::new(&DOCUMENTO_VUOTO)],
            false => Vec::new(),
        };
        let mut sieve = Sieve::new(&inspect, Kept::default());
        for piece in pieces {
            sieve.write_all(piece.as_bytes()).unwrap();
        }
        let (kept, found) = sieve.finish().unwrap();
        (kept.0, found.len())
    }

    #[test]
    fn every_byte_goes_through_once_and_in_order() {
        let lines = || (0..60_000).map(|at| format!("riga {at}: perché\n"));
        let (kept, found) = sifted(lines(), b"altro");
        assert_eq!((kept, found), (lines().collect::<String>().into_bytes(), 0));
    }

    #[test]
    fn what_runs_on_from_one_piece_into_the_next_is_found_once() {
        let line = |at| format!("{at:07}\n");
        for before in [0, 20_000, 32_767, 32_768, 40_000] {
            let text = (0..before)
                .map(line)
                .chain(["Mario\n".to_owned(), "Rossi\n".to_owned()]);
            let (_, found) = sifted(text.chain((0..40_000).map(line)), b"Mario\nRossi");
            assert_eq!(found, 1, "behind {before} lines");
        }
    }

    #[test]
    fn long_pieces_are_looked_at_where_they_meet_and_go_through_once() {
        let lines = |count: usize| (0..count).map(|at| format!("{at:07}\n")).collect::<String>();
        for (before, behind) in [(0, 20_000), (3, 20_000), (20_000, 20_000), (20_000, 3), (600, 9000)] {
            let pieces = [format!("{}Mario\n", lines(before)), format!("Rossi\n{}", lines(behind))];
            let unfinished = [
                format!("{}Mar", lines(before)),
                format!("io\nRossi\n{}0", lines(behind)),
            ];
            for pieces in [pieces, unfinished] {
                let (kept, found) = sifted(pieces.clone().into_iter(), b"Mario\nRossi");
                assert_eq!(
                    (kept, found),
                    (pieces.concat().into_bytes(), 1),
                    "{before} and {behind} lines"
                );
            }
        }
    }

    #[test]
    fn a_line_longer_than_a_piece_goes_through_whole() {
        let long = "x".repeat(3 * PIECE);
        let (kept, _) = sifted([long.clone(), "\nfine".to_owned()].into_iter(), b"altro");
        assert_eq!(kept, format!("{long}\nfine").into_bytes());
    }
}
