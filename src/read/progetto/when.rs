//! Days and periods of project documents. The two ends of a period are read one by one, so that a period printed the
//! wrong way round stays as printed and a rule can report it.

use chrono::Datelike;

use crate::model::{Detto, Giorno};
use crate::read::block::Inline;
use crate::read::cell::{parse_day, parse_period};

/// From and to, as far as known.
pub(super) type Ends = (Option<Giorno>, Option<Giorno>);

/// A leap year, so that every day that exists can be read without its year.
const ANY_YEAR: i32 = 2000;

/// A whole day with its year.
pub(super) fn day(text: &str) -> Option<Giorno> {
    parse_day(text, None)
}

/// Day and month of a day without its year.
pub(super) fn day_and_month(text: &str) -> Option<(u32, u32)> {
    parse_day(text, Some(ANY_YEAR)).map(|day| (day.day(), day.month()))
}

/// A first day: that of the month where the day is left out.
pub(super) fn start(text: &str) -> Option<Giorno> {
    parse_period(text, None).map(|period| period.inizio)
}

/// A last day: that of the month where the day is left out.
pub(super) fn end(text: &str) -> Option<Giorno> {
    parse_period(text, None).map(|period| period.fine)
}

/// A text that is a period from day (or month) to day (or month), and nothing else.
pub(super) fn period(inline: &Inline<'_>) -> Option<Detto<(Giorno, Giorno)>> {
    period_in(&inline.text()).map(|ends| Detto::new(ends, inline.span()))
}

/// As [`period`], for words that stand in several lines.
pub(super) fn period_in(text: &str) -> Option<(Giorno, Giorno)> {
    let text = text.strip_prefix("dal ").unwrap_or(text);
    let (from, to) = text.split_once(['-', '–', '—']).or_else(|| text.split_once(" al "))?;
    Some((start(from.trim())?, end(to.trim())?))
}
