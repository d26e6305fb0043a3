use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::export::tables::TABLES;
use crate::graph::Graph;
use crate::model::{Documento, Id};
use crate::render::view::dati;

/// How many facts of each table were read from each document; made once for all pages that say so.
#[derive(Debug)]
pub struct Letture(BTreeMap<Id<Documento>, Vec<Letto>>);

/// The facts of one table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Letto {
    /// What the table is called.
    pub tabella: &'static str,
    /// Address of its page.
    pub url: String,
    /// How many facts.
    pub fatti: usize,
}

impl Letture {
    /// Counts the facts of all tables, corrected ones too, by the document that prints them.
    #[must_use]
    pub fn of(graph: &Graph) -> Self {
        let mut read: BTreeMap<Id<Documento>, Vec<Letto>> = BTreeMap::new();
        for table in &TABLES {
            let mut counts: BTreeMap<Id<Documento>, usize> = BTreeMap::new();
            let origins = (0..table.row_count(graph)).filter_map(|row| table.origin(graph, row));
            for documento in origins.filter_map(|origine| graph.documento(origine)) {
                *counts.entry(documento).or_default() += 1;
            }
            for (documento, fatti) in counts {
                read.entry(documento).or_default().push(Letto {
                    tabella: table.title(),
                    url: dati::address(*table),
                    fatti,
                });
            }
        }
        Self(read)
    }

    /// What was read from a document, table by table; tables with nothing from it are left out.
    #[must_use]
    pub fn of_document(&self, id: Id<Documento>) -> Vec<Letto> {
        self.0.get(&id).cloned().unwrap_or_default()
    }

    /// Whether facts were read from a document, or come from it; one may be published as it is.
    #[must_use]
    pub fn is_source(&self, id: Id<Documento>, documento: &Documento) -> bool {
        self.0.contains_key(&id) || !documento.lettore.is_empty()
    }
}
