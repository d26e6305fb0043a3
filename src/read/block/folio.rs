//! Page numbers, which stand between the lines that a page end parts and are no part of any of them.

use std::collections::BTreeMap;

/// How many numbers in a row make the numbers of pages, where nothing else says so.
const ENOUGH: usize = 3;

/// The lines, by their index, that hold a page's number and nothing else: `Pag. 3 di 12` wherever it stands; a bare
/// `3` where a page ends or begins (a form feed says so) and others count on from it. A number that stands alone
/// anywhere else may be a value.
pub(super) fn folios(text: &str) -> Vec<usize> {
    let lines: Vec<&str> = text.split('\n').collect();
    let marks = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| Some((at, mark(line)?)));
    let (worded, bare): (Vec<_>, Vec<_>) = marks.partition(|(_, mark)| mark.worded);
    let at_page_ends = bare.into_iter().filter(|(at, _)| is_at_page_end(&lines, *at));
    let counted = longest_count(at_page_ends.map(|(at, mark)| (at, mark.number)).collect());
    let mut found: Vec<usize> = worded.into_iter().map(|(at, _)| at).collect();
    found.extend(
        Some(counted)
            .filter(|counted| counted.len() >= ENOUGH)
            .into_iter()
            .flatten(),
    );
    found.sort_unstable();
    found
}

/// The number of a page as a line prints it.
struct Mark {
    number: u32,
    /// Whether `Pag.` or `3 di 12` says what the number is.
    worded: bool,
}

fn mark(line: &str) -> Option<Mark> {
    let line = line.trim_matches(|c: char| c.is_whitespace() || "-–—*_".contains(c));
    if line.is_empty() || line.len() > 24 || !line.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let lower = line.to_lowercase();
    let word = ["pagina ", "pag. ", "pag.", "pag "]
        .iter()
        .find(|word| lower.starts_with(**word));
    let numbers = lower[word.map_or(0, |word| word.len())..].trim();
    let (number, of) = match numbers.split_once(" di ").or_else(|| numbers.split_once('/')) {
        Some((number, of)) => (number, Some(of)),
        None => (numbers, None),
    };
    let pages: Option<u32> = of.map(|of| of.trim().parse()).transpose().ok()?;
    let number: u32 = number.trim().parse().ok()?;
    let fits = pages.is_none_or(|pages| number <= pages && (word.is_some() || numbers.contains(" di ")));
    fits.then_some(Mark {
        number,
        worded: word.is_some() || pages.is_some(),
    })
}

/// Whether a form feed stands on a line or among the blank lines around it.
fn is_at_page_end(lines: &[&str], at: usize) -> bool {
    let blank = |line: &&&str| line.trim().is_empty();
    let around = lines[..at].iter().rev().take_while(blank);
    let around = around
        .chain(lines[at + 1..].iter().take_while(blank))
        .chain([&lines[at]]);
    // The line behind the blank ones may itself begin with the form feed.
    let next = lines[at + 1..].iter().find(|line| !line.trim().is_empty());
    around.into_iter().any(|line| line.contains('\u{c}')) || next.is_some_and(|line| line.starts_with('\u{c}'))
}

/// The lines of the longest sequence in which each number is the one before and one more.
fn longest_count(marks: Vec<(usize, u32)>) -> Vec<usize> {
    let mut ending_in: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, number) in marks {
        let before = number.checked_sub(1).and_then(|before| ending_in.get(&before));
        let mut count = before.cloned().unwrap_or_default();
        count.push(at);
        let known = ending_in.entry(number).or_default();
        if count.len() > known.len() {
            *known = count;
        }
    }
    ending_in.into_values().max_by_key(Vec::len).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_and_numbers_that_are_none() {
        for (text, found) in [
            ("a\n\nPag. 3 di 12\n\nb", vec![2]),
            ("a\n- pagina 3 -\n\nb", vec![1]),
            ("a\n\n3 di 12\n\nb", vec![2]),
            ("a\n\n1\n\u{c}b\n\n2\n\u{c}c\n\n3\n\u{c}d", vec![2, 5, 8]),
            ("a\n\n1\n\u{c}b\n\n2\n\u{c}c", vec![]),
            ("Durata\n\n1\n\nDurata\n\n2\n\nDurata\n\n3\n", vec![]),
            ("a\n\n3/12\n\nb", vec![]),
            ("a\n\n15 di 12\n\nb", vec![]),
        ] {
            assert_eq!(folios(text), found, "{text:?}");
        }
    }
}
