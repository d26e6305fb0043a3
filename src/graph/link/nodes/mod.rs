//! Drafts become nodes: every reference resolved, every address made. A draft that cannot be without a thing that is
//! missing (an objective without its plan) becomes no node; the missing thing is reported.

mod card;
mod plan;
mod project;

use std::any::TypeId;
use std::sync::Arc;

use rayon::prelude::*;

use super::enti::Enti;
use super::ids::Ids;
use super::resolve::Target;
use super::table::{Entry, Made, Noun, PerDraft, entries_of};
use super::trace::{Known, Starts};
use super::{Inputs, address};
use crate::diag::Diagnostic;
use crate::model::{
    Assegnazione, Attivita, Bozze, Contatto, Disponibilita, Fase, Id, Indicatore, LineaStrategica, Obiettivo, Partner,
    Piano, Progetto, Scadenza, Scheda, Sezione, Slug, Totale, TotalePartner, Unita, VoceBilancio, VoceCalendario,
    VoceIndice,
};

/// What every draft is linked with. Nouns that others refer to are filled in first.
pub(super) struct Linker<'a> {
    pub(super) inputs: &'a Inputs,
    pub(super) files: &'a [&'a Bozze],
    pub(super) enti: &'a Enti,
    pub(super) ids: &'a Ids,
    pub(super) known: &'a Known<'a>,
    pub(super) piani: Target<Piano>,
    pub(super) unita: Target<Unita>,
    pub(super) linee_strategiche: Target<LineaStrategica>,
    pub(super) progetti: Target<Progetto>,
    pub(super) obiettivi: Target<Obiettivo>,
    pub(super) schede: Target<Scheda>,
}

/// The nodes that no other node refers to.
pub(super) struct Leaves {
    pub(super) contatti: Made<Contatto>,
    pub(super) disponibilita: Made<Disponibilita>,
    pub(super) calendario: Vec<VoceCalendario>,
    pub(super) fasi: Made<Fase>,
    pub(super) indicatori: Made<Indicatore>,
    pub(super) assegnazioni: Made<Assegnazione>,
    pub(super) bilancio: Made<VoceBilancio>,
    pub(super) totali: Made<Totale>,
    pub(super) partner: Made<Partner>,
    pub(super) totali_partner: Made<TotalePartner>,
    pub(super) attivita: Made<Attivita>,
    pub(super) scadenze: Made<Scadenza>,
    pub(super) sezioni: Made<Sezione>,
    pub(super) indice: Made<VoceIndice>,
}

impl<'a> Linker<'a> {
    /// A linker that knows no node yet.
    pub(super) fn new(
        inputs: &'a Inputs,
        files: &'a [&'a Bozze],
        enti: &'a Enti,
        ids: &'a Ids,
        known: &'a Known<'a>,
    ) -> Self {
        Self {
            inputs,
            files,
            enti,
            ids,
            known,
            piani: Target::default(),
            unita: Target::default(),
            linee_strategiche: Target::default(),
            progetti: Target::default(),
            obiettivi: Target::default(),
            schede: Target::default(),
        }
    }
}

/// Makes the nodes that others refer to, those above before those below.
pub(super) fn link<'a>(
    mut linker: Linker<'a>,
    sections: &[Option<usize>],
    problems: &mut Vec<Diagnostic>,
) -> Linker<'a> {
    linker.piani = linker.target(problems, |entry: &Entry<'a, Piano>, _| {
        linker.piano(entry).map(Arc::new)
    });
    let plan_of = |section: &Option<usize>| *linker.piani.places.get((*section)?, 0)?;
    linker.piani.sections = sections.iter().map(plan_of).collect();
    linker.schede = linker.target(problems, |entry: &Entry<'a, Scheda>, _| {
        linker.scheda(entry).map(Arc::new)
    });
    linker.unita = linker.target(problems, |entry, problems| linker.unita(entry, problems).map(Arc::new));
    linker.unita_above(problems);
    linker.linee_strategiche = linker.target(problems, |entry, problems| linker.linea(entry, problems).map(Arc::new));
    linker.linee_above(problems);
    linker.progetti = linker.target(problems, |entry, problems| {
        linker.progetto(entry, problems).map(Arc::new)
    });
    linker.obiettivi = linker.target(problems, |entry, problems| linker.obiettivo(entry, problems));
    linker
}

