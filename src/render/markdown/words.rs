use crate::render::strings::Strings;

/// What our own marks say in words, in the language of the interface: the group `testo`.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Titles of the notices, in the order of [`pulldown_cmark::BlockQuoteKind`].
    pub(super) notices: [String; 5],
    pub(super) table: String,
    pub(super) footnotes: String,
    pub(super) footnote: String,
    pub(super) back: String,
    pub(super) done: String,
    pub(super) to_do: String,
}

impl Words {
    /// The words among those of a theme.
    #[must_use]
    pub fn of(strings: &Strings) -> Self {
        let word = |key| strings.get(key).to_owned();
        Self {
            notices: [
                "testo.nota",
                "testo.suggerimento",
                "testo.importante",
                "testo.attenzione",
                "testo.pericolo",
            ]
            .map(word),
            table: word("testo.tabella"),
            footnotes: word("testo.note"),
            footnote: word("testo.nota"),
            back: word("testo.torna"),
            done: word("testo.fatto"),
            to_do: word("testo.da_fare"),
        }
    }
}
