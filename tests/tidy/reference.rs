use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;
use serde_json::Value;
use vetrina::render::view::contract;

use super::made;

/// What stands below this line of docs/themes.md is made from the code.
const MARK: &str = "<!-- All below is made from the code: RENEW=1 cargo test --test tidy reference -->";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_reference_for_theme_authors_says_what_the_code_says() {
    made::hold("docs/themes.md", MARK, &reference(), "reference");
}

#[test]
fn every_template_of_the_default_theme_is_promised_a_view() {
    let schemas = contract::schemas();
    let promised = schemas["templates"].as_object().unwrap();
    for template in files("templates") {
        let shared = template == "base.html" || template.starts_with("parts/") || template.starts_with("parti/");
        assert!(
            shared || promised.contains_key(&template),
            "{template} stands in no promise of view/contract.rs"
        );
    }
    for template in promised.keys() {
        assert!(
            files("templates").contains(template),
            "{template} is promised and not there"
        );
    }
}

/// Files of a folder of the default theme, sorted.
fn files(folder: &str) -> Vec<String> {
    let dir = theme().join(folder);
    let walk = walkdir::WalkDir::new(&dir)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok);
    let files = walk.filter(|entry| entry.file_type().is_file());
    let below = files.map(|entry| {
        entry
            .path()
            .strip_prefix(&dir)
            .unwrap()
            .to_str()
            .unwrap()
            .replace('\\', "/")
    });
    below.collect()
}

fn theme() -> PathBuf {
    root().join("themes/vetrina")
}

fn text(path: &str) -> String {
    fs::read_to_string(theme().join(path)).unwrap()
}

fn reference() -> String {
    let schemas = contract::schemas();
    let views = schemas["$defs"].as_object().unwrap();
    let mut page = String::from(
        "## Templates and their fields\n\nEvery template sees `page` ([Layout](#layout)) among its fields, and beside them:\n\n\
         | name | kind | meaning |\n|---|---|---|\n\
         | `site` | [SiteView](#siteview) | the site, the same on every page |\n\
         | `t` | map of groups of words | the words of the interface: `t.pagina.dati` |\n\
         | `header`, `footer` | text, safe | header and footer, made once from `parts/header.html` and `parts/footer.html` |\n\n",
    );
    let mut told = Vec::new();
    for (template, view) in schemas["templates"].as_object().unwrap() {
        let name = target(view).unwrap();
        told.push(name.to_owned());
        let _ = writeln!(page, "### `{template}`\n");
        describe(&mut page, &views[name]);
        let blocks = blocks(&text(&format!("templates/{template}")));
        if !blocks.is_empty() {
            let _ = writeln!(page, "Blocks: {}.\n", blocks.join(", "));
        }
    }
    page.push_str("## Parts of views\n\n");
    for (name, view) in views.iter().filter(|(name, _)| !told.contains(name)) {
        let _ = writeln!(page, "### {name}\n");
        describe(&mut page, view);
    }
    page.push_str(&pieces());
    page.push_str(&words());
    page
}

/// A view in words, and its fields as a table.
fn describe(page: &mut String, view: &Value) {
    let _ = writeln!(
        page,
        "{}\n",
        view["description"].as_str().unwrap_or_default().replace('\n', " ")
    );
    let fields = view["properties"].as_object();
    if fields.is_none_or(serde_json::Map::is_empty) {
        return;
    }
    page.push_str("| field | kind | meaning |\n|---|---|---|\n");
    for (name, field) in fields.into_iter().flatten() {
        let meaning = field["description"]
            .as_str()
            .unwrap_or_default()
            .replace('\n', " ")
            .replace('|', "\\|");
        let _ = writeln!(page, "| `{name}` | {} | {meaning} |", kind(field));
    }
    page.push('\n');
}

/// The name of the view that a schema refers to.
fn target(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.strip_prefix("#/$defs/")
}

