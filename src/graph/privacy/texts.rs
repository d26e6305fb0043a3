//! Every text of the graph that a page or a table can show, so that none is forgotten when withheld values are
//! redacted. Ids and addresses are no texts: they are never made of a person's name.

use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;
use serde_json::{Map, Value};

use crate::graph::{Arena, Graph, Tassonomia, Termine};
use crate::model::{
    Assegnazione, Attivita, Comuni, Contatto, Detto, Disponibilita, Documento, Ente, Fase, Indicatore, LineaStrategica,
    Obiettivo, Pagina, Piano, Progetto, Scadenza, Scheda, Sezione, Testo, Totale, Unita, ValoreAtteso, Voce,
    VoceBilancio, VoceCalendario, VoceIndice,
};

/// What stands in the place of a text; nothing where it may stay.
pub(super) type Edit<'e> = &'e (dyn Fn(&Testo) -> Option<Testo> + Sync);

/// Something that holds texts.
pub(super) trait Texts {
    /// Gives each text to `edit` and says whether any was replaced.
    fn each(&mut self, edit: Edit<'_>) -> bool;
}

impl Texts for Testo {
    fn each(&mut self, edit: Edit<'_>) -> bool {
        edit(self).map(|new| *self = new).is_some()
    }
}

impl<T: Texts> Texts for Detto<T> {
    fn each(&mut self, edit: Edit<'_>) -> bool {
        self.value.each(edit)
    }
}

impl<T: Texts> Texts for Option<T> {
    fn each(&mut self, edit: Edit<'_>) -> bool {
        self.as_mut().is_some_and(|some| some.each(edit))
    }
}

impl<T: Texts> Texts for Vec<T> {
    fn each(&mut self, edit: Edit<'_>) -> bool {
        self.iter_mut().fold(false, |any, item| item.each(edit) | any)
    }
}

/// Stays shared where none of its texts is replaced.
impl<T: Texts + Clone> Texts for Arc<T> {
    fn each(&mut self, edit: Edit<'_>) -> bool {
        let mut own = self.as_ref().clone();
        let any = own.each(edit);
        if any {
            *self = Arc::new(own);
        }
        any
    }
}

/// The original of a translated list or graph, and what is made of the texts that stand in both: those that nobody
/// translated are still in its language.
pub(super) type Original<'o, G> = Option<(&'o G, Edit<'o>)>;

/// Gives the texts of a list to `edit`. A node stays shared where none of its texts is replaced; where the list before,
/// the first of `known`, has the very node, the second has what became of it.
fn each_of<T: Texts + Clone + Send + Sync>(
    list: &mut Arena<T>,
    known: Option<[&Arena<T>; 2]>,
    original: Original<'_, Arena<T>>,
    edit: Edit<'_>,
) {
    if let Some([before, after]) = known.filter(|[before, _]| list.is(before)) {
        debug_assert_eq!(before.len(), after.len());
        return list.clone_from(after);
    }
    let became = |at: usize, node: &Arc<T>| {
        let [before, after] = known?;
        let same = before.shared().get(at).is_some_and(|before| Arc::ptr_eq(before, node));
        after.shared().get(at).filter(|_| same)
    };
    let of = |at: usize| original.and_then(|(list, edit)| Some((list.shared().get(at)?.as_ref(), edit)));
    let nodes = list.shared().par_iter().enumerate();
    let replaced = nodes.filter_map(|(at, node)| match became(at, node) {
        Some(after) => (!Arc::ptr_eq(after, node)).then(|| (at, Arc::clone(after))),
        None => Some((at, Arc::new(replaced(node.as_ref(), of(at), edit)?))),
    });
    let replaced: Vec<_> = replaced.collect();
    for (at, node) in replaced {
        list.shared_mut()[at] = node;
    }
}

/// What becomes of a node; nothing where all of it stays.
fn replaced<T: Texts + Clone>(node: &T, original: Original<'_, T>, edit: Edit<'_>) -> Option<T> {
    let mut new = node.clone();
    if !new.each(edit) {
        return None;
    }
    let Some((original, as_there)) = original else {
        return Some(new);
    };
    let untranslated = texts(original);
    let mut new = node.clone();
    new.each(&|text| match untranslated.contains(text) {
        true => as_there(text),
        false => edit(text),
    });
    Some(new)
}

/// All texts of a node.
fn texts<T: Texts + Clone>(node: &T) -> Vec<Testo> {
    let found = Mutex::new(Vec::new());
    node.clone().each(&|text| {
        found.lock().unwrap_or_else(PoisonError::into_inner).push(text.clone());
        None
    });
    found.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// Gives every text of a graph to `edit`, but those that a translated one has from its original as is said there. Of
/// `known`, a graph and what it became when its texts were given to one that says the same, what stands in both is not
/// looked at again.
pub(super) fn each_in(graph: &mut Graph, known: Option<[&Graph; 2]>, original: Original<'_, Graph>, edit: Edit<'_>) {
    macro_rules! lists {
        ($($list:ident)+) => {
            $(each_of(
                &mut graph.$list,
                known.map(|known| known.map(|graph| &graph.$list)),
                original.map(|(graph, edit)| (&graph.$list, edit)),
                edit,
            );)+
        };
    }
    lists! {
        documenti enti schede contatti disponibilita calendario piani unita linee_strategiche progetti obiettivi fasi
        indicatori assegnazioni bilancio totali attivita scadenze sezioni indice pagine
    }
    graph.tassonomie.each(edit);
    graph.dati.each(edit);
}

impl<A: Texts, B: Texts> Texts for (A, B) {
    fn each(&mut self, edit: Edit<'_>) -> bool {
        self.0.each(edit) | self.1.each(edit)
    }
}

impl Texts for ValoreAtteso {
    fn each(&mut self, edit: Edit<'_>) -> bool {
        match self {
            Self::Testo(text) => text.each(edit),
            _ => false,
        }
    }
}

impl Texts for Map<String, Value> {
    fn each(&mut self, edit: Edit<'_>) -> bool {
        self.values_mut().fold(false, |any, value| value.each(edit) | any)
    }
}

impl Texts for Value {
    fn each(&mut self, edit: Edit<'_>) -> bool {
        match self {
            Self::String(text) => {
                let new = edit(&Testo::from(text.as_str()));
                new.map(|new| *text = new.into()).is_some()
            }
            Self::Array(items) => items.iter_mut().fold(false, |any, item| item.each(edit) | any),
            Self::Object(block) => block.each(edit),
            Self::Null | Self::Bool(_) | Self::Number(_) => false,
        }
    }
}

impl Texts for VoceIndice {
    fn each(&mut self, edit: Edit<'_>) -> bool {
        match self {
            Self::Scheda {
                titolo,
                ufficio,
                durata,
                ..
            } => titolo.each(edit) | ufficio.each(edit) | durata.each(edit),
            Self::Unita { nome, .. } => nome.each(edit),
        }
    }
}

macro_rules! texts {
    ($($node:ty { $($field:ident),+ $(,)? })+) => {
        $(impl Texts for $node {
            fn each(&mut self, edit: Edit<'_>) -> bool {
                $(self.$field.each(edit))|+
            }
        })+
    };
}

texts! {
    Documento { titolo }
    Ente { nome, alias }
    Scheda { titolo, ospitante, ufficio, descrizione, modalita, partecipanti_testo, durata_testo }
    Contatto { nome, cognome, email, telefoni }
    Disponibilita { testo }
    VoceCalendario { etichetta }
    Piano { titolo, programma, atto }
    Unita { nome, responsabile }
    LineaStrategica { titolo }
    Progetto { titolo, titolo_annunciato, riferimento, descrizione }
    Obiettivo { titolo, descrizione }
    Fase { nome, descrizione }
    Indicatore { testo, azione, valore_atteso, valore, valore_raggiunto, nota }
    Assegnazione { persona, categoria, ruolo }
    VoceBilancio { descrizione }
    Totale { percorso }
    Attivita { azione, descrizione, altre_descrizioni }
    Scadenza { cosa, chi }
    Sezione { titolo, voci }
    Voce { titolo, testo }
    Pagina { comuni }
    Tassonomia { titolo, termini }
    Termine { nome }
    Comuni { titolo, descrizione, tassonomie, extra }
}
