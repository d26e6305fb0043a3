//! The index of units that the print opens with.

use super::line::{Entry, Heading};
use super::units::local;
use crate::model::{Bozza, Origine, Riferimento, Testo, TipoUnita, Unita, VoceIndice};

/// The entries of the index, in their order.
#[derive(Debug, Default)]
pub(super) struct Index<'s> {
    entries: Vec<Entry<'s>>,
}

impl<'s> Index<'s> {
    pub(super) fn new(entries: Vec<Entry<'s>>) -> Self {
        Self { entries }
    }

    /// The level that the index gives a unit, by its code or by its name; nothing where the index sets none apart.
    pub(super) fn tipo(&self, heading: &Heading<'_>) -> Option<TipoUnita> {
        let knows_levels = self.entries.iter().any(|entry| entry.prima);
        let (codice, nome) = (heading.codice.text(), heading.nome.text());
        let by_code = self.entries.iter().find(|entry| entry.heading.codice.text() == codice);
        let by_name = || {
            self.entries
                .iter()
                .find(|entry| same_name(&entry.heading.nome.text(), &nome))
        };
        let entry = by_code.or_else(by_name).filter(|_| knows_levels)?;
        Some(if entry.prima {
            TipoUnita::Settore
        } else {
            TipoUnita::Ufficio
        })
    }

    /// The entries as drafts, each with the unit of the body that it announces.
    pub(super) fn drafts(&self, units: &[Unita<Bozza>]) -> Vec<VoceIndice<Bozza>> {
        let mut drafts = Vec::new();
        let mut settore: Option<(Testo, Option<Riferimento>)> = None;
        for entry in &self.entries {
            let sotto = settore.clone().filter(|_| !entry.prima);
            let unita = find(units, &entry.heading, |unit| match &sotto {
                Some((_, superiore)) => superiore.is_some() && unit.superiore == *superiore,
                None => !entry.prima || unit.tipo == TipoUnita::Settore,
            });
            if entry.prima {
                settore = Some((entry.heading.codice.text().into(), unita.clone()));
            }
            drafts.push(draft(entry, sotto.map(|(codice, _)| codice), unita));
        }
        drafts
    }
}

fn draft(entry: &Entry<'_>, sotto: Option<Testo>, unita: Option<Riferimento>) -> VoceIndice<Bozza> {
    VoceIndice::Unita {
        codice: entry.heading.codice.said(),
        nome: entry.heading.nome.said(),
        prima: entry.prima,
        sotto,
        pagina: entry.pagina,
        unita,
        origine: Origine::letta(entry.span),
    }
}

/// The unit that a heading of the index means, of those that can be meant: by its code, else by its name, for indexes
/// spell codes their own way.
fn find(units: &[Unita<Bozza>], heading: &Heading<'_>, may_be: impl Fn(&Unita<Bozza>) -> bool) -> Option<Riferimento> {
    let (codice, nome) = (heading.codice.text(), heading.nome.text());
    let by_code = units
        .iter()
        .position(|unit| may_be(unit) && unit.codice.value == codice.as_str());
    let by_name = || {
        units
            .iter()
            .position(|unit| may_be(unit) && same_name(&unit.nome, &nome))
    };
    by_code.or_else(by_name).map(local)
}

/// Whether two names are the same but for case and spaces.
fn same_name(one: &str, other: &str) -> bool {
    let letters = |name: &str| {
        name.to_lowercase()
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
    };
    letters(one) == letters(other)
}
