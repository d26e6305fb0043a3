//! The YAML that nearly every file is written in, read in one pass: texts on one line, blocks by indentation, brackets
//! that close on their line. Whatever is more than that, or wrong, is left to the parser for all of YAML, so that
//! nothing is decided here that it would decide otherwise.

use std::borrow::Cow;

use super::{Entry, Kind, Node, bare};
use crate::source::{FileId, Span, Spanned};

/// Deeper blocks and brackets are left to the whole parser.
const DEEPEST: u8 = 12;

/// Longer keys are left to the whole parser, which bounds them.
const LONGEST_KEY: usize = 100;

/// Reads a document that begins at byte `offset` of its file; nothing where it takes more than is read here.
pub(super) fn parse(file: FileId, yaml: &str, offset: usize) -> Option<Node<'_>> {
    if !is_printable_ascii(yaml) && !yaml.chars().all(is_usual) {
        return None;
    }
    let mut reader = Reader {
        yaml,
        file,
        offset,
        line: None,
        next: 0,
        depth: 0,
    };
    reader.advance();
    let node = reader.block().filter(|_| reader.line.is_none())?;
    Some(node)
}

/// Whether there are no other letters than those of most files, looked at many at a time.
fn is_printable_ascii(yaml: &str) -> bool {
    let usual = |byte: u8| (b' '..=b'~').contains(&byte) | (byte == b'\n');
    yaml.bytes().fold(true, |all, byte| all & usual(byte))
}

/// Whether a letter means the same everywhere: no tab, no control character, no line break but one.
fn is_usual(c: char) -> bool {
    matches!(c, '\n' | ' '..='~' | '\u{a0}'..='\u{2027}' | '\u{2030}'..='\u{d7ff}')
}

/// A line with something on it, from its first letter to its last, or what is left of it.
#[derive(Clone, Copy)]
struct Line {
    indent: usize,
    start: usize,
    end: usize,
}

/// Whether a text without quotes is more than a text: a key with its value, or a comment behind it.
fn goes_on(text: &str) -> bool {
    let mut pairs = text.as_bytes().windows(2);
    text.ends_with(':') || pairs.any(|pair| pair == b": " || pair == b" #")
}

/// How long the key is that a text begins with; nothing where it is all key. Nearly all keys are ASCII.
fn key_length(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let ascii = bytes.iter().position(|byte| !IN_KEYS[usize::from(*byte)])?;
    if bytes[ascii].is_ascii() {
        return Some(ascii);
    }
    let in_keys = |c: char| c.is_alphanumeric() || u8::try_from(c).is_ok_and(|byte| IN_KEYS[usize::from(byte)]);
    let more = text[ascii..].find(|c| !in_keys(c))?;
    Some(ascii + more)
}

/// The ASCII letters, digits and marks that stand in keys.
static IN_KEYS: [bool; 256] = {
    let mut in_keys = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        in_keys[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'/');
        byte += 1;
    }
    in_keys
};

struct Reader<'s> {
    yaml: &'s str,
    file: FileId,
    offset: usize,
    /// The line that is read; none at the end.
    line: Option<Line>,
    /// Where the line behind it begins.
    next: usize,
    depth: u8,
}

