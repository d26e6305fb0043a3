//! Running text without marks, as the tables of open data give it, and the way back to Markdown.

use std::fmt::Write as _;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The words of a Markdown text without its marks: one line per paragraph or line that is broken on purpose, an empty
/// line between paragraphs, list items with `- ` or their number.
#[must_use]
pub fn plain_text(markdown: &str) -> String {
    let mut text = match paragraphs(markdown) {
        Some(paragraphs) => paragraphs.join("\n\n"),
        None => parsed(markdown),
    };
    text.truncate(text.trim_end().len());
    text
}

/// The paragraphs of a text in which nothing can be a mark, each on a line of its own; none of any other text. Most are
/// like that, and to see it is quicker than to parse them.
#[must_use]
pub fn paragraphs(markdown: &str) -> Option<Vec<&str>> {
    if markdown.bytes().fold(false, |any, byte| any | is_mark(byte)) {
        return None;
    }
    let mut start = 0;
    let ends = memchr::memchr_iter(b'\n', markdown.as_bytes()).chain([markdown.len()]);
    let mut lines = ends.map(|end| &markdown[std::mem::replace(&mut start, end + 1)..end]);
    let mut paragraphs = Vec::with_capacity(8);
    loop {
        let words = lines.next().filter(|line| is_line_of_words(line))?;
        paragraphs.push(words.trim_ascii_end());
        match lines.next() {
            None => return Some(paragraphs),
            Some("") => {}
            Some(_) => return None,
        }
    }
}

/// Whether a byte may be a mark wherever it stands, or breaks words in a way of its own. Without branches (`|`, not
/// `||`), so that many bytes are looked at together.
fn is_mark(byte: u8) -> bool {
    const MARKS: [u8; 10] = [b'\\', b'`', b'*', b'_', b'[', b'<', b'&', b'~', b'|', b'!'];
    let breaks = (byte < b' ') & (byte != b'\n');
    MARKS.iter().fold(breaks, |any, mark| any | (byte == *mark))
}

/// Whether a line does not begin as a heading, a quotation, an item, a rule or an explanation does.
fn is_line_of_words(line: &str) -> bool {
    let opens = |first: u8| first.is_ascii_digit() || b" #>+=-:".contains(&first);
    line.bytes().next().is_some_and(|first| !opens(first))
}

fn parsed(markdown: &str) -> String {
    let mut writer = Writer::default();
    for event in Parser::new_ext(markdown, Options::empty()) {
        writer.take(event);
    }
    writer.out
}

#[derive(Default)]
struct Writer {
    out: String,
    /// For each open list the number of its next item; `None` for a bulleted one.
    lists: Vec<Option<u64>>,
}

