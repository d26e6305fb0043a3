use super::{Collegato, Detto, Ente, Origine, Scheda, Stadio, Testo, Unita};

/// An entry of a printed index. In no table: it announces what stands elsewhere, and is kept so that rules can compare.
#[derive(Clone, Debug)]
pub enum VoceIndice<S: Stadio = Collegato> {
    /// A card of a catalogue.
    Scheda {
        /// The host, as printed.
        ente: Detto<Testo>,
        /// The host, as a reference.
        rif_ente: Option<S::Rif<Ente>>,
        /// Number among the cards of its host.
        numero: Option<u32>,
        /// Title, as printed.
        titolo: Detto<Testo>,
        /// Office, as printed.
        ufficio: Detto<Testo>,
        /// Length, as printed.
        durata: Detto<Testo>,
        /// The card it announces, if there is one.
        scheda: Option<S::Rif<Scheda>>,
        /// Where it is printed.
        origine: Origine,
    },
    /// A unit of a plan.
    Unita {
        /// Code, as printed.
        codice: Detto<Testo>,
        /// Name, as printed.
        nome: Detto<Testo>,
        /// Whether the index sets it as a unit of the first level.
        prima: bool,
        /// Code of the first-level unit that it stands under, as printed.
        sotto: Option<Testo>,
        /// Page, as printed.
        pagina: Option<u32>,
        /// The unit it announces, if there is one.
        unita: Option<S::Rif<Unita>>,
        /// Where it is printed.
        origine: Origine,
    },
}
