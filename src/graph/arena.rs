use std::ops::Index;
use std::sync::Arc;

use crate::model::Id;

/// A list of nodes addressed by [`Id`]. Iterates in source order. Graphs share the nodes that they have in common, so a
/// copy costs no copy of the nodes.
#[derive(Debug)]
pub struct Arena<T> {
    nodes: Arc<[Arc<T>]>,
}

/// The nodes of an [`Arena`], in source order.
#[derive(Debug)]
pub struct Iter<'a, T>(std::slice::Iter<'a, Arc<T>>);

impl<T> Arena<T> {
    /// How many nodes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The nodes, in source order.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter(self.nodes.iter())
    }

    /// The node of an id, to mend its texts while the graph is made.
    pub(super) fn node_mut(&mut self, id: Id<T>) -> Option<&mut T>
    where
        T: Clone,
    {
        self.shared_mut().get_mut(id.index()).map(Arc::make_mut)
    }

    /// The ids, in source order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = Id<T>> + ExactSizeIterator + use<T> {
        (0..self.nodes.len()).map(Id::new)
    }

    /// The nodes with their ids, in source order.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = (Id<T>, &T)> + ExactSizeIterator + Clone {
        self.iter().enumerate().map(|(index, node)| (Id::new(index), node))
    }

    /// Whether another list is this very one.
    pub(super) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.nodes, &other.nodes)
    }

    /// The nodes as they are shared.
    pub(super) fn shared(&self) -> &[Arc<T>] {
        &self.nodes
    }

    /// The nodes as they are shared, to put others in their places.
    pub(super) fn shared_mut(&mut self) -> &mut [Arc<T>] {
        Arc::make_mut(&mut self.nodes)
    }
}

impl<T> Default for Arena<T> {
    fn default() -> Self {
        Self { nodes: Arc::default() }
    }
}

impl<T> Clone for Arena<T> {
    fn clone(&self) -> Self {
        Self {
            nodes: Arc::clone(&self.nodes),
        }
    }
}

impl<T> From<Vec<Arc<T>>> for Arena<T> {
    fn from(nodes: Vec<Arc<T>>) -> Self {
        Self { nodes: nodes.into() }
    }
}

impl<T> From<Vec<T>> for Arena<T> {
    fn from(nodes: Vec<T>) -> Self {
        nodes.into_iter().map(Arc::new).collect::<Vec<_>>().into()
    }
}

impl<T> Index<Id<T>> for Arena<T> {
    type Output = T;
    fn index(&self, id: Id<T>) -> &T {
        &self.nodes[id.index()]
    }
}

impl<'a, T> IntoIterator for &'a Arena<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        self.0.next().map(Arc::as_ref)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<T> DoubleEndedIterator for Iter<'_, T> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(Arc::as_ref)
    }
}

impl<T> ExactSizeIterator for Iter<'_, T> {}

impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}
