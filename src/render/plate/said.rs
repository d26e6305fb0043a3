//! What a page says, laid flat: one list of nodes and one text instead of maps and strings of their own, since every
//! page makes it anew and reads most of it once.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::render::fingerprint::Hasher;

/// What a view says. A list or a block stands in one piece, behind what its parts hold.
#[derive(Debug, Default)]
pub(in crate::render) struct Tree {
    nodes: Vec<Node>,
    text: String,
    root: Option<Node>,
}

/// One thing said; what is longer than a node stands in its tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Node {
    None,
    Bool(bool),
    Number(i64),
    /// What the program itself says: names of fields, words of closed lists.
    Word(&'static str),
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

/// A value while a page is printed.
#[derive(Clone, Debug)]
pub(super) enum Said<'t> {
    Undefined,
    None,
    Bool(bool),
    Number(i64),
    /// Escaped where it is written.
    Text(&'t str),
    /// The same, made by a filter.
    Made(String),
    /// Written as it is.
    Html(&'t str),
    MadeHtml(String),
    List(&'t Tree, &'t [Node]),
    Block(&'t Tree, &'t [Node]),
    Other,
}

/// The name of a field, and where its value stood the last time: blocks of one kind are alike, and the name of a field
/// is one text of the program.
#[derive(Debug)]
pub(super) struct Field {
    name: Box<str>,
    /// Where the value stood.
    last: AtomicUsize,
    /// Address of the name that stood before it.
    seen: AtomicUsize,
}

impl Tree {
    /// A tree to be filled; most pages find room in it.
    pub(super) fn with_room() -> Self {
        Self {
            nodes: Vec::with_capacity(1024),
            text: String::with_capacity(8 * 1024),
            root: None,
        }
    }

    pub(super) fn rooted(self, root: Node) -> Self {
        Self {
            root: Some(root),
            ..self
        }
    }

    /// Adds all that it says to a digest.
    pub(in crate::render) fn add_to(&self, hasher: &mut Hasher) {
        hasher.update(&self.text.len().to_le_bytes());
        hasher.update(self.text.as_bytes());
        let mut bytes = Vec::with_capacity(self.nodes.len() * 16);
        for node in self.nodes.iter().chain(&self.root) {
            node.add_to(&mut bytes);
        }
        hasher.update(&bytes);
    }

    /// What the whole tree says.
    pub(super) fn whole(&self) -> Said<'_> {
        self.root.map_or(Said::Undefined, |root| self.said(root))
    }

    pub(super) fn push_text(&mut self, text: &str) -> Node {
        let start = self.text.len() as u32;
        self.text.push_str(text);
        Node::Text {
            start,
            end: self.text.len() as u32,
        }
    }

    pub(super) fn push_other(&mut self, text: &str) -> Node {
        match self.push_text(text) {
            Node::Text { start, end } => Node::Other { start, end },
            node => node,
        }
    }

    pub(super) fn push_list(&mut self, items: &[Node]) -> Node {
        let (start, end) = self.push(items);
        Node::List { start, end }
    }

    pub(super) fn push_block(&mut self, fields: &[Node]) -> Node {
        let (start, end) = self.push(fields);
        Node::Block { start, end }
    }

    fn push(&mut self, nodes: &[Node]) -> (u32, u32) {
        let start = self.nodes.len() as u32;
        self.nodes.extend_from_slice(nodes);
        (start, self.nodes.len() as u32)
    }

    /// The value that a node of this tree stands for.
    #[inline]
    pub(super) fn said(&self, node: Node) -> Said<'_> {
        match node {
            Node::None => Said::None,
            Node::Bool(it) => Said::Bool(it),
            Node::Number(it) => Said::Number(it),
            Node::Word(it) => Said::Text(it),
            Node::Text { start, end } => Said::Text(&self.text[start as usize..end as usize]),
            Node::List { start, end } => Said::List(self, &self.nodes[start as usize..end as usize]),
            Node::Block { start, end } => Said::Block(self, &self.nodes[start as usize..end as usize]),
            Node::Other { .. } => Said::Other,
        }
    }

    /// Where the value of this name stands among the fields of a block.
    fn position(&self, fields: &[Node], name: &str) -> Option<usize> {
        let found = fields.chunks_exact(2).position(|pair| self.is_named(pair[0], name));
        found.map(|at| at * 2 + 1)
    }

    fn is_named(&self, node: Node, name: &str) -> bool {
        match node {
            Node::Word(word) => word == name,
            Node::Text { start, end } => &self.text[start as usize..end as usize] == name,
            _ => false,
        }
    }
}

