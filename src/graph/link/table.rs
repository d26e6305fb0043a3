use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, OnceLock};

use crate::graph::{Arena, Graph};
use crate::model::{
    Assegnazione, Attivita, Bozza, Bozze, Contatto, Disponibilita, Ente, Fase, Indicatore, LineaStrategica, Obiettivo,
    Partner, Piano, Progetto, Scadenza, Scheda, Sezione, Totale, TotalePartner, Unita, VoceBilancio, VoceCalendario,
    VoceIndice,
};

/// A noun that drafts list: where its list stands in a file's [`Bozze`].
pub(super) trait Noun: Sized {
    /// The noun as a draft.
    type Draft;

    /// The list of one file.
    fn list(bozze: &Bozze) -> &[Self::Draft];

    /// The list of a graph.
    fn arena(graph: &Graph) -> &Arena<Self>;
}

macro_rules! nouns {
    ($($noun:ident = $list:ident),+ $(,)?) => {
        $(impl Noun for $noun {
            type Draft = $noun<Bozza>;

            fn list(bozze: &Bozze) -> &[Self::Draft] {
                &bozze.$list
            }

            fn arena(graph: &Graph) -> &Arena<Self> {
                &graph.$list
            }
        })+
    };
}

nouns! {
    Ente = enti, Scheda = schede, Contatto = contatti, Disponibilita = disponibilita, VoceCalendario = calendario,
    Piano = piani, Unita = unita, LineaStrategica = linee_strategiche, Progetto = progetti, Obiettivo = obiettivi,
    Fase = fasi, Indicatore = indicatori, Assegnazione = assegnazioni, VoceBilancio = bilancio, Totale = totali,
    Partner = partner, TotalePartner = totali_partner, Attivita = attivita, Scadenza = scadenze, Sezione = sezioni, VoceIndice = indice,
}

/// A draft in the long list of all drafts of one noun.
#[derive(Debug)]
pub(super) struct Entry<'a, T: Noun> {
    /// Index of the file's draft among the inputs.
    pub(super) draft: usize,
    /// Index in the list of that file.
    pub(super) local: usize,
    /// The thing.
    pub(super) bozza: &'a T::Draft,
}

/// Every draft of one noun, file by file.
pub(super) fn entries<'a, T: Noun + 'a>(files: &'a [&'a Bozze]) -> impl Iterator<Item = Entry<'a, T>> {
    files
        .iter()
        .enumerate()
        .flat_map(|(draft, bozze)| entries_of(draft, bozze))
}

/// Every draft of one noun in one file.
pub(super) fn entries_of<'a, T: Noun + 'a>(
    draft: usize,
    bozze: &'a Bozze,
) -> impl ExactSizeIterator<Item = Entry<'a, T>> {
    let list = T::list(bozze).iter().enumerate();
    list.map(move |(local, bozza)| Entry { draft, local, bozza })
}

/// The nodes of a noun, file by file.
#[derive(Debug)]
pub(super) struct Made<T> {
    pub(super) nodes: Vec<Arc<T>>,
    /// How many nodes come from the files before each file, and from all.
    pub(super) starts: Vec<u32>,
}

impl<T> Default for Made<T> {
    fn default() -> Self {
        Self {
            nodes: Vec::new(),
            starts: vec![0],
        }
    }
}

impl<T> Made<T> {
    /// No nodes yet, with room for so many.
    pub(super) fn with_room(nodes: usize, files: usize) -> Self {
        let mut made = Self {
            nodes: Vec::with_capacity(nodes),
            starts: Vec::with_capacity(files + 1),
        };
        made.starts.push(0);
        made
    }

    /// Adds the nodes of some more files; `ends` is how many come from the files up to each of them.
    pub(super) fn add(&mut self, nodes: impl Iterator<Item = Arc<T>>, ends: &[u32]) {
        let before = self.nodes.len() as u32;
        self.nodes.extend(nodes);
        self.starts.extend(ends.iter().map(|end| before + end));
    }
}

/// A value for each draft of one noun, found by file and place in the file.
#[derive(Debug)]
pub(super) struct PerDraft<V> {
    starts: Vec<usize>,
    values: Vec<V>,
    /// Made when a value is first looked for.
    index: OnceLock<HashMap<V, usize>>,
}

impl<V> Default for PerDraft<V> {
    fn default() -> Self {
        Self {
            starts: Vec::new(),
            values: Vec::new(),
            index: OnceLock::new(),
        }
    }
}

impl<V> PerDraft<V> {
    /// Values given in the order of [`entries`].
    pub(super) fn new<T: Noun>(files: &[&Bozze], values: Vec<V>) -> Self {
        let mut starts = Vec::with_capacity(files.len() + 1);
        let mut total = 0;
        starts.push(total);
        for bozze in files {
            total += T::list(bozze).len();
            starts.push(total);
        }
        debug_assert_eq!(total, values.len());
        Self {
            starts,
            values,
            index: OnceLock::new(),
        }
    }

    /// The value of a file's draft; none for a place that the file does not have.
    pub(super) fn get(&self, draft: usize, local: usize) -> Option<&V> {
        let at = self.starts.get(draft)? + local;
        (at < *self.starts.get(draft + 1)?).then(|| self.values.get(at))?
    }

    /// How many drafts a file has.
    pub(super) fn count(&self, draft: usize) -> usize {
        let end = self.starts.get(draft + 1);
        end.map_or(0, |end| end - self.starts[draft])
    }

    /// Puts another value in the place of one that is there.
    pub(super) fn put(&mut self, draft: usize, local: usize, value: V) {
        let place = self
            .starts
            .get(draft)
            .and_then(|start| self.values.get_mut(start + local));
        if let Some(place) = place {
            *place = value;
            self.index = OnceLock::new();
        }
    }

    /// All values, file by file.
    pub(super) fn values(&self) -> &[V] {
        &self.values
    }
}

impl<V: Clone + Eq + Hash> PerDraft<V> {
    /// The file and the place in the file of a draft with this value.
    pub(super) fn find(&self, value: &V) -> Option<(usize, usize)> {
        let values = self.values.iter().enumerate();
        let index = self
            .index
            .get_or_init(|| values.map(|(at, value)| (value.clone(), at)).collect());
        let at = *index.get(value)?;
        let draft = self.starts.partition_point(|start| *start <= at).checked_sub(1)?;
        Some((draft, at - self.starts[draft]))
    }
}
