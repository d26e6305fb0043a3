use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::Error as _;
use serde::{Serialize, Serializer};
use serde_json::Value;

/// What a page says to search engines (schema.org): the way here and the things it is about. Templates see one JSON-LD
/// text, or nothing where there is nothing to say.
#[derive(Clone, Debug, Default)]
pub struct StructuredData {
    /// Name and whole URL of each step of the way here, this page left out.
    steps: Vec<(String, String)>,
    /// This page.
    here: (String, String),
    things: Vec<Value>,
}

impl StructuredData {
    /// What is known of a page by its name and whole URL.
    #[must_use]
    pub fn new(name: &str, url: &str) -> Self {
        Self {
            here: (name.to_owned(), url.to_owned()),
            ..Self::default()
        }
    }

    /// Adds a step of the way here.
    pub fn step(&mut self, name: &str, url: String) {
        self.steps.push((name.to_owned(), url));
    }

    /// Adds something that the page is about.
    pub fn add(&mut self, thing: Value) {
        self.things.push(thing);
    }

    /// The way here as a JSON object.
    fn write_way_here(&self, out: &mut Vec<u8>) -> serde_json::Result<()> {
        let mut before: &[u8] = br#"{"@type":"BreadcrumbList","itemListElement":["#;
        for ((name, url), position) in self.steps.iter().chain([&self.here]).zip(1..) {
            out.extend_from_slice(before);
            out.extend_from_slice(br#"{"@type":"ListItem","position":"#);
            serde_json::to_writer(&mut *out, &position)?;
            out.extend_from_slice(br#","name":"#);
            serde_json::to_writer(&mut *out, name)?;
            out.extend_from_slice(br#","item":"#);
            serde_json::to_writer(&mut *out, url)?;
            out.push(b'}');
            before = b",";
        }
        out.extend_from_slice(b"]}");
        Ok(())
    }

    /// The whole text; none where there is nothing to say.
    fn text(&self) -> serde_json::Result<Option<String>> {
        if self.steps.is_empty() && self.things.is_empty() {
            return Ok(None);
        }
        let mut out = br#"{"@context":"https://schema.org","@graph":["#.to_vec();
        if !self.steps.is_empty() {
            self.write_way_here(&mut out)?;
        }
        for thing in &self.things {
            if !out.ends_with(b"[") {
                out.push(b',');
            }
            serde_json::to_writer(&mut out, thing)?;
        }
        out.extend_from_slice(b"]}");
        let text = String::from_utf8(out).map_err(serde_json::Error::custom)?;
        // `<` would let a text end the block.
        Ok(Some(match text.contains('<') {
            true => text.replace('<', "\\u003c"),
            false => text,
        }))
    }
}

impl Serialize for StructuredData {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.text().map_err(S::Error::custom)? {
            Some(text) => serializer.serialize_str(&text),
            None => serializer.serialize_none(),
        }
    }
}

impl JsonSchema for StructuredData {
    fn schema_name() -> Cow<'static, str> {
        "StructuredData".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "One JSON-LD text (schema.org) for a data block, or none.",
            "type": ["string", "null"],
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_way_here_ends_at_the_page() {
        let mut data = StructuredData::new("Scheda </script>", "https://a.it/catalogo/x/");
        data.step("Home", "https://a.it/".to_owned());
        let text: String = serde_json::from_value(json!(data)).unwrap();
        assert!(!text.contains('<'), "{text}");
        let read: Value = serde_json::from_str(&text).unwrap();
        let steps = &read["@graph"][0]["itemListElement"];
        assert_eq!(steps[0]["item"], "https://a.it/");
        assert_eq!(
            (&steps[1]["name"], &steps[1]["position"]),
            (&json!("Scheda </script>"), &json!(2))
        );
    }

    #[test]
    fn a_page_without_a_way_and_things_says_nothing() {
        assert_eq!(json!(StructuredData::new("Home", "https://a.it/")), Value::Null);
    }
}
