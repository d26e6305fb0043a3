use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::gather::CONTENT;
use super::memory::{Documento, Kept, Memory, Shelf};
use crate::diag::register::lettura::DOCUMENTO_VUOTO;
use crate::diag::register::righe::TABELLA_VUOTA;
use crate::diag::register::run::{CARTELLA_SENZA_TABELLE, FORMA_IGNOTA, LETTORE_IGNOTO};
use crate::diag::{Diagnostic, Reported, Severity, nearest};
use crate::graph::link::Draft;
use crate::model::{Bozze, Detto, Pagina, Sorgente, Testo};
use crate::read::{self, Document, Hints, READERS, Reader, tabella};
use crate::source::{FileId, SourceMap, Span, walk};

/// Name of the tables of monitoring, without the ending.
const MONITORING: &str = "monitoraggio";

/// A document that a section names, or a table that stands beside it.
struct Asked<'p> {
    /// Index of the section among the pages.
    pagina: usize,
    /// What the section says of it; nothing of a table beside it.
    sorgente: Option<&'p Sorgente>,
    /// Where the section names it, or the folder that it stands in.
    named_at: Span,
    place: Place,
}

/// A document as received.
struct Received<'p> {
    asked: Asked<'p>,
    file: FileId,
    kept: Kept,
}

/// How a document came to be read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The section names it.
    Named,
    /// The section names its folder, which has other tables too.
    InFolder,
    /// It stands beside the section's own file: the monitoring of a plan.
    Beside,
}

/// The documents that a section's `source:` means: one, or all tables of a folder.
fn named(root: &Path, name: &Detto<Testo>) -> Result<(Place, Vec<String>), Box<Diagnostic>> {
    let Some(listing) = walk::folder(root, name) else {
        return Ok((Place::Named, vec![name.value.to_string()]));
    };
    let tables: Vec<String> = listing
        .files
        .into_iter()
        .filter(|path| tabella::is_table(path))
        .collect();
    if tables.is_empty() {
        let empty = Diagnostic::new(&CARTELLA_SENZA_TABELLE).at(name.span);
        return Err(Box::new(empty.with("cartella", &name.value)));
    }
    Ok((Place::InFolder, tables))
}

/// The tables beside a section's file that say how things went: `monitoraggio.csv` and its like.
fn monitoring(root: &Path, page: &Pagina) -> Vec<String> {
    if !page.sezione {
        return Vec::new();
    }
    let folder = page.percorso.trim_end_matches("_index.md");
    let paths = tabella::endings().map(|ending| format!("{CONTENT}/{folder}{MONITORING}.{ending}"));
    paths.filter(|path| walk::is_file(root, path)).collect()
}

/// Whether a file of `content/` is such a table, by its name.
#[must_use]
pub fn is_monitoring(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split_once('.').is_some_and(|(stem, _)| stem == MONITORING) && tabella::is_table(path)
}

/// Everything to be read for a page, with its path.
fn asked<'p>(root: &Path, pagina: usize, page: &'p Pagina, found: &mut Vec<Diagnostic>) -> Vec<(Asked<'p>, String)> {
    let mut all = Vec::new();
    let sorgente = page.sorgente.as_deref();
    let ask = |sorgente, named_at, place| Asked {
        pagina,
        sorgente,
        named_at,
        place,
    };
    if let Some(name) = sorgente.and_then(|sorgente| sorgente.documento.as_ref()) {
        match named(root, name) {
            Ok((place, paths)) => all.extend(paths.into_iter().map(|path| (ask(sorgente, name.span, place), path))),
            Err(problem) => found.push(*problem),
        }
    }
    let here = Span::new(page.file, 0, 0);
    let beside = monitoring(root, page).into_iter();
    all.extend(beside.map(|path| (ask(None, here, Place::Beside), path)));
    all
}

