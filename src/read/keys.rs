//! Typed access to the keys of a YAML block. Whoever reads a block asks for its keys one by one; [`Keys::finish`] then
//! reports every key that nobody asked for, with the nearest of those that were.

use std::str::FromStr;

use super::record::{Rejection, Value};
use super::yaml::{Entry, Kind, Node};
use crate::diag::register::matter as codes;
use crate::diag::register::scritto::VIRGOLA_FRA_GRAFFE;
use crate::diag::{Code, Diagnostic, nearest};
use crate::model::{Detto, Giorno, Testo};
use crate::source::Span;

/// The keys of one block, while they are read.
#[derive(Debug)]
pub struct Keys<'y, 'p> {
    entries: &'y [Entry<'y>],
    taken: Vec<bool>,
    asked: Vec<&'static str>,
    span: Span,
    problems: &'p mut Vec<Diagnostic>,
}

impl<'y, 'p> Keys<'y, 'p> {
    /// The keys of a node; none, and a problem, where it is no block. `name` is what people call the block.
    pub fn of(node: &'y Node<'y>, name: &str, problems: &'p mut Vec<Diagnostic>) -> Self {
        let entries: &[Entry<'_>] = match &node.kind {
            Kind::Map(entries) => entries,
            Kind::Empty => &[],
            _ => {
                problems.push(
                    Diagnostic::new(&codes::BLOCCO_ATTESO)
                        .at(node.span)
                        .with("chiave", name),
                );
                &[]
            }
        };
        Self {
            entries,
            taken: vec![false; entries.len()],
            asked: Vec::with_capacity(24),
            span: node.span,
            problems,
        }
    }

    /// Where the block stands.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// The value of a key; nothing where the key is missing or empty.
    pub fn node(&mut self, key: &'static str) -> Option<&'y Node<'y>> {
        self.asked.push(key);
        let at = self.entries.iter().position(|entry| entry.key.value == key)?;
        self.taken[at] = true;
        let value = &self.entries[at].value;
        (!matches!(value.kind, Kind::Empty)).then_some(value)
    }

    /// A text.
    pub fn text(&mut self, key: &'static str) -> Option<Detto<Testo>> {
        let node = self.node(key)?;
        self.text_of(key, node)
    }

    /// A text that must be there.
    pub fn required(&mut self, key: &'static str) -> Option<Detto<Testo>> {
        if !self.has(key) {
            self.missing(key);
        }
        self.text(key)
    }

    /// The keys that were asked for so far, in that order.
    #[must_use]
    pub fn asked(&self) -> &[&'static str] {
        &self.asked
    }

