//! Prints one page.

use std::fmt::Write as _;
use std::ops::Range;

use super::cut::{Bound, Fact, Place, Root, Step, is_of_kind};
use super::expression::{Expression, Joint};
use super::filters::{Arguments, Filters};
use super::said::{Field, Said, Tree};
use super::{Around, escape};

/// What a page is printed with.
pub(super) struct Printer<'p> {
    filters: &'p Filters,
    fixed: &'p Tree,
    page: Said<'p>,
    around: Around<'p>,
    slots: Vec<Said<'p>>,
    /// Where each open loop is, from 0, and how many items it has.
    loops: Vec<(usize, usize)>,
    out: String,
}

impl<'p> Printer<'p> {
    pub(super) fn new(filters: &'p Filters, fixed: &'p Tree, page: &'p Tree, around: Around<'p>, slots: usize) -> Self {
        Self {
            filters,
            fixed,
            page: page.whole(),
            around,
            slots: vec![Said::Undefined; slots],
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
                self.write(&said)?;
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
                is_of_kind(&said, *kind).then_some(())?;
                self.slots[*slot] = said;
            }
            Step::Forget(slots) => self.slots[slots.clone()].fill(Said::Undefined),
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
        let Said::List(tree, nodes) = self.value(list)? else {
            return None;
        };
        let [body, otherwise] = of;
        if nodes.is_empty() {
            return self.steps(otherwise);
        }
        self.loops.push((0, nodes.len()));
        for (at, node) in nodes.iter().enumerate() {
            if let Some(position) = self.loops.last_mut() {
                position.0 = at;
            }
            self.slots[own.clone()].fill(Said::Undefined);
            self.slots[slot] = tree.said(*node);
            self.steps(body)?;
        }
        self.loops.pop();
        Some(())
    }

    fn write(&mut self, said: &Said<'_>) -> Option<()> {
        match said {
            Said::None => {}
            Said::Bool(it) => self.out.push_str(if *it { "true" } else { "false" }),
            Said::Number(it) => write!(self.out, "{it}").ok()?,
            Said::Html(html) => self.out.push_str(html),
            Said::MadeHtml(html) => self.out.push_str(html),
            Said::Undefined | Said::List(..) | Said::Block(..) | Said::Other => return None,
            text => escape(text.as_str()?, &mut self.out),
        }
        Some(())
    }

    fn value(&self, of: &'p Bound) -> Option<Said<'p>> {
        Some(match of {
            Expression::None => Said::None,
            Expression::Bool(it) => Said::Bool(*it),
            Expression::Number(it) => Said::Number(*it),
            Expression::Text(text) => Said::Text(text),
            Expression::Name(place) => self.stands(place)?,
            Expression::Field(of, name) => self.value(of)?.field(&Field::new(name))?,
            Expression::Item(of, at) => self.value(of)?.item(&self.value(at)?)?,
            Expression::Not(it) => Said::Bool(!self.value(it)?.is_truthy()?),
            Expression::Pair(joint, a, b) => self.joined(*joint, a, b)?,
            Expression::Defined(it) => Said::Bool(!matches!(self.value(it)?, Said::Undefined)),
            Expression::Filtered(of, filter, arguments) => {
                let arguments = arguments
                    .iter()
                    .map(|(name, value)| Some((&**name, self.value(value)?)));
                let arguments = arguments.collect::<Option<_>>()?;
                self.filters.apply(filter, self.value(of)?, &Arguments(arguments))?
            }
        })
    }

    fn stands(&self, place: &'p Place) -> Option<Said<'p>> {
        let mut fields = place.way.iter();
        fields.try_fold(self.means(&place.root), |said, field| said.field(field))
    }

    fn means(&self, root: &'p Root) -> Said<'p> {
        match root {
            Root::Fixed(node) => self.fixed.said(*node),
            Root::Page(field) => self.page.field(field).unwrap_or(Said::Undefined),
            Root::Header => Said::Html(self.around.header),
            Root::Footer => Said::Html(self.around.footer),
            Root::Slots(slots, behind) => {
                let mut set = slots.iter().map(|slot| &self.slots[*slot]);
                match set.find(|said| !matches!(said, Said::Undefined)) {
                    Some(said) => said.clone(),
                    None => self.means(behind),
                }
            }
            Root::Loop(level, fact) => self.fact(*level, *fact),
            Root::Nowhere => Said::Undefined,
        }
    }

    fn fact(&self, level: usize, fact: Fact) -> Said<'p> {
        let Some((at, length)) = self.loops.get(level).copied() else {
            return Said::Undefined;
        };
        match fact {
            Fact::Index => Said::Number(at as i64 + 1),
            Fact::Index0 => Said::Number(at as i64),
            Fact::First => Said::Bool(at == 0),
            Fact::Last => Said::Bool(at + 1 == length),
            Fact::Length => Said::Number(length as i64),
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
            Joint::Equal => Said::Bool(a.equals(&b)?),
            Joint::Differs => Said::Bool(!a.equals(&b)?),
            Joint::Less => Said::Bool(number(&a)? < number(&b)?),
            Joint::More => Said::Bool(number(&a)? > number(&b)?),
            Joint::AtMost => Said::Bool(number(&a)? <= number(&b)?),
            Joint::AtLeast => Said::Bool(number(&a)? >= number(&b)?),
            Joint::Plus => Said::Number(number(&a)?.checked_add(number(&b)?)?),
            Joint::Behind => Said::Made(format!("{}{}", shown(&a)?, shown(&b)?)),
        })
    }
}

fn number(said: &Said<'_>) -> Option<i64> {
    match said {
        Said::Number(number) => Some(*number),
        _ => None,
    }
}

/// A text or number as it would stand in a longer text.
fn shown(said: &Said<'_>) -> Option<String> {
    match said {
        Said::Number(number) => Some(number.to_string()),
        text => text.as_str().map(str::to_owned),
    }
}
