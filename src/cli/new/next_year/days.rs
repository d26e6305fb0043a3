//! Days a year later.

use super::Step;
use crate::read::cell::parse_month_name;

impl Step {
    /// A text with the years of its days moved on; a 29 February that the new year lacks becomes the 28th.
    pub(super) fn days(&self, said: &str) -> String {
        let mut out = String::with_capacity(said.len());
        let mut rest = said;
        while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
            let digits = rest[at..]
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(rest.len() - at);
            let (before, number) = (&rest[..at], &rest[at..at + digits]);
            out.push_str(before);
            let after = &rest[at + digits..];
            match number.parse::<i32>() {
                Ok(year) if digits == 4 && is_year_of_a_day(&out, after) => self.year(year, &mut out),
                _ => out.push_str(number),
            }
            rest = after;
        }
        out + rest
    }

    fn year(&self, year: i32, out: &mut String) {
        let new = year + self.to - self.from;
        let is_leap = chrono::NaiveDate::from_ymd_opt(new, 2, 29).is_some();
        let leap_day = ["29 febbraio ", "29/02/", "29/2/", "29.02.", "29-02-"];
        if !is_leap && leap_day.iter().any(|day| out.to_lowercase().ends_with(day)) {
            let at = out.rfind("29").unwrap_or(out.len());
            out.replace_range(at.., &out[at..].replacen("29", "28", 1));
        }
        out.push_str(&new.to_string());
    }
}

/// Whether four digits are the year of a day or month: `2025-09-05`, `5/9/2025`, `settembre 2025`.
fn is_year_of_a_day(before: &str, after: &str) -> bool {
    let iso = after
        .strip_prefix('-')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let numbers = before
        .strip_suffix(['/', '.', '-'])
        .is_some_and(|day| day.ends_with(|c: char| c.is_ascii_digit()));
    let word = before.trim_end().rsplit(|c: char| !c.is_alphabetic()).next();
    let month = before.ends_with(' ') && word.is_some_and(|word| parse_month_name(word).is_some());
    iso || numbers || month
}
