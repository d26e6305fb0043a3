//! One activity with two names or two periods; periods that end before they begin.

use super::words;
use crate::diag::Diagnostic;
use crate::diag::register::progetto::{ATTIVITA_DUE_NOMI, ATTIVITA_DUE_PERIODI, PERIODO_AL_CONTRARIO};
use crate::graph::Graph;
use crate::model::{Attivita, Detto, Giorno, Testo, Voce};

pub(super) fn check(graph: &Graph, found: &mut Vec<Diagnostic>) {
    for activity in &graph.attivita {
        let findings = other_name(activity)
            .into_iter()
            .chain(other_period(activity))
            .chain(reversed(activity));
        found.extend(findings.map(|finding| finding.about(activity.id.as_str(), activity.descrizione.as_str())));
    }
    for piano in &graph.piani {
        let ends = piano.inizio.as_ref().zip(piano.fine.as_ref());
        let finding = ends.and_then(|(from, to)| backwards(from, to));
        found.extend(finding.map(|finding| finding.about(piano.id.as_str(), piano.titolo.as_str())));
    }
    for voce in graph.sezioni.iter().flat_map(|sezione| &sezione.voci) {
        found.extend(reversed_entry(voce));
    }
}

fn code(activity: &Attivita) -> &str {
    activity
        .codice
        .as_ref()
        .map_or(activity.descrizione.as_str(), |code| code.as_str())
}

/// The first other text that says something else.
fn other_name(activity: &Attivita) -> Option<Diagnostic> {
    let differs = |other: &&Detto<Testo>| !words::agree(&activity.descrizione, other);
    let other = activity.altre_descrizioni.iter().find(differs)?;
    Some(
        Diagnostic::new(&ATTIVITA_DUE_NOMI)
            .at(other.span)
            .and(activity.descrizione.span)
            .with("codice", code(activity))
            .with("altro", other.value.as_str())
            .with("nome", activity.descrizione.as_str()),
    )
}

/// The first other period with another first or last day.
fn other_period(activity: &Attivita) -> Option<Diagnostic> {
    let (from, to) = (activity.inizio?, activity.fine?);
    let differs = |day: Option<Giorno>, own: Giorno| day.is_some_and(|day| day != own);
    let mut others = activity.altri_periodi.iter();
    let other = others.find(|other| differs(other.value.0, from.value) || differs(other.value.1, to.value))?;
    Some(
        Diagnostic::new(&ATTIVITA_DUE_PERIODI)
            .at(other.span)
            .and(to.span)
            .with("codice", code(activity))
            .with("altro", period(other.value))
            .with("periodo", period((Some(from.value), Some(to.value)))),
    )
}

/// From and to as people write them.
fn period((from, to): (Option<Giorno>, Option<Giorno>)) -> String {
    let day = |day: Option<Giorno>| day.map_or_else(|| "?".to_owned(), |day| day.format("%d/%m/%Y").to_string());
    format!("{}–{}", day(from), day(to))
}

fn reversed(activity: &Attivita) -> Option<Diagnostic> {
    backwards(activity.inizio.as_ref()?, activity.fine.as_ref()?)
}

fn backwards(from: &Detto<Giorno>, to: &Detto<Giorno>) -> Option<Diagnostic> {
    let finding = Diagnostic::new(&PERIODO_AL_CONTRARIO).at(from.span).and(to.span);
    (from.value > to.value).then(|| finding.with("periodo", period((Some(from.value), Some(to.value)))))
}

fn reversed_entry(voce: &Voce) -> Option<Diagnostic> {
    let (from, to) = (voce.inizio?, voce.fine?);
    let place = voce.titolo.as_ref().unwrap_or(&voce.testo).span;
    backwards(&Detto::new(from, place), &Detto::new(to, place))
}
