//! Drafts become nodes: every reference resolved, every address made. A draft that cannot be without a thing that is
//! missing (an objective without its plan) becomes no node; the missing thing is reported.

mod card;
pub(super) mod objective;
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

impl<'a> Linker<'a> {
    /// A linker that knows no node yet.
    pub(super) fn new(inputs: &'a Inputs, enti: &'a Enti, ids: &'a Ids, known: &'a Known<'a>) -> Self {
        Self {
            inputs,
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
    files: &[&Bozze],
    sections: &[Option<usize>],
    problems: &mut Vec<Diagnostic>,
) -> Linker<'a> {
    linker.piani = target(files, problems, |entry: &Entry<'_, Piano>, _| {
        linker.piano(entry).map(Arc::new)
    });
    let plan_of = |section: &Option<usize>| *linker.piani.places.get((*section)?, 0)?;
    linker.piani.sections = sections.iter().map(plan_of).collect();
    linker.schede = target(files, problems, |entry, _| linker.scheda(entry).map(Arc::new));
    linker.unita = target(files, problems, |entry, problems| {
        linker.unita(entry, problems).map(Arc::new)
    });
    linker.unita_above(files, problems);
    linker.linee_strategiche = target(files, problems, |entry, problems| {
        linker.linea(entry, problems).map(Arc::new)
    });
    linker.linee_above(files, problems);
    linker.progetti = target(files, problems, |entry, problems| {
        linker.progetto(entry, problems).map(Arc::new)
    });
    linker.obiettivi = target(files, problems, |entry, problems| linker.obiettivo(entry, problems));
    linker
}

/// How many files one thread takes at a time.
const FILES: usize = 256;

/// The nodes of a noun that others refer to, with the place of each draft among them.
fn target<T: Noun + Send + Sync>(
    files: &[&Bozze],
    problems: &mut Vec<Diagnostic>,
    node: impl Fn(&Entry<'_, T>, &mut Vec<Diagnostic>) -> Option<Arc<T>> + Sync,
) -> Target<T> {
    let parts = files.par_chunks(FILES).enumerate().map(|(at, files)| {
        let mut part = Part::default();
        for (draft, bozze) in (at * FILES..).zip(files) {
            part.add(draft, bozze, &node);
        }
        part
    });
    let mut places = Vec::new();
    let made = joined(parts.collect(), problems, |made, part| {
        let mut ids = (made.nodes.len()..).map(Id::new);
        places.extend(part.nodes.iter().map(|node| node.as_ref().and_then(|_| ids.next())));
    });
    Target::new(made, PerDraft::new::<T>(files, places))
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

impl<T: Noun> Part<T> {
    /// Adds the nodes of one more file.
    fn add(
        &mut self,
        draft: usize,
        bozze: &Bozze,
        node: impl Fn(&Entry<'_, T>, &mut Vec<Diagnostic>) -> Option<Arc<T>>,
    ) {
        let first = self.nodes.len();
        let nodes = entries_of(draft, bozze).map(|entry| node(&entry, &mut self.problems));
        self.nodes.extend(nodes);
        let made = self.nodes[first..].iter().flatten().count();
        self.ends.push(self.ends.last().map_or(0, |end| *end) + made as u32);
    }
}

macro_rules! leaves {
    (|$linker:ident, $entry:ident, $problems:ident| $($list:ident: $noun:ident = $node:expr;)+) => {
        /// The nodes that no other node refers to.
        pub(super) struct Leaves {
            $(pub(super) $list: Made<$noun>,)+
        }

        /// The nodes that no other node refers to, of some files.
        #[derive(Default)]
        struct Parts {
            $($list: Part<$noun>,)+
        }

        impl Parts {
            /// Adds the nodes of one more file.
            fn add(&mut self, $linker: &Linker<'_>, draft: usize, bozze: &Bozze) {
                $(self.$list.add(draft, bozze, |$entry, $problems| $node);)+
            }
        }

        impl Leaves {
            /// Joins the nodes of all files.
            fn of(mut parts: Vec<Parts>, problems: &mut Vec<Diagnostic>) -> Self {
                Self {
                    $($list: joined(taken(&mut parts, |part| &mut part.$list), problems, |_, _| {}),)+
                }
            }
        }
    };
}

leaves! { |linker, entry, problems|
    disponibilita: Disponibilita = linker.disponibilita(entry, problems).map(Arc::new);
    contatti: Contatto = Some(Arc::new(linker.contatto(entry, problems)));
    calendario: VoceCalendario = Some(Arc::new(linker.voce_calendario(entry, problems)));
    fasi: Fase = Some(linker.fase(entry, problems));
    indicatori: Indicatore = linker.indicatore(entry, problems);
    assegnazioni: Assegnazione = Some(linker.assegnazione(entry, problems));
    bilancio: VoceBilancio = linker.voce_bilancio(entry, problems).map(Arc::new);
    totali: Totale = linker.totale(entry, problems).map(Arc::new);
    partner: Partner = linker.partner(entry, problems).map(Arc::new);
    totali_partner: TotalePartner = linker.totale_partner(entry, problems).map(Arc::new);
    attivita: Attivita = linker.attivita(entry, problems).map(Arc::new);
    scadenze: Scadenza = linker.scadenza(entry, problems).map(Arc::new);
    sezioni: Sezione = linker.sezione(entry, problems).map(Arc::new);
    indice: VoceIndice = Some(Arc::new(linker.voce_indice(entry, problems)));
}

/// The nodes of one noun, taken out of those of all.
fn taken<T>(parts: &mut [Parts], list: impl Fn(&mut Parts) -> &mut Part<T>) -> Vec<Part<T>> {
    parts.iter_mut().map(|part| std::mem::take(list(part))).collect()
}

/// Joins the nodes of one noun; `tell` is given what is joined so far and each part that comes next.
fn joined<T>(parts: Vec<Part<T>>, problems: &mut Vec<Diagnostic>, mut tell: impl FnMut(&Made<T>, &Part<T>)) -> Made<T> {
    let nodes = parts.iter().map(|part| part.nodes.len()).sum();
    let mut made = Made::with_room(nodes, parts.iter().map(|part| part.ends.len()).sum());
    for part in parts {
        tell(&made, &part);
        made.add(part.nodes.into_iter().flatten(), &part.ends);
        problems.extend(part.problems);
    }
    made
}

impl Linker<'_> {
    /// Makes the nodes that no other node refers to. Drafts go as their nodes come: both together would be the most
    /// that a run holds.
    pub(super) fn leaves(&self, files: Vec<Arc<Bozze>>, problems: &mut Vec<Diagnostic>) -> Leaves {
        let parts = files.into_par_iter().chunks(FILES).enumerate();
        let parts = parts.map(|(at, files)| {
            let mut part = Parts::default();
            for (draft, bozze) in (at * FILES..).zip(files) {
                part.add(self, draft, &bozze);
            }
            part
        });
        Leaves::of(parts.collect(), problems)
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
