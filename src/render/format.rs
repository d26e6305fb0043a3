//! How dates, money, shares and sizes are written for people. Italian typography: `5–6 settembre 2024`, `1.234,56 €`.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate};

use crate::diag::Language;
use crate::read::cell::date::MONTHS;

/// A space at which no line breaks.
const NBSP: char = '\u{a0}';

/// The words and marks of one language.
#[derive(Debug)]
pub struct Locale {
    name: &'static str,
    territory: &'static str,
    months: [&'static str; 12],
    weekdays: [&'static str; 7],
    first_of_month: &'static str,
    /// What stands behind the number of any other day.
    ordinal: &'static str,
    thousands: char,
    decimal: char,
}

const ITALIAN: Locale = Locale {
    name: "Italiano",
    territory: "it_IT",
    months: MONTHS,
    weekdays: [
        "lunedì",
        "martedì",
        "mercoledì",
        "giovedì",
        "venerdì",
        "sabato",
        "domenica",
    ],
    first_of_month: "1º",
    ordinal: "",
    thousands: '.',
    decimal: ',',
};

const ENGLISH: Locale = Locale {
    name: "English",
    territory: "en_GB",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    weekdays: [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ],
    first_of_month: "1",
    ordinal: "",
    thousands: ',',
    decimal: '.',
};

const GERMAN: Locale = Locale {
    name: "Deutsch",
    territory: "de_DE",
    months: [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    weekdays: [
        "Montag",
        "Dienstag",
        "Mittwoch",
        "Donnerstag",
        "Freitag",
        "Samstag",
        "Sonntag",
    ],
    first_of_month: "1.",
    ordinal: ".",
    thousands: '.',
    decimal: ',',
};

const FRENCH: Locale = Locale {
    name: "Français",
    territory: "fr_FR",
    months: [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    first_of_month: "1er",
    ordinal: "",
    thousands: '\u{202f}',
    decimal: ',',
};

const SLOVENE: Locale = Locale {
    name: "Slovenščina",
    territory: "sl_SI",
    months: [
        "januar",
        "februar",
        "marec",
        "april",
        "maj",
        "junij",
        "julij",
        "avgust",
        "september",
        "oktober",
        "november",
        "december",
    ],
    weekdays: ["ponedeljek", "torek", "sreda", "četrtek", "petek", "sobota", "nedelja"],
    first_of_month: "1.",
    ordinal: ".",
    thousands: '.',
    decimal: ',',
};

/// How much of a day is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayStyle {
    /// `5 settembre 2024`.
    Plain,
    /// `gio 5 settembre 2024`.
    Weekday,
    /// `5 set 2024`.
    Short,
}

impl Locale {
    /// The locale of a language.
    #[must_use]
    pub fn of(language: Language) -> &'static Locale {
        match language {
            Language::It => &ITALIAN,
            Language::En => &ENGLISH,
        }
    }

    /// The locale of a code of ISO 639-1; of those that are spoken in Italy by law (L. 482/1999) German, French and Slovene.
    #[must_use]
    pub fn named(code: &str) -> Option<&'static Locale> {
        Some(match code {
            "it" => &ITALIAN,
            "en" => &ENGLISH,
            "de" => &GERMAN,
            "fr" => &FRENCH,
            "sl" => &SLOVENE,
            _ => return None,
        })
    }

    /// What its speakers call the language.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The language with the country where it is written so, as Open Graph asks for it: `it_IT`.
    #[must_use]
    pub fn territory(&self) -> &'static str {
        self.territory
    }

    /// The months, January first.
    #[must_use]
    pub fn months(&self) -> &[&'static str; 12] {
        &self.months
    }

    /// The days of the week, Monday first.
    #[must_use]
    pub fn weekdays(&self) -> &[&'static str; 7] {
        &self.weekdays
    }

    /// `settembre 2024`.
    #[must_use]
    pub fn month(&self, day: NaiveDate) -> String {
        format!("{} {}", self.month_name(day), day.year())
    }

    /// A day in a style.
    #[must_use]
    pub fn day(&self, day: NaiveDate, style: DayStyle) -> String {
        let mut text = String::with_capacity(28);
        if style == DayStyle::Weekday {
            text.push_str(&self.weekday(day)[..self.short_end(self.weekday(day))]);
            text.push(' ');
        }
        self.push_number(&mut text, day);
        let month = self.month_name(day);
        let month = match style {
            DayStyle::Short => &month[..self.short_end(month)],
            DayStyle::Plain | DayStyle::Weekday => month,
        };
        text.push(' ');
        text.push_str(month);
        text.push(' ');
        push_integer(&mut text, day.year());
        text
    }

    /// Some days in a row, the common part said once: `5–6 settembre 2024`, `30 settembre – 2 ottobre 2024`.
    #[must_use]
    pub fn period(&self, first: NaiveDate, last: NaiveDate) -> String {
        let mut text = String::with_capacity(40);
        if first == last {
            return self.day(first, DayStyle::Plain);
        }
        self.push_number(&mut text, first);
        match (first.year() == last.year(), first.month() == last.month()) {
            (true, true) => text.push('–'),
            (true, false) => {
                let _ = write!(text, " {} – ", self.month_name(first));
            }
            (false, _) => {
                let _ = write!(text, " {} {} – ", self.month_name(first), first.year());
            }
        }
        text.push_str(&self.day(last, DayStyle::Plain));
        text
    }

