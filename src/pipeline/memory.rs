use std::path::Path;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::themes::ThemeMemory;
use crate::diag::Diagnostic;
use crate::model::{Bozze, Pagina};
use crate::read::{Hints, tabella};
use crate::source::walk::{self, Stamp, Trouble, TroubleKind};
use crate::source::{FileId, SourceFile, Span};

/// What one run remembers of the one before. A run with an empty memory says the same and takes longer.
///
/// Nothing is taken from memory unless all that it was made from is equal, so a run cannot tell what it was spared.
#[derive(Debug, Default)]
pub struct Memory {
    pub(super) content: Shelf<Letto>,
    pub(super) documents: Shelf<Documento>,
    pub(super) theme: ThemeMemory,
}

/// A text of the site, and the stamp that its file bore.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    /// The text.
    pub(super) text: Arc<SourceFile>,
    stamp: Option<Stamp>,
}

/// The very text and the same stamp; equal texts are made one when they are read.
impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.text, &other.text) && self.stamp == other.stamp
    }
}

/// An editors' file as it was read.
#[derive(Debug)]
pub(super) struct Letto {
    pub(super) kept: Kept,
    pub(super) file: FileId,
    pub(super) sha256: String,
    pub(super) pagina: Arc<Pagina>,
    pub(super) bozze: Option<Arc<Bozze>>,
    pub(super) problems: Vec<Diagnostic>,
}

/// A document as it was read, with all that decides how.
#[derive(Debug)]
pub(super) struct Documento {
    pub(super) kept: Kept,
    pub(super) file: FileId,
    pub(super) sha256: String,
    pub(super) named_at: Span,
    pub(super) lettore: Option<String>,
    pub(super) hints: Hints,
    /// The name of the reader and what it read; none if no reader knew the form.
    pub(super) read: Option<(&'static str, Arc<Bozze>)>,
    pub(super) problems: Vec<Diagnostic>,
}

/// Something that was made from the text at a path.
pub(super) trait FromText {
    fn kept(&self) -> &Kept;
}

impl FromText for Letto {
    fn kept(&self) -> &Kept {
        &self.kept
    }
}

impl FromText for Documento {
    fn kept(&self) -> &Kept {
        &self.kept
    }
}

/// What was made from texts, by their paths.
#[derive(Debug)]
pub(super) struct Shelf<T>(Vec<Arc<T>>);

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: FromText> Shelf<T> {
    /// Remembers these and nothing else.
    pub(super) fn of(mut items: Vec<Arc<T>>) -> Self {
        items.sort_by(|one, other| one.kept().text.path().cmp(other.kept().text.path()));
        Self(items)
    }

    /// All that was made from the text at a path.
    pub(super) fn at(&self, path: &str) -> &[Arc<T>] {
        let first = self.0.partition_point(|item| item.kept().text.path() < path);
        let known = &self.0[first..];
        &known[..known.partition_point(|item| item.kept().text.path() == path)]
    }

    /// The text at a path: the one that is known where the file bears the same stamp or holds the same bytes.
    pub(super) fn text(&self, root: &Path, path: &str) -> Result<Kept, Trouble> {
        let stamp = walk::stamp(root, path);
        let known = self.at(path).first().map(|item| item.kept());
        if let Some(known) = known.filter(|known| stamp.is_some() && known.stamp == stamp) {
            return Ok(known.clone());
        }
        let text = decoded(path, walk::bytes(root, path)?)?;
        let same = known.filter(|known| known.text.received() == text.received());
        let text = same.map_or_else(|| Arc::new(text), |known| Arc::clone(&known.text));
        Ok(Kept { text, stamp })
    }
}

/// The text of a file. Tables come from spreadsheets, which write them in encodings of their own.
fn decoded(path: &str, bytes: Vec<u8>) -> Result<SourceFile, Trouble> {
    if tabella::is_text(path) {
        return Ok(SourceFile::new(path, tabella::decode(bytes.clone())).received_as(bytes));
    }
    if tabella::is_workbook(path) {
        let (text, sheets) = tabella::transcribe(&bytes).map_err(|reason| Trouble {
            path: path.to_owned(),
            kind: TroubleKind::NoSpreadsheet(reason),
        })?;
        return Ok(SourceFile::new(path, text).of_sheets(sheets).received_as(bytes));
    }
    walk::text(path, bytes)
}

/// SHA-256 of a document's bytes, lower-case hexadecimal.
pub(super) fn sha256(file: &SourceFile) -> String {
    let digest = Sha256::digest(file.received());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
