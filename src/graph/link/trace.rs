//! What a linking leaves for the next one. A node that would be made of what it was made of is the node that it was:
//! linking again resolves every reference, and makes only what came out otherwise.

use std::any::TypeId;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::Draft;
use super::ids::Naming;
use super::table::{Entry, Noun};
use crate::config::Config;
use crate::diag::Diagnostic;
use crate::graph::{Graph, Held};
use crate::model::Bozze;
use crate::source::FileId;

/// The drafts and the graph of a linking.
#[derive(Debug, Default)]
pub struct Trace {
    pub(super) drafts: Vec<Arc<Bozze>>,
    /// The places of those that were corrected.
    pub(super) corrected: BTreeSet<usize>,
    pub(super) graph: Graph,
    pub(super) starts: Starts,
    pub(super) whole: Option<Whole>,
}

/// A whole linking, which stays true as long as only the words of some files change.
#[derive(Debug)]
pub(super) struct Whole {
    pub(super) naming: Naming,
    pub(super) sources: Vec<Source>,
    pub(super) config: Config,
    /// All links resolved.
    pub(super) graph: Graph,
    pub(super) problems: Vec<Diagnostic>,
    pub(super) held: Vec<Held>,
    /// Whether some file names an objective or a part of one, of any file, by its id, code or name.
    pub(super) by_name: bool,
}

/// File, page and reader of a draft.
pub(super) type Source = (FileId, usize, &'static str);

/// Where a draft comes from.
pub(super) fn source(draft: &Draft) -> Source {
    (draft.file, draft.pagina, draft.reader)
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
    /// Finds drafts again, but for those that are corrected or were.
    pub(super) fn of(trace: &'a Trace, drafts: &[Arc<Bozze>], corrected: &BTreeSet<usize>) -> Self {
        let then = trace.drafts.iter().enumerate();
        let then = then.filter(|(at, _)| !trace.corrected.contains(at));
        let then: HashMap<*const Bozze, usize> = then.map(|(at, bozze)| (Arc::as_ptr(bozze), at)).collect();
        let now = drafts.iter().enumerate();
        let was = now.map(|(at, bozze)| {
            then.get(&Arc::as_ptr(bozze))
                .copied()
                .filter(|_| !corrected.contains(&at))
        });
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
        let list = self.trace.drafts.get(was)?;
        // Where a draft became no node, the others cannot be told apart by their places.
        let all = end - start == T::list(list).len();
        T::arena(&self.trace.graph)
            .shared()
            .get(start + entry.local)
            .filter(|_| all)
    }
}
