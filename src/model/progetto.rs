use super::{Collegato, Detto, Ente, Euro, Giorno, Origine, Piano, Stadio, Testo, words};

/// What a partner does in a project, column `ruolo` of the table `partner`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuoloPartner {
    /// Leads.
    Capofila,
    /// Hands its practice over.
    Cedente,
    /// Takes the practice over.
    Riusante,
    /// Takes part.
    Partner,
}

words!(RuoloPartner {
    Capofila => "capofila",
    Cedente => "cedente",
    Riusante => "riusante",
    Partner => "partner",
});

/// A body that takes part in a project, with its budget.
#[derive(Clone, Debug, PartialEq)]
pub struct Partner<S: Stadio = Collegato> {
    /// The project.
    pub piano: S::Rif<Piano>,
    /// The body.
    pub ente: S::Rif<Ente>,
    /// What it does.
    pub ruolo: RuoloPartner,
    /// Own staff.
    pub personale_interno: Option<Detto<Euro>>,
    /// Overheads.
    pub spese_generali: Option<Detto<Euro>>,
    /// Goods and services bought.
    pub beni_servizi: Option<Detto<Euro>>,
    /// Sum, as printed.
    pub totale: Option<Detto<Euro>>,
    /// Where it is printed.
    pub origine: Origine,
}

/// The row of totals printed below the partners' budget. In no table: it follows from the partners, and is kept so that
/// rules can check it.
#[derive(Clone, Debug, PartialEq)]
pub struct TotalePartner<S: Stadio = Collegato> {
    /// The project.
    pub piano: S::Rif<Piano>,
    /// Own staff, of all partners.
    pub personale_interno: Option<Detto<Euro>>,
    /// Overheads, of all partners.
    pub spese_generali: Option<Detto<Euro>>,
    /// Goods and services bought, by all partners.
    pub beni_servizi: Option<Detto<Euro>>,
    /// The sum of everything.
    pub totale: Option<Detto<Euro>>,
    /// Where it is printed.
    pub origine: Origine,
}

/// An activity of a project.
#[derive(Clone, Debug, PartialEq)]
pub struct Attivita<S: Stadio = Collegato> {
    /// Id.
    pub id: S::Chiave,
    /// The project.
    pub piano: S::Rif<Piano>,
    /// The action it belongs to, as printed (`A1 – Coordinamento e rendicontazione`).
    pub azione: Option<Detto<Testo>>,
    /// Code, as printed.
    pub codice: Option<Detto<Testo>>,
    /// What is done.
    pub descrizione: Detto<Testo>,
    /// First day; of a month known without its day, the first of the month.
    pub inizio: Option<Detto<Giorno>>,
    /// Last day; of a month known without its day, the last of the month.
    pub fine: Option<Detto<Giorno>>,
    /// Other periods printed for the same activity elsewhere, kept to be checked.
    pub altri_periodi: Vec<Detto<(Option<Giorno>, Option<Giorno>)>>,
    /// Other texts printed for the same activity elsewhere, kept to be checked.
    pub altre_descrizioni: Vec<Detto<Testo>>,
    /// Where it is printed.
    pub origine: Origine,
}

/// A next step: what, who, by when.
#[derive(Clone, Debug, PartialEq)]
pub struct Scadenza<S: Stadio = Collegato> {
    /// The project.
    pub piano: S::Rif<Piano>,
    /// What is to be done.
    pub cosa: Detto<Testo>,
    /// Who does it, as printed.
    pub chi: Option<Detto<Testo>>,
    /// By when.
    pub entro: Option<Detto<Giorno>>,
    /// Where it is printed.
    pub origine: Origine,
}

/// What a narrative part of a project document tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TipoSezione {
    /// What the project is for.
    Obiettivi,
    /// What can be reused.
    Elementi,
    /// What a body said at a meeting.
    Note,
    /// Items of an agenda with their speakers.
    Agenda,
    /// Fields of work.
    Ambiti,
    /// Lines of work.
    Linee,
    /// Phases with what they bring.
    Fasi,
    /// One step of the project's path, with goals and results.
    Passo,
    /// Calls for tenders with their timetable.
    Gare,
    /// Tools handed over.
    Strumenti,
    /// Duties of those who take part.
    Adempimenti,
    /// What bodies take on.
    Ruoli,
    /// Milestones to come.
    Traguardi,
    /// Anything else.
    Altro,
}

words!(TipoSezione {
    Obiettivi => "obiettivi",
    Elementi => "elementi",
    Note => "note",
    Agenda => "agenda",
    Ambiti => "ambiti",
    Linee => "linee",
    Fasi => "fasi",
    Passo => "passo",
    Gare => "gare",
    Strumenti => "strumenti",
    Adempimenti => "adempimenti",
    Ruoli => "ruoli",
    Traguardi => "traguardi",
    Altro => "altro",
});

/// One entry of a narrative part.
#[derive(Clone, Debug, PartialEq)]
pub struct Voce {
    /// What heads it: a label, a time, a group; may be missing.
    pub titolo: Option<Detto<Testo>>,
    /// What it says, Markdown.
    pub testo: Detto<Testo>,
    /// From, where it has a date.
    pub inizio: Option<Giorno>,
    /// To, where it has a date.
    pub fine: Option<Giorno>,
}

/// A narrative part of a project document. In no table: it tells, it does not count.
#[derive(Clone, Debug, PartialEq)]
pub struct Sezione<S: Stadio = Collegato> {
    /// The project.
    pub piano: S::Rif<Piano>,
    /// What it tells.
    pub tipo: TipoSezione,
    /// Heading, as printed; empty where the conversion to text lost it.
    pub titolo: Detto<Testo>,
    /// The body it speaks of, for notes.
    pub ente: Option<S::Rif<Ente>>,
    /// Its entries.
    pub voci: Vec<Voce>,
    /// Where it is printed.
    pub origine: Origine,
}
