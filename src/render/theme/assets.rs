//! Style, script, pictures and fonts of all layers, under names that change with their content.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::layer::{Layer, files_in};
use crate::render::fingerprint::asset_name;
use crate::render::{Output, minify};
use crate::source::path::beside;

/// The folder of `public/` that assets stand in.
const FOLDER: &str = "/assets/";

/// How styles and scripts are published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// As their authors wrote them.
    #[default]
    AsWritten,
    /// Without comments, indentation and blank lines.
    Minified,
}

impl Form {
    fn of(self, name: &str, bytes: Vec<u8>) -> Vec<u8> {
        match self {
            Self::AsWritten => bytes,
            Self::Minified => minify::asset(name, bytes),
        }
    }
}

/// The assets as files of the site, and the public address of each by its name.
#[derive(Debug, Default)]
pub(super) struct Assets {
    pub(super) files: Vec<Output>,
    pub(super) urls: BTreeMap<String, String>,
}

/// All assets. Where two layers have one name, the upper one's stands. What a stylesheet names is made to lead to the
/// public names, so a stylesheet comes after all that it names.
pub(super) fn collect(layers: &[Layer<'_>], form: Form) -> Assets {
    let mut named: BTreeMap<&str, Cow<'_, [u8]>> = BTreeMap::new();
    for (_, file, name) in files_in(layers, "assets") {
        named.insert(name, Cow::Borrowed(&file.bytes));
    }
    let (mut styles, others): (Vec<_>, Vec<_>) = named.into_iter().partition(|(name, _)| name.ends_with(".css"));
    let mut assets = Assets::default();
    for (name, bytes) in others {
        assets.add(name, form.of(name, bytes.into_owned()));
    }
    while !styles.is_empty() {
        let names: Vec<&str> = styles.iter().map(|(name, _)| *name).collect();
        let (mut ready, mut waiting): (Vec<_>, Vec<_>) = styles
            .into_iter()
            .partition(|(name, bytes)| !imports_any(name, bytes, &names));
        if ready.is_empty() {
            // Two that import each other: no name can be settled first.
            ready.append(&mut waiting);
        }
        for (name, bytes) in ready {
            let text = String::from_utf8_lossy(&bytes);
            let text = with_public_names(name, &text, &assets.urls);
            assets.add(name, form.of(name, text.into_bytes()));
        }
        styles = waiting;
    }
    assets
}

impl Assets {
    fn add(&mut self, name: &str, bytes: Vec<u8>) {
        let public = asset_name(name, &bytes);
        self.urls.insert(name.to_owned(), format!("{FOLDER}{public}"));
        self.files.push(Output {
            path: format!("{}{public}", FOLDER.trim_start_matches('/')),
            bytes,
        });
    }
}

/// Whether a stylesheet names one of these others.
fn imports_any(name: &str, bytes: &[u8], names: &[&str]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let mut named = references(&text).filter_map(|at| resolve(name, &text[at]));
    named.any(|other| other != name && names.contains(&other.as_str()))
}

/// A stylesheet whose references lead to the public names of the assets that it names.
fn with_public_names(name: &str, style: &str, urls: &BTreeMap<String, String>) -> String {
    let up = "../".repeat(name.matches('/').count());
    let mut text = String::with_capacity(style.len() + 256);
    let mut from = 0;
    for at in references(style) {
        let written = &style[at.clone()];
        let Some(url) = resolve(name, written).and_then(|asset| urls.get(&asset)) else {
            continue;
        };
        let tail = written.find(['?', '#']).map_or("", |tail| &written[tail..]);
        text.push_str(&style[from..at.start]);
        text.push_str(&up);
        text.push_str(url.trim_start_matches(FOLDER));
        text.push_str(tail);
        from = at.end;
    }
    text.push_str(&style[from..]);
    text
}

/// What a stylesheet names: `url(…)`, with quotes or without, and `@import "…"`.
pub(super) fn references(style: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = &style[from..];
            let (at, mark) = ["/*", "url(", "@import"]
                .iter()
                .filter_map(|mark| Some((rest.find(mark)?, *mark)))
                .min()?;
            let behind = from + at + mark.len();
            if mark == "/*" {
                from = style[behind..].find("*/").map_or(style.len(), |end| behind + end + 2);
                continue;
            }
            from = behind;
            if let Some(found) = reference(style, behind, mark == "url(") {
                from = found.end;
                return Some(found);
            }
        }
    })
}

/// The text behind `url(` or `@import`. An import is quoted, or else a `url(` that is found next.
fn reference(style: &str, behind: usize, bare: bool) -> Option<Range<usize>> {
    let rest = &style[behind..];
    let start = behind + rest.len() - rest.trim_start().len();
    let quote = style[start..].chars().next().filter(|c| matches!(c, '"' | '\''));
    match quote {
        Some(quote) => {
            let end = style[start + 1..].find(quote)?;
            Some(start + 1..start + 1 + end)
        }
        None if bare => {
            let end = style[start..].find(')')?;
            Some(start..start + style[start..start + end].trim_end().len())
        }
        None => None,
    }
}

/// The asset that a reference in the stylesheet `name` means; none where it leads out of the assets: to another host,
/// to the root of the site, to data in itself.
pub(super) fn resolve(name: &str, reference: &str) -> Option<String> {
    let path = reference.split(['?', '#']).next().unwrap_or_default();
    let inside = !path.is_empty() && !path.starts_with('/') && !path.contains(':');
    inside.then(|| beside(name, path)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stylesheet_leads_to_public_names() {
        let urls = [
            ("fonts/a.woff2", "/assets/fonts/a.1.woff2"),
            ("b.svg", "/assets/b.2.svg"),
            ("c.css", "/assets/c.3.css"),
        ];
        let urls = urls.map(|(name, url)| (name.to_owned(), url.to_owned())).into();
        let style = "@import 'c.css';@font-face{src:url( \"fonts/a.woff2?v=1\" )}/* url(b.svg) */i{background:url(b.svg#x)}\
                     u{background:url(data:image/png;base64,AA==)}s{background:url(b.svg.bak)}";
        assert_eq!(
            with_public_names("d.css", style, &urls),
            "@import 'c.3.css';@font-face{src:url( \"fonts/a.1.woff2?v=1\" )}/* url(b.svg) */i{background:url(b.2.svg#x)}\
             u{background:url(data:image/png;base64,AA==)}s{background:url(b.svg.bak)}"
        );
        assert_eq!(
            with_public_names("css/d.css", "a{b:url(../b.svg)}", &urls),
            "a{b:url(../b.2.svg)}"
        );
    }

    #[test]
    fn a_reference_out_of_the_assets_is_left_alone() {
        assert_eq!(resolve("a.css", "/logo.png"), None);
        assert_eq!(resolve("a.css", "https://altrove.it/a.png"), None);
        assert_eq!(resolve("a.css", "../a.png"), None);
        assert_eq!(resolve("css/a.css", "./img/b.png#c").as_deref(), Some("css/img/b.png"));
    }
}
