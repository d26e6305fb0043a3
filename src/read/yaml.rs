//! YAML with an address on every key and value. The only file that knows the YAML crate.
//!
//! A [`Node`] is a tree of texts: nothing is guessed, so `0123`, `06.02` and `no` stay what was typed, and each field
//! decides for itself how its text is read (see [`keys`](super::keys)). What offices do not need (aliases, several
//! documents, keys that are no text) is refused with a message of its own.

mod place;
mod plain;

use std::borrow::Cow;

use serde_yaml::granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle, ScanError, Span as Mark, StrInput};

use crate::diag::register::matter as codes;
use crate::diag::{Code, Diagnostic, Reported};
use crate::source::{FileId, Span, Spanned};

/// A piece of YAML and its place.
#[derive(Clone, Debug)]
pub struct Node<'s> {
    /// What it is.
    pub kind: Kind<'s>,
    /// Where it stands in its file, quotes included.
    pub span: Span,
}

/// The shapes of YAML.
#[derive(Clone, Debug)]
pub enum Kind<'s> {
    /// Nothing: an empty value, `~` or `null` without quotes.
    Empty,
    /// A text, as typed, quotes and folding undone.
    Text(Cow<'s, str>),
    /// A list.
    List(Vec<Node<'s>>),
    /// Keys and values, in the order written, each key once.
    Map(Vec<Entry<'s>>),
}

/// A key with its value.
#[derive(Clone, Debug)]
pub struct Entry<'s> {
    /// The key.
    pub key: Spanned<Cow<'s, str>>,
    /// The value.
    pub value: Node<'s>,
}

/// Reads one YAML document that begins at byte `offset` of its file; nothing for a document without content. Broken
/// syntax is one problem, at its place, and yields nothing.
#[must_use]
pub fn parse(file: FileId, yaml: &str, offset: usize) -> Reported<Option<Node<'_>>> {
    match plain::parse(file, yaml, offset) {
        Some(node) => Reported::clean(Some(node)),
        None => whole(file, yaml, offset),
    }
}

/// Reads all of YAML.
fn whole(file: FileId, yaml: &str, offset: usize) -> Reported<Option<Node<'_>>> {
    let mut tree = Tree {
        events: Parser::new_from_str_with_options(yaml, options()),
        yaml,
        file,
        offset,
        last: 0,
        problems: Vec::new(),
    };
    let value = match tree.document() {
        Ok(node) => node,
        Err(problem) => {
            tree.problems.push(*problem);
            None
        }
    };
    Reported {
        value,
        problems: tree.problems,
    }
}

fn options() -> Options {
    let mut options = Options::default();
    options.emit_comments = false;
    options
}

type Step<T> = Result<T, Box<Diagnostic>>;

/// Builds the tree from the parser's events.
struct Tree<'s> {
    events: Parser<'s, StrInput<'s>>,
    yaml: &'s str,
    file: FileId,
    offset: usize,
    /// End of the last piece with content: a block's own end mark stands behind the blank lines that follow it.
    last: usize,
    problems: Vec<Diagnostic>,
}

