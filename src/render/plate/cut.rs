//! From the templates of a page to one list of steps: what a template extends, includes or calls is put in its place,
//! names are led to where their values will stand, and what is the same on every page is written once and for all.

mod known;
mod names;

use bumpalo::Bump;

use super::expression::Written;
use super::parts::{Component, Kind, Part, Template};
use super::said::{Node, Said, Tree};
use super::steps::{Bound, Place, Root, Step};
use super::{Stock, escape};

/// How deep components may call each other.
const DEEPEST: usize = 8;

/// Cuts the templates of one kind of page; with the number of slots. Nothing where they say more than we read.
pub(super) fn cut(stock: Stock<'_>, fixed: &Tree, name: &str) -> Option<(Vec<Step>, usize)> {
    let mut chain = vec![Template::read(stock.html(name)?)?];
    while let Some(parent) = chain.last()?.extends {
        chain.push(Template::read(stock.html(parent)?)?);
    }
    let mut cutter = Cutter {
        stock,
        fixed,
        scopes: vec![Scope::new(Extent::Template)],
        slots: 0,
        loops: 0,
        depth: 0,
        is_in_component: false,
        steps: Vec::new(),
        room: Bump::new(),
    };
    let around = Around {
        chain: &chain,
        block: None,
    };
    cutter.parts(&chain.last()?.parts, around)?;
    Some((cutter.steps, cutter.slots))
}

/// The templates whose blocks are meant.
#[derive(Clone, Copy)]
struct Around<'c, 't> {
    /// The page's own template and those that it extends; none in what is included or called.
    chain: &'c [Template<'t>],
    /// The block that is cut, and how many templates above say it before this one.
    block: Option<(&'t str, usize)>,
}

impl<'c, 't> Around<'c, 't> {
    const NOTHING: Self = Self {
        chain: &[],
        block: None,
    };

    /// What the template at this level below the first says in a block.
    fn said(&self, name: &str, level: usize) -> Option<&'c [Part<'t>]> {
        self.chain.iter().filter_map(|template| template.block(name)).nth(level)
    }
}

struct Cutter<'t> {
    stock: Stock<'t>,
    fixed: &'t Tree,
    scopes: Vec<Scope>,
    slots: usize,
    loops: usize,
    depth: usize,
    is_in_component: bool,
    steps: Vec<Step>,
    /// Holds what the templates themselves say while it is looked at.
    room: Bump,
}

/// The names that a template or the body of a loop makes.
struct Scope {
    extent: Extent,
    names: Vec<(Box<str>, Meaning)>,
    /// How many conditions stand around what is cut.
    conditions: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    Template,
    Loop(usize),
}

