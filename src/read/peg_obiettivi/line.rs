//! What one line of the print is, by its own words.

use super::label::{self, Field};
use crate::read::block::{Block, Inline, Kind, Row};
use crate::read::cell::parse_month_name;
use crate::source::Span;

/// A line of the print.
#[derive(Clone, Debug)]
pub(super) enum Line<'s> {
    /// Values behind their labels, and cells that no label announces.
    Fields(Vec<Field<'s>>, Vec<Inline<'s>>),
    /// The code and name of a unit.
    Unit(Heading<'s>),
    /// An entry of the index.
    Entry(Entry<'s>),
    /// The header of a table.
    Header(Header),
    /// The header of a table that is none of the form's.
    UnknownHeader(Span),
    /// Any other row: it belongs to the table that is open.
    Row(Row<'s>),
    /// A title that is no unit's, such as the document's.
    Title(Inline<'s>),
    /// Any other text.
    Text(Inline<'s>),
}

/// Code and name of a unit, as printed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heading<'s> {
    pub(super) codice: Inline<'s>,
    pub(super) nome: Inline<'s>,
    /// Both together.
    pub(super) span: Span,
}

/// An entry of the index.
#[derive(Clone, Debug)]
pub(super) struct Entry<'s> {
    pub(super) heading: Heading<'s>,
    /// Whether it stands out in bold, as sectors do.
    pub(super) prima: bool,
    pub(super) pagina: Option<u32>,
    pub(super) span: Span,
}

/// Which table a header opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Table {
    Persone,
    Fasi,
    Cronoprogramma,
    Indicatori,
}

/// The header of a table: its columns by their words, lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) table: Table,
    pub(super) columns: Vec<String>,
}

impl Header {
    fn of(row: &Row<'_>) -> Option<Self> {
        let columns: Vec<String> = row.texts().iter().map(|text| column_name(text)).collect();
        let has = |word: &str| columns.iter().any(|column| column == word);
        let table = match columns.first()?.as_str() {
            "persona" if has("categoria") => Table::Persone,
            "fase" if has("inizio") && has("fine") => Table::Fasi,
            "cronoprogramma" if columns.iter().any(|column| parse_month_name(column).is_some()) => {
                Table::Cronoprogramma
            }
            "indicatore" if columns.len() > 1 => Table::Indicatori,
            _ => return None,
        };
        Some(Self { table, columns })
    }

    /// Whether a row that is no known header names columns as headers do: whatever follows belongs to another table.
    fn resembles(row: &Row<'_>) -> bool {
        const NAMES: [&str; 8] = [
            "persona",
            "categoria",
            "ruolo",
            "fase",
            "descrizione fase",
            "inizio",
            "fine",
            "indicatore",
        ];
        let named = row
            .texts()
            .iter()
            .filter(|text| NAMES.contains(&column_name(text).as_str()))
            .count();
        named >= 2
    }

    /// The cell of `row` under the column with these words; nothing where it is empty.
    pub(super) fn cell<'s>(&self, row: &Row<'s>, words: &str) -> Option<Inline<'s>> {
        let at = self.columns.iter().position(|column| column == words)?;
        row.cells.get(at).copied().filter(|cell| !cell.is_empty())
    }

    /// The filled cells of `row` that stand under no column. A chart has no word over its second one.
    pub(super) fn stray<'s>(&self, row: &Row<'s>) -> Vec<Inline<'s>> {
        let named = |at: usize| match self.columns.get(at) {
            Some(words) => !words.is_empty() || (self.table == Table::Cronoprogramma && at == 1),
            None => false,
        };
        let cells = row.cells.iter().enumerate();
        cells
            .filter(|(at, cell)| !named(*at) && !cell.is_empty())
            .map(|(_, cell)| *cell)
            .collect()
    }
}

/// The name of a column in lower case, as this form prints it where a print varies it.
fn column_name(text: &str) -> String {
    let lower = text.trim_end_matches(':').to_lowercase();
    match lower.as_str() {
        "data inizio" | "data di inizio" | "dal" => "inizio".to_owned(),
        "data fine" | "data di fine" | "al" => "fine".to_owned(),
        "nominativo" | "cognome e nome" | "nome e cognome" | "dipendente" => "persona".to_owned(),
        _ => lower,
    }
}

