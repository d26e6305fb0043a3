//! Running text in table cells: HTML as management programs print it, and a text that a page end cut in two.
//!
//! A [`Piece`] is what one paragraph, one list item or one line says; it borrows from the source, so that every part of
//! a text keeps its place.

use super::block::Inline;

/// A stretch of running text without a break inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'s> {
    /// The words, with their inline markup.
    pub text: Inline<'s>,
    /// How it follows what stands before it.
    pub form: Form,
}

/// How a piece follows what stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As a paragraph of its own.
    Paragraph,
    /// As a new line of the same paragraph. Where the conversion lost the break, a wide gap is left of it.
    Line,
    /// As a list item; `depth` is 1 for an outermost list.
    Item {
        /// How many lists it stands in.
        depth: u8,
    },
}

/// Spaces in a row that no author types: the conversion leaves so many where a line ended.
const GAP: usize = 4;

/// Cuts a cell into its paragraphs, lines and list items.
#[must_use]
pub fn pieces<'s>(cell: &Inline<'s>) -> Vec<Piece<'s>> {
    let mut found = Vec::new();
    let (mut form, mut depth, mut from) = (Form::Paragraph, 0_u8, 0);
    for tag in block_tags(cell.raw()) {
        push_lines(&mut found, cell, from, tag.start, form);
        match tag.name {
            "ul" | "ol" if tag.closing => depth = depth.saturating_sub(1),
            "ul" | "ol" => depth = depth.saturating_add(1),
            _ => {}
        }
        form = tag.form_of_what_follows(form, depth);
        from = tag.end;
    }
    push_lines(&mut found, cell, from, cell.raw().len(), form);
    found
}

/// Markdown of a text that stands in one cell, or in several that a page end cut apart.
#[must_use]
pub fn markdown(cells: &[Inline<'_>]) -> String {
    let mut blocks: Vec<(Form, String)> = Vec::new();
    for cell in cells {
        for (at, piece) in pieces(cell).into_iter().enumerate() {
            let text = piece.markdown();
            match blocks.last_mut() {
                Some((_, head)) if at == 0 && continues(head, &text) => *head = mend(head, &text),
                _ => blocks.push((piece.form, text)),
            }
        }
    }
    lay_out(&blocks)
}

/// Whether a text that stands behind a page end goes on with the sentence that stands before it.
#[must_use]
pub fn continues(head: &str, tail: &str) -> bool {
    let open = head.ends_with(|c: char| c.is_alphanumeric() || "'’,-\u{ad}(".contains(c));
    open && (breaks_off(head) || tail.starts_with(char::is_lowercase))
}

/// Whether a text stops in the middle of a sentence: at a comma, an elision, an article, a preposition.
#[must_use]
pub fn breaks_off(text: &str) -> bool {
    let last_word = text.rsplit([' ', '\'', '’']).next().unwrap_or_default();
    text.ends_with(['\'', '’', ',', '\u{ad}', '(']) || LEADING_WORDS.contains(&last_word)
}

/// Words that no sentence ends with.
const LEADING_WORDS: [&str; 36] = [
    "a", "ad", "ai", "al", "alla", "alle", "che", "con", "da", "dal", "dalla", "dei", "del", "della", "delle", "di",
    "e", "ed", "gli", "i", "il", "in", "la", "le", "lo", "nei", "nel", "nella", "o", "per", "su", "sul", "sulla",
    "tra", "un", "una",
];

/// Joins a sentence that a page end cut in two. A word cut with a hyphen loses it, an elision takes no space.
#[must_use]
pub fn mend(head: &str, tail: &str) -> String {
    let cut_word = head
        .strip_suffix('\u{ad}')
        .or_else(|| head.strip_suffix('-'))
        .filter(|word| word.ends_with(char::is_alphabetic) && tail.starts_with(char::is_lowercase));
    match cut_word {
        Some(word) => format!("{word}{tail}"),
        None if head.ends_with(['\'', '’', '(']) => format!("{head}{tail}"),
        None => format!("{head} {tail}"),
    }
}

impl Piece<'_> {
    /// The piece as Markdown; emphasis that begins or ends outside the piece is dropped.
    fn markdown(&self) -> String {
        let marked = self.text.markdown();
        if marked.matches("**").count().is_multiple_of(2) {
            marked
        } else {
            self.text.text()
        }
    }
}

/// The mark that a list item or line is printed with (`•`, `-`, `◦`, `1.`), and the words behind it.
#[must_use]
pub fn split_mark(text: &str) -> (&str, &str) {
    let bullet = text.chars().next().filter(|c| "•◦-–▪".contains(*c));
    let length = match bullet {
        Some(bullet) => bullet.len_utf8(),
        None => ordinal_length(text),
    };
    let (mark, words) = text.split_at(length);
    (mark, words.trim_start())
}

/// Length of `1.` or `12)` with a space behind it, where a text opens so.
fn ordinal_length(text: &str) -> usize {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let behind = &text[digits..];
    let is_mark = (1..=2).contains(&digits) && (behind.starts_with(". ") || behind.starts_with(") "));
    if is_mark { digits + 1 } else { 0 }
}

/// Sets blocks one below the other: paragraphs parted by blank lines, items of a list right below each other.
fn lay_out(blocks: &[(Form, String)]) -> String {
    let mut out = String::new();
    let mut in_list = false;
    for (form, text) in blocks {
        let item = matches!(form, Form::Item { .. });
        if !out.is_empty() {
            out.push_str(if item && in_list { "\n" } else { "\n\n" });
        }
        match form {
            Form::Item { depth } => push_item(&mut out, *depth, text),
            Form::Paragraph | Form::Line => push_paragraph(&mut out, text),
        }
        in_list = item;
    }
    out
}

