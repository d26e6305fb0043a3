//! What a plate consists of: the steps of printing a page, whose names are led to their values.

use std::ops::Range;

use super::expression::Expression;
use super::parts::Kind;
use super::said::{Field, Node};

/// A step of printing a page.
#[derive(Debug)]
pub(super) enum Step {
    Text(String),
    Write(Bound),
    If(Vec<(Bound, Vec<Step>)>, Vec<Step>),
    For {
        list: Bound,
        /// Where each item stands.
        slot: usize,
        /// What the body sets, forgotten with every item.
        own: Range<usize>,
        body: Vec<Step>,
        /// What is printed where there is no item.
        otherwise: Vec<Step>,
    },
    Set {
        slot: usize,
        value: Bound,
        /// What the value must be.
        kind: Option<Kind>,
    },
    Forget(Range<usize>),
}

/// An expression whose names are led to their values.
pub(super) type Bound = Expression<Place>;

/// Where a value stands while a page is printed: what a name means, and the fields on the way from there.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) root: Root,
    pub(super) way: Vec<Field>,
}

/// What a name means.
#[derive(Debug)]
pub(super) enum Root {
    /// What is the same on every page.
    Fixed(Node<'static>),
    /// A field of the page's view.
    Page(Field),
    Header,
    Footer,
    Slot(usize),
    /// The first of these slots that has been set, else what is behind them.
    Slots(Box<[usize]>, Box<Self>),
    /// Something about a loop, counted from the outermost.
    Loop(usize, Fact),
    Nowhere,
}

/// What a loop knows of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fact {
    Index,
    Index0,
    First,
    Last,
    Length,
}
