use std::path::Path;
use std::sync::Arc;

use super::themes::ThemeMemory;
use crate::diag::Diagnostic;
use crate::graph::link::Trace;
use crate::graph::{privacy, rules};
use crate::model::{Bozze, Pagina, Testo};
use crate::read::{Hints, tabella};
use crate::source::walk::{self, Content, Stamp, Trouble, TroubleKind};
use crate::source::{FileId, Sheets, SourceFile, SourceMap, Span};

/// What one run remembers of the one before. A run with an empty memory says the same and takes longer.
///
/// Nothing is taken from memory unless all that it was made from is equal, so a run cannot tell what it was spared.
#[derive(Debug, Default)]
pub struct Memory {
    /// What may have changed; nothing is known of it unless somebody says.
    pub(super) touched: super::touched::Touched,
    /// The files of `content/`.
    pub(super) listing: Option<Arc<walk::Listing>>,
    pub(super) pictures: super::pictures::Measured,
    pub(super) content: Shelf<Letto>,
    pub(super) documents: Shelf<Documento>,
    pub(super) attached: Shelf<super::attached::Attached>,
    pub(super) theme: ThemeMemory,
    /// The texts of the run before: every path keeps its id.
    pub(super) sources: Arc<SourceMap>,
    pub(super) linked: Trace,
    pub(super) checked: rules::Known,
    pub(super) published: privacy::Known,
}

/// A text of the site, and the stamp that its file bore.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    /// The text.
    pub(super) text: Arc<SourceFile>,
    pub(super) stamp: Option<Stamp>,
}

/// The very text; equal texts are made one when they are read.
impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.text, &other.text)
    }
}

/// An editors' file as it was read.
#[derive(Clone, Debug)]
pub(super) struct Letto {
    pub(super) kept: Kept,
    pub(super) file: FileId,
    pub(super) path: Testo,
    pub(super) sha256: Testo,
    /// The year of its section that it was read in.
    pub(super) anno: Option<i32>,
    pub(super) pagina: Arc<Pagina>,
    pub(super) bozze: Option<Arc<Bozze>>,
    pub(super) problems: Vec<Diagnostic>,
}

/// A document as it was read, with all that decides how.
#[derive(Clone, Debug)]
pub(super) struct Documento {
    pub(super) kept: Kept,
    pub(super) file: FileId,
    pub(super) sha256: Testo,
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

/// How a file is read: [`walk::listed`] or [`walk::named`].
type Read = fn(&Path, &str) -> Result<Content, Trouble>;

impl<T: FromText> Shelf<T> {
    /// Remembers these and nothing else.
    pub(super) fn of(mut items: Vec<Arc<T>>) -> Self {
        items.sort_by(|one, other| one.kept().text.path().cmp(other.kept().text.path()));
        Self(items)
    }

    /// The same of items that come by path.
    pub(super) fn sorted(items: Vec<Arc<T>>) -> Self {
        debug_assert!(items.is_sorted_by_key(|item| item.kept().text.path()));
        Self(items)
    }

    /// What was made from the text at a path, which is likely to stand at a place.
    pub(super) fn near(&self, at: usize, path: &str) -> Option<&Arc<T>> {
        let there = self.0.get(at).filter(|item| item.kept().text.path() == path);
        there.or_else(|| self.at(path).first())
    }

    /// All that was made from the text at a path.
    pub(super) fn at(&self, path: &str) -> &[Arc<T>] {
        let first = self.0.partition_point(|item| item.kept().text.path() < path);
        let known = &self.0[first..];
        let others = known.iter().take_while(|item| item.kept().text.path() == path);
        &known[..others.count()]
    }

    /// The text at a path: the one that is known where the file bears the same stamp or holds the same bytes.
    pub(super) fn text(&self, root: &Path, path: &str) -> Result<Kept, Trouble> {
        let known = self.at(path).first().map(|item| item.kept());
        Kept::again(known, root, path, walk::named)
    }
}

impl Kept {
    /// The text at a path: the one that is known where the file bears the same stamp or holds the same bytes.
    pub(super) fn again(known: Option<&Self>, root: &Path, path: &str, read: Read) -> Result<Self, Trouble> {
        Self::decoded_by(decoded, known, root, path, read)
    }

    /// The same of a file that may be no text.
    pub(super) fn attached(known: Option<&Self>, root: &Path, path: &str) -> Result<Self, Trouble> {
        Self::decoded_by(decoded_if_text, known, root, path, walk::named)
    }

    fn decoded_by(
        decoded: fn(&str, Vec<u8>) -> Result<SourceFile, Trouble>,
        known: Option<&Self>,
        root: &Path,
        path: &str,
        read: Read,
    ) -> Result<Self, Trouble> {
        let same = |known: &&Self| known.stamp.is_some() && known.stamp == walk::stamp(root, path);
        if let Some(known) = known.filter(same) {
            return Ok(known.clone());
        }
        let Content { bytes, stamp } = read(root, path)?;
        let text = decoded(path, bytes)?;
        let same = known.filter(|known| known.text.received() == text.received());
        let text = same.map_or_else(|| Arc::new(text), |known| Arc::clone(&known.text));
        Ok(Self { text, stamp })
    }
}

/// Endings of files whose lines a reader would look at, apart from tables.
const TEXTS: [&str; 3] = ["txt", "md", "json"];

/// A file that lines can be shown of, or one whose bytes are all that there is: a PDF has no text here.
fn decoded_if_text(path: &str, bytes: Vec<u8>) -> Result<SourceFile, Trouble> {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let is_text = ending.is_some_and(|ending| TEXTS.contains(&ending.as_str()));
    if tabella::is_workbook(path) {
        return of_workbook(path, tabella::transcribe_whole(&bytes), bytes);
    }
    if is_text || tabella::is_text(path) {
        return decoded(path, bytes);
    }
    Ok(SourceFile::new(path, "").received_as(bytes))
}

/// The text of a file. Tables come from spreadsheets, which write them in encodings of their own.
fn decoded(path: &str, bytes: Vec<u8>) -> Result<SourceFile, Trouble> {
    if tabella::is_text(path) {
        return Ok(SourceFile::new(path, tabella::decode(bytes.clone())).received_as(bytes));
    }
    if tabella::is_workbook(path) {
        let drawn = tabella::transcribe(tabella::stem_of(path), &bytes);
        return of_workbook(path, drawn, bytes);
    }
    walk::text(path, bytes)
}

/// A spreadsheet with the text that was drawn from it.
fn of_workbook(path: &str, drawn: Result<(String, Sheets), String>, bytes: Vec<u8>) -> Result<SourceFile, Trouble> {
    let (text, sheets) = drawn.map_err(|reason| Trouble {
        path: path.to_owned(),
        kind: match tabella::is_old(&bytes) {
            true => TroubleKind::OldSpreadsheet,
            false => TroubleKind::NoSpreadsheet(reason),
        },
    })?;
    Ok(SourceFile::new(path, text).of_sheets(sheets).received_as(bytes))
}
