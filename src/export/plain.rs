use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The words of a Markdown text without its marks: one line per paragraph, an empty line between paragraphs, list
/// items with `- ` or their number. What it yields reads the same when it is taken for Markdown again.
#[must_use]
pub fn plain_text(markdown: &str) -> String {
    let mut writer = Writer::default();
    for event in Parser::new_ext(markdown, Options::empty()) {
        writer.take(event);
    }
    writer.out.truncate(writer.out.trim_end().len());
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
            Event::SoftBreak | Event::HardBreak => self.out.push(' '),
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

#[cfg(test)]
mod tests {
    use super::plain_text;

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
}
