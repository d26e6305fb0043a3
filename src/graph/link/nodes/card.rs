use std::sync::Arc;

use super::{Linker, address, address_or, id};
use crate::diag::Diagnostic;
use crate::diag::register::catalogo::ETICHETTA_IGNOTA;
use crate::graph::link::table::{Entry, Made};
use crate::graph::link::{EDITORS, TABLE, griglia};
use crate::model::{
    Contatto, Disponibilita, Ente, Id, Origine, Piano, Riferimento, Scheda, Slug, Testo, VoceCalendario, VoceIndice,
};

impl<'a> Linker<'a> {
    pub(super) fn ente(&self, draft: usize, reference: Option<&Riferimento>) -> Option<Id<Ente>> {
        reference.and_then(|reference| self.enti.resolve(draft, reference))
    }

    pub(super) fn scheda(&self, entry: &Entry<'_, Scheda>) -> Option<Scheda> {
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

    pub(super) fn contatto(&self, entry: &Entry<'_, Contatto>, problems: &mut Vec<Diagnostic>) -> Contatto {
        let bozza = entry.bozza;
        let card = bozza.scheda.as_ref();
        let plan = bozza.piano.as_ref();
        Contatto {
            id: id(&self.ids.contatti, entry),
            scheda: card.and_then(|card| self.schede.resolve(entry.draft, card, self.near(entry.draft), problems)),
            piano: match plan {
                Some(plan) => self.piani.resolve(entry.draft, plan, self.near(entry.draft), problems),
                None if card.is_none() => self.plan_of_document(&bozza.origine),
                None => None,
            },
            ente: self.ente(entry.draft, bozza.ente.as_ref()),
            ruolo: bozza.ruolo,
            nome: bozza.nome.clone(),
            cognome: bozza.cognome.clone(),
            email: bozza.email.clone(),
            telefoni: bozza.telefoni.clone(),
            origine: bozza.origine.clone(),
        }
    }

    /// The one plan that the document describes which a row was copied from: the table `contatti` has no column for it.
    fn plan_of_document(&self, origine: &Origine) -> Option<Id<Piano>> {
        let document = &origine.riportata()?.documento;
        let copied = |plan: &Piano| {
            let of = plan.origine.riportata();
            of.is_some_and(|of| of.documento == *document)
        };
        let mut plans = self.piani.nodes.iter().enumerate().filter(|(_, plan)| copied(plan));
        match (plans.next(), plans.next()) {
            (Some((index, _)), None) => Some(Id::new(index)),
            _ => None,
        }
    }

    pub(super) fn disponibilita(
        &self,
        entry: &Entry<'_, Disponibilita>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Disponibilita> {
        let bozza = entry.bozza;
        Some(Disponibilita {
            scheda: {
                let near = self.near(entry.draft);
                self.schede.resolve(entry.draft, &bozza.scheda, near, problems)?
            },
            gruppo: bozza.gruppo,
            tipo: bozza.tipo,
            inizio: bozza.inizio,
            fine: bozza.fine,
            stato: bozza.stato,
            testo: bozza.testo.clone(),
            origine: bozza.origine.clone(),
        })
    }

    /// The rows of the month grids: one for each card that a label means.
    pub(in crate::graph::link) fn calendario(
        &self,
        rows: Made<VoceCalendario>,
        offers: &[Arc<Disponibilita>],
    ) -> Vec<VoceCalendario> {
        let mut nodes = rows.nodes.into_iter().map(Arc::unwrap_or_clone);
        let ends = rows.starts.iter().skip(1).zip(&rows.starts);
        let grids = ends.map(|(end, start)| nodes.by_ref().take((end - start) as usize).collect());
        let drafts = self.inputs.drafts.iter().zip(grids);
        let rows = drafts.flat_map(|(draft, rows): (_, Vec<_>)| match draft.reader {
            TABLE => rows,
            _ => griglia::confirm(rows, offers),
        });
        rows.collect()
    }

    /// A row of a grid; which of several cards it is, only its day can tell.
    pub(super) fn voce_calendario(
        &self,
        entry: &Entry<'_, VoceCalendario>,
        problems: &mut Vec<Diagnostic>,
    ) -> VoceCalendario {
        let bozza = entry.bozza;
        let intese = match &bozza.scheda {
            None => Vec::new(),
            Some(reference) => self.cards_meant(entry.draft, reference, problems),
        };
        VoceCalendario {
            mese: bozza.mese,
            colonna: bozza.colonna,
            data: bozza.data,
            etichetta: bozza.etichetta.clone(),
            scheda: match intese.as_slice() {
                [only] => Some(*only),
                _ => None,
            },
            intese,
            stato: bozza.stato,
            origine: bozza.origine.clone(),
        }
    }

    /// The cards that a grid's reference means: a card's own id, or a label among the cards of the same document.
    fn cards_meant(&self, draft: usize, reference: &Riferimento, problems: &mut Vec<Diagnostic>) -> Vec<Id<Scheda>> {
        let label = match reference {
            Riferimento::Locale(_) | Riferimento::Sezione(_) => {
                return self
                    .schede
                    .resolve(draft, reference, self.near(draft), problems)
                    .into_iter()
                    .collect();
            }
            Riferimento::Scritto(label) => label,
        };
        if let Some(card) = self.schede.known(label, self.near(draft)) {
            return vec![card];
        }
        let cards = griglia::meant(label, &self.cards_of_document(draft));
        if cards.is_empty() {
            problems.push(
                Diagnostic::new(&ETICHETTA_IGNOTA)
                    .at(label.span)
                    .with("etichetta", &label.value),
            );
        }
        cards
    }

    fn cards_of_document(&self, draft: usize) -> Vec<griglia::Candidate<'_>> {
        let locals = 0..self.ids.schede.count(draft);
        let ids = locals.filter_map(|local| *self.schede.places.get(draft, local)?);
        let candidates = ids.map(|id| {
            let scheda = self.schede.node(id);
            griglia::Candidate {
                id,
                scheda,
                ente: &self.enti.nodes[scheda.ente.index()],
            }
        });
        candidates.collect()
    }

    pub(super) fn voce_indice(&self, entry: &Entry<'_, VoceIndice>, problems: &mut Vec<Diagnostic>) -> VoceIndice {
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
                    .and_then(|card| self.schede.resolve(entry.draft, card, self.near(entry.draft), problems)),
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
