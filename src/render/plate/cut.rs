//! From the templates of a page to one list of steps: what a template extends, includes or calls is put in its place,
//! names are led to where their values will stand, and what is the same on every page is written once and for all.

use std::ops::Range;

use bumpalo::Bump;

use super::expression::{Expression, Joint, LOOP, Written};
use super::parts::{Component, Kind, Part, Template};
use super::said::{Field, Node, Said, Tree};
use super::{Stock, escape};

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
                ..
            }) if is_sure && is_of_kind(self.fixed.said(&node), kind) => Meaning::Fixed(node),
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

    /// An expression with its names led to their values, as short as what is known makes it.
    fn bound(&self, written: &Written) -> Option<Bound> {
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

    fn folded(&self, bound: Bound) -> Bound {
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

    fn truth(&self, bound: &Bound) -> Option<bool> {
        self.known(bound)?.is_truthy()
    }

    /// The value of an expression that is the same on every page.
    fn known<'b>(&'b self, bound: &'b Bound) -> Option<Said<'b>> {
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

/// Whether a value is what an argument must be.
pub(super) fn is_of_kind(said: Said<'_>, kind: Option<Kind>) -> bool {
    match kind {
        None => !said.is_undefined(),
        Some(Kind::Text) => said.as_str().is_some(),
        Some(Kind::List) => matches!(said.node(), Node::List { .. }),
        Some(Kind::Block) => matches!(said.node(), Node::Block { .. }),
    }
}
