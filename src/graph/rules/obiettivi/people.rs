//! People: when they are assigned, how often, how much.

use std::collections::BTreeMap;

use super::parts::WHOLE;
use super::{finding, letters, phases, quoted, share, written};
use crate::diag::Diagnostic;
use crate::diag::register::persone::{IMPEGNO_OLTRE_CENTO, PERSONA_RIPETUTA, PERSONE_OLTRE_LE_FASI};
use crate::graph::Graph;
use crate::model::{Assegnazione, Id, Obiettivo, Percentuale, Piano};
use crate::source::Span;

/// People assigned beyond the phases, or twice.
pub(super) fn check(graph: &Graph, id: Id<Obiettivo>) -> Vec<Diagnostic> {
    let ids = graph.relations.assegnazioni_di_obiettivo.of(id);
    let people: Vec<&Assegnazione> = ids.iter().map(|person| &graph.assegnazioni[*person]).collect();
    [beyond(graph, id, &people), twice(graph, id, &people)]
        .into_iter()
        .flatten()
        .collect()
}

fn beyond(graph: &Graph, id: Id<Obiettivo>, people: &[&Assegnazione]) -> Option<Diagnostic> {
    let fasi = phases::of(graph, id);
    let first = fasi.iter().filter_map(|fase| fase.inizio).map(|day| day.value).min()?;
    let last = fasi.iter().filter_map(|fase| fase.fine).map(|day| day.value).max()?;
    let early = |person: &Assegnazione| person.inizio.is_some_and(|day| day.value < first);
    let late = |person: &Assegnazione| person.fine.is_some_and(|day| day.value > last);
    let wrong: Vec<&Assegnazione> = people
        .iter()
        .copied()
        .filter(|person| early(person) || late(person))
        .collect();
    let begin = fasi
        .iter()
        .filter_map(|fase| fase.inizio)
        .find(|day| day.value == first);
    let end = fasi.iter().filter_map(|fase| fase.fine).find(|day| day.value == last);
    let phases = [begin, end].into_iter().flatten().map(|day| day.span);
    let row = wrong.first()?.origine.span;
    let found = finding(graph, &PERSONE_OLTRE_LE_FASI, id, std::iter::once(row).chain(phases))?;
    let from = wrong
        .iter()
        .filter_map(|person| person.inizio)
        .map(|day| day.value)
        .min()
        .unwrap_or(first);
    let to = wrong
        .iter()
        .filter_map(|person| person.fine)
        .map(|day| day.value)
        .max()
        .unwrap_or(last);
    Some(
        found
            .with("quante", wrong.len())
            .with("da", written(from))
            .with("a", written(to))
            .with("inizio", written(first))
            .with("fine", written(last)),
    )
}

fn twice(graph: &Graph, id: Id<Obiettivo>, people: &[&Assegnazione]) -> Option<Diagnostic> {
    let mut rows: BTreeMap<String, Vec<&Assegnazione>> = BTreeMap::new();
    for person in people {
        if let Some(name) = &person.persona {
            rows.entry(letters(name)).or_default().push(person);
        }
    }
    rows.retain(|_, rows| rows.len() > 1);
    let names: Vec<String> = rows
        .values()
        .filter_map(|rows| rows.first()?.persona.as_ref())
        .map(|name| quoted(name))
        .collect();
    let places = rows.values().flatten().map(|person| person.origine.span);
    let found = finding(graph, &PERSONA_RIPETUTA, id, places)?;
    Some(found.with("quante", names.len()).with("elenco", names.join(", ")))
}

/// People whose efforts in one plan are more than a whole.
pub(super) fn over_engaged(graph: &Graph) -> Vec<Diagnostic> {
    let mut efforts: BTreeMap<(Id<Piano>, String), Vec<&Assegnazione>> = BTreeMap::new();
    for person in &graph.assegnazioni {
        if let (Some(name), Some(piano), Some(_)) =
            (&person.persona, plan_of(graph, person), person.impegno_percentuale)
        {
            efforts.entry((piano, letters(name))).or_default().push(person);
        }
    }
    efforts.values().filter_map(|rows| over_whole(rows)).collect()
}

/// The plan of the objective or project that a person is assigned to.
fn plan_of(graph: &Graph, person: &Assegnazione) -> Option<Id<Piano>> {
    let by_objective = person.obiettivo.map(|id| graph.obiettivi[id].piano);
    by_objective.or_else(|| Some(graph.progetti[person.progetto?].piano))
}

fn over_whole(rows: &[&Assegnazione]) -> Option<Diagnostic> {
    let shares = || rows.iter().filter_map(|person| person.impegno_percentuale);
    let sum: i64 = shares().map(|share| share.value.0).sum();
    let name = rows.first()?.persona.as_ref()?;
    let mut places = shares().map(|share| share.span).collect::<Vec<Span>>().into_iter();
    let found = Diagnostic::new(&IMPEGNO_OLTRE_CENTO).at(places.next()?);
    (sum > WHOLE).then(|| {
        places
            .fold(found, Diagnostic::and)
            .with("persona", name.as_str())
            .with("quanti", rows.len())
            .with("somma", share(Percentuale(sum)))
    })
}
