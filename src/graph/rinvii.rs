//! Links that editors write between the pages of the site, in both directions.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Cosa;
use crate::model::Testo;
use crate::source::{FileId, SourceMap, Span};

/// The links of all texts, resolved.
#[derive(Clone, Debug, Default)]
pub struct Rinvii {
    /// Targets in the bodies of files, in the order in which they stand, with the addresses that they mean.
    scritti: BTreeMap<FileId, Vec<(Span, Testo)>>,
    /// What leads to each address, in the order of the graph.
    verso: BTreeMap<Testo, Vec<Cosa>>,
    /// Whether some target names a thing by its id.
    pub(super) per_id: bool,
}

impl Rinvii {
    /// What links to the page at an address, each once.
    #[must_use]
    pub fn verso(&self, url: &str) -> &[Cosa] {
        self.verso.get(url).map_or(&[], Vec::as_slice)
    }

    /// A stretch of a file with the addresses in place of what editors wrote for them.
    #[must_use]
    pub fn written_out<'s>(&self, sources: &'s SourceMap, stretch: Span) -> Cow<'s, str> {
        let text = sources.slice(stretch);
        let Some(written) = self.scritti.get(&stretch.file) else {
            return Cow::Borrowed(text);
        };
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        for (target, url) in written {
            let from = (target.start - stretch.start) as usize;
            out.push_str(&text[done..from]);
            out.push_str(url);
            done = (target.end - stretch.start) as usize;
        }
        out.push_str(&text[done..]);
        Cow::Owned(out)
    }

    /// Takes in a target in the body of a file.
    pub(super) fn write(&mut self, target: Span, url: Testo) {
        self.scritti.entry(target.file).or_default().push((target, url));
    }

    /// Takes in a link from what a page shows to the page at an address. A page that leads to itself is no news.
    pub(super) fn lead(&mut self, from: Cosa, own: &str, to: &str) {
        let page = to.split('#').next().unwrap_or(to);
        if page == own {
            return;
        }
        let known = self.verso.entry(page.into()).or_default();
        if !known.contains(&from) {
            known.push(from);
        }
    }
}
