use std::ops::Range;

use chrono::{Datelike, Weekday};

use super::lex::{Join, Token, last_of_month, tokens};
use super::{Quando, Why};
use crate::model::{Giorno, Periodo, Stato, TipoDisponibilita};

/// A day, month or both, with what is printed of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Part {
    pub(super) weekday: Option<Weekday>,
    pub(super) day: Option<u32>,
    month: Option<u32>,
    year: Option<i32>,
    /// Whether the year is printed with this part.
    own_year: bool,
    /// Whether the month is printed with this part.
    own_month: bool,
    pub(super) at: Range<usize>,
}

impl Part {
    /// A day, month and year in digits; nothing where the month cannot be one.
    pub(super) fn of(day: &str, month: &str, year: &str) -> Option<Self> {
        Some(Self {
            day: Some(day.parse().ok()?),
            ..Self::of_month(month, year)?
        })
    }

    /// A day and month in digits.
    pub(super) fn of_day(day: &str, month: &str) -> Option<Self> {
        Some(Self {
            year: None,
            own_year: false,
            ..Self::of(day, month, "0")?
        })
    }

    /// A month and year in digits.
    pub(super) fn of_month(month: &str, year: &str) -> Option<Self> {
        let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
        Some(Self {
            month: Some(month),
            year: Some(year.parse().ok()?),
            own_month: true,
            own_year: true,
            ..Self::default()
        })
    }

    pub(super) fn at(self, at: Range<usize>) -> Self {
        Self { at, ..self }
    }

    fn is_month(&self) -> bool {
        self.day.is_none()
    }

    /// Whether this is a month that merely stands over the days that follow: `Giugno 2024 – 13 o 20 giugno`.
    pub(super) fn heads(&self, next: &Part) -> bool {
        self.is_month() && !next.is_month() && (!next.own_month || (next.month, next.year) == (self.month, self.year))
    }

    fn first(&self) -> Result<Giorno, Why> {
        let year = self.year.ok_or(Why::NoYear)?;
        let (month, day) = (self.month.unwrap_or_default(), self.day.unwrap_or(1));
        Giorno::from_ymd_opt(year, month, day).ok_or(Why::NoSuchDay)
    }

    fn last(&self) -> Result<Giorno, Why> {
        let first = self.first()?;
        match self.day {
            Some(_) => Ok(first),
            None => last_of_month(first).ok_or(Why::NoSuchDay),
        }
    }

    /// The day, or the month from its first day to its last.
    pub(super) fn period(&self) -> Result<Periodo, Why> {
        Ok(Periodo {
            inizio: self.first()?,
            fine: self.last()?,
        })
    }

    /// This part as a date of its own.
    pub(super) fn quando(&self, periodo: Periodo, stato: Stato) -> Quando {
        let (tipo, stato) = match self.day {
            Some(_) => (TipoDisponibilita::Giorno, stato),
            None => (TipoDisponibilita::Mese, Stato::DaConfermare),
        };
        Quando {
            tipo,
            periodo,
            stato,
            giorno_settimana: self.weekday,
            at: self.at.clone(),
        }
    }

    fn in_year(&self, year: i32) -> Self {
        Self {
            year: Some(year),
            ..self.clone()
        }
    }
}

/// The days from one part to another. Where a year is left out, a range may cross the end of the year, but never takes
/// more than half a year.
pub(super) fn range(from: &Part, to: &Part) -> Result<Periodo, Why> {
    let (inizio, fine) = (from.first()?, to.last()?);
    if inizio <= fine {
        return Ok(Periodo { inizio, fine });
    }
    let (earlier, later) = match (from.own_year, to.own_year) {
        (false, true) => (from.in_year(inizio.year() - 1).first()?, fine),
        (false, false) => (inizio, to.in_year(fine.year() + 1).last()?),
        _ => return Err(Why::Reversed),
    };
    if from.month == to.month || (later - earlier).num_days() > 183 {
        return Err(Why::Reversed);
    }
    Ok(Periodo {
        inizio: earlier,
        fine: later,
    })
}

/// Parts that belong together, and how each follows the one before.
#[derive(Debug, Default)]
pub(super) struct Chain {
    pub(super) parts: Vec<Part>,
    pub(super) joins: Vec<Join>,
}

impl Chain {
    /// One of several, if an "or" stands anywhere in the chain.
    pub(super) fn stato(&self) -> Stato {
        if self.joins.contains(&Join::Or) {
            Stato::Alternativa
        } else {
            Stato::Fissata
        }
    }

