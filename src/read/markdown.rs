//! What reading and rendering must know alike of Markdown: which marks are read, which ids headings have, where links
//! lead.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::pictures::is_of_this_site;
use crate::model::Slug;

/// A heading of a text, for a page index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Level below the page's title, 2 for the topmost.
    pub level: usize,
    /// Id, unique in its text.
    pub id: String,
    /// Words.
    pub text: String,
}

/// Where a link or picture leads, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target<'t> {
    /// Bytes of the target in the text.
    pub range: Range<usize>,
    /// The target.
    pub text: &'t str,
}

/// Ids that pages have for parts of their own; a heading that would take one gets a number.
const TAKEN: &[&str] = &[
    "contenuto",
    "dati",
    "dove",
    "rinvii",
    "pagine",
    "descrizione",
    "strategia",
    "fasi",
    "indicatori",
    "persone",
];

/// The parser for every text of a site.
#[must_use]
pub fn parser(text: &str) -> Parser<'_> {
    let mut marks = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_TASKLISTS;
    marks.set(Options::ENABLE_DEFINITION_LIST, has_definitions(text));
    Parser::new_ext(text, marks)
}

/// Whether the lines that begin with `:` are definitions. The parser takes any such line for one, `:::` as well.
fn has_definitions(text: &str) -> bool {
    let mut lines = text
        .split('\n')
        .filter_map(|line| line.trim_start_matches(' ').strip_prefix(':'))
        .peekable();
    lines.peek().is_some() && lines.all(|rest| rest.starts_with([' ', '\t']))
}

/// The headings of a text, in order. `top` is the level (2 to 6) that the highest gets.
#[must_use]
pub fn headings(text: &str, top: usize) -> Vec<Heading> {
    if !text.contains(['#', '=', '-']) {
        return Vec::new();
    }
    let events: Vec<Event<'_>> = parser(text).collect();
    headings_of(&events, top)
}

/// The headings among the events of a text. An id that the text gives, `{#id}`, stays; others follow from the words.
#[must_use]
pub fn headings_of(events: &[Event<'_>], top: usize) -> Vec<Heading> {
    let mut found: Vec<Heading> = Vec::new();
    let mut given: Vec<Option<String>> = Vec::new();
    let mut open = false;
    for event in events {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                open = true;
                given.push(id.as_ref().map(ToString::to_string));
                found.push(Heading {
                    level: *level as usize,
                    id: String::new(),
                    text: String::new(),
                });
            }
            Event::Text(words) | Event::Code(words) if open => {
                found
                    .last_mut()
                    .into_iter()
                    .for_each(|heading| heading.text.push_str(words));
            }
            Event::End(TagEnd::Heading(_)) => open = false,
            _ => {}
        }
    }
    name(&mut found, given);
    close_gaps(&mut found, top);
    found
}

/// Gives every heading an id that nothing else on the page has. What the text gives comes first.
fn name(headings: &mut [Heading], given: Vec<Option<String>>) {
    let mut taken: BTreeSet<String> = TAKEN.iter().copied().map(str::to_owned).collect();
    for (heading, given) in headings.iter_mut().zip(given) {
        heading.id = given.filter(|id| taken.insert(id.clone())).unwrap_or_default();
    }
    for heading in headings.iter_mut().filter(|heading| heading.id.is_empty()) {
        heading.id = free_id(&taken, &heading.text);
        taken.insert(heading.id.clone());
    }
}

/// The slug of the words, with a number where that is taken.
fn free_id(taken: &BTreeSet<String>, text: &str) -> String {
    let slug = match Slug::of(text).as_str() {
        "" => "sezione".to_owned(),
        slug => slug.to_owned(),
    };
    let numbered = (2..).map(|number| format!("{slug}-{number}"));
    let mut candidates = std::iter::once(slug.clone()).chain(numbered);
    candidates.find(|id| !taken.contains(id)).unwrap_or(slug)
}

/// Moves levels so that the highest is `top` and none skips a step downwards, as WCAG readers expect.
fn close_gaps(headings: &mut [Heading], top: usize) {
    let mut path: Vec<usize> = Vec::new();
    for heading in headings {
        while path.last().is_some_and(|above| *above >= heading.level) {
            path.pop();
        }
        path.push(heading.level);
        heading.level = (top + path.len() - 1).min(6);
    }
}

/// The targets that a text writes in the way of this site: a file of `content/` (`@/a/b.md#c`) or an id (`id:x`).
#[must_use]
pub fn internal_targets(text: &str) -> Vec<Target<'_>> {
    if !text.contains("@/") && !text.contains("id:") {
        return Vec::new();
    }
    let events = parser(text);
    let defined: Vec<Range<usize>> = events
        .reference_definitions()
        .iter()
        .map(|(_, definition)| definition.span.clone())
        .collect();
    let mut found: Vec<Target<'_>> = events
        .into_offset_iter()
        .filter_map(|(event, range)| match event {
            Event::Start(Tag::Link {
                link_type: LinkType::Inline,
                dest_url,
                ..
            }) if is_internal(&dest_url) => target(text, range, &dest_url),
            _ => None,
        })
        .collect();
    found.extend(defined.into_iter().filter_map(|range| in_definition(text, range)));
    found.sort_by_key(|target| target.range.start);
    found
}

/// Whether a target is one of this site's own.
#[must_use]
pub fn is_internal(target: &str) -> bool {
    target.starts_with("@/") || target.starts_with("id:")
}

/// Whether a target is an address of another site, as links and pictures lead to.
#[must_use]
pub fn is_external(target: &str) -> bool {
    let begins = |scheme: &str| {
        target
            .get(..scheme.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(scheme))
    };
    begins("https://") || begins("http://")
}

