//! One template's text: made compact before it is compiled, and found again when something is wrong with it.

use std::collections::{BTreeMap, BTreeSet};

use tera::ErrorKind;

use super::fingerprint::{Digest, Hasher};
use super::theme::ThemeFile;
use crate::diag::Diagnostic;
use crate::diag::register::theme::{MODELLO_NON_RESO, MODELLO_NON_VALIDO};
use crate::source::{FileId, Span};

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

/// A finding from what Tera says, with the place in the author's file where there is one.
pub(super) fn explain(error: &tera::Error, templates: &BTreeMap<String, Template>) -> Diagnostic {
    let (code, report) = match error.kind() {
        ErrorKind::SyntaxError(report) => (&MODELLO_NON_VALIDO, report),
        ErrorKind::RenderingError(report) => (&MODELLO_NON_RESO, report),
        other => {
            return Diagnostic::new(&MODELLO_NON_VALIDO)
                .with("modello", "themes/")
                .with("motivo", other);
        }
    };
    let template = templates.get(report.filename());
    let at = report.span();
    let problem = Diagnostic::new(code)
        .with(
            "modello",
            template.map_or(report.filename(), |template| template.path.as_str()),
        )
        .with("riga", at.start_line)
        .with("motivo", report.message());
    match template
        .and_then(|template| template.span(at.start_line, at.start_col, at.end_col.saturating_sub(at.start_col)))
    {
        Some(span) => problem.at(span),
        None => problem,
    }
}

/// The digest of a template with all that it extends, includes or may call.
pub(super) fn closure_digest(name: &str, templates: &BTreeMap<String, Template>) -> Digest {
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
            open.extend(references(&template.text).flat_map(|reference| named(reference, templates)));
        }
    }
    for name in seen {
        hasher.update(name.as_bytes());
        hasher.update(templates.get(name).map_or("", |template| &template.text).as_bytes());
    }
    hasher.finish()
}

/// Every template that a name may mean: that very one, or the one of each theme.
fn named<'t>(name: &'t str, templates: &'t BTreeMap<String, Template>) -> impl Iterator<Item = &'t str> {
    templates
        .keys()
        .map(String::as_str)
        .filter(move |known| *known == name || known.split_once('/').is_some_and(|(_, rest)| rest == name))
}

/// The names that a template extends or includes.
fn references(text: &str) -> impl Iterator<Item = &str> {
    text.split("{%").skip(1).filter_map(|tag| {
        let tag = tag.trim_start_matches('-').trim_start();
        let rest = tag.strip_prefix("extends").or_else(|| tag.strip_prefix("include"))?;
        rest.split('"').nth(1)
    })
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
