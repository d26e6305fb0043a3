use super::folio::folios;
use super::inline::Inline;
use super::table::{Row, Table};
use super::{Block, Kind};
use crate::source::{FileId, Span};

/// Cuts a text into blocks. `file` is the text's id, for the places.
#[must_use]
pub fn scan(file: FileId, text: &str) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut open = false;
    let folios = folios(text);
    for (at, line) in lines(text).enumerate() {
        let surface = surface(file, &line).filter(|_| folios.binary_search(&at).is_err());
        let Some(surface) = surface else {
            open = false;
            continue;
        };
        if open && let Some(last) = blocks.last_mut() {
            match join(last, surface) {
                None => continue,
                Some(surface) => blocks.push(Block::of(file, &line, surface)),
            }
        } else {
            blocks.push(Block::of(file, &line, surface));
        }
        open = true;
    }
    blocks
}

struct Line<'s> {
    text: &'s str,
    offset: usize,
}

fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut offset = 0;
    text.split_inclusive('\n').map(move |line| {
        let found = Line {
            text: line.trim_end_matches(['\n', '\r']),
            offset,
        };
        offset += line.len();
        found
    })
}

impl<'s> Block<'s> {
    fn of(file: FileId, line: &Line<'_>, kind: Kind<'s>) -> Self {
        let end = line.offset + line.text.trim_end().len();
        // A line of tabs alone has no first word: its place is empty.
        let start = end.min(line.offset + (line.text.len() - line.text.trim_start().len()));
        Self {
            kind,
            span: Span::new(file, start, end),
        }
    }
}

/// What one line is by itself; nothing for a blank one.
fn surface<'s>(file: FileId, line: &Line<'s>) -> Option<Kind<'s>> {
    let text = line.text;
    if is_blank(text) && !text.contains('\t') {
        return None;
    }
    if is_rule(text) {
        return Some(Kind::Rule);
    }
    if text.contains('\t') {
        let rows = vec![Row::new(file, text, line.offset)];
        return Some(Kind::Table(Table { rows }));
    }
    Some(
        heading(file, line)
            .or_else(|| item(file, line))
            .unwrap_or_else(|| Kind::Paragraph {
                lines: vec![Inline::new(file, text, line.offset)],
            }),
    )
}

fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// Three or more dashes or underscores and nothing else; in columns, each column such a run.
fn is_rule(text: &str) -> bool {
    let mut marks = 0;
    for c in text.chars() {
        match c {
            '-' | '_' => marks += 1,
            c if c.is_whitespace() => {}
            _ => return false,
        }
    }
    marks >= 3
}

fn heading<'s>(file: FileId, line: &Line<'s>) -> Option<Kind<'s>> {
    let text = line.text.trim_start();
    let level = text.len() - text.trim_start_matches('#').len();
    let words = text[level..].strip_prefix(' ')?;
    if !(1..=6).contains(&level) {
        return None;
    }
    let offset = line.offset + (line.text.len() - words.len());
    Some(Kind::Heading {
        level: level as u8,
        text: Inline::new(file, words, offset),
    })
}

fn item<'s>(file: FileId, line: &Line<'s>) -> Option<Kind<'s>> {
    let text = line.text.trim_start();
    let indent = line.text.len() - text.len();
    let marker = marker(text)?;
    let words = &text[marker.len()..];
    let offset = line.offset + (line.text.len() - words.len());
    Some(Kind::Item {
        marker,
        depth: u8::try_from(indent / 2).unwrap_or(u8::MAX),
        lines: vec![Inline::new(file, words, offset)],
    })
}

/// The list mark that a text begins with: a bullet or a number, with a space behind it.
fn marker(text: &str) -> Option<&str> {
    let first = text.chars().next()?;
    let length = if "-–•◦▪*⇒▶➢✓o".contains(first) {
        first.len_utf8()
    } else {
        let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if !(1..=2).contains(&digits) || !text[digits..].starts_with(['.', ')']) {
            return None;
        }
        digits + 1
    };
    text[length..].starts_with([' ', '\u{a0}']).then(|| &text[..length])
}

/// Joins a line to the block above it, without a blank line between; gives it back where it opens a block of its own.
fn join<'s>(block: &mut Block<'s>, next: Kind<'s>) -> Option<Kind<'s>> {
    let end = match &next {
        Kind::Paragraph { lines } => lines[0].span().end,
        Kind::Table(table) => table.rows[0].span.end,
        _ => block.span.end,
    };
    match (&mut block.kind, next) {
        (Kind::Paragraph { lines } | Kind::Item { lines, .. }, Kind::Paragraph { lines: more }) => lines.extend(more),
        (Kind::Table(table), Kind::Table(more)) => table.rows.extend(more.rows),
        (_, next) => return Some(next),
    }
    block.span.end = end;
    None
}
