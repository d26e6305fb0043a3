use std::borrow::Cow;

use crate::model::{Detto, Testo};
use crate::source::{FileId, Span};

/// A stretch of running text as it stands in the source, with its markup and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inline<'s> {
    raw: &'s str,
    span: Span,
}

/// Tags that the conversion leaves in texts. Anything else between `<` and `>` is the author's and stays.
const TAGS: [&str; 15] = [
    "b", "strong", "i", "em", "u", "s", "a", "br", "p", "span", "sup", "sub", "div", "small", "font",
];

impl<'s> Inline<'s> {
    /// A stretch of `text`, trimmed; `offset` is where the stretch begins in its file, in bytes.
    #[must_use]
    pub fn new(file: FileId, raw: &'s str, offset: usize) -> Self {
        let trimmed = raw.trim();
        let start = offset + (raw.len() - raw.trim_start().len());
        Self {
            raw: trimmed,
            span: Span::new(file, start, start + trimmed.len()),
        }
    }

    /// The source text, trimmed, with its markup.
    #[must_use]
    pub fn raw(&self) -> &'s str {
        self.raw
    }

    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// The words alone: tags and emphasis marks dropped, entities and escapes resolved, white space folded.
    #[must_use]
    pub fn text(&self) -> String {
        words(self.raw)
    }

    /// The words with their place.
    #[must_use]
    pub fn said(&self) -> Detto<Testo> {
        Detto::new(self.text().into(), self.span)
    }

    /// The text as Markdown: known tags become Markdown marks or vanish, other `<` are escaped, white space folded.
    #[must_use]
    pub fn markdown(&self) -> String {
        let marked = replace_tags(self.raw, |name| match name {
            "b" | "strong" => Some("**"),
            "i" | "em" => Some("*"),
            _ => None,
        });
        fold_spaces(&escape_author_tags(&decode_spaces(&marked)))
    }

    /// Whether nothing is left of it once the markup is gone.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text().is_empty()
    }

    /// Whether it is empty or holds only what forms print for "nothing": dashes, the sign of the euro before one.
    #[must_use]
    pub fn says_nothing(&self) -> bool {
        self.text()
            .chars()
            .all(|c| matches!(c, '-' | '–' | '—' | '€' | '/' | ' '))
    }

    /// Whether it is bold from the first letter to the last.
    #[must_use]
    pub fn is_bold(&self) -> bool {
        self.opens_bold() && self.closes_bold() && !self.inner_bold_break()
    }

    pub(super) fn opens_bold(&self) -> bool {
        self.raw.starts_with("**") || self.raw.starts_with("<b>")
    }

    pub(super) fn closes_bold(&self) -> bool {
        self.raw.ends_with("**") || self.raw.ends_with("</b>")
    }

    /// Bold that stops and begins again (`**a** b **c**`) is not a bold line.
    fn inner_bold_break(&self) -> bool {
        let inner = self.raw.trim_start_matches("<b>").trim_end_matches("</b>");
        let inner = inner.strip_prefix("**").unwrap_or(inner);
        let inner = inner.strip_suffix("**").unwrap_or(inner);
        inner.contains("**") || inner.contains("</b>")
    }

    /// What stands before and behind the first dash between blanks, whatever its length: `5.3 - Luoghi`, `5.3 – Luoghi`.
    #[must_use]
    pub fn split_at_dash(&self) -> Option<(Inline<'s>, Inline<'s>)> {
        let blank_behind = |at: usize| self.raw[at..].starts_with(char::is_whitespace);
        let mut dashes = self.raw.match_indices(['-', '–', '—']);
        let (at, dash) = dashes
            .find(|(at, dash)| self.raw[..*at].ends_with(char::is_whitespace) && blank_behind(at + dash.len()))?;
        Some((self.part(0, at), self.part(at + dash.len(), self.raw.len())))
    }

    /// The part from byte `from` to byte `to` of [`raw`](Self::raw), trimmed, with its own place.
    #[must_use]
    pub fn part(&self, from: usize, to: usize) -> Inline<'s> {
        Inline::new(self.span.file, &self.raw[from..to], self.span.start as usize + from)
    }
}

