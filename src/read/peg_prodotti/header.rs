//! Tables are told by their header row.

use crate::model::{Direzione, Natura};
use crate::read::block::Row;

/// What the rows of a table are.
#[derive(Clone, Debug)]
pub(super) enum Header {
    /// Strategic lines, products and totals of a centre.
    Summary,
    /// Indicators of an objective.
    Indicators,
    /// Phases of a card.
    Phases(PhaseColumns),
    /// Budget lines of a card: what the amounts of each column are.
    Budget(Vec<Option<MoneyColumn>>),
    /// People of a card.
    People,
}

/// Where the facts of a phase stand, by column.
#[derive(Clone, Copy, Debug)]
pub(super) struct PhaseColumns {
    pub(super) obiettivo: usize,
    pub(super) nome: usize,
    pub(super) inizio: usize,
    pub(super) fine: usize,
}

/// What the amounts of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MoneyColumn {
    pub(super) direzione: Direzione,
    pub(super) natura: Option<Natura>,
}

impl Header {
    /// The header that a row is.
    pub(super) fn of(row: &Row<'_>) -> Option<Self> {
        if announces_products(row) {
            return Some(Self::Summary);
        }
        let texts: Vec<String> = row.texts().iter().map(|text| text.to_lowercase()).collect();
        match texts.first().map(String::as_str) {
            Some("codice indicatore") => Some(Self::Indicators),
            Some("nome soggetto") => Some(Self::People),
            _ => phase_columns(&texts)
                .map(Self::Phases)
                .or_else(|| money_columns(&texts)),
        }
    }
}

/// Whether a row heads the summary of a centre.
pub(super) fn announces_products(row: &Row<'_>) -> bool {
    let texts: Vec<String> = row.texts().iter().map(|text| text.to_lowercase()).collect();
    ["codice progetto", "budget"]
        .iter()
        .all(|name| texts.iter().any(|text| text == name))
}

fn phase_columns(texts: &[String]) -> Option<PhaseColumns> {
    let column = |name: &str| texts.iter().position(|text| text == name);
    Some(PhaseColumns {
        obiettivo: column("cod. obiettivo")?,
        nome: column("descrizione fase")?,
        inizio: column("inizio")?,
        fine: column("fine")?,
    })
}

/// A row whose every name is one of money heads the budget lines.
fn money_columns(texts: &[String]) -> Option<Header> {
    let columns: Vec<Option<MoneyColumn>> = texts.iter().map(|text| MoneyColumn::named(text)).collect();
    let named = texts.iter().filter(|text| !text.is_empty()).count();
    let of_money = columns.iter().flatten().count();
    (named > 0 && named == of_money).then_some(Header::Budget(columns))
}

impl MoneyColumn {
    /// What a column's name, in lower case, says: `entrate correnti`, `spese in conto capitale`.
    fn named(name: &str) -> Option<Self> {
        let direzione = match name.split_whitespace().next()? {
            "entrate" | "entrata" => Direzione::Entrata,
            "spese" | "spesa" | "uscite" => Direzione::Spesa,
            _ => return None,
        };
        let natura = if name.contains("corrent") {
            Some(Natura::Corrente)
        } else if name.contains("capitale") || name.contains("investiment") {
            Some(Natura::Capitale)
        } else {
            None
        };
        Some(Self { direzione, natura })
    }
}
