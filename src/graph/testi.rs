//! What editors write in Markdown: the bodies of their files, and the descriptions in or below their front matter. The
//! one list of such texts, for whoever looks for links, pictures or calls of components in them.

use std::collections::HashMap;
use std::ops::Range;

use super::Graph;
use super::link::descriptions;
use crate::model::{Id, Pagina};
use crate::source::{FileId, Span};

/// A text of an editor.
#[derive(Clone, Copy, Debug)]
pub struct Scritto<'g> {
    /// The file that it stands in.
    pub pagina: Id<Pagina>,
    /// The text. In descriptions the addresses stand in the place of links between pages.
    pub testo: &'g str,
    span: Span,
    written: &'g str,
}

impl Scritto<'_> {
    /// The text that it stands in: the editors' file, or its translation.
    #[must_use]
    pub fn file(&self) -> FileId {
        self.span.file
    }

    /// Where a stretch of the text stands in its file; the place of the whole text where it is written otherwise.
    #[must_use]
    pub fn place(&self, stretch: Range<usize>) -> Span {
        let within = match self.written.find(self.testo) {
            Some(base) => Some(base + stretch.start..base + stretch.end),
            None => {
                let words = &self.testo[stretch];
                let found = self.written.find(words);
                found.map(|start| start..start + words.len())
            }
        };
        let start = self.span.start as usize;
        within.map_or(self.span, |within| {
            Span::new(self.span.file, start + within.start, start + within.end)
        })
    }
}

/// The texts that editors' files consist of, translations too, with their pages.
#[must_use]
pub fn files(graph: &Graph) -> HashMap<FileId, Id<Pagina>> {
    let pages = graph.pagine.entries();
    pages
        .flat_map(|(id, page)| [(page.file, id), (page.corpo.file, id)])
        .collect()
}

/// Those that are written in the language of the graph: all of them in the site's own, in another the translations.
pub fn own(graph: &Graph) -> impl Iterator<Item = Scritto<'_>> {
    all(graph).filter(|text| {
        let page = &graph.pagine[text.pagina];
        page.lingua == graph.lingua && page.corpo.file == text.file()
    })
}

/// The texts of all editors' files: bodies by file, then descriptions by kind.
pub fn all(graph: &Graph) -> impl Iterator<Item = Scritto<'_>> {
    let by_file = files(graph);
    let bodies = graph.pagine.entries().map(|(pagina, page)| {
        let written = graph.sources.slice(page.corpo);
        Scritto {
            pagina,
            testo: written,
            span: page.corpo,
            written,
        }
    });
    bodies.chain(descriptions(graph).filter_map(move |(_, text)| {
        Some(Scritto {
            pagina: *by_file.get(&text.span.file)?,
            testo: text.value,
            span: text.span,
            written: graph.sources.slice(text.span),
        })
    }))
}
