use super::{Collegato, Detto, Ente, Giorno, Origine, Piano, Stadio, Testo, words};

/// How many people a session can host. Both bounds empty where the print gives no number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Partecipanti {
    /// At least so many.
    pub min: Option<u32>,
    /// At most so many.
    pub max: Option<u32>,
}

/// How many working days a session lasts. Both bounds empty where the print gives no number; `max` empty for "at least".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Durata {
    /// At least so many days.
    pub min: Option<u32>,
    /// At most so many days.
    pub max: Option<u32>,
}

/// A card of the exchange catalogue: one visit that a body offers.
#[derive(Clone, Debug, PartialEq)]
pub struct Scheda<S: Stadio = Collegato> {
    /// Id.
    pub id: S::Chiave,
    /// The host.
    pub ente: S::Rif<Ente>,
    /// Number among the cards of its host, as printed; empty where the host has one card without a number.
    pub numero: Option<u32>,
    /// Title, as printed, one line.
    pub titolo: Detto<Testo>,
    /// The host as the card prints it.
    pub ospitante: Option<Detto<Testo>>,
    /// Area or office that hosts.
    pub ufficio: Option<Detto<Testo>>,
    /// What the practice is, Markdown.
    pub descrizione: Option<Detto<Testo>>,
    /// How the exchange runs, Markdown.
    pub modalita: Option<Detto<Testo>>,
    /// Capacity in numbers.
    pub partecipanti: Partecipanti,
    /// Capacity as printed.
    pub partecipanti_testo: Option<Detto<Testo>>,
    /// Length in numbers (days).
    pub giornate: Durata,
    /// Length as printed.
    pub durata_testo: Option<Detto<Testo>>,
    /// Address of its page.
    pub url: Testo,
    /// Where it is printed.
    pub origine: Origine,
}

/// What a contact does, column `ruolo` of the table `contatti`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuoloContatto {
    /// In charge.
    Responsabile,
    /// Secretariat.
    Segreteria,
    /// Takes part in a project.
    Partecipante,
    /// Anything else.
    Altro,
}

words!(RuoloContatto {
    Responsabile => "responsabile",
    Segreteria => "segreteria",
    Partecipante => "partecipante",
    Altro => "altro",
});

/// A person to turn to, for a card or in a project.
#[derive(Clone, Debug, PartialEq)]
pub struct Contatto<S: Stadio = Collegato> {
    /// Id.
    pub id: S::Chiave,
    /// The card, if it is a card's contact.
    pub scheda: Option<S::Rif<Scheda>>,
    /// The project, if it is a project's contact.
    pub piano: Option<S::Rif<Piano>>,
    /// The body that the person works for.
    pub ente: Option<S::Rif<Ente>>,
    /// What the person does here.
    pub ruolo: RuoloContatto,
    /// Given name, as printed.
    pub nome: Option<Detto<Testo>>,
    /// Family name, as printed.
    pub cognome: Option<Detto<Testo>>,
    /// Address, as printed, without markup.
    pub email: Option<Detto<Testo>>,
    /// Telephones, one by one, as printed.
    pub telefoni: Vec<Detto<Testo>>,
    /// Where it is printed.
    pub origine: Origine,
}

/// Kind of a date, column `tipo` of the table `disponibilita`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TipoDisponibilita {
    /// One day.
    Giorno,
    /// Some days in a row.
    Intervallo,
    /// A month without a day.
    Mese,
}

words!(TipoDisponibilita {
    Giorno => "giorno",
    Intervallo => "intervallo",
    Mese => "mese",
});

/// How certain a date is, column `stato`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stato {
    /// A printed day or range.
    Fissata,
    /// One of several, to be chosen.
    Alternativa,
    /// A month without a day.
    DaConfermare,
}

words!(Stato {
    Fissata => "fissata",
    Alternativa => "alternativa",
    DaConfermare => "da-confermare",
});

/// A day, range or month in which an exchange can take place.
#[derive(Clone, Debug, PartialEq)]
pub struct Disponibilita<S: Stadio = Collegato> {
    /// The card.
    pub scheda: S::Rif<Scheda>,
    /// Ordinal, from 1, of the printed line in its card.
    pub gruppo: u32,
    /// Kind.
    pub tipo: TipoDisponibilita,
    /// First day.
    pub inizio: Giorno,
    /// Last day.
    pub fine: Giorno,
    /// How certain it is.
    pub stato: Stato,
    /// The line as printed.
    pub testo: Detto<Testo>,
    /// Where it is printed.
    pub origine: Origine,
}

/// One label of one cell of a printed month grid, table `calendario`.
#[derive(Clone, Debug, PartialEq)]
pub struct VoceCalendario<S: Stadio = Collegato> {
    /// First day of the grid's month.
    pub mese: Giorno,
    /// Printed column, 1 for the first day column; empty for a note below the grid.
    pub colonna: Option<u32>,
    /// The day that the label's card confirms.
    pub data: Option<Giorno>,
    /// The label, one of a cell that may hold several.
    pub etichetta: Detto<Testo>,
    /// The card that the label means: the first that it names among those that the day confirms; empty where it means
    /// several and no day is told.
    pub scheda: Option<S::Rif<Scheda>>,
    /// All cards that the label can mean, in the order in which it names them. A draft leaves them to the graph.
    pub intese: Vec<S::Rif<Scheda>>,
    /// How certain the day is.
    pub stato: Option<Stato>,
    /// Where it is printed.
    pub origine: Origine,
}
