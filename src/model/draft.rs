use super::{
    Assegnazione, Attivita, Bozza, Contatto, Disponibilita, Documento, Ente, Fase, Indicatore, LineaStrategica,
    Monitoraggio, Obiettivo, Origine, Partner, Piano, Progetto, Scadenza, Scheda, Sezione, Totale, TotalePartner,
    Unita, VoceBilancio, VoceCalendario, VoceIndice,
};
use crate::source::Span;

/// What a reader yields from one file: every noun as a draft, in source order, references still as printed.
#[derive(Clone, Debug, Default)]
pub struct Bozze {
    /// Documents that a table tells of; those that readers read are known without.
    pub documenti: Vec<Documento<Bozza>>,
    /// Bodies that the file describes (not every body that it names: a reference by name is enough for that).
    pub enti: Vec<Ente<Bozza>>,
    /// Cards.
    pub schede: Vec<Scheda<Bozza>>,
    /// Contacts.
    pub contatti: Vec<Contatto<Bozza>>,
    /// Dates of cards.
    pub disponibilita: Vec<Disponibilita<Bozza>>,
    /// Labels of month grids.
    pub calendario: Vec<VoceCalendario<Bozza>>,
    /// Plans and projects; a plan's or project's document yields one.
    pub piani: Vec<Piano<Bozza>>,
    /// Units.
    pub unita: Vec<Unita<Bozza>>,
    /// Strategic lines.
    pub linee_strategiche: Vec<LineaStrategica<Bozza>>,
    /// Products and projects of a plan.
    pub progetti: Vec<Progetto<Bozza>>,
    /// Objectives.
    pub obiettivi: Vec<Obiettivo<Bozza>>,
    /// Phases.
    pub fasi: Vec<Fase<Bozza>>,
    /// Indicators.
    pub indicatori: Vec<Indicatore<Bozza>>,
    /// People assigned.
    pub assegnazioni: Vec<Assegnazione<Bozza>>,
    /// Budget lines.
    pub bilancio: Vec<VoceBilancio<Bozza>>,
    /// Totals printed in summaries.
    pub totali: Vec<Totale<Bozza>>,
    /// Partners.
    pub partner: Vec<Partner<Bozza>>,
    /// Totals printed below partners' budgets.
    pub totali_partner: Vec<TotalePartner<Bozza>>,
    /// Activities.
    pub attivita: Vec<Attivita<Bozza>>,
    /// Next steps.
    pub scadenze: Vec<Scadenza<Bozza>>,
    /// How phases and indicators of any file went.
    pub monitoraggio: Vec<Monitoraggio>,
    /// Narrative parts.
    pub sezioni: Vec<Sezione<Bozza>>,
    /// Entries of printed indexes.
    pub indice: Vec<VoceIndice<Bozza>>,
    /// Stretches that belong to the form but that no rule understood; each is reported and shown.
    pub non_lette: Vec<Span>,
}

impl Bozze {
    /// Whether nothing was found; a plan that only the form implies, without an id of its own or anything in it, is
    /// nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let implied = |piano: &Piano<Bozza>| piano.id.is_none();
        self.documenti.is_empty()
            && self.schede.is_empty()
            && self.enti.is_empty()
            && self.contatti.is_empty()
            && self.disponibilita.is_empty()
            && self.calendario.is_empty()
            && self.piani.iter().all(implied)
            && self.unita.is_empty()
            && self.linee_strategiche.is_empty()
            && self.progetti.is_empty()
            && self.obiettivi.is_empty()
            && self.fasi.is_empty()
            && self.indicatori.is_empty()
            && self.assegnazioni.is_empty()
            && self.bilancio.is_empty()
            && self.partner.is_empty()
            && self.attivita.is_empty()
            && self.scadenze.is_empty()
            && self.monitoraggio.is_empty()
            && self.sezioni.is_empty()
    }

    /// Where each row of the tables of open data comes from.
    pub fn origini(&self) -> impl Iterator<Item = &Origine> {
        macro_rules! origins {
            ($($list:ident)+) => { std::iter::empty()$(.chain(self.$list.iter().map(|row| &row.origine)))+ };
        }
        origins!(
            enti schede contatti disponibilita calendario piani unita linee_strategiche progetti obiettivi fasi
            indicatori assegnazioni bilancio partner attivita scadenze
        )
    }
}
