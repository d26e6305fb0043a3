//! Room 2: text becomes drafts. Pure, file by file, in parallel.
//!
//! A document goes through [`block::scan`], then through the one [`Reader`] for its form. There is a reader for each
//! FORM of document, never for one town's file: rules on labels, headers and code patterns, no names or counts.

pub mod block;
pub mod catalogo_scambi;
pub mod cell;
pub mod dati;
mod even;
pub mod fences;
pub mod front_matter;
pub mod keys;
pub mod markdown;
mod peg_obiettivi;
mod peg_prodotti;
pub mod pictures;
mod plain;
mod progetto;
pub mod prose;
mod recapiti;
pub mod record;
mod slips;
pub mod tabella;
mod unread;
pub mod yaml;

pub use even::{even, opened_by, plain_words};
pub use plain::{as_markdown, paragraphs, plain_text};
pub use recapiti::{may_hold_recapiti, recapiti, telephones};
pub use unread::report_unread;

use std::sync::Arc;

use crate::diag::Reported;
use crate::model::{Bozze, Giorno, Testo};
use crate::source::{FileId, Sheets};
use block::Block;

/// A document as a reader gets it.
#[derive(Clone, Copy, Debug)]
pub struct Document<'s> {
    /// Its id, for the places.
    pub file: FileId,
    /// Its text.
    pub text: &'s str,
    /// What the section's front matter says of it.
    pub hints: &'s Hints,
}

/// What the front matter says of a document that the document itself may leave out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hints {
    /// The year that dates without a year belong to.
    pub anno: Option<i32>,
    /// The body that published it.
    pub ente: Option<Testo>,
    /// What it should be called.
    pub titolo: Option<Testo>,
    /// The document's day.
    pub data: Option<Giorno>,
    /// Its path below the site's root: its name may tell what it holds.
    pub file: Option<Testo>,
    /// Where the cells stand in its text, if it is a spreadsheet.
    pub fogli: Option<Arc<Sheets>>,
}

/// Reads one form of document.
pub trait Reader: Sync {
    /// The name that `reader:` in front matter uses.
    fn name(&self) -> &'static str;

    /// Whether a document has this form, told by its headings, labels and headers.
    fn recognises(&self, blocks: &[Block<'_>]) -> bool;

    /// Reads the whole document. Never gives up: what it cannot place stands in [`Bozze::non_lette`] and is reported.
    fn read(&self, document: Document<'_>) -> Reported<Bozze>;

    /// Whether this is all that the form says where nothing is in it.
    fn found_nothing(&self, read: &Bozze) -> bool {
        read.is_empty()
    }
}

/// The readers in the order in which they are asked whether they recognise a document.
pub const READERS: &[&dyn Reader] = &[
    &catalogo_scambi::CatalogoScambi,
    &peg_obiettivi::PegObiettivi,
    &peg_prodotti::PegProdotti,
    &progetto::Progetto,
    &tabella::Tabella,
];

/// The reader with this name.
#[must_use]
pub fn reader(name: &str) -> Option<&'static dyn Reader> {
    READERS.iter().copied().find(|reader| reader.name() == name)
}

/// The reader for the form that a text has.
#[must_use]
pub fn recognise(file: FileId, text: &str) -> Option<&'static dyn Reader> {
    let text = even(text);
    let blocks = block::scan(file, &text);
    READERS.iter().copied().find(|reader| reader.recognises(&blocks))
}
