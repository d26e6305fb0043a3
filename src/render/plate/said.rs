//! What a page says, laid flat: one list of nodes and one text instead of maps and strings of their own, since every
//! page makes it anew and reads most of it once.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::render::fingerprint::Hasher;

/// What a view says. A list or a block stands in one piece, behind what its parts hold.
#[derive(Debug, Default)]
pub(in crate::render) struct Tree {
    nodes: Vec<Node<'static>>,
    text: String,
    root: Node<'static>,
}

/// One thing said; what is longer than a node stands in its tree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Node<'t> {
    /// No view says it: what a name means that nothing has.
    #[default]
    Undefined,
    None,
    Bool(bool),
    Number(i64),
    /// A text of its own: what the program itself says, as names of fields and words of closed lists, and what filters
    /// make.
    Word(&'t str),
    /// What is written as it is; no view says it.
    Html(&'t str),
    Text {
        start: u32,
        end: u32,
    },
    List {
        start: u32,
        end: u32,
    },
    /// Names and values by turns.
    Block {
        start: u32,
        end: u32,
    },
    /// What no template of ours writes, as a text: fractions, huge numbers.
    Other {
        start: u32,
        end: u32,
    },
}

/// A value while a page is printed: two addresses, so that it goes through all hands without being copied.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said<'t> {
    tree: &'t Tree,
    node: &'t Node<'t>,
}

/// The name of a field, and where its value stood the last time: blocks of one kind are alike, and the name of a field
/// is one text of the program.
#[derive(Debug)]
pub(super) struct Field {
    name: Box<str>,
    /// Where the name stood.
    last: AtomicUsize,
    /// Address of the name that stood there.
    seen: AtomicUsize,
}

impl Tree {
    /// A tree to be filled; most pages find room in it.
    pub(super) fn with_room() -> Self {
        Self {
            nodes: Vec::with_capacity(1024),
            text: String::with_capacity(8 * 1024),
            root: Node::Undefined,
        }
    }

    pub(super) fn rooted(self, root: Node<'static>) -> Self {
        Self { root, ..self }
    }

    /// Adds all that it says to a digest.
    pub(in crate::render) fn add_to(&self, hasher: &mut Hasher) {
        hasher.update(&self.text.len().to_le_bytes());
        hasher.update(self.text.as_bytes());
        let mut bytes = Vec::with_capacity(self.nodes.len() * 16);
        for node in self.nodes.iter().chain([&self.root]) {
            node.add_to(&mut bytes);
        }
        hasher.update(&bytes);
    }

    /// What the whole tree says.
    pub(super) fn whole(&self) -> Said<'_> {
        self.said(&self.root)
    }

    pub(super) fn push_text(&mut self, text: &str) -> Node<'static> {
        let start = self.text.len() as u32;
        self.text.push_str(text);
        Node::Text {
            start,
            end: self.text.len() as u32,
        }
    }

    pub(super) fn push_other(&mut self, text: &str) -> Node<'static> {
        match self.push_text(text) {
            Node::Text { start, end } => Node::Other { start, end },
            node => node,
        }
    }

    pub(super) fn push_list(&mut self, items: &[Node<'static>]) -> Node<'static> {
        let (start, end) = self.push(items);
        Node::List { start, end }
    }

    pub(super) fn push_block(&mut self, fields: &[Node<'static>]) -> Node<'static> {
        let (start, end) = self.push(fields);
        Node::Block { start, end }
    }

    fn push(&mut self, nodes: &[Node<'static>]) -> (u32, u32) {
        let start = self.nodes.len() as u32;
        self.nodes.extend_from_slice(nodes);
        (start, self.nodes.len() as u32)
    }

    /// The value that a node stands for, of this tree or one without anything in a tree.
    #[inline]
    pub(super) fn said<'t>(&'t self, node: &'t Node<'t>) -> Said<'t> {
        Said { tree: self, node }
    }

    /// What nothing says.
    pub(super) fn nothing(&self) -> Said<'_> {
        self.said(&Node::Undefined)
    }

    /// Yes or no.
    pub(super) fn truth(&self, it: bool) -> Said<'_> {
        self.said(if it { &Node::Bool(true) } else { &Node::Bool(false) })
    }

    /// Where a name stands among the fields of a block; its value is the next.
    fn position(&self, fields: &[Node<'_>], name: &str) -> Option<usize> {
        let found = fields.chunks_exact(2).position(|pair| self.is_named(pair[0], name));
        found.map(|at| at * 2)
    }

    fn is_named(&self, node: Node<'_>, name: &str) -> bool {
        match node {
            Node::Word(word) => word == name,
            Node::Text { start, end } => &self.text[start as usize..end as usize] == name,
            _ => false,
        }
    }
}

impl Node<'_> {
    /// Whether it is more than a word or a number.
    fn is_large(self) -> bool {
        matches!(self, Self::List { .. } | Self::Block { .. } | Self::Other { .. })
    }

    /// Adds what tells it from any other node of a tree with the same text.
    fn add_to(self, bytes: &mut Vec<u8>) {
        let mut stretch = |kind: u8, start: u32, end: u32| {
            bytes.push(kind);
            bytes.extend_from_slice(&start.to_le_bytes());
            bytes.extend_from_slice(&end.to_le_bytes());
        };
        match self {
            Self::Text { start, end } => stretch(b's', start, end),
            Self::List { start, end } => stretch(b'[', start, end),
            Self::Block { start, end } => stretch(b'{', start, end),
            Self::Other { start, end } => stretch(b'o', start, end),
            Self::Undefined => bytes.push(b'u'),
            Self::None => bytes.push(b'n'),
            Self::Bool(it) => bytes.push(if it { b't' } else { b'f' }),
            Self::Number(it) => {
                bytes.push(b'i');
                bytes.extend_from_slice(&it.to_le_bytes());
            }
            Self::Word(word) => own(b'w', word, bytes),
            Self::Html(html) => own(b'h', html, bytes),
        }
    }
}

