use std::fs;
use std::io;
use std::path::Path;

use super::{Args, Received, SEEDS, section};
use crate::cli::exit::Exit;
use crate::cli::session::Session;
use crate::diag::register::lettura::RIGHE_NON_LETTE;
use crate::diag::{Diagnostic, Severity};
use crate::model::Documento;
use crate::pipeline::{self, Facts, Request, Show};

/// The trial is never published, so it may count everybody that the document names.
const SETTINGS: &str = "title: Prova\nprivacy: {staff: names, contacts: full, base_giuridica: prova}\n";

/// A document read as a build would read it, in a site that holds nothing else.
pub(super) struct Trial {
    pub(super) facts: Facts,
    /// Folder of its section below `content/`.
    pub(super) folder: String,
    /// Text of its `_index.md`.
    pub(super) section: String,
}

impl Trial {
    /// Reads a document twice: to learn what its section has to say, then with what the section says.
    ///
    /// # Errors
    /// If the folder of the trial cannot be written.
    pub(super) fn of(document: &Received, args: &Args) -> io::Result<Self> {
        let dir = tempfile::tempdir()?;
        let root = dir.path();
        for part in &document.parts {
            let copy = root.join(&part.path);
            fs::create_dir_all(copy.parent().unwrap_or(root))?;
            fs::write(copy, &part.bytes)?;
        }
        fs::write(root.join("vetrina.yaml"), SETTINGS)?;
        let bare = section::bare(&document.path, args.reader.as_deref());
        let first = read(root, "prova", &bare, args)?;
        let folder = args.folder.as_deref().map(|folder| folder.trim_matches('/').to_owned());
        let folder = folder.unwrap_or_else(|| section::folder(&first, &document.path));
        let section = section::text(&first, &document.path, args.reader.as_deref());
        fs::remove_dir_all(root.join("content"))?;
        Ok(Self {
            facts: read(root, &folder, &section, args)?,
            folder,
            section,
        })
    }

    /// What was read: the document, or each table of a folder.
    pub(super) fn documenti(&self) -> impl Iterator<Item = &Documento> {
        documents_of(&self.facts)
    }

    /// Whether a reader knew the form and found something.
    pub(super) fn is_understood(&self) -> bool {
        let broken = |finding: &Diagnostic| {
            finding.severity == Severity::Error && matches!(finding.code.id, "documento-vuoto" | "lettore-ignoto")
        };
        self.documenti().next().is_some() && !self.facts.found.iter().any(broken)
    }

    /// Says why the document cannot be taken.
    pub(super) fn refuse(&self, session: &Session) -> Exit {
        let errors = self.facts.found.iter();
        let errors = errors.filter(|finding| finding.severity == Severity::Error);
        session
            .voice
            .findings(&errors.cloned().collect::<Vec<_>>(), &self.facts.sources);
        Exit::Content
    }

    /// Says which lines belong to the form and were not understood.
    pub(super) fn say_unread(&self, session: &Session) {
        let unread = self.facts.found.iter().filter(|it| it.code.id == RIGHE_NON_LETTE.id);
        session
            .voice
            .findings(&unread.cloned().collect::<Vec<_>>(), &self.facts.sources);
    }
}

/// The documents of a trial: those that no editor wrote.
pub(super) fn documents_of(facts: &Facts) -> impl Iterator<Item = &Documento> {
    facts.graph.documenti.iter().filter(|it| it.file.starts_with(SEEDS))
}

fn read(root: &Path, folder: &str, text: &str, args: &Args) -> io::Result<Facts> {
    let content = root.join("content").join(folder);
    fs::create_dir_all(&content)?;
    fs::write(content.join("_index.md"), text)?;
    let request = Request {
        root,
        config: "vetrina.yaml",
        base_url: None,
        date: args.view.date.unwrap_or_else(crate::cli::clock::today),
        show: Show::default(),
    };
    Ok(pipeline::facts(&request))
}
