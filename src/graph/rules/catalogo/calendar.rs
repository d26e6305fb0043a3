use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Weekday};

use super::about;
use crate::diag::register::catalogo::{GIORNO_FESTIVO, SOLO_NEL_CALENDARIO, SOLO_NELLA_SCHEDA};
use crate::diag::{Code, Diagnostic};
use crate::graph::Graph;
use crate::model::{Disponibilita, Giorno, Id, Scheda, TipoDisponibilita, VoceCalendario};
use crate::read::cell::date::month_name;
use crate::source::Span;

/// Compares the dates of each card with the month grids of its document, and with the week.
pub(super) fn check(graph: &Graph, found: &mut Vec<Diagnostic>) {
    for (id, card) in graph.schede.entries() {
        let in_document = |row: &&VoceCalendario| row.origine.span.file == card.origine.span.file;
        let grid: Vec<&VoceCalendario> = graph.calendario.iter().filter(in_document).collect();
        if !grid.is_empty() {
            compare(graph, id, &grid, found);
        }
    }
    for offer in &graph.disponibilita {
        found.extend(on_sunday(graph, offer));
    }
}

/// What card and grid say of one month.
#[derive(Default)]
struct Month<'g> {
    offers: Vec<&'g Disponibilita>,
    labels: Vec<&'g VoceCalendario>,
}

/// Reports, month by month, what only the card or only the grid says.
fn compare(graph: &Graph, id: Id<Scheda>, grid: &[&VoceCalendario], found: &mut Vec<Diagnostic>) {
    let mut months: BTreeMap<Giorno, Month<'_>> = BTreeMap::new();
    for offer in graph.relations.disponibilita_di_scheda.of(id) {
        let offer = &graph.disponibilita[*offer];
        for month in months_of(offer) {
            months.entry(month).or_default().offers.push(offer);
        }
    }
    for label in graph.relations.calendario_di_scheda.of(id) {
        let label = &graph.calendario[*label];
        months.entry(label.mese).or_default().labels.push(label);
    }
    let card = &graph.schede[id];
    let all = graph
        .relations
        .disponibilita_di_scheda
        .of(id)
        .iter()
        .map(|offer| graph.disponibilita[*offer].testo.span);
    let lines: BTreeSet<Span> = all.collect();
    for (first, month) in &months {
        let in_month = grid.iter().find(|row| row.mese == *first).or(grid.first());
        let grid = in_month.map_or(card.origine.span, |row| row.origine.span);
        found.extend(month.compare(*first, card, grid, &lines));
    }
}

fn months_of(offer: &Disponibilita) -> BTreeSet<Giorno> {
    let days = offer.inizio.iter_days().take_while(|day| *day <= offer.fine);
    days.filter_map(|day| day.with_day(1)).collect()
}