enum Meaning {
    Fixed(Node<'static>),
    Slot(usize),
    /// A slot that only some pages set.
    Perhaps(usize),
}

impl Scope {
    fn new(extent: Extent) -> Self {
        Self {
            extent,
            names: Vec::new(),
            conditions: 0,
        }
    }
}

impl<'t> Cutter<'t> {
    fn parts(&mut self, parts: &[Part<'t>], around: Around<'_, 't>) -> Option<()> {
        parts.iter().try_for_each(|part| self.part(part, around))
    }

    fn part(&mut self, part: &Part<'t>, around: Around<'_, 't>) -> Option<()> {
        match part {
            Part::Text(text) => self.text(text),
            Part::Write(what) => self.write(what)?,
            Part::If(cases, otherwise) => self.choose(cases, otherwise, around)?,
            Part::For(name, list, body, otherwise) => self.each(name, list, [body, otherwise], around)?,
            Part::Set(name, value) => self.set(name, value)?,
            Part::Include(name) => self.include(name)?,
            Part::Block(name, _) => self.block(name, 0, around)?,
            Part::Super => {
                let (name, level) = around.block?;
                self.block(name, level + 1, around)?;
            }
            Part::Call(name, arguments) => self.call(name, arguments)?,
        }
        Some(())
    }

    fn text(&mut self, text: &str) {
        match self.steps.last_mut() {
            Some(Step::Text(before)) => before.push_str(text),
            _ => self.steps.push(Step::Text(text.to_owned())),
        }
    }

    fn write(&mut self, what: &Written) -> Option<()> {
        let what = self.bound(what)?;
        match self.known(&what).and_then(Said::as_str) {
            Some(text) => {
                let mut written = String::new();
                escape(text, &mut written);
                self.text(&written);
            }
            None => self.steps.push(Step::Write(what)),
        }
        Some(())
    }

    /// The steps of some parts, by themselves.
    fn apart(&mut self, cut: impl FnOnce(&mut Self) -> Option<()>) -> Option<Vec<Step>> {
        let before = std::mem::take(&mut self.steps);
        cut(self)?;
        Some(std::mem::replace(&mut self.steps, before))
    }

    /// The steps of parts that only some pages say.
    fn perhaps(&mut self, parts: &[Part<'t>], around: Around<'_, 't>) -> Option<Vec<Step>> {
        self.scopes.last_mut()?.conditions += 1;
        let steps = self.apart(|it| it.parts(parts, around))?;
        self.scopes.last_mut()?.conditions -= 1;
        Some(steps)
    }

    fn choose(
        &mut self,
        cases: &[(Written, Vec<Part<'t>>)],
        otherwise: &[Part<'t>],
        around: Around<'_, 't>,
    ) -> Option<()> {
        let mut open = Vec::new();
        let mut last = otherwise;
        for (condition, parts) in cases {
            let condition = self.bound(condition)?;
            match self.truth(&condition) {
                Some(false) => {}
                Some(true) => {
                    last = parts;
                    break;
                }
                None => open.push((condition, self.perhaps(parts, around)?)),
            }
        }
        if open.is_empty() {
            return self.parts(last, around);
        }
        let otherwise = self.perhaps(last, around)?;
        self.steps.push(Step::If(open, otherwise));
        Some(())
    }

    fn each(
        &mut self,
        name: &str,
        list: &Written,
        [body, otherwise]: [&[Part<'t>]; 2],
        around: Around<'_, 't>,
    ) -> Option<()> {
        let list = self.bound(list)?;
        let slot = self.slot();
        let mut scope = Scope::new(Extent::Loop(self.loops));
        scope.names.push((name.into(), Meaning::Slot(slot)));
        self.scopes.push(scope);
        self.loops += 1;
        let body = self.apart(|it| it.parts(body, around))?;
        self.loops -= 1;
        self.scopes.pop();
        let own = slot + 1..self.slots;
        let otherwise = self.perhaps(otherwise, around)?;
        self.steps.push(Step::For {
            list,
            slot,
            own,
            body,
            otherwise,
        });
        Some(())
    }

    fn set(&mut self, name: &str, value: &Written) -> Option<()> {
        let value = self.bound(value)?;
        self.name(name, value, None)
    }

    /// Gives a value a name from here on.
    fn name(&mut self, name: &str, value: Bound, kind: Option<Kind>) -> Option<()> {
        let is_sure = self.scopes.last()?.conditions == 0;
        let meaning = match value {
            Bound::Name(Place {
                root: Root::Fixed(node),
                way,
            }) if is_sure && way.is_empty() && is_of_kind(self.fixed.said(&node), kind) => Meaning::Fixed(node),
            value => {
                let slot = self.slot();
                self.steps.push(Step::Set { slot, value, kind });
                if is_sure {
                    Meaning::Slot(slot)
                } else {
                    Meaning::Perhaps(slot)
                }
            }
        };
        self.scopes.last_mut()?.names.push((name.into(), meaning));
        Some(())
    }

    fn slot(&mut self) -> usize {
        self.slots += 1;
        self.slots - 1
    }

    fn include(&mut self, name: &str) -> Option<()> {
        let template = Template::read(self.stock.html(name)?)?;
        if template.extends.is_some() {
            return None;
        }
        self.scopes.push(Scope::new(Extent::Template));
        self.forgetting(|it| it.parts(&template.parts, Around::NOTHING))?;
        self.scopes.pop();
        Some(())
    }

    /// Cuts what begins without anything set.
    fn forgetting(&mut self, cut: impl FnOnce(&mut Self) -> Option<()>) -> Option<()> {
        let from = self.slots;
        let steps = self.apart(cut)?;
        if self.slots > from {
            self.steps.push(Step::Forget(from..self.slots));
        }
        for step in steps {
            match step {
                Step::Text(text) => self.text(&text),
                step => self.steps.push(step),
            }
        }
        Some(())
    }

    /// A block as the template at this level says it. In a loop it would not know what `loop` is.
    fn block(&mut self, name: &'t str, level: usize, around: Around<'_, 't>) -> Option<()> {
        let parts = around.said(name, level)?;
        let block = Some((name, level));
        (self.loops == 0).then_some(())?;
        self.parts(parts, Around { block, ..around })
    }

    fn call(&mut self, name: &str, arguments: &[(&'t str, Written)]) -> Option<()> {
        let template = Template::read(self.stock.defining(name)?)?;
        (self.depth < DEEPEST).then_some(())?;
        let component = template.components.iter().find(|component| *component.name == *name)?;
        let is_known = |given: &&str| component.parameters.iter().any(|parameter| parameter.name == *given);
        if !arguments.iter().all(|(given, _)| is_known(given)) {
            return None;
        }
        let values = component.parameters.iter().map(|parameter| {
            let given = arguments.iter().find(|(given, _)| *given == parameter.name);
            self.bound(given.map(|(_, value)| value).or(parameter.default.as_ref())?)
        });
        let values = values.collect::<Option<Vec<_>>>()?;
        self.called(component, values)
    }

    /// A component sees its arguments and nothing else.
    fn called(&mut self, component: &Component<'t>, values: Vec<Bound>) -> Option<()> {
        let outside = std::mem::replace(&mut self.scopes, vec![Scope::new(Extent::Template)]);
        let was_in_component = std::mem::replace(&mut self.is_in_component, true);
        self.depth += 1;
        self.forgetting(|it| {
            for (parameter, value) in component.parameters.iter().zip(values) {
                it.name(parameter.name, value, parameter.kind)?;
            }
            it.parts(&component.body, Around::NOTHING)
        })?;
        self.depth -= 1;
        self.is_in_component = was_in_component;
        self.scopes = outside;
        Some(())
    }
}

/// Whether a value is what an argument must be.
pub(super) fn is_of_kind(said: Said<'_>, kind: Option<Kind>) -> bool {
    match kind {
        None => !said.is_undefined(),
        Some(Kind::Text) => said.as_str().is_some(),
        Some(Kind::List) => matches!(said.node(), Node::List { .. }),
        Some(Kind::Block) => matches!(said.node(), Node::Block { .. }),
    }
}
