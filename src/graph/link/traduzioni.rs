//! The graph once more in each further language of the site: the same facts, ids and addresses, with the words of the
//! translations in place of those of their originals.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Inputs, rinvii, tassonomie};
use crate::config::{Config, Lingua};
use crate::diag::Diagnostic;
use crate::graph::{Albero, Cosa, Graph};
use crate::model::{Codice, Comuni, Detto, Id, Pagina, Testo};
use crate::source::FileId;

/// The graphs of the further languages, in the order of the configuration, from the site's own, whose links are still to
/// be resolved. Only what is wrong with a translation is reported: all else is found in the site's own graph.
pub(super) fn translated(
    inputs: &Inputs,
    config: &Config,
    graph: &Graph,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Graph> {
    let graphs = config.languages.iter().map(|lingua| {
        let mut found = Vec::new();
        let graph = in_language(inputs, config, lingua, graph, &mut found);
        let own: BTreeSet<FileId> = of_language(inputs, lingua.code.value).map(|page| page.file).collect();
        let is_own = |finding: &Diagnostic| finding.place.is_some_and(|place| own.contains(&place.file));
        problems.extend(found.into_iter().filter(is_own));
        graph
    });
    graphs.collect()
}

fn of_language(inputs: &Inputs, code: Codice) -> impl Iterator<Item = &Arc<Pagina>> {
    inputs.traduzioni.iter().filter(move |page| page.lingua == Some(code))
}

fn in_language(
    inputs: &Inputs,
    config: &Config,
    lingua: &Lingua,
    own: &Graph,
    problems: &mut Vec<Diagnostic>,
) -> Graph {
    let mut graph = own.clone();
    // Translations are texts of their own, and titles decide which terms there are.
    graph.indirizzi = Arc::default();
    graph.lingua = Some(lingua.code.value);
    for translation in of_language(inputs, lingua.code.value) {
        let original = Codice::of_file(&translation.percorso);
        if let Some(page) = original.and_then(|(_, path)| own.albero.percorso(&path)) {
            put(&mut graph, page, translation);
        }
    }
    // Titles decide the order of some sections.
    let shown = |page| own.albero.nodo(page).map(|nodo| nodo.cosa);
    let subject = |page| shown(page).filter(|cosa| !matches!(cosa, Cosa::Pagina(_)));
    graph.albero = Arc::new(Albero::of(&graph, subject));
    rinvii::resolve(&mut graph, &inputs.held, problems);
    graph.tassonomie = tassonomie::link(&graph, &config.in_language(lingua), problems);
    graph
}

/// Puts the words of a translation in the place of the original's: on its page, and in the thing that it describes.
fn put(graph: &mut Graph, page: Id<Pagina>, translation: &Pagina) {
    let original = graph.pagine[page].clone();
    let mut corpo = translation.corpo;
    if let Some(cosa) = graph.albero.nodo(page).map(|nodo| nodo.cosa) {
        name(graph, cosa, &original, translation);
        if original.corpo.start == original.corpo.end && describe(graph, cosa, translation) {
            corpo.start = corpo.end;
        }
    }
    if let Some(node) = graph.pagine.node_mut(page) {
        node.lingua = translation.lingua;
        node.corpo = corpo;
        node.illustrata |= translation.illustrata;
        say(&mut node.comuni, &translation.comuni);
    }
}

/// Names a thing in another language, if the file of the original named it.
fn name(graph: &mut Graph, cosa: Cosa, original: &Pagina, translation: &Pagina) {
    let named = original.comuni.titolo.as_ref().map(|title| title.as_str()) == Some(cosa.titolo(graph));
    let (Some(title), true) = (&translation.comuni.titolo, named) else {
        return;
    };
    let place = match cosa {
        Cosa::Scheda(id) => graph.schede.node_mut(id).map(|it| &mut it.titolo.value),
        Cosa::Piano(id) => graph.piani.node_mut(id).map(|it| &mut it.titolo.value),
        Cosa::Unita(id) => graph.unita.node_mut(id).map(|it| &mut it.nome.value),
        Cosa::Linea(id) => graph.linee_strategiche.node_mut(id).map(|it| &mut it.titolo.value),
        Cosa::Progetto(id) => graph.progetti.node_mut(id).map(|it| &mut it.titolo.value),
        Cosa::Obiettivo(id) => graph.obiettivi.node_mut(id).map(|it| &mut it.titolo.value),
        Cosa::Ente(id) => graph.enti.node_mut(id).map(|it| &mut it.nome.value),
        Cosa::Documento(id) => graph.documenti.node_mut(id).map(|it| &mut it.titolo),
        Cosa::Pagina(_) => None,
    };
    if let Some(place) = place {
        *place = title.value.clone();
    }
}

/// Gives a thing the text of a translation as its description; says whether it has one.
fn describe(graph: &mut Graph, cosa: Cosa, translation: &Pagina) -> bool {
    let words = Testo::from(graph.sources.slice(translation.corpo).trim());
    let place = match cosa {
        Cosa::Scheda(id) => graph.schede.node_mut(id).map(|it| &mut it.descrizione),
        Cosa::Progetto(id) => graph.progetti.node_mut(id).map(|it| &mut it.descrizione),
        Cosa::Obiettivo(id) => graph.obiettivi.node_mut(id).map(|it| &mut it.descrizione),
        _ => None,
    };
    let Some(place) = place.filter(|_| !words.is_empty()) else {
        return false;
    };
    *place = Some(Detto::new(words, translation.corpo));
    true
}

/// What a translation says takes the place of what its original says; what it leaves out stays.
fn say(own: &mut Comuni, translation: &Comuni) {
    let said = |own: &mut Option<Detto<Testo>>, other: &Option<Detto<Testo>>| {
        if let Some(words) = other {
            *own = Some(words.clone());
        }
    };
    said(&mut own.titolo, &translation.titolo);
    said(&mut own.descrizione, &translation.descrizione);
    for (key, words) in &translation.extra {
        match own.extra.iter_mut().find(|(known, _)| known == key) {
            Some((_, place)) => *place = words.clone(),
            None => own.extra.push((key.clone(), words.clone())),
        }
    }
}
