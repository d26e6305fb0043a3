use chrono::{Datelike, Weekday};

use super::about;
use crate::diag::Diagnostic;
use crate::diag::register::catalogo::{DURATA_SENZA_GIORNI, PERIODO_OLTRE_LA_DURATA};
use crate::graph::Graph;
use crate::model::{Disponibilita, Durata, Giorno, Scheda, TipoDisponibilita};

/// Looks for lengths that tell no days, and for ranges of days with more working days than their card says that an
/// exchange lasts.
pub(super) fn check(graph: &Graph, found: &mut Vec<Diagnostic>) {
    for (id, card) in graph.schede.entries() {
        found.extend(without_days(card));
        let Some(most) = card.giornate.max else { continue };
        let offers = graph.relations.disponibilita_di_scheda.of(id).iter();
        let ranges = offers.map(|offer| &graph.disponibilita[*offer]);
        let ranges = ranges.filter(|offer| offer.tipo == TipoDisponibilita::Intervallo);
        found.extend(ranges.filter_map(|offer| longer(card, offer, most)));
    }
}

fn without_days(card: &Scheda) -> Option<Diagnostic> {
    let said = card.durata_testo.as_ref()?;
    if card.giornate != Durata::default() {
        return None;
    }
    let finding = Diagnostic::new(&DURATA_SENZA_GIORNI).at(said.span);
    Some(about(finding.with("durata", &said.value), card))
}

fn longer(card: &Scheda, offer: &Disponibilita, most: u32) -> Option<Diagnostic> {
    let days = working_days(offer.inizio, offer.fine);
    if days <= most {
        return None;
    }
    let written = |day: Giorno| day.format("%d/%m/%Y").to_string();
    let said = card.durata_testo.as_ref().map_or(card.origine.span, |said| said.span);
    let finding = Diagnostic::new(&PERIODO_OLTRE_LA_DURATA).at(offer.testo.span).and(said);
    let finding = finding
        .with("inizio", written(offer.inizio))
        .with("fine", written(offer.fine))
        .with("giorni", days)
        .with("durata", most);
    Some(about(finding, card))
}

/// How many days from Monday to Friday a range has; at least one, so that a weekend is a day of work too.
fn working_days(first: Giorno, last: Giorno) -> u32 {
    let at_work = |day: &Giorno| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let days = first.iter_days().take_while(|day| *day <= last).filter(at_work);
    (days.count() as u32).max(1)
}