impl Month<'_> {
    /// `grid` is where the month stands in the grids, or where they begin; `lines` are the card's lines of dates.
    fn compare(&self, first: Giorno, card: &Scheda, grid: Span, lines: &BTreeSet<Span>) -> Option<Diagnostic> {
        if let (Some(offer), true) = (self.offers.first(), self.labels.is_empty()) {
            return Some(finding(
                &SOLO_NELLA_SCHEDA,
                card,
                offer.testo.span,
                [grid],
                month_and_year(first),
            ));
        }
        let extra = self.extra();
        if let Some((label, more)) = extra.split_first() {
            let related = more
                .iter()
                .map(|label| label.etichetta.span)
                .chain(lines.iter().copied());
            return Some(finding(
                &SOLO_NEL_CALENDARIO,
                card,
                label.etichetta.span,
                related,
                month_and_year(first),
            ));
        }
        let missing = self.missing(first);
        let line = self
            .offers
            .iter()
            .find(|offer| missing.iter().any(|day| (offer.inizio..=offer.fine).contains(day)))?;
        let days: Vec<String> = missing.iter().map(|day| day.format("%-d").to_string()).collect();
        let (italian, english) = month_and_year(first);
        let when = (
            format!("{} {italian}", days.join(", ")),
            format!("{} {english}", days.join(", ")),
        );
        let labels = self.labels.iter().map(|label| label.etichetta.span);
        Some(finding(&SOLO_NELLA_SCHEDA, card, line.testo.span, labels, when))
    }

    fn days(&self) -> BTreeSet<Giorno> {
        let offers = self.offers.iter().filter(|offer| offer.tipo != TipoDisponibilita::Mese);
        offers
            .flat_map(|offer| offer.inizio.iter_days().take_while(|day| *day <= offer.fine))
            .collect()
    }

    /// The days on which a label stands for this card. A label that names several cards may stand on another's day.
    fn told(&self) -> BTreeSet<Giorno> {
        let days = self.days();
        let own = self.labels.iter().filter_map(|label| label.data);
        own.filter(|day| days.contains(day)).collect()
    }

    /// The printed places whose day no card confirms.
    fn open_places(&self) -> BTreeMap<u32, &VoceCalendario> {
        let told = self.told();
        let is_open = |label: &&&VoceCalendario| label.data.is_none_or(|day| !told.contains(&day));
        let open = self.labels.iter().filter(is_open);
        open.filter_map(|label| Some((label.colonna?, *label))).collect()
    }

    /// Labels on days that the card does not offer: where it offers nothing in this month, all, each wording once;
    /// else the open ones, where they are more than the days that are left.
    fn extra(&self) -> Vec<&VoceCalendario> {
        if self.offers.is_empty() {
            let mut said = BTreeSet::new();
            return self
                .labels
                .iter()
                .filter(|label| said.insert(&*label.etichetta))
                .copied()
                .collect();
        }
        let open = self.open_places();
        let left = self.days().difference(&self.told()).count();
        let by_month = self.offers.iter().any(|offer| offer.tipo == TipoDisponibilita::Mese);
        if by_month || open.len() <= left {
            Vec::new()
        } else {
            open.into_values().collect()
        }
    }

    /// Days that the card offers and the grid lacks; none where an open place may be one of them. A place may stand for
    /// all days of a session in a row, and ranges pass over week-ends.
    fn missing(&self, first: Giorno) -> Vec<Giorno> {
        let (days, told) = (self.days(), self.told());
        if !self.open_places().is_empty() {
            return Vec::new();
        }
        let opens = |day: &&Giorno| day.pred_opt().is_none_or(|before| !days.contains(&before));
        let sessions: BTreeSet<Giorno> = days.iter().filter(opens).copied().collect();
        let expected = if told.len() <= sessions.len() { &sessions } else { &days };
        let in_month = |day: &&Giorno| (day.year(), day.month()) == (first.year(), first.month());
        let works = |day: &&Giorno| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        expected
            .difference(&told)
            .filter(in_month)
            .filter(works)
            .copied()
            .collect()
    }
}

fn finding(
    code: &'static Code,
    card: &Scheda,
    at: Span,
    related: impl IntoIterator<Item = Span>,
    when: (String, String),
) -> Diagnostic {
    let finding = Diagnostic::new(code).at(at).with_words("quando", when.0, when.1);
    about(related.into_iter().fold(finding, Diagnostic::and), card).with("titolo", &card.titolo.value)
}

/// A month and its year in Italian and English.
fn month_and_year(first: Giorno) -> (String, String) {
    let italian = month_name(first.month());
    (format!("{italian} {}", first.year()), first.format("%B %Y").to_string())
}

/// A day on which no office is open: a Sunday that a card prints as its day, or as the first or last of a range.
fn on_sunday(graph: &Graph, offer: &Disponibilita) -> Option<Diagnostic> {
    let printed = [offer.inizio, offer.fine];
    let sunday = printed.iter().find(|day| day.weekday() == Weekday::Sun)?;
    if offer.tipo == TipoDisponibilita::Mese {
        return None;
    }
    let card = &graph.schede[offer.scheda];
    let finding = Diagnostic::new(&GIORNO_FESTIVO).at(offer.testo.span);
    Some(about(finding.with("giorno", sunday.format("%d/%m/%Y")), card))
}
