use std::ops::Range;

use chrono::{Months, Weekday};

use super::chain::Part;
use crate::model::Giorno;

/// How one part of a date follows the other; the stronger mark counts where two stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Join {
    /// Nothing, or a bracket or colon behind a month: `Settembre (17, 19)`.
    Apposed,
    /// `,`, `;`, `e`, `/`.
    List,
    /// `–`, `-`, `al`.
    Range,
    /// `o`, `oppure`.
    Or,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// A number that can be a day.
    Day(u32),
    /// A number that can be a year.
    Year(i32),
    Month(u32),
    Weekday(Weekday),
    /// A date in digits: `15/09/2022`, `2022-09-15`, `11/2020`, `06/12`.
    Digits(Part),
    Join(Join),
    /// `tra`: the `e` that follows makes a range.
    Between,
    /// `(` or `:`.
    Open,
    /// A word that says nothing about the date: `il`, `mese`, `dal`, a closing bracket.
    Filler,
    /// Anything else.
    Other,
}

/// The Italian names of the months, lower case.
pub const MONTHS: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];

/// The month (1 to 12) that a word names, in full or shortened to three or more letters: `Ottobre`, `OTT.`, `sett`.
#[must_use]
pub fn parse_month_name(word: &str) -> Option<u32> {
    let word = word.trim().trim_end_matches('.').to_lowercase();
    let of_word = |month: &&str| word.chars().count() >= 3 && month.starts_with(&word);
    MONTHS.iter().position(of_word).map(|at| at as u32 + 1)
}

/// The Italian name of a month (1 to 12), lower case; empty for any other number.
#[must_use]
pub fn month_name(month: u32) -> &'static str {
    let at = month.checked_sub(1).map(|at| at as usize);
    at.and_then(|at| MONTHS.get(at)).copied().unwrap_or_default()
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("lunedi", Weekday::Mon),
    ("martedi", Weekday::Tue),
    ("mercoledi", Weekday::Wed),
    ("giovedi", Weekday::Thu),
    ("venerdi", Weekday::Fri),
    ("sabato", Weekday::Sat),
    ("domenica", Weekday::Sun),
];

/// The weekday that a word names in full, with or without its accent.
#[must_use]
pub fn parse_weekday(word: &str) -> Option<Weekday> {
    let word = word.trim().to_lowercase().replace(['ì', 'í'], "i");
    WEEKDAYS.iter().find(|(name, _)| *name == word).map(|(_, day)| *day)
}

/// The last day of the month that begins on `first`.
pub(super) fn last_of_month(first: Giorno) -> Option<Giorno> {
    first.checked_add_months(Months::new(1))?.pred_opt()
}

/// Cuts a text into tokens with their places. White space and the dot behind a short month vanish.
pub(super) fn tokens(text: &str) -> Vec<(Token, Range<usize>)> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let (token, length) = digits_date(rest, at).unwrap_or_else(|| word_or_mark(rest, c));
        tokens.push((token, at..at + length));
        at += length;
    }
    tokens
}

fn word_or_mark(rest: &str, first: char) -> (Token, usize) {
    if first.is_ascii_digit() {
        return number(rest);
    }
    if !first.is_alphabetic() {
        return (mark(first), first.len_utf8());
    }
    let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let token = word(&rest[..length]);
    if token == Token::Month(3) && opens_day_of_another_month(&rest[length..]) {
        return (
            Token::Weekday(Weekday::Tue),
            length + usize::from(rest[length..].starts_with('.')),
        );
    }
    let dot = matches!(token, Token::Month(_)) && length < 5 && rest[length..].starts_with('.');
    (token, length + usize::from(dot))
}

/// Whether what stands behind `mar.` is a day with a month of its own, so that it means martedì: `mar. 5 nov`, `mar 5/11`.
fn opens_day_of_another_month(behind: &str) -> bool {
    let behind = behind.strip_prefix('.').unwrap_or(behind).trim_start();
    let Some((day, after)) = digits(behind).filter(|(day, _)| day.len() <= 2 && !day.is_empty()) else {
        return false;
    };
    digits_date(behind, 0).is_some() || (!day.is_empty() && names_month(after))
}

