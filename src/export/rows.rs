//! A table as CSV (RFC 4180) and as JSON.

use std::borrow::Cow;
use std::io::Write;
use std::sync::LazyLock;

use anyhow::Result;

use super::cell::{Cell, first_byte};
use super::stretches::in_order;
use super::table::{Heading, Table};
use super::tables::TABLES;
use crate::graph::Graph;

/// Most rows have fewer bytes.
const ROW: usize = 512;

/// The whole table as CSV: UTF-8, comma, header row, `\n` line ends.
pub(super) fn csv(table: &dyn Table, graph: &Graph, out: &mut dyn Write) -> Result<()> {
    let headings = table.headings();
    let names: Vec<&str> = headings.iter().map(|heading| heading.name).collect();
    writeln!(out, "{}", names.join(","))?;
    in_order(0..table.row_count(graph), ROW, out, |rows, piece| {
        let mut cells = Vec::new();
        for row in rows {
            table.row(graph, *row, &mut cells);
            csv_row(&cells, piece);
        }
        Ok(())
    })
}

/// Appends one row with the end of its line.
fn csv_row(cells: &[Cell<'_>], out: &mut Vec<u8>) {
    for cell in cells {
        match cell {
            Cell::Text(text) => push_field(text, out),
            other => other.write_plain(out),
        }
        out.push(b',');
    }
    out.pop();
    out.push(b'\n');
}

/// Appends a text as a CSV field: in quotes where a reader would take it for more than one.
fn push_field(text: &str, out: &mut Vec<u8>) {
    if first_byte(text, |byte| {
        (byte == b'"') | (byte == b',') | (byte == b'\n') | (byte == b'\r')
    })
    .is_none()
    {
        out.extend_from_slice(text.as_bytes());
        return;
    }
    out.push(b'"');
    for (at, piece) in text.split('"').enumerate() {
        out.extend_from_slice(if at > 0 { b"\"\"" } else { b"" });
        out.extend_from_slice(piece.as_bytes());
    }
    out.push(b'"');
}

/// The whole table as a JSON array of objects, one row per line.
pub(super) fn json(table: &dyn Table, graph: &Graph, out: &mut dyn Write) -> Result<()> {
    let all: Vec<usize> = (0..table.row_count(graph)).collect();
    json_rows(table, graph, &all, out)?;
    Ok(out.write_all(b"\n")?)
}

/// Some rows of a table, each once, as a JSON array of objects.
pub(super) fn json_rows(table: &dyn Table, graph: &Graph, rows: &[usize], out: &mut dyn Write) -> Result<()> {
    let Some(first) = rows.first() else {
        return Ok(out.write_all(b"[]")?);
    };
    let members = members(table);
    in_order(rows.iter().copied(), ROW, out, |rows, piece| {
        let mut cells = Vec::new();
        for row in rows {
            piece.extend_from_slice(if row == first { b"[\n" } else { b",\n" });
            table.row(graph, *row, &mut cells);
            json_row(&members, &cells, piece);
        }
        Ok(())
    })?;
    Ok(out.write_all(b"\n]")?)
}

/// The members of the rows of every table. A page has data of several, and most have few rows.
static MEMBERS: LazyLock<Vec<(&'static str, Members)>> = LazyLock::new(|| {
    let tables = TABLES.into_iter();
    let members = tables.map(|table| (table.name(), Members::of(&table.headings())));
    members.collect()
});

/// The members of the rows of a table.
fn members(table: &dyn Table) -> Cow<'static, Members> {
    let known = MEMBERS.iter().find(|(name, _)| *name == table.name());
    known.map_or_else(
        || Cow::Owned(Members::of(&table.headings())),
        |(_, members)| Cow::Borrowed(members),
    )
}

/// A row that is a JSON object as it is where nothing is known: `{"id":null,"piano":null}`; the names of columns are
/// plain letters.
#[derive(Clone)]
struct Members {
    text: Vec<u8>,
    /// Where each member ends, behind its `null`.
    ends: Vec<usize>,
}

const NULL: &[u8] = b"null";

impl Members {
    fn of(headings: &[Heading]) -> Self {
        let mut members = Self {
            text: Vec::with_capacity(headings.len() * 28),
            ends: Vec::with_capacity(headings.len()),
        };
        let mut before = b"{\"";
        for heading in headings {
            for piece in [before, heading.name.as_bytes(), b"\":", NULL] {
                members.text.extend_from_slice(piece);
            }
            members.ends.push(members.text.len());
            before = b",\"";
        }
        members.text.push(b'}');
        members
    }
}

/// One row as a JSON object: what is unknown goes out in one piece with the name of the next cell that is known.
fn json_row(members: &Members, cells: &[Cell<'_>], out: &mut Vec<u8>) {
    let mut from = 0;
    for (end, cell) in members.ends.iter().zip(cells) {
        if !cell.is_empty() {
            out.extend_from_slice(&members.text[from..end - NULL.len()]);
            cell.write_known(out);
            from = *end;
        }
    }
    out.extend_from_slice(&members.text[from..]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_row_is_what_a_library_writes(texts in proptest::collection::vec("[a-z\",; \r\n]{0,12}", 2..6)) {
            let cells: Vec<Cell<'_>> = texts.iter().map(|text| Cell::from(text.as_str())).collect();
            let mut row = Vec::new();
            csv_row(&cells, &mut row);
            let mut library = csv::Writer::from_writer(Vec::new());
            library.write_record(&texts).unwrap();
            prop_assert_eq!(row, library.into_inner().unwrap());
        }
    }
}
