use crate::model::{Detto, Testo};
use crate::read::block::{Block, Inline, Kind};
use crate::read::prose::{breaks_off, mend};
use crate::source::Span;

/// The words of blocks as one line; nothing where there are none. Lines of mere marks are left out.
pub(super) fn one_line(blocks: &[&Block<'_>]) -> Option<Detto<Testo>> {
    let words: Vec<String> = lines(blocks).map(|line| line.text()).collect();
    let span = span(blocks)?;
    (!words.is_empty()).then(|| Detto::new(Testo::from(words.join(" ")), span))
}

/// The lines of blocks, table cells included, that hold a letter or digit.
pub(super) fn lines<'b, 's>(blocks: &'b [&'b Block<'s>]) -> impl Iterator<Item = Inline<'s>> + 'b {
    blocks
        .iter()
        .flat_map(|block| {
            let cells = block
                .table()
                .into_iter()
                .flat_map(|table| &table.rows)
                .flat_map(|row| &row.cells);
            block.lines().iter().chain(cells).copied()
        })
        .filter(|line| says_something(line))
}

fn says_something(line: &Inline<'_>) -> bool {
    line.raw().contains(char::is_alphanumeric)
}

/// From the first line that says something to the last.
fn span(blocks: &[&Block<'_>]) -> Option<Span> {
    lines(blocks).map(|line| line.span()).reduce(Span::to)
}

/// Running text as Markdown: paragraphs, lists, emphasis; headings inside it become bold lines, so that they cannot
/// disturb the page's own. A text that a page end cut in two is joined again. `source` is the document's text.
pub(super) fn markdown(blocks: &[&Block<'_>], source: &str) -> Option<Detto<Testo>> {
    let mut pieces: Vec<Piece> = Vec::new();
    for block in blocks {
        for piece in pieces_of(block, source) {
            match pieces.last_mut() {
                Some(last) if piece.depth.is_none() && last.is_cut_before(&piece) => last.mend(&piece),
                _ => pieces.push(piece),
            }
        }
    }
    let span = span(blocks)?;
    (!pieces.is_empty()).then(|| Detto::new(Testo::from(lay_out(&pieces)), span))
}

/// A paragraph, bold line or list item.
struct Piece {
    text: String,
    /// The number of an ordered item, as printed with its mark.
    mark: Option<String>,
    /// Depth of a list item, 0 for the outermost.
    depth: Option<usize>,
    is_title: bool,
}

impl Piece {
    fn is_cut_before(&self, next: &Piece) -> bool {
        !self.is_title && !next.is_title && continues(&self.text, &next.text)
    }

    fn mend(&mut self, next: &Piece) {
        self.text = mend(&self.text, &next.text);
    }
}

fn pieces_of(block: &Block<'_>, source: &str) -> Vec<Piece> {
    let paragraph = |text: String| Piece {
        text,
        mark: None,
        depth: None,
        is_title: false,
    };
    match &block.kind {
        Kind::Heading { text, .. } => vec![Piece {
            is_title: true,
            ..paragraph(format!("**{}**", text.text()))
        }],
        Kind::Paragraph { lines } => vec![paragraph(join(lines, source))],
        Kind::Item { depth, lines, marker } => {
            let (mark, text) = split_mark(marker, join(lines, source));
            vec![Piece {
                mark,
                depth: Some(usize::from(*depth)),
                ..paragraph(text)
            }]
        }
        Kind::Table(table) => {
            let rows = table.rows.iter().map(|row| row.texts().join(" ").trim().to_owned());
            rows.map(paragraph).collect()
        }
        Kind::Rule => Vec::new(),
    }
}

/// An item's number, if it has one, and its words: `- 1. Reti` is the item `1.`; an arrow behind the bullet is a bullet.
fn split_mark(marker: &str, text: String) -> (Option<String>, String) {
    if marker.starts_with(|c: char| c.is_ascii_digit()) {
        return (Some(marker.to_owned()), text);
    }
    if let Some(words) = text.strip_prefix("⇒ ") {
        return (None, words.to_owned());
    }
    let bare = text.trim_start_matches('*');
    let digits = bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match bare[digits..].strip_prefix(". ") {
        Some(words) if (1..=2).contains(&digits) => {
            let bold = &text[..text.len() - bare.len()];
            (Some(format!("{}.", &bare[..digits])), format!("{bold}{words}"))
        }
        _ => (None, text),
    }
}

/// The lines of a paragraph or item; a line that ends with two spaces keeps its break.
fn join(lines: &[Inline<'_>], source: &str) -> String {
    let mut text = String::new();
    for (at, line) in lines.iter().filter(|line| says_something(line)).enumerate() {
        if at > 0 {
            text.push_str(if breaks(lines.get(at - 1), source) { "  \n" } else { " " });
        }
        text.push_str(&balanced(line));
    }
    text
}

fn breaks(line: Option<&Inline<'_>>, source: &str) -> bool {
    let after = line.and_then(|line| source.get(line.span().end as usize..));
    after.is_some_and(|after| after.starts_with("  "))
}

/// A line as Markdown. Where the conversion lost the opening mark of a bold line, it is set again.
fn balanced(line: &Inline<'_>) -> String {
    let text = line.markdown();
    match text.strip_suffix("**") {
        Some(words) if text.matches("**").count() % 2 == 1 => match words.split_once(". ") {
            Some((number, words)) if number.bytes().all(|b| b.is_ascii_digit()) => format!("{number}. **{words}**"),
            _ => format!("**{words}**"),
        },
        _ => text,
    }
}

/// The shortest line that is taken for cut where its last word does not say so.
const FULL_LINE: usize = 80;

/// Whether a text that stands behind a page end goes on with the sentence before it.
fn continues(head: &str, tail: &str) -> bool {
    let open = head.ends_with(|c: char| c.is_alphanumeric());
    breaks_off(head) || (open && head.len() >= FULL_LINE && tail.starts_with(char::is_lowercase))
}

/// Sets pieces one below the other: paragraphs parted by blank lines, items of a list right below each other.
fn lay_out(pieces: &[Piece]) -> String {
    let mut out = String::new();
    let mut in_list = false;
    for piece in pieces {
        if !out.is_empty() {
            out.push_str(if piece.depth.is_some() && in_list { "\n" } else { "\n\n" });
        }
        if let Some(depth) = piece.depth {
            let mark = piece.mark.as_deref().unwrap_or("-");
            out.push_str(&"    ".repeat(depth));
            out.push_str(&format!("{mark} "));
        }
        out.push_str(&piece.text.replace(
            "  \n",
            &format!("  \n{}", "    ".repeat(piece.depth.map_or(0, |d| d + 1))),
        ));
        in_list = piece.depth.is_some();
    }
    out
}
