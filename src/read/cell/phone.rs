//! Telephone numbers: several in a cell, as printed.

/// What a telephone number is, told by its first digit: Italian mobiles begin with 3, land lines with 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Line {
    /// Mobile.
    Mobile,
    /// Land line.
    Land,
    /// A service number, a foreign one or a fragment.
    Other,
}

/// One telephone number as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone<'t> {
    /// The number as printed, with the marks inside it.
    pub text: &'t str,
    /// Offset of its first byte in the text.
    pub at: usize,
    /// Mobile or land line.
    pub line: Line,
}

impl Phone<'_> {
    /// The digits alone, without the prefix of Italy: what two prints of one number have in common.
    #[must_use]
    pub fn digits(&self) -> String {
        significant(self.text)
    }
}

/// Splits a cell into its telephone numbers: `0321 – 3702745 349 - 1666982`, `039.2372290/3384958471`,
/// `0547/356549 cell. 338 9931293`. Nothing with fewer than three digits is taken for one.
#[must_use]
pub fn parse_phones(text: &str) -> Vec<Phone<'_>> {
    let mut phones = Vec::new();
    for run in runs(text) {
        split_run(text, &run, &mut phones);
    }
    phones
}

/// What a number is, told by its first digit.
#[must_use]
pub fn line_of(number: &str) -> Line {
    match significant(number).as_bytes().first() {
        Some(b'3') => Line::Mobile,
        Some(b'0') => Line::Land,
        _ => Line::Other,
    }
}

/// The most digits that an Italian number has.
const LONGEST: usize = 11;

fn significant(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let international = number.trim_start().starts_with('+') || digits.starts_with("00");
    match digits.trim_start_matches('0').strip_prefix("39") {
        Some(national) if international => national.to_owned(),
        _ => digits,
    }
}

/// Digits that stand together, with their place.
#[derive(Clone, Copy)]
struct Group<'t> {
    digits: &'t str,
    start: usize,
}

impl Group<'_> {
    fn end(&self) -> usize {
        self.start + self.digits.len()
    }
}

/// Groups of digits with nothing but marks and spaces between them.
fn runs(text: &str) -> Vec<Vec<Group<'_>>> {
    let mut runs: Vec<Vec<Group<'_>>> = vec![Vec::new()];
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if c.is_ascii_digit() {
            let rest = &text[at..];
            let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            if let Some(run) = runs.last_mut() {
                run.push(Group {
                    digits: &rest[..length],
                    start: at,
                });
            }
            at += length;
            continue;
        }
        if (c.is_alphabetic() || matches!(c, ';' | ',' | '+')) && runs.last().is_some_and(|run| !run.is_empty()) {
            runs.push(Vec::new());
        }
        at += c.len_utf8();
    }
    runs
}

fn split_run<'t>(text: &'t str, run: &[Group<'t>], phones: &mut Vec<Phone<'t>>) {
    let mut first = 0;
    for at in 1..=run.len() {
        if at < run.len() && !begins(&run[first..at], &run[at..]) {
            continue;
        }
        phones.extend(phone(text, &run[first..at]));
        first = at;
    }
}

/// Whether a new number begins behind `before`: when the old one would grow too long, or is long enough and the next
/// group opens a mobile number.
fn begins(before: &[Group<'_>], after: &[Group<'_>]) -> bool {
    let length = |groups: &[Group<'_>]| groups.iter().map(|group| group.digits.len()).sum::<usize>();
    let Some(next) = after.first() else { return true };
    let prefix = country(before);
    let (old, rest) = (length(before) - prefix, length(after));
    let opens_mobile = next.digits.starts_with('3') && next.digits.len() >= 3 && (9..=10).contains(&rest);
    old + next.digits.len() > LONGEST
        || (old >= 8 && opens_mobile)
        || (old >= 6 && next.digits.starts_with('0') && rest >= 6)
}

/// How many digits of a number say which country it is in: `39`, `0039`, `00 39`.
fn country(groups: &[Group<'_>]) -> usize {
    match groups {
        [first, ..] if first.digits == "39" => 2,
        [first, ..] if first.digits == "0039" => 4,
        [first, second, ..] if first.digits == "00" && second.digits == "39" => 4,
        _ => 0,
    }
}

fn phone<'t>(text: &'t str, groups: &[Group<'t>]) -> Option<Phone<'t>> {
    let (first, last) = (groups.first()?, groups.last()?);
    let digits: usize = groups.iter().map(|group| group.digits.len()).sum();
    let in_brackets = text[first.end()..last.end()].trim_start().starts_with(')') && text[..first.start].ends_with('(');
    let start = first.start - usize::from(in_brackets || text[..first.start].ends_with('+'));
    let end = last.end() + trailing_doubt(&text[last.end()..]);
    let text = &text[start..end];
    (digits >= 3).then(|| Phone {
        text,
        at: start,
        line: line_of(text),
    })
}

/// Length of the `…?` with which a document marks a number that it could not complete.
fn trailing_doubt(rest: &str) -> usize {
    let marks = rest.trim_start().trim_start_matches(['…', '.']);
    match marks.strip_prefix('?') {
        Some(after) => rest.len() - after.len(),
        None => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<&str> {
        parse_phones(text).iter().map(|phone| phone.text).collect()
    }

    #[test]
    fn numbers_as_printed() {
        for (text, expected) in [
            ("0547.356402", vec!["0547.356402"]),
            ("0547 356593", vec!["0547 356593"]),
            ("039.2372290/3384958471", vec!["039.2372290", "3384958471"]),
            ("334-1073832", vec!["334-1073832"]),
            ("0321 – 3702745 349 - 1666982", vec!["0321 – 3702745", "349 - 1666982"]),
            ("085 4283 302", vec!["085 4283 302"]),
            ("334/6971639", vec!["334/6971639"]),
            ("0547/356549 cell. 338 9931293", vec!["0547/356549", "338 9931293"]),
            ("334 624 6235", vec!["334 624 6235"]),
            ("335 …?", vec!["335 …?"]),
            ("+39 0547 356402", vec!["+39 0547 356402"]),
            ("0547 356402; 0547 356403", vec!["0547 356402", "0547 356403"]),
            ("0039 0547356402", vec!["0039 0547356402"]),
            ("(0547) 356402", vec!["(0547) 356402"]),
            ("0547 / 35 64 02", vec!["0547 / 35 64 02"]),
            ("051 890471 051 890472", vec!["051 890471", "051 890472"]),
            ("", vec![]),
            ("interno 12", vec![]),
        ] {
            assert_eq!(split(text), expected, "{text}");
        }
    }

    #[test]
    fn a_number_tells_its_line_and_its_digits() {
        let lines: Vec<Line> = parse_phones("039.2372290/3384958471 o +39 338 4958471, 800 123 456")
            .iter()
            .map(|phone| phone.line)
            .collect();
        assert_eq!(lines, [Line::Land, Line::Mobile, Line::Mobile, Line::Other]);
        assert_eq!(parse_phones("+39 338 4958471")[0].digits(), "3384958471");
    }

    proptest! {
        #[test]
        fn every_number_stands_where_it_says(text in "\\PC*", like in "[0-9 /.+–-]{0,40}(cell\\.)?[0-9 ?…]{0,12}") {
            for text in [text, like] {
                for phone in parse_phones(&text) {
                    prop_assert_eq!(&text[phone.at..phone.at + phone.text.len()], phone.text);
                }
            }
        }
    }
}
