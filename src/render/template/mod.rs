//! One template's text: made compact before it is compiled, and found again when something is wrong with it.

mod explain;
pub(super) mod scan;
pub(super) mod words;
mod written_out;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

pub(super) use explain::{explain, names};
pub(super) use written_out::Small;

use super::fingerprint::{Digest, Hasher};
use super::theme::ThemeFile;
use crate::source::{FileId, Span};

/// Templates and components by the name that Tera knows them by, `<theme>/<path>`.
pub(super) type Templates = BTreeMap<String, Template>;

/// A template as its author wrote it.
#[derive(Debug)]
pub(super) struct Template {
    /// Path below the site's root, to be named in messages.
    path: String,
    /// The text as written.
    pub(super) text: String,
    /// The text in the run's source map; none for an embedded template.
    file: Option<FileId>,
}

impl Template {
    pub(super) fn new(theme: &str, file: &ThemeFile<'_>) -> Self {
        Self {
            path: format!("themes/{theme}/{}", file.path),
            text: String::from_utf8_lossy(&file.bytes).into_owned(),
            file: file.file,
        }
    }

    /// Some bytes of the text as a place, if it is one that can be pointed into.
    fn place_of(&self, at: &Range<usize>) -> Option<Span> {
        Some(Span::new(self.file?, at.start, at.end))
    }

    /// The bytes that a place of the compact text stands for; `column` counts characters from 0.
    fn span(&self, line: usize, column: usize, width: usize) -> Option<Span> {
        let start: usize = self
            .text
            .split_inclusive('\n')
            .take(line.saturating_sub(1))
            .map(str::len)
            .sum();
        let text = self.text[start..].lines().next().unwrap_or_default();
        let indent = text.len() - text.trim_start().len();
        let from = start + (indent + column).min(text.len());
        Some(Span::new(self.file?, from, (from + width.max(1)).min(self.text.len())))
    }
}

/// Drops what only the author's eye needs: indentation, and the line break behind a line that is all tags. The number
/// of lines stays, so that Tera's places can be led back.
pub(super) fn compact(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let (content, end) = match line.strip_suffix('\n') {
            Some(content) => (content, "\n"),
            None => (line, ""),
        };
        let content = content.trim();
        match content.strip_suffix("%}") {
            Some(tag) if content.starts_with("{%") && !tag.ends_with('-') => {
                out.push_str(tag);
                out.push_str("-%}");
            }
            _ => out.push_str(content),
        }
        out.push_str(end);
    }
    out
}

/// The digest of a template with all that it extends, includes or may call.
pub(super) fn closure_digest(name: &str, templates: &Templates) -> Digest {
    let mut hasher = Hasher::default();
    let mut seen = BTreeSet::new();
    let mut open: Vec<&str> = named(name, templates).collect();
    open.extend(
        templates
            .keys()
            .map(String::as_str)
            .filter(|name| name.contains("/components/")),
    );
    while let Some(name) = open.pop() {
        if seen.insert(name)
            && let Some(template) = templates.get(name)
        {
            open.extend(scan::references(&template.text).flat_map(|reference| named(reference.text, templates)));
        }
    }
    for name in seen {
        hasher.update(name.as_bytes());
        hasher.update(templates.get(name).map_or("", |template| &template.text).as_bytes());
    }
    hasher.finish()
}

/// Every template that a name may mean: that very one, or the one of each theme.
fn named<'t>(name: &'t str, templates: &'t Templates) -> impl Iterator<Item = &'t str> {
    templates
        .keys()
        .map(String::as_str)
        .filter(move |known| *known == name || known.split_once('/').is_some_and(|(_, rest)| rest == name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compacting_keeps_lines_and_words() {
        let text = "<ul>\n  {% for x in xs %}\n    <li>{{ x }} ok</li>\n  {% endfor %}\n</ul>\n";
        assert_eq!(
            compact(text),
            "<ul>\n{% for x in xs -%}\n<li>{{ x }} ok</li>\n{% endfor -%}\n</ul>\n"
        );
    }
}
