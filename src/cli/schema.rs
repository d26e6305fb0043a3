use std::fs;
use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;
use serde_json::{Map, Value, json};

use super::exit::Exit;
use super::form::{self, COMMON, DATES, Holds, Key, SECTION};
use super::session::Session;
use super::voice::Voice;
use crate::read::front_matter::{Form, Tipo};

/// Give the JSON Schemas of front matter, for editors that complete and explain keys
#[derive(Debug, ClapArgs)]
pub(super) struct Args {
    /// Kind of file, such as scheda; all of them unless told
    #[arg(value_name = "KIND")]
    kind: Option<String>,
    /// Write one file for each kind into this folder instead of showing them
    #[arg(long, value_name = "DIR", conflicts_with = "kind")]
    write: Option<PathBuf>,
}

/// Shows or writes the schemas.
pub(super) fn run(session: &Session, args: &Args) -> Exit {
    if let Some(dir) = &args.write {
        return write(session.voice, dir);
    }
    let shown = match &args.kind {
        None => all(),
        Some(kind) => match Tipo::from_word(kind) {
            Some(tipo) => of(tipo),
            None => return unknown(session.voice, kind),
        },
    };
    Voice::data(format!("{shown:#}\n").as_bytes());
    Exit::Done
}

fn unknown(voice: Voice, kind: &str) -> Exit {
    let near = crate::diag::nearest(kind, Tipo::WORDS.iter().copied());
    let reason = voice.pick("non è un tipo di file; forse", "is no kind of file; perhaps");
    voice.fail(&format!("«{kind}» {reason}: {near}"));
    Exit::Usage
}

fn write(voice: Voice, dir: &Path) -> Exit {
    for tipo in Tipo::ALL {
        let path = dir.join(format!("{}.json", tipo.word()));
        let text = format!("{:#}\n", of(*tipo));
        if let Err(error) = fs::create_dir_all(dir).and_then(|()| fs::write(&path, text)) {
            voice.fail(&format!("{}: {error}", path.display()));
            return Exit::Environment;
        }
        Voice::data(format!("{}\n", path.display()).as_bytes());
    }
    Exit::Done
}

/// One schema for any file: the one of its `type`.
fn all() -> Value {
    let kinds: Vec<_> = Tipo::ALL.iter().map(|tipo| of(*tipo)).collect();
    json!({ "$schema": DIALECT, "title": "vetrina: front matter", "anyOf": kinds })
}

const DIALECT: &str = "http://json-schema.org/draft-07/schema#";

/// The schema of the front matter of a kind.
fn of(tipo: Tipo) -> Value {
    let mut properties = Map::new();
    for key in COMMON.iter().chain(&SECTION) {
        properties.insert(key.name.to_owned(), property(key));
    }
    properties.insert("type".to_owned(), json!({ "const": tipo.word() }));
    let mut required = vec![];
    if tipo != Tipo::Pagina {
        required.push("type");
    }
    if let Some(form) = tipo.form() {
        describe(&form, &mut properties);
        required.extend(form.shape.required.iter().filter(|key| **key != form.name));
    }
    if tipo == Tipo::Scheda {
        properties.insert(DATES.name.to_owned(), property(&DATES));
    }
    let mut schema = object(properties, &required);
    schema["$schema"] = DIALECT.into();
    schema["title"] = tipo.word().into();
    schema
}

fn describe(form: &Form, properties: &mut Map<String, Value>) {
    for key in form::keys(&form.shape) {
        properties.insert(key.name.to_owned(), property(&key));
    }
    for list in &form.lists {
        let mut below = Map::new();
        describe(list, &mut below);
        let rows = object(below, list.shape.required);
        properties.insert(list.key.to_owned(), json!({ "type": ["array", "null"], "items": rows }));
    }
}

fn object(properties: Map<String, Value>, required: &[&str]) -> Value {
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// What a key takes. Values are written as people write them, so a line may be text or a number to YAML.
fn property(key: &Key) -> Value {
    let mut property = match key.holds {
        Holds::Line => json!({ "type": ["string", "number", "null"] }),
        Holds::Word(words) => json!({ "enum": words }),
        Holds::Number => json!({ "type": ["integer", "null"] }),
        Holds::Flag => json!({ "enum": [true, false, "sì", "si", "yes", "no", null] }),
        Holds::Lines => json!({ "type": ["string", "number", "array", "null"] }),
        Holds::Blocks => json!({ "type": ["array", "null"], "items": { "type": "object" } }),
        Holds::Block => json!({ "type": ["object", "null"] }),
    };
    property["description"] = key.meaning.into();
    property
}
