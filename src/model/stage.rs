//! The two stages of every noun: as a reader yields it, and as the graph holds it.
//!
//! Each noun is written once, generic over its stage, so that a field added to a draft cannot be forgotten in the
//! graph. `Obiettivo<Bozza>` and `Obiettivo` (short for `Obiettivo<Collegato>`) are different types all the same: code
//! that wants resolved references cannot be given a draft.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use super::value::{Detto, Slug, Testo};
use crate::source::Span;

/// What differs between a draft and a node of the graph: how a thing is named and how it refers to others.
pub trait Stadio: Clone + fmt::Debug {
    /// How the thing itself is named.
    type Chiave: Clone + fmt::Debug + PartialEq;
    /// How it refers to a thing of type `T`.
    type Rif<T>: Clone + fmt::Debug + PartialEq;
}

/// As a reader or an editor gives it: an id only where one is written, references as text.
#[derive(Clone, Debug, PartialEq)]
pub struct Bozza;

/// As the graph holds it: every thing has its id, every reference is resolved.
#[derive(Clone, Debug, PartialEq)]
pub struct Collegato;

impl Stadio for Bozza {
    type Chiave = Option<Detto<Testo>>;
    type Rif<T> = Riferimento;
}

impl Stadio for Collegato {
    type Chiave = Slug;
    type Rif<T> = Id<T>;
}

/// A reference in a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Riferimento {
    /// To the thing at this index of the same draft's list of that kind.
    Locale(u32),
    /// By what is written: an id, a code or an exact name.
    Scritto(Box<Detto<Testo>>),
    /// To the plan of the section that the file stands in, or of the nearest section above that has one. The place is
    /// where another would be written.
    Sezione(Span),
}

impl Riferimento {
    /// A reference by what is written.
    #[must_use]
    pub fn scritto(text: Detto<Testo>) -> Self {
        Self::Scritto(Box::new(text))
    }
}

/// The place of a node in its list of the graph. Meaningful only together with the graph that gave it.
pub struct Id<T> {
    index: u32,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The id of the node at this index.
    #[must_use]
    pub fn new(index: usize) -> Self {
        Self {
            index: u32::try_from(index).unwrap_or(u32::MAX),
            of: PhantomData,
        }
    }

    /// The index of the node in its list.
    #[must_use]
    pub fn index(self) -> usize {
        self.index as usize
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.index)
    }
}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.index.cmp(&other.index)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}

/// Where a fact comes from: the columns `documento, riga_inizio, riga_fine` of its table row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origine {
    /// Where the fact stands in the text it was read from.
    pub span: Span,
    /// Few facts have it, so it has no room in all.
    altrove: Option<Box<Altrove>>,
}

/// Where else a fact comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Altrove {
    correzione: Option<Span>,
    riportata: Option<Riportata>,
}

/// An address given by a table rather than seen in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Riportata {
    /// Id of the document, as in the table `documenti`.
    pub documento: Testo,
    /// First line, from 1.
    pub riga_inizio: u32,
    /// Last line, from 1.
    pub riga_fine: u32,
}

impl Origine {
    /// A fact read straight from a text.
    #[must_use]
    pub fn letta(span: Span) -> Self {
        Self { span, altrove: None }
    }

    /// A fact read from a table of open data, with the address that its row carries along, if it does.
    #[must_use]
    pub fn di_tabella(span: Span, riportata: Option<Riportata>) -> Self {
        let altrove = riportata.map(|riportata| Altrove {
            correzione: None,
            riportata: Some(riportata),
        });
        Self {
            span,
            altrove: altrove.map(Box::new),
        }
    }

    /// Where an editor corrected the fact, if one did; the open data then point there.
    #[must_use]
    pub fn correzione(&self) -> Option<Span> {
        self.altrove.as_ref()?.correzione
    }

    /// The address that a table of open data carried along, when the fact was read from such a table.
    #[must_use]
    pub fn riportata(&self) -> Option<&Riportata> {
        self.altrove.as_ref()?.riportata.as_ref()
    }

    /// Says where an editor corrected the fact.
    pub fn correct(&mut self, place: Span) {
        self.altrove.get_or_insert_default().correzione = Some(place);
    }

    /// Where the fact comes from without its correction.
    #[must_use]
    pub fn stampata(&self) -> Self {
        Self::di_tabella(self.span, self.riportata().cloned())
    }
}
