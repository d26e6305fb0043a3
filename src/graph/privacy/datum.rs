use crate::model::{Detto, Testo, words};
use crate::source::Span;

/// What a personal datum is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A person's name.
    Nome,
    /// A mailbox.
    Email,
    /// A telephone number.
    Telefono,
    /// The effort of a named person, per cent.
    Impegno,
}

words!(Kind {
    Nome => "nome",
    Email => "email",
    Telefono => "telefono",
    Impegno => "impegno",
});

/// Why a personal datum is published or withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Published: the person is in charge of a unit, a plan or an exchange.
    InCarica,
    /// Published: it belongs to the office, not to the person.
    Istituzionale,
    /// Published: the configuration names the law that lets it out.
    BaseGiuridica,
    /// Withheld: the person is not in charge.
    NonInCarica,
    /// Withheld: not a land line.
    Cellulare,
    /// Withheld: not a body's mailbox.
    CasellaPersonale,
    /// Withheld: an effort never stands beside a name.
    AccantoAlNome,
}

words!(Reason {
    InCarica => "in-carica",
    Istituzionale => "istituzionale",
    BaseGiuridica => "base-giuridica",
    NonInCarica => "non-in-carica",
    Cellulare => "cellulare",
    CasellaPersonale => "casella-personale",
    AccantoAlNome => "accanto-al-nome",
});

impl Reason {
    /// Whether it is a reason to publish.
    #[must_use]
    pub fn is_published(self) -> bool {
        matches!(self, Self::InCarica | Self::Istituzionale | Self::BaseGiuridica)
    }
}

/// A personal datum of the facts, and what was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Datum {
    /// What it is.
    pub kind: Kind,
    /// The datum as printed; of a name in two cells, both.
    pub value: Testo,
    /// Given and family name, where the document tells them apart.
    pub parts: Option<(Testo, Testo)>,
    /// Where it stands: one place, two for a name in two cells, none for one that is found in running text.
    pub places: Vec<Span>,
    /// Id of the thing that it belongs to: contact, unit, objective, product or project.
    pub of: Testo,
    /// Why it is published or withheld.
    pub reason: Reason,
}

impl Datum {
    pub(super) fn new(kind: Kind, value: &Detto<Testo>, of: &str, reason: Reason) -> Self {
        Self {
            kind,
            value: value.value.clone(),
            parts: None,
            places: vec![value.span],
            of: of.into(),
            reason,
        }
    }

    /// The name of a person whom a running text names, wherever in it that is.
    pub(super) fn in_text(name: &str, of: &str, reason: Reason) -> Self {
        Self {
            kind: Kind::Nome,
            value: name.into(),
            parts: None,
            places: Vec::new(),
            of: of.into(),
            reason,
        }
    }

    /// The name of a person, given in one or two cells.
    pub(super) fn person(
        given: Option<&Detto<Testo>>,
        family: Option<&Detto<Testo>>,
        of: &str,
        reason: Reason,
    ) -> Option<Self> {
        let (Some(given), Some(family)) = (given, family) else {
            return Some(Self::new(Kind::Nome, given.or(family)?, of, reason));
        };
        Some(Self {
            kind: Kind::Nome,
            value: ecow::eco_format!("{} {}", given.value, family.value),
            parts: Some((given.value.clone(), family.value.clone())),
            places: vec![given.span, family.span],
            of: of.into(),
            reason,
        })
    }
}
