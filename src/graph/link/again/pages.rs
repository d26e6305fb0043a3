//! What may change in a file so that all others stay as they are linked.

use crate::graph::link::{EDITORS, Inputs};
use crate::graph::{Cosa, Graph};
use crate::model::{Bozza, Bozze, Comuni, Id, Obiettivo, Ordine, Pagina, Riferimento};
use crate::read::markdown::{headings, internal_targets};
use crate::source::SourceMap;

/// Whether a page stays where it is, with the tags and the headings that it has, says nothing of other files and holds
/// no links to them.
pub(super) fn stays(graph: &Graph, inputs: &Inputs, at: usize) -> bool {
    let id = Id::new(at);
    let (before, after) = (&graph.pagine[id], inputs.pagine[at].as_ref());
    let was = graph.sources.slice(before.corpo);
    let is = inputs.sources.slice(after.corpo);
    let linked = [was, is].into_iter().any(|text| !internal_targets(text).is_empty());
    let plain = graph
        .albero
        .nodo(id)
        .is_none_or(|nodo| matches!(nodo.cosa, Cosa::Pagina(_)));
    let anchors = |text| headings(text, 2).into_iter().map(|heading| heading.id);
    let document = graph.documento_di(after.file).map(|id| &graph.documenti[id]);
    let its_own = document.is_none_or(|document| document.lettore == EDITORS && document.origine.is_none());
    its_own
        && (same_front(graph, inputs, at)
            || same_place(before, after) && same_rank(graph, id, &before.comuni, &after.comuni))
        && !linked
        && (!plain || anchors(was).eq(anchors(is)))
}

/// Whether all that stands before the body of a page is as it was, at the very places.
pub(super) fn same_front(graph: &Graph, inputs: &Inputs, at: usize) -> bool {
    let (before, after) = (&graph.pagine[Id::new(at)], inputs.pagine[at].as_ref());
    let place = |page: &Pagina| (page.file, page.percorso.clone(), page.sezione, page.lingua);
    let was = front(&graph.sources, before);
    place(before) == place(after) && was.is_some() && was == front(&inputs.sources, after)
}

fn front<'s>(sources: &'s SourceMap, page: &Pagina) -> Option<&'s str> {
    sources.file(page.file).text().get(..page.corpo.start as usize)
}

fn same_place(before: &Pagina, after: &Pagina) -> bool {
    let silent = |page: &Pagina| {
        let Pagina {
            file: _,
            percorso: _,
            sezione: _,
            lingua: _,
            comuni: _,
            sorgente,
            allegato,
            correzioni,
            monitoraggio,
            etichette,
            recapiti: _,
            illustrata: _,
            corpo: _,
        } = page;
        sorgente.is_none()
            && allegato.is_none()
            && correzioni.is_empty()
            && monitoraggio.is_empty()
            && etichette.is_empty()
    };
    let place = |page: &Pagina| (page.file, page.percorso.clone(), page.sezione);
    place(before) == place(after) && silent(before) && silent(after)
}

/// Whether address, tags and order of a page, and the order that it sorts its own pages in, are as they were.
fn same_rank(graph: &Graph, id: Id<Pagina>, before: &Comuni, after: &Comuni) -> bool {
    let section = graph.albero.nodo(id).and_then(|nodo| nodo.sezione);
    let by_title = section.is_some_and(|section| graph.pagine[section].comuni.ordina_per == Some(Ordine::Titolo));
    let Comuni {
        titolo,
        descrizione: _,
        data,
        aggiornata,
        bozza: _,
        slug,
        alias: _,
        peso,
        modello: _,
        tassonomie,
        pubblica_dal: _,
        pubblica_fino: _,
        trasparenza: _,
        pubblicato: _,
        ordina_per,
        rovescia,
        pagine_da: _,
        novita: _,
        componenti: _,
        extra: _,
    } = after;
    (!by_title && !names_a_term(graph, id) || *titolo == before.titolo)
        && (data, aggiornata, peso) == (&before.data, &before.aggiornata, &before.peso)
        && (slug, tassonomie) == (&before.slug, &before.tassonomie)
        && (ordina_per, rovescia) == (&before.ordina_per, &before.rovescia)
}

