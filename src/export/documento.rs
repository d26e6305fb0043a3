//! Source documents to download: the bytes as received, or the text without what the privacy policy withholds.

use super::Context;
use crate::graph::Graph;
use crate::model::{Documento, Id};

/// The documents that can be downloaded.
pub(super) fn all(graph: &Graph) -> impl Iterator<Item = Id<Documento>> {
    let entries = graph.documenti.entries();
    entries.filter_map(|(id, documento)| documento.download().map(|_| id))
}

/// The bytes of a document, or the text of a spreadsheet; nothing for one without a text.
pub(super) fn file(id: Id<Documento>, context: &Context<'_>) -> Vec<u8> {
    let Some(file) = context.graph.documenti[id].testo else {
        return Vec::new();
    };
    let source = context.graph.sources.file(file);
    let redacted = context.withheld.redact_document(file, source);
    if !redacted.changed && source.sheets().is_none() {
        return source.received().into_owned();
    }
    let mut text = redacted.lines.join("\n");
    if source.text().ends_with('\n') {
        text.push('\n');
    }
    text.into_bytes()
}
