//! A table as CSV (RFC 4180) and as JSON.

use std::io::Write;

use anyhow::Result;

use super::cell::{Cell, first_byte};
use super::table::{Heading, Table};
use crate::graph::Graph;

/// The whole table as CSV: UTF-8, comma, header row, `\n` line ends.
pub(super) fn csv(table: &dyn Table, graph: &Graph, out: &mut dyn Write) -> Result<()> {
    let headings = table.headings();
    let names: Vec<&str> = headings.iter().map(|heading| heading.name).collect();
    writeln!(out, "{}", names.join(","))?;
    let (mut cells, mut row) = (Vec::new(), Vec::new());
    for index in 0..table.row_count(graph) {
        table.row(graph, index, &mut cells);
        csv_row(&cells, &mut row);
        out.write_all(&row)?;
        row.clear();
    }
    Ok(())
}

/// Appends one row with the end of its line.
fn csv_row(cells: &[Cell<'_>], out: &mut Vec<u8>) {
    for (at, cell) in cells.iter().enumerate() {
        out.extend_from_slice(if at > 0 { b"," } else { b"" });
        match cell {
            Cell::Text(text) => push_field(text, out),
            other => other.write_plain(out),
        }
    }
    out.push(b'\n');
}

/// Appends a text as a CSV field: in quotes where a reader would take it for more than one.
fn push_field(text: &str, out: &mut Vec<u8>) {
    if first_byte(text, |byte| matches!(byte, b'"' | b',' | b'\n' | b'\r')).is_none() {
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
    json_rows(table, graph, 0..table.row_count(graph), out)?;
    Ok(out.write_all(b"\n")?)
}

/// Some rows of a table as a JSON array of objects.
pub(super) fn json_rows(
    table: &dyn Table,
    graph: &Graph,
    rows: impl Iterator<Item = usize>,
    out: &mut dyn Write,
) -> Result<()> {
    let headings = table.headings();
    let mut cells = Vec::new();
    let mut row = b"[\n".to_vec();
    let mut is_empty = true;
    for index in rows {
        table.row(graph, index, &mut cells);
        json_row(&headings, &cells, &mut row);
        out.write_all(&row)?;
        row.clear();
        row.extend_from_slice(b",\n");
        is_empty = false;
    }
    Ok(out.write_all(if is_empty { b"[]" } else { b"\n]" })?)
}

/// One row as a JSON object; the names of columns are plain letters.
fn json_row(headings: &[Heading], cells: &[Cell<'_>], out: &mut Vec<u8>) {
    let mut before: &[u8] = b"{\"";
    for (heading, cell) in headings.iter().zip(cells) {
        out.extend_from_slice(before);
        out.extend_from_slice(heading.name.as_bytes());
        out.extend_from_slice(b"\":");
        cell.write_json(out);
        before = b",\"";
    }
    out.push(b'}');
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