impl<'s> Tree<'s> {
    fn document(&mut self) -> Step<Option<Node<'s>>> {
        let mut root = None;
        loop {
            let (event, mark) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(root),
                Event::DocumentStart(..) if root.is_some() => {
                    return Err(self.refuse(&codes::YAML_DUE_DOCUMENTI, &mark));
                }
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                event => root = Some(self.node(event, mark)?),
            }
        }
    }

    fn node(&mut self, event: Event<'s>, mark: Mark) -> Step<Node<'s>> {
        let start = self.span(&mark);
        let kind = match event {
            Event::Scalar(text, style, ..) => scalar(text, style),
            Event::SequenceStart(..) => self.list()?,
            Event::MappingStart(..) => self.map()?,
            _ => return Err(self.refuse(&codes::YAML_ALIAS, &mark)),
        };
        let span = match kind {
            Kind::List(_) | Kind::Map(_) => {
                Span::new(self.file, start.start as usize, self.last.max(start.end as usize))
            }
            _ => start,
        };
        self.last = span.end as usize;
        Ok(Node { kind, span })
    }

    fn list(&mut self) -> Step<Kind<'s>> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, mark) => return Ok(self.close(&mark, Kind::List(items))),
                (event, mark) => items.push(self.node(event, mark)?),
            }
        }
    }

    fn map(&mut self) -> Step<Kind<'s>> {
        let mut entries: Vec<Entry<'s>> = Vec::new();
        loop {
            let (event, mark) = self.next()?;
            let key = match event {
                Event::MappingEnd => return Ok(self.close(&mark, Kind::Map(entries))),
                Event::Scalar(text, ..) => Spanned::new(text, self.span(&mark)),
                _ => return Err(self.refuse(&codes::YAML_CHIAVE_COMPOSTA, &mark)),
            };
            self.last = key.span.end as usize;
            let (event, mark) = self.next()?;
            let value = self.node(event, mark)?;
            match entries.iter().find(|entry| entry.key.value == key.value) {
                None => entries.push(Entry { key, value }),
                Some(first) => self.problems.push(twice(first.key.span, &key)),
            }
        }
    }

    /// A collection in brackets ends at its bracket; a block ends with its last piece.
    fn close(&mut self, mark: &Mark, kind: Kind<'s>) -> Kind<'s> {
        let end = self.span(mark);
        if end.end > end.start {
            self.last = end.end as usize;
        }
        kind
    }

    fn next(&mut self) -> Step<(Event<'s>, Mark)> {
        match self.events.next() {
            Some(Ok(next)) => Ok(next),
            Some(Err(error)) => Err(self.broken(&error)),
            None => Ok((Event::StreamEnd, Mark::empty(Default::default()))),
        }
    }

    fn span(&self, mark: &Mark) -> Span {
        let bytes = mark.byte_range().unwrap_or_default();
        Span::new(self.file, self.offset + bytes.start, self.offset + bytes.end)
    }

    fn refuse(&self, code: &'static Code, mark: &Mark) -> Box<Diagnostic> {
        Box::new(Diagnostic::new(code).at(self.span(mark)))
    }

    fn broken(&self, error: &ScanError) -> Box<Diagnostic> {
        let at = error.marker().byte_offset().unwrap_or_default();
        let (code, at) = place::mistake(self.yaml, code_of(error.kind()), at);
        let at = self.offset + at;
        let finding = Diagnostic::new(code).at(Span::new(self.file, at, at));
        Box::new(finding.with("motivo", error.info()))
    }
}

fn scalar(text: Cow<'_, str>, style: ScalarStyle) -> Kind<'_> {
    match style {
        ScalarStyle::Plain => bare(text),
        _ => Kind::Text(text),
    }
}

/// A text without quotes.
fn bare(text: Cow<'_, str>) -> Kind<'_> {
    match text.as_ref() {
        "" | "~" | "null" | "Null" | "NULL" => Kind::Empty,
        _ => Kind::Text(text),
    }
}

fn twice(first: Span, key: &Spanned<Cow<'_, str>>) -> Diagnostic {
    Diagnostic::new(&codes::CHIAVE_DOPPIA)
        .at(key.span)
        .and(first)
        .with("chiave", &key.value)
}

/// The mistakes that people make most have words of their own.
fn code_of(kind: &ErrorKind) -> &'static Code {
    use ErrorKind as E;
    match kind {
        E::TabNotAllowed | E::TabInBlockIndentation | E::TabAtBlockScalarStart | E::TabInIndentation => {
            &codes::YAML_TABULAZIONE
        }
        E::UnclosedQuotedScalar
        | E::InvalidTrailingSingleQuotedScalar
        | E::InvalidTrailingDoubleQuotedScalar
        | E::DocumentIndicatorInQuotedScalar
        | E::InvalidQuotedScalarIndent
        | E::UnknownQuotedScalarEscape => &codes::YAML_VIRGOLETTE,
        E::InvalidColonPlacement | E::MappingValueNotAllowed | E::SimpleKeyExpected | E::InvalidSimpleKey => {
            &codes::YAML_DUE_PUNTI
        }
        E::UnclosedFlowCollection { .. }
        | E::MismatchedFlowCollectionEnd { .. }
        | E::MisplacedFlowCollectionEnd
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator => &codes::YAML_PARENTESI,
        E::InvalidIndentation | E::ExpectedBlockMappingKey | E::ExpectedBlockSequenceEntry => &codes::YAML_RIENTRO,
        E::UnknownAnchor => &codes::YAML_ALIAS,
        _ => &codes::YAML_ERRATO,
    }
}

#[cfg(test)]
mod tests;
