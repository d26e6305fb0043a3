use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Read as _;
use std::ops::Range;

use flate2::read::GzDecoder;

use super::datum::{Datum, Kind};
use super::prose;
use super::search::{Search, Wanted, merged};
use crate::diag::Diagnostic;
use crate::diag::register::privacy::DATO_TRATTENUTO;
use crate::read::cell::parse_phones;
use crate::source::{FileId, SourceFile, Span};

/// What stands in the place of a withheld value in a text of this language, by its code.
fn mark(language: &str) -> &'static str {
    match language {
        "it" | "" => "[omesso]",
        "en" => "[omitted]",
        _ => "[…]",
    }
}

/// What must not stand in any byte of the site, and how to keep it out.
#[derive(Clone, Debug, Default)]
pub struct Withheld {
    data: Vec<Datum>,
    search: Search,
    places: BTreeMap<FileId, Vec<Range<usize>>>,
    language: String,
}

/// A source document as it may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redacted<'t> {
    /// Its lines without line breaks, as many as it has.
    pub lines: Vec<Cow<'t, str>>,
    /// Whether anything was withheld; if not, the document may be given as received.
    pub changed: bool,
}

impl Withheld {
    /// Everything personal that the policy decided on. A name that some fact publishes is not withheld anywhere.
    /// `language` is that of the documents, the site's own.
    pub(super) fn of(data: Vec<Datum>, language: &str) -> Self {
        let (published, withheld): (Vec<&Datum>, Vec<&Datum>) =
            data.iter().partition(|datum| datum.reason.is_published());
        let mut open = wanted(&published);
        let in_charge = published.iter().filter(|datum| datum.kind == Kind::Nome);
        for name in in_charge.flat_map(|datum| prose::titled(&datum.value)) {
            open.name(None, &name);
        }
        let mut closed = wanted(&withheld);
        closed.except(&open);
        let known = |datum: &&&Datum| datum.kind != Kind::Nome || !open.has_name(&datum.value);
        let mut places: BTreeMap<FileId, Vec<Range<usize>>> = BTreeMap::new();
        for span in withheld.iter().filter(known).flat_map(|datum| &datum.places) {
            places.entry(span.file).or_default().push(range(*span));
        }
        Self {
            search: closed.search(),
            places,
            data,
            language: language.to_owned(),
        }
    }

    /// Whether it came of these data, for documents in this language.
    pub(super) fn is_of(&self, data: &[Datum], language: &str) -> bool {
        self.data == data && self.language == language
    }

    /// Every personal datum of the facts, in the order of the tables, published or not, with the reason.
    #[must_use]
    pub fn personal(&self) -> &[Datum] {
        &self.data
    }

    /// Whether nothing is withheld.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.search.is_empty() && self.places.is_empty()
    }

    /// The finding about an output that holds a withheld value.
    #[must_use]
    pub fn check(&self, path: &str, bytes: &[u8]) -> Option<Diagnostic> {
        let value = self.scan(bytes)?;
        Some(
            Diagnostic::new(&DATO_TRATTENUTO)
                .with("file", path)
                .with("valore", value),
        )
    }

    /// The language of the documents, the site's own.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The mark in documents, which are in the site's own language.
    #[must_use]
    pub fn mark(&self) -> &'static str {
        mark(&self.language)
    }

    /// The text, of a page in this language, with a mark in the place of every withheld value; borrowed where there is
    /// none.
    #[must_use]
    pub fn redact<'t>(&self, text: &'t str, language: &str) -> Cow<'t, str> {
        if self.search.is_empty() {
            return Cow::Borrowed(text);
        }
        replaced(text, &self.search.find(text), mark(language))
    }

    /// A source document for the readable copy and the download: withheld values are gone where facts were read from
    /// them and wherever else they stand. It keeps its lines, so that places in it stay right.
    #[must_use]
    pub fn redact_document<'t>(&self, id: FileId, file: &'t SourceFile) -> Redacted<'t> {
        let text = file.text();
        let known = self
            .places
            .get(&id)
            .into_iter()
            .flatten()
            .filter(|range| fits(text, range));
        let all = merged(known.cloned().chain(self.search.find(text)).collect());
        let mut start = 0;
        let lines = text.split_inclusive('\n').map(|whole| {
            let line = whole.trim_end_matches(['\n', '\r']);
            let here = within(&all, start..start + line.len());
            start += whole.len();
            replaced(line, &here, self.mark())
        });
        Redacted {
            lines: lines.collect(),
            changed: !all.is_empty(),
        }
    }

    /// The first withheld value among the bytes of an output, as it stands there. Packed bytes (gzip, as the search
    /// index is) are unpacked. Bytes that are no text hold none.
    #[must_use]
    pub fn scan(&self, bytes: &[u8]) -> Option<String> {
        if self.search.is_empty() {
            return None;
        }
        let bytes = unpacked(bytes);
        let text = std::str::from_utf8(&bytes).ok()?;
        self.search
            .find(text)
            .into_iter()
            .next()
            .and_then(|hit| Some(text.get(hit)?.to_owned()))
    }
}

/// The content of a gzip file; other bytes, or a file that is broken, as they are.
fn unpacked(bytes: &[u8]) -> Cow<'_, [u8]> {
    const GZIP: [u8; 2] = [0x1f, 0x8b];
    let mut content = Vec::new();
    match bytes.starts_with(&GZIP) && GzDecoder::new(bytes).read_to_end(&mut content).is_ok() {
        true => Cow::Owned(content),
        false => Cow::Borrowed(bytes),
    }
}

fn wanted(data: &[&Datum]) -> Wanted {
    let mut wanted = Wanted::default();
    for datum in data {
        match (datum.kind, &datum.parts) {
            (Kind::Nome, Some((given, family))) => wanted.name(Some(given), family),
            (Kind::Nome, None) => wanted.name(None, &datum.value),
            (Kind::Email, _) => wanted.mailbox(&datum.value),
            (Kind::Telefono, _) => parse_phones(&datum.value)
                .iter()
                .for_each(|phone| wanted.number(phone.digits())),
            // A share like `10.00` is no secret by itself, only beside the name; it is gone from the facts.
            (Kind::Impegno, _) => {}
        }
    }
    wanted
}

fn range(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

/// Whether a range is a stretch of one line: more would be a place that is not exact.
fn fits(text: &str, range: &Range<usize>) -> bool {
    text.get(range.clone()).is_some_and(|value| !value.contains('\n'))
}

/// The parts of ranges that stand in a line, counted from its beginning.
fn within(ranges: &[Range<usize>], line: Range<usize>) -> Vec<Range<usize>> {
    let first = ranges.partition_point(|range| range.end <= line.start);
    let here = ranges[first..].iter().take_while(|range| range.start < line.end);
    here.map(|range| range.start.max(line.start) - line.start..range.end.min(line.end) - line.start)
        .collect()
}

fn replaced<'t>(text: &'t str, ranges: &[Range<usize>], mark: &str) -> Cow<'t, str> {
    if ranges.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut redacted = String::with_capacity(text.len());
    let mut done = 0;
    for range in ranges {
        redacted.push_str(text.get(done..range.start).unwrap_or_default());
        redacted.push_str(mark);
        done = range.end;
    }
    redacted.push_str(text.get(done..).unwrap_or_default());
    Cow::Owned(redacted)
}
