//! Narrowing a catalogue: for each aspect its values, each with the cards that have it.

use std::collections::BTreeMap;

use chrono::Datelike;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Catalogo, sessioni};
use crate::graph::Cosa;
use crate::model::{Id, Scheda};
use crate::render::site::Site;

/// What a catalogue can be narrowed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspetto {
    /// The host.
    Ente,
    /// A topic that editors gave.
    Tema,
    /// How many days a session lasts.
    Durata,
    /// The month of a session.
    Mese,
    /// How many people a session can host.
    Posti,
}

impl Aspetto {
    const ALL: [Aspetto; 5] = [Self::Ente, Self::Tema, Self::Durata, Self::Mese, Self::Posti];

    /// The word of its addresses.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Ente => "ente",
            Self::Tema => "tema",
            Self::Durata => "durata",
            Self::Mese => "mese",
            Self::Posti => "posti",
        }
    }

    /// The values that a card has.
    fn values(self, site: &Site<'_>, id: Id<Scheda>) -> Vec<Valore> {
        let scheda = &site.graph.schede[id];
        match self {
            Self::Ente => {
                let ente = &site.graph.enti[scheda.ente];
                vec![Valore::new(0, ente.id.as_str(), &*ente.nome)]
            }
            Self::Tema => temi(site, id),
            Self::Durata => durata(site, scheda),
            Self::Mese => mesi(site, id),
            Self::Posti => vec![posti(site, scheda)],
        }
    }
}

/// One value of an aspect. Values are ordered by `order`, then by words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Valore {
    order: i64,
    titolo: String,
    slug: String,
}

impl Valore {
    fn new(order: i64, slug: impl Into<String>, titolo: impl Into<String>) -> Self {
        Self {
            order,
            slug: slug.into(),
            titolo: titolo.into(),
        }
    }

    /// The value of cards that say nothing of an aspect; it comes last.
    fn unknown(site: &Site<'_>) -> Self {
        Self::new(i64::MAX, "non-indicato", site.text("catalogo.non_indicato"))
    }
}

/// The taxonomy whose terms narrow a catalogue.
const TEMI: &str = "temi";

fn temi(site: &Site<'_>, id: Id<Scheda>) -> Vec<Valore> {
    let topics = site.graph.tassonomie.iter().filter(|taxonomy| taxonomy.nome == TEMI);
    topics
        .flat_map(|taxonomy| &taxonomy.termini)
        .filter(|term| term.cose.contains(&Cosa::Scheda(id)))
        .map(|term| Valore::new(0, term.slug.as_str(), term.nome.as_str()))
        .collect()
}

/// Every length that a card allows: "da 3 a 5 giornate" is 3, 4 and 5.
fn durata(site: &Site<'_>, scheda: &Scheda) -> Vec<Valore> {
    let (Some(min), max) = (scheda.giornate.min.or(scheda.giornate.max), scheda.giornate.max) else {
        return vec![Valore::unknown(site)];
    };
    let last = max.unwrap_or(min).clamp(min, min.saturating_add(30));
    let words = |days: u32| {
        let word = if days == 1 {
            site.text("catalogo.giornata")
        } else {
            site.text("catalogo.giornate")
        };
        Valore::new(i64::from(days), days.to_string(), format!("{days} {word}"))
    };
    (min..=last).map(words).collect()
}

fn mesi(site: &Site<'_>, id: Id<Scheda>) -> Vec<Valore> {
    let mut found: Vec<Valore> = Vec::new();
    for sessione in sessioni(site, id) {
        let day = sessione.inizio.0;
        let order = i64::from(day.year()) * 12 + i64::from(day.month());
        let slug = day.format("%Y-%m").to_string();
        if found.iter().all(|known| known.slug != slug) {
            found.push(Valore::new(order, slug, site.locale().month(day)));
        }
    }
    if found.is_empty() {
        vec![Valore::unknown(site)]
    } else {
        found
    }
}

/// Capacity in the steps that matter to who comes: alone, with a few, with an office.
fn posti(site: &Site<'_>, scheda: &Scheda) -> Valore {
    match scheda.partecipanti.max.or(scheda.partecipanti.min) {
        None => Valore::unknown(site),
        Some(0..=2) => Valore::new(1, "fino-a-2", site.text("catalogo.posti_2")),
        Some(3..=5) => Valore::new(2, "da-3-a-5", site.text("catalogo.posti_5")),
        Some(6..=10) => Valore::new(3, "da-6-a-10", site.text("catalogo.posti_10")),
        Some(_) => Valore::new(4, "oltre-10", site.text("catalogo.posti_oltre")),
    }
}

/// A value that one can choose: its page and how many cards it leaves.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Scelta {
    /// Value, as in the address.
    pub slug: String,
    /// Words.
    pub titolo: String,
    /// Page with the cards that have it.
    pub url: String,
    /// How many there are.
    pub quante: usize,
    /// The cards.
    #[serde(skip)]
    pub schede: Vec<Id<Scheda>>,
}

/// An aspect with the values that its cards have.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Filtro<'g> {
    /// Word of the aspect: `ente`.
    pub nome: &'static str,
    /// What people call it.
    pub titolo: &'g str,
    /// The values.
    pub scelte: Vec<Scelta>,
}

/// Every way to narrow a catalogue. An aspect with one value or none narrows nothing and is left out.
#[derive(Clone, Debug)]
pub struct Filtri<'g> {
    /// The aspects, in a fixed order.
    pub filtri: Vec<Filtro<'g>>,
}

impl<'g> Filtri<'g> {
    /// Looks at every card of a catalogue.
    #[must_use]
    pub fn of(site: &Site<'g>, catalogo: &Catalogo<'g>) -> Self {
        let filtri = Aspetto::ALL.into_iter().map(|aspetto| filtro(site, catalogo, aspetto));
        Self {
            filtri: filtri.filter(|filtro| filtro.scelte.len() > 1).collect(),
        }
    }

    /// The values of a card in each aspect, as the script that narrows in place reads them: `durata:3 durata:4`.
    #[must_use]
    pub fn marks(&self, scheda: Id<Scheda>) -> String {
        let mut marks = Vec::new();
        for filtro in &self.filtri {
            let own = filtro.scelte.iter().filter(|scelta| scelta.schede.contains(&scheda));
            marks.extend(own.map(|scelta| format!("{}:{}", filtro.nome, scelta.slug)));
        }
        marks.join(" ")
    }
}

fn filtro<'g>(site: &Site<'g>, catalogo: &Catalogo<'g>, aspetto: Aspetto) -> Filtro<'g> {
    let mut values: BTreeMap<Valore, Vec<Id<Scheda>>> = BTreeMap::new();
    for id in &catalogo.schede {
        for value in aspetto.values(site, *id) {
            values.entry(value).or_default().push(*id);
        }
    }
    let nome = aspetto.word();
    let scelte = values.into_iter().map(|(value, schede)| Scelta {
        url: format!("{}{nome}/{}/", catalogo.url, value.slug),
        slug: value.slug,
        titolo: value.titolo,
        quante: schede.len(),
        schede,
    });
    Filtro {
        nome,
        titolo: site.word("aspetto", nome),
        scelte: scelte.collect(),
    }
}
