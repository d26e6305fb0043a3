use std::ops::Index;

use crate::model::Id;

/// A list of nodes addressed by [`Id`]. Iterates in source order.
#[derive(Clone, Debug)]
pub struct Arena<T> {
    nodes: Vec<T>,
}

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
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.nodes.iter()
    }

    /// The nodes, to take out of them what may not be published.
    pub(super) fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.nodes.iter_mut()
    }

    /// The node of an id, to mend its texts while the graph is made.
    pub(super) fn node_mut(&mut self, id: Id<T>) -> Option<&mut T> {
        self.nodes.get_mut(id.index())
    }

    /// The ids, in source order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = Id<T>> + ExactSizeIterator + use<T> {
        (0..self.nodes.len()).map(Id::new)
    }

    /// The nodes with their ids, in source order.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = (Id<T>, &T)> + ExactSizeIterator + Clone {
        self.nodes
            .iter()
            .enumerate()
            .map(|(index, node)| (Id::new(index), node))
    }

    /// The nodes as a slice, for parallel work.
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        &self.nodes
    }
}

impl<T> Default for Arena<T> {
    fn default() -> Self {
        Self { nodes: Vec::new() }
    }
}

impl<T> From<Vec<T>> for Arena<T> {
    fn from(nodes: Vec<T>) -> Self {
        Self { nodes }
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
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
