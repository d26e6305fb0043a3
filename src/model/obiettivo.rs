use super::{
    Collegato, Detto, Giorno, LineaStrategica, Origine, Percentuale, Piano, Progetto, Stadio, Testo, Unita, words,
};

/// Kind of an objective, column `tipo` of the table `obiettivi`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TipoObiettivo {
    /// Extraordinary.
    Straordinario,
    /// For improvement.
    Miglioramento,
    /// Ordinary running.
    Ordinario,
    /// Of priority.
    Prioritario,
}

words!(TipoObiettivo {
    Straordinario => "straordinario",
    Miglioramento => "miglioramento",
    Ordinario => "ordinario",
    Prioritario => "prioritario",
});

/// An objective of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Obiettivo<S: Stadio = Collegato> {
    /// Id.
    pub id: S::Chiave,
    /// The plan.
    pub piano: S::Rif<Piano>,
    /// Code, where the form prints one.
    pub codice: Option<Detto<Testo>>,
    /// Kind.
    pub tipo: TipoObiettivo,
    /// Title, one line.
    pub titolo: Detto<Testo>,
    /// What it is, Markdown.
    pub descrizione: Option<Detto<Testo>>,
    /// The unit that answers for it.
    pub unita: Option<S::Rif<Unita>>,
    /// The product or project it belongs to.
    pub progetto: Option<S::Rif<Progetto>>,
    /// Weight of its indicators, per cent.
    pub peso_indicatori: Option<Detto<Percentuale>>,
    /// Weight of its phases, per cent.
    pub peso_fasi: Option<Detto<Percentuale>>,
    /// The most precise strategic line it serves.
    pub linea_strategica: Option<S::Rif<LineaStrategica>>,
    /// Address of its page.
    pub url: Testo,
    /// Where it is printed.
    pub origine: Origine,
}

/// Months of one year as marked in a printed chart: bit 0 is January.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mesi(pub u16);

impl Mesi {
    /// Whether the month (1 to 12) is marked.
    #[must_use]
    pub fn contains(self, month: u32) -> bool {
        (1..=12).contains(&month) && self.0 & (1 << (month - 1)) != 0
    }
}

/// A phase of an objective, or of a product or project.
#[derive(Clone, Debug, PartialEq)]
pub struct Fase<S: Stadio = Collegato> {
    /// Id.
    pub id: S::Chiave,
    /// The objective.
    pub obiettivo: Option<S::Rif<Obiettivo>>,
    /// The product or project.
    pub progetto: Option<S::Rif<Progetto>>,
    /// Ordinal among its siblings, from 1, as printed where it is printed.
    pub ordine: u32,
    /// Name, as printed.
    pub nome: Detto<Testo>,
    /// What is done, as printed.
    pub descrizione: Option<Detto<Testo>>,
    /// Planned first day.
    pub inizio: Option<Detto<Giorno>>,
    /// Planned last day.
    pub fine: Option<Detto<Giorno>>,
    /// First day in fact (monitoring).
    pub inizio_effettivo: Option<Detto<Giorno>>,
    /// Last day in fact (monitoring).
    pub fine_effettiva: Option<Detto<Giorno>>,
    /// Months that the printed chart marks as planned, where it marks any.
    pub mesi_previsti: Option<Detto<Mesi>>,
    /// Months that the printed chart marks as actual, where it marks any.
    pub mesi_consuntivi: Option<Detto<Mesi>>,
    /// Where it is printed.
    pub origine: Origine,
}

/// What an indicator measures, column `ambito`; empty where the form does not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ambito {
    /// What is made.
    Output,
    /// What it brings about.
    Risultato,
}

words!(Ambito {
    Output => "output",
    Risultato => "risultato",
});

/// How a value reached is compared with the one expected, column `operatore`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operatore {
    /// Just so.
    Uguale,
    /// That or more.
    Almeno,
    /// That or less; of a day, that day or before.
    AlPiu,
    /// More.
    Piu,
    /// Less; of a day, before it.
    Meno,
}

words!(Operatore {
    Uguale => "=",
    Almeno => ">=",
    AlPiu => "<=",
    Piu => ">",
    Meno => "<",
});

/// An expected value, read: columns `tipo_valore` and `valore`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValoreAtteso {
    /// A number, exact, as a decimal with a dot.
    Numero(Testo),
    /// A share, as a decimal with a dot, without the sign.
    Percentuale(Testo),
    /// A day.
    Data(Giorno),
    /// Yes or no.
    SiNo(bool),
    /// Anything else, as printed.
    Testo(Testo),
}

impl ValoreAtteso {
    /// The words of the column `tipo_valore`.
    pub const KINDS: &'static [&'static str] = &["numero", "percentuale", "data", "si-no", "testo"];

    /// The word of the column `tipo_valore`.
    #[must_use]
    pub fn tipo(&self) -> &'static str {
        match self {
            Self::Numero(_) => "numero",
            Self::Percentuale(_) => "percentuale",
            Self::Data(_) => "data",
            Self::SiNo(_) => "si-no",
            Self::Testo(_) => "testo",
        }
    }
}

/// An indicator of an objective, or of a project's action.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicatore<S: Stadio = Collegato> {
    /// Id.
    pub id: S::Chiave,
    /// The plan.
    pub piano: S::Rif<Piano>,
    /// The objective it measures.
    pub obiettivo: Option<S::Rif<Obiettivo>>,
    /// The action it measures, as printed (`A1`, `1`).
    pub azione: Option<Detto<Testo>>,
    /// Code, as printed.
    pub codice: Option<Detto<Testo>>,
    /// What it measures.
    pub ambito: Option<Ambito>,
    /// What is measured, as printed.
    pub testo: Detto<Testo>,
    /// Expected value, as printed.
    pub valore_atteso: Option<Detto<Testo>>,
    /// Comparison that the printed value or text states.
    pub operatore: Option<Operatore>,
    /// Expected value, read.
    pub valore: Option<ValoreAtteso>,
    /// Value reached (monitoring).
    pub valore_raggiunto: Option<Detto<Testo>>,
    /// Note.
    pub nota: Option<Detto<Testo>>,
    /// Where it is printed.
    pub origine: Origine,
}

/// A person assigned to an objective, or to a product or project.
#[derive(Clone, Debug, PartialEq)]
pub struct Assegnazione<S: Stadio = Collegato> {
    /// The objective.
    pub obiettivo: Option<S::Rif<Obiettivo>>,
    /// The product or project.
    pub progetto: Option<S::Rif<Progetto>>,
    /// Name, as printed; empty once withheld.
    pub persona: Option<Detto<Testo>>,
    /// Category, as printed.
    pub categoria: Option<Detto<Testo>>,
    /// Role or, where the form prints it so, the relation.
    pub ruolo: Option<Detto<Testo>>,
    /// From.
    pub inizio: Option<Detto<Giorno>>,
    /// To.
    pub fine: Option<Detto<Giorno>>,
    /// Effort, per cent.
    pub impegno_percentuale: Option<Detto<Percentuale>>,
    /// Where it is printed.
    pub origine: Origine,
}