/// The words of several lines, joined by single spaces; empty lines leave no space. Emphasis may reach over lines.
pub(super) fn join(lines: &[Inline<'_>]) -> String {
    let raw: Vec<&str> = lines.iter().map(Inline::raw).collect();
    words(&raw.join(" "))
}

fn words(raw: &str) -> String {
    fold_spaces(&drop_emphasis(&decode(&replace_tags(raw, |_| None))))
}

/// Replaces every known tag by what `mark` says for its name, or by nothing; `<br>` and `<p>` become a space.
fn replace_tags<'t>(text: &'t str, mark: impl Fn(&str) -> Option<&'static str>) -> Cow<'t, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        rest = &rest[open..];
        let Some((name, length)) = known_tag(rest) else {
            out.push('<');
            rest = &rest[1..];
            continue;
        };
        match mark(name) {
            Some(mark) => out.push_str(mark),
            None if matches!(name, "br" | "p" | "div") => out.push(' '),
            None => {}
        }
        rest = &rest[length..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Name and length of the known tag that `text` begins with, opening or closing.
fn known_tag(text: &str) -> Option<(&'static str, usize)> {
    let close = text.find('>')?;
    let inside = text[1..close].trim_start_matches('/').trim_end_matches('/').trim();
    let word = inside.split_ascii_whitespace().next()?.to_ascii_lowercase();
    let name = TAGS.iter().find(|tag| **tag == word)?;
    Some((name, close + 1))
}

/// A `<` that opens no known tag and no address is the author's own and must not become HTML.
fn escape_author_tags(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 4);
    for (at, c) in text.char_indices() {
        let rest = &text[at..];
        let is_address = rest.starts_with("<http://") || rest.starts_with("<https://") || rest.starts_with("<mailto:");
        if c == '<' && !is_address {
            out.push('\\');
        }
        out.push(c);
    }
    Cow::Owned(out)
}

/// Resolves character references and backslash escapes.
fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '\\']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['&', '\\']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (decoded, length) = decode_one(rest);
        out.push(decoded);
        rest = &rest[length..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Stands for an escaped asterisk until the emphasis marks are gone.
const LITERAL_ASTERISK: char = '\u{E000}';

/// The character that a reference or escape stands for, and its length in bytes; `text` begins with `&` or `\`.
fn decode_one(text: &str) -> (char, usize) {
    if let Some(escaped) = text.strip_prefix('\\') {
        return match escaped.chars().next() {
            Some('*') => (LITERAL_ASTERISK, 2),
            Some(c) if c.is_ascii_punctuation() => (c, 2),
            _ => ('\\', 1),
        };
    }
    let named = text.find(';').filter(|end| *end <= 8).and_then(|end| {
        let c = match &text[1..end] {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" => ' ',
            number => numeric_reference(number)?,
        };
        Some((c, end + 1))
    });
    named.unwrap_or(('&', 1))
}

fn numeric_reference(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(code)
}

/// Markdown keeps its references and escapes; only spaces written as references are resolved.
fn decode_spaces(text: &str) -> Cow<'_, str> {
    if text.contains("&nbsp;") {
        Cow::Owned(text.replace("&nbsp;", " "))
    } else {
        Cow::Borrowed(text)
    }
}

/// Drops pairs of `*`, `**` and `***` that set words off. Marks without a partner, as in `(*) (**)`, stay.
fn drop_emphasis(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('*') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let width = rest.len() - rest.trim_start_matches('*').len();
        let (mark, after) = rest.split_at(width);
        match closing(after, mark) {
            Some(end) => {
                out.push_str(&drop_emphasis(&after[..end]));
                rest = &after[end + width..];
            }
            None => {
                out.push_str(mark);
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out.replace(LITERAL_ASTERISK, "*")
}

/// Where, in the text behind an opening mark, the mark's partner stands. One run of marks may close two openings:
/// `**a *b***`.
fn closing(after: &str, mark: &str) -> Option<usize> {
    if !after.starts_with(|c: char| !c.is_whitespace() && c != ')') {
        return None;
    }
    let mut from = 0;
    while let Some(found) = after[from..].find(mark) {
        let at = from + found;
        let run = after[at..].len() - after[at..].trim_start_matches('*').len();
        let inside = &after[..at];
        let sets_off = inside.ends_with(|c: char| !c.is_whitespace()) && inside.contains(char::is_alphanumeric);
        let inner = run - mark.len();
        let closes_both = inner > 0 && inside.contains(&after[at..at + inner]);
        if sets_off && (inner == 0 || closes_both) {
            return Some(at + inner);
        }
        from = at + run;
    }
    None
}

/// Folds every run of white space, non-breaking spaces included, into one space and trims the ends. Marks without a width
/// say nothing; a soft hyphen goes with the blank that the end of its line left, but stays where a page cut the word.
fn fold_spaces(text: &str) -> String {
    if !text.contains(is_unseen) {
        return fold_blanks(text);
    }
    let end = text.trim_end_matches(|c: char| c.is_whitespace() || is_unseen(c)).len();
    let cut = text[end..].contains(SOFT_HYPHEN);
    let mut joined = String::with_capacity(text.len());
    let mut parts = text[..end].split(SOFT_HYPHEN);
    joined.extend(parts.next());
    joined.extend(parts.map(str::trim_start));
    joined.retain(|c| !is_unseen(c));
    let mut folded = fold_blanks(&joined);
    folded.extend(cut.then_some(SOFT_HYPHEN));
    folded
}

const SOFT_HYPHEN: char = '\u{ad}';

/// Whether nobody sees a character: a soft hyphen, blanks and joiners without a width, a stray byte order mark.
fn is_unseen(c: char) -> bool {
    matches!(c, SOFT_HYPHEN | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn fold_blanks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
