use pulldown_cmark::{Event, Tag, TagEnd};
use pulldown_cmark_escape::{escape_href, escape_html};
use serde::Serialize;

use crate::read::pictures::is_decorative;

/// A picture of this site: where it stands, and its width and height in pixels where they are known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Picture {
    /// Address.
    pub indirizzo: String,
    /// Width and height.
    pub misure: Option<(u32, u32)>,
}

/// Finds the picture that a text means, by its target as written.
pub type Find<'s> = dyn Fn(&str) -> Option<&'s Picture> + 's;

/// A picture as its events say it, and how many events those are.
pub(super) struct Written<'e> {
    target: &'e str,
    caption: &'e str,
    words: String,
    pub(super) events: usize,
}

impl<'e> Written<'e> {
    /// The picture that begins with the first of some events.
    pub(super) fn at(events: &'e [Event<'_>]) -> Option<Self> {
        let Some(Event::Start(Tag::Image { dest_url, title, .. })) = events.first() else {
            return None;
        };
        let end = events.iter().position(|event| *event == Event::End(TagEnd::Image))?;
        Some(Self {
            target: dest_url,
            caption: if is_decorative(title) { "" } else { title },
            words: words_of(&events[..end]),
            events: end + 1,
        })
    }

    /// The picture that is all of a paragraph, with a caption to stand below it.
    pub(super) fn alone(events: &'e [Event<'_>]) -> Option<Self> {
        if events.first() != Some(&Event::Start(Tag::Paragraph)) {
            return None;
        }
        let picture = Self::at(&events[1..])?;
        let is_all = events.get(1 + picture.events) == Some(&Event::End(TagEnd::Paragraph));
        (is_all && !picture.caption.is_empty()).then_some(Self {
            events: picture.events + 2,
            ..picture
        })
    }

    /// `<img>`, with room kept for it where its size is known.
    pub(super) fn html(&self, find: &Find<'_>) -> String {
        let found = find(self.target);
        let target = found.map_or(self.target, |picture| &picture.indirizzo);
        let mut out = String::from("<img src=\"");
        // Writing to a string cannot fail.
        let _ = escape_href(&mut out, target);
        out.push_str("\" alt=\"");
        let _ = escape_html(&mut out, &self.words);
        if let Some((width, height)) = found.and_then(|picture| picture.misure) {
            out.push_str(&format!("\" width=\"{width}\" height=\"{height}"));
        }
        out.push_str("\" loading=\"lazy\">");
        out
    }

    /// `<figure>`, with the caption below the picture.
    pub(super) fn figure(&self, find: &Find<'_>) -> String {
        let mut out = format!("<figure>{}<figcaption>", self.html(find));
        let _ = escape_html(&mut out, self.caption);
        out.push_str("</figcaption></figure>\n");
        out
    }
}

/// The words among some events.
pub(super) fn words_of(events: &[Event<'_>]) -> String {
    let mut words = String::new();
    for event in events {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    words
}
