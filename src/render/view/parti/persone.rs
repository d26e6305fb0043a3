use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Assegnazione, Detto, Testo};
use crate::render::view::Day;

/// Who works on something, as far as the privacy policy lets pages say.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Persone<'g> {
    /// People whose names may be published, in source order.
    pub nomi: Vec<Persona<'g>>,
    /// All others, counted by category and role.
    pub altri: Vec<Conteggio<'g>>,
    /// How many people in all.
    pub totale: usize,
}

/// A person by name.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Persona<'g> {
    /// Name, as printed.
    pub persona: &'g str,
    /// Category.
    pub categoria: Option<&'g str>,
    /// Role or relation.
    pub ruolo: Option<&'g str>,
    /// From.
    pub inizio: Option<Day>,
    /// To.
    pub fine: Option<Day>,
    /// Effort, decimal per cent.
    pub impegno: Option<String>,
}

/// People without a name, counted.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Conteggio<'g> {
    /// Category.
    pub categoria: Option<&'g str>,
    /// Role or relation.
    pub ruolo: Option<&'g str>,
    /// How many.
    pub quante: usize,
}

impl<'g> Persone<'g> {
    /// The people of some assignments; none where there is no assignment.
    pub fn of(assegnazioni: impl Iterator<Item = &'g Assegnazione>) -> Option<Self> {
        let mut nomi = Vec::new();
        let mut counts: BTreeMap<(Option<&str>, Option<&str>), usize> = BTreeMap::new();
        let mut totale = 0;
        for assegnazione in assegnazioni {
            totale += 1;
            match &assegnazione.persona {
                Some(persona) => nomi.push(named(persona, assegnazione)),
                None => {
                    *counts
                        .entry((text(&assegnazione.categoria), text(&assegnazione.ruolo)))
                        .or_default() += 1
                }
            }
        }
        let altri = counts.into_iter().map(|((categoria, ruolo), quante)| Conteggio {
            categoria,
            ruolo,
            quante,
        });
        (totale > 0).then(|| Self {
            nomi,
            altri: altri.collect(),
            totale,
        })
    }
}

fn named<'g>(persona: &'g Testo, assegnazione: &'g Assegnazione) -> Persona<'g> {
    Persona {
        persona,
        categoria: text(&assegnazione.categoria),
        ruolo: text(&assegnazione.ruolo),
        inizio: assegnazione.inizio.as_ref().map(|day| Day(day.value)),
        fine: assegnazione.fine.as_ref().map(|day| Day(day.value)),
        impegno: assegnazione
            .impegno_percentuale
            .as_ref()
            .map(|share| share.value.to_string()),
    }
}

fn text(said: &Option<Detto<Testo>>) -> Option<&str> {
    said.as_ref().map(|text| text.as_str())
}
