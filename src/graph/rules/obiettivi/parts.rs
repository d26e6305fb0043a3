//! Weights, and what objectives lack.

use super::{finding, share};
use crate::diag::register::obiettivi::{
    OBIETTIVO_SENZA_FASI, OBIETTIVO_SENZA_INDICATORI, OBIETTIVO_SENZA_PERSONE, PESI_NON_CENTO, PESO_OLTRE_CENTO,
    PESO_SENZA_FASI, PESO_SENZA_INDICATORI,
};
use crate::diag::{Code, Diagnostic};
use crate::graph::Graph;
use crate::model::{Detto, Id, Obiettivo, Percentuale, Piano};

/// A whole, in hundredths of a per cent.
pub(super) const WHOLE: i64 = 10_000;

/// Weights that are not 100 together, or that are given to parts which are missing.
pub(super) fn check(graph: &Graph, id: Id<Obiettivo>) -> Vec<Diagnostic> {
    let obiettivo = &graph.obiettivi[id];
    let found = [
        weights(graph, id),
        weighed(graph, id, &PESO_SENZA_FASI, obiettivo.peso_fasi, has_phases),
        weighed(
            graph,
            id,
            &PESO_SENZA_INDICATORI,
            obiettivo.peso_indicatori,
            has_indicators,
        ),
    ];
    found.into_iter().flatten().collect()
}

/// Objectives without phases, people or indicators, one finding of each kind for a plan.
pub(super) fn missing(graph: &Graph) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for piano in graph.piani.ids() {
        let ids = graph.relations.obiettivi_di_piano.of(piano);
        found.extend(lacking(graph, piano, ids, &OBIETTIVO_SENZA_FASI, |id| {
            has_phases(graph, id) || weighs(graph.obiettivi[id].peso_fasi)
        }));
        found.extend(lacking(graph, piano, ids, &OBIETTIVO_SENZA_INDICATORI, |id| {
            has_indicators(graph, id) || weighs(graph.obiettivi[id].peso_indicatori)
        }));
        found.extend(lacking(graph, piano, ids, &OBIETTIVO_SENZA_PERSONE, |id| {
            has_people(graph, id)
        }));
    }
    found
}

/// The objectives of a plan for which `has` says no. Where most lack a part, the form does not print it, and nothing is
/// missing.
fn lacking(
    graph: &Graph,
    piano: Id<Piano>,
    ids: &[Id<Obiettivo>],
    code: &'static Code,
    has: impl Fn(Id<Obiettivo>) -> bool,
) -> Option<Diagnostic> {
    let without: Vec<Id<Obiettivo>> = ids.iter().copied().filter(|id| !has(*id)).collect();
    if without.len() * 2 > ids.len() {
        return None;
    }
    let mut places = without.iter().map(|id| graph.obiettivi[*id].titolo.span);
    let found = Diagnostic::new(code)
        .at(places.next()?)
        .with("quanti", without.len())
        .with("tutti", ids.len());
    let piano = &graph.piani[piano];
    Some(
        places
            .fold(found, Diagnostic::and)
            .about(piano.id.as_str(), piano.titolo.as_str()),
    )
}

/// Whether an objective has phases, its own or those of its product or project.
fn has_phases(graph: &Graph, id: Id<Obiettivo>) -> bool {
    let of_project = |progetto| !graph.relations.fasi_di_progetto.of(progetto).is_empty();
    !graph.relations.fasi_di_obiettivo.of(id).is_empty() || graph.obiettivi[id].progetto.is_some_and(of_project)
}

/// Whether anybody works on an objective, or on its product or project.
fn has_people(graph: &Graph, id: Id<Obiettivo>) -> bool {
    let of_project = |progetto| !graph.relations.assegnazioni_di_progetto.of(progetto).is_empty();
    !graph.relations.assegnazioni_di_obiettivo.of(id).is_empty() || graph.obiettivi[id].progetto.is_some_and(of_project)
}

fn has_indicators(graph: &Graph, id: Id<Obiettivo>) -> bool {
    !graph.relations.indicatori_di_obiettivo.of(id).is_empty()
}

fn weighs(peso: Option<Detto<Percentuale>>) -> bool {
    peso.is_some_and(|peso| peso.value.0 > 0)
}

fn weights(graph: &Graph, id: Id<Obiettivo>) -> Option<Diagnostic> {
    let obiettivo = &graph.obiettivi[id];
    let (indicatori, fasi) = match (obiettivo.peso_indicatori, obiettivo.peso_fasi) {
        (Some(indicatori), Some(fasi)) => (indicatori, fasi),
        (only, None) | (None, only) => return more_than_whole(graph, id, only?),
    };
    let sum = indicatori.value.0 + fasi.value.0;
    if sum == WHOLE {
        return None;
    }
    Some(
        finding(graph, &PESI_NON_CENTO, id, [indicatori.span, fasi.span])?
            .with("indicatori", share(indicatori.value))
            .with("fasi", share(fasi.value))
            .with("somma", share(Percentuale(sum))),
    )
}

/// The only weight that is given, if it is more than all.
fn more_than_whole(graph: &Graph, id: Id<Obiettivo>, peso: Detto<Percentuale>) -> Option<Diagnostic> {
    let finding = finding(graph, &PESO_OLTRE_CENTO, id, [peso.span])?.with("peso", share(peso.value));
    (peso.value.0 > WHOLE).then_some(finding)
}

/// A weight for a part that the objective lacks.
fn weighed(
    graph: &Graph,
    id: Id<Obiettivo>,
    code: &'static Code,
    peso: Option<Detto<Percentuale>>,
    has: impl Fn(&Graph, Id<Obiettivo>) -> bool,
) -> Option<Diagnostic> {
    let peso = peso.filter(|peso| weighs(Some(*peso)) && !has(graph, id))?;
    let places = [peso.span, graph.obiettivi[id].titolo.span];
    Some(finding(graph, code, id, places)?.with("peso", share(peso.value)))
}
