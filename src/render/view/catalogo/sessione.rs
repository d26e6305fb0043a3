use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Disponibilita, Id, Scheda};
use crate::render::site::Site;
use crate::render::view::Day;

/// A date on which an exchange can take place.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Sessione<'g> {
    /// First day.
    pub inizio: Day,
    /// Last day.
    pub fine: Day,
    /// `giorno`, `intervallo` or `mese`.
    pub tipo: &'static str,
    /// `fissata`, `alternativa` or `da-confermare`.
    pub stato: &'static str,
    /// How many days it lasts; of a month, none is known.
    pub giornate: Option<i64>,
    /// Whether its last day lies before the build date.
    pub passata: bool,
    /// The line as printed.
    pub testo: &'g str,
}

/// The dates of a card, in the order of days.
#[must_use]
pub fn sessioni<'g>(site: &Site<'g>, scheda: Id<Scheda>) -> Vec<Sessione<'g>> {
    let ids = site.graph.relations.disponibilita_di_scheda.of(scheda);
    let mut found: Vec<Sessione<'g>> = ids
        .iter()
        .map(|id| sessione(site, &site.graph.disponibilita[*id]))
        .collect();
    found.sort_by_key(|sessione| (sessione.inizio, sessione.fine));
    found
}

/// One date.
#[must_use]
fn sessione<'g>(site: &Site<'g>, data: &'g Disponibilita) -> Sessione<'g> {
    let tipo = data.tipo.word();
    Sessione {
        inizio: Day(data.inizio),
        fine: Day(data.fine),
        tipo,
        stato: data.stato.word(),
        giornate: (tipo != "mese").then(|| (data.fine - data.inizio).num_days() + 1),
        passata: data.fine < site.today,
        testo: &data.testo,
    }
}