/// Reads the documents that sections name and the tables beside them, each by the reader for its form, as far as they
/// are not remembered.
pub(super) fn read(
    root: &Path,
    pages: &[Arc<Pagina>],
    memory: &mut Memory,
    sources: &mut SourceMap,
    found: &mut Vec<Diagnostic>,
) -> Vec<Draft> {
    let mut received = Vec::new();
    for (pagina, page) in pages.iter().enumerate() {
        for (asked, path) in asked(root, pagina, page, found) {
            match memory.documents.text(root, &path) {
                Ok(kept) => received.push(Received {
                    asked,
                    file: sources
                        .find(&path)
                        .unwrap_or_else(|| sources.add(Arc::clone(&kept.text))),
                    kept,
                }),
                Err(trouble) => found.push(Diagnostic::from(&trouble).at(asked.named_at)),
            }
        }
    }
    let known = &memory.documents;
    let read = received.par_iter().map(|document| known.document(document));
    let read: Vec<_> = read.collect();
    for (received, document) in received.iter().zip(&read) {
        found.extend(document.problems.iter().filter_map(|problem| received.told(problem)));
    }
    let drafts = received.iter().zip(&read);
    let drafts = drafts.filter_map(|(received, document)| draft(received.asked.pagina, document));
    let drafts = drafts.collect();
    memory.documents = Shelf::of(read);
    drafts
}

impl Received<'_> {
    /// The name of the reader that the section asks for.
    fn lettore(&self) -> Option<&Detto<Testo>> {
        self.asked.sorgente?.lettore.as_ref()
    }

    /// Whether it is a table, whatever its header says: by where it stands or by its ending.
    fn is_table(&self) -> bool {
        self.asked.place == Place::Beside || tabella::is_table(self.kept.text.path())
    }

    /// What is said of a problem. Of a site's tables some may well have no rows, as monitoring that has not begun.
    fn told(&self, problem: &Diagnostic) -> Option<Diagnostic> {
        match self.asked.place {
            Place::InFolder if problem.code.id == DOCUMENTO_VUOTO.id => {
                // A table that vetrina published was told of where it was read.
                problem.place.filter(|place| *place != self.asked.named_at)?;
                Some(problem.clone().as_code(&TABELLA_VUOTA))
            }
            Place::Beside if problem.code.id == DOCUMENTO_VUOTO.id => None,
            Place::Named | Place::InFolder | Place::Beside => Some(problem.clone()),
        }
    }
}

fn draft(pagina: usize, document: &Documento) -> Option<Draft> {
    let (reader, bozze) = document.read.as_ref()?;
    Some(Draft {
        file: document.file,
        path: document.kept.text.path().into(),
        sha256: document.sha256.clone(),
        reader,
        pagina,
        bozze: Arc::clone(bozze),
    })
}

impl Shelf<Documento> {
    /// What a document says: as remembered, if its text, its place and what its section says of it are the same.
    fn document(&self, received: &Received<'_>) -> Arc<Documento> {
        let hints = hints(received);
        let lettore = received.lettore().map(|name| name.value.to_string());
        let same = |known: &&Arc<Documento>| {
            known.file == received.file
                && known.kept == received.kept
                && known.named_at == received.asked.named_at
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
        sha256: received.kept.text.sha256().into(),
        named_at: received.asked.named_at,
        lettore,
        hints,
        read: read.value,
        problems: read.problems,
    }
}

fn read_with_its_reader(received: &Received<'_>, hints: &Hints) -> Reported<Option<(&'static str, Arc<Bozze>)>> {
    let text = received.kept.text.text();
    let chosen = match received.lettore() {
        Some(name) => read::reader(name).ok_or_else(|| unknown_reader(name)),
        None if received.is_table() => Ok(&tabella::Tabella as &dyn Reader),
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
    let told = read
        .problems
        .iter()
        .any(|problem| problem.code.severity == Severity::Error);
    if reader.found_nothing(&read.value) && !told {
        let finding = Diagnostic::new(&DOCUMENTO_VUOTO).at(received.asked.named_at);
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
        .at(document.asked.named_at)
        .with("file", document.kept.text.path());
    Box::new(finding.with("lettori", reader_names()))
}

fn reader_names() -> String {
    let names: Vec<_> = READERS.iter().map(|reader| reader.name()).collect();
    names.join(", ")
}

fn hints(received: &Received<'_>) -> Hints {
    let of_file = Hints {
        file: Some(received.kept.text.path().into()),
        fogli: received.kept.text.sheets().cloned(),
        ..Hints::default()
    };
    let Some(sorgente) = received.asked.sorgente else {
        return of_file;
    };
    Hints {
        anno: sorgente.anno,
        ente: sorgente.ente.as_ref().map(|ente| ente.value.clone()),
        titolo: sorgente.titolo.as_ref().map(|titolo| titolo.value.clone()),
        data: sorgente.data.as_ref().map(|data| data.value),
        ..of_file
    }
}
