//! The search index: what a reader's browser needs to search the site by itself, without a server or a foreign host.
//!
//! Pagefind makes it from the pages as they are published, so nothing can be found that no page shows. The bytes
//! follow from the pages and their order alone: it numbers pages as they are given to it and sorts words and filters.

use std::borrow::Cow;
use std::path::Path;

use anyhow::{Context as _, Result};
use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;

use super::Output;

/// Address of the search page.
pub const PAGE: &str = "/cerca/";

/// Folder of the index, with `/`.
pub const FOLDER: &str = "pagefind/";

/// A page to be found: its address and its HTML.
pub type Findable<'p> = (&'p str, Cow<'p, [u8]>);

/// The files of the index over some pages, by path. Only pages whose template marks a part with `data-pagefind-body`
/// are in it. `language` decides how words are stemmed.
///
/// # Errors
/// When a page is no text, or the indexer refuses one.
pub fn index<'p>(pages: impl Iterator<Item = Findable<'p>>, language: &str) -> Result<Vec<Output>> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let mut files = runtime.block_on(files(pages, language))?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

async fn files<'p>(pages: impl Iterator<Item = Findable<'p>>, language: &str) -> Result<Vec<Output>> {
    let options = PagefindServiceConfig::builder()
        .force_language(language.to_owned())
        .build();
    let mut index = PagefindIndex::new(Some(options))?;
    for (address, html) in pages {
        let html = std::str::from_utf8(&html).with_context(|| address.to_owned())?;
        let page = index.add_html_file(None, Some(address.to_owned()), spaced(html));
        page.await.with_context(|| address.to_owned())?;
    }
    let made = index.get_files().await?;
    // Of a language whose stems nobody knows the words are taken as they are.
    let known = made.iter().any(|file| slashed(&file.filename) == program_of(language));
    let stems = if known { language } else { "unknown" };
    let needed = made.into_iter().filter(|file| is_needed(&file.filename, stems));
    Ok(needed
        .map(|file| Output {
            path: format!("{FOLDER}{}", slashed(&file.filename)),
            bytes: file.contents,
        })
        .collect())
}

/// Elements that stand apart on the page, such as a term and its description, are no one word.
fn spaced(html: &str) -> String {
    html.replace("><", "> <")
}

/// Pagefind brings user interfaces of its own and the stems of no language; ours needs neither, unless it must.
fn is_needed(path: &Path, language: &str) -> bool {
    let name = slashed(path);
    let index = ["pf_meta", "pf_index", "pf_filter", "pf_fragment"];
    let program = ["pagefind.js", "pagefind-worker.js", "pagefind-entry.json"];
    let is_index = path
        .extension()
        .is_some_and(|extension| index.iter().any(|known| extension == *known));
    is_index || program.contains(&name.as_str()) || name == program_of(language)
}

/// The program that knows the stems of a language.
fn program_of(language: &str) -> String {
    format!("wasm.{language}.pagefind")
}

fn slashed(path: &Path) -> String {
    let parts = path.iter().map(|part| part.to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(words: &str) -> String {
        format!(
            "<html lang=\"it\"><body><p>Menu</p><main data-pagefind-body \
             data-pagefind-filter=\"anno[data-anno]\" data-anno=\"2024\"><h1>{words}</h1></main></body></html>"
        )
    }

    fn paths(files: &[Output]) -> Vec<&str> {
        files.iter().map(|file| file.path.as_str()).collect()
    }

    #[test]
    fn only_what_our_page_needs_is_published() {
        let page = page("Obiettivi");
        let files = index([("/a/", page.as_bytes().into())].into_iter(), "it").unwrap();
        let programs: Vec<&str> = paths(&files)
            .into_iter()
            .filter(|path| !path.contains(".pf_"))
            .collect();
        assert_eq!(
            programs,
            [
                "pagefind/pagefind-entry.json",
                "pagefind/pagefind-worker.js",
                "pagefind/pagefind.js",
                "pagefind/wasm.it.pagefind",
            ]
        );
        for kind in ["pf_meta", "pf_index", "pf_filter", "pf_fragment"] {
            assert_eq!(
                paths(&files).iter().filter(|path| path.ends_with(kind)).count(),
                1,
                "{kind}"
            );
        }
    }

    #[test]
    fn the_same_pages_give_the_same_bytes() {
        let texts: Vec<String> = (0..80)
            .map(|at| page(&format!("Città {at} piani scuola perché {}", at % 7)))
            .collect();
        let addresses: Vec<String> = (0..80).map(|at| format!("/{at}/")).collect();
        let pages = || {
            addresses
                .iter()
                .map(String::as_str)
                .zip(texts.iter().map(|text| text.as_bytes().into()))
        };
        let first = index(pages(), "it").unwrap();
        for _ in 0..5 {
            assert!(index(pages(), "it").unwrap() == first);
        }
    }
}
