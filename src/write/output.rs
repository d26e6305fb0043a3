use std::borrow::Cow;
use std::io;

use crate::diag::Diagnostic;
use crate::source::Span;

/// A BLAKE3.
pub type Digest = [u8; 32];

/// What an output comes to.
pub enum Made<'o> {
    /// What was made from an equal job; nothing was made now.
    AsKnown,
    /// A file, whole.
    File {
        /// What it holds.
        bytes: Cow<'o, [u8]>,
        /// Digest of everything that decides the bytes; none if making them is as cheap as that.
        job: Option<Digest>,
    },
    /// A file that need not be whole in memory.
    Pieces(Pieces<'o>),
}

/// Writes a file piece by piece, or says why it cannot be made. Where the sink refuses bytes it may say anything.
pub type Pieces<'o> = Box<dyn FnOnce(&mut dyn io::Write) -> Result<(), Vec<Diagnostic>> + 'o>;

impl Made<'_> {
    /// The whole file with the digest of its job.
    ///
    /// # Errors
    /// As for [`Output::make`].
    pub fn whole(self) -> Result<(Vec<u8>, Option<Digest>), Vec<Diagnostic>> {
        let mut bytes = Vec::new();
        match self {
            Made::AsKnown => Ok((bytes, None)),
            Made::File { bytes, job } => Ok((bytes.into_owned(), job)),
            Made::Pieces(write) => write(&mut bytes).map(|()| (bytes, None)),
        }
    }
}

/// One file of the site, made when asked for.
pub trait Output: Sync {
    /// Where it stands below the output folder, with `/`: `catalogo/index.html`.
    fn path(&self) -> &str;

    /// The place that it comes from, for messages.
    fn place(&self) -> Option<Span> {
        None
    }

    /// The file, unless its job has the digest that is `known`.
    ///
    /// # Errors
    /// The findings that say why it cannot be made, such as an unknown variable in a template.
    fn make(&self, known: Option<&Digest>) -> Result<Made<'_>, Vec<Diagnostic>>;

    /// Its bytes.
    ///
    /// # Errors
    /// As for [`make`](Self::make).
    fn bytes(&self) -> Result<Vec<u8>, Vec<Diagnostic>> {
        Ok(self.make(None)?.whole()?.0)
    }
}
