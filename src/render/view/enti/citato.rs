use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::graph::citazioni::Nomi;
use crate::graph::privacy::Redacted;
use crate::model::{Documento, Ente, Id};
use crate::read::block::Inline;
use crate::render::site::Site;
use crate::render::view::{Crumb, Place};
use crate::source::FileId;

/// How many lines of a document are shown with their words; of the others, only the number.
const SHOWN: usize = 12;

/// How many characters before and behind a name are shown.
const AROUND: usize = 90;

/// Where the documents name each body; made once for the pages of all bodies.
#[derive(Debug, Default)]
pub struct Citazioni(BTreeMap<Id<Ente>, BTreeMap<Id<Documento>, Vec<Riga>>>);

/// A line that names a body.
#[derive(Debug)]
struct Riga {
    /// From 1.
    numero: u32,
    /// What stands around the name.
    testo: String,
}

/// A document that names a body.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Citato<'g> {
    /// Title and page.
    pub documento: Crumb<'g>,
    /// The first lines that do, with their words.
    pub righe: Vec<RigaCitata<'g>>,
    /// The other lines.
    pub altre: Vec<Place<'g>>,
}

/// A line that names a body.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RigaCitata<'g> {
    /// Where it stands.
    pub luogo: Place<'g>,
    /// What stands around the name.
    pub testo: String,
}

impl Citazioni {
    /// Looks for all bodies in all documents that have a page, in what of them may be shown.
    #[must_use]
    pub fn of(site: &Site<'_>) -> Self {
        let nomi = Nomi::of(site.graph);
        let mut found = Self::default();
        let documents = site.graph.documenti.entries();
        for (id, documento) in documents.filter(|(_, documento)| !documento.url.is_empty()) {
            let Some(file) = documento.testo else { continue };
            let redacted = site.withheld.redact_document(file, site.graph.sources.file(file));
            found.add(&nomi, id, file, &redacted);
        }
        found
    }

    fn add(&mut self, nomi: &Nomi, documento: Id<Documento>, file: FileId, redacted: &Redacted<'_>) {
        let text = redacted.lines.join("\n");
        let lines = redacted.lines.iter();
        let starts: Vec<usize> = lines
            .scan(0, |next, line| {
                let start = *next;
                *next += line.len() + 1;
                Some(start)
            })
            .collect();
        for citazione in nomi.find(&text) {
            let index = starts.partition_point(|start| *start <= citazione.dove.start) - 1;
            let line = redacted.lines.get(index).map_or("", |line| line.as_ref());
            let numero = u32::try_from(index + 1).unwrap_or(u32::MAX);
            let known = self.0.entry(citazione.ente).or_default().entry(documento).or_default();
            if known.last().is_none_or(|last| last.numero != numero) {
                let testo = around(nomi, citazione.ente, file, line);
                known.push(Riga { numero, testo });
            }
        }
    }

    /// The documents that name a body.
    #[must_use]
    pub fn of_body<'g>(&self, site: &Site<'g>, ente: Id<Ente>) -> Vec<Citato<'g>> {
        let documents = self.0.get(&ente).into_iter().flatten();
        documents.map(|(id, righe)| named(site, *id, righe)).collect()
    }
}

fn named<'g>(site: &Site<'g>, id: Id<Documento>, righe: &[Riga]) -> Citato<'g> {
    let documento = &site.graph.documenti[id];
    let place = |riga: &Riga| Place::line(site, documento, riga.numero);
    let (first, others) = righe.split_at(righe.len().min(SHOWN));
    let shown = first.iter().map(|riga| RigaCitata {
        luogo: place(riga),
        testo: riga.testo.clone(),
    });
    Citato {
        documento: Crumb::new(documento.titolo.as_str(), documento.url.as_str()),
        righe: shown.collect(),
        altre: others.iter().map(place).collect(),
    }
}

/// The words of a line around the first name of a body in it, without the tags that the conversion to text left.
fn around(nomi: &Nomi, ente: Id<Ente>, file: FileId, line: &str) -> String {
    let cells = line.trim_start_matches('#').split('\t');
    let cells = cells.map(|cell| Inline::new(file, cell, 0).text());
    let words: Vec<String> = cells.filter(|cell| !cell.is_empty()).collect();
    let words = words.join(" · ");
    let named = nomi.find(&words).into_iter().find(|citazione| citazione.ente == ente);
    // A name that goes on in the next line is not found in its line alone: then the line is shown from its beginning.
    window(&words, named.map_or(0, |citazione| citazione.dove.start))
}

/// The whole words around a byte of a text.
fn window(text: &str, at: usize) -> String {
    let start = text[..at]
        .char_indices()
        .rev()
        .nth(AROUND)
        .map_or(0, |(start, _)| start);
    let end = text[at..]
        .char_indices()
        .nth(AROUND)
        .map_or(text.len(), |(end, _)| at + end);
    let from = text[start..at]
        .find(' ')
        .filter(|_| start > 0)
        .map_or(start, |space| start + space);
    let to = text[at..end]
        .rfind(' ')
        .filter(|_| end < text.len())
        .map_or(end, |space| at + space);
    let before = if from > 0 { "… " } else { "" };
    let behind = if to < text.len() { " …" } else { "" };
    format!("{before}{}{behind}", text[from..to].trim())
}
