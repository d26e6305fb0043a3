//! What stands at each address. Gathered when it is first asked for; graphs in which no address and no tag differs share it.

use foldhash::{HashMap, HashMapExt as _};

use super::testi::Files;
use super::{Cosa, Graph};
use crate::model::{Id, Pagina, Testo};
use crate::source::FileId;

/// The ways from addresses and texts to what shows there.
#[derive(Debug)]
pub struct Indirizzi {
    pagine: HashMap<Testo, Id<Pagina>>,
    testi: Files,
    cose: HashMap<Testo, Cosa>,
    etichette: HashMap<Testo, Vec<Etichetta>>,
}

/// A term, by the places of its taxonomy in the graph and of itself in that.
type Etichetta = (usize, usize);

impl Indirizzi {
    pub(super) fn of(graph: &Graph) -> Self {
        let (pagine, (cose, etichette)) =
            rayon::join(|| pages(graph), || rayon::join(|| things(graph), || tags(graph)));
        Self {
            pagine,
            testi: Files::of(graph),
            cose,
            etichette,
        }
    }

    /// The editors' file at an address: the page itself, or what enriches a page made from data. A section comes before
    /// what else shows there.
    #[must_use]
    pub fn pagina(&self, address: &str) -> Option<Id<Pagina>> {
        self.pagine.get(address).copied()
    }

    /// The editors' file that a text belongs to.
    #[must_use]
    pub fn of_text(&self, file: FileId) -> Option<Id<Pagina>> {
        self.testi.page(file)
    }

    /// What the page at an address shows; a page of data goes before an editors' page that enriches it.
    #[must_use]
    pub fn cosa(&self, address: &str) -> Option<Cosa> {
        self.cose.get(address).copied()
    }

    /// The terms of the thing at an address, in the order of the taxonomies.
    #[must_use]
    pub fn etichette(&self, address: &str) -> &[Etichetta] {
        self.etichette.get(address).map_or(&[], Vec::as_slice)
    }
}

fn pages(graph: &Graph) -> HashMap<Testo, Id<Pagina>> {
    let files = || graph.pagine.entries();
    let sections = files().filter(|(_, page)| page.sezione);
    let mut found = HashMap::with_capacity(graph.pagine.len());
    for (id, _) in sections.chain(files()) {
        let url = graph.albero.nodo(id).map(|nodo| nodo.url.clone());
        found.entry(url.unwrap_or_default()).or_insert(id);
    }
    found
}

fn things(graph: &Graph) -> HashMap<Testo, Cosa> {
    let mut found = HashMap::with_capacity(graph.pagine.len());
    for cosa in Cosa::all(graph) {
        found.entry(cosa.url(graph)).or_insert(cosa);
    }
    found
}

fn tags(graph: &Graph) -> HashMap<Testo, Vec<Etichetta>> {
    let mut found: HashMap<Testo, Vec<Etichetta>> = HashMap::new();
    for (taxonomy, tassonomia) in graph.tassonomie.iter().enumerate() {
        for (term, termine) in tassonomia.termini.iter().enumerate() {
            for cosa in &termine.cose {
                found.entry(cosa.url(graph)).or_default().push((taxonomy, term));
            }
        }
    }
    found
}
