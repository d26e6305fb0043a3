use std::borrow::Cow;
use std::ops::RangeInclusive;
use std::sync::{Arc, LazyLock, OnceLock};

use foldhash::HashMap;
use sha2::{Digest as _, Sha256};

use super::lines::{self, LineIndex, Position};
use super::sheets::{CellPlace, Sheets};
use super::span::{FileId, Span};

/// One text of a run: its path below the site's root (with `/`), its text, and its lines on demand.
#[derive(Debug)]
pub struct SourceFile {
    path: String,
    text: Arc<str>,
    marked: bool,
    /// Where the text is not what was received.
    received: Option<Vec<u8>>,
    sheets: Option<Arc<Sheets>>,
    lines: OnceLock<LineIndex>,
}

/// Some programs write it before the first letter; it is no part of the text.
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

impl SourceFile {
    /// A file from its path below the root and its text.
    pub fn new(path: impl Into<String>, text: impl Into<Arc<str>>) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
            marked: false,
            received: None,
            sheets: None,
            lines: OnceLock::new(),
        }
    }

    /// Says that a byte order mark stood before the text.
    #[must_use]
    pub(super) fn marked(mut self) -> Self {
        self.marked = true;
        self
    }

    /// Says what was received, where the text was made of it.
    #[must_use]
    pub fn received_as(mut self, bytes: Vec<u8>) -> Self {
        self.received = Some(bytes).filter(|bytes| bytes.as_slice() != self.text.as_bytes());
        self
    }

    /// Says that the text was drawn from a spreadsheet.
    #[must_use]
    pub fn of_sheets(mut self, sheets: Sheets) -> Self {
        self.sheets = Some(Arc::new(sheets));
        self
    }

    /// Where the cells of a spreadsheet stand in the text; none for any other file.
    #[must_use]
    pub fn sheets(&self) -> Option<&Arc<Sheets>> {
        self.sheets.as_ref()
    }

    /// The cell of a spreadsheet that holds a byte of the text.
    #[must_use]
    pub fn cell(&self, offset: u32) -> Option<CellPlace<'_>> {
        let line = self.index().line(offset);
        let (sheet, row) = self.sheets.as_ref()?.row(line)?;
        let start = self.index().start_of(line)? as usize;
        let before = self.text.get(start..offset as usize)?;
        Some(CellPlace {
            sheet: &sheet.name,
            row,
            column: before.matches('\t').count() as u32 + 1,
        })
    }

    /// The sheet that a line of the text stands in, and the row there; none where it is no spreadsheet.
    #[must_use]
    pub fn row(&self, line: u32) -> Option<(&str, u32)> {
        let (sheet, row) = self.sheets.as_ref()?.row(line)?;
        Some((sheet.name.as_str(), row))
    }

    /// The bytes as they were received.
    #[must_use]
    pub fn received(&self) -> Cow<'_, [u8]> {
        if let Some(bytes) = &self.received {
            Cow::Borrowed(bytes)
        } else if self.marked {
            Cow::Owned(format!("{BYTE_ORDER_MARK}{}", self.text).into_bytes())
        } else {
            Cow::Borrowed(self.text.as_bytes())
        }
    }

    /// SHA-256 of the bytes as they were received, lower-case hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> String {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let halves = |byte: u8| [byte >> 4, byte & 15];
        let digest = Sha256::digest(self.received());
        let digits = digest.iter().flat_map(|byte| halves(*byte));
        digits.map(|half| char::from(DIGITS[usize::from(half)])).collect()
    }

    /// Path below the site's root, with `/` on every system.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many lines the text has.
    #[must_use]
    pub fn line_count(&self) -> u32 {
        lines::count(&self.text)
    }

    /// Line and column of a byte offset.
    #[must_use]
    pub fn position(&self, offset: u32) -> Position {
        self.index().position(&self.text, offset)
    }

    /// First and last line of a span in this file, from 1.
    #[must_use]
    pub fn lines(&self, span: Span) -> RangeInclusive<u32> {
        self.index().lines(span.start, span.end)
    }

    /// Offset of the first byte of a line, from 1.
    #[must_use]
    pub fn line_start(&self, line: u32) -> Option<u32> {
        self.index().start_of(line)
    }

    fn index(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }
}

/// All texts of a run, addressed by [`FileId`].
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    /// None for a path that only an earlier run had a text at.
    files: Vec<Option<Arc<SourceFile>>>,
    ids: Arc<HashMap<String, FileId>>,
}

/// What stands at an id that has no text in this run.
static NOTHING: LazyLock<SourceFile> = LazyLock::new(|| SourceFile::new("", ""));

impl SourceMap {
    /// A map without texts in which every path that this one knows keeps its id, so that what was read from a text
    /// stays true when other files come and go.
    #[must_use]
    pub fn emptied(&self) -> Self {
        Self {
            files: vec![None; self.files.len()],
            ids: Arc::clone(&self.ids),
        }
    }

    /// Adds a file and says its id, which is that of its path.
    pub fn add(&mut self, file: Arc<SourceFile>) -> FileId {
        if let Some(id) = self.ids.get(file.path()).copied() {
            self.files[id.index()] = Some(file);
            return id;
        }
        let id = FileId::new(self.files.len() as u32);
        Arc::make_mut(&mut self.ids).insert(file.path().to_owned(), id);
        self.files.push(Some(file));
        id
    }

    /// Adds the file of an id that this map, or one that it was emptied from, gave its path.
    pub fn keep(&mut self, id: FileId, file: Arc<SourceFile>) {
        debug_assert_eq!(self.ids.get(file.path()), Some(&id));
        self.files[id.index()] = Some(file);
    }

    /// The file of an id that this map gave.
    #[must_use]
    pub fn file(&self, id: FileId) -> &SourceFile {
        let file = self.files.get(id.index()).and_then(Option::as_deref);
        file.unwrap_or(&NOTHING)
    }

    /// The file of an id as it is shared with the runs that have the same.
    #[must_use]
    pub fn shared(&self, id: FileId) -> Option<&Arc<SourceFile>> {
        self.files.get(id.index())?.as_ref()
    }

    /// How many ids there are, of texts of this run or of earlier ones.
    #[must_use]
    pub fn ids(&self) -> usize {
        self.files.len()
    }

    /// The file with this path below the root.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<FileId> {
        let id = self.ids.get(path).copied()?;
        self.files[id.index()].is_some().then_some(id)
    }

    /// Whether there are texts at the very paths that another map has texts at.
    #[must_use]
    pub fn has_paths_of(&self, other: &Self) -> bool {
        let there = |map: &Self| map.files.iter().map(Option::is_some).collect::<Vec<_>>();
        Arc::ptr_eq(&self.ids, &other.ids) && there(self) == there(other)
    }

    /// The text that a span covers; empty where the span does not fit the text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.file(span.file)
            .text()
            .get(span.start as usize..span.end as usize)
            .unwrap_or_default()
    }

    /// First and last line of a span, from 1.
    #[must_use]
    pub fn lines(&self, span: Span) -> RangeInclusive<u32> {
        self.file(span.file).lines(span)
    }
}