/// A run that begins with a digit. `1°` is a day, `1^` (first, of a feminine noun) and `2a` are not.
fn number(rest: &str) -> (Token, usize) {
    let run = rest
        .find(|c: char| !c.is_alphanumeric() && c != '^')
        .unwrap_or(rest.len());
    let digits = rest[..run].trim_end_matches(['°', 'º']);
    let degree = rest[run..]
        .chars()
        .next()
        .filter(|c| *c == '°')
        .map_or(0, char::len_utf8);
    let token = match digits.parse::<u32>() {
        Ok(day) if (1..=31).contains(&day) && digits.len() <= 2 => Token::Day(day),
        Ok(year) if (1900..=2199).contains(&year) && degree == 0 => Token::Year(year as i32),
        _ => Token::Other,
    };
    (token, run + degree)
}

fn mark(c: char) -> Token {
    match c {
        ',' | ';' | '/' | '+' | '&' => Token::Join(Join::List),
        '-' | '–' | '—' | '−' => Token::Join(Join::Range),
        '(' | '[' | ':' => Token::Open,
        ')' | ']' | '\'' | '’' | '*' => Token::Filler,
        _ => Token::Other,
    }
}

fn word(word: &str) -> Token {
    if let Some(month) = parse_month_name(word) {
        return Token::Month(month);
    }
    if let Some(day) = parse_weekday(word) {
        return Token::Weekday(day);
    }
    match word.to_lowercase().as_str() {
        "e" | "ed" => Token::Join(Join::List),
        "o" | "od" | "oppure" | "ovvero" => Token::Join(Join::Or),
        "a" | "al" | "all" | "fino" => Token::Join(Join::Range),
        "tra" | "fra" => Token::Between,
        "il" | "lo" | "l" | "i" | "dal" | "dall" | "da" | "del" | "dell" | "di" | "dei" | "nel" | "nei" | "mese"
        | "mesi" | "giorno" | "giorni" | "anno" => Token::Filler,
        _ => Token::Other,
    }
}

/// A date in digits, and its length: `2022-09-15`, `15/09/2022`, `16.12.17`, `11/2020`, `06/12`. Two numbers parted by
/// `/` in front of a month name are two days.
fn digits_date(rest: &str, at: usize) -> Option<(Token, usize)> {
    let (first, after) = digits(rest)?;
    let (separator, after) = separator(after)?;
    let (second, after) = digits(after)?;
    let third = after.strip_prefix(separator).and_then(digits);
    let (part, after) = match (first.len(), second.len(), third) {
        (4, 2, Some((day, after))) if separator == '-' => (Part::of(day, second, first)?, after),
        (1 | 2, 1 | 2, Some((year, after))) if year.len() == 4 => (Part::of(first, second, year)?, after),
        (1 | 2, 1 | 2, Some((year, after))) if year.len() == 2 && separator != '-' => {
            (Part::of(first, second, &format!("20{year}"))?, after)
        }
        (1 | 2, 4, None) if separator == '/' => (Part::of_month(first, second)?, after),
        (1 | 2, 1 | 2, None) if separator == '/' && !names_month(after) => (Part::of_day(first, second)?, after),
        _ => return None,
    };
    let length = rest.len() - after.len();
    (!after.starts_with(char::is_alphanumeric)).then(|| (Token::Digits(part.at(at..at + length)), length))
}

/// The digits that a text begins with, and what follows them.
fn digits(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

fn separator(text: &str) -> Option<(char, &str)> {
    let c = text.chars().next().filter(|c| matches!(c, '/' | '-' | '.'))?;
    Some((c, &text[1..]))
}

fn names_month(text: &str) -> bool {
    let word = text.trim_start();
    let end = word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len());
    parse_month_name(&word[..end]).is_some()
}
