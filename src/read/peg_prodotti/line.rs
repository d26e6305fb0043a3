//! Strategic lines as a tree, found again by their titles.

use std::collections::BTreeMap;

use crate::model::{Bozza, Detto, LineaStrategica, LivelloLinea, Origine, Riferimento, Slug, Testo};

/// The levels of the tree, from the top.
pub(super) const LEVELS: [LivelloLinea; 3] = [
    LivelloLinea::Indirizzo,
    LivelloLinea::ObiettivoStrategico,
    LivelloLinea::Azione,
];

/// The lines by the line above and the title. Prints of one title that differ in case, accents or spaces only are one.
#[derive(Debug, Default)]
pub(super) struct Lines {
    known: BTreeMap<(Option<u32>, Slug), u32>,
}

impl Lines {
    /// The index of the line with this title below `above`; a new one joins `list`.
    pub(super) fn find_or_add(
        &mut self,
        list: &mut Vec<LineaStrategica<Bozza>>,
        livello: LivelloLinea,
        above: Option<u32>,
        titolo: &Detto<Testo>,
    ) -> u32 {
        *self.known.entry((above, Slug::of(titolo))).or_insert_with(|| {
            list.push(LineaStrategica {
                id: None,
                piano: Riferimento::Locale(0),
                livello,
                codice: None,
                titolo: titolo.clone(),
                superiore: above.map(Riferimento::Locale),
                url: Testo::new(),
                origine: Origine::letta(titolo.span),
            });
            super::next_index(list) - 1
        })
    }
}
