//! The words of the interface, from `i18n/<language>.yaml` of the theme and of what overrides it.

use std::collections::BTreeMap;

use foldhash::HashMap;

use crate::diag::Diagnostic;
use crate::diag::register::matter::{BLOCCO_ATTESO, TESTO_ATTESO};
use crate::read::yaml::{Entry, Kind, Node};
use crate::source::Span;

/// Groups of words by key: `catalogo.titolo` stands in the group `catalogo`. One group for each family of pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strings {
    groups: HashMap<String, HashMap<String, String>>,
}

impl Strings {
    /// Lays a file of words over what is there; what is no word is reported.
    pub(super) fn overlay(&mut self, file: &Node<'_>, problems: &mut Vec<Diagnostic>) {
        for group in entries(file, problems) {
            let words = entries(&group.value, problems);
            let known = self.groups.entry(group.key.value.to_string()).or_default();
            for word in words {
                match &word.value.kind {
                    Kind::Text(text) => {
                        known.insert(word.key.value.to_string(), text.to_string());
                    }
                    _ => problems.push(
                        Diagnostic::new(&TESTO_ATTESO)
                            .at(word.key.span)
                            .with("chiave", &word.key.value),
                    ),
                }
            }
        }
    }

    /// The words of a key such as `catalogo.titolo`; a key without words stands for itself, so that it shows.
    #[must_use]
    pub fn get<'s>(&'s self, key: &'s str) -> &'s str {
        let (group, word) = key.split_once('.').unwrap_or(("", key));
        self.find(group, word).unwrap_or(key)
    }

    /// The words of a key in a group, if there are any: for words that stand beside a closed list (`stato`, `tipo`).
    #[must_use]
    pub fn find(&self, group: &str, word: &str) -> Option<&str> {
        Some(self.groups.get(group)?.get(word)?.as_str())
    }

    /// The keys that have words.
    pub(super) fn keys(&self) -> impl Iterator<Item = String> {
        let groups = self.groups.iter();
        groups.flat_map(|(group, words)| words.keys().map(move |word| format!("{group}.{word}")))
    }

    /// Everything, in the order of the keys, for templates: `t.catalogo.titolo`.
    pub(super) fn groups(&self) -> BTreeMap<&str, BTreeMap<&str, &str>> {
        let mut groups = BTreeMap::new();
        for (group, words) in &self.groups {
            let words = words.iter().map(|(key, words)| (key.as_str(), words.as_str()));
            groups.insert(group.as_str(), words.collect());
        }
        groups
    }
}

/// Every key of a file of words, `catalogo.titolo`, with its place; what is no block of blocks has none.
pub(super) fn keys<'n>(file: &'n Node<'_>) -> impl Iterator<Item = (String, Span)> + use<'n> {
    let below = |node: &'n Node<'_>| match &node.kind {
        Kind::Map(entries) => entries.as_slice(),
        _ => &[],
    };
    below(file).iter().flat_map(move |group| {
        let words = below(&group.value).iter();
        words.map(|word| (format!("{}.{}", group.key.value, word.key.value), word.key.span))
    })
}

/// The entries of a block; none, and a problem, where it is none.
fn entries<'n, 's>(node: &'n Node<'s>, problems: &mut Vec<Diagnostic>) -> &'n [Entry<'s>] {
    match &node.kind {
        Kind::Map(entries) => entries,
        Kind::Empty => &[],
        _ => {
            problems.push(Diagnostic::new(&BLOCCO_ATTESO).at(node.span).with("chiave", "i18n"));
            &[]
        }
    }
}
