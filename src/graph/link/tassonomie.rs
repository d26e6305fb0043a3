//! Tags: what editors wrote in front matter becomes terms with the things that have them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::resolve::{nearest, perhaps};
use crate::config::{Config, Taxonomy};
use crate::diag::register::tassonomie::{ETICHETTA_SENZA_OGGETTO, OBIETTIVO_ONU_IGNOTO, TASSONOMIA_IGNOTA};
use crate::diag::{Diagnostic, Language};
use crate::graph::Graph;
use crate::graph::sdg::{Goal, SDG};
use crate::graph::tassonomie::{Cosa, Tassonomia, Termine};
use crate::model::{Detto, Parola, Slug, Testo};

/// The taxonomies of the configuration with what editors tagged, in the order in which they are declared.
pub(super) fn link(graph: &Graph, config: &Config, problems: &mut Vec<Diagnostic>) -> Vec<Arc<Tassonomia>> {
    let mut register = Register::of(graph, config);
    for (id, page) in graph.pagine.entries() {
        let own = graph.albero.nodo(id).map_or(Cosa::Pagina(id), |nodo| nodo.cosa);
        for (name, terms) in &page.comuni.tassonomie {
            register.tag(&Detto::new(name.clone(), page.corpo), terms, own, problems);
        }
        for tag in &page.etichette {
            match register.named(&tag.id) {
                Some(thing) => register.tag(&tag.tassonomia, &tag.termini, thing, problems),
                None => register.report_unknown(&tag.id, problems),
            }
        }
    }
    register.finish(&titles(graph, config))
}

/// What the pages that editors wrote for terms are called, by address, in the language of the graph.
fn titles<'g>(graph: &'g Graph, config: &Config) -> BTreeMap<&'g str, &'g Testo> {
    let is_of_one = |url: &str| {
        let first = url.trim_start_matches('/').split('/').next();
        config
            .taxonomies
            .iter()
            .any(|taxonomy| Some(taxonomy.name.as_str()) == first)
    };
    let pages = graph.pagine.entries().map(|(id, page)| (graph.albero.url(id), page));
    let pages = pages.filter(|(url, _)| is_of_one(url));
    pages
        .filter_map(|(url, page)| Some((url, &page.comuni.titolo.as_ref()?.value)))
        .collect()
}

/// What can be tagged, and with what.
struct Register<'c> {
    config: &'c Config,
    by_id: BTreeMap<Slug, Cosa>,
    terms: Vec<BTreeMap<Slug, Termine>>,
}

impl<'c> Register<'c> {
    fn of(graph: &Graph, config: &'c Config) -> Self {
        // An id that two tables have means the thing that comes first in the order of the kinds.
        let by_id = Cosa::facts(graph).filter_map(|thing| Some((thing.id(graph)?.clone(), thing)));
        let mut ids: BTreeMap<Slug, Cosa> = BTreeMap::new();
        by_id.for_each(|(id, thing)| {
            ids.entry(id).or_insert(thing);
        });
        Self {
            config,
            by_id: ids,
            terms: config.taxonomies.iter().map(|_| BTreeMap::new()).collect(),
        }
    }

    fn named(&self, id: &str) -> Option<Cosa> {
        self.by_id.get(&Slug::of(id)).copied()
    }

    fn tag(&mut self, name: &Detto<Testo>, terms: &[Detto<Testo>], thing: Cosa, problems: &mut Vec<Diagnostic>) {
        let declared = self
            .config
            .taxonomies
            .iter()
            .position(|known| known.name == *name.value);
        let Some(at) = declared else {
            let place = terms.first().map_or(name.span, |term| term.span);
            problems.push(self.unknown_taxonomy(name, place));
            return;
        };
        for term in terms {
            match self.term(&self.config.taxonomies[at], term) {
                Some(term) => {
                    let known = self.terms[at].entry(term.slug.clone()).or_insert(term);
                    known.cose.push(thing);
                }
                None => problems.push(unknown_goal(term)),
            }
        }
    }

    /// The term that an editor's word means; none where it is no goal of the United Nations and should be.
    fn term(&self, taxonomy: &Taxonomy, word: &Detto<Testo>) -> Option<Termine> {
        let goal = if taxonomy.name == SDG {
            Some(Goal::of(word)?)
        } else {
            None
        };
        let english = self.config.language == Language::En.word();
        Some(Termine {
            slug: goal.map_or_else(|| Slug::of(word), |goal| Slug::of(&goal.number.to_string())),
            nome: goal.map_or_else(
                || word.value.clone(),
                |goal| if english { goal.en } else { goal.it }.into(),
            ),
            numero: goal.map(|goal| goal.number),
            cose: Vec::new(),
        })
    }

    fn unknown_taxonomy(&self, name: &Detto<Testo>, place: crate::source::Span) -> Diagnostic {
        let names: Vec<&str> = self.config.taxonomies.iter().map(|known| known.name.as_str()).collect();
        let near = nearest(name, names.iter().copied());
        Diagnostic::new(&TASSONOMIA_IGNOTA)
            .at(place)
            .with("nome", &name.value)
            .with("dichiarate", names.join(", "))
            .with_words("forse", perhaps("forse", "o", &near), perhaps("perhaps", "or", &near))
    }

    fn report_unknown(&self, id: &Detto<Testo>, problems: &mut Vec<Diagnostic>) {
        let near = nearest(id, self.by_id.keys().map(Slug::as_str));
        let finding = Diagnostic::new(&ETICHETTA_SENZA_OGGETTO)
            .at(id.span)
            .with("id", &id.value)
            .with_words("forse", perhaps("forse", "o", &near), perhaps("perhaps", "or", &near));
        // Each taxonomy below the id would say it again.
        if problems.last().is_none_or(|last| last.place != finding.place) {
            problems.push(finding);
        }
    }

    fn finish(self, titles: &BTreeMap<&str, &Testo>) -> Vec<Arc<Tassonomia>> {
        let declared = self.config.taxonomies.iter().zip(self.terms);
        declared
            .map(|(taxonomy, terms)| Arc::new(finished(taxonomy, terms, titles)))
            .collect()
    }
}

/// A term is called what its own page says, else what editors write.
fn finished(taxonomy: &Taxonomy, terms: BTreeMap<Slug, Termine>, titles: &BTreeMap<&str, &Testo>) -> Tassonomia {
    let mut termini: Vec<Termine> = terms.into_values().collect();
    termini.sort_by(|a, b| (a.numero, &a.slug).cmp(&(b.numero, &b.slug)));
    let mut tassonomia = Tassonomia {
        nome: taxonomy.name.as_str().into(),
        titolo: taxonomy.title.as_str().into(),
        novita: taxonomy.feed,
        pagine_da: taxonomy.paginate_by,
        termini: Vec::new(),
    };
    for term in &mut termini {
        term.cose.sort_unstable();
        term.cose.dedup();
        if let Some(title) = titles.get(tassonomia.url_of(term).as_str()) {
            term.nome = (*title).clone();
        }
    }
    tassonomia.termini = termini;
    tassonomia
}

fn unknown_goal(term: &Detto<Testo>) -> Diagnostic {
    Diagnostic::new(&OBIETTIVO_ONU_IGNOTO)
        .at(term.span)
        .with("termine", &term.value)
}
