//! Templates write links from the root of the site (`/catalogo/`). One pass over the finished bytes makes them relative,
//! or puts the path of `base_url` before them.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::config::Config;

/// How links inside the site are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Links {
    /// From page to page: the folder works anywhere, from a USB stick too.
    Relative,
    /// Below this path, which has no final `/`; empty for a site at the root of its host.
    Below(String),
}

impl Links {
    /// What the configuration asks for.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        if config.relative_urls {
            Self::Relative
        } else {
            Self::below(config)
        }
    }

    /// From the root of the host, whatever the configuration asks for.
    #[must_use]
    pub fn below(config: &Config) -> Self {
        Self::Below(base_path(&config.base_url).to_owned())
    }

    /// Says how links are written, for a digest.
    #[must_use]
    pub fn digest(&self) -> &str {
        match self {
            Self::Relative => "./",
            Self::Below(path) => path,
        }
    }

    /// The HTML of the page at `address` with its links rewritten.
    #[must_use]
    pub fn rewrite(&self, html: Vec<u8>, address: &str) -> Vec<u8> {
        match self {
            Self::Below(path) if path.is_empty() => html,
            Self::Below(path) => replace(&html, |target, out| {
                out.extend_from_slice(path.as_bytes());
                out.extend_from_slice(target);
            }),
            Self::Relative => {
                let up = way_up(address);
                replace(&html, |target, out| push_relative(&up, target, out))
            }
        }
    }
}

/// The path of a URL, without a final `/`: of `https://a.it/vetrina/` it is `/vetrina`.
fn base_path(url: &str) -> &str {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = after_scheme.find('/').map_or("", |at| &after_scheme[at..]);
    path.trim_end_matches('/')
}

/// The steps from a page's folder to the root: `./` for `/`, `../../` for `/a/b/`.
fn way_up(address: &str) -> String {
    let depth = address.bytes().filter(|byte| *byte == b'/').count().saturating_sub(1);
    if depth == 0 {
        "./".to_owned()
    } else {
        "../".repeat(depth)
    }
}

/// Writes a link as steps up and down. A folder's address gets its file, since a disk has no server that adds it.
fn push_relative(up: &str, target: &[u8], out: &mut Vec<u8>) {
    let path_end = target
        .iter()
        .position(|byte| matches!(byte, b'?' | b'#'))
        .unwrap_or(target.len());
    let (path, rest) = target.split_at(path_end);
    out.extend_from_slice(up.as_bytes());
    out.extend_from_slice(path.strip_prefix(b"/").unwrap_or(path));
    if path.ends_with(b"/") {
        out.extend_from_slice(b"index.html");
    }
    out.extend_from_slice(rest);
}

/// The attributes that hold links inside the site.
static ATTRIBUTES: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::new([" href=\"/", " src=\"/", " action=\"/", " content=\"0; url=/"]).ok());

/// Gives every link that begins with one `/` to `write`, which writes what stands in its place.
fn replace(html: &[u8], write: impl Fn(&[u8], &mut Vec<u8>)) -> Vec<u8> {
    let Some(attributes) = ATTRIBUTES.as_ref() else {
        return html.to_vec();
    };
    let mut out = Vec::with_capacity(html.len() + html.len() / 8);
    let mut done = 0;
    for found in attributes.find_iter(html) {
        let start = found.end() - 1;
        if html.get(found.end()) == Some(&b'/') || !is_in_tag(&html[..found.start()]) {
            continue;
        }
        let length = html[start..].iter().position(|byte| *byte == b'"').unwrap_or(0);
        out.extend_from_slice(&html[done..start]);
        write(&html[start..start + length], &mut out);
        done = start + length;
    }
    out.extend_from_slice(&html[done..]);
    out
}

/// Whether the bytes end inside a tag. Text never holds a bare `<`, so the last angle tells.
fn is_in_tag(before: &[u8]) -> bool {
    before.iter().rev().find(|byte| matches!(byte, b'<' | b'>')) == Some(&b'<')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewritten(links: &Links, html: &str, address: &str) -> String {
        String::from_utf8(links.rewrite(html.as_bytes().to_vec(), address)).unwrap()
    }

    #[test]
    fn relative_links_climb_to_the_root() {
        let html = "<a href=\"/catalogo/\">x</a><img src=\"/a.svg#b\">";
        assert_eq!(
            rewritten(&Links::Relative, html, "/piani/peg/"),
            "<a href=\"../../catalogo/index.html\">x</a><img src=\"../../a.svg#b\">"
        );
        assert_eq!(
            rewritten(&Links::Relative, "<a href=\"/\">x</a>", "/"),
            "<a href=\"./index.html\">x</a>"
        );
        assert_eq!(
            rewritten(&Links::Relative, "<a href=\"/d/#r12\">x</a>", "/a/"),
            "<a href=\"../d/index.html#r12\">x</a>"
        );
    }

    #[test]
    fn a_base_path_goes_before_every_link() {
        let links = Links::Below(base_path("https://a.it/vetrina/").to_owned());
        assert_eq!(rewritten(&links, "<a href=\"/x/\">", "/"), "<a href=\"/vetrina/x/\">");
        assert_eq!(base_path("https://a.it"), "");
    }

    #[test]
    fn text_and_links_elsewhere_stay() {
        let html = "<a href=\"https://a.it/\">x</a><p>a href=\"/x\"</p><a href=\"//b.it/\">";
        assert_eq!(rewritten(&Links::Relative, html, "/a/"), html);
    }
}