    /// Whether a key is there, with a value.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        let mut entries = self.entries.iter();
        entries.any(|entry| entry.key.value == key && !matches!(entry.value.kind, Kind::Empty))
    }

    /// Reports a key that should be there.
    pub fn missing(&mut self, key: &str) {
        let place = self.head();
        self.problem(&codes::CHIAVE_MANCANTE, key, place);
    }

    /// The first key of the block, to point at when the block as a whole is meant.
    fn head(&self) -> Span {
        self.entries.first().map_or(self.span, |entry| entry.key.span)
    }

    /// A value that `parse` reads from a text; where it yields nothing, `code` is reported.
    pub fn read<T>(
        &mut self,
        key: &'static str,
        code: &'static Code,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<Detto<T>> {
        let text = self.text(key)?;
        let value = parse(&text);
        if value.is_none() {
            self.problems.push(Rejection::of(code).finding(key, &text));
        }
        value.map(|value| Detto::new(value, text.span))
    }

    /// A day.
    pub fn day(&mut self, key: &'static str) -> Option<Detto<Giorno>> {
        self.value(key)
    }

    /// A value of the domain, read as the columns of tables are.
    pub fn value<V: Value>(&mut self, key: &'static str) -> Option<Detto<V>> {
        let text = self.text(key)?;
        match V::parse(&text) {
            Ok(value) => Some(Detto::new(value, text.span)),
            Err(rejection) => {
                self.problems.push(rejection.finding(key, &text));
                None
            }
        }
    }

    /// A whole number.
    pub fn number<T: FromStr>(&mut self, key: &'static str) -> Option<Detto<T>> {
        self.read(key, &codes::NUMERO_NON_LETTO, |text| text.trim().parse().ok())
    }

    /// A switch: `true`, `false`, `sì`, `no`. A missing one is off.
    pub fn flag(&mut self, key: &'static str) -> bool {
        let parse = |text: &str| match text.to_lowercase().as_str() {
            "true" | "sì" | "si" | "yes" => Some(true),
            "false" | "no" => Some(false),
            _ => None,
        };
        self.read(key, &codes::SI_NO_ATTESO, parse)
            .is_some_and(|flag| flag.value)
    }

    /// Some texts: a list, or a single one.
    pub fn texts(&mut self, key: &'static str) -> Vec<Detto<Testo>> {
        match self.node(key) {
            Some(node) => self.texts_of(key, node),
            None => Vec::new(),
        }
    }

    /// Some texts as one, joined with `; `; its place is that of the list.
    pub fn joined(&mut self, key: &'static str) -> Option<Detto<Testo>> {
        let node = self.node(key)?;
        let texts = self.texts_of(key, node);
        let parts: Vec<&str> = texts.iter().map(|text| text.as_str()).collect();
        (!parts.is_empty()).then(|| Detto::new(Testo::from(parts.join("; ")), node.span))
    }

    /// The entries of a list.
    pub fn list(&mut self, key: &'static str) -> &'y [Node<'y>] {
        match self.node(key) {
            None => &[],
            Some(Node {
                kind: Kind::List(items),
                ..
            }) => items,
            Some(node) => {
                self.problem(&codes::ELENCO_ATTESO, key, node.span);
                &[]
            }
        }
    }

    /// The keys of a block below this one.
    pub fn block(&mut self, key: &'static str) -> Option<Keys<'y, '_>> {
        let node = self.node(key)?;
        Some(self.within(key, node))
    }

    /// The keys of a node that this block holds, such as an entry of a list.
    pub fn within(&mut self, name: &str, node: &'y Node<'y>) -> Keys<'y, '_> {
        Keys::of(node, name, self.problems)
    }

    /// The entries of a block whose keys are free.
    pub fn free(&mut self, key: &'static str) -> &'y [Entry<'y>] {
        match self.node(key) {
            Some(node) => self.entries_of(key, node),
            None => &[],
        }
    }

    /// The entries of a node that is a block with free keys.
    pub fn entries_of(&mut self, name: &str, node: &'y Node<'y>) -> &'y [Entry<'y>] {
        match &node.kind {
            Kind::Map(entries) => entries,
            Kind::Empty => &[],
            _ => {
                self.problem(&codes::BLOCCO_ATTESO, name, node.span);
                &[]
            }
        }
    }

    /// The text that a node is.
    pub fn text_of(&mut self, name: &str, node: &Node<'_>) -> Option<Detto<Testo>> {
        match &node.kind {
            Kind::Text(text) => Some(Detto::new(testo(text), node.span)),
            Kind::Empty => None,
            _ => {
                self.problem(&codes::TESTO_ATTESO, name, node.span);
                None
            }
        }
    }

    /// The texts that a node is: those of a list, or a single one.
    pub fn texts_of(&mut self, name: &str, node: &Node<'_>) -> Vec<Detto<Testo>> {
        match &node.kind {
            Kind::List(items) => items.iter().filter_map(|item| self.text_of(name, item)).collect(),
            _ => self.text_of(name, node).into_iter().collect(),
        }
    }

    /// Reports a finding of the reader's own.
    pub fn report(&mut self, problem: Diagnostic) {
        self.problems.push(problem);
    }

    /// Reports the keys that nobody asked for.
    pub fn finish(self) {
        self.finish_with(&codes::CHIAVE_IGNOTA);
    }

    /// Reports the keys that nobody asked for with a code of the block's own.
    pub fn finish_with(self, code: &'static Code) {
        self.finish_offering(code, |key, asked| nearest(key, asked.iter().copied()));
    }

    /// The same, with the words that `offer` chooses among the known keys for the one that was written.
    pub fn finish_offering(self, code: &'static Code, offer: fn(&str, &[&str]) -> String) {
        let unknown = self.entries.iter().zip(&self.taken).filter(|(_, taken)| !**taken);
        for (entry, _) in unknown {
            let said = Diagnostic::new(if cut_by_comma(entry) { &VIRGOLA_FRA_GRAFFE } else { code });
            self.problems.push(
                said.at(entry.key.span)
                    .with("chiave", &entry.key.value)
                    .with("vicine", offer(&entry.key.value, &self.asked)),
            );
        }
    }

    fn problem(&mut self, code: &'static Code, key: &str, place: Span) {
        self.problems.push(Diagnostic::new(code).at(place).with("chiave", key));
    }
}

/// Whether what stands for a key is the end of a value with a comma, `{importo: 12,5}`: it has no value, and no key is
/// written with figures or blanks.
fn cut_by_comma(entry: &Entry<'_>) -> bool {
    let key = entry.key.value.trim();
    let as_no_key = key.contains(' ') || key.starts_with(|c: char| c.is_ascii_digit());
    as_no_key && matches!(entry.value.kind, Kind::Empty)
}

/// A text of YAML as a text of the domain, without the white space around it.
#[must_use]
pub fn testo(text: &str) -> Testo {
    Testo::from(text.trim())
}
