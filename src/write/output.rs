use std::borrow::Cow;

use crate::diag::Diagnostic;
use crate::source::Span;

/// A SHA-256.
pub type Digest = [u8; 32];

/// What an output comes to: its bytes, or why there are none.
pub type Made<'o> = Result<Cow<'o, [u8]>, Vec<Diagnostic>>;

/// One file of the site, made when asked for.
pub trait Output: Sync {
    /// Where it stands below the output folder, with `/`: `catalogo/index.html`.
    fn path(&self) -> &str;

    /// Digest of everything that decides its bytes; none if making the bytes is as cheap as that.
    fn digest(&self) -> Option<Digest> {
        None
    }

    /// The place that it comes from, for messages.
    fn place(&self) -> Option<Span> {
        None
    }

    /// The bytes.
    ///
    /// # Errors
    /// The findings that say why it cannot be made, such as an unknown variable in a template.
    fn bytes(&self) -> Made<'_>;
}
