//! What editors write in Markdown: the bodies of their files, and the descriptions in or below their front matter. The
//! one list of such texts, for whoever looks for links, pictures or calls of components in them.

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
#[derive(Clone, Debug, Default)]
pub struct Files(Vec<Option<Id<Pagina>>>);

impl Files {
    /// Those of a graph.
    #[must_use]
    pub fn of(graph: &Graph) -> Self {
        let mut by_file = vec![None; graph.sources.ids()];
        for (id, page) in graph.pagine.entries() {
            for file in [page.file, page.corpo.file] {
                if let Some(place) = by_file.get_mut(file.index()) {
                    *place = Some(id);
                }
            }
        }
        Self(by_file)
    }

    /// The page of a text; none for a text of no editor.
    #[must_use]
    pub fn page(&self, file: FileId) -> Option<Id<Pagina>> {
        self.0.get(file.index()).copied().flatten()
    }
}

/// The texts of editors' files that are written in the language of the graph: all of them in the site's own, in another
/// the translations. Bodies come by file, then descriptions by kind.
pub fn own(graph: &Graph) -> impl Iterator<Item = Scritto<'_>> {
    own_of(graph, |_| true)
}

/// Those of some files.
pub fn own_of<'g>(graph: &'g Graph, wanted: fn(&Pagina) -> bool) -> impl Iterator<Item = Scritto<'g>> {
    let is_own = move |page: &Pagina| page.lingua == graph.lingua && wanted(page);
    let pages = graph.pagine.entries().filter(move |(_, page)| is_own(page));
    let bodies = pages.map(|(pagina, page)| {
        let written = graph.sources.slice(page.corpo);
        Scritto {
            pagina,
            testo: written,
            span: page.corpo,
            written,
        }
    });
    let descriptions = descriptions(graph).filter(move |(_, pagina, text)| {
        let page = &graph.pagine[*pagina];
        is_own(page) && page.corpo.file == text.span.file
    });
    bodies.chain(descriptions.map(|(_, pagina, text)| Scritto {
        pagina,
        testo: text.value,
        span: text.span,
        written: graph.sources.slice(text.span),
    }))
}
