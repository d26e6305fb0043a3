use crate::model::{Bozza, Detto, Origine, Riferimento, Scheda, Slug, Testo, VoceIndice};
use crate::read::block::{Block, Row, Table};
use crate::source::Span;

use super::outline::{Group, is_index};

/// Reads the index: one entry for each row below the header. A table that a page end cut off goes on without one.
pub(super) fn read(blocks: &[&Block<'_>], unread: &mut Vec<Span>) -> Vec<VoceIndice<Bozza>> {
    let mut tables = blocks
        .iter()
        .skip_while(|block| !is_index(block))
        .filter_map(|block| block.table());
    unread.extend(
        blocks
            .iter()
            .take_while(|block| !is_index(block))
            .map(|block| block.span),
    );
    let Some(mut table) = tables.next().cloned() else {
        return Vec::new();
    };
    tables.for_each(|rest| table.append(rest.clone()));
    let columns = Columns::of(&table);
    table
        .rows
        .iter()
        .skip(1)
        .filter_map(|row| columns.entry(row, unread))
        .collect()
}

/// Where the header puts what.
struct Columns {
    ente: Option<usize>,
    titolo: Option<usize>,
    ufficio: Option<usize>,
    durata: Option<usize>,
}

impl Columns {
    fn of(table: &Table<'_>) -> Self {
        let header: Vec<String> = table.first().map(Row::texts).unwrap_or_default();
        let find = |names: &[&str]| {
            header
                .iter()
                .position(|text| names.iter().any(|name| text.to_lowercase().starts_with(name)))
        };
        Self {
            ente: find(&["ente"]),
            titolo: find(&["titolo"]),
            ufficio: find(&["area", "settore", "ufficio"]),
            durata: find(&["durata"]),
        }
    }

    /// The entry of a row; a row that names no body or title is unread.
    fn entry(&self, row: &Row<'_>, unread: &mut Vec<Span>) -> Option<VoceIndice<Bozza>> {
        let cell = |column: Option<usize>| {
            let cell = column.and_then(|column| row.cells.get(column));
            cell.map_or_else(|| Detto::new(Testo::new(), row.span), |cell| cell.said())
        };
        let (ente, titolo) = (cell(self.ente), cell(self.titolo));
        if ente.is_empty() || titolo.is_empty() {
            unread.push(row.span);
            return None;
        }
        let (nome, numero) = split_number(&ente);
        let nome = Detto::new(Testo::from(nome), ente.span);
        Some(VoceIndice::Scheda {
            rif_ente: Some(Riferimento::scritto(nome.clone())),
            ente: nome,
            numero,
            titolo,
            ufficio: cell(self.ufficio),
            durata: cell(self.durata),
            scheda: None,
            origine: Origine::letta(row.span),
        })
    }
}

/// `Comune di Borgo – Scheda 2`: the body and the number of its card.
fn split_number(text: &str) -> (&str, Option<u32>) {
    let lower = text.to_lowercase();
    let found = lower
        .rfind("scheda")
        .filter(|_| lower.len() == text.len())
        .and_then(|at| {
            let number = text[at + "scheda".len()..]
                .trim_start_matches([' ', 'n', '.', '°'])
                .trim()
                .parse()
                .ok()?;
            Some((text[..at].trim_end_matches([' ', '–', '-', '—', ',', '\u{a0}']), number))
        });
    found.map_or((text, None), |(name, number)| (name, Some(number)))
}

/// Points each entry at the card of the same body and number; `groups` says the body of each card.
pub(super) fn point_at_cards(
    index: &mut [VoceIndice<Bozza>],
    cards: &[Scheda<Bozza>],
    groups: &[Group],
    group_of: &[Option<usize>],
) {
    let keys: Vec<Option<(Slug, Option<u32>)>> = cards
        .iter()
        .zip(group_of)
        .map(|(card, group)| Some((Slug::of(&groups.get((*group)?)?.ente), card.numero)))
        .collect();
    for entry in index {
        let VoceIndice::Scheda {
            ente, numero, scheda, ..
        } = entry
        else {
            continue;
        };
        let key = Some((Slug::of(ente), *numero));
        *scheda = keys
            .iter()
            .position(|own| *own == key)
            .map(|at| Riferimento::Locale(at as u32));
    }
}