impl Node {
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
            Self::None => bytes.push(b'n'),
            Self::Bool(it) => bytes.push(if it { b't' } else { b'f' }),
            Self::Number(it) => {
                bytes.push(b'i');
                bytes.extend_from_slice(&it.to_le_bytes());
            }
            Self::Word(word) => {
                bytes.push(b'w');
                bytes.extend_from_slice(&(word.len() as u32).to_le_bytes());
                bytes.extend_from_slice(word.as_bytes());
            }
        }
    }
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
    fn among(&self, tree: &Tree, fields: &[Node]) -> Option<Node> {
        let last = self.last.load(Ordering::Relaxed);
        match fields.get(last.wrapping_sub(1)..=last) {
            Some([Node::Word(word), value]) if self.has_seen(word) => Some(*value),
            _ => self.found(tree, fields),
        }
    }

    /// Whether a text is the very one that was found to be its name.
    #[inline]
    fn has_seen(&self, word: &'static str) -> bool {
        word.as_ptr().addr() == self.seen.load(Ordering::Relaxed) && word.len() == self.name.len()
    }

    fn found(&self, tree: &Tree, fields: &[Node]) -> Option<Node> {
        let found = tree.position(fields, &self.name)?;
        if let Node::Word(word) = fields[found - 1] {
            self.last.store(found, Ordering::Relaxed);
            self.seen.store(word.as_ptr().addr(), Ordering::Relaxed);
        }
        Some(fields[found])
    }
}

impl<'t> Said<'t> {
    /// What `{% if … %}` makes of it; nothing for what we do not know.
    pub(super) fn is_truthy(&self) -> Option<bool> {
        Some(match self {
            Self::Undefined | Self::None => false,
            Self::Bool(it) => *it,
            Self::Number(it) => *it != 0,
            Self::List(_, nodes) | Self::Block(_, nodes) => !nodes.is_empty(),
            Self::Other => return None,
            text => !text.as_str()?.is_empty(),
        })
    }

    pub(super) fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Html(text) => Some(text),
            Self::Made(text) | Self::MadeHtml(text) => Some(text),
            _ => None,
        }
    }

    /// A field of it; undefined where it has none. Nothing where templates must not ask.
    #[inline]
    pub(super) fn field(&self, field: &Field) -> Option<Said<'t>> {
        match *self {
            Self::Undefined | Self::Other => None,
            Self::Block(tree, fields) => {
                let found = field.among(tree, fields);
                Some(found.map_or(Self::Undefined, |node| tree.said(node)))
            }
            _ => Some(Self::Undefined),
        }
    }

    /// The node of its field of this name, if it is a block that has one.
    pub(super) fn node(&self, name: &str) -> Option<Node> {
        match self {
            Self::Block(tree, fields) => Some(fields[tree.position(fields, name)?]),
            _ => None,
        }
    }

    /// What stands in it at a place or under a name.
    pub(super) fn item(&self, at: &Said<'_>) -> Option<Said<'t>> {
        match (self, at) {
            (Self::Block(tree, _), at) => {
                let found = self.node(at.as_str()?);
                Some(found.map_or(Self::Undefined, |node| tree.said(node)))
            }
            (Self::List(tree, nodes), Said::Number(at)) => {
                let node = nodes.get(usize::try_from(*at).ok()?);
                Some(node.map_or(Self::Undefined, |node| tree.said(*node)))
            }
            _ => None,
        }
    }

    /// How many things or characters it has.
    pub(super) fn length(&self) -> Option<usize> {
        match self {
            Self::List(_, nodes) => Some(nodes.len()),
            Self::Block(_, nodes) => Some(nodes.len() / 2),
            text => Some(text.as_str()?.chars().count()),
        }
    }

    /// Whether it equals another; nothing where that is more than a comparison of words or numbers.
    pub(super) fn equals(&self, other: &Said<'_>) -> Option<bool> {
        Some(match (self, other) {
            (Self::Undefined, Said::Undefined) | (Self::None, Said::None) => true,
            (Self::Bool(a), Said::Bool(b)) => a == b,
            (Self::Number(a), Said::Number(b)) => a == b,
            (Self::List(..) | Self::Block(..) | Self::Other, _)
            | (_, Said::List(..) | Said::Block(..) | Said::Other) => {
                return None;
            }
            (a, b) => a.as_str().zip(b.as_str()).is_some_and(|(a, b)| a == b),
        })
    }
}
