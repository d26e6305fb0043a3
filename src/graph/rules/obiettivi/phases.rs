//! Phases: their days, their order, their numbers.

use super::{finding, quoted, written};
use crate::diag::Diagnostic;
use crate::diag::register::obiettivi::{
    FASE_FINISCE_PRIMA, FASE_FUORI_DAL_PIANO, FASE_PRIMA_DELLA_PRECEDENTE, NUMERAZIONE_FASI,
};
use crate::graph::Graph;
use crate::model::{Fase, Giorno, Id, Obiettivo};
use crate::source::Span;

/// Days that run backwards, leave the plan's time or contradict the order, and numbers with a gap.
pub(super) fn check(graph: &Graph, id: Id<Obiettivo>) -> Vec<Diagnostic> {
    let fasi = of(graph, id);
    let found = [
        backwards(graph, id, &fasi),
        outside(graph, id, &fasi),
        out_of_order(graph, id, &fasi),
        numbering(graph, id, &fasi),
    ];
    found.into_iter().flatten().collect()
}

/// The phases of an objective, in the order of the print.
pub(super) fn of(graph: &Graph, id: Id<Obiettivo>) -> Vec<&Fase> {
    let ids = graph.relations.fasi_di_obiettivo.of(id);
    ids.iter().map(|fase| &graph.fasi[*fase]).collect()
}

/// First and last day, where both are printed.
fn days(fase: &Fase) -> Option<(Giorno, Giorno)> {
    Some((fase.inizio?.value, fase.fine?.value))
}

/// Phases with what is to be said of each.
fn listed(phases: &[(&Fase, String)]) -> String {
    let each: Vec<String> = phases
        .iter()
        .map(|(fase, what)| format!("{} {what}", quoted(&fase.nome)))
        .collect();
    each.join(", ")
}

fn places(phases: &[(&Fase, String)]) -> Vec<Span> {
    phases.iter().map(|(fase, _)| fase.origine.span).collect()
}

fn backwards(graph: &Graph, id: Id<Obiettivo>, fasi: &[&Fase]) -> Option<Diagnostic> {
    let wrong: Vec<(&Fase, String)> = fasi
        .iter()
        .filter_map(|fase| Some((*fase, days(fase).filter(|(from, to)| to < from)?)))
        .map(|(fase, (from, to))| (fase, format!("({}–{})", written(from), written(to))))
        .collect();
    let found = finding(graph, &FASE_FINISCE_PRIMA, id, places(&wrong))?;
    Some(found.with("quante", wrong.len()).with("elenco", listed(&wrong)))
}

fn outside(graph: &Graph, id: Id<Obiettivo>, fasi: &[&Fase]) -> Option<Diagnostic> {
    let piano = &graph.piani[graph.obiettivi[id].piano];
    let (first, last) = (piano.inizio?.value, piano.fine?.value);
    let wrong: Vec<(&Fase, String)> = fasi
        .iter()
        .filter_map(|fase| Some((*fase, days(fase).filter(|(from, to)| *from < first || *to > last)?)))
        .map(|(fase, (from, to))| (fase, format!("({}–{})", written(from), written(to))))
        .collect();
    let found = finding(graph, &FASE_FUORI_DAL_PIANO, id, places(&wrong))?;
    Some(
        found
            .with("inizio", written(first))
            .with("fine", written(last))
            .with("quante", wrong.len())
            .with("elenco", listed(&wrong)),
    )
}

/// A phase that ends before the one numbered before it begins. Phases that overlap contradict nothing.
fn out_of_order(graph: &Graph, id: Id<Obiettivo>, fasi: &[&Fase]) -> Option<Diagnostic> {
    let mut pairs: Vec<[&Fase; 2]> = Vec::new();
    for pair in fasi.windows(2) {
        let (before, after) = (pair[0], pair[1]);
        let (Some((begins, _)), Some((_, ends))) = (days(before), days(after)) else {
            continue;
        };
        if before.ordine < after.ordine && ends < begins {
            pairs.push([before, after]);
        }
    }
    let each: Vec<String> = pairs
        .iter()
        .map(|[before, after]| what_follows(before, after))
        .collect();
    let places = pairs
        .iter()
        .flat_map(|[before, after]| [after.origine.span, before.origine.span]);
    let found = finding(graph, &FASE_PRIMA_DELLA_PRECEDENTE, id, places)?;
    Some(found.with("quante", pairs.len()).with("elenco", each.join(", ")))
}

fn what_follows(before: &Fase, after: &Fase) -> String {
    let day = |day: Option<crate::model::Detto<Giorno>>| day.map(|day| written(day.value)).unwrap_or_default();
    format!(
        "{} (–{}) / {} ({}–)",
        quoted(&after.nome),
        day(after.fine),
        quoted(&before.nome),
        day(before.inizio)
    )
}

/// Printed numbers that do not count up by one.
fn numbering(graph: &Graph, id: Id<Obiettivo>, fasi: &[&Fase]) -> Option<Diagnostic> {
    let at = fasi.windows(2).position(|pair| pair[1].ordine != pair[0].ordine + 1)?;
    let numbers: Vec<String> = fasi.iter().map(|fase| fase.ordine.to_string()).collect();
    let found = finding(
        graph,
        &NUMERAZIONE_FASI,
        id,
        [fasi[at + 1].origine.span, fasi[at].origine.span],
    )?;
    Some(found.with("numeri", numbers.join(", ")))
}
