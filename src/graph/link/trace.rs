//! What a linking leaves for the next one. A node that would be made of what it was made of is the node that it was:
//! linking again resolves every reference, and makes only what came out otherwise.

use std::any::TypeId;
use std::collections::HashMap;
use std::sync::Arc;

use super::Draft;
use super::table::{Entry, Noun};
use crate::graph::Graph;
use crate::model::Bozze;

/// The drafts and the graph of a linking.
#[derive(Debug, Default)]
pub struct Trace {
    /// None for a draft that was corrected.
    pub(super) drafts: Vec<Option<Arc<Bozze>>>,
    pub(super) graph: Graph,
    pub(super) starts: Starts,
}

/// For each noun, how many nodes come from the files before each file, and from all.
pub(super) type Starts = HashMap<TypeId, Vec<u32>>;

/// What is known of the drafts of a run from the one before.
#[derive(Debug)]
pub(super) struct Known<'a> {
    trace: &'a Trace,
    /// The place that each draft had then; none if it is new, or was or is corrected.
    was: Vec<Option<usize>>,
}

impl<'a> Known<'a> {
    /// Finds drafts again; `corrected` are not looked for.
    pub(super) fn of(trace: &'a Trace, drafts: &[Draft], corrected: impl Fn(usize) -> bool) -> Self {
        let then = trace.drafts.iter().enumerate();
        let then: HashMap<*const Bozze, usize> = then
            .filter_map(|(at, bozze)| Some((Arc::as_ptr(bozze.as_ref()?), at)))
            .collect();
        let now = drafts.iter().enumerate();
        let was = now.map(|(at, draft)| then.get(&Arc::as_ptr(&draft.bozze)).copied().filter(|_| !corrected(at)));
        Self {
            was: was.collect(),
            trace,
        }
    }

    /// The node that was made of the same draft.
    pub(super) fn node<T: Noun + 'static>(&self, entry: &Entry<'_, T>) -> Option<&'a Arc<T>> {
        let was = self.was.get(entry.draft).copied().flatten()?;
        let starts = self.trace.starts.get(&TypeId::of::<T>())?;
        let (start, end) = (*starts.get(was)? as usize, *starts.get(was + 1)? as usize);
        let list = self.trace.drafts.get(was)?.as_ref()?;
        // Where a draft became no node, the others cannot be told apart by their places.
        let all = end - start == T::list(list).len();
        T::arena(&self.trace.graph)
            .shared()
            .get(start + entry.local)
            .filter(|_| all)
    }
}
