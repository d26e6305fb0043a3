//! An action whose time was long over when the meeting that it announces took place.

use std::collections::BTreeSet;

use chrono::Days;

use super::words;
use crate::diag::Diagnostic;
use crate::diag::register::progetto::ATTIVITA_GIA_SCADUTA;
use crate::graph::Graph;
use crate::model::{Attivita, Detto, Giorno, Id, Piano, Sezione, Testo};
use crate::source::Span;

/// How many days late a meeting may be before it is worth telling.
const LATE: Days = Days::new(31);

/// Fewer words than these do not tell one action from another.
const TELLING: usize = 3;

pub(super) fn check(graph: &Graph, found: &mut Vec<Diagnostic>) {
    for (piano, _) in graph.piani.entries() {
        let Some((day, place)) = meeting_day(graph, piano) else {
            continue;
        };
        let activities = graph
            .relations
            .attivita_di_piano
            .of(piano)
            .iter()
            .map(|id| &graph.attivita[*id]);
        found.extend(activities.filter_map(|activity| overdue(graph, piano, activity, day, place)));
    }
}

fn sections(graph: &Graph, piano: Id<Piano>) -> impl Iterator<Item = &Sezione> {
    let ids = graph.relations.sezioni_di_piano.of(piano).iter();
    ids.map(|id| &graph.sezioni[*id])
}

/// The day of the meeting that the document reports: the first entry of a single day.
fn meeting_day(graph: &Graph, piano: Id<Piano>) -> Option<(Giorno, Span)> {
    let mut entries = sections(graph, piano).flat_map(|section| &section.voci);
    entries.find_map(|voce| {
        voce.inizio
            .filter(|_| voce.inizio == voce.fine)
            .map(|day| (day, voce.testo.span))
    })
}

/// A finding if the document's own meeting is this activity, and came after the activity's last day.
fn overdue(graph: &Graph, piano: Id<Piano>, activity: &Attivita, day: Giorno, place: Span) -> Option<Diagnostic> {
    let fine = activity.fine?;
    let late = fine.value.checked_add_days(LATE)? < day;
    let title = title_of(graph, piano, &words::of(&activity.descrizione)).filter(|_| late)?;
    Some(
        Diagnostic::new(&ATTIVITA_GIA_SCADUTA)
            .at(fine.span)
            .and(place)
            .and(title.span)
            .with("attivita", activity.descrizione.as_str())
            .with("fine", fine.value.format("%d/%m/%Y"))
            .with("giorno", day.format("%d/%m/%Y"))
            .about(activity.id.as_str(), activity.descrizione.as_str()),
    )
}

/// The title of the section that says all words of an activity.
fn title_of<'g>(graph: &'g Graph, piano: Id<Piano>, said: &BTreeSet<String>) -> Option<&'g Detto<Testo>> {
    let mut titles = sections(graph, piano).map(|section| &section.titolo);
    titles.find(|title| said.len() >= TELLING && said.is_subset(&words::of(title)))
}