    /// The chain with every month and year that a part leaves out; `year` is that of a chain without one.
    pub(super) fn completed(mut self, year: Option<i32>) -> Self {
        self.complete_months();
        let right = nearest_years(self.parts.iter().rev());
        let left = nearest_years(self.parts.iter());
        let last = self.parts.len().saturating_sub(1);
        for (at, part) in self.parts.iter_mut().enumerate() {
            part.year = part.year.or(right[last - at]).or(left[at]).or(year);
        }
        self
    }

    /// A day takes the month printed behind it in its own run, else the one that stands over it.
    fn complete_months(&mut self) {
        let mut behind = None;
        for part in self.parts.iter_mut().rev() {
            behind = if part.is_month() { None } else { part.month.or(behind) };
            part.month = part.month.or(behind);
        }
        let mut over = None;
        for part in &mut self.parts {
            over = part.month.or(over);
            part.month = over;
        }
    }
}

/// For each part, the year printed with it or with the nearest part before it in the order given.
fn nearest_years<'p>(parts: impl Iterator<Item = &'p Part>) -> Vec<Option<i32>> {
    parts
        .scan(None, |nearest, part| {
            *nearest = part.year.or(*nearest);
            Some(*nearest)
        })
        .collect()
}

/// The chains of a text that name a month, and whether the text says nothing else.
pub(super) fn chains(text: &str) -> (Vec<Chain>, bool) {
    let mut builder = Builder {
        alone: true,
        ..Builder::default()
    };
    for (token, at) in tokens(text) {
        builder.take(token, at);
    }
    builder.close();
    (builder.chains, builder.alone)
}

#[derive(Default)]
struct Builder {
    chains: Vec<Chain>,
    open: Chain,
    join: Option<Join>,
    weekday: Option<(Weekday, usize)>,
    between: bool,
    alone: bool,
}

impl Builder {
    fn take(&mut self, token: Token, at: Range<usize>) {
        match token {
            Token::Day(day) => self.day(day, at),
            Token::Month(month) => self.month(month, at),
            Token::Year(year) => self.year(year, &at),
            Token::Digits(part) => self.push(part),
            Token::Weekday(day) => self.weekday = Some((day, at.start)),
            Token::Join(join) => self.join(join),
            Token::Between => self.between = true,
            Token::Open => self.open(),
            Token::Filler => {}
            Token::Other => self.other(),
        }
    }

    fn day(&mut self, day: u32, at: Range<usize>) {
        self.push(Part {
            day: Some(day),
            at,
            ..Part::default()
        });
    }

    fn month(&mut self, month: u32, at: Range<usize>) {
        match self.open.parts.last_mut() {
            Some(part) if self.join.is_none() && part.month.is_none() => {
                part.month = Some(month);
                part.own_month = true;
                part.at.end = at.end;
            }
            _ => self.push(Part {
                month: Some(month),
                own_month: true,
                at,
                ..Part::default()
            }),
        }
    }

    fn year(&mut self, year: i32, at: &Range<usize>) {
        match self.open.parts.last_mut() {
            Some(part) if self.join.is_none() && part.month.is_some() && part.year.is_none() => {
                part.year = Some(year);
                part.own_year = true;
                part.at.end = at.end;
            }
            _ => self.other(),
        }
    }

    /// Adds a part; two days without a mark between them do not belong together.
    fn push(&mut self, mut part: Part) {
        let follows_day = self.open.parts.last().is_some_and(|last| !last.is_month());
        if self.join.is_none() && follows_day && !part.is_month() {
            self.close();
        }
        if let Some((day, start)) = self.weekday.take() {
            part.weekday = Some(day);
            part.at.start = start;
        }
        let join = self.join.take();
        if !self.open.parts.is_empty() {
            self.open.joins.push(join.unwrap_or(Join::Apposed));
        }
        self.open.parts.push(part);
    }

    fn join(&mut self, join: Join) {
        let join = match (join, self.between) {
            (Join::List, true) => Join::Range,
            (join, _) => join,
        };
        if !self.open.parts.is_empty() {
            self.join = self.join.max(Some(join));
        }
    }

    /// A bracket or colon goes on only behind a month that stands over its days.
    fn open(&mut self) {
        match self.open.parts.last() {
            Some(last) if last.is_month() => self.join = Some(Join::Apposed),
            _ => self.other(),
        }
    }

    fn other(&mut self) {
        self.alone = false;
        self.close();
    }

    /// Ends the open chain; one that names no month is no date.
    fn close(&mut self) {
        let chain = std::mem::take(&mut self.open);
        (self.join, self.weekday, self.between) = (None, None, false);
        if chain.parts.iter().any(|part| part.month.is_some()) {
            self.chains.push(chain);
        } else if !chain.parts.is_empty() {
            self.alone = false;
        }
    }
}
