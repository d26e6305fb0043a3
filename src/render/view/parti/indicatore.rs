use schemars::JsonSchema;
use serde::Serialize;

use crate::graph::esito::{Esito, esito};
use crate::model::Indicatore;
use crate::render::site::Site;
use crate::render::view::Place;

/// An indicator with its target and, where monitoring tells, the value reached.
#[derive(Debug, Serialize, JsonSchema)]
pub struct IndicatoreView<'g> {
    /// Id, also the anchor in the page.
    pub id: &'g str,
    /// Code, as printed.
    pub codice: Option<&'g str>,
    /// What is measured.
    pub testo: &'g str,
    /// Expected value, as printed.
    pub valore_atteso: Option<&'g str>,
    /// Value reached.
    pub valore_raggiunto: Option<&'g str>,
    /// `raggiunto`, `non-raggiunto`, `non-confrontabile`; empty while no value reached is known.
    pub esito: Option<&'static str>,
    /// Note.
    pub nota: Option<&'g str>,
    /// Where it is printed.
    pub luogo: Option<Place<'g>>,
}

impl<'g> IndicatoreView<'g> {
    /// The indicator as pages show it.
    #[must_use]
    pub fn of(site: &Site<'g>, indicatore: &'g Indicatore) -> Self {
        Self {
            id: indicatore.id.as_str(),
            codice: indicatore.codice.as_ref().map(|text| text.as_str()),
            testo: &indicatore.testo,
            valore_atteso: indicatore.valore_atteso.as_ref().map(|text| text.as_str()),
            valore_raggiunto: indicatore.valore_raggiunto.as_ref().map(|text| text.as_str()),
            esito: esito(indicatore).map(word),
            nota: indicatore.nota.as_ref().map(|text| text.as_str()),
            luogo: Place::of(site, &indicatore.origine),
        }
    }
}

fn word(esito: Esito) -> &'static str {
    match esito {
        Esito::Raggiunto => "raggiunto",
        Esito::NonRaggiunto => "non-raggiunto",
        Esito::NonConfrontabile => "non-confrontabile",
    }
}
