//! Typed access to the keys of a YAML block. Whoever reads a block asks for its keys one by one; [`Keys::finish`] then
//! reports every key that nobody asked for, with the nearest of those that were.

use std::str::FromStr;

use super::yaml::{Entry, Kind, Node};
use crate::diag::register::matter as codes;
use crate::diag::{Code, Diagnostic, nearest};
use crate::model::{Detto, Giorno, Parola, Testo};
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
        let given = self
            .entries
            .iter()
            .any(|entry| entry.key.value == key && !matches!(entry.value.kind, Kind::Empty));
        if !given {
            let missing = Diagnostic::new(&codes::CHIAVE_MANCANTE).at(self.span);
            self.problems.push(missing.with("chiave", key));
        }
        self.text(key)
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
            self.reject(code, key, &text);
        }
        value.map(|value| Detto::new(value, text.span))
    }

    /// A day.
    pub fn day(&mut self, key: &'static str) -> Option<Detto<Giorno>> {
        self.read(key, &codes::DATA_NON_LETTA, |text| text.parse().ok())
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

    /// One of a few words.
    pub fn word<T: Parola>(&mut self, key: &'static str) -> Option<Detto<T>> {
        let text = self.text(key)?;
        let value = T::from_word(&text);
        if value.is_none() {
            let known = || T::all().iter().map(|word| word.word());
            let allowed: Vec<&str> = known().collect();
            self.problems.push(
                rejected(&codes::PAROLA_IGNOTA, key, &text)
                    .with("vicine", nearest(&text, known()))
                    .with("ammessi", allowed.join(", ")),
            );
        }
        value.map(|value| Detto::new(value, text.span))
    }

    /// Some texts: a list, or a single one.
    pub fn texts(&mut self, key: &'static str) -> Vec<Detto<Testo>> {
        match self.node(key) {
            Some(node) => self.texts_of(key, node),
            None => Vec::new(),
        }
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
            None => &[],
            Some(Node {
                kind: Kind::Map(entries),
                ..
            }) => entries,
            Some(node) => {
                self.problem(&codes::BLOCCO_ATTESO, key, node.span);
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

    /// Reports a value that could not be read.
    pub fn reject(&mut self, code: &'static Code, key: &str, text: &Detto<Testo>) {
        self.problems.push(rejected(code, key, text));
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
        let unknown = self.entries.iter().zip(&self.taken).filter(|(_, taken)| !**taken);
        for (entry, _) in unknown {
            self.problems.push(
                Diagnostic::new(code)
                    .at(entry.key.span)
                    .with("chiave", &entry.key.value)
                    .with("vicine", nearest(&entry.key.value, self.asked.iter().copied())),
            );
        }
    }

    fn problem(&mut self, code: &'static Code, key: &str, place: Span) {
        self.problems.push(Diagnostic::new(code).at(place).with("chiave", key));
    }
}

/// A finding about a value that could not be read.
fn rejected(code: &'static Code, key: &str, text: &Detto<Testo>) -> Diagnostic {
    Diagnostic::new(code)
        .at(text.span)
        .with("chiave", key)
        .with("valore", &text.value)
}

/// A text of YAML as a text of the domain, without the white space around it.
#[must_use]
pub fn testo(text: &str) -> Testo {
    Testo::from(text.trim())
}