impl Writer {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.open(&tag),
            Event::End(tag) => self.close(tag),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.out.push_str(&text);
            }
            Event::SoftBreak => self.out.push(' '),
            Event::HardBreak => self.out.push('\n'),
            _ => {}
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::List(start) => {
                self.line_break();
                self.lists.push(*start);
            }
            Tag::Item => self.open_item(),
            _ => {}
        }
    }

    fn open_item(&mut self) {
        self.line_break();
        self.out
            .extend(std::iter::repeat_n("  ", self.lists.len().saturating_sub(1)));
        match self.lists.last_mut() {
            Some(Some(number)) => {
                self.out.push_str(&format!("{number}. "));
                *number += 1;
            }
            _ => self.out.push_str("- "),
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::List(_) => {
                self.lists.pop();
                if self.lists.is_empty() {
                    self.paragraph_break();
                }
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock if self.lists.is_empty() => {
                self.paragraph_break();
            }
            TagEnd::Paragraph => self.line_break(),
            _ => {}
        }
    }

    fn line_break(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    fn paragraph_break(&mut self) {
        self.line_break();
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }
}

/// Markdown that says just these words: `plain_text` of it is the text again, but for space at its end. Paragraphs and
/// lists stay what they are; no character of the text is taken for a mark.
#[must_use]
pub fn as_markdown(plain: &str) -> String {
    let plain = plain.trim_end();
    let structured = with_structure(plain);
    if plain_text(&structured) == plain {
        structured
    } else {
        line_by_line(plain)
    }
}

/// Characters that begin or end a mark wherever they stand.
const MARKS: &[char] = &['\\', '`', '*', '[', '<', '&', '~', '|', '$', '{', '^'];

/// Characters that make a line a heading, a quotation, an item, a rule or a term that is explained.
const LINE_MARKS: &[char] = &['#', '>', '+', '=', '-', ':', '_', '%', '.', ')'];

/// The text with its marks escaped, paragraphs and list items left for what they look like.
fn with_structure(plain: &str) -> String {
    let mut out = String::with_capacity(plain.len() + 16);
    for line in plain.split_inclusive('\n') {
        let words = line.trim_start_matches(' ');
        out.push_str(&line[..line.len() - words.len()]);
        let item = words.strip_prefix("- ").map(|rest| ("- ", rest));
        let (mark, rest) = item.unwrap_or(("", words));
        out.push_str(mark);
        if rest.starts_with(LINE_MARKS) {
            out.push('\\');
        }
        push_escaped(rest, &mut out);
    }
    out
}

/// The text with every line break kept and nothing taken for structure.
fn line_by_line(plain: &str) -> String {
    let mut out = String::with_capacity(plain.len() * 2);
    let mut lines = plain.split('\n').peekable();
    let mut before = 0;
    while let Some(line) = lines.next() {
        let last = lines.peek().is_none();
        if line.is_empty() {
            before += 1;
            continue;
        }
        push_breaks(before, &mut out);
        push_line(line, &mut out);
        before = usize::from(!last);
    }
    out
}

/// Line breaks between two lines with words: one breaks the line, two part paragraphs, all others are written out.
fn push_breaks(breaks: usize, out: &mut String) {
    let written_out = match (out.is_empty(), breaks) {
        (true, _) => breaks,
        (false, 0) => 0,
        (false, 1) => {
            out.push_str("\\\n");
            0
        }
        (false, more) => {
            out.push_str("\n\n");
            more - 2
        }
    };
    out.extend(std::iter::repeat_n("&#10;", written_out));
}

/// A line that begins and ends with its own spaces and is neither heading, item nor rule.
fn push_line(line: &str, out: &mut String) {
    let words = line.trim_matches(' ');
    let start = line.len() - line.trim_start_matches(' ').len();
    out.extend(std::iter::repeat_n("&#32;", start));
    let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    out.push_str(&words[..digits]);
    let rest = &words[digits..];
    if rest.starts_with(LINE_MARKS) {
        out.push('\\');
    }
    push_escaped(rest, out);
    out.extend(std::iter::repeat_n("&#32;", line.len() - start - words.len()));
}

fn push_escaped(words: &str, out: &mut String) {
    let mut before = ' ';
    for (at, c) in words.char_indices() {
        let after = words[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        let in_word = before.is_alphanumeric() && after.is_alphanumeric();
        if c.is_whitespace() && !matches!(c, ' ' | '\n') {
            // Writing into memory cannot fail.
            let _ = write!(out, "&#{};", u32::from(c));
        } else {
            if MARKS.contains(&c) || (c == '_' && !in_word && at > 0) {
                out.push('\\');
            }
            out.push(c);
        }
        before = c;
    }
}

#[cfg(test)]
mod tests {
    use super::{as_markdown, paragraphs, parsed, plain_text};

    #[test]
    fn marks_go_and_structure_stays() {
        let markdown =
            "Il **percorso** *nuovo*:\n\n- uno\n- due\n  - sotto\n\n### Giorno 1\n\n1. alba\n2. sera\n\nFine.";
        assert_eq!(
            plain_text(markdown),
            "Il percorso nuovo:\n\n- uno\n- due\n  - sotto\n\nGiorno 1\n\n1. alba\n2. sera\n\nFine."
        );
    }

    #[test]
    fn plain_text_reads_the_same_again() {
        let plain = plain_text("A\n\n- b\n- c\n\nd **e**");
        assert_eq!(plain_text(&plain), plain);
    }

    #[test]
    fn words_stay_words_and_lists_stay_lists() {
        for (plain, markdown) in [
            (
                "Dal 30/09/2023, a.b_c@esempio.it (50%).",
                "Dal 30/09/2023, a.b_c@esempio.it (50%).",
            ),
            ("Voci:\n\n- uno\n- due", "Voci:\n\n- uno\n- due"),
            ("*non* corsivo", "\\*non\\* corsivo"),
            ("# non titolo", "\\# non titolo"),
            ("una riga\nun'altra", "una riga\\\nun'altra"),
            ("3. così\ncom'è", "3\\. così\\\ncom'è"),
        ] {
            assert_eq!(as_markdown(plain), markdown);
            assert_eq!(plain_text(markdown), plain);
        }
    }

    proptest::proptest! {
        #[test]
        fn the_short_way_says_what_the_long_way_says(text in "([a-c1]|[-#>+=:.;()%]| |\n|\n\n|\t|é|\u{a0}){0,30}") {
            if paragraphs(&text).is_some() {
                let long = parsed(&text);
                proptest::prop_assert_eq!(plain_text(&text), long.trim_end());
            }
        }

        #[test]
        fn every_text_survives(plain in "([a-c1]|[-\\\\#>*_+=`~|:.&;<!\\[\\](){}]| |\n|\t|é|\u{a0}|\r|&amp;|- |1\\. |    ){0,30}") {
            proptest::prop_assert_eq!(plain_text(&as_markdown(&plain)), plain.trim_end());
        }

        #[test]
        fn any_characters_survive(plain in "[^\\x00]{0,40}") {
            proptest::prop_assert_eq!(plain_text(&as_markdown(&plain)), plain.trim_end());
        }
    }
}
