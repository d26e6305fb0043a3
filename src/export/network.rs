//! `grafo.json`: the whole graph as nodes and edges.
//!
//! A node's id is `<table>/<id>`, since ids are unique within a table only. A row of a table without ids is numbered
//! among the rows of the thing that it belongs to. An edge is a reference column of a table, named like the column; the
//! document that a row comes from stands in its node's `source`.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::{self, Write as _};
use std::io::Write;

use anyhow::Result;

use super::Context;
use super::cell::Cell;
use super::table::{Heading, Kind, Table};
use super::tables::TABLES;

/// All nodes and edges. Nodes are written as they are found; edges, which come behind them all, are found again.
pub(super) fn network(context: &Context<'_>, out: &mut dyn Write) -> Result<()> {
    out.write_all(b"{\"nodes\":[\n")?;
    let mut nodes = List::new(out);
    for table in TABLES {
        each_row(table, context, |id, index, cells| {
            nodes.add(|to| node(id, table, index, cells, context, to))
        })?;
    }
    out.write_all(b"\n],\"edges\":[\n")?;
    let mut edges = List::new(out);
    for table in TABLES {
        let headings = table.headings();
        let references = |heading: &Heading| matches!(heading.kind, Kind::Reference(_)) && !heading.is_provenance();
        if headings.iter().any(references) {
            each_row(table, context, |id, _, cells| {
                add_edges(id, &headings, cells, &mut edges)
            })?;
        }
    }
    Ok(out.write_all(b"\n]}\n")?)
}

/// Hands on every row of a table with its node's id.
fn each_row<'g>(
    table: &dyn Table,
    context: &Context<'g>,
    mut take: impl FnMut(&str, usize, &[Cell<'g>]) -> Result<()>,
) -> Result<()> {
    let headings = table.headings();
    let (mut numbers, mut cells, mut id) = (Numbers::new(), Vec::new(), String::new());
    for index in 0..table.row_count(context.graph) {
        table.row(context.graph, index, &mut cells);
        node_id(table, &headings, &cells, &mut numbers, &mut id)?;
        take(&id, index, &cells)?;
    }
    Ok(())
}

/// A JSON array on its way out, one element per line.
struct List<'o> {
    out: &'o mut dyn Write,
    element: Vec<u8>,
}

impl<'o> List<'o> {
    fn new(out: &'o mut dyn Write) -> Self {
        let element = Vec::new();
        Self { out, element }
    }

    /// Writes an element; what goes before the next one waits.
    fn add(&mut self, write: impl FnOnce(&mut Vec<u8>) -> Result<()>) -> Result<()> {
        write(&mut self.element)?;
        self.out.write_all(&self.element)?;
        self.element.clear();
        self.element.extend_from_slice(b",\n");
        Ok(())
    }
}

fn node(
    id: &str,
    table: &dyn Table,
    index: usize,
    cells: &[Cell<'_>],
    context: &Context<'_>,
    out: &mut Vec<u8>,
) -> Result<()> {
    let info = table.info(context.graph, index);
    let members = [
        ("id", id),
        ("type", table.name()),
        ("label", &info.label),
        ("url", info.url),
    ];
    write_members(&members, out)?;
    out.extend_from_slice(b",\"source\":");
    write_source(table, cells, out)?;
    out.push(b'}');
    Ok(())
}

fn add_edges(id: &str, headings: &[Heading], cells: &[Cell<'_>], edges: &mut List<'_>) -> Result<()> {
    let mut to = String::new();
    for (heading, cell) in headings.iter().zip(cells) {
        let (Kind::Reference(target), false) = (heading.kind, cell.is_empty() || heading.is_provenance()) else {
            continue;
        };
        to.clear();
        write!(to, "{target}/{cell}")?;
        edges.add(|out| {
            write_members(&[("from", id), ("to", &to), ("type", heading.name)], out)?;
            out.push(b'}');
            Ok(())
        })?;
    }
    Ok(())
}

/// Opens a JSON object and writes its first members, all texts; the caller closes it. Names are plain letters.
fn write_members(members: &[(&str, &str)], out: &mut Vec<u8>) -> Result<()> {
    let mut before: &[u8] = b"{\"";
    for (name, text) in members {
        out.extend_from_slice(before);
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(b"\":");
        serde_json::to_writer(&mut *out, text)?;
        before = b",\"";
    }
    Ok(())
}

/// Numbers the rows of a table without ids among those of the thing that they belong to.
type Numbers<'g> = HashMap<Cow<'g, str>, u32>;

/// Writes the id of a row's node.
fn node_id<'g>(
    table: &dyn Table,
    headings: &[Heading],
    cells: &[Cell<'g>],
    numbers: &mut Numbers<'g>,
    id: &mut String,
) -> fmt::Result {
    id.clear();
    if table.keyed() {
        return write!(id, "{}/{}", table.name(), cells[0]);
    }
    let mut references = headings.iter().zip(cells);
    let owner = references.find_map(|(heading, cell)| match (heading.kind, cell) {
        (Kind::Reference(_), Cell::Text(owner)) if !owner.is_empty() => Some(owner.clone()),
        _ => None,
    });
    let owner = owner.unwrap_or_default();
    let number = numbers.entry(owner.clone()).or_insert(0);
    *number += 1;
    write!(id, "{}/{owner}-{number}", table.name())
}

/// The last three cells of a row as an object; the documents, which have no provenance, are their own source.
fn write_source(table: &dyn Table, cells: &[Cell<'_>], out: &mut Vec<u8>) -> Result<()> {
    let [.., documento, first, last] = cells else {
        return Ok(());
    };
    if !table.has_provenance() {
        out.extend_from_slice(b"null");
        return Ok(());
    }
    out.extend_from_slice(b"{\"documento\":");
    documento.write_json(out)?;
    out.extend_from_slice(b",\"riga_inizio\":");
    first.write_json(out)?;
    out.extend_from_slice(b",\"riga_fine\":");
    last.write_json(out)?;
    out.push(b'}');
    Ok(())
}