/// What a field is, in words.
fn kind(schema: &Value) -> String {
    if let Some(name) = target(schema) {
        return format!("[{name}](#{})", name.to_lowercase());
    }
    let choices = schema["anyOf"].as_array().or_else(|| schema["oneOf"].as_array());
    if let Some(choices) = choices {
        let some: Vec<String> = choices.iter().filter(|one| one["type"] != "null").map(kind).collect();
        let none = if some.len() < choices.len() { ", or none" } else { "" };
        return format!("{}{none}", some.join(" or "));
    }
    if let Some(word) = schema["const"].as_str() {
        return format!("`{word}`");
    }
    match &schema["type"] {
        Value::Array(types) if !types.contains(&Value::from("null")) => {
            let names = types
                .iter()
                .map(|one| simple(one.as_str().unwrap_or_default(), &Value::Null));
            names.collect::<Vec<_>>().join(" or ")
        }
        Value::Array(types) => {
            let some = types
                .iter()
                .find(|one| *one != "null")
                .and_then(Value::as_str)
                .unwrap_or_default();
            format!("{}, or none", simple(some, schema))
        }
        Value::String(one) => simple(one, schema),
        _ => "anything".to_owned(),
    }
}

fn simple(name: &str, schema: &Value) -> String {
    match name {
        "array" => format!("list of {}", kind(&schema["items"])),
        "object" if schema["additionalProperties"].is_null() => "block".to_owned(),
        "object" => format!("map of names to {}", kind(&schema["additionalProperties"])),
        "integer" => "whole number".to_owned(),
        "boolean" => "yes or no".to_owned(),
        "string" => match schema["enum"].as_array() {
            Some(words) => words
                .iter()
                .map(|word| format!("`{}`", word.as_str().unwrap()))
                .collect::<Vec<_>>()
                .join(", "),
            None => "text".to_owned(),
        },
        other => other.to_owned(),
    }
}

/// The blocks that a template defines anew; those that it fills are its parent's.
fn blocks(template: &str) -> Vec<String> {
    let own = Regex::new(r"\{%-? block (\w+)").unwrap();
    own.captures_iter(template)
        .map(|found| format!("`{}`", &found[1]))
        .collect()
}

fn pieces() -> String {
    let mut page =
        String::from("## Blocks, parts and components\n\nAll templates extend `base.html`, which has these blocks: ");
    let _ = writeln!(page, "{}.\n", blocks(&text("templates/base.html")).join(", "));
    page.push_str("Parts are included and see the variables of whoever includes them: ");
    let parts = files("templates").into_iter().filter(|name| name.starts_with("part"));
    let _ = writeln!(
        page,
        "{}.\n",
        parts.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
    );
    page.push_str("| component | in | is given |\n|---|---|---|\n");
    let definition = Regex::new(r"\{%-? component ([\w.]+)\((.*?)\) -?%\}").unwrap();
    for file in files("components") {
        for found in definition.captures_iter(&text(&format!("components/{file}"))) {
            let _ = writeln!(page, "| `{}` | `components/{file}` | `{}` |", &found[1], &found[2]);
        }
    }
    page.push('\n');
    page
}

fn words() -> String {
    let mut page =
        String::from("## Words\n\nThe keys of `i18n/it.yaml` and `i18n/en.yaml`, by group: `t.<group>.<key>`.\n\n");
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut group = String::new();
    let key = Regex::new(r#"^( *)"?([^\s:#"][^:"]*)"?:"#).unwrap();
    for line in text("i18n/it.yaml").lines() {
        let Some(found) = key.captures(line) else { continue };
        if found[1].is_empty() {
            group = found[2].to_owned();
        } else if found[1].len() == 2 {
            groups
                .entry(group.clone())
                .or_default()
                .push(format!("`{}`", &found[2]));
        }
    }
    for (group, keys) in groups {
        let _ = writeln!(page, "- **{group}**: {}", keys.join(", "));
    }
    page
}
