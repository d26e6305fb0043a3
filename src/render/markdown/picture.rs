use pulldown_cmark::{Event, Tag, TagEnd};
use pulldown_cmark_escape::{escape_href, escape_html};

use crate::read::pictures::is_decorative;

/// Width and height of a picture of this site in pixels, by its address as written; none where it is not known.
pub type Sizes<'s> = dyn Fn(&str) -> Option<(u32, u32)> + 's;

/// A picture as its events say it, and how many events those are.
pub(super) struct Picture<'e> {
    target: &'e str,
    caption: &'e str,
    words: String,
    pub(super) events: usize,
}

impl<'e> Picture<'e> {
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
    pub(super) fn html(&self, sizes: &Sizes<'_>) -> String {
        let mut out = String::from("<img src=\"");
        // Writing to a string cannot fail.
        let _ = escape_href(&mut out, self.target);
        out.push_str("\" alt=\"");
        let _ = escape_html(&mut out, &self.words);
        if let Some((width, height)) = sizes(self.target) {
            out.push_str(&format!("\" width=\"{width}\" height=\"{height}"));
        }
        out.push_str("\" loading=\"lazy\">");
        out
    }

    /// `<figure>`, with the caption below the picture.
    pub(super) fn figure(&self, sizes: &Sizes<'_>) -> String {
        let mut out = format!("<figure>{}<figcaption>", self.html(sizes));
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
