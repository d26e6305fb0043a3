use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::diag::register::lettura::DOCUMENTO_VUOTO;
use crate::diag::register::run::{FORMA_IGNOTA, LETTORE_IGNOTO};
use crate::diag::{Diagnostic, Reported, nearest};
use crate::graph::link::Draft;
use crate::model::{Detto, Pagina, Sorgente, Testo};
use crate::read::{self, Document, Hints, READERS, Reader};
use crate::source::walk::{self, Trouble};
use crate::source::{FileId, SourceFile, SourceMap, Span};

/// A document that a section names, as received.
struct Received<'p> {
    /// Index of the section among the pages.
    pagina: usize,
    sorgente: &'p Sorgente,
    /// Where the section names it.
    named_at: Span,
    file: FileId,
    sha256: String,
}

/// Reads the documents that sections name, each by the reader for its form.
pub(super) fn read(root: &Path, pages: &[Pagina], sources: &mut SourceMap, found: &mut Vec<Diagnostic>) -> Vec<Draft> {
    let mut received = Vec::new();
    for (pagina, page) in pages.iter().enumerate() {
        let Some(sorgente) = &page.sorgente else { continue };
        let Some(name) = &sorgente.documento else { continue };
        match receive(root, name, sources) {
            Ok((file, sha256)) => received.push(Received {
                pagina,
                sorgente,
                named_at: name.span,
                file,
                sha256,
            }),
            Err(trouble) => found.push(Diagnostic::from(&trouble).at(name.span)),
        }
    }
    let read: Vec<_> = received
        .into_par_iter()
        .map(|document| draft(document, sources))
        .collect();
    read.into_iter().filter_map(|draft| draft.drain_into(found)).collect()
}

/// The text and the digest of a document; one that two sections name is one text.
fn receive(root: &Path, name: &Detto<Testo>, sources: &mut SourceMap) -> Result<(FileId, String), Trouble> {
    let bytes = walk::bytes(root, name)?;
    let sha256 = Sha256::digest(&bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    if let Some(known) = sources.find(name) {
        return Ok((known, sha256));
    }
    let file = walk::text(name, bytes)?;
    Ok((sources.add(Arc::new(file)), sha256))
}

fn draft(document: Received<'_>, sources: &SourceMap) -> Reported<Option<Draft>> {
    let file = sources.file(document.file);
    let chosen = match &document.sorgente.lettore {
        Some(name) => read::reader(name).ok_or_else(|| unknown_reader(name)),
        None => read::recognise(document.file, file.text()).ok_or_else(|| unknown_form(&document, file)),
    };
    match chosen {
        Ok(reader) => read_with(reader, document, file),
        Err(problem) => Reported {
            value: None,
            problems: vec![*problem],
        },
    }
}

fn read_with(reader: &dyn Reader, document: Received<'_>, file: &SourceFile) -> Reported<Option<Draft>> {
    let hints = hints(document.sorgente);
    let read = reader.read(Document {
        file: document.file,
        text: file.text(),
        hints: &hints,
    });
    let mut problems = read.problems;
    if read.value.is_empty() && problems.iter().all(|known| known.code.id != DOCUMENTO_VUOTO.id) {
        let finding = Diagnostic::new(&DOCUMENTO_VUOTO).at(document.named_at);
        problems.push(finding.with("lettore", reader.name()));
    }
    Reported {
        value: Some(Draft {
            file: document.file,
            path: file.path().to_owned(),
            sha256: document.sha256,
            reader: reader.name(),
            pagina: document.pagina,
            bozze: Arc::new(read.value),
        }),
        problems,
    }
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

fn unknown_form(document: &Received<'_>, file: &SourceFile) -> Box<Diagnostic> {
    let finding = Diagnostic::new(&FORMA_IGNOTA)
        .at(document.named_at)
        .with("file", file.path());
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
