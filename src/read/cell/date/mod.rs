//! Italian dates: single days, lists, ranges, alternatives, months without a day.
//!
//! One grammar serves every form: `lex` turns a text into tokens, `chain` joins them to chains of day and month
//! parts, and here a chain becomes dates. What a part leaves out it takes from its neighbours: in `16, 17 ottobre` the
//! month stands behind the days, in `Settembre 2024 (17, 19)` before them.

mod chain;
mod lex;

use std::ops::Range;

use chrono::Weekday;

use crate::model::{Giorno, Periodo, Stato, TipoDisponibilita};
use chain::{Chain, Part};
use lex::Join;
pub use lex::{MONTHS, month_name, parse_month_name, parse_weekday};

/// A date that a text offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quando {
    /// A day, a range of days or a month without a day.
    pub tipo: TipoDisponibilita,
    /// First and last day.
    pub periodo: Periodo,
    /// Printed as certain, as one of several (`13 o 20`), or without a day.
    pub stato: Stato,
    /// The weekday printed with the (first) day, right or wrong.
    pub giorno_settimana: Option<Weekday>,
    /// Which bytes of the text say so.
    pub at: Range<usize>,
}

/// Why a text that reads as a date is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No year is printed and none is known.
    NoYear,
    /// The month has no such day.
    NoSuchDay,
    /// The range ends before it begins.
    Reversed,
}

/// A stretch that reads as a date and is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What is wrong.
    pub why: Why,
    /// Which bytes of the text.
    pub at: Range<usize>,
}

/// Everything that a text says about days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// The dates, in the order of the text.
    pub found: Vec<Quando>,
    /// What reads as a date and is none.
    pub doubts: Vec<Doubt>,
    /// Whether the text says nothing else.
    pub alone: bool,
}

/// Reads every date of a text, such as a line of availability. `year` is that of dates printed without one.
#[must_use]
pub fn parse_dates(text: &str, year: Option<i32>) -> Dates {
    let (chains, alone) = chain::chains(text);
    let mut dates = Dates {
        alone,
        ..Dates::default()
    };
    for chain in chains {
        resolve(&chain.completed(year), &mut dates);
    }
    dates
}

/// Whether a text reads as a date that only wants its year: `3 maggio`.
#[must_use]
pub fn lacks_year(text: &str) -> bool {
    let doubts = parse_dates(text, None).doubts;
    doubts.iter().any(|doubt| doubt.why == Why::NoYear)
}

/// Reads a text that is one day and nothing else: `31/12/2023`, `2023-12-31`, `giovedì 5 settembre`, `06/12`.
#[must_use]
pub fn parse_day(text: &str, year: Option<i32>) -> Option<Giorno> {
    // Most cells that are no day are a number.
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match only(text, year)? {
        found if found.tipo == TipoDisponibilita::Giorno => Some(found.periodo.inizio),
        _ => None,
    }
}

/// Reads a text that is one day, range or month and nothing else: `15/09/2022 – 31/10/2022`, `11/2020 - 31/08/2021`.
/// A month without a day counts from its first day and to its last.
#[must_use]
pub fn parse_period(text: &str, year: Option<i32>) -> Option<Periodo> {
    only(text, year).map(|found| found.periodo)
}

fn only(text: &str, year: Option<i32>) -> Option<Quando> {
    let dates = parse_dates(text, year);
    match (
        <[Quando; 1]>::try_from(dates.found),
        dates.alone && dates.doubts.is_empty(),
    ) {
        (Ok([found]), true) => Some(found),
        _ => None,
    }
}

/// Turns a chain whose parts are complete into dates.
fn resolve(chain: &Chain, dates: &mut Dates) {
    let mut at = 0;
    while let Some(part) = chain.parts.get(at) {
        let ranges_on = chain.joins.get(at) == Some(&Join::Range);
        match chain.parts.get(at + 1) {
            Some(next) if part.heads(next) => {}
            Some(next) if ranges_on => {
                dates.add_range(part, next, chain.stato());
                at += 1;
            }
            _ => dates.add_single(part, chain.stato()),
        }
        at += 1;
    }
}

impl Dates {
    fn add_single(&mut self, part: &Part, stato: Stato) {
        match part.period() {
            Ok(periodo) => self.found.push(part.quando(periodo, stato)),
            Err(why) => self.doubt(why, part.at.clone()),
        }
    }

    fn add_range(&mut self, from: &Part, to: &Part, stato: Stato) {
        if from.day.is_none() && to.day.is_none() {
            return self.add_months(from, to);
        }
        let at = from.at.start..to.at.end;
        match chain::range(from, to) {
            Ok(periodo) => self.found.push(Quando {
                tipo: TipoDisponibilita::Intervallo,
                periodo,
                stato,
                giorno_settimana: from.weekday,
                at,
            }),
            Err(why) => self.doubt(why, at),
        }
    }

    /// `ottobre-dicembre 2021`: each month, the last included.
    fn add_months(&mut self, from: &Part, to: &Part) {
        let at = from.at.start..to.at.end;
        let range = match chain::range(from, to) {
            Ok(range) => range,
            Err(why) => return self.doubt(why, at),
        };
        let mut first = Some(range.inizio);
        while let Some(inizio) = first.filter(|first| *first <= range.fine) {
            let Some(fine) = lex::last_of_month(inizio) else { break };
            self.found.push(Quando {
                tipo: TipoDisponibilita::Mese,
                periodo: Periodo { inizio, fine },
                stato: Stato::DaConfermare,
                giorno_settimana: None,
                at: at.clone(),
            });
            first = fine.succ_opt();
        }
    }

    fn doubt(&mut self, why: Why, at: Range<usize>) {
        self.doubts.push(Doubt { why, at });
    }
}

#[cfg(test)]
mod tests;
