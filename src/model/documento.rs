use std::path::Path;

use super::{Collegato, Ente, Giorno, Origine, Stadio, Testo, words};
use crate::source::{FileId, Span};

/// What a document is, column `tipo` of the table `documenti`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TipoDocumento {
    /// Exchange catalogue.
    Catalogo,
    /// Piano Esecutivo di Gestione.
    Peg,
    /// Project document.
    Progetto,
    /// Table of open data given as a source.
    Tabella,
    /// File that editors wrote, in `content/`.
    Redazione,
    /// Any other that an office publishes: an act, a regulation, a report.
    Altro,
}

words!(TipoDocumento {
    Catalogo => "catalogo",
    Peg => "peg",
    Progetto => "progetto",
    Tabella => "tabella",
    Redazione => "redazione",
    Altro => "altro",
});

/// A document that facts were read from, or that an office publishes as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Documento<S: Stadio = Collegato> {
    /// Id, the slug of the file's name.
    pub id: S::Chiave,
    /// What people call it.
    pub titolo: Testo,
    /// The body that published it.
    pub ente: Option<S::Rif<Ente>>,
    /// Day of publication.
    pub data: Option<Giorno>,
    /// What it is.
    pub tipo: TipoDocumento,
    /// Path below the site's root, with `/`.
    pub file: Testo,
    /// SHA-256 of the bytes as received, lower-case hexadecimal.
    pub sha256: Testo,
    /// How many lines it has.
    pub righe: u32,
    /// Address of its page on the site; empty for a file without a page.
    pub url: Testo,
    /// Licence, as an SPDX id or a sentence.
    pub licenza: Testo,
    /// The reader that read it.
    pub lettore: Testo,
    /// The text in the run's source map, empty for a file that is none (a PDF); none for a document that only a table
    /// tells of.
    pub testo: Option<FileId>,
    /// Stretches that the reader recognised as part of the form but did not understand.
    pub non_lette: Vec<Span>,
    /// Where an editor or a table tells of it; none for one that is only a source.
    pub origine: Option<Origine>,
}

impl Documento {
    /// Whether it is a spreadsheet. Its bytes are never handed on, since nobody could take personal data out of them;
    /// its text is.
    #[must_use]
    pub fn is_workbook(&self) -> bool {
        let ending = Path::new(&*self.file).extension().and_then(|ending| ending.to_str());
        ending.is_some_and(|ending| ["xlsx", "xlsm", "xls", "ods"].contains(&ending.to_ascii_lowercase().as_str()))
    }

    /// Address of the file to download, beside the document's page; none where there is no page or no text.
    #[must_use]
    pub fn download(&self) -> Option<String> {
        let ending = Path::new(&*self.file).extension().and_then(|ending| ending.to_str());
        let ending = ending.unwrap_or("txt").to_ascii_lowercase();
        let ending = if self.is_workbook() { "txt" } else { ending.as_str() };
        let there = !self.url.is_empty() && self.testo.is_some();
        there.then(|| format!("{}{}.{ending}", self.url, self.id))
    }
}
