//! What came of what was planned: indicators against their targets, phases against the calendar.

use super::Graph;
use crate::model::{Fase, Id, Indicatore, Obiettivo, Operatore, ValoreAtteso};
use crate::read::cell::parse_expected;

/// How an indicator's value reached compares with the one expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Esito {
    /// As expected or better.
    Raggiunto,
    /// Short of it.
    NonRaggiunto,
    /// The two cannot be compared.
    NonConfrontabile,
}

/// What came of an indicator; nothing while no value reached is known.
#[must_use]
pub fn esito(indicatore: &Indicatore) -> Option<Esito> {
    let reached = indicatore.valore_raggiunto.as_ref()?;
    let (_, reached) = parse_expected(&indicatore.testo, reached);
    let Some(expected) = &indicatore.valore else {
        return Some(Esito::NonConfrontabile);
    };
    Some(match holds(expected, indicatore.operatore, &reached) {
        Some(true) => Esito::Raggiunto,
        Some(false) => Esito::NonRaggiunto,
        None => Esito::NonConfrontabile,
    })
}

/// Whether the value reached satisfies the expectation. Without a printed comparison a day is a deadline and an amount
/// a minimum.
fn holds(expected: &ValoreAtteso, operator: Option<Operatore>, reached: &ValoreAtteso) -> Option<bool> {
    use ValoreAtteso::{Data, Numero, Percentuale, SiNo};
    match (expected, reached) {
        (SiNo(expected), SiNo(reached)) => Some(expected == reached),
        (Data(expected), Data(reached)) => Some(compare(reached, operator.unwrap_or(Operatore::AlPiu), expected)),
        (Numero(expected) | Percentuale(expected), Numero(reached) | Percentuale(reached)) => {
            let operator = operator.unwrap_or(Operatore::Almeno);
            Some(compare(&millionths(reached)?, operator, &millionths(expected)?))
        }
        _ => None,
    }
}

fn compare<T: Ord>(reached: &T, operator: Operatore, expected: &T) -> bool {
    match operator {
        Operatore::Uguale => reached == expected,
        Operatore::Almeno => reached >= expected,
        Operatore::AlPiu => reached <= expected,
        Operatore::Piu => reached > expected,
        Operatore::Meno => reached < expected,
    }
}

/// A decimal with a dot, in millionths, so that two can be compared without floating point.
fn millionths(decimal: &str) -> Option<i128> {
    let (whole, places) = decimal.split_once('.').unwrap_or((decimal, ""));
    let places = places.get(..places.len().min(6))?;
    format!("{whole}{places:0<6}").parse().ok()
}

/// How far a set of objectives is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Avanzamento {
    /// Phases.
    pub fasi: u32,
    /// Phases with an actual end.
    pub fasi_concluse: u32,
    /// Indicators.
    pub indicatori: u32,
    /// Indicators with a value reached.
    pub indicatori_misurati: u32,
    /// Indicators whose value reached is as expected or better.
    pub indicatori_raggiunti: u32,
}

impl Avanzamento {
    /// How far these objectives are.
    pub fn of(graph: &Graph, obiettivi: impl IntoIterator<Item = Id<Obiettivo>>) -> Self {
        let mut all = Self::default();
        for obiettivo in obiettivi {
            for fase in graph.relations.fasi_di_obiettivo.of(obiettivo) {
                all.count_phase(&graph.fasi[*fase]);
            }
            for indicatore in graph.relations.indicatori_di_obiettivo.of(obiettivo) {
                all.count_indicator(&graph.indicatori[*indicatore]);
            }
        }
        all
    }

    /// Whether anything is known of how things went.
    #[must_use]
    pub fn is_known(self) -> bool {
        self.fasi_concluse > 0 || self.indicatori_misurati > 0
    }

    fn count_phase(&mut self, fase: &Fase) {
        self.fasi += 1;
        self.fasi_concluse += u32::from(fase.fine_effettiva.is_some());
    }

    fn count_indicator(&mut self, indicatore: &Indicatore) {
        let esito = esito(indicatore);
        self.indicatori += 1;
        self.indicatori_misurati += u32::from(esito.is_some());
        self.indicatori_raggiunti += u32::from(esito == Some(Esito::Raggiunto));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> ValoreAtteso {
        ValoreAtteso::Numero(text.into())
    }

    #[test]
    fn an_amount_is_a_minimum_unless_the_print_says_otherwise() {
        assert_eq!(holds(&number("75"), None, &number("80.5")), Some(true));
        assert_eq!(holds(&number("75"), None, &number("74.99")), Some(false));
        assert_eq!(
            holds(&number("20"), Some(Operatore::AlPiu), &number("20.1")),
            Some(false)
        );
    }

    #[test]
    fn a_day_is_a_deadline() {
        let day = |text: &str| ValoreAtteso::Data(text.parse().unwrap());
        assert_eq!(holds(&day("2024-01-31"), None, &day("2024-01-31")), Some(true));
        assert_eq!(holds(&day("2024-01-31"), None, &day("2024-02-01")), Some(false));
        assert_eq!(holds(&day("2024-01-31"), None, &number("3")), None);
    }
}
