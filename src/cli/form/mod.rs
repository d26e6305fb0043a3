//! What every key of front matter means: one list, for the files that `new` writes and for the schemas.

mod common;
mod settings;

pub(super) use common::{COMMON, SECTION};
pub(super) use settings::SETTINGS;

use crate::export::Kind;
use crate::export::tables::table;
use crate::read::front_matter::Form;
use crate::read::record::Shape;

/// What a key holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// Text, a number or a day: whatever fits on a line.
    Line,
    /// One of a few words.
    Word(&'static [&'static str]),
    /// A whole number.
    Number,
    /// Yes or no.
    Flag,
    /// A list of texts, or a single one.
    Lines,
    /// A list of blocks.
    Blocks,
    /// A block with keys of the editor's choice.
    Block,
    /// A block with these keys.
    Keys(&'static [Key]),
    /// Blocks with these keys, each below the code of a language.
    Languages(&'static [Key]),
    /// A list of blocks with these keys.
    Rows(&'static [Key]),
}

/// A key, and what it means in Italian.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) meaning: &'static str,
    pub(super) holds: Holds,
}

impl Key {
    const fn of(name: &'static str, holds: Holds, meaning: &'static str) -> Self {
        Self { name, meaning, holds }
    }
}

/// The dates of a card, which are lines of text and no rows.
pub(super) const DATES: Key = Key::of(
    "disponibilita",
    Holds::Lines,
    "Date offerte, una riga ciascuna, come si scrivono: `13 o 20 giugno 2025`, `5 – 6 settembre 2025`",
);

/// Keys that are written so and published otherwise, by table.
const WRITTEN: [(&str, Key); 3] = [
    (
        "schede",
        Key::of("partecipanti", Holds::Line, "Quante persone: `da 2 a 4`, `massimo 6`"),
    ),
    (
        "schede",
        Key::of("durata", Holds::Line, "Quanto dura: `2 giornate`, `da 3 a 5 giornate`"),
    ),
    (
        "enti",
        Key::of("altri_nomi", Holds::Lines, "Altri nomi con cui i documenti lo chiamano"),
    ),
];

/// The own keys of a thing, in the order in which they are read.
pub(super) fn keys(shape: &Shape) -> Vec<Key> {
    shape
        .columns()
        .into_iter()
        .map(|(name, many)| key(shape.table, name, many))
        .collect()
}

fn key(of: &str, name: &'static str, many: bool) -> Key {
    let mut written = WRITTEN.iter();
    if let Some((_, key)) = written.find(|(table, key)| *table == of && key.name == name) {
        return *key;
    }
    let headings = table(of).map(|table| table.headings()).unwrap_or_default();
    let heading = headings.iter().find(|heading| heading.name == name);
    let holds = match heading.map(|heading| heading.kind) {
        _ if many => Holds::Lines,
        Some(Kind::Word(words)) => Holds::Word(words),
        _ => Holds::Line,
    };
    let meaning = heading
        .map(|heading| heading.meaning)
        .or_else(|| common::unpublished(name));
    Key {
        name,
        holds,
        meaning: meaning.unwrap_or_default(),
    }
}

/// Whether a thing makes no sense without this key; its name may stand under `title`.
pub(super) fn is_required(form: &Form, key: &Key) -> bool {
    key.name != form.name && form.shape.required.contains(&key.name)
}

#[cfg(test)]
mod tests {
    use super::{COMMON, SECTION, SETTINGS, keys};
    use crate::config::Config;
    use crate::read::front_matter::{self, Form, Tipo};
    use crate::source::FileId;

    fn explained(form: &Form) {
        for key in keys(&form.shape) {
            assert!(!key.meaning.is_empty(), "{}: {}", form.shape.table, key.name);
        }
        form.lists.iter().for_each(explained);
    }

    #[test]
    fn every_key_is_explained() {
        Tipo::ALL
            .iter()
            .filter_map(|tipo| tipo.form())
            .for_each(|form| explained(&form));
    }

    #[test]
    fn every_setting_is_explained() {
        let mut explained: Vec<_> = SETTINGS.iter().map(|key| key.name).collect();
        let mut read = Config::keys();
        explained.sort_unstable();
        read.sort_unstable();
        assert_eq!(
            explained, read,
            "each key of vetrina.yaml is explained in cli/form/settings.rs"
        );
    }

    /// The codes of reading a file with a key that has no value.
    fn codes(head: &str, key: &str) -> Vec<&'static str> {
        let text = format!("---\n{head}{key}:\n---\n");
        let read = front_matter::read(FileId::new(0), "a/_index.md", &text);
        read.problems.iter().map(|problem| problem.code.id).collect()
    }

    #[test]
    fn every_key_is_one_that_is_read() {
        for key in COMMON.iter().chain(&SECTION) {
            assert!(codes("", key.name).is_empty(), "{}", key.name);
        }
        for tipo in Tipo::ALL {
            let Some(form) = tipo.form() else { continue };
            let own = keys(&form.shape).into_iter().map(|key| key.name);
            for name in own.chain(form.lists.iter().map(|list| list.key)) {
                let codes = codes(&format!("type: {}\n", tipo.word()), name);
                assert!(!codes.contains(&"chiave-ignota"), "{}: {name}", tipo.word());
            }
        }
    }
}
