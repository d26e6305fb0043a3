//! What the names of a template mean where they stand.

use super::{Cutter, Extent, Meaning};
use crate::render::plate::expression::{LOOP, Written};
use crate::render::plate::said::Field;
use crate::render::plate::steps::{Bound, Fact, Place, Root};

impl Cutter<'_> {
    /// An expression with its names led to their values, as short as what is known makes it.
    pub(super) fn bound(&self, written: &Written) -> Option<Bound> {
        let mut place = |name: Box<str>| {
            Some(Place {
                root: self.root(&name)?,
                way: Vec::new(),
            })
        };
        Some(self.folded(written.clone().named(&mut place)?))
    }

    fn root(&self, name: &str) -> Option<Root> {
        if let Some(fact) = name.strip_prefix(LOOP) {
            return self.fact(fact);
        }
        let mut slots = Vec::new();
        let scopes = self.scopes.iter().rev();
        let names = scopes.flat_map(|scope| scope.names.iter().rev());
        let mut behind = None;
        for (_, meaning) in names.filter(|(known, _)| **known == *name) {
            match meaning {
                Meaning::Perhaps(slot) => slots.push(*slot),
                Meaning::Slot(slot) => {
                    slots.push(*slot);
                    behind = Some(Root::Nowhere);
                }
                Meaning::Fixed(node) => behind = Some(Root::Fixed(*node)),
            }
            if behind.is_some() {
                break;
            }
        }
        let behind = behind.unwrap_or_else(|| self.outside(name));
        Some(match (&slots[..], &behind) {
            ([], _) => behind,
            ([slot], Root::Nowhere) => Root::Slot(*slot),
            _ => Root::Slots(slots.into(), behind.into()),
        })
    }

    /// What a name means that no template gives a value.
    fn outside(&self, name: &str) -> Root {
        if self.is_in_component {
            return Root::Nowhere;
        }
        match name {
            "header" => Root::Header,
            "footer" => Root::Footer,
            _ => {
                let fixed = self.fixed.whole().named(name).copied().map(Root::Fixed);
                fixed.unwrap_or_else(|| Root::Page(Field::new(name)))
            }
        }
    }

    /// What `loop` knows, in the body of a loop of the same template.
    fn fact(&self, name: &str) -> Option<Root> {
        let Extent::Loop(level) = self.scopes.last()?.extent else {
            return None;
        };
        let fact = match name {
            "index" => Fact::Index,
            "index0" => Fact::Index0,
            "first" => Fact::First,
            "last" => Fact::Last,
            "length" => Fact::Length,
            _ => return None,
        };
        Some(Root::Loop(level, fact))
    }
}
