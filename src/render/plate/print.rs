//! Prints one page.

use std::fmt::Write as _;
use std::ops::Range;

use bumpalo::Bump;

use super::cut::is_of_kind;
use super::expression::{Expression, Joint};
use super::filters::{Arguments, Filters};
use super::said::{Field, Node, Said, Tree};
use super::steps::{Bound, Fact, Place, Root, Step};
use super::{Around, escape};

/// What a page is printed with.
pub(super) struct Printer<'p> {
    filters: &'p Filters,
    /// Holds what is made while the page is printed.
    room: &'p Bump,
    fixed: &'p Tree,
    page: Said<'p>,
    around: Around<'p>,
    slots: Vec<Said<'p>>,
    /// Where each open loop is, from 0, and how many items it has.
    loops: Vec<(usize, usize)>,
    out: String,
}

impl<'p> Printer<'p> {
    pub(super) fn new(
        (filters, room): (&'p Filters, &'p Bump),
        (fixed, page): (&'p Tree, &'p Tree),
        around: Around<'p>,
        slots: usize,
    ) -> Self {
        Self {
            filters,
            room,
            fixed,
            page: page.whole(),
            around,
            slots: vec![fixed.nothing(); slots],
            loops: Vec::new(),
            out: String::with_capacity(16 * 1024),
        }
    }

    /// The page; nothing where a value is none that its template may write.
    pub(super) fn page(mut self, steps: &'p [Step]) -> Option<String> {
        self.steps(steps)?;
        Some(self.out)
    }

    fn steps(&mut self, steps: &'p [Step]) -> Option<()> {
        steps.iter().try_for_each(|step| self.step(step))
    }

    fn step(&mut self, step: &'p Step) -> Option<()> {
        match step {
            Step::Text(text) => self.out.push_str(text),
            Step::Write(what) => {
                let said = self.value(what)?;
                self.write(said)?;
            }
            Step::If(cases, otherwise) => return self.choose(cases, otherwise),
            Step::For {
                list,
                slot,
                own,
                body,
                otherwise,
            } => return self.each(list, *slot, own, [body, otherwise]),
            Step::Set { slot, value, kind } => {
                let said = self.value(value)?;
                is_of_kind(said, *kind).then_some(())?;
                self.slots[*slot] = said;
            }
            Step::Forget(slots) => self.forget(slots),
        }
        Some(())
    }

    fn choose(&mut self, cases: &'p [(Bound, Vec<Step>)], otherwise: &'p [Step]) -> Option<()> {
        for (condition, steps) in cases {
            if self.value(condition)?.is_truthy()? {
                return self.steps(steps);
            }
        }
        self.steps(otherwise)
    }

