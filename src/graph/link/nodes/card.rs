use super::{Linker, address, address_or, id};
use crate::diag::Diagnostic;
use crate::graph::link::EDITORS;
use crate::graph::link::table::Entry;
use crate::model::{Contatto, Disponibilita, Ente, Id, Riferimento, Scheda, Slug, Testo, VoceCalendario, VoceIndice};

impl<'a> Linker<'a> {
    pub(super) fn ente(&self, draft: usize, reference: Option<&Riferimento>) -> Option<Id<Ente>> {
        reference.and_then(|reference| self.enti.resolve(draft, reference))
    }

    pub(super) fn scheda(&self, entry: &Entry<'a, Scheda>) -> Option<Scheda> {
        let bozza = entry.bozza;
        let id = id(&self.ids.schede, entry);
        Some(Scheda {
            ente: self.enti.resolve(entry.draft, &bozza.ente)?,
            numero: bozza.numero,
            titolo: bozza.titolo.clone(),
            ospitante: bozza.ospitante.clone(),
            ufficio: bozza.ufficio.clone(),
            descrizione: bozza.descrizione.clone(),
            modalita: bozza.modalita.clone(),
            partecipanti: bozza.partecipanti,
            partecipanti_testo: bozza.partecipanti_testo.clone(),
            giornate: bozza.giornate,
            durata_testo: bozza.durata_testo.clone(),
            url: address_or(&bozza.url, || self.own_page(entry.draft, &id)),
            origine: bozza.origine.clone(),
            id,
        })
    }

    /// The page of a thing that stands in a section's list: below the section, or at the editor's page that describes
    /// nothing else.
    fn own_page(&self, draft: usize, id: &Slug) -> Testo {
        let Some(page) = self.page(draft) else {
            return address::below("/", id.as_str());
        };
        if self.inputs.drafts[draft].reader == EDITORS && !page.sezione {
            return address::page(page);
        }
        address::below(&address::page(page), id.as_str())
    }

    pub(super) fn contatto(&self, entry: &Entry<'a, Contatto>, problems: &mut Vec<Diagnostic>) -> Contatto {
        let bozza = entry.bozza;
        let card = bozza.scheda.as_ref();
        let plan = bozza.piano.as_ref();
        Contatto {
            id: id(&self.ids.contatti, entry),
            scheda: card.and_then(|card| self.schede.resolve(entry.draft, card, None, problems)),
            piano: plan.and_then(|plan| self.piani.resolve(entry.draft, plan, None, problems)),
            ente: self.ente(entry.draft, bozza.ente.as_ref()),
            ruolo: bozza.ruolo,
            nome: bozza.nome.clone(),
            cognome: bozza.cognome.clone(),
            email: bozza.email.clone(),
            telefoni: bozza.telefoni.clone(),
            origine: bozza.origine.clone(),
        }
    }

    pub(super) fn disponibilita(
        &self,
        entry: &Entry<'a, Disponibilita>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Disponibilita> {
        let bozza = entry.bozza;
        Some(Disponibilita {
            scheda: self.schede.resolve(entry.draft, &bozza.scheda, None, problems)?,
            gruppo: bozza.gruppo,
            tipo: bozza.tipo,
            inizio: bozza.inizio,
            fine: bozza.fine,
            stato: bozza.stato,
            testo: bozza.testo.clone(),
            origine: bozza.origine.clone(),
        })
    }

    pub(super) fn voce_calendario(
        &self,
        entry: &Entry<'a, VoceCalendario>,
        problems: &mut Vec<Diagnostic>,
    ) -> VoceCalendario {
        let bozza = entry.bozza;
        let card = bozza.scheda.as_ref();
        VoceCalendario {
            mese: bozza.mese,
            colonna: bozza.colonna,
            data: bozza.data,
            etichetta: bozza.etichetta.clone(),
            scheda: card.and_then(|card| self.schede.resolve(entry.draft, card, None, problems)),
            stato: bozza.stato,
            origine: bozza.origine.clone(),
        }
    }

    pub(super) fn voce_indice(&self, entry: &Entry<'a, VoceIndice>, problems: &mut Vec<Diagnostic>) -> VoceIndice {
        match entry.bozza {
            VoceIndice::Scheda {
                ente,
                rif_ente,
                numero,
                titolo,
                ufficio,
                durata,
                scheda,
                origine,
            } => VoceIndice::Scheda {
                ente: ente.clone(),
                rif_ente: self.ente(entry.draft, rif_ente.as_ref()),
                numero: *numero,
                titolo: titolo.clone(),
                ufficio: ufficio.clone(),
                durata: durata.clone(),
                scheda: scheda
                    .as_ref()
                    .and_then(|card| self.schede.resolve(entry.draft, card, None, problems)),
                origine: origine.clone(),
            },
            VoceIndice::Unita {
                codice,
                nome,
                prima,
                sotto,
                pagina,
                unita,
                origine,
            } => VoceIndice::Unita {
                codice: codice.clone(),
                nome: nome.clone(),
                prima: *prima,
                sotto: sotto.clone(),
                pagina: *pagina,
                unita: unita
                    .as_ref()
                    .and_then(|unit| self.unita.resolve(entry.draft, unit, None, problems)),
                origine: origine.clone(),
            },
        }
    }
}
