//! Markdown to HTML that may stand on a page of a public body whatever a document holds: HTML in the text is shown as
//! text, links lead only where a reader expects, headings have ids and fit below the page's own.

mod blocks;
mod notes;
mod picture;
mod shape;
mod spaces;
mod words;

pub use blocks::Components;
pub use picture::{Find, Picture};
pub use words::Words;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};

use blocks::Marked;
use tera::TeraResult;

pub use crate::read::markdown::headings;
use crate::read::markdown::{Heading, headings_of, parser};
use crate::read::paragraphs;
use crate::read::pictures::is_of_this_site;

/// How a text becomes HTML.
pub struct Setting<'s> {
    /// Level (2 to 6) that the text's highest heading gets.
    pub top: usize,
    /// What the ids of notes begin with, where more than one text of a page may have notes.
    pub prefix: &'s str,
    /// What notices, notes and tasks say, in the language of the interface.
    pub words: &'s Words,
    /// What makes the components that the text may call; a text that may call none has none.
    pub components: Option<&'s dyn Components>,
    /// Finds the pictures of this site.
    pub pictures: &'s Find<'s>,
}

/// A text as HTML.
///
/// # Errors
/// A mistake in the template of a component that the text calls.
pub fn to_html(text: &str, setting: &Setting<'_>) -> TeraResult<String> {
    if let Some(paragraphs) = paragraphs(text) {
        return Ok(written_out(&paragraphs));
    }
    let Some(components) = setting.components else {
        let events = parser(text).map(tamed).collect();
        return Ok(blocks::written(shaped(events, setting)));
    };
    let marked = Marked::of(text);
    let events = parser(marked.text()).into_offset_iter();
    let events = events.map(|(event, range)| marked.event(event, &range)).collect();
    marked.html(shaped(events, setting), components)
}

/// The events of a text in the shape that our pages give it.
fn shaped<'e>(events: Vec<Event<'e>>, setting: &Setting<'_>) -> Vec<Event<'e>> {
    let headings = headings_of(&events, setting.top);
    let events = numbered(events, &headings).collect();
    let events = notes::gathered(events, setting.prefix, setting.words);
    shape::shaped(&events, setting.pictures, setting.words)
}

/// `<br />` as HTML has it, `<br>`; text never holds a bare `<`, so these are tags.
fn without_trailing_slashes(html: String) -> String {
    if html.contains(" />") {
        html.replace(" />", ">")
    } else {
        html
    }
}

/// The words of a text without any mark, cut behind a whole word at about `limit` characters.
#[must_use]
pub fn summary(text: &str, limit: usize) -> String {
    let mut out = String::with_capacity(limit + 16);
    for event in parser(text) {
        match event {
            Event::Text(words) | Event::Code(words) => out.push_str(&words),
            Event::SoftBreak | Event::HardBreak if !out.ends_with(' ') => out.push(' '),
            Event::End(end) if ends_block(end) && !out.ends_with(' ') => out.push(' '),
            _ => {}
        }
        if out.chars().count() > limit {
            break;
        }
    }
    shortened(out.trim(), limit)
}

/// Whether the words behind this end stand apart from those before it.
fn ends_block(end: TagEnd) -> bool {
    use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong};
    !matches!(end, Emphasis | Image | Link | Strikethrough | Strong)
}

/// A text cut behind a whole word at about `limit` characters.
#[must_use]
pub fn shortened(text: &str, limit: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(limit) else {
        return text.to_owned();
    };
    let head = &text[..end];
    let whole = head.rfind(' ').map_or(head, |space| &head[..space]);
    format!("{}…", whole.trim_end_matches([',', ';', ':', '.', ' ']))
}

/// Paragraphs without a mark, each with the end of its line; one alone has none, since most such stand in a cell.
fn written_out(paragraphs: &[&str]) -> String {
    let end = if paragraphs.len() > 1 { "</p>\n" } else { "</p>" };
    let mut html = String::new();
    for text in paragraphs {
        html.push_str("<p>");
        html.push_str(&spaces::spaced(text).replace('>', "&gt;"));
        html.push_str(end);
    }
    html
}

/// HTML becomes text; a link with a scheme of its own loses its target, a picture from elsewhere becomes its words.
fn tamed(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Html(html) | Event::InlineHtml(html) if is_comment(&html) => Event::Text("".into()),
        Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => Event::Start(Tag::Link {
            dest_url: safe_target(link_type, dest_url),
            link_type,
            title,
            id,
        }),
        Event::Start(Tag::Image { dest_url, .. }) if !is_of_this_site(&dest_url) => Event::Text("".into()),
        other => other,
    }
}

/// A remark for other editors, or the line that ends the summary, `<!-- more -->`.
fn is_comment(html: &str) -> bool {
    let html = html.trim();
    html.starts_with("<!--") && html.ends_with("-->")
}

