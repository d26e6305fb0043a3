use super::{Linker, id};
use crate::diag::Diagnostic;
use crate::graph::link::table::Entry;
use crate::model::{Attivita, Partner, Scadenza, Sezione, TotalePartner};

impl Linker<'_> {
    pub(super) fn partner(&self, entry: &Entry<'_, Partner>, problems: &mut Vec<Diagnostic>) -> Option<Partner> {
        let bozza = entry.bozza;
        Some(Partner {
            piano: self.plan(entry.draft, &bozza.piano, problems)?.0,
            ente: self.enti.resolve(entry.draft, &bozza.ente)?,
            ruolo: bozza.ruolo,
            personale_interno: bozza.personale_interno,
            spese_generali: bozza.spese_generali,
            beni_servizi: bozza.beni_servizi,
            totale: bozza.totale,
            origine: bozza.origine.clone(),
        })
    }

    pub(super) fn totale_partner(
        &self,
        entry: &Entry<'_, TotalePartner>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<TotalePartner> {
        let bozza = entry.bozza;
        Some(TotalePartner {
            piano: self.plan(entry.draft, &bozza.piano, problems)?.0,
            personale_interno: bozza.personale_interno,
            spese_generali: bozza.spese_generali,
            beni_servizi: bozza.beni_servizi,
            totale: bozza.totale,
            origine: bozza.origine.clone(),
        })
    }

    pub(super) fn attivita(&self, entry: &Entry<'_, Attivita>, problems: &mut Vec<Diagnostic>) -> Option<Attivita> {
        let bozza = entry.bozza;
        Some(Attivita {
            id: id(&self.ids.attivita, entry),
            piano: self.plan(entry.draft, &bozza.piano, problems)?.0,
            azione: bozza.azione.clone(),
            codice: bozza.codice.clone(),
            descrizione: bozza.descrizione.clone(),
            inizio: bozza.inizio,
            fine: bozza.fine,
            altri_periodi: bozza.altri_periodi.clone(),
            altre_descrizioni: bozza.altre_descrizioni.clone(),
            origine: bozza.origine.clone(),
        })
    }

    pub(super) fn scadenza(&self, entry: &Entry<'_, Scadenza>, problems: &mut Vec<Diagnostic>) -> Option<Scadenza> {
        let bozza = entry.bozza;
        Some(Scadenza {
            piano: self.plan(entry.draft, &bozza.piano, problems)?.0,
            cosa: bozza.cosa.clone(),
            chi: bozza.chi.clone(),
            entro: bozza.entro,
            origine: bozza.origine.clone(),
        })
    }

    pub(super) fn sezione(&self, entry: &Entry<'_, Sezione>, problems: &mut Vec<Diagnostic>) -> Option<Sezione> {
        let bozza = entry.bozza;
        Some(Sezione {
            piano: self.plan(entry.draft, &bozza.piano, problems)?.0,
            tipo: bozza.tipo,
            titolo: bozza.titolo.clone(),
            ente: self.ente(entry.draft, bozza.ente.as_ref()),
            voci: bozza.voci.clone(),
            origine: bozza.origine.clone(),
        })
    }
}
