use super::{Collegato, Detto, Ente, Euro, Giorno, Origine, Percentuale, Stadio, Testo, words};

/// What a plan is, column `tipo` of the table `piani`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TipoPiano {
    /// Piano Esecutivo di Gestione (TUEL art. 169).
    Peg,
    /// Project with partners, actions and activities.
    Progetto,
}

words!(TipoPiano {
    Peg => "peg",
    Progetto => "progetto",
});

/// A plan of a body for a year, or a project.
#[derive(Clone, Debug, PartialEq)]
pub struct Piano<S: Stadio = Collegato> {
    /// Id.
    pub id: S::Chiave,
    /// The body whose plan it is; of a project, the beneficiary or lead body.
    pub ente: Option<S::Rif<Ente>>,
    /// Title.
    pub titolo: Detto<Testo>,
    /// Kind.
    pub tipo: TipoPiano,
    /// First day of the plan or project.
    pub inizio: Option<Detto<Giorno>>,
    /// Last day.
    pub fine: Option<Detto<Giorno>>,
    /// Address of its page.
    pub url: Testo,
    /// Whole cost of a project.
    pub costo: Option<Detto<Euro>>,
    /// Programme that funds a project, as printed.
    pub programma: Option<Detto<Testo>>,
    /// Code of a public investment project (CUP, law 3/2003 art. 11).
    pub cup: Option<Detto<Testo>>,
    /// Act of approval: kind, number and date, as written.
    pub atto: Option<Detto<Testo>>,
    /// Where it is printed.
    pub origine: Origine,
}

/// Kind of a unit, column `tipo` of the table `unita`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TipoUnita {
    /// Sector.
    Settore,
    /// Office.
    Ufficio,
    /// Centre of responsibility.
    CentroDiResponsabilita,
}

words!(TipoUnita {
    Settore => "settore",
    Ufficio => "ufficio",
    CentroDiResponsabilita => "centro-di-responsabilita",
});

/// A unit of a plan; units form a tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Unita<S: Stadio = Collegato> {
    /// Id.
    pub id: S::Chiave,
    /// The plan.
    pub piano: S::Rif<Piano>,
    /// Code, as printed where it heads its objectives.
    pub codice: Detto<Testo>,
    /// Name.
    pub nome: Detto<Testo>,
    /// Kind.
    pub tipo: TipoUnita,
    /// The unit above.
    pub superiore: Option<S::Rif<Unita>>,
    /// Head; empty where the print leaves it blank.
    pub responsabile: Option<Detto<Testo>>,
    /// Address of its page.
    pub url: Testo,
    /// Where it is printed.
    pub origine: Origine,
}

/// Level of a strategic line, column `livello` of the table `linee_strategiche`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LivelloLinea {
    /// Direction.
    Indirizzo,
    /// Strategic goal.
    ObiettivoStrategico,
    /// Action.
    Azione,
    /// Operative goal.
    ObiettivoOperativo,
}

words!(LivelloLinea {
    Indirizzo => "indirizzo",
    ObiettivoStrategico => "obiettivo-strategico",
    Azione => "azione",
    ObiettivoOperativo => "obiettivo-operativo",
});

/// A strategic line that objectives contribute to; lines form a tree.
#[derive(Clone, Debug, PartialEq)]
pub struct LineaStrategica<S: Stadio = Collegato> {
    /// Id.
    pub id: S::Chiave,
    /// The plan.
    pub piano: S::Rif<Piano>,
    /// Level in the tree.
    pub livello: LivelloLinea,
    /// Code, where the form prints one.
    pub codice: Option<Detto<Testo>>,
    /// Title.
    pub titolo: Detto<Testo>,
    /// The line above.
    pub superiore: Option<S::Rif<LineaStrategica>>,
    /// Address of its page.
    pub url: Testo,
    /// Where it is first printed.
    pub origine: Origine,
}

/// Kind of a product or project of a plan, column `tipo` of the table `progetti`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TipoProgetto {
    /// Product (`PD`).
    Prodotto,
    /// Project (`PG`).
    Progetto,
}

words!(TipoProgetto {
    Prodotto => "prodotto",
    Progetto => "progetto",
});

/// A product or project of a plan; every one that a summary announces, card or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Progetto<S: Stadio = Collegato> {
    /// Id.
    pub id: S::Chiave,
    /// The plan.
    pub piano: S::Rif<Piano>,
    /// Code, as printed.
    pub codice: Detto<Testo>,
    /// Kind.
    pub tipo: TipoProgetto,
    /// Title: the card's, or the summary's where no card follows.
    pub titolo: Detto<Testo>,
    /// Title in the summary that announces it, kept to be checked against the card's.
    pub titolo_annunciato: Option<Detto<Testo>>,
    /// What it is, Markdown.
    pub descrizione: Option<Detto<Testo>>,
    /// The unit that answers for it.
    pub unita: Option<S::Rif<Unita>>,
    /// Titles of the strategic line as the card prints them, from the top, kept to be checked against the summary's.
    pub riferimento: Vec<Detto<Testo>>,
    /// The strategic line it serves: the summary's, or the card's where no summary announces it.
    pub linea_strategica: Option<S::Rif<LineaStrategica>>,
    /// Budget that the summary announces.
    pub budget: Option<Detto<Euro>>,
    /// Share of the centre's means that the summary announces.
    pub percentuale: Option<Detto<Percentuale>>,
    /// Where the summary announces it, if it does.
    pub annuncio: Option<crate::source::Span>,
    /// Where its card stands, if it has one.
    pub cartella: Option<crate::source::Span>,
    /// Total revenue that the card prints below its budget lines.
    pub totale_entrate: Option<Detto<Euro>>,
    /// Total expenditure that the card prints below its budget lines.
    pub totale_spese: Option<Detto<Euro>>,
    /// Address of its page.
    pub url: Testo,
    /// Where it is printed: the card, or the summary's row.
    pub origine: Origine,
}
