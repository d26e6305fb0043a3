//! The nodes that take the place of others.

use std::any::TypeId;
use std::fmt::Debug;
use std::sync::Arc;

use crate::graph::link::ids::Ids;
use crate::graph::link::nodes::objective;
use crate::graph::link::table::{Noun, PerDraft};
use crate::graph::link::trace::Starts;
use crate::graph::{Arena, Graph};
use crate::model::{Assegnazione, Bozze, Fase, Indicatore, Obiettivo, Slug};

/// New nodes with their places.
#[derive(Default)]
pub(super) struct Fresh {
    obiettivi: Places<Obiettivo>,
    fasi: Places<Fase>,
    indicatori: Places<Indicatore>,
    assegnazioni: Places<Assegnazione>,
}

type Places<T> = Vec<(usize, Arc<T>)>;

/// A draft by its place among the inputs.
type Placed<'a> = (usize, &'a Bozze);

impl Fresh {
    /// Makes the nodes of a draft whose references mean what they meant. Nothing if some of them was no node before.
    pub(super) fn add(&mut self, graph: &Graph, starts: &Starts, ids: &Ids, draft: Placed<'_>) -> Option<()> {
        let table = Table { graph, starts, draft };
        self.obiettivi.extend(table.nodes(|local, bozza, was: &Obiettivo| {
            let links = (was.piano, was.unita, was.progetto, was.linea_strategica);
            objective::obiettivo(bozza, id(&ids.obiettivi, draft, local), was.url.clone(), links)
        })?);
        let phases = table.nodes(|local, bozza, was: &Fase| {
            objective::fase(bozza, id(&ids.fasi, draft, local), (was.obiettivo, was.progetto))
        })?;
        let indicators = table.nodes(|local, bozza, was: &Indicatore| {
            objective::indicatore(bozza, id(&ids.indicatori, draft, local), (was.piano, was.obiettivo))
        })?;
        let people = table
            .nodes(|_, bozza, was: &Assegnazione| objective::assegnazione(bozza, (was.obiettivo, was.progetto)))?;
        self.fasi.extend(others(phases, &graph.fasi));
        self.indicatori.extend(others(indicators, &graph.indicatori));
        self.assegnazioni.extend(others(people, &graph.assegnazioni));
        Some(())
    }

    /// Whether an id, a code or a name is another than in the graph before.
    pub(super) fn renames(&self, graph: &Graph) -> bool {
        let objective = |it: &Obiettivo| (it.id.clone(), it.codice.clone(), it.titolo.clone());
        let indicator = |it: &Indicatore| (it.id.clone(), it.codice.clone(), it.testo.clone());
        differ(&self.obiettivi, &graph.obiettivi, objective)
            || differ(&self.fasi, &graph.fasi, |it| (it.id.clone(), it.nome.clone()))
            || differ(&self.indicatori, &graph.indicatori, indicator)
    }

    /// Puts the nodes into both graphs of a linking.
    pub(super) fn put_into(self, one: &mut Graph, other: &mut Graph) {
        if !self.fasi.is_empty() {
            // A phase may end on another day.
            one.fini = Arc::default();
            other.fini = Arc::clone(&one.fini);
        }
        put(self.obiettivi, &mut one.obiettivi, &mut other.obiettivi);
        put(self.fasi, &mut one.fasi, &mut other.fasi);
        put(self.indicatori, &mut one.indicatori, &mut other.indicatori);
        put(self.assegnazioni, &mut one.assegnazioni, &mut other.assegnazioni);
    }
}

fn id(ids: &PerDraft<Slug>, (draft, _): Placed<'_>, local: usize) -> Slug {
    ids.get(draft, local).cloned().unwrap_or_default()
}

/// The nodes that a draft became.
struct Table<'a> {
    graph: &'a Graph,
    starts: &'a Starts,
    draft: Placed<'a>,
}

impl Table<'_> {
    fn nodes<T: Noun + 'static>(&self, node: impl Fn(usize, &T::Draft, &T) -> T) -> Option<Places<T>> {
        let (draft, bozze) = self.draft;
        let starts = self.starts.get(&TypeId::of::<T>())?;
        let (start, end) = (*starts.get(draft)? as usize, *starts.get(draft + 1)? as usize);
        let known = T::arena(self.graph).shared().get(start..end)?;
        let drafts = T::list(bozze);
        let fresh = drafts.iter().zip(known).enumerate();
        let fresh = fresh.map(|(local, (bozza, was))| (start + local, Arc::new(node(local, bozza, was))));
        (drafts.len() == known.len()).then(|| fresh.collect())
    }
}

/// The nodes that are not those of the list before in all, places too, over which equality passes.
fn others<T: Debug>(fresh: Places<T>, known: &Arena<T>) -> impl Iterator<Item = (usize, Arc<T>)> {
    let known = known.shared();
    let words = |node: &T| format!("{node:?}");
    fresh
        .into_iter()
        .filter(move |(at, node)| words(node) != words(&known[*at]))
}

fn differ<T, N: PartialEq>(fresh: &Places<T>, arena: &Arena<T>, names: impl Fn(&T) -> N) -> bool {
    let known = arena.shared();
    fresh.iter().any(|(at, node)| names(node) != names(&known[*at]))
}

/// Lists that both graphs share stay shared.
fn put<T>(fresh: Places<T>, one: &mut Arena<T>, other: &mut Arena<T>) {
    if fresh.is_empty() {
        return;
    }
    let shared = one.is(other);
    for (at, node) in &fresh {
        one.shared_mut()[*at] = Arc::clone(node);
    }
    if shared {
        return other.clone_from(one);
    }
    for (at, node) in fresh {
        other.shared_mut()[at] = node;
    }
}