/// Adds a text that no tree holds.
fn own(kind: u8, text: &str, bytes: &mut Vec<u8>) {
    bytes.push(kind);
    bytes.extend_from_slice(&(text.len() as u32).to_le_bytes());
    bytes.extend_from_slice(text.as_bytes());
}

impl Field {
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.into(),
            last: AtomicUsize::new(0),
            seen: AtomicUsize::new(0),
        }
    }

    /// Its value among the fields of a block.
    #[inline]
    fn among<'t>(&self, tree: &Tree, fields: &'t [Node<'static>]) -> Option<&'t Node<'static>> {
        let last = self.last.load(Ordering::Relaxed);
        match fields.get(last..) {
            Some([Node::Word(word), value, ..]) if self.has_seen(word) => Some(value),
            _ => self.found(tree, fields),
        }
    }

    /// Whether a text is the very one that was found to be its name.
    #[inline]
    fn has_seen(&self, word: &'static str) -> bool {
        word.as_ptr().addr() == self.seen.load(Ordering::Relaxed) && word.len() == self.name.len()
    }

    #[cold]
    fn found<'t>(&self, tree: &Tree, fields: &'t [Node<'static>]) -> Option<&'t Node<'static>> {
        let found = tree.position(fields, &self.name)?;
        if let Node::Word(word) = fields[found] {
            self.last.store(found, Ordering::Relaxed);
            self.seen.store(word.as_ptr().addr(), Ordering::Relaxed);
        }
        Some(&fields[found + 1])
    }
}

impl<'t> Said<'t> {
    /// What it is; lists and blocks by `items` and `fields`, texts by `as_str`.
    #[inline]
    pub(super) fn node(self) -> Node<'t> {
        *self.node
    }

    pub(super) fn is_undefined(self) -> bool {
        matches!(self.node, Node::Undefined)
    }

    /// What `{% if … %}` makes of it; nothing for what we do not know.
    #[inline]
    pub(super) fn is_truthy(self) -> Option<bool> {
        Some(match *self.node {
            Node::Undefined | Node::None => false,
            Node::Bool(it) => it,
            Node::Number(it) => it != 0,
            Node::Word(text) | Node::Html(text) => !text.is_empty(),
            Node::Text { start, end } | Node::List { start, end } | Node::Block { start, end } => start < end,
            Node::Other { .. } => return None,
        })
    }

    #[inline]
    pub(super) fn as_str(self) -> Option<&'t str> {
        match *self.node {
            Node::Word(text) | Node::Html(text) => Some(text),
            Node::Text { start, end } => Some(&self.tree.text[start as usize..end as usize]),
            _ => None,
        }
    }

    /// The things of a list.
    pub(super) fn items(self) -> Option<impl ExactSizeIterator<Item = Said<'t>>> {
        let tree = self.tree;
        match *self.node {
            Node::List { start, end } => Some(
                tree.nodes[start as usize..end as usize]
                    .iter()
                    .map(|node| tree.said(node)),
            ),
            _ => None,
        }
    }

    /// Names and values of a block by turns.
    #[inline]
    fn fields(self) -> Option<&'t [Node<'static>]> {
        match *self.node {
            Node::Block { start, end } => Some(&self.tree.nodes[start as usize..end as usize]),
            _ => None,
        }
    }

    /// A field of it; undefined where it has none. Nothing where templates must not ask.
    #[inline]
    pub(super) fn field(self, field: &Field) -> Option<Self> {
        match *self.node {
            Node::Undefined | Node::Other { .. } => None,
            _ => {
                let found = self.fields().and_then(|fields| field.among(self.tree, fields));
                Some(self.tree.said(found.unwrap_or(&Node::Undefined)))
            }
        }
    }

    /// The node of its field of this name, if it is a block that has one.
    pub(super) fn named(self, name: &str) -> Option<&'t Node<'static>> {
        let fields = self.fields()?;
        Some(&fields[self.tree.position(fields, name)? + 1])
    }

    /// What stands in it at a place or under a name.
    pub(super) fn item(self, at: Said<'_>) -> Option<Self> {
        if let Some(mut items) = self.items() {
            let Node::Number(at) = at.node() else { return None };
            let item = items.nth(usize::try_from(at).ok()?);
            return Some(item.unwrap_or(self.tree.nothing()));
        }
        self.fields()?;
        let found = self.named(at.as_str()?);
        Some(found.map_or(self.tree.nothing(), |node| self.tree.said(node)))
    }

    /// How many things or characters it has.
    pub(super) fn length(self) -> Option<usize> {
        match *self.node {
            Node::List { start, end } => Some((end - start) as usize),
            Node::Block { start, end } => Some((end - start) as usize / 2),
            _ => Some(self.as_str()?.chars().count()),
        }
    }

    /// Whether it equals another; nothing where that is more than a comparison of words or numbers.
    pub(super) fn equals(self, other: Said<'_>) -> Option<bool> {
        Some(match (self.node(), other.node()) {
            (Node::Undefined, Node::Undefined) | (Node::None, Node::None) => true,
            (Node::Bool(a), Node::Bool(b)) => a == b,
            (Node::Number(a), Node::Number(b)) => a == b,
            (a, b) if a.is_large() || b.is_large() => return None,
            _ => self.as_str().zip(other.as_str()).is_some_and(|(a, b)| a == b),
        })
    }
}
