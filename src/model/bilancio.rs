use super::{Collegato, Detto, Euro, LivelloLinea, Origine, Percentuale, Progetto, Stadio, Testo, Unita, words};

/// Which way the money goes, column `direzione`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direzione {
    /// Revenue.
    Entrata,
    /// Expenditure.
    Spesa,
}

words!(Direzione {
    Entrata => "entrata",
    Spesa => "spesa",
});

/// Whether a budget line is current or capital, column `natura`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Natura {
    /// Current.
    Corrente,
    /// Capital.
    Capitale,
}

words!(Natura {
    Corrente => "corrente",
    Capitale => "capitale",
});

/// A budget line of a product or project, table `bilancio`.
#[derive(Clone, Debug, PartialEq)]
pub struct VoceBilancio<S: Stadio = Collegato> {
    /// The product or project.
    pub progetto: S::Rif<Progetto>,
    /// Chapter, as printed.
    pub capitolo: Detto<Testo>,
    /// Article, as printed.
    pub articolo: Detto<Testo>,
    /// What it pays or earns, as printed.
    pub descrizione: Detto<Testo>,
    /// Which way the money goes.
    pub direzione: Direzione,
    /// Current or capital.
    pub natura: Option<Natura>,
    /// Amount.
    pub importo: Detto<Euro>,
    /// Where it is printed.
    pub origine: Origine,
}

/// A total that a summary prints. In no table: it follows from the facts, and is kept so that rules can check it.
#[derive(Clone, Debug, PartialEq)]
pub struct Totale<S: Stadio = Collegato> {
    /// The unit whose summary prints it.
    pub unita: S::Rif<Unita>,
    /// What it sums up; empty for the whole unit.
    pub livello: Option<LivelloLinea>,
    /// The title of the line it sums up, as printed, one entry for each level from the top.
    pub percorso: Vec<Testo>,
    /// Sum, where printed.
    pub importo: Option<Detto<Euro>>,
    /// Share, where printed.
    pub percentuale: Option<Detto<Percentuale>>,
    /// Where it is printed.
    pub origine: Origine,
}
