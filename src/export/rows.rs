//! A table as CSV (RFC 4180) and as JSON.

use std::io::Write;

use anyhow::Result;

use super::cell::Cell;
use super::table::{Heading, Table};
use crate::graph::Graph;

/// The whole table as CSV: UTF-8, comma, header row, `\n` line ends.
pub(super) fn csv(table: &dyn Table, graph: &Graph, out: &mut dyn Write) -> Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(table.headings().iter().map(|heading| heading.name))?;
    let mut cells = Vec::new();
    let mut field = Vec::new();
    for index in 0..table.row_count(graph) {
        table.row(graph, index, &mut cells);
        for cell in &cells {
            match cell {
                Cell::Text(text) => writer.write_field(text.as_bytes())?,
                other => {
                    field.clear();
                    other.write_plain(&mut field);
                    writer.write_field(&field)?;
                }
            }
        }
        writer.write_record(None::<&[u8]>)?;
    }
    Ok(writer.flush()?)
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
        json_row(&headings, &cells, &mut row)?;
        out.write_all(&row)?;
        row.clear();
        row.extend_from_slice(b",\n");
        is_empty = false;
    }
    Ok(out.write_all(if is_empty { b"[]" } else { b"\n]" })?)
}

/// One row as a JSON object; the names of columns are plain letters.
fn json_row(headings: &[Heading], cells: &[Cell<'_>], out: &mut Vec<u8>) -> Result<()> {
    let mut before: &[u8] = b"{\"";
    for (heading, cell) in headings.iter().zip(cells) {
        out.extend_from_slice(before);
        out.extend_from_slice(heading.name.as_bytes());
        out.extend_from_slice(b"\":");
        cell.write_json(out)?;
        before = b",\"";
    }
    out.push(b'}');
    Ok(())
}
