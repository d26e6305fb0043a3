//! The files that editors publish as documents: `type: documento` and its `file`.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::gather::CONTENT;
use super::memory::{FromText, Kept, Memory, Shelf};
use crate::diag::Diagnostic;
use crate::diag::register::run::DOCUMENTO_RIPETUTO;
use crate::graph::link::{Draft, EDITORS};
use crate::model::{Bozze, Detto, Pagina, Testo};
use crate::read::tabella;
use crate::source::{FileId, SourceMap, Span, walk};

/// A file that a page publishes.
#[derive(Debug)]
pub(super) struct Attached {
    kept: Kept,
    /// What its page says, and that completed with what the file is.
    said: Arc<Bozze>,
    completed: Arc<Bozze>,
}

impl FromText for Attached {
    fn kept(&self) -> &Kept {
        &self.kept
    }
}

/// Path of the file that a page publishes: below the site's root if it is there, else beside the page.
pub(super) fn path(root: &Path, page: &Pagina, named: &str) -> String {
    if walk::is_file(root, named) {
        return named.to_owned();
    }
    let folder = page.percorso.rsplit_once('/').map_or("", |(folder, _)| folder);
    let beside = format!("{CONTENT}/{folder}/{named}").replace("//", "/");
    match walk::is_file(root, &beside) {
        true => beside,
        false => named.to_owned(),
    }
}

/// Reads those files and completes what the drafts of their pages say of them.
pub(super) fn read(
    root: &Path,
    pages: &[Arc<Pagina>],
    drafts: &mut [Draft],
    memory: &mut Memory,
    sources: &mut SourceMap,
    found: &mut Vec<Diagnostic>,
) {
    let mut desk = Desk {
        root,
        known: std::mem::take(&mut memory.attached),
        read: Vec::new(),
        published: BTreeMap::new(),
        sources,
    };
    for draft in drafts.iter_mut().filter(|draft| draft.reader == EDITORS) {
        let Some(page) = pages.get(draft.pagina) else { continue };
        let Some(named) = &page.allegato else { continue };
        match desk.complete(draft, page, named) {
            Ok(file) => found.extend(desk.left_out(file)),
            Err(problem) => found.push(*problem),
        }
    }
    memory.attached = Shelf::of(desk.read);
}

struct Desk<'d> {
    root: &'d Path,
    known: Shelf<Attached>,
    read: Vec<Arc<Attached>>,
    /// Where each file was published first.
    published: BTreeMap<String, Span>,
    sources: &'d mut SourceMap,
}

impl Desk<'_> {
    fn complete(&mut self, draft: &mut Draft, page: &Pagina, named: &Detto<Testo>) -> Result<FileId, Box<Diagnostic>> {
        let path = path(self.root, page, named);
        if let Some(first) = self.published.insert(path.clone(), named.span) {
            let twice = Diagnostic::new(&DOCUMENTO_RIPETUTO).at(named.span).and(first);
            return Err(Box::new(twice.with("file", &path)));
        }
        let known = self.known.at(&path).first().map(|attached| attached.kept());
        let kept = Kept::attached(known, self.root, &path);
        let kept = kept.map_err(|trouble| Box::new(Diagnostic::from(&trouble).at(named.span)))?;
        let file = self.sources.find(&path);
        let file = file.unwrap_or_else(|| self.sources.add(Arc::clone(&kept.text)));
        let same = |known: &&Arc<Attached>| known.kept == kept && Arc::ptr_eq(&known.said, &draft.bozze);
        let completed = match self.known.at(&path).iter().find(same) {
            Some(known) => Arc::clone(&known.completed),
            None => Arc::new(completed(&draft.bozze, &kept, file)),
        };
        let said = std::mem::replace(&mut draft.bozze, Arc::clone(&completed));
        self.read.push(Arc::new(Attached { kept, said, completed }));
        Ok(file)
    }

    /// What of a spreadsheet is not published with it.
    fn left_out(&self, file: FileId) -> Vec<Diagnostic> {
        let sheets = self.sources.file(file).sheets();
        sheets.map_or_else(Vec::new, |sheets| tabella::left_out(file, sheets))
    }
}

/// What a page says of a file, with what the file is.
fn completed(said: &Bozze, kept: &Kept, file: FileId) -> Bozze {
    let mut completed = said.clone();
    for documento in &mut completed.documenti {
        documento.file = kept.text.path().into();
        documento.sha256 = kept.text.sha256().into();
        documento.righe = kept.text.line_count();
        documento.testo = Some(file);
    }
    completed
}
