//! What is new, as an Atom feed (RFC 4287), and the list of all addresses (sitemaps.org).

use anyhow::Result;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::Context;
use crate::model::Giorno;

/// A page as feeds and the site map tell of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Address from the site's root.
    pub url: String,
    /// Title.
    pub title: String,
    /// Last day on which it changed.
    pub updated: Giorno,
    /// One sentence about it; may be empty.
    pub summary: String,
}

/// A page in the site map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Whole URL.
    pub url: String,
    /// Last day on which it changed, where it is known.
    pub updated: Option<Giorno>,
    /// The page in every language that has its words: code and whole URL.
    pub languages: Vec<(String, String)>,
}

/// An Atom feed of these entries, the newest first. `url` is the feed's own address from the site's root.
///
/// # Errors
/// When the XML library refuses a text.
pub(super) fn atom(context: &Context<'_>, url: &str, title: &str, entries: &[Entry]) -> Result<Vec<u8>> {
    let mut newest: Vec<&Entry> = entries.iter().collect();
    newest.sort_by_key(|entry| std::cmp::Reverse(entry.updated));
    let updated = newest.first().map_or(context.date, |entry| entry.updated);
    document("feed", "http://www.w3.org/2005/Atom", None, |xml| {
        text(xml, "id", &context.absolute(url))?;
        text(xml, "title", title)?;
        text(xml, "updated", &moment(updated))?;
        xml.create_element("author")
            .write_inner_content(|xml| text(xml, "name", author(context)))?;
        link(xml, "self", &context.absolute(url))?;
        newest.iter().try_for_each(|entry| atom_entry(xml, context, entry))
    })
}

fn author<'c>(context: &'c Context<'_>) -> &'c str {
    match context.config.publisher.name.as_str() {
        "" => &context.config.title,
        name => name,
    }
}

fn atom_entry(xml: &mut Writer<Vec<u8>>, context: &Context<'_>, entry: &Entry) -> std::io::Result<()> {
    let address = context.absolute(&entry.url);
    xml.create_element("entry").write_inner_content(|xml| {
        text(xml, "id", &address)?;
        text(xml, "title", &entry.title)?;
        text(xml, "updated", &moment(entry.updated))?;
        link(xml, "alternate", &address)?;
        match entry.summary.as_str() {
            "" => Ok(()),
            summary => text(xml, "summary", summary),
        }
    })?;
    Ok(())
}

/// The site map of these pages.
///
/// # Errors
/// When the XML library refuses a text.
pub fn sitemap(pages: &[Address]) -> Result<Vec<u8>> {
    let xhtml = ("xmlns:xhtml", "http://www.w3.org/1999/xhtml");
    let several = pages.iter().any(|page| !page.languages.is_empty());
    let more = several.then_some(xhtml);
    document("urlset", "http://www.sitemaps.org/schemas/sitemap/0.9", more, |xml| {
        pages.iter().try_for_each(|page| {
            xml.create_element("url").write_inner_content(|xml| {
                text(xml, "loc", &page.url)?;
                if let Some(day) = page.updated {
                    text(xml, "lastmod", &day.to_string())?;
                }
                page.languages.iter().try_for_each(|(code, url)| {
                    let link = xml.create_element("xhtml:link");
                    let link = link.with_attributes([("rel", "alternate"), ("hreflang", code), ("href", url)]);
                    link.write_empty().map(|_| ())
                })
            })?;
            Ok(())
        })
    })
}

/// `robots.txt`: everything may be read, and where the site map is.
#[must_use]
pub(super) fn robots(context: &Context<'_>) -> Vec<u8> {
    format!(
        "User-agent: *\nAllow: /\n\nSitemap: {}\n",
        context.absolute("/sitemap.xml")
    )
    .into_bytes()
}

fn document(
    root: &str,
    namespace: &str,
    other: Option<(&str, &str)>,
    content: impl FnOnce(&mut Writer<Vec<u8>>) -> std::io::Result<()>,
) -> Result<Vec<u8>> {
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    xml.create_element(root)
        .with_attribute(("xmlns", namespace))
        .with_attributes(other)
        .write_inner_content(content)?;
    let mut out = xml.into_inner();
    out.push(b'\n');
    Ok(out)
}

fn text(xml: &mut Writer<Vec<u8>>, name: &str, content: &str) -> std::io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(content))?;
    Ok(())
}

fn link(xml: &mut Writer<Vec<u8>>, relation: &str, address: &str) -> std::io::Result<()> {
    xml.create_element("link")
        .with_attributes([("rel", relation), ("href", address)])
        .write_empty()?;
    Ok(())
}

/// A whole day as the moment that RFC 3339 asks for.
fn moment(day: Giorno) -> String {
    format!("{day}T00:00:00Z")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::graph::Graph;

    fn day(text: &str) -> Giorno {
        text.parse().unwrap()
    }

    fn entries() -> Vec<Entry> {
        let entry = |url: &str, title: &str, updated| Entry {
            url: url.to_owned(),
            title: title.to_owned(),
            updated: day(updated),
            summary: String::new(),
        };
        vec![entry("/a/", "A & <b>", "2024-01-02"), entry("/b/", "B", "2024-03-04")]
    }

    fn with_context(test: impl FnOnce(&Context<'_>)) {
        let config = Config {
            base_url: "https://esempio.it/sito".to_owned(),
            ..Config::default()
        };
        test(&Context {
            graph: &Graph::default(),
            withheld: &crate::graph::privacy::Withheld::default(),
            config: &config,
            date: day("2024-05-06"),
        });
    }

    #[test]
    fn the_newest_stands_first_and_texts_are_escaped() {
        with_context(|context| {
            let feed = String::from_utf8(atom(context, "/feed.xml", "Novità", &entries()).unwrap()).unwrap();
            assert!(feed.find("<title>B</title>") < feed.find("<title>A &amp; &lt;b&gt;</title>"));
            assert!(feed.contains("<updated>2024-03-04T00:00:00Z</updated>"));
            assert!(feed.contains(r#"<link rel="self" href="https://esempio.it/sito/feed.xml"/>"#));
        });
    }

    #[test]
    fn the_site_map_has_absolute_addresses() {
        with_context(|context| {
            let page = |url: &str, updated: Option<Giorno>| Address {
                url: context.absolute(url),
                updated,
                languages: Vec::new(),
            };
            let pages = [page("/a/", Some(day("2024-01-02"))), page("/b/", None)];
            let map = String::from_utf8(sitemap(&pages).unwrap()).unwrap();
            assert!(map.contains("<url><loc>https://esempio.it/sito/a/</loc><lastmod>2024-01-02</lastmod></url>"));
            assert!(map.contains("<url><loc>https://esempio.it/sito/b/</loc></url>"));
        });
    }
}
