//! Templates write links from the root of the site (`/catalogo/`). One pass over the finished bytes makes them relative,
//! or puts the path of `base_url` before them.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use aho_corasick::AhoCorasick;

use super::fingerprint::{Digest, Hasher};
use super::job::Job;
use super::search;
use super::site::Site;

/// How links inside the site are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    way: Way,
    /// What leads to the pages of one language and to those of the others; none on a site in one language.
    lingue: Option<Arc<Lingue>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Way {
    /// From page to page: the folder works anywhere, from a USB stick too.
    Relative,
    /// Below this path, which has no final `/`; empty for a site at the root of its host.
    Below(String),
}

/// Where links lead from the pages of one language. Templates and texts write the addresses of the site's own language;
/// `/@en/` is this very page in another.
#[derive(Debug, PartialEq, Eq)]
struct Lingue {
    /// What goes before the addresses that this language has: `/en`.
    prefix: String,
    /// Code of the site's own language.
    own: String,
    /// What goes before the addresses of each language, by its code.
    prefixes: Vec<(String, String)>,
    /// The addresses that this language has for itself, with the title of the page there, as HTML has it, where that is
    /// in the site's own language.
    pages: HashMap<String, Option<Vec<u8>>>,
    digest: Digest,
}

impl Links {
    /// What the configuration asks for, for the pages of one language. `feeds` are the addresses of its feeds.
    #[must_use]
    pub fn of(site: &Site<'_>, jobs: &[Job<'_>], feeds: &[String]) -> Self {
        let way = match site.config.relative_urls {
            true => Way::Relative,
            false => Way::from_root(site),
        };
        Self {
            way,
            lingue: Lingue::of(site, jobs, feeds).map(Arc::new),
        }
    }

    /// The same from the root of the host, whatever the configuration asks for.
    #[must_use]
    pub fn below(&self, site: &Site<'_>) -> Self {
        Self {
            way: Way::from_root(site),
            lingue: self.lingue.clone(),
        }
    }

    /// Adds to a digest how links are written.
    pub fn add_to(&self, hasher: &mut Hasher) {
        match &self.way {
            Way::Relative => hasher.update(b"./"),
            Way::Below(path) => hasher.update(path.as_bytes()),
        }
        if let Some(lingue) = &self.lingue {
            hasher.update(lingue.digest.as_bytes());
        }
    }

    /// The HTML of the page at `address` with its links rewritten.
    #[must_use]
    pub fn rewrite(&self, html: Vec<u8>, address: &str) -> Vec<u8> {
        let Some(lingue) = &self.lingue else {
            return self.way.rewrite(html, address);
        };
        let html = replace(&html, |link, out| lingue.write(link, address, out));
        self.way.rewrite(html, &format!("{}{address}", lingue.prefix))
    }
}

impl Way {
    fn rewrite(&self, html: Vec<u8>, address: &str) -> Vec<u8> {
        match self {
            Self::Below(path) if path.is_empty() => html,
            Self::Below(path) => replace(&html, |link, out| {
                out.extend_from_slice(link.attribute);
                out.extend_from_slice(path.as_bytes());
                out.extend_from_slice(link.target);
            }),
            Self::Relative => {
                let up = way_up(address);
                replace(&html, |link, out| {
                    out.extend_from_slice(link.attribute);
                    push_relative(&up, link.target, out);
                })
            }
        }
    }
}

