//! Pictures in editors' Markdown: what shows in each must also be said in words.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::diag::Diagnostic;
use crate::diag::register::testo::IMMAGINE_SENZA_PAROLE;
use crate::source::{FileId, Span};

/// What stands in place of a caption where a picture says nothing that the text does not: `![](fregio.svg "decorativa")`.
const DECORATIVE: [&str; 2] = ["decorativa", "decorative"];

/// Whether a picture's caption says that the picture is there for the eye alone.
#[must_use]
pub fn is_decorative(caption: &str) -> bool {
    let caption = caption.trim();
    DECORATIVE.iter().any(|word| caption.eq_ignore_ascii_case(word))
}

/// Finds each picture without words for those who cannot see it (WCAG 2.2, 1.1.1). `start` is where the text stands in
/// its file.
#[must_use]
pub fn check(file: FileId, text: &str, start: usize) -> Vec<Diagnostic> {
    if !text.contains("![") {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut open: Option<(Span, String)> = None;
    for (event, range) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Start(Tag::Image { dest_url, title, .. }) if !is_decorative(&title) => {
                let place = Span::new(file, start + range.start, start + range.end);
                open = Some((place, dest_url.to_string()));
            }
            Event::Text(words) | Event::Code(words) if !words.trim().is_empty() => open = None,
            Event::End(TagEnd::Image) => found.extend(open.take().map(|(place, target)| {
                let finding = Diagnostic::new(&IMMAGINE_SENZA_PAROLE).at(place);
                finding.with("immagine", target)
            })),
            _ => {}
        }
    }
    found
}

/// A picture that a text shows from this site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Where it is, as written.
    pub target: String,
    /// Bytes of the text that show it.
    pub range: Range<usize>,
}

/// The pictures of this site that a text shows, in order.
#[must_use]
pub fn shown(text: &str) -> Vec<Shown> {
    if !text.contains("![") {
        return Vec::new();
    }
    let events = Parser::new(text).into_offset_iter();
    let pictures = events.filter_map(|(event, range)| match event {
        Event::Start(Tag::Image { dest_url, .. }) if is_of_this_site(&dest_url) => Some(Shown {
            target: dest_url.into_string(),
            range,
        }),
        _ => None,
    });
    pictures.collect()
}

/// Whether a target has no scheme and no host, and is no file of `content/` that is named by its page.
#[must_use]
pub fn is_of_this_site(target: &str) -> bool {
    let before_path = target.split(['/', '?', '#']).next().unwrap_or_default();
    before_path != "@" && !before_path.contains(':') && !target.starts_with("//") && !target.starts_with('\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without_words(text: &str) -> Vec<&str> {
        let found = check(FileId::new(0), text, 0);
        let places = found.iter().filter_map(|finding| finding.place);
        places
            .map(|place| &text[place.start as usize..place.end as usize])
            .collect()
    }

    #[test]
    fn a_picture_needs_words_or_says_that_it_is_decorative() {
        let text = "Uno ![](a.png), ![due](b.png), ![ ](c.png \"Didascalia\"), ![](d.png \"decorativa\"), \
                    [![](e.png)](/), ![**f**](f.png), `![](g.png)`, ![][h]\n\n[h]: h.png\n";
        assert_eq!(
            without_words(text),
            ["![](a.png)", "![ ](c.png \"Didascalia\")", "![](e.png)", "![][h]"]
        );
    }
}
