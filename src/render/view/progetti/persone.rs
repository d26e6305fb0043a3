use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Contatto, Detto, Testo};
use crate::render::site::Site;
use crate::render::view::{Crumb, Place};

/// A person or office to turn to, as far as the privacy policy lets pages say.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Recapito<'g> {
    /// Name; empty once withheld.
    pub nome: String,
    /// What the person does, a word: `responsabile`, `partecipante`.
    pub ruolo: &'static str,
    /// The body.
    pub ente: Option<Crumb<'g>>,
    /// Address.
    pub email: Option<&'g str>,
    /// Telephones, as printed.
    pub telefoni: Vec<&'g str>,
    /// Where it is printed.
    pub luogo: Option<Place<'g>>,
}

impl<'g> Recapito<'g> {
    /// The contact as pages show it.
    #[must_use]
    pub fn of(site: &Site<'g>, contatto: &'g Contatto) -> Self {
        let ente = contatto.ente.map(|ente| &site.graph.enti[ente]);
        Self {
            nome: full_name(contatto.nome.as_ref(), contatto.cognome.as_ref()),
            ruolo: contatto.ruolo.word(),
            ente: ente.map(|ente| Crumb::new(ente.nome.as_str(), ente.url.as_str())),
            email: contatto.email.as_ref().map(|email| email.as_str()),
            telefoni: contatto.telefoni.iter().map(|phone| phone.as_str()).collect(),
            luogo: Place::of(site, &contatto.origine),
        }
    }
}

fn full_name(given: Option<&Detto<Testo>>, family: Option<&Detto<Testo>>) -> String {
    let parts: Vec<&str> = given.into_iter().chain(family).map(|part| part.as_str()).collect();
    parts.join(" ")
}