fn safe_target(link_type: LinkType, target: CowStr<'_>) -> CowStr<'_> {
    let known = ["https://", "http://", "mailto:", "tel:"]
        .iter()
        .any(|scheme| target.starts_with(scheme));
    if known || link_type == LinkType::Email || is_of_this_site(&target) {
        target
    } else {
        "#".into()
    }
}

/// Gives the heading events their ids and levels.
fn numbered<'e>(events: Vec<Event<'e>>, headings: &[Heading]) -> impl Iterator<Item = Event<'e>> {
    let mut next = headings.iter();
    let mut level = HeadingLevel::H2;
    events.into_iter().map(move |event| match event {
        Event::Start(Tag::Heading { .. }) => {
            let heading = next.next();
            level = heading
                .and_then(|heading| HeadingLevel::try_from(heading.level).ok())
                .unwrap_or(HeadingLevel::H6);
            Event::Start(Tag::Heading {
                level,
                id: heading.map(|heading| CowStr::from(heading.id.clone())),
                classes: Vec::new(),
                attrs: Vec::new(),
            })
        }
        Event::End(TagEnd::Heading(_)) => Event::End(TagEnd::Heading(level)),
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::yaml;
    use crate::render::Strings;
    use crate::source::FileId;
    use proptest::prelude::*;
    use pulldown_cmark::html;

    const SAMPLES: &[(&str, &str)] = &[
        ("definitions", include_str!("markdown/samples/definitions.md")),
        ("figures", include_str!("markdown/samples/figures.md")),
        ("notes", include_str!("markdown/samples/notes.md")),
        ("notices", include_str!("markdown/samples/notices.md")),
        ("tables", include_str!("markdown/samples/tables.md")),
    ];

    fn to_html(text: &str, top: usize) -> String {
        let setting = Setting {
            top,
            prefix: "",
            words: &Words::default(),
            components: None,
            pictures: &|_| None,
        };
        super::to_html(text, &setting).unwrap()
    }

    #[test]
    fn every_sample_has_its_html() {
        let mut strings = Strings::default();
        let words = "testo: {nota: Nota, suggerimento: Suggerimento, importante: Importante, attenzione: Attenzione, \
                     pericolo: Pericolo, tabella: Tabella, note: Note, torna: Torna alla nota, fatto: fatto, da_fare: \
                     da fare}";
        let tree = yaml::parse(FileId::new(0), words, 0).value.unwrap();
        strings.overlay(&tree, &mut Vec::new());
        let [piazza, logo] = [("/piazza.png", Some((640, 480))), ("/guida/logo.svg", None)].map(|(address, misure)| {
            let indirizzo = address.to_owned();
            Picture { indirizzo, misure }
        });
        let setting = Setting {
            top: 2,
            prefix: "",
            words: &Words::of(&strings),
            components: None,
            pictures: &|target| match target {
                "/piazza.png" => Some(&piazza),
                "logo.svg" => Some(&logo),
                _ => None,
            },
        };
        for (name, text) in SAMPLES {
            insta::assert_snapshot!(*name, super::to_html(text, &setting).unwrap());
        }
    }

    #[test]
    fn html_of_a_document_is_shown_never_run() {
        let html = to_html("Ciao <script>alert(1)</script> <b onclick=x>b</b>\n\n<div>x</div>", 2);
        assert!(
            !html.contains("<script") && !html.contains("<div") && !html.contains("<b "),
            "{html}"
        );
        assert!(html.contains("&lt;script&gt;"), "{html}");
    }

    #[test]
    fn links_lead_only_where_a_reader_expects() {
        for (text, href) in [
            ("[x](javascript:alert(1))", "#"),
            ("[x](JaVaScript:alert(1))", "#"),
            ("[x](data:text/html,x)", "#"),
            ("[x](//evil.example)", "#"),
            ("[x](https://a.it/)", "https://a.it/"),
            ("[x](/catalogo/)", "/catalogo/"),
            ("<a@b.it>", "mailto:a@b.it"),
        ] {
            let html = to_html(text, 2);
            assert!(html.contains(&format!("href=\"{href}\"")), "{text}: {html}");
        }
        assert!(!to_html("![foto](https://altrove.example/x.png)", 2).contains("<img"));
    }

    #[test]
    fn headings_fit_below_the_title_and_have_ids() {
        let text = "# Uno\n\n#### Due\n\n## Uno\n";
        let html = to_html(text, 2);
        assert!(html.contains("<h2 id=\"uno\">Uno</h2>"), "{html}");
        assert!(html.contains("<h3 id=\"due\">Due</h3>"), "{html}");
        assert!(html.contains("<h3 id=\"uno-2\">Uno</h3>"), "{html}");
        let ids: Vec<String> = headings(text, 2).into_iter().map(|heading| heading.id).collect();
        assert_eq!(ids, ["uno", "due", "uno-2"]);
    }

    proptest! {
        #[test]
        fn the_short_way_says_what_the_long_way_says(text in "([a-z>.,;:'\" èà()%€-]|\n\n){0,40}") {
            let mut long = String::new();
            html::push_html(&mut long, parser(&text));
            if paragraphs(&text).is_some() {
                let short = to_html(&text, 2);
                prop_assert_eq!(short.trim_end(), long.trim_end());
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC*") {
            let _ = to_html(&text, 2);
        }
    }
}
