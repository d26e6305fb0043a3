use clap::Args as ClapArgs;

use super::args::View;
use super::exit::Exit;
use super::session::Session;
use super::voice::Voice;
use crate::diag::nearest;
use crate::export::tables::{TABLES, table};
use crate::export::{Export, Table};
use crate::pipeline::Facts;
use crate::source::Span;

/// Show what a site holds, as a table
#[derive(Debug, ClapArgs)]
pub(super) struct Args {
    /// Name of a table of the open data, such as `schede`; without it, all tables with their number of rows
    #[arg(value_name = "TABLE")]
    table: Option<String>,
    /// As CSV, as the site publishes it
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    /// As JSON, as the site publishes it
    #[arg(long)]
    json: bool,
    /// Pages that are held back, and why
    #[arg(long, conflicts_with_all = ["table", "csv", "json"])]
    held: bool,
    /// Personal data of the sources: what is published, what is not, and why
    #[arg(long, conflicts_with_all = ["table", "csv", "json", "held"])]
    personal: bool,
    #[command(flatten)]
    view: View,
}

/// Shows the facts that may be published. What is wrong with the site is for `check` to say.
pub(super) fn run(session: &Session, args: &Args) -> Exit {
    let facts = session.facts(&args.view);
    if args.held {
        return give(held(session, &facts));
    }
    if args.personal {
        return give(personal(&facts, session.voice));
    }
    let Some(name) = &args.table else {
        return give(overview(&facts));
    };
    let Some(table) = table(name) else {
        return unknown(session.voice, name);
    };
    match whole(table, args) {
        Some(export) => published(session, &facts, &export),
        None => give(columns(table, &facts)),
    }
}

fn give(text: String) -> Exit {
    Voice::data(text.as_bytes());
    Exit::Done
}

fn whole(table: &'static dyn Table, args: &Args) -> Option<Export> {
    let csv = args.csv.then_some(Export::Csv(table));
    csv.or_else(|| args.json.then_some(Export::Json(table)))
}

/// The very bytes that the site publishes.
fn published(session: &Session, facts: &Facts, export: &Export) -> Exit {
    let context = facts.context();
    let mut bytes = Vec::new();
    match export.render(&context, &mut bytes) {
        Ok(()) => {
            Voice::data(&bytes);
            Exit::Done
        }
        Err(error) => {
            session.voice.fail(&format!("{error:#}"));
            Exit::Environment
        }
    }
}

fn held(session: &Session, facts: &Facts) -> String {
    let line = |page: &crate::pipeline::Held| {
        let reason = page.reason.words(session.voice.language);
        format!("content/{}: {reason}\n", page.percorso)
    };
    facts.held.iter().map(line).collect()
}

/// One line for each personal datum: what it is, what was decided and why, whose it is, where it stands. What is
/// withheld is not said here either: a list ends up in mails and tickets.
fn personal(facts: &Facts, voice: Voice) -> String {
    let rows = facts.withheld.personal().iter().map(|datum| {
        let shown = if datum.reason.is_published() {
            datum.value.as_str()
        } else {
            facts.withheld.mark()
        };
        let place = datum.places.first().map(|place| at(facts, *place, voice));
        let words = [datum.kind.word(), datum.reason.word(), shown, datum.of.as_str()].map(str::to_owned);
        words.into_iter().chain(place).collect()
    });
    aligned(&rows.collect::<Vec<_>>())
}

/// Where something stands: `path:line`, or `path, foglio «Contatti», D7`; of several cells, their row.
pub(super) fn at(facts: &Facts, span: Span, voice: Voice) -> String {
    let file = facts.sources.file(span.file);
    let path = file.path();
    match file.cell(span.start) {
        None => format!("{path}:{}", file.position(span.start).line),
        Some(cell) => {
            let (sheet, row) = (voice.pick("foglio", "sheet"), voice.pick("riga", "row"));
            match facts.sources.slice(span).contains('\t') {
                true => format!("{path}, {sheet} «{}», {row} {}", cell.sheet, cell.row),
                false => format!("{path}, {sheet} «{}», {cell}", cell.sheet),
            }
        }
    }
}

fn overview(facts: &Facts) -> String {
    let rows = TABLES.map(|table| vec![table.name().to_owned(), table.row_count(&facts.graph).to_string()]);
    aligned(&rows)
}

/// A table for the eye: the columns that some row fills, as many as fit, cut to fit. Where a row is printed and where
/// its page stands is for CSV and JSON to say.
fn columns(table: &dyn Table, facts: &Facts) -> String {
    const COLUMNS: usize = 8;
    const WIDTH: usize = 40;
    let headings = table.headings();
    let mut cells = Vec::new();
    let rows = (0..table.row_count(&facts.graph)).map(|index| {
        table.row(&facts.graph, index, &mut cells);
        cells.iter().map(|cell| cut(&cell.to_string(), WIDTH)).collect()
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let is_filled = |at: usize| rows.is_empty() || rows.iter().any(|row| !row[at].is_empty());
    let said = headings
        .iter()
        .enumerate()
        .filter(|(_, heading)| heading.name != "url" && !heading.is_provenance());
    let said: Vec<usize> = said
        .map(|(at, _)| at)
        .filter(|at| is_filled(*at))
        .take(COLUMNS)
        .collect();
    let names: Vec<String> = headings.iter().map(|heading| heading.name.to_owned()).collect();
    let shown = std::iter::once(&names).chain(&rows);
    let shown = shown.map(|row| said.iter().map(|at| row[*at].clone()).collect());
    aligned(&shown.collect::<Vec<_>>())
}

/// A text on one line, with dots where it is longer than `width`.
pub(super) fn cut(text: &str, width: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(width) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

/// Columns one under the other, two spaces between them.
pub(super) fn aligned(rows: &[Vec<String>]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |at: usize| {
        rows.iter()
            .filter_map(|row| row.get(at))
            .map(|cell| cell.chars().count())
            .max()
    };
    let widths: Vec<_> = (0..count).map(|at| width(at).unwrap_or_default()).collect();
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}

fn unknown(voice: Voice, name: &str) -> Exit {
    let near = nearest(name, TABLES.iter().map(|table| table.name()));
    voice.fail(&match voice.language {
        crate::diag::Language::It => format!("non c'è una tabella «{name}»; forse: {near}"),
        crate::diag::Language::En => format!("there is no table “{name}”; perhaps: {near}"),
    });
    Exit::Usage
}
