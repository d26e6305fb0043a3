//! A table as CSV (RFC 4180) and as JSON.

use std::io::Write;

use anyhow::Result;

use super::cell::Cell;
use super::table::Table;
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
    let names = openings(table)?;
    let mut cells = Vec::new();
    let mut row = b"[\n".to_vec();
    let mut is_empty = true;
    for index in rows {
        table.row(graph, index, &mut cells);
        json_row(&names, &cells, &mut row)?;
        out.write_all(&row)?;
        row.clear();
        row.extend_from_slice(b",\n");
        is_empty = false;
    }
    Ok(out.write_all(if is_empty { b"[]" } else { b"\n]" })?)
}

/// What stands before each value of a row: `{"id":`, `,"titolo":`.
fn openings(table: &dyn Table) -> Result<Vec<Vec<u8>>> {
    let names = table.headings().into_iter().enumerate();
    let opening = |(at, heading): (usize, super::Heading)| {
        let mut opening = vec![if at == 0 { b'{' } else { b',' }];
        serde_json::to_writer(&mut opening, heading.name)?;
        opening.push(b':');
        Ok(opening)
    };
    names.map(opening).collect()
}

fn json_row(openings: &[Vec<u8>], cells: &[Cell<'_>], out: &mut Vec<u8>) -> Result<()> {
    for (opening, cell) in openings.iter().zip(cells) {
        out.extend_from_slice(opening);
        cell.write_json(out)?;
    }
    out.push(b'}');
    Ok(())
}
