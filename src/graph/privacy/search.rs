use std::collections::BTreeSet;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};

use super::fold::{Folded, digits};
use super::prose::is_title;

/// Fewer digits than these could be any number.
const SHORTEST_NUMBER: usize = 7;

/// Titles that tell a surname from the common noun that it is spelt like, folded.
const TITLES: &[&str] = &[
    "dott",
    "dott ssa",
    "dottor",
    "dottoressa",
    "prof",
    "prof ssa",
    "professor",
    "ing",
    "arch",
    "avv",
    "geom",
    "rag",
    "sig",
    "sig ra",
    "signor",
    "signora",
];

/// Finds withheld values in any text, however they are spelt there.
#[derive(Clone, Debug, Default)]
pub(super) struct Search {
    names: Option<AhoCorasick>,
    numbers: Option<AhoCorasick>,
    mailboxes: Option<AhoCorasick>,
}

/// What is to be found.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    names: BTreeSet<String>,
    numbers: BTreeSet<String>,
    mailboxes: BTreeSet<String>,
}

impl Wanted {
    /// A person's name: in any order of its words, and the family name behind a title. A name of one word alone is
    /// not searched for, since it may be a common noun.
    pub(super) fn name(&mut self, given: Option<&str>, family: &str) {
        let family = words(family);
        let whole = match given.map(words) {
            Some(given) => untitled([given, family.clone()].concat()),
            None => untitled(family.clone()),
        };
        if whole.len() < 2 {
            return;
        }
        for first in 0..whole.len() {
            let turned = [&whole[first..], &whole[..first]].concat();
            self.names.insert(turned.join(" "));
        }
        if given.is_some() {
            let surname = family.join(" ");
            self.names
                .extend(TITLES.iter().map(|title| format!("{title} {surname}")));
        }
    }

    /// A telephone number, by its digits.
    pub(super) fn number(&mut self, digits: String) {
        if digits.len() >= SHORTEST_NUMBER {
            self.numbers.insert(digits);
        }
    }

    /// A mailbox, as printed or with the marks that Markdown needs.
    pub(super) fn mailbox(&mut self, address: &str) {
        if address.contains('@') {
            self.mailboxes.insert(address.to_lowercase());
            self.mailboxes.insert(address.to_lowercase().replace('_', "\\_"));
        }
    }

    /// Whether this name is among them, in any order of its words.
    pub(super) fn has_name(&self, name: &str) -> bool {
        self.names.contains(&name_words(name).join(" "))
    }

    /// Leaves out every name that is published.
    pub(super) fn except(&mut self, published: &Wanted) {
        self.names.retain(|name| !published.names.contains(name));
    }

    pub(super) fn search(&self) -> Search {
        Search {
            names: automaton(&self.names),
            numbers: automaton(&self.numbers),
            mailboxes: automaton(&self.mailboxes),
        }
    }
}

/// The words of a name, folded.
pub(super) fn words(name: &str) -> Vec<String> {
    let folded = Folded::of(name);
    folded.text.split_whitespace().map(str::to_owned).collect()
}

/// The words of a name, folded, without titles: `Dott.ssa Paola Neri` is `Paola Neri`.
pub(super) fn name_words(name: &str) -> Vec<String> {
    untitled(words(name))
}

/// Takes titles out of the words of a name, wherever they stand, as long as a whole name is left.
fn untitled(words: Vec<String>) -> Vec<String> {
    const ENDINGS: [&str; 2] = ["ssa", "ra"];
    let mut bare: Vec<String> = Vec::new();
    let mut behind_title = false;
    for word in &words {
        let ending = behind_title && ENDINGS.contains(&word.as_str());
        behind_title = !ending && is_title(word);
        if !ending && !behind_title {
            bare.push(word.clone());
        }
    }
    if bare.len() < 2 { words } else { bare }
}

fn automaton(patterns: &BTreeSet<String>) -> Option<AhoCorasick> {
    if patterns.is_empty() {
        return None;
    }
    let mut builder = AhoCorasickBuilder::new();
    builder.match_kind(MatchKind::Standard).ascii_case_insensitive(true);
    builder.build(patterns).ok()
}

impl Search {
    /// Whether there is nothing to find.
    pub(super) fn is_empty(&self) -> bool {
        self.names.is_none() && self.numbers.is_none() && self.mailboxes.is_none()
    }

    /// Where withheld values stand in a text, in order, apart from each other.
    pub(super) fn find(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        self.find_names(text, &mut found);
        self.find_numbers(text, &mut found);
        self.find_mailboxes(text, &mut found);
        merged(found)
    }

    fn find_names(&self, text: &str, found: &mut Vec<Range<usize>>) {
        let Some(names) = &self.names else { return };
        let folded = Folded::of(text);
        let all = names.find_overlapping_iter(&folded.text);
        let whole = all.filter(|hit| folded.is_whole(hit.start(), hit.end()));
        let places = whole.map(|hit| folded.original(hit.start(), hit.end()));
        found.extend(places.map(|(start, end)| start..end));
    }

    fn find_numbers(&self, text: &str, found: &mut Vec<Range<usize>>) {
        let Some(numbers) = &self.numbers else { return };
        let (digits, places) = digits(text);
        found.extend(
            numbers
                .find_overlapping_iter(&digits)
                .map(|hit| places[hit.start()]..places[hit.end() - 1] + 1),
        );
    }

    fn find_mailboxes(&self, text: &str, found: &mut Vec<Range<usize>>) {
        let Some(mailboxes) = self.mailboxes.as_ref().filter(|_| text.contains('@')) else {
            return;
        };
        let part = |byte: Option<&u8>| byte.is_some_and(|b| b.is_ascii_alphanumeric() || b"_-+".contains(b));
        let bytes = text.as_bytes();
        let alone = |hit: &aho_corasick::Match| {
            let before = hit.start().checked_sub(1).and_then(|at| bytes.get(at));
            !part(before) && !part(bytes.get(hit.end()))
        };
        found.extend(
            mailboxes
                .find_overlapping_iter(text)
                .filter(alone)
                .map(|hit| hit.range()),
        );
    }
}

/// Ranges in order, those that touch made one.
pub(super) fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}
