//! Mobile numbers and people's own mailboxes that stand among words: in what editors write, in the cells of tables, in
//! printed documents. No column says whose they are, so they are known by their form.

use std::collections::{HashMap, HashSet};

use super::datum::{Datum, Kind, Reason};
use super::known::Said;
use super::mailbox::is_private;
use crate::diag::register::privacy::{CASELLA_NEL_TESTO, CELLULARE_NEL_TESTO};
use crate::diag::{Code, Diagnostic};
use crate::graph::Graph;
use crate::model::{Detto, Testo};
use crate::read::{READERS, recapiti};
use crate::source::{FileId, Span};

/// What an office can change: its own words. A printed document stays as it was received.
const OWN_READER: &str = "tabella";

/// What was found among words.
#[derive(Default)]
pub(super) struct Found {
    /// Each with what was decided.
    pub(super) data: Vec<Datum>,
    /// What is withheld of what the office writes, for whoever can write it otherwise.
    pub(super) findings: Vec<Diagnostic>,
}

/// Looks through all texts for what is not among the facts already. `open` says that a law allows to publish it, `own`
/// is the mailbox that the site itself gives, `written` what texts are known to hold.
pub(super) fn find(
    graph: &Graph,
    data: &[Datum],
    open: bool,
    own: Option<&str>,
    written: &mut Said<Detto<Testo>>,
) -> Found {
    let mut in_text = |file| {
        let look = |text: &str| recapiti(file, text, 0).into_iter().collect();
        written.of(&graph.sources, file, look).to_vec()
    };
    let mut desk = Desk {
        known: places(data),
        open,
        own,
        found: Found::default(),
    };
    for page in &graph.pagine {
        for said in &page.recapiti {
            desk.decide(said, &page.percorso, true);
        }
    }
    let pages: HashSet<FileId> = graph.pagine.iter().map(|page| page.file).collect();
    let documents = graph.documenti.iter();
    let documents = documents.filter_map(|documento| Some((documento, documento.testo?)));
    for (documento, file) in documents.filter(|(_, file)| !pages.contains(file)) {
        let printed = READERS
            .iter()
            .any(|reader| reader.name() == documento.lettore && reader.name() != OWN_READER);
        for said in in_text(file) {
            desk.decide(&said, documento.id.as_str(), !printed);
        }
    }
    for (file, path) in data_files(graph) {
        for said in in_text(file) {
            desk.decide(&said, path, true);
        }
    }
    desk.found
}

/// The files of the site's own data, which templates see.
fn data_files(graph: &Graph) -> impl Iterator<Item = (FileId, &str)> {
    let ids = if graph.dati.is_empty() { 0 } else { graph.sources.ids() };
    let files = (0..ids).map(|index| FileId::new(index as u32));
    let files = files.map(|file| (file, graph.sources.file(file).path()));
    files.filter(|(_, path)| path.starts_with("data/"))
}

struct Desk<'d> {
    known: HashMap<FileId, Vec<Span>>,
    open: bool,
    own: Option<&'d str>,
    found: Found,
}

impl Desk<'_> {
    fn decide(&mut self, said: &Detto<Testo>, of: &str, editable: bool) {
        let Some((kind, closed, code)) = self.personal(said) else {
            return;
        };
        let reason = if self.open { Reason::BaseGiuridica } else { closed };
        self.found.data.push(Datum::new(kind, said, of, reason));
        if editable && !reason.is_published() {
            self.found.findings.push(Diagnostic::new(code).at(said.span));
        }
    }

    /// What it is if it is a person's own, and no fact says so already.
    fn personal(&self, said: &Detto<Testo>) -> Option<(Kind, Reason, &'static Code)> {
        let known = self.known.get(&said.span.file).into_iter().flatten();
        if known
            .into_iter()
            .any(|place| place.start < said.span.end && said.span.start < place.end)
        {
            return None;
        }
        if !said.contains('@') {
            return Some((Kind::Telefono, Reason::Cellulare, &CELLULARE_NEL_TESTO));
        }
        let own = self.own.is_some_and(|own| own.eq_ignore_ascii_case(said));
        let private = is_private(said) && !own;
        private.then_some((Kind::Email, Reason::CasellaPersonale, &CASELLA_NEL_TESTO))
    }
}

fn places(data: &[Datum]) -> HashMap<FileId, Vec<Span>> {
    let mut places: HashMap<FileId, Vec<Span>> = HashMap::new();
    for span in data.iter().flat_map(|datum| &datum.places) {
        places.entry(span.file).or_default().push(*span);
    }
    places
}
