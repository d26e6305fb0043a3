use std::fmt::Write;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use pulldown_cmark_escape::escape_html;

use super::Words;

/// Notes with their names, in the order in which they are written.
type Texts<'e> = Vec<(CowStr<'e>, Vec<Event<'e>>)>;

/// The notes of a text, by the names that it gives them, and how often each was referred to so far.
struct Notes<'e, 's> {
    texts: Texts<'e>,
    /// Names in the order of the numbers, with the number of references.
    numbered: Vec<(CowStr<'e>, usize)>,
    prefix: &'s str,
    words: &'s Words,
}

/// Takes the notes out of a text and puts them at its end, numbered in the order in which they are referred to; a
/// reference leads to its note, and the note back to each reference. `prefix` goes before every id.
pub(super) fn gathered<'e>(events: Vec<Event<'e>>, prefix: &str, words: &Words) -> Vec<Event<'e>> {
    let is_note = |event: &Event<'_>| matches!(event, Event::Start(Tag::FootnoteDefinition(_)));
    if !events.iter().any(is_note) {
        return events;
    }
    let (text, texts) = apart(events);
    let mut notes = Notes {
        texts,
        numbered: Vec::new(),
        prefix,
        words,
    };
    let mut out = notes.referred(text);
    notes.list(&mut out);
    out
}

/// The running text, and each note by its name.
fn apart(events: Vec<Event<'_>>) -> (Vec<Event<'_>>, Texts<'_>) {
    let mut text = Vec::with_capacity(events.len());
    let mut notes = Vec::new();
    let mut open: Option<(CowStr<'_>, Vec<Event<'_>>)> = None;
    for event in events {
        match (event, &mut open) {
            (Event::Start(Tag::FootnoteDefinition(name)), None) => open = Some((name, Vec::new())),
            (Event::End(TagEnd::FootnoteDefinition), _) => notes.extend(open.take()),
            (event, Some((_, note))) => note.push(event),
            (event, None) => text.push(event),
        }
    }
    (text, notes)
}

impl<'e> Notes<'e, '_> {
    /// Puts a link in place of each reference.
    fn referred(&mut self, events: Vec<Event<'e>>) -> Vec<Event<'e>> {
        let link = |event| match event {
            Event::FootnoteReference(name) => Event::InlineHtml(self.reference(name).into()),
            other => other,
        };
        events.into_iter().map(link).collect()
    }

    fn reference(&mut self, name: CowStr<'e>) -> String {
        let known = self.numbered.iter().position(|(known, _)| *known == name);
        let at = known.unwrap_or(self.numbered.len());
        let id = self.id(at);
        if known.is_none() {
            self.numbered.push((name, 0));
        }
        self.numbered[at].1 += 1;
        let (number, back) = (at + 1, reference_id(&id, self.numbered[at].1));
        let word = escaped(&self.words.footnote);
        format!(
            "<sup><a href=\"#{id}\" id=\"{back}\" role=\"doc-noteref\" aria-label=\"{word} {number}\">{number}</a></sup>"
        )
    }

    fn id(&self, at: usize) -> String {
        format!("{}nota-{}", self.prefix, at + 1)
    }

    /// Writes the notes as a list. One that nothing refers to comes last: it is not lost.
    fn list(&mut self, out: &mut Vec<Event<'e>>) {
        let label = escaped(&self.words.footnotes);
        let open = format!("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"{label}\"><ol>\n");
        out.push(Event::Html(open.into()));
        let mut next = 0;
        while let Some(name) = self.next(next) {
            let known = self.texts.iter().position(|(known, _)| *known == name);
            let text = known.map(|at| self.texts.remove(at).1).unwrap_or_default();
            let text = self.referred(text);
            self.note(next, text, out);
            next += 1;
        }
        out.push(Event::Html("</ol></section>\n".into()));
    }

    /// The name of the note with a number from 0: a note in a note may add some while the list is written.
    fn next(&mut self, at: usize) -> Option<CowStr<'e>> {
        if at == self.numbered.len() {
            let name = self.texts.first()?.0.clone();
            self.numbered.push((name, 0));
        }
        Some(self.numbered[at].0.clone())
    }

    fn note(&self, at: usize, mut text: Vec<Event<'e>>, out: &mut Vec<Event<'e>>) {
        let id = self.id(at);
        out.push(Event::Html(format!("<li id=\"{id}\">").into()));
        let back = Event::InlineHtml(self.ways_back(&id, at).into());
        match text.last() {
            Some(Event::End(TagEnd::Paragraph)) => text.insert(text.len() - 1, back),
            _ => text.push(back),
        }
        out.append(&mut text);
        out.push(Event::Html("</li>\n".into()));
    }

    fn ways_back(&self, id: &str, at: usize) -> String {
        let mut links = String::new();
        let word = escaped(&self.words.back);
        for reference in 1..=self.numbered[at].1 {
            let (target, number) = (reference_id(id, reference), at + 1);
            // Writing to a string cannot fail.
            let _ = write!(
                links,
                " <a href=\"#{target}\" role=\"doc-backlink\" aria-label=\"{word} {number}\">↩\u{fe0e}</a>"
            );
        }
        links
    }
}

fn reference_id(note: &str, reference: usize) -> String {
    match reference {
        1 => format!("rif-{note}"),
        number => format!("rif-{note}-{number}"),
    }
}

/// A text as it may stand in an attribute or between tags.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Writing to a string cannot fail.
    let _ = escape_html(&mut out, text);
    out
}