impl Lingue {
    fn of(site: &Site<'_>, jobs: &[Job<'_>], feeds: &[String]) -> Option<Self> {
        let here = site.versione()?;
        let own = site.versioni().first()?;
        let mut pages = HashMap::new();
        if here != own {
            let of_index = site.config.search.then(|| format!("/{}pagefind.js", search::FOLDER));
            let files = feeds.iter().cloned().chain(of_index);
            pages.extend(files.map(|address| (address, None)));
            let title = |job: &Job<'_>| Some(escaped(site.original_title(&job.address)?));
            pages.extend(jobs.iter().map(|job| (job.address.to_string(), title(job))));
        }
        let prefixes = site.versioni().iter();
        let prefixes = prefixes.map(|version| (version.code.clone(), version.prefix.clone()));
        let mut lingue = Self {
            prefix: here.prefix.clone(),
            own: own.code.clone(),
            prefixes: prefixes.collect(),
            pages,
            digest: Digest::default(),
        };
        lingue.digest = lingue.digest();
        Some(lingue)
    }

    fn digest(&self) -> Digest {
        let mut hasher = Hasher::default();
        let mut pages: Vec<_> = self.pages.iter().collect();
        pages.sort_unstable();
        hasher.update(format!("{}\0{}\0{:?}\0{pages:?}", self.prefix, self.own, self.prefixes).as_bytes());
        hasher.finish()
    }

    /// Writes a link of the page at `address`. Where its words are the title of the page that it leads to, and that title
    /// is in the site's own language, it says so.
    fn write(&self, link: &Link<'_>, address: &str, out: &mut Vec<u8>) {
        if let Some(target) = self.same_page(link.target, address) {
            out.extend_from_slice(link.attribute);
            out.extend_from_slice(target.as_bytes());
            return;
        }
        let path = std::str::from_utf8(path_of(link.target)).unwrap_or_default();
        let known = self.pages.get(path);
        if let Some(Some(title)) = known
            && link.says(title)
        {
            out.extend_from_slice(format!(" lang=\"{}\"", self.own).as_bytes());
        }
        out.extend_from_slice(link.attribute);
        if known.is_some() {
            out.extend_from_slice(self.prefix.as_bytes());
        }
        out.extend_from_slice(link.target);
    }

    /// What `/@en/` means on the page at an address; the page that is nowhere has the home page for its like.
    fn same_page(&self, target: &[u8], address: &str) -> Option<String> {
        let code = target.strip_prefix(b"/@")?.strip_suffix(b"/")?;
        let (_, prefix) = self.prefixes.iter().find(|(known, _)| known.as_bytes() == code)?;
        let page = if address.ends_with('/') { address } else { "/" };
        Some(format!("{prefix}{page}"))
    }
}

impl Way {
    /// Links from the root of the host that the site stands on.
    fn from_root(site: &Site<'_>) -> Self {
        Self::Below(base_path(site.root_url()).to_owned())
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
    let path = path_of(target);
    out.extend_from_slice(up.as_bytes());
    out.extend_from_slice(path.strip_prefix(b"/").unwrap_or(path));
    if path.ends_with(b"/") {
        out.extend_from_slice(b"index.html");
    }
    out.extend_from_slice(&target[path.len()..]);
}

/// A target without its query and anchor.
fn path_of(target: &[u8]) -> &[u8] {
    let end = target.iter().position(|byte| matches!(byte, b'?' | b'#'));
    &target[..end.unwrap_or(target.len())]
}

/// A link that begins with one `/`.
struct Link<'h> {
    /// The tag that it stands in, up to the attribute.
    tag: &'h [u8],
    /// The attribute up to the target: ` href="`.
    attribute: &'h [u8],
    target: &'h [u8],
    /// What follows the target.
    rest: &'h [u8],
}

impl Link<'_> {
    /// Whether its words are these, an arrow before or behind them left out.
    fn says(&self, words: &[u8]) -> bool {
        let Some(start) = self.rest.iter().position(|byte| *byte == b'>') else {
            return false;
        };
        let inside = &self.rest[start + 1..];
        let own = inside.strip_prefix("← ".as_bytes()).unwrap_or(inside);
        let Some(behind) = own.strip_prefix(words).filter(|_| self.tag.starts_with(b"<a")) else {
            return false;
        };
        behind
            .strip_prefix(" →".as_bytes())
            .unwrap_or(behind)
            .starts_with(b"</a>")
    }
}

/// A text as templates write it.
fn escaped(text: &str) -> Vec<u8> {
    let mut html = Vec::with_capacity(text.len());
    // Nothing can go wrong in memory.
    let _ = tera::escape_html(text, &mut html);
    html
}

/// The attributes that hold links inside the site.
static ATTRIBUTES: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::new([" href=\"/", " src=\"/", " action=\"/", " content=\"0; url=/"]).ok());

