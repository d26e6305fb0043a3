use serde::{Serialize, Serializer};
use serde_json::{Value, json};

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

    fn way_here(&self) -> Option<Value> {
        let steps = self.steps.iter().chain([&self.here]).zip(1..);
        let items = steps.map(
            |((name, url), position)| json!({"@type": "ListItem", "position": position, "name": name, "item": url}),
        );
        let list = json!({"@type": "BreadcrumbList", "itemListElement": items.collect::<Vec<_>>()});
        (!self.steps.is_empty()).then_some(list)
    }
}

impl Serialize for StructuredData {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let graph: Vec<Value> = self.way_here().into_iter().chain(self.things.iter().cloned()).collect();
        if graph.is_empty() {
            return serializer.serialize_none();
        }
        let text = json!({"@context": "https://schema.org", "@graph": graph}).to_string();
        // `<` would let a text end the block.
        serializer.serialize_str(&text.replace('<', "\\u003c"))
    }
}

#[cfg(test)]
mod tests {
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
