//! `datapackage.json`: the tables described for machines (Frictionless Data Package, tabular profile).

use anyhow::Result;
use serde_json::{Map, Value, json};

use super::Context;
use super::table::{Heading, Kind, Table};
use super::tables::TABLES;

/// The description of every table, with types, constraints and keys.
pub(super) fn package(context: &Context<'_>) -> Result<Vec<u8>> {
    let package = json!({
        "profile": "tabular-data-package",
        "name": crate::model::Slug::of(&context.config.title).as_str(),
        "title": context.config.title,
        "description": context.config.description,
        "homepage": context.config.base_url,
        "licenses": [licence(&context.config.licence)],
        "sources": sources(context),
        "resources": TABLES.iter().map(|table| resource(*table)).collect::<Vec<_>>(),
    });
    let mut out = serde_json::to_vec_pretty(&package)?;
    out.push(b'\n');
    Ok(out)
}

/// The names and addresses of the licences that offices use, by SPDX id.
const LICENCES: [(&str, &str, &str); 2] = [
    (
        "CC-BY-4.0",
        "Creative Commons Attribution 4.0",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    (
        "CC0-1.0",
        "Creative Commons Zero 1.0",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ),
];

/// Where a licence can be read, by its SPDX id.
#[must_use]
pub fn licence_address(id: &str) -> Option<&'static str> {
    let known = LICENCES.iter().find(|(known, ..)| *known == id);
    known.map(|(_, _, address)| *address)
}

/// A licence by its SPDX id; the known ones with their address.
fn licence(id: &str) -> Value {
    match LICENCES.iter().find(|(known, ..)| *known == id) {
        Some((_, title, address)) => json!({ "name": id, "title": title, "path": address }),
        None => json!({ "name": id }),
    }
}

fn sources(context: &Context<'_>) -> Vec<Value> {
    let received = context
        .graph
        .documenti
        .iter()
        .filter(|documento| !documento.url.is_empty());
    received
        .map(|documento| {
            json!({
                "title": documento.titolo.as_str(),
                "path": context.absolute(&documento.url),
            })
        })
        .collect()
}

fn resource(table: &dyn Table) -> Value {
    let headings = table.headings();
    json!({
        "profile": "tabular-data-resource",
        "name": table.name(),
        "title": table.title(),
        "description": table.description(),
        "path": format!("{}.csv", table.name()),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema(table, &headings),
    })
}

fn schema(table: &dyn Table, headings: &[Heading]) -> Value {
    let mut schema = Map::new();
    let fields = headings
        .iter()
        .enumerate()
        .map(|(at, heading)| field(heading, table.keyed() && at == 0));
    schema.insert("fields".to_owned(), fields.collect());
    schema.insert("missingValues".to_owned(), json!([""]));
    if table.keyed() {
        schema.insert("primaryKey".to_owned(), json!("id"));
    }
    let keys: Vec<Value> = headings
        .iter()
        .filter_map(|heading| foreign_key(table, heading))
        .collect();
    if !keys.is_empty() {
        schema.insert("foreignKeys".to_owned(), Value::Array(keys));
    }
    Value::Object(schema)
}

fn field(heading: &Heading, unique: bool) -> Value {
    let (kind, words) = match heading.kind {
        Kind::Text | Kind::Reference(_) => ("string", None),
        Kind::Word(words) => ("string", Some(words)),
        Kind::Integer => ("integer", None),
        Kind::Decimal => ("number", None),
        Kind::Day => ("date", None),
        Kind::Month => ("yearmonth", None),
    };
    let mut constraints = Map::new();
    if heading.required {
        constraints.insert("required".to_owned(), json!(true));
    }
    if unique {
        constraints.insert("unique".to_owned(), json!(true));
    }
    if let Some(words) = words {
        constraints.insert("enum".to_owned(), json!(words));
    }
    json!({
        "name": heading.name,
        "type": kind,
        "description": heading.meaning,
        "constraints": constraints,
    })
}

/// A reference to another table; a table refers to itself by the empty name.
fn foreign_key(table: &dyn Table, heading: &Heading) -> Option<Value> {
    let Kind::Reference(target) = heading.kind else {
        return None;
    };
    let resource = if target == table.name() { "" } else { target };
    Some(json!({
        "fields": heading.name,
        "reference": { "resource": resource, "fields": "id" },
    }))
}