/// Gives every link that begins with one `/` to `write`, which writes what stands in the place of attribute and target.
fn replace(html: &[u8], write: impl Fn(&Link<'_>, &mut Vec<u8>)) -> Vec<u8> {
    let Some(attributes) = ATTRIBUTES.as_ref() else {
        return html.to_vec();
    };
    let mut out = Vec::with_capacity(html.len() + html.len() / 8);
    let mut done = 0;
    for found in attributes.find_iter(html) {
        let start = found.end() - 1;
        let Some(tag) = open_tag(&html[..found.start()]).filter(|_| html.get(found.end()) != Some(&b'/')) else {
            continue;
        };
        let length = html[start..].iter().position(|byte| *byte == b'"').unwrap_or(0);
        out.extend_from_slice(&html[done..found.start()]);
        let link = Link {
            tag,
            attribute: &html[found.start()..start],
            target: &html[start..start + length],
            rest: &html[start + length..],
        };
        write(&link, &mut out);
        done = start + length;
    }
    out.extend_from_slice(&html[done..]);
    out
}

/// The tag that the bytes end in, if they do. Text never holds a bare `<`, so the last angle tells.
fn open_tag(before: &[u8]) -> Option<&[u8]> {
    let last = before.iter().rposition(|byte| matches!(byte, b'<' | b'>'))?;
    (before[last] == b'<').then(|| &before[last..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewritten(way: &Way, html: &str, address: &str) -> String {
        String::from_utf8(way.rewrite(html.as_bytes().to_vec(), address)).unwrap()
    }

    fn lingue(prefix: &str, pages: &[(&str, Option<&str>)]) -> Links {
        let pages = pages.iter();
        let pages = pages.map(|(address, title)| ((*address).to_owned(), title.map(escaped)));
        let prefixes = [("it", ""), ("en", "/en")].map(|(code, prefix)| (code.to_owned(), prefix.to_owned()));
        Links {
            way: Way::Relative,
            lingue: Some(Arc::new(Lingue {
                prefix: prefix.to_owned(),
                own: "it".to_owned(),
                prefixes: prefixes.into(),
                pages: pages.collect(),
                digest: Digest::default(),
            })),
        }
    }

    #[test]
    fn links_stay_in_the_language_and_lead_out_of_it_where_told() {
        let links = lingue("/en", &[("/orari/", Some("Orari")), ("/notizie/", None)]);
        let html = "<a class=\"x\" href=\"/orari/\">Orari</a><a href=\"/orari/#r1\">hours</a><a href=\"/notizie/\">News</a>\
                    <a href=\"/dati/a.csv\">CSV</a><a lang=\"it\" hreflang=\"it\" href=\"/@it/\">Italiano</a>";
        assert_eq!(
            String::from_utf8(links.rewrite(html.into(), "/notizie/")).unwrap(),
            "<a class=\"x\" lang=\"it\" href=\"../../en/orari/index.html\">Orari</a>\
             <a href=\"../../en/orari/index.html#r1\">hours</a><a href=\"../../en/notizie/index.html\">News</a>\
             <a href=\"../../dati/a.csv\">CSV</a>\
             <a lang=\"it\" hreflang=\"it\" href=\"../../notizie/index.html\">Italiano</a>"
        );
        let own = lingue("", &[]);
        let html = "<a href=\"/@en/\">English</a><a href=\"/@de/\">?</a>";
        assert_eq!(
            String::from_utf8(own.rewrite(html.into(), "/404.html")).unwrap(),
            "<a href=\"./en/index.html\">English</a><a href=\"./@de/index.html\">?</a>"
        );
    }

    #[test]
    fn relative_links_climb_to_the_root() {
        let html = "<a href=\"/catalogo/\">x</a><img src=\"/a.svg#b\">";
        assert_eq!(
            rewritten(&Way::Relative, html, "/piani/peg/"),
            "<a href=\"../../catalogo/index.html\">x</a><img src=\"../../a.svg#b\">"
        );
        assert_eq!(
            rewritten(&Way::Relative, "<a href=\"/\">x</a>", "/"),
            "<a href=\"./index.html\">x</a>"
        );
        assert_eq!(
            rewritten(&Way::Relative, "<a href=\"/d/#r12\">x</a>", "/a/"),
            "<a href=\"../d/index.html#r12\">x</a>"
        );
    }

    #[test]
    fn a_base_path_goes_before_every_link() {
        let links = Way::Below(base_path("https://a.it/vetrina/").to_owned());
        assert_eq!(rewritten(&links, "<a href=\"/x/\">", "/"), "<a href=\"/vetrina/x/\">");
        assert_eq!(base_path("https://a.it"), "");
    }

    #[test]
    fn text_and_links_elsewhere_stay() {
        let html = "<a href=\"https://a.it/\">x</a><p>a href=\"/x\"</p><a href=\"//b.it/\">";
        assert_eq!(rewritten(&Way::Relative, html, "/a/"), html);
    }
}
