//! `data/`: what templates see as `site.data`.

use std::path::Path;
use std::sync::Arc;

use serde_json::{Map, Value};

use crate::diag::Diagnostic;
use crate::diag::register::pagine::DATI_DOPPI;
use crate::read::dati::{self, Formato};
use crate::read::tabella;
use crate::source::walk::{self, Trouble};
use crate::source::{SourceFile, SourceMap, Span};

/// The folder.
pub(super) const DATA: &str = "data";

/// Reads the files, by path: `data/orari/estivi.yaml` becomes `orari.estivi`. `files` are paths below the site's root.
pub(super) fn read(
    root: &Path,
    files: &[String],
    sources: &mut SourceMap,
    found: &mut Vec<Diagnostic>,
) -> Map<String, Value> {
    let mut whole = Map::new();
    for path in files {
        let Some(formato) = Formato::of(path) else {
            found.push(dati::unknown(path));
            continue;
        };
        let text = match text(root, path, formato) {
            Ok(text) => text,
            Err(trouble) => {
                found.push(Diagnostic::from(&trouble));
                continue;
            }
        };
        let file = sources.add(Arc::new(text));
        let value = dati::read(file, formato, sources.file(file).text()).drain_into(found);
        let name = path.trim_start_matches(DATA).trim_start_matches('/');
        let name = name.rsplit_once('.').map_or(name, |(name, _)| name);
        if !insert(&mut whole, name, value) {
            let finding = Diagnostic::new(&DATI_DOPPI).at(Span::new(file, 0, 0));
            found.push(finding.with("nome", name.replace('/', ".")));
        }
    }
    whole
}

fn text(root: &Path, path: &str, formato: Formato) -> Result<SourceFile, Trouble> {
    let bytes = walk::listed(root, path)?.bytes;
    match formato {
        // Tables come from spreadsheets, which write them in encodings of their own.
        Formato::Csv => Ok(SourceFile::new(path, tabella::decode(bytes))),
        Formato::Yaml | Formato::Json => walk::text(path, bytes),
    }
}

/// Puts a value where its name says; not where another file has put one.
fn insert(block: &mut Map<String, Value>, name: &str, value: Value) -> bool {
    let (first, rest) = name.split_once('/').unwrap_or((name, ""));
    match (block.get_mut(first), rest) {
        (None, "") => {
            block.insert(first.to_owned(), value);
            true
        }
        (None, rest) => {
            let mut below = Map::new();
            let free = insert(&mut below, rest, value);
            block.insert(first.to_owned(), below.into());
            free
        }
        (Some(Value::Object(below)), rest) if !rest.is_empty() => insert(below, rest, value),
        (Some(_), _) => false,
    }
}
