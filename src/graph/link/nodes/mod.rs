//! Drafts become nodes: every reference resolved, every address made. A draft that cannot be without a thing that is
//! missing (an objective without its plan) becomes no node; the missing thing is reported.

mod card;
mod plan;
mod project;

use super::enti::Enti;
use super::ids::Ids;
use super::resolve::Target;
use super::table::{Entry, Noun, PerDraft, entries};
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
    pub(super) piani: Target<Piano>,
    pub(super) unita: Target<Unita>,
    pub(super) linee_strategiche: Target<LineaStrategica>,
    pub(super) progetti: Target<Progetto>,
    pub(super) obiettivi: Target<Obiettivo>,
    pub(super) schede: Target<Scheda>,
}

/// The nodes that no other node refers to.
pub(super) struct Leaves {
    pub(super) contatti: Vec<Contatto>,
    pub(super) disponibilita: Vec<Disponibilita>,
    pub(super) calendario: Vec<VoceCalendario>,
    pub(super) fasi: Vec<Fase>,
    pub(super) indicatori: Vec<Indicatore>,
    pub(super) assegnazioni: Vec<Assegnazione>,
    pub(super) bilancio: Vec<VoceBilancio>,
    pub(super) totali: Vec<Totale>,
    pub(super) partner: Vec<Partner>,
    pub(super) totali_partner: Vec<TotalePartner>,
    pub(super) attivita: Vec<Attivita>,
    pub(super) scadenze: Vec<Scadenza>,
    pub(super) sezioni: Vec<Sezione>,
    pub(super) indice: Vec<VoceIndice>,
}

/// Makes the nodes that others refer to, those above before those below.
pub(super) fn link<'a>(
    inputs: &'a Inputs,
    files: &'a [&'a Bozze],
    enti: &'a Enti,
    ids: &'a Ids,
    sections: &[Option<usize>],
    problems: &mut Vec<Diagnostic>,
) -> Linker<'a> {
    let mut linker = Linker {
        inputs,
        files,
        enti,
        ids,
        piani: Target::default(),
        unita: Target::default(),
        linee_strategiche: Target::default(),
        progetti: Target::default(),
        obiettivi: Target::default(),
        schede: Target::default(),
    };
    linker.piani = linker.target(|entry: &Entry<'_, Piano>| linker.piano(entry));
    let plan_of = |section: &Option<usize>| *linker.piani.places.get((*section)?, 0)?;
    linker.piani.sections = sections.iter().map(plan_of).collect();
    linker.schede = linker.target(|entry: &Entry<'_, Scheda>| linker.scheda(entry));
    linker.unita = linker.target(|entry: &Entry<'_, Unita>| linker.unita(entry, problems));
    linker.unita_above(problems);
    linker.linee_strategiche = linker.target(|entry: &Entry<'_, LineaStrategica>| linker.linea(entry, problems));
    linker.linee_above(problems);
    linker.progetti = linker.target(|entry: &Entry<'_, Progetto>| linker.progetto(entry, problems));
    linker.obiettivi = linker.target(|entry: &Entry<'_, Obiettivo>| linker.obiettivo(entry, problems));
    linker
}

impl<'a> Linker<'a> {
    /// Makes the nodes that no other node refers to.
    pub(super) fn leaves(&self, problems: &mut Vec<Diagnostic>) -> Leaves {
        let disponibilita = self.list(|entry: &Entry<'_, Disponibilita>| self.disponibilita(entry, problems));
        Leaves {
            contatti: self.list(|entry: &Entry<'_, Contatto>| Some(self.contatto(entry, problems))),
            calendario: self.calendario(&disponibilita, problems),
            disponibilita,
            fasi: self.list(|entry: &Entry<'_, Fase>| Some(self.fase(entry, problems))),
            indicatori: self.list(|entry: &Entry<'_, Indicatore>| self.indicatore(entry, problems)),
            assegnazioni: self.list(|entry: &Entry<'_, Assegnazione>| Some(self.assegnazione(entry, problems))),
            bilancio: self.list(|entry: &Entry<'_, VoceBilancio>| self.voce_bilancio(entry, problems)),
            totali: self.list(|entry: &Entry<'_, Totale>| self.totale(entry, problems)),
            partner: self.list(|entry: &Entry<'_, Partner>| self.partner(entry, problems)),
            totali_partner: self.list(|entry: &Entry<'_, TotalePartner>| self.totale_partner(entry, problems)),
            attivita: self.list(|entry: &Entry<'_, Attivita>| self.attivita(entry, problems)),
            scadenze: self.list(|entry: &Entry<'_, Scadenza>| self.scadenza(entry, problems)),
            sezioni: self.list(|entry: &Entry<'_, Sezione>| self.sezione(entry, problems)),
            indice: self.list(|entry: &Entry<'_, VoceIndice>| Some(self.voce_indice(entry, problems))),
        }
    }

    fn list<T: Noun + 'a>(&self, node: impl FnMut(&Entry<'a, T>) -> Option<T>) -> Vec<T> {
        let mut node = node;
        entries::<T>(self.files).filter_map(|entry| node(&entry)).collect()
    }

    /// The nodes of a noun that others refer to, with the place of each draft among them.
    fn target<T: Noun + 'a>(&self, mut node: impl FnMut(&Entry<'a, T>) -> Option<T>) -> Target<T> {
        let mut nodes = Vec::new();
        let places = entries::<T>(self.files).map(|entry| {
            let made = node(&entry)?;
            nodes.push(made);
            Some(Id::new(nodes.len() - 1))
        });
        let places: Vec<Option<Id<T>>> = places.collect();
        Target::new(nodes, PerDraft::new::<T>(self.files, places))
    }
}

/// The id of a draft, from the list of its noun.
fn id<T: Noun>(ids: &PerDraft<Slug>, entry: &Entry<'_, T>) -> Slug {
    ids.get(entry.draft, entry.local).cloned().unwrap_or_default()
}

/// The address that a table carried along, else the one that is made.
fn address_or(given: &str, made: impl FnOnce() -> crate::model::Testo) -> crate::model::Testo {
    if given.is_empty() { made() } else { given.into() }
}
