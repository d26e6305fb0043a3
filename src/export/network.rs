//! `grafo.json`: the whole graph as nodes and edges.
//!
//! A node's id is `<table>/<id>`, since ids are unique within a table only. A row of a table without ids is numbered
//! among the rows of the thing that it belongs to. An edge is a reference column of a table, named like the column; the
//! document that a row comes from stands in its node's `source`.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::Write;

use anyhow::Result;
use foldhash::HashMap;

use super::Context;
use super::cell::{Cell, push_json_text};
use super::table::{Kind, Table, provenance};
use super::tables::TABLES;
use crate::graph::Graph;

/// All nodes and edges. Nodes are written as they are found; edges, which come behind them all, are found again.
pub(super) fn network(context: &Context<'_>, out: &mut dyn Write) -> Result<()> {
    let graph = context.graph;
    out.write_all(b"{\"nodes\":[\n")?;
    let mut nodes = List::new(out);
    for table in TABLES {
        each_row(table, graph, |id, index| {
            nodes.add(|out| write_node(id, table, index, graph, out))
        })?;
    }
    nodes.finish()?;
    out.write_all(b"\n],\"edges\":[\n")?;
    let mut edges = List::new(out);
    for table in TABLES {
        let references: Vec<Reference> = Reference::all(table).filter(|to| !to.is_provenance).collect();
        if !references.is_empty() {
            each_row(table, graph, |id, index| {
                let found = references.iter();
                let mut found = found.map(|to| (to, table.cell(graph, index, to.column)));
                found.try_for_each(|(to, cell)| edges.add_edge(id, to, cell.as_text()))
            })?;
        }
    }
    edges.finish()?;
    Ok(out.write_all(b"\n]}\n")?)
}

/// A column whose cells are ids of another table.
struct Reference {
    column: usize,
    /// What an edge says behind the node that it comes from: `","to":"unita/`, and behind the id that a cell holds.
    /// Ids, the names of tables and columns hold nothing that JSON escapes.
    around: [String; 2],
    is_provenance: bool,
}

impl Reference {
    fn all(table: &dyn Table) -> impl Iterator<Item = Self> {
        let headings = table.headings().into_iter().enumerate();
        headings.filter_map(|(column, heading)| match heading.kind {
            Kind::Reference(table) => Some(Self {
                column,
                around: [
                    format!(r#"","to":"{table}/"#),
                    format!(r#"","type":"{}"}}"#, heading.name),
                ],
                is_provenance: heading.is_provenance(),
            }),
            _ => None,
        })
    }
}

/// Hands on every row of a table, by its index, with its node's id.
fn each_row(table: &dyn Table, graph: &Graph, mut take: impl FnMut(&str, usize) -> Result<()>) -> Result<()> {
    let references: Vec<Reference> = Reference::all(table).collect();
    let (mut numbers, mut id) = (Numbers::default(), String::new());
    for index in 0..table.row_count(graph) {
        id.clear();
        id.push_str(table.name());
        id.push('/');
        if table.keyed() {
            id.push_str(table.cell(graph, index, 0).as_text());
        } else {
            let mut cells = references.iter().map(|to| table.cell(graph, index, to.column));
            numbers.push_next(cells.find(|cell| !cell.is_empty()), &mut id)?;
        }
        take(&id, index)?;
    }
    Ok(())
}

/// Numbers the rows of a table without ids among those of the thing that they belong to.
#[derive(Default)]
struct Numbers<'g> {
    /// How many rows the owners have had.
    last: HashMap<Cow<'g, str>, u32>,
    /// The same of the owner whose rows come now: those of one mostly come together.
    here: (Cow<'g, str>, u32),
}

impl<'g> Numbers<'g> {
    /// Appends the owner of a row without an id, and the row's number.
    fn push_next(&mut self, owner: Option<Cell<'g>>, id: &mut String) -> Result<()> {
        let owner = match owner {
            Some(Cell::Text(owner)) => owner,
            Some(Cell::Slug(owner)) => Cow::Borrowed(owner),
            _ => Cow::Borrowed(""),
        };
        if owner != self.here.0 {
            let number = self.last.get(&owner).copied().unwrap_or_default();
            let (left, number_of_left) = std::mem::replace(&mut self.here, (owner, number));
            self.last.insert(left, number_of_left);
        }
        let (owner, number) = &mut self.here;
        *number += 1;
        id.push_str(owner);
        Ok(write!(id, "-{number}")?)
    }
}

/// How many bytes of a list go out in one go, at least.
const PIECE: usize = 64 * 1024;

/// A JSON array on its way out, one element per line.
struct List<'o> {
    out: &'o mut dyn Write,
    waiting: Vec<u8>,
    before: &'static [u8],
}

impl<'o> List<'o> {
    fn new(out: &'o mut dyn Write) -> Self {
        Self {
            out,
            waiting: Vec::with_capacity(PIECE + PIECE / 8),
            before: b"",
        }
    }

    /// Adds an element.
    fn add(&mut self, write: impl FnOnce(&mut Vec<u8>)) -> Result<()> {
        self.waiting.extend_from_slice(self.before);
        self.before = b",\n";
        write(&mut self.waiting);
        if self.waiting.len() >= PIECE {
            self.out.write_all(&self.waiting)?;
            self.waiting.clear();
        }
        Ok(())
    }

    /// Writes the elements that wait.
    fn finish(self) -> Result<()> {
        Ok(self.out.write_all(&self.waiting)?)
    }

    /// Adds an edge from a node to the row of another table that its reference names, if it names one.
    fn add_edge(&mut self, from: &str, reference: &Reference, to: &str) -> Result<()> {
        if to.is_empty() {
            return Ok(());
        }
        let [before, behind] = &reference.around;
        let pieces = [r#"{"from":""#, from, before, to, behind];
        self.add(|out| pieces.iter().for_each(|piece| out.extend_from_slice(piece.as_bytes())))
    }
}

fn write_node(id: &str, table: &dyn Table, index: usize, graph: &Graph, out: &mut Vec<u8>) {
    let info = table.info(graph, index);
    for piece in [r#"{"id":""#, id, r#"","type":""#, table.name(), r#"","label":"#] {
        out.extend_from_slice(piece.as_bytes());
    }
    push_json_text(&info.label, out);
    out.extend_from_slice(b",\"url\":");
    push_json_text(info.url, out);
    out.extend_from_slice(b",\"source\":");
    match table.origin(graph, index) {
        Some(origin) => write_source(&provenance(graph, origin), out),
        None => out.extend_from_slice(b"null"),
    }
    out.push(b'}');
}

/// Where a row is printed, as an object; the documents, which have no provenance, are their own source.
fn write_source([documento, first, last]: &[Cell<'_>; 3], out: &mut Vec<u8>) {
    out.extend_from_slice(b"{\"documento\":");
    documento.write_json(out);
    out.extend_from_slice(b",\"riga_inizio\":");
    first.write_json(out);
    out.extend_from_slice(b",\"riga_fine\":");
    last.write_json(out);
    out.push(b'}');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_without_ids_are_numbered_by_owner_in_whatever_order_they_come() {
        let mut numbers = Numbers::default();
        let ids = ["a", "a", "b", "a", "", "b", "a"].map(|owner| {
            let mut id = String::new();
            numbers.push_next(Some(Cell::from(owner)), &mut id).unwrap();
            id
        });
        assert_eq!(ids, ["a-1", "a-2", "b-1", "a-3", "-1", "b-2", "a-4"]);
    }
}
