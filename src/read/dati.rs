//! Files of `data/`: what a site keeps for its own templates.
//!
//! Nothing is guessed. In YAML and CSV every value is the text that was typed: `no` stays `no`, `0123` keeps its nought,
//! `1.10` its last digit; a filter makes a number or a day of it where a template wants one. JSON says itself what is a
//! number and what a text, and is taken at its word.

use serde_json::{Map, Value};

use super::tabella;
use super::yaml::{self, Kind, Node};
use crate::diag::register::pagine::{DATI_NON_LETTI, DATI_RIGA, DATI_TIPO};
use crate::diag::{Diagnostic, Reported};
use crate::source::{FileId, Span};

/// The kinds of file that are read, by their endings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formato {
    /// `.yaml`, `.yml`.
    Yaml,
    /// `.json`.
    Json,
    /// `.csv`, `.tsv`: one block for each row, its keys the words of the header.
    Csv,
}

impl Formato {
    /// The kind of a file, by its name.
    #[must_use]
    pub fn of(path: &str) -> Option<Self> {
        let ending = path.rsplit('.').next()?.to_ascii_lowercase();
        Some(match ending.as_str() {
            "yaml" | "yml" => Self::Yaml,
            "json" => Self::Json,
            "csv" | "tsv" => Self::Csv,
            _ => return None,
        })
    }
}

/// The finding about a file of a kind that is not read.
#[must_use]
pub fn unknown(path: &str) -> Diagnostic {
    Diagnostic::new(&DATI_TIPO).with("file", path)
}

/// Reads one file. Broken syntax is reported at its place and yields nothing.
#[must_use]
pub fn read(file: FileId, formato: Formato, text: &str) -> Reported<Value> {
    match formato {
        Formato::Yaml => {
            let tree = yaml::parse(file, text, 0);
            Reported {
                value: tree.value.as_ref().map_or(Value::Null, as_typed),
                problems: tree.problems,
            }
        }
        Formato::Json => json(file, text),
        Formato::Csv => csv(file, text),
    }
}

fn as_typed(node: &Node<'_>) -> Value {
    match &node.kind {
        Kind::Empty => Value::Null,
        Kind::Text(text) => text.as_ref().into(),
        Kind::List(items) => items.iter().map(as_typed).collect(),
        Kind::Map(entries) => {
            let entries = entries.iter();
            let entries = entries.map(|entry| (entry.key.value.to_string(), as_typed(&entry.value)));
            Value::Object(entries.collect())
        }
    }
}

fn json(file: FileId, text: &str) -> Reported<Value> {
    match serde_json::from_str(text) {
        Ok(value) => Reported::clean(value),
        Err(error) => {
            let before = text.split_inclusive('\n').take(error.line().saturating_sub(1));
            let line: usize = before.map(str::len).sum();
            let at = (line + error.column().saturating_sub(1)).min(text.len());
            let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let words = error.to_string();
            let reason = words.split(" at line ").next().unwrap_or_default();
            let finding = Diagnostic::new(&DATI_NON_LETTI).at(Span::new(file, at, at));
            failed(finding.with("motivo", reason))
        }
    }
}

fn csv(file: FileId, text: &str) -> Reported<Value> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(tabella::separator(text))
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut read = Reported::clean(Vec::new());
    let names = reader.headers().cloned().unwrap_or_default();
    for row in reader.records().filter_map(Result::ok) {
        if row.len() != names.len() {
            let at = row.position().map_or(0, |position| position.byte() as usize);
            let end = text[at..].find('\n').map_or(text.len(), |line| at + line);
            let finding = Diagnostic::new(&DATI_RIGA).at(Span::new(file, at, end));
            let finding = finding.with("celle", row.len()).with("colonne", names.len());
            read.problems.push(finding);
        }
        let cells = names
            .iter()
            .zip(&row)
            .map(|(name, cell)| (name.trim().to_owned(), cell.into()));
        read.value.push(Value::Object(cells.collect::<Map<_, _>>()));
    }
    Reported {
        value: Value::Array(read.value),
        problems: read.problems,
    }
}

fn failed(problem: Diagnostic) -> Reported<Value> {
    Reported {
        value: Value::Null,
        problems: vec![problem],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(formato: Formato, text: &str) -> String {
        let read = read(FileId::new(0), formato, text);
        assert!(read.problems.is_empty(), "{:?}", read.problems);
        read.value.to_string()
    }

    #[test]
    fn nothing_is_guessed() {
        let yaml = "no: no\ncodici: [0123, 1.10, 12_000]\nvuoto:\nquando: 2024-05-01\n";
        assert_eq!(
            clean(Formato::Yaml, yaml),
            r#"{"no":"no","codici":["0123","1.10","12_000"],"vuoto":null,"quando":"2024-05-01"}"#
        );
        assert_eq!(clean(Formato::Json, "{\"b\": 1, \"a\": \"01\"}"), r#"{"b":1,"a":"01"}"#);
        assert_eq!(
            clean(Formato::Csv, "codice;nome\n007;\"Rossi; Bianchi\"\n"),
            r#"[{"codice":"007","nome":"Rossi; Bianchi"}]"#
        );
    }

    #[test]
    fn what_is_broken_has_its_place() {
        let places = |formato, text: &'static str| {
            let problems = read(FileId::new(0), formato, text).problems.into_iter();
            problems
                .map(|problem| (problem.code.id, problem.place.unwrap().start))
                .collect::<Vec<_>>()
        };
        assert_eq!(places(Formato::Json, "{\n  \"à\": }\n"), [("dati-non-letti", 10)]);
        assert_eq!(places(Formato::Csv, "a,b\n1,2\n3\n"), [("dati-riga", 8)]);
        assert_eq!(places(Formato::Yaml, "a: [1\n").len(), 1);
    }
}
