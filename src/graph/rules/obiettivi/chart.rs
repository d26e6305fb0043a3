//! Months that a printed chart marks, against the days of the table.

use chrono::Datelike;

use super::{finding, phases, quoted};
use crate::diag::Diagnostic;
use crate::diag::register::obiettivi::CRONOPROGRAMMA_DIVERSO;
use crate::graph::Graph;
use crate::model::{Fase, Giorno, Id, Mesi, Obiettivo};

/// The phases whose marked months are not those of their days.
pub(super) fn check(graph: &Graph, id: Id<Obiettivo>) -> Option<Diagnostic> {
    let year = graph.piani[graph.obiettivi[id].piano].inizio?.value.year();
    let fasi = phases::of(graph, id);
    let wrong: Vec<(&Fase, Mesi, Mesi)> = fasi
        .into_iter()
        .filter_map(|fase| Some((fase, fase.mesi_previsti?.value, of_days(fase, year)?)))
        .filter(|(_, marked, dated)| marked != dated)
        .collect();
    let each: Vec<String> = wrong
        .iter()
        .map(|(fase, marked, dated)| format!("{} ({} / {})", quoted(&fase.nome), list(*marked), list(*dated)))
        .collect();
    let places = wrong.iter().flat_map(|(fase, ..)| {
        let chart = fase.mesi_previsti.map(|mesi| mesi.span);
        chart.into_iter().chain([fase.origine.span])
    });
    let found = finding(graph, &CRONOPROGRAMMA_DIVERSO, id, places)?;
    Some(found.with("quante", wrong.len()).with("elenco", each.join(", ")))
}

/// The months of a year that the days of a phase touch.
fn of_days(fase: &Fase, year: i32) -> Option<Mesi> {
    let (from, to) = (fase.inizio?.value, fase.fine?.value);
    let touches = |month: &u32| {
        let first = Giorno::from_ymd_opt(year, *month, 1);
        let next = first.and_then(|first| first.checked_add_months(chrono::Months::new(1)));
        first.is_some_and(|first| to >= first) && next.is_some_and(|next| from < next)
    };
    Some(Mesi(
        (1..=12_u32)
            .filter(touches)
            .fold(0, |bits, month| bits | 1 << (month - 1)),
    ))
}

/// Months by their numbers: `06, 07`.
fn list(mesi: Mesi) -> String {
    let numbers: Vec<String> = (1..=12)
        .filter(|month| mesi.contains(*month))
        .map(|month| format!("{month:02}"))
        .collect();
    numbers.join(", ")
}
