//! The tree of units: headings and those in charge, levels told by the row of heads or by the index.

use super::card::Heads;
use super::index::Index;
use super::line::Heading;
use crate::model::{Bozza, Origine, Riferimento, Testo, TipoUnita, Unita};
use crate::read::block::Inline;

/// The units met so far, in the order of the print.
#[derive(Debug)]
pub(super) struct Units<'i, 's> {
    index: &'i Index<'s>,
    /// Headings that no row of heads or objective has followed yet.
    waiting: Vec<Heading<'s>>,
    settore: Option<usize>,
    current: Option<usize>,
    pub(super) found: Vec<Unita<Bozza>>,
}

impl<'i, 's> Units<'i, 's> {
    pub(super) fn new(index: &'i Index<'s>) -> Self {
        Self {
            index,
            waiting: Vec::new(),
            settore: None,
            current: None,
            found: Vec::new(),
        }
    }

    /// A heading; what it heads is known only by what follows.
    pub(super) fn take_heading(&mut self, heading: Heading<'s>) {
        self.waiting.push(heading);
    }

    /// The row of those in charge that follows a heading.
    pub(super) fn take_heads(&mut self, heads: &Heads<'s>) {
        let Some(heading) = self.waiting.pop() else {
            return self.fill_in(heads);
        };
        self.settle();
        let tipo = if heads.names_office {
            TipoUnita::Ufficio
        } else {
            self.index.tipo(&heading).unwrap_or(TipoUnita::Settore)
        };
        self.open(heading, tipo);
        self.fill_in(heads);
    }

    /// The unit that an objective printed here belongs to.
    pub(super) fn unit_of_card(&mut self) -> Option<Riferimento> {
        self.settle();
        self.current.map(local)
    }

    /// The units, once the print is at its end.
    pub(super) fn finish(mut self) -> Vec<Unita<Bozza>> {
        self.settle();
        self.found
    }

    /// Opens the headings that no row of heads follows: the index tells their level; else one that another heading
    /// follows is a sector, as is the first of all.
    fn settle(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        let last = waiting.len().saturating_sub(1);
        for (at, heading) in waiting.into_iter().enumerate() {
            let above_another = at < last || self.settore.is_none();
            let guess = if above_another {
                TipoUnita::Settore
            } else {
                TipoUnita::Ufficio
            };
            let tipo = self.index.tipo(&heading).unwrap_or(guess);
            self.open(heading, tipo);
        }
    }

    /// Makes a unit the current one; a heading printed again in the same sector means the same unit.
    fn open(&mut self, heading: Heading<'s>, tipo: TipoUnita) {
        let superiore = self.settore.filter(|_| tipo == TipoUnita::Ufficio).map(local);
        let codice = heading.codice.text();
        let again = self
            .found
            .iter()
            .position(|unit| unit.codice.value == codice.as_str() && unit.superiore == superiore);
        let at = again.unwrap_or(self.found.len());
        if again.is_none() {
            self.found.push(unit(heading, tipo, superiore));
        }
        if tipo == TipoUnita::Settore {
            self.settore = Some(at);
        }
        self.current = Some(at);
    }

    /// Names those in charge of the current unit and, where the sector's own row is missing, of its sector.
    fn fill_in(&mut self, heads: &Heads<'s>) {
        let (Some(current), settore) = (self.current, self.settore) else {
            return;
        };
        if let (Some(span), Some(unit)) = (heads.span, self.found.get_mut(current)) {
            unit.origine.span = unit.origine.span.to(span);
        }
        let own = if self.settore == Some(current) {
            heads.settore
        } else {
            heads.ufficio
        };
        name_head(self.found.get_mut(current), own);
        name_head(settore.and_then(|at| self.found.get_mut(at)), heads.settore);
    }
}

fn name_head(unit: Option<&mut Unita<Bozza>>, head: Option<Inline<'_>>) {
    if let Some(unit) = unit.filter(|unit| unit.responsabile.is_none()) {
        unit.responsabile = head.map(|it| it.said());
    }
}

fn unit(heading: Heading<'_>, tipo: TipoUnita, superiore: Option<Riferimento>) -> Unita<Bozza> {
    Unita {
        id: None,
        piano: Riferimento::Locale(0),
        codice: heading.codice.said(),
        nome: heading.nome.said(),
        tipo,
        superiore,
        responsabile: None,
        url: Testo::new(),
        origine: Origine::letta(heading.span),
    }
}

/// The reference to the thing at this index of its list.
pub(super) fn local(at: usize) -> Riferimento {
    Riferimento::Locale(u32::try_from(at).unwrap_or(u32::MAX))
}
