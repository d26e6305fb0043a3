//! What is the same on every page is worked out once.

use super::Cutter;
use crate::render::plate::expression::{Expression, Joint};
use crate::render::plate::said::{Field, Node, Said};
use crate::render::plate::steps::{Bound, Place, Root};

impl Cutter<'_> {
    pub(super) fn folded(&self, bound: Bound) -> Bound {
        match bound {
            Expression::Field(of, name) => self.field(self.folded(*of), name),
            Expression::Item(of, at) => self.item(self.folded(*of), self.folded(*at)),
            Expression::Not(it) => {
                let it = self.folded(*it);
                let truth = self.truth(&it);
                truth.map_or_else(|| Expression::Not(it.into()), |truth| Expression::Bool(!truth))
            }
            Expression::Pair(joint, a, b) => {
                let (a, b) = (self.folded(*a), self.folded(*b));
                match (joint, self.truth(&a)) {
                    (Joint::And, Some(true)) | (Joint::Or, Some(false)) => b,
                    (Joint::And, Some(false)) | (Joint::Or, Some(true)) => a,
                    _ => Expression::Pair(joint, a.into(), b.into()),
                }
            }
            Expression::Filtered(of, filter, arguments) => {
                let arguments = arguments.into_iter().map(|(key, it)| (key, self.folded(it)));
                Expression::Filtered(self.folded(*of).into(), filter, arguments.collect())
            }
            other => other,
        }
    }

    fn field(&self, of: Bound, name: Box<str>) -> Bound {
        match (self.known(&of).and_then(|of| of.named(&name)).copied(), of) {
            (Some(node), _) => fixed(node),
            (None, Expression::Name(mut place)) => {
                place.way.push(Field::new(&name));
                Expression::Name(place)
            }
            (None, of) => Expression::Field(of.into(), name),
        }
    }

    fn item(&self, of: Bound, at: Bound) -> Bound {
        let name = self.known(&at);
        let node = name.and_then(|name| self.known(&of)?.named(name.as_str()?));
        node.copied()
            .map_or_else(|| Expression::Item(of.into(), at.into()), fixed)
    }

    pub(super) fn truth(&self, bound: &Bound) -> Option<bool> {
        self.known(bound)?.is_truthy()
    }

    /// The value of an expression that is the same on every page.
    pub(super) fn known<'b>(&'b self, bound: &'b Bound) -> Option<Said<'b>> {
        match bound {
            Expression::Name(Place {
                root: Root::Fixed(node),
                way,
            }) if way.is_empty() => Some(self.fixed.said(node)),
            Expression::Bool(it) => Some(self.fixed.truth(*it)),
            Expression::Text(text) => Some(self.fixed.said(self.room.alloc(Node::Word(text)))),
            _ => None,
        }
    }
}

/// What is the same on every page as an expression.
fn fixed(node: Node<'static>) -> Bound {
    Expression::Name(Place {
        root: Root::Fixed(node),
        way: Vec::new(),
    })
}
