use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::memory::{Documento, Kept, Memory, Shelf, sha256};
use crate::diag::register::lettura::DOCUMENTO_VUOTO;
use crate::diag::register::run::{FORMA_IGNOTA, LETTORE_IGNOTO};
use crate::diag::{Diagnostic, Reported, nearest};
use crate::graph::link::Draft;
use crate::model::{Bozze, Detto, Pagina, Sorgente, Testo};
use crate::read::{self, Document, Hints, READERS, Reader};
use crate::source::{FileId, SourceMap, Span};

/// A document that a section names, as received.
struct Received<'p> {
    /// Index of the section among the pages.
    pagina: usize,
    sorgente: &'p Sorgente,
    /// Where the section names it.
    named_at: Span,
    file: FileId,
    kept: Kept,
}

/// Reads the documents that sections name, each by the reader for its form, as far as they are not remembered.
pub(super) fn read(
    root: &Path,
    pages: &[Arc<Pagina>],
    memory: &mut Memory,
    sources: &mut SourceMap,
    found: &mut Vec<Diagnostic>,
) -> Vec<Draft> {
    let mut received = Vec::new();
    for (pagina, page) in pages.iter().enumerate() {
        let Some(sorgente) = &page.sorgente else { continue };
        let Some(name) = &sorgente.documento else { continue };
        match memory.documents.text(root, name) {
            Ok(kept) => received.push(Received {
                pagina,
                sorgente,
                named_at: name.span,
                file: sources
                    .find(name)
                    .unwrap_or_else(|| sources.add(Arc::clone(&kept.text))),
                kept,
            }),
            Err(trouble) => found.push(Diagnostic::from(&trouble).at(name.span)),
        }
    }
    let known = &memory.documents;
    let read = received.par_iter().map(|document| known.document(document));
    let read: Vec<_> = read.collect();
    found.extend(read.iter().flat_map(|document| document.problems.iter().cloned()));
    let drafts = received.iter().zip(&read);
    let drafts = drafts.filter_map(|(received, document)| draft(received.pagina, document));
    let drafts = drafts.collect();
    memory.documents = Shelf::of(read);
    drafts
}

fn draft(pagina: usize, document: &Documento) -> Option<Draft> {
    let (reader, bozze) = document.read.as_ref()?;
    Some(Draft {
        file: document.file,
        path: document.kept.text.path().to_owned(),
        sha256: document.sha256.clone(),
        reader,
        pagina,
        bozze: Arc::clone(bozze),
    })
}

impl Shelf<Documento> {
    /// What a document says: as remembered, if its text, its place and what its section says of it are the same.
    fn document(&self, received: &Received<'_>) -> Arc<Documento> {
        let hints = hints(received.sorgente);
        let lettore = received.sorgente.lettore.as_ref().map(|name| name.value.to_string());
        let same = |known: &&Arc<Documento>| {
            known.file == received.file
                && known.kept == received.kept
                && known.named_at == received.named_at
                && known.lettore == lettore
                && known.hints == hints
        };
        let known = self.at(received.kept.text.path()).iter().find(same);
        known.map_or_else(|| Arc::new(document(received, lettore, hints)), Arc::clone)
    }
}

fn document(received: &Received<'_>, lettore: Option<String>, hints: Hints) -> Documento {
    let read = read_with_its_reader(received, &hints);
    Documento {
        kept: received.kept.clone(),
        file: received.file,
        sha256: sha256(&received.kept.text),
        named_at: received.named_at,
        lettore,
        hints,
        read: read.value,
        problems: read.problems,
    }
}

fn read_with_its_reader(received: &Received<'_>, hints: &Hints) -> Reported<Option<(&'static str, Arc<Bozze>)>> {
    let text = received.kept.text.text();
    let chosen = match &received.sorgente.lettore {
        Some(name) => read::reader(name).ok_or_else(|| unknown_reader(name)),
        None => read::recognise(received.file, text).ok_or_else(|| unknown_form(received)),
    };
    match chosen {
        Ok(reader) => {
            let read = read_with(reader, received, hints);
            Reported {
                value: Some((reader.name(), Arc::new(read.value))),
                problems: read.problems,
            }
        }
        Err(problem) => Reported {
            value: None,
            problems: vec![*problem],
        },
    }
}

fn read_with(reader: &dyn Reader, received: &Received<'_>, hints: &Hints) -> Reported<Bozze> {
    let mut read = reader.read(Document {
        file: received.file,
        text: received.kept.text.text(),
        hints,
    });
    let told = read.problems.iter().any(|known| known.code.id == DOCUMENTO_VUOTO.id);
    if read.value.is_empty() && !told {
        let finding = Diagnostic::new(&DOCUMENTO_VUOTO).at(received.named_at);
        read.problems.push(finding.with("lettore", reader.name()));
    }
    read
}

fn unknown_reader(name: &Detto<Testo>) -> Box<Diagnostic> {
    let names = READERS.iter().map(|reader| reader.name());
    let finding = Diagnostic::new(&LETTORE_IGNOTO)
        .at(name.span)
        .with("lettore", &name.value);
    Box::new(
        finding
            .with("vicino", nearest(name, names))
            .with("lettori", reader_names()),
    )
}

fn unknown_form(document: &Received<'_>) -> Box<Diagnostic> {
    let finding = Diagnostic::new(&FORMA_IGNOTA)
        .at(document.named_at)
        .with("file", document.kept.text.path());
    Box::new(finding.with("lettori", reader_names()))
}

fn reader_names() -> String {
    let names: Vec<_> = READERS.iter().map(|reader| reader.name()).collect();
    names.join(", ")
}

fn hints(sorgente: &Sorgente) -> Hints {
    Hints {
        anno: sorgente.anno,
        ente: sorgente.ente.as_ref().map(|ente| ente.value.clone()),
        titolo: sorgente.titolo.as_ref().map(|titolo| titolo.value.clone()),
        data: sorgente.data.as_ref().map(|data| data.value),
    }
}