    fn each(&mut self, list: &'p Bound, slot: usize, own: &Range<usize>, of: [&'p [Step]; 2]) -> Option<()> {
        let items = self.value(list)?.items()?;
        let [body, otherwise] = of;
        let length = items.len();
        if length == 0 {
            return self.steps(otherwise);
        }
        self.loops.push((0, length));
        for (at, item) in items.enumerate() {
            if let Some(position) = self.loops.last_mut() {
                position.0 = at;
            }
            self.forget(own);
            self.slots[slot] = item;
            self.steps(body)?;
        }
        self.loops.pop();
        Some(())
    }

    fn forget(&mut self, slots: &Range<usize>) {
        self.slots[slots.clone()].fill(self.fixed.nothing());
    }

    fn write(&mut self, said: Said<'_>) -> Option<()> {
        match said.node() {
            Node::None => {}
            Node::Bool(it) => self.out.push_str(if it { "true" } else { "false" }),
            Node::Number(it) => write!(self.out, "{it}").ok()?,
            Node::Html(html) => self.out.push_str(html),
            _ => escape(said.as_str()?, &mut self.out),
        }
        Some(())
    }

    /// A value that stands in no tree.
    fn made(&self, node: Node<'p>) -> Said<'p> {
        self.fixed.said(self.room.alloc(node))
    }

    fn value(&self, of: &'p Bound) -> Option<Said<'p>> {
        Some(match of {
            Expression::None => self.fixed.said(&Node::None),
            Expression::Bool(it) => self.fixed.truth(*it),
            Expression::Number(it) => self.made(Node::Number(*it)),
            Expression::Text(text) => self.made(Node::Word(text)),
            Expression::Name(place) => self.stands(place)?,
            Expression::Field(of, name) => self.value(of)?.field(&Field::new(name))?,
            Expression::Item(of, at) => self.value(of)?.item(self.value(at)?)?,
            Expression::Not(it) => self.fixed.truth(!self.value(it)?.is_truthy()?),
            Expression::Pair(joint, a, b) => self.joined(*joint, a, b)?,
            Expression::Defined(it) => self.fixed.truth(!self.value(it)?.is_undefined()),
            Expression::Filtered(of, filter, arguments) => {
                let arguments = arguments
                    .iter()
                    .map(|(name, value)| Some((&**name, self.value(value)?)));
                let arguments = arguments.collect::<Option<_>>()?;
                let made = self
                    .filters
                    .apply(filter, self.value(of)?, &Arguments(arguments), self.room)?;
                self.made(made)
            }
        })
    }

    fn stands(&self, place: &'p Place) -> Option<Said<'p>> {
        let mut said = self.means(&place.root);
        for field in &place.way {
            said = said.field(field)?;
        }
        Some(said)
    }

    fn means(&self, root: &'p Root) -> Said<'p> {
        match root {
            Root::Fixed(node) => self.fixed.said(node),
            Root::Page(field) => self.page.field(field).unwrap_or_else(|| self.fixed.nothing()),
            Root::Header => self.made(Node::Html(self.around.header)),
            Root::Footer => self.made(Node::Html(self.around.footer)),
            Root::Slot(slot) => self.slots[*slot],
            Root::Slots(slots, behind) => {
                let mut set = slots.iter().map(|slot| self.slots[*slot]);
                let found = set.find(|said| !said.is_undefined());
                found.unwrap_or_else(|| self.means(behind))
            }
            Root::Loop(level, fact) => self.fact(*level, *fact),
            Root::Nowhere => self.fixed.nothing(),
        }
    }

    fn fact(&self, level: usize, fact: Fact) -> Said<'p> {
        let Some((at, length)) = self.loops.get(level).copied() else {
            return self.fixed.nothing();
        };
        match fact {
            Fact::Index => self.made(Node::Number(at as i64 + 1)),
            Fact::Index0 => self.made(Node::Number(at as i64)),
            Fact::First => self.fixed.truth(at == 0),
            Fact::Last => self.fixed.truth(at + 1 == length),
            Fact::Length => self.made(Node::Number(length as i64)),
        }
    }

    fn joined(&self, joint: Joint, a: &'p Bound, b: &'p Bound) -> Option<Said<'p>> {
        let a = self.value(a)?;
        match joint {
            Joint::And if !a.is_truthy()? => return Some(a),
            Joint::Or if a.is_truthy()? => return Some(a),
            _ => {}
        }
        let b = self.value(b)?;
        Some(match joint {
            Joint::And | Joint::Or => b,
            Joint::Equal => self.fixed.truth(a.equals(b)?),
            Joint::Differs => self.fixed.truth(!a.equals(b)?),
            Joint::Less => self.fixed.truth(number(a)? < number(b)?),
            Joint::More => self.fixed.truth(number(a)? > number(b)?),
            Joint::AtMost => self.fixed.truth(number(a)? <= number(b)?),
            Joint::AtLeast => self.fixed.truth(number(a)? >= number(b)?),
            Joint::Plus => self.made(Node::Number(number(a)?.checked_add(number(b)?)?)),
            Joint::Behind => self.behind(a, b)?,
        })
    }

    /// Two texts or numbers as one text.
    fn behind(&self, a: Said<'_>, b: Said<'_>) -> Option<Said<'p>> {
        let mut text = bumpalo::collections::String::new_in(self.room);
        for said in [a, b] {
            match said.node() {
                Node::Number(number) => write!(text, "{number}").ok()?,
                _ => text.push_str(said.as_str()?),
            }
        }
        Some(self.made(Node::Word(text.into_bump_str())))
    }
}

fn number(said: Said<'_>) -> Option<i64> {
    match said.node() {
        Node::Number(number) => Some(number),
        _ => None,
    }
}
