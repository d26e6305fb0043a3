//! A person's name and numbers as one cell prints them.

use crate::model::{Detto, Testo};
use crate::read::block::Inline;

/// Words that belong to the family name behind them.
const PARTICLES: [&str; 11] = ["d'", "da", "dal", "de", "del", "della", "di", "la", "lo", "van", "von"];

/// Splits a full name into given and family name. A word in capitals beside others that are not is the family name;
/// else it is the last word, with the particles before it.
pub(super) fn split(name: &Inline<'_>) -> (Option<Detto<Testo>>, Option<Detto<Testo>>) {
    let words_at: Vec<(usize, &str)> = words_with_offsets(name.raw()).collect();
    let capitals = |word: &str| word.chars().count() > 1 && word.to_uppercase() == word;
    let all_alike = words_at.iter().all(|(_, word)| capitals(word));
    let first_capital = words_at.iter().position(|(_, word)| capitals(word));
    let at = match first_capital {
        Some(at) if !all_alike && at > 0 => at,
        _ => family_name(&words_at),
    };
    let Some((split, _)) = words_at.get(at).copied() else {
        return (None, None);
    };
    let given = name.part(0, split);
    let family = name.part(split, name.raw().len());
    ((!given.is_empty()).then(|| given.said()), Some(family.said()))
}

fn family_name(words: &[(usize, &str)]) -> usize {
    let mut at = words.len().saturating_sub(1);
    while at > 1 && PARTICLES.contains(&particle(words[at - 1].1).as_str()) {
        at -= 1;
    }
    at
}

/// A word as [`PARTICLES`] print it: `De’` is `de`.
fn particle(word: &str) -> String {
    let word = word.to_lowercase().replace('’', "'");
    let shortened = word.strip_suffix('\'').filter(|word| word.len() > 1);
    shortened.map_or(word.clone(), str::to_owned)
}

/// The words of a text, each with the offset of its first byte.
fn words_with_offsets(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    let pieces = text.split_inclusive(char::is_whitespace).map(move |piece| {
        let start = at;
        at += piece.len();
        (start, piece.trim())
    });
    pieces.filter(|(_, word)| !word.is_empty())
}
