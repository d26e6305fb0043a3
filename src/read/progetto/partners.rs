//! Partners: the table of who leads, hands over, takes over; joined with the budget by code or name.

use super::reading::Reading;
use crate::model::{Bozza, Detto, Euro, Origine, Partner, Riferimento, RuoloPartner, Testo};
use crate::read::block::{Block, Inline, Row, Table};
use crate::source::Span;

/// A partner as far as it is known.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Code of the partner in the project: `EC`, `P1`.
    pub(super) codice: Option<Testo>,
    pub(super) ente: Detto<Testo>,
    pub(super) ruolo: Option<RuoloPartner>,
    pub(super) importi: Amounts,
    /// Where it is printed: the row of the budget, else of the partnership.
    pub(super) span: Span,
}

/// The four amounts of a budget row.
#[derive(Clone, Debug, Default)]
pub(super) struct Amounts {
    pub(super) personale_interno: Option<Detto<Euro>>,
    pub(super) spese_generali: Option<Detto<Euro>>,
    pub(super) beni_servizi: Option<Detto<Euro>>,
    pub(super) totale: Option<Detto<Euro>>,
}

/// The partners of a document, each once, whichever table names it first.
#[derive(Debug, Default)]
pub(super) struct Partners {
    entries: Vec<Entry>,
}

impl Partners {
    /// The partner with this code or, without a code, this name; `entry` if there is none yet.
    pub(super) fn find_or_add(&mut self, entry: Entry) -> &mut Entry {
        let same = |known: &Entry| match (&known.codice, &entry.codice) {
            (Some(known), Some(new)) => known == new,
            _ => known.ente.to_lowercase() == entry.ente.to_lowercase(),
        };
        let at = self.entries.iter().position(same).unwrap_or(self.entries.len());
        if at == self.entries.len() {
            self.entries.push(entry);
        }
        &mut self.entries[at]
    }

    /// The body that leads.
    pub(super) fn lead(&self) -> Option<&Detto<Testo>> {
        let leads = |entry: &&Entry| entry.ruolo == Some(RuoloPartner::Capofila);
        self.entries.iter().find(leads).map(|entry| &entry.ente)
    }

    pub(super) fn into_drafts(self) -> Vec<Partner<Bozza>> {
        self.entries.into_iter().map(draft).collect()
    }
}

fn draft(entry: Entry) -> Partner<Bozza> {
    Partner {
        piano: Riferimento::Locale(0),
        ente: Riferimento::scritto(entry.ente),
        ruolo: entry.ruolo.unwrap_or(RuoloPartner::Partner),
        personale_interno: entry.importi.personale_interno,
        spese_generali: entry.importi.spese_generali,
        beni_servizi: entry.importi.beni_servizi,
        totale: entry.importi.totale,
        origine: Origine::letta(entry.span),
    }
}

/// What the label in front of a partner says.
#[derive(Clone, Copy)]
struct Label {
    ruolo: RuoloPartner,
    /// `Enti riusanti` heads several rows, `Ente cedente` its own.
    plural: bool,
}

fn label(text: &str) -> Option<Label> {
    let text = text.to_lowercase();
    let ruolo = if text.contains("capofila") {
        RuoloPartner::Capofila
    } else if text.contains("cedent") {
        RuoloPartner::Cedente
    } else if text.contains("riusant") {
        RuoloPartner::Riusante
    } else if text.starts_with("partner") || text.starts_with("enti partner") {
        RuoloPartner::Partner
    } else {
        return None;
    };
    let plural = text.starts_with("enti ") || text.starts_with("partner");
    Some(Label { ruolo, plural })
}

fn labels(table: &Table<'_>) -> Vec<Option<Label>> {
    table.rows.iter().map(|row| label(&row.text(0))).collect()
}

/// Whether a block is the table of the partnership: roles in front, partners behind.
pub(super) fn is(block: &Block<'_>) -> bool {
    block.table().is_some_and(is_partnership)
}

fn is_partnership(table: &Table<'_>) -> bool {
    let labelled = labels(table).iter().flatten().count();
    labelled >= 2 && table.rows.iter().all(|row| row.filled().count() <= 2)
}

/// Takes the table of the partnership.
pub(super) fn take<'s>(reading: &mut Reading<'s>, block: &Block<'s>) -> bool {
    let Some(table) = block.table().filter(|table| is_partnership(table)) else {
        return false;
    };
    let labels = labels(table);
    for (at, row) in table.rows.iter().enumerate() {
        let Some(name) = name(row) else {
            reading.unread(row.span);
            continue;
        };
        if let Some(unknown) = row
            .cells
            .first()
            .filter(|cell| labels[at].is_none() && !cell.is_empty())
        {
            reading.unread(unknown.span());
        }
        let ruolo = role(&labels, at);
        reading.partners.find_or_add(entry(name, row.span)).ruolo = ruolo;
    }
    true
}

/// The cell with the partner: the one behind the label.
fn name<'r, 's>(row: &'r Row<'s>) -> Option<&'r Inline<'s>> {
    row.cells.iter().skip(1).find(|cell| !cell.is_empty())
}

/// A cell such as `P1. Provincia di Brescia` or `P1 – Provincia di Brescia`.
fn entry(cell: &Inline<'_>, span: Span) -> Entry {
    let raw = cell.raw();
    let dotted = raw
        .split_once(['.', ')', ':'])
        .map(|(code, _)| (cell.part(0, code.len()), code.len() + 1));
    let dotted = dotted
        .filter(|(_, at)| raw[*at..].starts_with(' '))
        .map(|(code, at)| (code, cell.part(at, raw.len())));
    let coded = dotted.or_else(|| cell.split_at_dash());
    let (codice, ente) = match coded.filter(|(code, _)| is_code(code.raw())) {
        Some((code, ente)) => (Some(code.raw().into()), ente),
        None => (None, *cell),
    };
    Entry {
        codice,
        ente: ente.said(),
        ruolo: None,
        importi: Amounts::default(),
        span,
    }
}

fn is_code(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

/// The role of a row. A merged label is printed somewhere beside its rows: a row without one takes the nearest plural
/// label, up or down, with no labelled row between.
fn role(labels: &[Option<Label>], at: usize) -> Option<RuoloPartner> {
    if let Some(own) = labels[at] {
        return Some(own.ruolo);
    }
    let above = labels[..at].iter().rev().enumerate().find_map(nearest);
    let below = labels[at..].iter().enumerate().find_map(nearest);
    let plural = [above, below].into_iter().flatten().filter(|(_, label)| label.plural);
    plural
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, label)| label.ruolo)
}

fn nearest((distance, label): (usize, &Option<Label>)) -> Option<(usize, Label)> {
    label.map(|label| (distance, label))
}