/// The links and pictures of a text that lead to other sites, each with its address. The place is that of the address,
/// or of the whole link where the address is written otherwise (`&amp;`).
#[must_use]
pub fn external_targets(text: &str) -> Vec<(Target<'_>, String)> {
    match text.contains("://") {
        true => targets(text, |address, _| is_external(address)),
        false => Vec::new(),
    }
}

/// The links of a text that lead to this site by a path, `/orari/` or `modulo.pdf`, each with the path; places as of
/// [`external_targets`].
#[must_use]
pub fn paths(text: &str) -> Vec<(Target<'_>, String)> {
    let leads = |address: &str| is_of_this_site(address) && !is_internal(address) && !address.starts_with('#');
    match text.contains("](") || text.contains("]:") {
        true => targets(text, |address, is_picture| {
            !is_picture && !address.is_empty() && leads(address)
        }),
        false => Vec::new(),
    }
}

/// The links and pictures of a text whose addresses are `wanted`, pictures being said to be such.
fn targets(text: &str, wanted: impl Fn(&str, bool) -> bool) -> Vec<(Target<'_>, String)> {
    let events = parser(text);
    let definitions = events.reference_definitions().iter();
    let mut defined: Vec<(String, Range<usize>)> = definitions
        .map(|(_, definition)| (definition.dest.to_string(), definition.span.clone()))
        .collect();
    let mut found = Vec::new();
    for (event, range) in events.into_offset_iter() {
        let Event::Start(tag) = event else { continue };
        let is_picture = matches!(tag, Tag::Image { .. });
        let (Tag::Link {
            link_type, dest_url, ..
        }
        | Tag::Image {
            link_type, dest_url, ..
        }) = tag
        else {
            continue;
        };
        if !wanted(&dest_url, is_picture) {
            continue;
        }
        let range = match link_type {
            LinkType::Inline | LinkType::Autolink => range,
            // Where several links use a definition, its address is written once.
            _ => match defined.iter().position(|(dest, _)| **dest == *dest_url) {
                Some(at) => defined.swap_remove(at).1,
                None => continue,
            },
        };
        let place = target(text, range.clone(), &dest_url).unwrap_or(Target {
            text: &text[range.clone()],
            range,
        });
        found.push((place, dest_url.into_string()));
    }
    found.sort_by_key(|(target, _)| target.range.start);
    found
}

/// The target of a link that stands in full in the text; its last occurrence, since the words come first.
fn target<'t>(text: &'t str, link: Range<usize>, written: &str) -> Option<Target<'t>> {
    let start = link.start + text[link.clone()].rfind(written)?;
    let range = start..start + written.len();
    Some(Target {
        text: &text[range.clone()],
        range,
    })
}

/// The target of `[words]: target`.
fn in_definition(text: &str, definition: Range<usize>) -> Option<Target<'_>> {
    let after = definition.start + text[definition.clone()].find("]:")? + 2;
    let rest = &text[after..definition.end];
    let start = after + rest.find(|c: char| !c.is_whitespace() && c != '<')?;
    let length = text[start..definition.end].find(|c: char| c.is_whitespace() || c == '>');
    let range = start..length.map_or(definition.end, |length| start + length);
    is_internal(&text[range.clone()]).then(|| Target {
        text: &text[range.clone()],
        range,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_is_given_stays_and_no_two_are_alike() {
        let text = "# Uno {#due .x onclick=y}\n\n# Due\n\n# Due\n\n# Dati\n\n# Altro {#due}\n";
        let ids: Vec<String> = headings(text, 2).into_iter().map(|heading| heading.id).collect();
        assert_eq!(ids, ["due", "due-2", "due-3", "dati-2", "altro"]);
    }

    #[test]
    fn targets_of_other_sites_are_found_where_they_stand() {
        let text = "[a](https://a.it/?x=1&amp;y \"t\") <HTTP://b.it> ![c](http://c.it/c.png) [d] [D][d] [e](mailto:e@e.it) \
                    `<https://f.it>`\n\n[d]: https://d.it\n[g]: https://g.it\n";
        let found = external_targets(text);
        let found: Vec<(&str, &str)> = found.iter().map(|(place, url)| (place.text, url.as_str())).collect();
        assert_eq!(
            found,
            [
                ("[a](https://a.it/?x=1&amp;y \"t\")", "https://a.it/?x=1&y"),
                ("HTTP://b.it", "HTTP://b.it"),
                ("http://c.it/c.png", "http://c.it/c.png"),
                ("https://d.it", "https://d.it"),
            ]
        );
    }

    #[test]
    fn paths_are_found_where_they_stand() {
        let text = "[a](/a/?x#y) [b](b.md) ![c](/c.png) [d](@/d.md) [e](id:e) [f](#f) [g](//g.it) [h](tel:1) [i]() [**j**][j]\n\n\
                    [j]: ../j\n";
        let found = paths(text);
        let found: Vec<(&str, &str)> = found.iter().map(|(place, path)| (place.text, path.as_str())).collect();
        assert_eq!(found, [("/a/?x#y", "/a/?x#y"), ("b.md", "b.md"), ("../j", "../j")]);
    }

    #[test]
    fn targets_of_this_site_are_found_where_they_stand() {
        let text = "[a](@/a.md#b \"id:t\") [@/x](https://x.it) `[c](@/c.md)` ![f](@/f.png) [d] \\[e](@/e.md) \
                    [**id:f**](id:f)\n\n[d]: @/d.md\n";
        let found = internal_targets(text);
        let texts: Vec<&str> = found.iter().map(|target| target.text).collect();
        assert_eq!(texts, ["@/a.md#b", "id:f", "@/d.md"]);
        assert!(found.iter().all(|target| &text[target.range.clone()] == target.text));
    }
}
