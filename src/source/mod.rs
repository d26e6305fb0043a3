//! Room 1: bytes with an address.
//!
//! Every value that vetrina publishes carries a [`Span`] from the reader to the page. Spans are small and are copied
//! freely; lines and columns are computed only when something is printed (see [`SourceFile::position`]).

mod lines;
mod map;
pub mod path;
mod sheets;
mod span;
pub mod walk;

pub use lines::Position;
pub use map::{SourceFile, SourceMap};
pub use sheets::{CellPlace, Content as SheetContent, Note, Sheet, Sheets, Unseen};
pub use span::{FileId, Span, Spanned};