/// Whether a page is one that editors wrote for a taxonomy or a term, which is called by its title.
fn names_a_term(graph: &Graph, id: Id<Pagina>) -> bool {
    let url = graph.albero.url(id);
    graph.tassonomie.iter().any(|known| url.starts_with(&known.url()))
}

/// Whether two drafts hold one objective and its parts at most, as many of each, with the same references and no links.
pub(super) fn same_references(before: &Bozze, after: &Bozze) -> bool {
    let pairs = || references(before).zip(references(after));
    let plain = |bozze: &Bozze| only_an_objective(bozze) && !bozze.obiettivi.iter().any(holds_links);
    let addresses = |bozze: &Bozze| bozze.obiettivi.iter().map(|it| it.url.clone()).collect::<Vec<_>>();
    counts(before) == counts(after)
        && [before, after].into_iter().all(plain)
        && pairs().all(|(before, after)| mean_the_same(before, after))
        && addresses(before) == addresses(after)
}

fn counts(bozze: &Bozze) -> [usize; 4] {
    let parts = [bozze.fasi.len(), bozze.indicatori.len(), bozze.assegnazioni.len()];
    [bozze.obiettivi.len(), parts[0], parts[1], parts[2]]
}

/// What the objectives of a draft and their parts refer to, in a fixed order.
fn references(bozze: &Bozze) -> impl Iterator<Item = Option<&Riferimento>> {
    let objectives = bozze.obiettivi.iter().flat_map(|it| {
        let above = [it.unita.as_ref(), it.progetto.as_ref(), it.linea_strategica.as_ref()];
        std::iter::once(Some(&it.piano)).chain(above)
    });
    let phases = bozze.fasi.iter();
    let phases = phases.flat_map(|it| [it.obiettivo.as_ref(), it.progetto.as_ref()]);
    let indicators = bozze.indicatori.iter();
    let indicators = indicators.flat_map(|it| [Some(&it.piano), it.obiettivo.as_ref()]);
    let people = bozze.assegnazioni.iter();
    let people = people.flat_map(|it| [it.obiettivo.as_ref(), it.progetto.as_ref()]);
    objectives.chain(phases).chain(indicators).chain(people)
}

/// Where a reference to the plan of the section stands does not matter.
fn mean_the_same(before: Option<&Riferimento>, after: Option<&Riferimento>) -> bool {
    match (before, after) {
        (Some(Riferimento::Sezione(_)), Some(Riferimento::Sezione(_))) => true,
        _ => before == after,
    }
}

fn holds_links(objective: &Obiettivo<Bozza>) -> bool {
    let text = objective.descrizione.as_ref();
    text.is_some_and(|text| !internal_targets(text).is_empty())
}

fn only_an_objective(bozze: &Bozze) -> bool {
    let Bozze {
        documenti,
        enti,
        schede,
        contatti,
        disponibilita,
        calendario,
        piani,
        unita,
        linee_strategiche,
        progetti,
        obiettivi,
        fasi: _,
        indicatori: _,
        assegnazioni: _,
        bilancio,
        totali,
        partner,
        totali_partner,
        attivita,
        scadenze,
        monitoraggio,
        sezioni,
        indice,
        non_lette,
    } = bozze;
    let of_catalogues = [schede.len(), contatti.len(), disponibilita.len(), calendario.len()];
    let of_plans = [
        piani.len(),
        unita.len(),
        linee_strategiche.len(),
        progetti.len(),
        bilancio.len(),
        totali.len(),
    ];
    let of_projects = [
        partner.len(),
        totali_partner.len(),
        attivita.len(),
        scadenze.len(),
        sezioni.len(),
    ];
    let others = [
        documenti.len(),
        enti.len(),
        monitoraggio.len(),
        indice.len(),
        non_lette.len(),
    ];
    let all = of_catalogues.iter().chain(&of_plans).chain(&of_projects).chain(&others);
    obiettivi.len() <= 1 && all.sum::<usize>() == 0
}
