//! The editors' files in their sections.

use std::collections::BTreeMap;

use super::{EDITORS, Inputs};
use crate::graph::{Albero, Cosa, Graph};
use crate::model::{Id, Pagina};
use crate::source::{FileId, Span};

/// The tree of the pages, each with the thing that its front matter describes.
pub(super) fn tree(graph: &Graph, inputs: &Inputs) -> Albero {
    let of_editors = inputs.drafts.iter().filter(|draft| draft.reader == EDITORS);
    let mut subjects: BTreeMap<FileId, Option<(Span, Cosa)>> = of_editors.map(|draft| (draft.file, None)).collect();
    for cosa in Cosa::facts(graph) {
        let Some(origine) = cosa.origine(graph) else { continue };
        let Some(subject) = subjects.get_mut(&origine.span.file) else {
            continue;
        };
        // The block that describes the subject holds all others.
        if subject.is_none_or(|(span, _)| length(span) < length(origine.span)) {
            *subject = Some((origine.span, cosa));
        }
    }
    for attivita in &graph.attivita {
        // An activity has no page of its own but its project's.
        if let Some(subject @ None) = subjects.get_mut(&attivita.origine.span.file) {
            *subject = Some((attivita.origine.span, Cosa::Piano(attivita.piano)));
        }
    }
    let subject = |id: Id<Pagina>| Some((*subjects.get(&graph.pagine[id].file)?)?.1);
    Albero::of(graph, subject)
}

fn length(span: Span) -> u32 {
    span.end - span.start
}