fn push_item(out: &mut String, depth: u8, text: &str) {
    let (mark, words) = split_mark(text);
    let mark = if mark.ends_with(['.', ')']) { mark } else { "-" };
    out.push_str(&"    ".repeat(usize::from(depth.saturating_sub(1))));
    out.push_str(mark);
    out.push(' ');
    out.push_str(words);
}

/// A paragraph that opens with a mark of Markdown which its author never meant keeps it as a letter.
fn push_paragraph(out: &mut String, text: &str) {
    if text.starts_with(['#', '>', '+', '=', '~', '`', '|']) {
        out.push('\\');
    }
    out.push_str(text);
}

fn push_lines<'s>(found: &mut Vec<Piece<'s>>, cell: &Inline<'s>, from: usize, to: usize, form: Form) {
    let mut form = form;
    for (start, end) in lines(&cell.raw()[from..to]) {
        let text = cell.part(from + start, from + end);
        if !text.is_empty() {
            let listed = form == Form::Line && opens_with_bullet(text.raw());
            let form_here = if listed { Form::Item { depth: 1 } } else { form };
            found.push(Piece { text, form: form_here });
            form = Form::Line;
        }
    }
}

/// Whether a line is an item of a list that the conversion left no tags of.
fn opens_with_bullet(text: &str) -> bool {
    matches!(split_mark(text), (mark, words) if !mark.is_empty() && !mark.ends_with(['.', ')']) && !words.is_empty())
}

/// The stretches between gaps, as byte offsets.
fn lines(text: &str) -> Vec<(usize, usize)> {
    let (mut found, mut from, mut gap) = (Vec::new(), 0, 0);
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            gap += 1;
            continue;
        }
        if gap >= GAP {
            found.push((from, at));
            from = at;
        }
        gap = 0;
    }
    found.push((from, text.len()));
    found
}

struct BlockTag {
    name: &'static str,
    closing: bool,
    start: usize,
    end: usize,
}

impl BlockTag {
    fn form_of_what_follows(&self, before: Form, depth: u8) -> Form {
        match (self.name, self.closing) {
            ("br", _) => Form::Line,
            ("li", false) => Form::Item { depth: depth.max(1) },
            ("p" | "div", false) if matches!(before, Form::Item { .. }) => before,
            _ => Form::Paragraph,
        }
    }
}

/// The tags that part blocks of text, in order.
fn block_tags(text: &str) -> impl Iterator<Item = BlockTag> {
    text.match_indices('<').filter_map(|(start, _)| {
        let length = text[start..].find('>')?;
        let inside = &text[start + 1..start + length];
        let closing = inside.starts_with('/');
        let word = inside.trim_matches('/').split_ascii_whitespace().next()?;
        let name = ["p", "ul", "ol", "li", "br", "div"]
            .into_iter()
            .find(|name| name.eq_ignore_ascii_case(word))?;
        Some(BlockTag {
            name,
            closing,
            start,
            end: start + length + 1,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn cell(raw: &str) -> Inline<'_> {
        Inline::new(FileId::new(0), raw, 0)
    }

    fn laid_out(cells: &[&str]) -> String {
        let cells: Vec<Inline<'_>> = cells.iter().map(|raw| cell(raw)).collect();
        markdown(&cells)
    }

    #[test]
    fn paragraphs_and_nested_lists() {
        let html = "<p>Si prevede:</p> <ol style=\"x\"> <li>1. Rete; <ul> <li>◦ prima;</li> <li>• seconda.</li> </ul> \
                    </li> <li>2. Eventi.</li> </ol> <p>Fine.</p>";
        assert_eq!(
            laid_out(&[html]),
            "Si prevede:\n\n1. Rete;\n    - prima;\n    - seconda.\n2. Eventi.\n\nFine."
        );
    }

    #[test]
    fn a_gap_is_a_line_that_the_conversion_lost() {
        assert_eq!(
            laid_out(&["<b>Strategia</b>          Il piano          - prima          - seconda"]),
            "**Strategia**\n\nIl piano\n\n- prima\n- seconda"
        );
    }

    #[test]
    fn a_text_cut_by_a_page_end_is_joined_again() {
        for (head, tail, whole) in [
            (
                "<p>la media sul totale dei</p>",
                "<p>procedimenti</p>",
                "la media sul totale dei procedimenti",
            ),
            ("<p>i gemellaggi, l'</p>", "amicizia", "i gemellaggi, l'amicizia"),
            ("la digitaliz-", "zazione", "la digitalizzazione"),
            ("la digitaliz\u{ad}", "zazione", "la digitalizzazione"),
            ("gli spazi -", "aperti", "gli spazi - aperti"),
            ("<p>Primo.</p>", "<p>Secondo.</p>", "Primo.\n\nSecondo."),
            (
                "<ul><li>primo;</li></ul>",
                "<ul><li>secondo;</li></ul>",
                "- primo;\n- secondo;",
            ),
            (
                "<ul><li>dal primo</li></ul>",
                "<ul><li>al secondo;</li></ul>",
                "- dal primo al secondo;",
            ),
            ("Il Comune di", "Borgo", "Il Comune di Borgo"),
            ("Il progetto", "Fasi", "Il progetto\n\nFasi"),
        ] {
            assert_eq!(laid_out(&[head, tail]), whole);
        }
    }

    #[test]
    fn pieces_keep_their_places() {
        let raw = "<p>uno</p><ul><li>due</li></ul>";
        let found: Vec<&str> = pieces(&cell(raw))
            .iter()
            .map(|piece| &raw[piece.text.span().start as usize..piece.text.span().end as usize])
            .collect();
        assert_eq!(found, ["uno", "due"]);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC*") {
            let _ = laid_out(&[&text, &text]);
        }
    }
}