    /// A decimal with a dot (`178103.20`, the way of the open data) as people write it: `178.103,20`.
    #[must_use]
    pub fn number(&self, decimal: &str) -> String {
        let (sign, size) = match decimal.strip_prefix('-') {
            Some(size) => ("−", size),
            None => ("", decimal),
        };
        let (whole, fraction) = size.split_once('.').unwrap_or((size, ""));
        let mut text = String::with_capacity(decimal.len() + 6);
        text.push_str(sign);
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                text.push(self.thousands);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(self.decimal);
            text.push_str(fraction);
        }
        text
    }

    /// An amount: `1.234,56 €`.
    #[must_use]
    pub fn euro(&self, decimal: &str) -> String {
        format!("{}{NBSP}€", self.number(decimal))
    }

    /// A share: `12,5 %`; decimals that say nothing are left out.
    #[must_use]
    pub fn percentage(&self, decimal: &str) -> String {
        let short = match decimal.split_once('.') {
            Some(_) => decimal.trim_end_matches('0').trim_end_matches('.'),
            None => decimal,
        };
        format!("{}{NBSP}%", self.number(short))
    }

    /// The size of a file: `812 byte`, `14 kB`, `1,2 MB` (thousands, as file managers count).
    #[must_use]
    pub fn size(&self, bytes: u64) -> String {
        match bytes {
            0..1_000 => format!("{bytes}{NBSP}byte"),
            1_000..1_000_000 => format!("{}{NBSP}kB", (bytes + 500) / 1_000),
            _ => {
                let tenths = (bytes + 50_000) / 100_000;
                format!("{}{NBSP}MB", self.number(&format!("{}.{}", tenths / 10, tenths % 10)))
            }
        }
    }

    fn month_name(&self, day: NaiveDate) -> &'static str {
        self.months[day.month0() as usize]
    }

    fn weekday(&self, day: NaiveDate) -> &'static str {
        self.weekdays[day.weekday().num_days_from_monday() as usize]
    }

    /// Where the first three letters of a word end.
    fn short_end(&self, word: &str) -> usize {
        word.char_indices().nth(3).map_or(word.len(), |(at, _)| at)
    }

    fn push_number(&self, text: &mut String, day: NaiveDate) {
        if day.day() == 1 {
            text.push_str(self.first_of_month);
        } else {
            push_integer(text, day.day() as i32);
            text.push_str(self.ordinal);
        }
    }
}

/// Appends a whole number in plain digits.
pub(super) fn push_integer(text: &mut String, number: i32) {
    if number < 0 {
        text.push('-');
    }
    push_digits(text, number.unsigned_abs());
}

fn push_digits(text: &mut String, number: u32) {
    if number > 9 {
        push_digits(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn days_and_periods_are_said_as_people_say_them() {
        let it = Locale::of(Language::It);
        assert_eq!(it.day(day(2024, 9, 5), DayStyle::Weekday), "gio 5 settembre 2024");
        assert_eq!(it.day(day(2024, 5, 1), DayStyle::Plain), "1º maggio 2024");
        assert_eq!(it.day(day(2024, 9, 5), DayStyle::Short), "5 set 2024");
        assert_eq!(it.period(day(2024, 9, 5), day(2024, 9, 6)), "5–6 settembre 2024");
        assert_eq!(
            it.period(day(2024, 9, 30), day(2024, 10, 2)),
            "30 settembre – 2 ottobre 2024"
        );
        assert_eq!(
            it.period(day(2024, 12, 30), day(2025, 1, 1)),
            "30 dicembre 2024 – 1º gennaio 2025"
        );
        assert_eq!(it.period(day(2024, 9, 5), day(2024, 9, 5)), "5 settembre 2024");
    }

    #[test]
    fn each_language_says_days_in_its_own_way() {
        let say = |code, day, style| Locale::named(code).unwrap().day(day, style);
        assert_eq!(say("en", day(2024, 9, 5), DayStyle::Plain), "5 September 2024");
        assert_eq!(say("de", day(2024, 3, 5), DayStyle::Plain), "5. März 2024");
        assert_eq!(say("fr", day(2024, 8, 1), DayStyle::Short), "1er aoû 2024");
        assert_eq!(say("sl", day(2024, 1, 4), DayStyle::Weekday), "čet 4. januar 2024");
        assert!(Locale::named("xx").is_none());
    }

    #[test]
    fn numbers_are_grouped_and_units_never_part_from_them() {
        let it = Locale::of(Language::It);
        assert_eq!(it.euro("4555500.00"), "4.555.500,00\u{a0}€");
        assert_eq!(it.euro("-12.50"), "−12,50\u{a0}€");
        assert_eq!(it.percentage("12.50"), "12,5\u{a0}%");
        assert_eq!(it.percentage("100.00"), "100\u{a0}%");
        assert_eq!(it.size(812), "812\u{a0}byte");
        assert_eq!(it.size(14_400), "14\u{a0}kB");
        assert_eq!(it.size(1_249_000), "1,2\u{a0}MB");
        assert_eq!(Locale::of(Language::En).number("1234.5"), "1,234.5");
    }
}
