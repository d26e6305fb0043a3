use std::borrow::Cow;

use pulldown_cmark::{Alignment, BlockQuoteKind, Event, Tag, TagEnd};

use super::Words;
use super::notes::escaped;
use super::picture::{Find, Written, words_of};
use super::spaces::spaced;

/// Gives tables, notices, pictures, code and tasks the HTML that our pages need, and leaves all else to the parser's
/// own writer.
pub(super) fn shaped<'e>(events: &[Event<'e>], find: &Find<'_>, words: &Words) -> Vec<Event<'e>> {
    let mut out = Vec::with_capacity(events.len());
    let mut table = Table::default();
    let mut at = 0;
    while let Some(event) = events.get(at) {
        let rest = &events[at..];
        let picture = Written::alone(rest).map(|picture| (picture.figure(find), picture.events));
        let picture = picture.or_else(|| Written::at(rest).map(|picture| (picture.html(find), picture.events)));
        if let Some((html, length)) = picture {
            out.push(Event::InlineHtml(html.into()));
            at += length;
            continue;
        }
        out.push(match table.html(rest, words).or_else(|| block(event, words)) {
            Some(html) => Event::Html(html.into()),
            None => text(event),
        });
        at += 1;
    }
    out
}

fn text<'e>(event: &Event<'e>) -> Event<'e> {
    match event {
        Event::Text(text) => match spaced(text) {
            Cow::Borrowed(_) => event.clone(),
            Cow::Owned(text) => Event::Text(text.into()),
        },
        other => other.clone(),
    }
}

/// The HTML of what our pages write in a way of their own.
fn block(event: &Event<'_>, words: &Words) -> Option<String> {
    match event {
        Event::Start(Tag::BlockQuote(Some(kind))) => Some(notice(*kind, words)),
        Event::End(TagEnd::BlockQuote(Some(_))) => Some("</div>\n".to_owned()),
        Event::Start(Tag::CodeBlock(_)) => Some("<pre tabindex=\"0\"><code>".to_owned()),
        Event::TaskListMarker(done) => Some(task(*done, words)),
        _ => None,
    }
}

/// A word says what kind of notice it is; the shape beside it comes from the style.
fn notice(kind: BlockQuoteKind, words: &Words) -> String {
    let (at, class) = match kind {
        BlockQuoteKind::Note => (0, ""),
        BlockQuoteKind::Tip => (1, " suggerimento"),
        BlockQuoteKind::Important => (2, " importante"),
        BlockQuoteKind::Warning => (3, " attenzione"),
        BlockQuoteKind::Caution => (4, " pericolo"),
    };
    let title = escaped(&words.notices[at]);
    format!("<div class=\"notice{class}\" role=\"note\"><p class=\"notice-title\">{title}</p>\n")
}

fn task(done: bool, words: &Words) -> String {
    let (word, sign) = match done {
        true => (&words.done, '☑'),
        false => (&words.to_do, '☐'),
    };
    format!("<span role=\"img\" aria-label=\"{}\">{sign}</span> ", escaped(word))
}

/// Where in a table we are.
#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    /// The end of the cell that is open.
    close: &'static str,
}

impl Table {
    /// The HTML of a table's tags: a box that scrolls by itself, header cells that say what they head.
    fn html(&mut self, events: &[Event<'_>], words: &Words) -> Option<String> {
        match events.first()? {
            Event::Start(Tag::Table(alignments)) => {
                self.alignments.clone_from(alignments);
                Some(open(events, words))
            }
            Event::Start(Tag::TableHead) => Some(self.head()),
            Event::End(TagEnd::TableHead) => Some(self.body()),
            Event::Start(Tag::TableRow) => Some(self.row()),
            Event::End(TagEnd::TableRow) => Some("</tr>\n".to_owned()),
            Event::End(TagEnd::Table) => Some("</tbody></table></div>\n".to_owned()),
            Event::Start(Tag::TableCell) => Some(self.cell(events)),
            Event::End(TagEnd::TableCell) => Some(self.close.to_owned()),
            _ => None,
        }
    }

    fn head(&mut self) -> String {
        self.in_head = true;
        self.column = 0;
        "<thead><tr>".to_owned()
    }

    fn body(&mut self) -> String {
        self.in_head = false;
        "</tr></thead><tbody>\n".to_owned()
    }

    fn row(&mut self) -> String {
        self.column = 0;
        "<tr>".to_owned()
    }

    /// A header cell without words heads nothing, so it is none.
    fn cell(&mut self, events: &[Event<'_>]) -> String {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Right) => " class=\"num\"",
            Some(Alignment::Center) => " class=\"mid\"",
            _ => "",
        };
        self.column += 1;
        let is_empty = events.get(1) == Some(&Event::End(TagEnd::TableCell));
        let (open, close) = match self.in_head && !is_empty {
            true => ("th scope=\"col\"", "</th>"),
            false => ("td", "</td>"),
        };
        self.close = close;
        format!("<{open}{class}>")
    }
}

/// The box that a table scrolls in is named after its columns.
fn open(events: &[Event<'_>], words: &Words) -> String {
    let head = events.iter().position(|event| *event == Event::End(TagEnd::TableHead));
    let cells = events[..head.unwrap_or(0)].split(|event| *event == Event::End(TagEnd::TableCell));
    let columns: Vec<String> = cells.map(words_of).filter(|words| !words.is_empty()).collect();
    let label = escaped(&format!("{}: {}", words.table, columns.join(", ")));
    format!("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{label}\"><table>")
}
