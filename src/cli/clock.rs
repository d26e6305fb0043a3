use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Weekday};

use crate::model::Giorno;

/// The day of the build: `SOURCE_DATE_EPOCH` if it is set, else today, as the calendar on a wall in Rome shows it.
pub(super) fn today() -> Giorno {
    let epoch = std::env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|text| text.parse().ok());
    let now = DateTime::from_timestamp(epoch.unwrap_or_else(now), 0).unwrap_or_default();
    day_in_rome(now.naive_utc())
}

/// Seconds since 1970.
#[allow(clippy::disallowed_methods, reason = "the one place that asks the clock")]
fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}

/// One hour ahead of UTC, two between the last Sundays of March and October at 01:00 UTC (Directive 2000/84/EC).
fn day_in_rome(utc: NaiveDateTime) -> Giorno {
    let summer = last_sunday(utc.year(), 3) <= utc && utc < last_sunday(utc.year(), 10);
    (utc + TimeDelta::hours(if summer { 2 } else { 1 })).date()
}

/// 01:00 UTC on the last Sunday of a month of 31 days.
fn last_sunday(year: i32, month: u32) -> NaiveDateTime {
    let end = NaiveDate::from_ymd_opt(year, month, 31).unwrap_or_default();
    let past = end.weekday().days_since(Weekday::Sun);
    (end - TimeDelta::days(past.into())).and_time(chrono::NaiveTime::MIN) + TimeDelta::hours(1)
}

#[cfg(test)]
mod tests {
    use super::day_in_rome;

    fn day(utc: &str) -> String {
        day_in_rome(utc.parse().unwrap()).to_string()
    }

    #[test]
    fn the_day_turns_at_midnight_in_rome() {
        assert_eq!(day("2024-01-15T22:59:59"), "2024-01-15");
        assert_eq!(day("2024-01-15T23:00:00"), "2024-01-16");
        assert_eq!(day("2024-07-15T21:59:59"), "2024-07-15");
        assert_eq!(day("2024-07-15T22:00:00"), "2024-07-16");
    }

    #[test]
    fn summer_time_begins_and_ends_on_last_sundays() {
        assert_eq!(day("2024-03-30T22:30:00"), "2024-03-30");
        assert_eq!(day("2024-03-31T22:30:00"), "2024-04-01");
        assert_eq!(day("2024-10-26T22:30:00"), "2024-10-27");
        assert_eq!(day("2024-10-27T22:30:00"), "2024-10-27");
    }
}
