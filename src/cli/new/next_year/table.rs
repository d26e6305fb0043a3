//! A table a year later.

use std::collections::BTreeMap;

use csv::StringRecord;

use super::{CLEARED, DATED, NAMING, Step};
use crate::model::Slug;
use crate::read::tabella;

/// Columns of a table that say where the old edition stands.
const PLACED: [&str; 4] = ["documento", "riga_fine", "riga_inizio", "url"];

/// Tables that say what was decided for the old year, or how it went, or what was printed.
const OF_THE_YEAR: [&str; 4] = ["bilancio", "calendario", "documenti", "monitoraggio"];

/// A table in CSV, with the name of its file: days moved on, names of the old edition made those of the new one,
/// results left out. Nothing for a table of the old year alone.
pub(in crate::cli::new) fn table(file: &str, text: &str, step: &Step) -> Option<String> {
    match tabella::name_of(file, text) {
        Some(name) if OF_THE_YEAR.contains(&name) => None,
        // Bodies are the same from year to year.
        Some("enti") => Some(text.to_owned()),
        name => Some(carried(name.unwrap_or_default(), text, step).unwrap_or_else(|| text.to_owned())),
    }
}

/// Nothing for a text that is no table.
fn carried(table: &str, text: &str, step: &Step) -> Option<String> {
    let delimiter = tabella::separator(text);
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut writer = csv::WriterBuilder::new();
    let mut writer = writer.flexible(true).delimiter(delimiter).from_writer(Vec::new());
    let mut rows = reader.records();
    let names = rows.next()?.ok()?;
    let mut ids = Ids::of(table, &names, step);
    writer
        .write_record(names.iter().chain(ids.is_some().then_some("id")))
        .ok()?;
    for row in rows {
        let row = row.ok()?;
        let id = ids.as_mut().map(|ids| ids.next(&row));
        // A row may end where the rest of it is empty.
        let row = row.iter().chain(std::iter::repeat(""));
        let cells = names.iter().zip(row).map(|(name, cell)| match name {
            "titolo" if table == "piani" => step.title(cell),
            _ => step.cell(name, cell),
        });
        writer.write_record(cells.chain(id)).ok()?;
    }
    String::from_utf8(writer.into_inner().ok()?).ok()
}

impl Step {
    /// What a cell of a table says a year later.
    fn cell(&self, column: &str, said: &str) -> String {
        match plain(column) {
            _ if said.is_empty() => String::new(),
            column if CLEARED.contains(&column) || PLACED.contains(&column) => String::new(),
            column if DATED.contains(&column) => self.days(said),
            "id" => self.id(said),
            column if NAMING.contains(&column) => self.name(said),
            _ => said.to_owned(),
        }
    }
}

/// The name of a column, without the mark at the beginning of a file.
fn plain(column: &str) -> &str {
    column.trim_start_matches('\u{feff}').trim()
}

/// Ids for the rows of a table that has none. Those of cards and contacts say nothing of their edition, so with the rows
/// of the next one the old ones would have to take longer names.
struct Ids<'s> {
    step: &'s Step,
    of_cards: bool,
    columns: Vec<usize>,
    given: BTreeMap<String, usize>,
}

impl<'s> Ids<'s> {
    fn of(table: &str, names: &StringRecord, step: &'s Step) -> Option<Self> {
        let at = |column: &str| names.iter().position(|name| plain(name) == column);
        let columns = match table {
            "schede" => vec![at("titolo")?],
            "contatti" => vec![at("scheda")?, at("ruolo")?],
            _ => return None,
        };
        at("id").is_none().then_some(Self {
            step,
            of_cards: table == "schede",
            columns,
            given: BTreeMap::new(),
        })
    }

    /// The id of the next row; empty where nothing names it.
    fn next(&mut self, row: &StringRecord) -> String {
        let cells: Vec<&str> = self
            .columns
            .iter()
            .map(|at| row.get(*at).unwrap_or("").trim())
            .collect();
        let times = self.given.entry(cells.join("\n")).or_insert(0);
        *times += 1;
        let times = *times;
        let known = self.step.cards.get(cells[0]).filter(|_| self.of_cards);
        known
            .and_then(|ids| ids.get(times - 1))
            .cloned()
            .unwrap_or_else(|| self.made(&cells, times))
    }

    fn made(&self, cells: &[&str], times: usize) -> String {
        let words = cells.iter().map(|cell| Slug::of(&self.step.name(cell)));
        let name = words.reduce(|name, word| name.join(&word)).unwrap_or_default();
        if cells[0].is_empty() || name.as_str().is_empty() {
            return String::new();
        }
        let id = self.step.next(name.as_str());
        match times {
            1 => id,
            times => format!("{id}-{times}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_keeps_its_marks_and_loses_its_results() {
        let step = Step {
            from: 2024,
            to: 2025,
            old_id: "peg-2024".to_owned(),
            new_id: "peg-2025".to_owned(),
            ..Step::default()
        };
        let old = "obiettivo;nome;inizio;fine_effettiva\npeg-2024-01;\"Gara; 2024\";01/02/2024;03/02/2024\n";
        let new = "obiettivo;nome;inizio;fine_effettiva\npeg-2025-01;\"Gara; 2024\";01/02/2025;\n";
        assert_eq!(table("fasi.csv", old, &step).as_deref(), Some(new));
        assert_eq!(table("bilancio.csv", "progetto,importo\np,1\n", &step), None);
    }

    #[test]
    fn cards_and_contacts_get_ids_of_their_own() {
        let step = Step {
            from: 2024,
            to: 2025,
            cards: [(
                "Orti".to_owned(),
                vec!["a-orti-2025".to_owned(), "b-orti-2025".to_owned()],
            )]
            .into(),
            ..Step::default()
        };
        let cards = "ente;titolo\nA;Orti\nB;Orti\nC;Altro\n";
        let new = "ente;titolo;id\nA;Orti;a-orti-2025\nB;Orti;b-orti-2025\nC;Altro;altro-2025\n";
        assert_eq!(table("schede.csv", cards, &step).as_deref(), Some(new));
        let short = "titolo;ente;durata\nOrti;A\n";
        let new = "titolo;ente;durata;id\nOrti;A;;a-orti-2025\n";
        assert_eq!(table("schede.csv", short, &step).as_deref(), Some(new));
        let people = "scheda;ruolo;email\nOrti;altro;a@b.it\nOrti;altro;c@b.it\n";
        let new = "scheda;ruolo;email;id\nOrti;altro;a@b.it;orti-altro-2025\nOrti;altro;c@b.it;orti-altro-2025-2\n";
        assert_eq!(table("contatti.csv", people, &step).as_deref(), Some(new));
    }
}