impl<'s> Reader<'s> {
    /// Goes on to the next line that is neither empty nor a comment.
    fn advance(&mut self) {
        self.line = None;
        while self.line.is_none() && self.next < self.yaml.len() {
            let rest = &self.yaml[self.next..];
            let text = &rest[..memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())];
            let indent = text.len() - text.trim_start_matches(' ').len();
            let line = Line {
                indent,
                start: self.next + indent,
                end: self.next + text.trim_end_matches(' ').len(),
            };
            self.next += text.len() + 1;
            self.line = Some(line).filter(|line| line.start < line.end && self.byte(line.start) != Some(b'#'));
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.yaml.as_bytes().get(at).copied()
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, self.offset + start, self.offset + end)
    }

    /// The line, if it stands at this indent.
    fn line_at(&self, indent: usize) -> Option<Line> {
        self.line.filter(|line| line.indent == indent)
    }

    /// Whether a line is an item of a list.
    fn is_item(&self, line: Line) -> bool {
        self.byte(line.start) == Some(b'-')
            && self
                .byte(line.start + 1)
                .is_none_or(|next| next == b' ' || next == b'\n')
    }

    /// A list or a map that begins on this line.
    fn block(&mut self) -> Option<Node<'s>> {
        let line = self.line?;
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let node = if self.is_item(line) {
            self.list(line)
        } else {
            self.map(line)
        };
        self.depth -= 1;
        // A line that is set in deeper would go on with what was read.
        let done = self.line.is_none_or(|next| next.indent <= line.indent);
        node.filter(|_| done)
    }

    fn list(&mut self, first: Line) -> Option<Node<'s>> {
        let mut items: Vec<Node<'s>> = Vec::new();
        while let Some(line) = self.line_at(first.indent).filter(|line| self.is_item(*line)) {
            let text = self.yaml[line.start + 1..line.end].trim_start_matches(' ');
            let start = line.end - text.len();
            let rest = Line {
                indent: line.indent + (start - line.start),
                start,
                end: line.end,
            };
            items.push(if self.key(rest.start, rest.end).is_some() {
                self.line = Some(rest);
                self.block()?
            } else {
                self.value(rest)?
            });
        }
        let end = items.last()?.span.end as usize - self.offset;
        Some(Node {
            span: self.span(first.start, end),
            kind: Kind::List(items),
        })
    }

    fn map(&mut self, first: Line) -> Option<Node<'s>> {
        let mut entries: Vec<Entry<'s>> = Vec::new();
        while let Some(line) = self.line_at(first.indent).filter(|line| !self.is_item(*line)) {
            let (key, start) = self.key(line.start, line.end)?;
            if entries.iter().any(|entry| entry.key.value == key.value) {
                return None;
            }
            let value = if start < line.end {
                self.value(Line { start, ..line })?
            } else {
                self.below(line.indent)?
            };
            entries.push(Entry { key, value });
        }
        let end = entries.last()?.value.span.end as usize - self.offset;
        Some(Node {
            span: self.span(first.start, end),
            kind: Kind::Map(entries),
        })
    }

    /// The block below a key: set in deeper, or a list whose marks stand right below the key, which begins with its
    /// first item.
    fn below(&mut self, indent: usize) -> Option<Node<'s>> {
        self.advance();
        let line = self.line?;
        if line.indent > indent {
            return self.block();
        }
        let mut node = self.block().filter(|_| line.indent == indent)?;
        let Kind::List(items) = &node.kind else { return None };
        node.span.start = items.first()?.span.start;
        Some(node)
    }

    /// A key without quotes, and where its value begins: behind a colon and spaces.
    fn key(&self, start: usize, end: usize) -> Option<(Spanned<Cow<'s, str>>, usize)> {
        let text = &self.yaml[start..end];
        let length = key_length(text)?;
        let (key, rest) = text.split_at(length);
        let value = rest.strip_prefix(':')?;
        let parted = value.is_empty() || value.starts_with(' ');
        let usual = key.starts_with(|c: char| c.is_alphanumeric() || c == '_') && length <= LONGEST_KEY;
        (parted && usual).then(|| {
            let key = Spanned::new(Cow::Borrowed(key), self.span(start, start + length));
            (key, end - value.trim_start_matches(' ').len())
        })
    }

    /// The value that fills the rest of a line; goes on to the next.
    fn value(&mut self, line: Line) -> Option<Node<'s>> {
        let text = &self.yaml[line.start..line.end];
        let node = match text.as_bytes().first()? {
            b'"' | b'\'' | b'[' | b'{' => {
                let (node, end) = self.bracketed(line.start, line.end)?;
                (end == line.end).then_some(node)?
            }
            _ => (!goes_on(text)).then(|| self.text(line.start, line.end))??,
        };
        self.advance();
        Some(node)
    }

    /// A text without quotes.
    fn text(&self, start: usize, end: usize) -> Option<Node<'s>> {
        let text = &self.yaml[start..end];
        let first = |c: char| c.is_alphanumeric() || "/(.+<=~$_;«“‘".contains(c);
        text.starts_with(first).then(|| Node {
            kind: bare(Cow::Borrowed(text)),
            span: self.span(start, end),
        })
    }

    /// A value in quotes or brackets, or inside of them, that ends on its line, and where it ends.
    fn bracketed(&mut self, start: usize, end: usize) -> Option<(Node<'s>, usize)> {
        match self.byte(start)? {
            b'"' => self.quoted(start, end, b'"'),
            b'\'' => self.quoted(start, end, b'\''),
            b'[' => self.inside(start, end, b']', |reader, at| reader.bracketed(at, end), Kind::List),
            b'{' => self.inside(start, end, b'}', |reader, at| reader.pair(at, end), Kind::Map),
            _ => self.bare(start, end),
        }
    }

    fn quoted(&self, start: usize, end: usize, quote: u8) -> Option<(Node<'s>, usize)> {
        let inside = &self.yaml[start + 1..end];
        let length = memchr::memchr(quote, inside.as_bytes())?;
        let (text, behind) = (&inside[..length], start + length + 2);
        // A mark before a letter, or a quote twice, stands for something else.
        let plain = memchr::memchr(b'\\', text.as_bytes()).is_none() && self.byte(behind) != Some(quote);
        plain.then(|| {
            let node = Node {
                kind: Kind::Text(Cow::Borrowed(text)),
                span: self.span(start, behind),
            };
            (node, behind)
        })
    }

    /// A text without quotes inside brackets: it ends before a comma or a bracket.
    fn bare(&self, start: usize, end: usize) -> Option<(Node<'s>, usize)> {
        let inside = &self.yaml[start..end];
        let length = inside.find([',', '[', ']', '{', '}'])?;
        let text = inside[..length].trim_end_matches(' ');
        let node = self.text(start, start + text.len()).filter(|_| !goes_on(text))?;
        Some((node, start + length))
    }

    fn pair(&mut self, start: usize, end: usize) -> Option<(Entry<'s>, usize)> {
        let (key, value) = self.key(start, end)?;
        let (value, behind) = self.bracketed(value, end)?;
        Some((Entry { key, value }, behind))
    }

    /// What stands between brackets, parted by commas with a space behind.
    fn inside<T>(
        &mut self,
        start: usize,
        end: usize,
        close: u8,
        mut part: impl FnMut(&mut Self, usize) -> Option<(T, usize)>,
        whole: impl FnOnce(Vec<T>) -> Kind<'s>,
    ) -> Option<(Node<'s>, usize)> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let (mut parts, mut at) = (Vec::new(), self.behind_spaces(start + 1, end));
        while self.byte(at)? != close {
            let (one, behind) = part(self, at)?;
            parts.push(one);
            at = self.behind_spaces(behind, end);
            if self.yaml[at..end].starts_with(", ") {
                at = self.behind_spaces(at + 1, end);
            } else if self.byte(at)? != close {
                return None;
            }
        }
        self.depth -= 1;
        let node = Node {
            kind: whole(parts),
            span: self.span(start, at + 1),
        };
        Some((node, at + 1)).filter(|_| at < end)
    }

    fn behind_spaces(&self, start: usize, end: usize) -> usize {
        end - self.yaml[start..end].trim_start_matches(' ').len()
    }
}