/// The lines of a block.
pub(super) fn lines<'s>(block: &Block<'s>) -> Vec<Line<'s>> {
    match &block.kind {
        Kind::Table(table) => table.rows.iter().filter_map(of_row).collect(),
        Kind::Rule => Vec::new(),
        _ => block
            .lines()
            .iter()
            .map(|line| of_text(*line, block.is_title()))
            .collect(),
    }
}

/// A row of blanks is no line at all.
fn of_row<'s>(row: &Row<'s>) -> Option<Line<'s>> {
    let mut filled = row.filled();
    let first = *filled.next()?;
    let second = filled.next().copied();
    let several = filled.next().is_some();
    if let Some(header) = Header::of(row) {
        return Some(Line::Header(header));
    }
    if Header::resembles(row) {
        return Some(Line::UnknownHeader(row.span));
    }
    let (fields, stray) = label::fields(row);
    if !fields.is_empty() {
        return Some(Line::Fields(fields, stray));
    }
    let line = match (Heading::of(first), second) {
        (Some(heading), None) => Line::Unit(heading),
        (Some(heading), Some(page)) if !several && is_page(&page) => Line::Entry(Entry {
            heading,
            prima: first.is_bold(),
            pagina: page.text().parse().ok(),
            span: row.span,
        }),
        _ => Line::Row(row.clone()),
    };
    Some(line)
}

fn of_text(text: Inline<'_>, is_title: bool) -> Line<'_> {
    match Heading::of(text) {
        Some(heading) => Line::Unit(heading),
        None if is_title => Line::Title(text),
        None => Line::Text(text),
    }
}

fn is_page(cell: &Inline<'_>) -> bool {
    cell.text().bytes().all(|b| b.is_ascii_digit())
}

impl<'s> Heading<'s> {
    /// The code and name that a text is: capitals and digits without a space, a dash, then the name.
    fn of(text: Inline<'s>) -> Option<Self> {
        let raw = text.raw();
        let inner = raw.trim_start_matches("<b>").trim_start_matches('*');
        let from = raw.len() - inner.len();
        let inner = inner.trim_end_matches("</b>").trim_end_matches('*');
        let (codice, nome) = text.part(from, from + inner.len()).split_at_dash()?;
        let code = codice.raw();
        let is_code = code.len() >= 3
            && code.starts_with(|c: char| c.is_ascii_uppercase())
            && code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        (is_code && !nome.is_empty()).then(|| Self {
            codice,
            nome,
            span: text.span(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::block::scan;
    use crate::source::FileId;

    fn read(text: &str) -> Vec<Line<'_>> {
        scan(FileId::new(0), text).iter().flat_map(lines).collect()
    }

    #[test]
    fn a_unit_is_headed_by_a_bold_line_a_row_or_a_plain_line() {
        for line in [
            "**SPERS - SERVIZI - ALLA PERSONA**",
            "<b>SPERS - SERVIZI - ALLA PERSONA</b>\t\t\t",
            "SPERS - SERVIZI - ALLA PERSONA\t\t",
            "SPERS - SERVIZI - ALLA PERSONA",
            "## SPERS - SERVIZI - ALLA PERSONA",
        ] {
            let lines = read(line);
            let [Line::Unit(heading)] = lines.as_slice() else {
                panic!("{line}: {lines:?}");
            };
            assert_eq!(heading.codice.text(), "SPERS");
            assert_eq!(heading.nome.text(), "SERVIZI - ALLA PERSONA");
        }
    }

    #[test]
    fn an_entry_of_the_index_has_a_page() {
        let lines = read("<b>SPERS - SERVIZI</b>\t12\nUNIDI - ASILI NIDO\t14");
        let found: Vec<(String, bool, Option<u32>)> = lines
            .iter()
            .map(|line| match line {
                Line::Entry(entry) => (entry.heading.codice.text(), entry.prima, entry.pagina),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(
            found,
            [
                ("SPERS".to_owned(), true, Some(12)),
                ("UNIDI".to_owned(), false, Some(14))
            ]
        );
    }

    #[test]
    fn headers_in_bold_or_not_and_rows() {
        let lines =
            read("<b>Fase</b>\t<b>Descrizione fase</b>\t<b>Inizio</b>\t<b>Fine</b>\t\nFase uno\t\t01/02/2023\t\n");
        let [Line::Header(header), Line::Row(row)] = lines.as_slice() else {
            panic!("{lines:?}");
        };
        assert_eq!(header.table, Table::Fasi);
        assert_eq!(header.cell(row, "inizio").unwrap().text(), "01/02/2023");
        assert!(header.cell(row, "fine").is_none());
    }
}
