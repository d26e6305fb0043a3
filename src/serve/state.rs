//! What the script of a page is told: whether its page changed, what is wrong, and whether it is held back.

use serde::Serialize;

use super::board::Shown;
use super::edition::Reply;
use crate::diag::render::{Format, Printer};
use crate::diag::{Diagnostic, Language};
use crate::render::fingerprint::Digest;

/// The state of a page.
#[derive(Debug, Serialize)]
pub(super) struct State {
    /// Tells the page's bytes from others; empty if no page could be made yet.
    page: String,
    /// The same without the names of its style sheets.
    content: String,
    /// Addresses of its style sheets.
    styles: Vec<String>,
    /// Why it would be held back from a build; empty if it would not.
    ribbon: String,
    /// What keeps the newest edit from being shown.
    errors: Vec<Finding>,
}

/// A finding, with its lines.
#[derive(Debug, Serialize)]
struct Finding {
    /// One sentence.
    message: String,
    /// `path:line:column`, if it has a place.
    place: String,
    /// Lines of the source, remedy.
    text: String,
}

impl State {
    /// The state of the page at an address.
    pub(super) async fn of(address: &str, shown: &Shown, language: Language) -> Self {
        let html = match shown.ask(address).await {
            Some(Reply::File(_, bytes) | Reply::Missing(bytes)) => Some(bytes),
            _ => None,
        };
        let (content, styles) = without_styles(&String::from_utf8_lossy(html.as_deref().unwrap_or_default()));
        Self {
            page: html.as_deref().map(mark).unwrap_or_default(),
            content: mark(content.as_bytes()),
            styles,
            ribbon: super::report::ribbon(address, shown, language),
            errors: findings(shown, language),
        }
    }
}

/// Tells bytes from others.
pub(super) fn mark(bytes: &[u8]) -> String {
    Digest::of(bytes).to_string()
}

/// A page without the addresses of its style sheets, and these.
fn without_styles(html: &str) -> (String, Vec<String>) {
    const SHEET: &str = "rel=\"stylesheet\"";
    let (mut content, mut styles) = (String::with_capacity(html.len()), Vec::new());
    for tag in html.split_inclusive('>') {
        let href = tag.split("href=\"").nth(1).and_then(|rest| rest.split('"').next());
        match href.filter(|_| tag.contains(SHEET)) {
            Some(href) => styles.push(href.to_owned()),
            None => content.push_str(tag),
        }
    }
    (content, styles)
}

fn findings(shown: &Shown, language: Language) -> Vec<Finding> {
    let Some(facts) = &shown.facts else { return Vec::new() };
    let printer = Printer {
        sources: &facts.sources,
        language,
        format: Format::Human,
        color: false,
    };
    shown.errors().map(|finding| Finding::of(finding, &printer)).collect()
}

impl Finding {
    fn of(finding: &Diagnostic, printer: &Printer<'_>) -> Self {
        let place = finding.place.map(|span| {
            let file = printer.sources.file(span.file);
            let at = file.position(span.start);
            format!("{}:{}:{}", file.path(), at.line, at.column)
        });
        Self {
            message: finding.message(printer.language).into_owned(),
            place: place.unwrap_or_default(),
            text: printer.text(finding),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::without_styles;

    #[test]
    fn a_page_in_other_clothes_has_the_same_content() {
        let page = |sheet: &str| format!("<head><link rel=\"stylesheet\" href=\"{sheet}\"></head><p>Testo</p>");
        let (one, styles) = without_styles(&page("a.1.css"));
        assert_eq!(styles, ["a.1.css"]);
        assert_eq!(one, without_styles(&page("a.2.css")).0);
        assert_ne!(one, without_styles("<p>Altro</p>").0);
    }
}
