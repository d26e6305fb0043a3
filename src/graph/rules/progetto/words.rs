//! Texts compared by the words that carry meaning.

use std::collections::BTreeSet;

/// Articles, prepositions and conjunctions, which one print has and another leaves out.
const SMALL: [&str; 33] = [
    "a", "ad", "ai", "al", "alla", "alle", "con", "da", "dal", "dalla", "dei", "degli", "del", "dell", "della",
    "delle", "di", "e", "ed", "gli", "i", "il", "in", "l", "la", "le", "lo", "nel", "nella", "per", "su", "sui", "un",
];

/// The words of a text that carry meaning, in lower case.
pub(super) fn of(text: &str) -> BTreeSet<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty() && !SMALL.contains(word))
        .map(str::to_owned)
        .collect()
}

/// Whether one text says all that the other says.
pub(super) fn agree(a: &str, b: &str) -> bool {
    let (a, b) = (of(a), of(b));
    a.is_subset(&b) || b.is_subset(&a)
}
