//! Where every field of a thing comes from: the line that prints it, or the editor's line that corrected it.

use super::list::{aligned, at};
use super::voice::Voice;
use crate::export::tables::TABLES;
use crate::export::{Heading, Kind, Table};
use crate::model::{Origine, Testo};
use crate::pipeline::Facts;
use crate::source::Span;

/// Tables whose rows have pages; rows of other tables that name a row of these belong to it.
const PAGES: [&str; 3] = ["schede", "obiettivi", "progetti"];

/// Every row that has this id or whose page has this address, with what belongs to it; then what is withheld of it.
/// Nothing where no row is meant.
pub(super) fn of(facts: &Facts, what: &str, voice: Voice) -> Option<String> {
    let wanted = address(facts, what);
    let mut rows: Vec<Row<'_>> = Vec::new();
    for table in TABLES {
        rows.extend(Row::all(facts, table).filter(|row| row.is(&wanted)));
    }
    let ids: Vec<String> = rows.iter().map(Row::id).collect();
    if ids.is_empty() {
        return None;
    }
    for table in TABLES.into_iter().filter(|table| !PAGES.contains(&table.name())) {
        rows.extend(Row::all(facts, table).filter(|row| !row.is(&wanted) && row.belongs(&ids)));
    }
    let mut parts: Vec<_> = rows.iter().map(|row| row.text(facts, voice)).collect();
    parts.extend(withheld(facts, &ids, voice));
    Some(parts.join("\n"))
}

/// An address as the tables have it; an id as it is.
fn address(facts: &Facts, what: &str) -> String {
    let below = what.strip_prefix(facts.config.base_url.as_str()).unwrap_or(what);
    let (_, below) = facts.in_which_language(below);
    if below.starts_with('/') && !below.ends_with('/') {
        return format!("{below}/");
    }
    below.to_owned()
}

/// A row of a table, in words.
struct Row<'f> {
    table: &'static dyn Table,
    headings: Vec<Heading>,
    cells: Vec<String>,
    origin: Option<&'f Origine>,
}

impl<'f> Row<'f> {
    fn all(facts: &'f Facts, table: &'static dyn Table) -> impl Iterator<Item = Self> {
        (0..table.row_count(&facts.graph)).map(move |index| {
            let mut cells = Vec::new();
            table.row(&facts.graph, index, &mut cells);
            Self {
                table,
                headings: table.headings(),
                cells: cells.iter().map(ToString::to_string).collect(),
                origin: table.origin(&facts.graph, index),
            }
        })
    }

    fn cell(&self, name: &str) -> &str {
        let at = self.headings.iter().position(|heading| heading.name == name);
        at.and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }

    fn id(&self) -> String {
        self.cell("id").to_owned()
    }

    fn is(&self, wanted: &str) -> bool {
        !wanted.is_empty() && (self.cell("id") == wanted || self.cell("url") == wanted)
    }

    /// Whether a row names one of these as the card, objective or product that it belongs to.
    fn belongs(&self, ids: &[String]) -> bool {
        let named = self.headings.iter().zip(&self.cells);
        let mut named = named.filter(|(heading, _)| matches!(heading.kind, Kind::Reference(of) if PAGES.contains(&of)));
        named.any(|(_, cell)| ids.contains(cell))
    }

    fn text(&self, facts: &Facts, voice: Voice) -> String {
        let own = self.headings.iter().zip(&self.cells);
        let own = own.filter(|(heading, cell)| !heading.is_provenance() && !cell.is_empty());
        let rows: Vec<_> = own
            .map(|(heading, cell)| {
                let place = self.place(facts, heading, cell, voice);
                vec![format!("  {}", heading.name), super::list::cut(cell, 60), place]
            })
            .collect();
        format!("{}\n{}", self.table.name(), aligned(&rows))
    }

    /// Where a field is written: by an editor who corrected it, else where it is printed.
    fn place(&self, facts: &Facts, heading: &Heading, cell: &str, voice: Voice) -> String {
        if matches!(heading.name, "id" | "url") {
            return voice.pick("(lo fa vetrina)", "(made by vetrina)").to_owned();
        }
        if let Some((span, note)) = correction(facts, self.cell("id"), heading.name) {
            let by = voice.pick("corretto da un redattore", "corrected by an editor");
            let note = note.map(|note| format!(": {note}")).unwrap_or_default();
            return format!("{} ({by}{note})", shown(facts, span, voice));
        }
        let Some(origin) = self.origin else {
            return String::new();
        };
        let printed = origin.stampata();
        if printed.riportata().is_none() {
            let here = narrowed(facts, printed.span, cell).or_else(|| keyed(facts, printed.span, heading.name));
            return shown(facts, here.unwrap_or(printed.span), voice);
        }
        let carried = facts.graph.luogo(&printed);
        carried.map_or_else(String::new, |(documento, lines)| {
            let file = &facts.graph.documenti[documento].file;
            ranged(file, *lines.start(), *lines.end())
        })
    }
}

