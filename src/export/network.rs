//! `grafo.json`: the whole graph as nodes and edges.
//!
//! A node's id is `<table>/<id>`, since ids are unique within a table only. A row of a table without ids is numbered
//! among the rows of the thing that it belongs to. An edge is a reference column of a table, named like the column; the
//! document that a row comes from stands in its node's `source`.

use std::collections::BTreeMap;

use anyhow::Result;

use super::Context;
use super::cell::Cell;
use super::table::{Heading, Kind, Table};
use super::tables::TABLES;

/// All nodes and edges.
pub(super) fn network(context: &Context<'_>) -> Result<Vec<u8>> {
    let mut lists = Lists::default();
    for table in TABLES {
        lists.add(table, context)?;
    }
    let mut out = b"{\"nodes\":[\n".to_vec();
    out.append(&mut lists.nodes);
    out.extend_from_slice(b"\n],\"edges\":[\n");
    out.append(&mut lists.edges);
    out.extend_from_slice(b"\n]}\n");
    Ok(out)
}

#[derive(Default)]
struct Lists {
    nodes: Vec<u8>,
    edges: Vec<u8>,
}

impl Lists {
    fn add(&mut self, table: &dyn Table, context: &Context<'_>) -> Result<()> {
        let headings = table.headings();
        let mut numbers = BTreeMap::new();
        let mut cells = Vec::new();
        for index in 0..table.row_count(context.graph) {
            table.row(context.graph, index, &mut cells);
            let id = node_id(table, &headings, &cells, &mut numbers);
            self.add_node(&id, table, index, &cells, context)?;
            self.add_edges(&id, &headings, &cells)?;
        }
        Ok(())
    }

    fn add_node(
        &mut self,
        id: &str,
        table: &dyn Table,
        index: usize,
        cells: &[Cell<'_>],
        context: &Context<'_>,
    ) -> Result<()> {
        let info = table.info(context.graph, index);
        separate(&mut self.nodes);
        let members = [
            ("id", id),
            ("type", table.name()),
            ("label", &info.label),
            ("url", info.url),
        ];
        write_members(&members, &mut self.nodes)?;
        self.nodes.extend_from_slice(b",\"source\":");
        write_source(table, cells, &mut self.nodes)?;
        self.nodes.push(b'}');
        Ok(())
    }

    fn add_edges(&mut self, id: &str, headings: &[Heading], cells: &[Cell<'_>]) -> Result<()> {
        for (heading, cell) in headings.iter().zip(cells) {
            let (Kind::Reference(target), false) = (heading.kind, cell.is_empty() || heading.is_provenance()) else {
                continue;
            };
            separate(&mut self.edges);
            let to = format!("{target}/{cell}");
            write_members(&[("from", id), ("to", &to), ("type", heading.name)], &mut self.edges)?;
            self.edges.push(b'}');
        }
        Ok(())
    }
}

/// Opens a JSON object and writes its first members, all texts; the caller closes it.
fn write_members(members: &[(&str, &str)], out: &mut Vec<u8>) -> Result<()> {
    let mut before = b'{';
    for (name, text) in members {
        out.push(before);
        serde_json::to_writer(&mut *out, name)?;
        out.push(b':');
        serde_json::to_writer(&mut *out, text)?;
        before = b',';
    }
    Ok(())
}

fn separate(list: &mut Vec<u8>) {
    if !list.is_empty() {
        list.extend_from_slice(b",\n");
    }
}

fn node_id(table: &dyn Table, headings: &[Heading], cells: &[Cell<'_>], numbers: &mut BTreeMap<String, u32>) -> String {
    if table.keyed() {
        return format!("{}/{}", table.name(), cells[0]);
    }
    let owner = headings
        .iter()
        .zip(cells)
        .find_map(|(heading, cell)| match heading.kind {
            Kind::Reference(_) if !cell.is_empty() => Some(cell.to_string()),
            _ => None,
        });
    let owner = owner.unwrap_or_default();
    let number = numbers.entry(owner.clone()).or_insert(0);
    *number += 1;
    format!("{}/{owner}-{number}", table.name())
}

/// The last three cells of a row as an object; the documents, which have no provenance, are their own source.
fn write_source(table: &dyn Table, cells: &[Cell<'_>], out: &mut Vec<u8>) -> Result<()> {
    let [.., documento, first, last] = cells else {
        return Ok(());
    };
    if table
        .headings()
        .last()
        .is_none_or(|heading| heading.name != "riga_fine")
    {
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
