//! Files that go to the site as they are: `static/` as a whole, and in `content/` what stands beside a page.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::diag::{Diagnostic, Reported};
use crate::graph::{Graph, Held};
use crate::model::{Id, Pagina};
use crate::source::walk;
use crate::write::{Digest, Made, Output};

/// The folder of files that belong to no page.
const STATIC: &str = "static";

/// A file of the site's folder and its place on the site. It is read when its bytes are asked for.
#[derive(Debug)]
pub(super) struct Copied {
    root: PathBuf,
    /// Path below the site's folder.
    from: String,
    /// Path below the output folder.
    to: String,
}

/// Lists what is copied. `beside` are the files of `content/` that are no Markdown, with `content/` before them. Those
/// of a page that is held back stay with it.
pub(super) fn all(root: &Path, beside: Vec<String>, graph: &Graph, held: &[Held]) -> Reported<Vec<Copied>> {
    let listing = walk::list(root, STATIC);
    let owners = Owners::of(graph, held);
    let copied = |from: String, to: String| Copied {
        root: root.to_owned(),
        from,
        to,
    };
    let beside = beside.into_iter().filter_map(|path| Some((owners.place(&path)?, path)));
    let whole = listing.files.into_iter().filter_map(|path| {
        let to = path.strip_prefix(STATIC)?.trim_start_matches('/').to_owned();
        Some((to, path))
    });
    Reported {
        value: beside.chain(whole).map(|(to, from)| copied(from, to)).collect(),
        problems: listing.troubles.iter().map(Diagnostic::from).collect(),
    }
}

impl Copied {
    /// Path below the site's folder.
    pub(super) fn from(&self) -> &str {
        &self.from
    }

    /// Path below the output folder.
    pub(super) fn to(&self) -> &str {
        &self.to
    }
}

/// Which page the files of a folder belong to.
struct Owners<'g> {
    graph: &'g Graph,
    held: BTreeSet<&'g str>,
}

impl<'g> Owners<'g> {
    fn of(graph: &'g Graph, held: &'g [Held]) -> Self {
        Self {
            graph,
            held: held.iter().map(|held| held.percorso.as_str()).collect(),
        }
    }

    /// Where a file stands on the site: below the address of the nearest page above that has a folder of its own.
    fn place(&self, path: &str) -> Option<String> {
        let path = path.split_once('/')?.1;
        let mut folder = path;
        while let Some((above, _)) = folder.rsplit_once('/') {
            folder = above;
            let own = [format!("{folder}/index.md"), format!("{folder}/_index.md")];
            if own.iter().any(|page| self.held.contains(page.as_str())) {
                return None;
            }
            let page = own.iter().find_map(|page| self.graph.albero.percorso(page));
            if let Some(page) = page {
                return Some(self.below(page, &path[folder.len() + 1..]));
            }
        }
        (!self.held.contains("_index.md")).then(|| path.to_owned())
    }

    fn below(&self, page: Id<Pagina>, rest: &str) -> String {
        format!("{}{rest}", self.graph.albero.url(page).trim_start_matches('/'))
    }
}

impl Output for &Copied {
    fn path(&self) -> &str {
        &self.to
    }

    fn make(&self, _: Option<&Digest>) -> Result<Made<'_>, Vec<Diagnostic>> {
        let bytes = walk::listed(&self.root, &self.from).map(|read| read.bytes);
        let bytes = bytes.map_err(|trouble| vec![Diagnostic::from(&trouble)])?;
        Ok(Made::File {
            bytes: Cow::Owned(bytes),
            job: None,
        })
    }
}
