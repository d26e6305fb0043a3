use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::Datelike;

use crate::model::{Disponibilita, Giorno, Id, Scheda, Stato, TipoDisponibilita, VoceCalendario};

/// Days in the longest month.
const DAYS: usize = 31;

/// Gives each label its day where the cards leave no other: the cells of a month stand in the order of its days, each
/// on a day that the cards of its labels offer. Of all ways to place the cells so, those count that confirm most
/// labels; a cell that all of them put on one day is told, any other stays open. A label that can mean several cards
/// means the first that offers its day.
pub(in crate::graph::link) fn confirm(rows: Vec<VoceCalendario>, offers: &[Arc<Disponibilita>]) -> Vec<VoceCalendario> {
    let mut rows = rows;
    let same_month =
        |a: &VoceCalendario, b: &VoceCalendario| (a.mese, a.origine.span.file) == (b.mese, b.origine.span.file);
    for month in rows.chunk_by_mut(same_month) {
        for told in Month::of(month, offers).told() {
            let row = &mut month[told.row];
            row.data = Some(told.day);
            row.scheda = Some(told.scheda);
            row.stato = Some(told.stato);
        }
    }
    rows
}

/// What a day says of a row.
struct Told {
    row: usize,
    day: Giorno,
    scheda: Id<Scheda>,
    stato: Stato,
}

/// A card and the days that it offers in a month, each with the state of its date.
type CardDays = (Id<Scheda>, BTreeMap<usize, Stato>);

/// The cells of a month and the days that they may stand on.
struct Month {
    first: Option<Giorno>,
    /// The rows of each cell, in the order of the columns.
    cells: Vec<Vec<usize>>,
    /// For each row, the cards that it can mean and the days that they offer.
    days: Vec<Vec<CardDays>>,
}

impl Month {
    fn of(rows: &[VoceCalendario], offers: &[Arc<Disponibilita>]) -> Self {
        let mut cells: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.data.is_none()) {
            if let Some(column) = row.colonna {
                cells.entry(column).or_default().push(at);
            }
        }
        let days = rows.iter().map(|row| {
            let cards = row.intese.iter();
            let offered = cards.map(|card| (*card, offered(*card, row.mese, cells_of(rows, *card), offers)));
            offered.collect()
        });
        Self {
            first: rows.first().map(|row| row.mese),
            days: days.collect(),
            cells: cells.into_values().collect(),
        }
    }

    /// How many cards that the labels of a cell name a day confirms.
    fn score(&self, cell: usize, day: usize) -> usize {
        let rows = self.cells[cell].iter();
        rows.map(|row| self.confirmed(*row, day).count()).sum()
    }

    /// The cards of a row that offer a day.
    fn confirmed(&self, row: usize, day: usize) -> impl Iterator<Item = (Id<Scheda>, Stato)> {
        let cards = self.days[row].iter();
        cards.filter_map(move |(card, days)| Some((*card, *days.get(&day)?)))
    }

    /// The rows whose day is certain.
    fn told(&self) -> Vec<Told> {
        let Some(first) = self.first else { return Vec::new() };
        let ways = Ways::of(self);
        let mut told = Vec::new();
        for (cell, rows) in self.cells.iter().enumerate() {
            let Some(day) = ways.only_day(self, cell) else { continue };
            let Some(date) = first.with_day(day as u32) else {
                continue;
            };
            told.extend(rows.iter().filter_map(|row| {
                let (scheda, stato) = self.confirmed(*row, day).next()?;
                Some(Told {
                    row: *row,
                    day: date,
                    scheda,
                    stato,
                })
            }));
        }
        told
    }
}

/// The most labels that can be confirmed before and behind each cell and day.
struct Ways {
    /// `before[c][d]`: by the first `c` cells on days up to `d`.
    before: Vec<[usize; DAYS + 2]>,
    /// `behind[c][d]`: by the cells from `c` on days from `d`.
    behind: Vec<[usize; DAYS + 2]>,
}

impl Ways {
    fn of(month: &Month) -> Self {
        let cells = month.cells.len();
        let mut before = vec![[0; DAYS + 2]; cells + 1];
        let mut behind = vec![[0; DAYS + 2]; cells + 1];
        for cell in 0..cells {
            for day in 1..=DAYS {
                let placed = placed(before[cell][day - 1], month.score(cell, day));
                before[cell + 1][day] = placed.max(before[cell][day]).max(before[cell + 1][day - 1]);
            }
        }
        for cell in (0..cells).rev() {
            for day in (1..=DAYS).rev() {
                let placed = placed(behind[cell + 1][day + 1], month.score(cell, day));
                behind[cell][day] = placed.max(behind[cell + 1][day]).max(behind[cell][day + 1]);
            }
        }
        Self { before, behind }
    }

    /// The day on which every best way puts a cell.
    fn only_day(&self, month: &Month, cell: usize) -> Option<usize> {
        let best = self.behind.first()?[1];
        let through = |day: usize, score: usize| self.before[cell][day - 1] + score + self.behind[cell + 1][day + 1];
        let days: Vec<usize> = (1..=DAYS)
            .filter(|day| month.score(cell, *day) > 0 && through(*day, month.score(cell, *day)) == best)
            .collect();
        let without = (0..=DAYS).any(|day| self.before[cell][day] + self.behind[cell + 1][day + 1] == best);
        match days.as_slice() {
            [only] if !without => Some(*only),
            _ => None,
        }
    }
}

/// What is confirmed up to here if this cell stands on this day; a day that confirms nothing is no place.
fn placed(others: usize, score: usize) -> usize {
    if score > 0 { others + score } else { 0 }
}

/// In how many cells of a month a card is named.
fn cells_of(rows: &[VoceCalendario], card: Id<Scheda>) -> usize {
    let columns: BTreeSet<u32> = rows
        .iter()
        .filter(|row| row.intese.contains(&card))
        .filter_map(|row| row.colonna)
        .collect();
    columns.len()
}

/// The days of a month that a card offers. Where the grid has no more cells for the card than it offers sessions, each
/// cell stands for a whole session and the session's first day alone counts.
fn offered(card: Id<Scheda>, month: Giorno, cells: usize, offers: &[Arc<Disponibilita>]) -> BTreeMap<usize, Stato> {
    let own = offers
        .iter()
        .filter(|offer| offer.scheda == card && offer.tipo != TipoDisponibilita::Mese);
    let days: BTreeMap<usize, Stato> = own
        .flat_map(|offer| {
            offer
                .inizio
                .iter_days()
                .take_while(|day| *day <= offer.fine)
                .map(|day| (day, offer.stato))
        })
        .filter(|(day, _)| (day.year(), day.month()) == (month.year(), month.month()))
        .map(|(day, stato)| (day.day() as usize, stato))
        .collect();
    let opens = |day: &usize| !days.contains_key(&(day - 1));
    let sessions: BTreeMap<usize, Stato> = days
        .iter()
        .filter(|(day, _)| opens(day))
        .map(|(day, stato)| (*day, *stato))
        .collect();
    if cells <= sessions.len() { sessions } else { days }
}