impl<'a> Linker<'a> {
    /// Makes the nodes that no other node refers to.
    pub(super) fn leaves(&self, problems: &mut Vec<Diagnostic>) -> Leaves {
        let disponibilita = self.list(problems, |entry, problems| {
            self.disponibilita(entry, problems).map(Arc::new)
        });
        Leaves {
            contatti: self.list(problems, |entry, problems| {
                Some(Arc::new(self.contatto(entry, problems)))
            }),
            calendario: self.calendario(&disponibilita.nodes, problems),
            disponibilita,
            fasi: self.list(problems, |entry, problems| Some(self.fase(entry, problems))),
            indicatori: self.list(problems, |entry, problems| self.indicatore(entry, problems)),
            assegnazioni: self.list(problems, |entry, problems| Some(self.assegnazione(entry, problems))),
            bilancio: self.list(problems, |entry, problems| {
                self.voce_bilancio(entry, problems).map(Arc::new)
            }),
            totali: self.list(problems, |entry, problems| self.totale(entry, problems).map(Arc::new)),
            partner: self.list(problems, |entry, problems| self.partner(entry, problems).map(Arc::new)),
            totali_partner: self.list(problems, |entry, problems| {
                self.totale_partner(entry, problems).map(Arc::new)
            }),
            attivita: self.list(problems, |entry, problems| self.attivita(entry, problems).map(Arc::new)),
            scadenze: self.list(problems, |entry, problems| self.scadenza(entry, problems).map(Arc::new)),
            sezioni: self.list(problems, |entry, problems| self.sezione(entry, problems).map(Arc::new)),
            indice: self.list(problems, |entry, problems| {
                Some(Arc::new(self.voce_indice(entry, problems)))
            }),
        }
    }

    fn list<T: Noun + Send + Sync + 'a>(
        &self,
        problems: &mut Vec<Diagnostic>,
        node: impl Fn(&Entry<'a, T>, &mut Vec<Diagnostic>) -> Option<Arc<T>> + Sync,
    ) -> Made<T> {
        let mut made = Made::default();
        for part in self.parts(node) {
            made.add(part.nodes.into_iter().flatten(), &part.ends);
            problems.extend(part.problems);
        }
        made
    }

    /// The nodes of a noun that others refer to, with the place of each draft among them.
    fn target<T: Noun + Send + Sync + 'a>(
        &self,
        problems: &mut Vec<Diagnostic>,
        node: impl Fn(&Entry<'a, T>, &mut Vec<Diagnostic>) -> Option<Arc<T>> + Sync,
    ) -> Target<T> {
        let (mut made, mut places) = (Made::default(), Vec::new());
        for part in self.parts(node) {
            let mut ids = (made.nodes.len()..).map(Id::new);
            places.extend(part.nodes.iter().map(|node| node.as_ref().and_then(|_| ids.next())));
            made.add(part.nodes.into_iter().flatten(), &part.ends);
            problems.extend(part.problems);
        }
        Target::new(made, PerDraft::new::<T>(self.files, places))
    }

    /// The nodes of a noun, some files at a time, in parallel.
    fn parts<T: Noun + Send + Sync + 'a>(
        &self,
        node: impl Fn(&Entry<'a, T>, &mut Vec<Diagnostic>) -> Option<Arc<T>> + Sync,
    ) -> Vec<Part<T>> {
        const FILES: usize = 256;
        let parts = self.files.par_chunks(FILES).enumerate();
        let parts = parts.map(|(at, files)| {
            let mut part = Part::default();
            for (draft, bozze) in (at * FILES..).zip(files) {
                let nodes = entries_of(draft, bozze).map(|entry| node(&entry, &mut part.problems));
                let first = part.nodes.len();
                part.nodes.extend(nodes);
                let made = part.nodes[first..].iter().flatten().count();
                part.ends.push(part.ends.last().map_or(0, |end| *end) + made as u32);
            }
            part
        });
        parts.collect()
    }
}

/// The nodes of some files.
struct Part<T> {
    /// One for each draft; none where the draft could not become one.
    nodes: Vec<Option<Arc<T>>>,
    /// How many nodes come from the files up to each of these.
    ends: Vec<u32>,
    problems: Vec<Diagnostic>,
}

impl<T> Default for Part<T> {
    fn default() -> Self {
        Self {
            nodes: Vec::new(),
            ends: Vec::new(),
            problems: Vec::new(),
        }
    }
}

/// Where the nodes of each file begin, of the nouns of which there are many.
pub(super) fn starts(linker: &Linker<'_>, leaves: &Leaves) -> Starts {
    [
        (TypeId::of::<Obiettivo>(), linker.obiettivi.starts.clone()),
        (TypeId::of::<Fase>(), leaves.fasi.starts.clone()),
        (TypeId::of::<Indicatore>(), leaves.indicatori.starts.clone()),
        (TypeId::of::<Assegnazione>(), leaves.assegnazioni.starts.clone()),
    ]
    .into()
}

/// The id of a draft, from the list of its noun.
fn id<T: Noun>(ids: &PerDraft<Slug>, entry: &Entry<'_, T>) -> Slug {
    ids.get(entry.draft, entry.local).cloned().unwrap_or_default()
}

/// The address that a table carried along, else the one that is made.
fn address_or(given: &str, made: impl FnOnce() -> crate::model::Testo) -> crate::model::Testo {
    if given.is_empty() { made() } else { given.into() }
}