/// The editor's line about a field: a correction, with its note, or monitoring.
fn correction<'f>(facts: &'f Facts, id: &str, field: &str) -> Option<(Span, Option<&'f Testo>)> {
    let pages = facts.graph.pagine.iter();
    let mut corrections = pages.flat_map(|page| &page.correzioni);
    let corrected = corrections.find(|it| it.id.as_str() == id && it.campo.as_str() == field);
    if let Some(it) = corrected {
        return Some((it.valore.span, it.nota.as_ref().map(|note| &note.value)));
    }
    monitored(facts, id, field).map(|span| (span, None))
}

/// Where monitoring says a field of a phase or indicator, if it stands apart from the thing itself.
fn monitored(facts: &Facts, id: &str, field: &str) -> Option<Span> {
    let phase = facts.graph.fasi.iter().find(|fase| fase.id.as_str() == id);
    let indicator = facts
        .graph
        .indicatori
        .iter()
        .find(|indicatore| indicatore.id.as_str() == id);
    let (said, origine) = match field {
        "inizio_effettivo" => (phase?.inizio_effettivo?.span, &phase?.origine),
        "fine_effettiva" => (phase?.fine_effettiva?.span, &phase?.origine),
        "valore_raggiunto" => (indicator?.valore_raggiunto.as_ref()?.span, &indicator?.origine),
        "nota" => (indicator?.nota.as_ref()?.span, &indicator?.origine),
        _ => return None,
    };
    let whole = origine.span;
    let within = said.file == whole.file && whole.start <= said.start && said.end <= whole.end;
    (!within).then_some(said)
}

/// The one place in a stretch that has the very words; nothing where none or several have.
fn narrowed(facts: &Facts, span: Span, words: &str) -> Option<Span> {
    let text = facts.sources.slice(span);
    let mut found = text.match_indices(words);
    match (found.next(), found.next()) {
        (Some((at, _)), None) => {
            let start = span.start as usize + at;
            Some(Span::new(span.file, start, start + words.len()))
        }
        _ => None,
    }
}

/// The one line of front matter in a stretch that begins with a key.
fn keyed(facts: &Facts, span: Span, key: &str) -> Option<Span> {
    let mut start = span.start as usize;
    let lines = facts.sources.slice(span).split_inclusive('\n').map(|line| {
        start += line.len();
        (start - line.len(), line)
    });
    let says = |line: &str| {
        let words = line.trim_start().trim_start_matches("- ");
        words.strip_prefix(key).is_some_and(|rest| rest.starts_with(':'))
    };
    let mut found = lines.filter(|(_, line)| says(line));
    match (found.next(), found.next()) {
        (Some((at, line)), None) => Some(Span::new(span.file, at, at + line.trim_end().len())),
        _ => None,
    }
}

fn shown(facts: &Facts, span: Span, voice: Voice) -> String {
    if facts.sources.file(span.file).sheets().is_some() {
        return at(facts, span, voice);
    }
    let lines = facts.sources.lines(span);
    ranged(facts.sources.file(span.file).path(), *lines.start(), *lines.end())
}

fn ranged(file: &str, first: u32, last: u32) -> String {
    if first == last {
        return format!("{file}:{first}");
    }
    format!("{file}:{first}-{last}")
}

/// What the policy keeps of these things, without the values: what is said here ends up in mails and tickets.
fn withheld(facts: &Facts, ids: &[String], voice: Voice) -> Option<String> {
    let data = facts.withheld.personal().iter();
    let closed = data.filter(|datum| !datum.reason.is_published() && ids.iter().any(|id| *id == *datum.of));
    let rows: Vec<_> = closed
        .map(|datum| {
            let place = datum.places.first().map(|span| at(facts, *span, voice));
            let name = format!("  {}", datum.kind.word());
            vec![name, datum.reason.word().to_owned(), place.unwrap_or_default()]
        })
        .collect();
    (!rows.is_empty()).then(|| format!("{}\n{}", voice.pick("trattenuti", "withheld"), aligned(&rows)))
}
