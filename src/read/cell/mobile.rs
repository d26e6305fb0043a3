//! Mobile numbers that stand among words.

use std::ops::Range;

/// Digits of a mobile number of today.
const LONG: usize = 10;

/// How the oldest ones are printed: `335 123456`.
const SHORT: [usize; 2] = [3, 6];

/// Where the mobile numbers of a text stand, in order, with the prefix of Italy where there is one. Amounts (`320.000`),
/// codes and land lines are none.
#[must_use]
pub fn mobiles(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in memchr::memchr_iter(b'3', text.as_bytes()) {
        let behind = found.last().is_none_or(|last| last.end <= at);
        if behind && opens(&text.as_bytes()[at..]) {
            found.extend(mobile(text, at));
        }
    }
    found
}

/// Whether any place of a text begins as a mobile number does.
#[must_use]
pub fn may_hold_mobiles(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'3', bytes).any(|at| opens(&bytes[at..]))
}

/// Whether bytes begin as a mobile number does: 32 to 39 and a digit.
fn opens(bytes: &[u8]) -> bool {
    bytes.get(1).is_some_and(|second| (b'2'..=b'9').contains(second)) && bytes.get(2).is_some_and(u8::is_ascii_digit)
}

fn mobile(text: &str, at: usize) -> Option<Range<usize>> {
    let groups = groups(text, at);
    let end = end_of(&groups)?;
    let start = start_of(text, at)?;
    (!goes_on(&text[end..])).then_some(start..end)
}

/// The groups of digits from a place on that belong together, each with its length and its end.
fn groups(text: &str, mut at: usize) -> Vec<(usize, usize)> {
    let mut groups = Vec::new();
    let mut total = 0;
    loop {
        let length = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        groups.push((length, at + length));
        total += length;
        match behind_mark(text, at + length) {
            Some(next) if total < LONG => at = next,
            _ => return groups,
        }
    }
}

/// Where the next group begins: behind a space, a mark, or a mark between spaces.
fn behind_mark(text: &str, at: usize) -> Option<usize> {
    let space = |rest: &str| {
        rest.starts_with([' ', '\u{a0}'])
            .then(|| rest.chars().next().map_or(0, char::len_utf8))
    };
    let mark = |rest: &str| {
        let mark = rest
            .chars()
            .next()
            .filter(|c| ['.', '-', '–', '/', '\u{2011}'].contains(c));
        mark.map(char::len_utf8)
    };
    let mut next = at + space(&text[at..]).unwrap_or(0);
    next += mark(&text[next..]).unwrap_or(0);
    next += space(&text[next..]).filter(|_| next > at).unwrap_or(0);
    (next > at && text[next..].starts_with(|c: char| c.is_ascii_digit())).then_some(next)
}

fn end_of(groups: &[(usize, usize)]) -> Option<usize> {
    let first = groups.first()?;
    if first.0 == LONG {
        return Some(first.1);
    }
    let mut total = 0;
    let whole = groups.iter().find(|(length, _)| {
        total += length;
        total >= LONG
    });
    let parts = groups.iter().all(|(length, _)| *length >= 2);
    let short = || {
        groups
            .get(1)
            .filter(|_| groups.iter().map(|(length, _)| *length).take(2).eq(SHORT))
    };
    let found = whole.filter(|_| total == LONG && parts).or_else(short)?;
    (first.0 == SHORT[0]).then_some(found.1)
}

/// Where a number begins that goes on with a mobile's digits; none where what stands before makes another of it.
fn start_of(text: &str, at: usize) -> Option<usize> {
    let before = &text[..at];
    let close = before.trim_end_matches([' ', '\u{a0}', '.', '-', '/', ')']);
    for prefix in ["+39", "0039"] {
        if close.ends_with(prefix) && before.len() - close.len() <= 3 {
            return Some(close.len() - prefix.len());
        }
    }
    // As in `https://wa.me/39…`.
    let bare = before
        .strip_suffix("39")
        .filter(|rest| !rest.ends_with(char::is_alphanumeric));
    if let Some(rest) = bare {
        return Some(rest.len());
    }
    let last = before.chars().next_back();
    let glued = last.is_some_and(|c| ".,/-–".contains(c)) && {
        let group = before.trim_end_matches(['.', ',', '/', '-', '–']);
        (1..5).contains(&group.bytes().rev().take_while(u8::is_ascii_digit).count())
    };
    let inside = last.is_some_and(|c| c.is_alphanumeric() || c == '_');
    (!glued && !inside && !is_tender(before)).then_some(at)
}

/// Whether a text ends with the name of the code of a tender, of which old ones are digits alone.
fn is_tender(before: &str) -> bool {
    let word = before.trim_end_matches([' ', ':', '.']);
    word.len() >= 3 && word.is_char_boundary(word.len() - 3) && word[word.len() - 3..].eq_ignore_ascii_case("cig")
}

/// Whether digits or letters go on behind what would be a number.
fn goes_on(rest: &str) -> bool {
    let mut chars = rest.chars();
    match chars.next() {
        Some('.' | ',') => chars.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_alphanumeric() || "_%@€".contains(c),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mobile_numbers_among_words_and_what_only_looks_like_one() {
        for (text, expected) in [
            ("Chiama Anna al 347 9876543, o Ugo.", vec!["347 9876543"]),
            ("cell. +39 347-98 76 543", vec!["+39 347-98 76 543"]),
            ("tel:+393479876543", vec!["+393479876543"]),
            ("https://wa.me/393479876543", vec!["393479876543"]),
            ("0547/356549 3389931293; 335 123456.", vec!["3389931293", "335 123456"]),
            ("349 - 1666982", vec!["349 - 1666982"]),
            ("tel. 0547 356402, 06 3479876", vec![]),
            ("320.000.000 euro, 3.479.876.543, 3479876543,50", vec![]),
            ("P. IVA 03479876543, 34798765432; CIG 3479876543", vec![]),
            (
                "dal 31/12/2026 al 33 2026; cap. 3250; 320\t4567890; 320;4567890",
                vec![],
            ),
            ("IT60X0542811101000000347987", vec![]),
        ] {
            let found: Vec<&str> = mobiles(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC*", like in "[3-9 /.+–\u{a0}-]{0,40}") {
            let _ = (mobiles(&text), mobiles(&like));
        }
    }
}
