//! A table as CSV (RFC 4180) and as JSON.

use anyhow::Result;

use super::cell::Cell;
use super::table::Table;
use crate::graph::Graph;

/// The whole table as CSV: UTF-8, comma, header row, `\n` line ends.
pub(super) fn csv(table: &dyn Table, graph: &Graph) -> Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(table.headings().iter().map(|heading| heading.name))?;
    let mut cells = Vec::new();
    for index in 0..table.row_count(graph) {
        table.row(graph, index, &mut cells);
        for cell in &cells {
            match cell {
                Cell::Text(text) => writer.write_field(text.as_bytes())?,
                other => writer.write_field(other.to_string())?,
            }
        }
        writer.write_record(None::<&[u8]>)?;
    }
    Ok(writer.into_inner().map_err(|error| error.into_error())?)
}

/// The whole table as a JSON array of objects, one row per line.
pub(super) fn json(table: &dyn Table, graph: &Graph) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    json_rows(table, graph, 0..table.row_count(graph), &mut out)?;
    out.push(b'\n');
    Ok(out)
}

/// Some rows of a table as a JSON array of objects, appended to `out`.
pub(super) fn json_rows(
    table: &dyn Table,
    graph: &Graph,
    rows: impl Iterator<Item = usize>,
    out: &mut Vec<u8>,
) -> Result<()> {
    let names: Vec<&str> = table.headings().iter().map(|heading| heading.name).collect();
    let mut cells = Vec::new();
    let mut between: &[u8] = b"[\n";
    for index in rows {
        table.row(graph, index, &mut cells);
        out.extend_from_slice(between);
        json_row(&names, &cells, out)?;
        between = b",\n";
    }
    out.extend_from_slice(if between == b"[\n" { b"[]" } else { b"\n]" });
    Ok(())
}

fn json_row(names: &[&str], cells: &[Cell<'_>], out: &mut Vec<u8>) -> Result<()> {
    let mut before = b'{';
    for (name, cell) in names.iter().zip(cells) {
        out.push(before);
        serde_json::to_writer(&mut *out, name)?;
        out.push(b':');
        cell.write_json(out)?;
        before = b',';
    }
    out.push(b'}');
    Ok(())
}
