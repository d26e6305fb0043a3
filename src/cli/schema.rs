use std::fs;
use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;
use serde_json::{Map, Value, json};

use super::exit::Exit;
use super::form::{self, COMMON, DATES, Holds, Key, SECTION, SETTINGS};
use super::session::Session;
use super::voice::Voice;
use crate::diag::register;
use crate::model::Codice;
use crate::read::front_matter::{Form, Tipo};
use crate::render::view::contract;

/// Give the JSON Schemas of front matter, settings and views, for editors that complete and explain keys
#[derive(Debug, ClapArgs)]
pub(super) struct Args {
    /// Kind of file, such as scheda, or vetrina.yaml; any file of content unless told
    #[arg(value_name = "KIND")]
    kind: Option<String>,
    /// Write every schema into this folder instead of showing one
    #[arg(long, value_name = "DIR", conflicts_with = "kind")]
    write: Option<PathBuf>,
    /// What each template of a theme is given, field by field
    #[arg(long, conflicts_with_all = ["kind", "write"])]
    views: bool,
}

/// Name of the settings, as a kind.
const OF_SITE: &str = "vetrina.yaml";

/// Shows or writes the schemas.
pub(super) fn run(session: &Session, args: &Args) -> Exit {
    if let Some(dir) = &args.write {
        return write(session.voice, dir);
    }
    let shown = match args.kind.as_deref() {
        None if args.views => contract::schemas(),
        None => content(),
        Some(OF_SITE) => settings(),
        Some(kind) => match Tipo::from_word(kind) {
            Some(tipo) => of(tipo),
            None => return unknown(session.voice, kind),
        },
    };
    Voice::data(format!("{shown:#}\n").as_bytes());
    Exit::Done
}

fn unknown(voice: Voice, kind: &str) -> Exit {
    let near = crate::diag::nearest(kind, Tipo::WORDS.iter().copied().chain([OF_SITE]));
    let reason = voice.pick("non è un tipo di file; forse", "is no kind of file; perhaps");
    voice.fail(&format!("«{kind}» {reason}: {near}"));
    Exit::Usage
}

fn write(voice: Voice, dir: &Path) -> Exit {
    let kinds = Tipo::ALL.iter().map(|tipo| (tipo.word(), of(*tipo)));
    for (name, schema) in kinds.chain([
        ("contenuto", content()),
        ("vetrina", settings()),
        ("views", contract::schemas()),
    ]) {
        let path = dir.join(format!("{name}.json"));
        let text = format!("{schema:#}\n");
        if let Err(error) = fs::create_dir_all(dir).and_then(|()| fs::write(&path, text)) {
            voice.fail(&format!("{}: {error}", path.display()));
            return Exit::Environment;
        }
        Voice::data(format!("{}\n", path.display()).as_bytes());
    }
    Exit::Done
}

/// One schema for any file of content: the one of its `type`, of a plain page where it has none.
pub(super) fn content() -> Value {
    let kinds = Tipo::ALL.iter().map(|tipo| {
        let mut says = json!({ "properties": { "type": { "const": tipo.word() } } });
        if *tipo != Tipo::Pagina {
            says["required"] = json!(["type"]);
        }
        json!({ "if": says, "then": of(*tipo) })
    });
    json!({
        "$schema": DIALECT,
        "title": "vetrina: content",
        "type": "object",
        "properties": { "type": { "enum": Tipo::WORDS } },
        "allOf": kinds.collect::<Vec<_>>(),
    })
}

/// The schema of `vetrina.yaml`.
pub(super) fn settings() -> Value {
    let mut schema = block(&SETTINGS);
    let levels = register::all().map(|code| {
        let level = json!({ "enum": LEVELS, "description": code.it.message });
        (code.id.to_owned(), level)
    });
    schema["properties"]["levels"]["properties"] = levels.collect::<Map<_, _>>().into();
    schema["$schema"] = DIALECT.into();
    schema["title"] = OF_SITE.into();
    schema
}

/// Weights of a message.
const LEVELS: [&str; 4] = ["error", "warning", "note", "off"];

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

fn block(keys: &[Key]) -> Value {
    let properties = keys.iter().map(|key| (key.name.to_owned(), property(key)));
    object(properties.collect(), &[])
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
        Holds::Keys(keys) => block(keys),
        Holds::Languages(keys) => json!({
            "type": ["object", "null"],
            "propertyNames": { "enum": Codice::known().collect::<Vec<_>>() },
            "additionalProperties": { "anyOf": [{ "type": "null" }, block(keys)] },
        }),
        Holds::Rows(keys) => json!({ "type": ["array", "null"], "items": block(keys) }),
    };
    property["description"] = key.meaning.into();
    property
}
