//! Links to other sites in what editors write.

use super::{Graph, testi};
use crate::model::{Detto, Testo};
use crate::read::markdown::{external_targets, is_external};

/// Every link and picture of another site in the texts of editors in the language of a graph, and in the site's own the
/// sites of bodies, each where it is written.
#[must_use]
pub fn all(graph: &Graph) -> Vec<Detto<Testo>> {
    let in_texts = testi::own(graph).flat_map(|text| {
        let targets = external_targets(text.testo).into_iter();
        targets.map(move |(target, url)| Detto::new(Testo::from(url), text.place(target.range)))
    });
    let mut found: Vec<Detto<Testo>> = in_texts.collect();
    let enti = graph.enti.iter().filter(|_| graph.lingua.is_none());
    let sites = enti.filter_map(|ente| ente.sito.as_ref());
    found.extend(sites.filter(|site| is_external(site)).cloned());
    found
}
