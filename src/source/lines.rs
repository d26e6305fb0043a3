use std::ops::RangeInclusive;

/// A place as people say it: line and column, both from 1; the column counts characters, not bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in characters.
    pub column: u32,
}

/// Offsets of the line starts of one text.
#[derive(Debug)]
pub(super) struct LineIndex {
    starts: Vec<u32>,
}

/// The number of lines of a text; a final line break does not open another line.
pub(super) fn count(text: &str) -> u32 {
    let open = !text.is_empty() && !text.ends_with('\n');
    breaks(text) as u32 + u32::from(open)
}

fn breaks(text: &str) -> usize {
    memchr::memchr_iter(b'\n', text.as_bytes()).count()
}

impl LineIndex {
    pub(super) fn new(text: &str) -> Self {
        let mut starts = Vec::with_capacity(breaks(text) + 1);
        starts.push(0);
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1));
        Self { starts }
    }

    /// The line that holds the byte, from 1.
    pub(super) fn line(&self, offset: u32) -> u32 {
        self.starts.partition_point(|start| *start <= offset) as u32
    }

    pub(super) fn position(&self, text: &str, offset: u32) -> Position {
        let line = self.line(offset);
        let start = self.starts[line as usize - 1] as usize;
        let before = text.get(start..offset as usize).unwrap_or_default();
        Position {
            line,
            column: before.chars().count() as u32 + 1,
        }
    }

    /// First and last line of a stretch; a stretch that ends with its line break ends on that line.
    pub(super) fn lines(&self, start: u32, end: u32) -> RangeInclusive<u32> {
        let first = self.line(start);
        let last = end.saturating_sub(1).max(start);
        // Most stretches end on the line they begin on.
        let ends_here = self.starts.get(first as usize).is_none_or(|next| last < *next);
        first..=if ends_here { first } else { self.line(last) }
    }

    /// Offset of the first byte of a line (from 1), if there is such a line.
    pub(super) fn start_of(&self, line: u32) -> Option<u32> {
        self.starts.get(line.checked_sub(1)? as usize).copied()
    }
}
