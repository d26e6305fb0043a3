use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::markdown::Picture;
use crate::read::fences::fences;
use crate::source::FileId;

/// The pictures of each page, by its file; each by its target as written there.
pub type Pictures = BTreeMap<FileId, Vec<(String, Picture)>>;

/// Markdown of an editor's page, with what the filter `markdown` must know of it. In templates it is its text; where
/// the page calls components or shows pictures, a block of `testo`, `componenti` and `immagini`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corpo<'g> {
    testo: Cow<'g, str>,
    componenti: bool,
    immagini: &'g [(String, Picture)],
}

impl<'g> Corpo<'g> {
    /// A text that calls no component.
    pub fn plain(testo: impl Into<Cow<'g, str>>) -> Self {
        Self {
            testo: testo.into(),
            componenti: false,
            immagini: &[],
        }
    }

    /// Lets the text call components.
    #[must_use]
    pub fn with_components(self) -> Self {
        Self {
            componenti: true,
            ..self
        }
    }

    /// Says where the pictures of the text are.
    #[must_use]
    pub fn with_pictures(self, immagini: &'g [(String, Picture)]) -> Self {
        Self { immagini, ..self }
    }
}

impl Corpo<'_> {
    /// The text without the lines that call components, for whoever wants its words alone.
    #[must_use]
    pub fn without_calls(&self) -> Cow<'_, str> {
        if !self.componenti {
            return Cow::Borrowed(&self.testo);
        }
        let mut out = String::with_capacity(self.testo.len());
        let mut done = 0;
        for fence in fences(&self.testo) {
            out.push_str(&self.testo[done..fence.range.start]);
            done = fence.range.end;
        }
        out.push_str(&self.testo[done..]);
        Cow::Owned(out)
    }
}

impl Deref for Corpo<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.testo
    }
}

impl JsonSchema for Corpo<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Corpo".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Markdown of an editor's page, for the filter `markdown`: a text, or a block of `testo` and \
                            `componenti` where the page calls components.",
            "type": ["string", "object"],
        })
    }
}

impl Serialize for Corpo<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_plain = !self.componenti && self.immagini.is_empty();
        if is_plain || self.testo.is_empty() {
            return serializer.serialize_str(&self.testo);
        }
        let immagini: BTreeMap<&str, &Picture> = self.immagini.iter().map(|(name, it)| (name.as_str(), it)).collect();
        let mut block = serializer.serialize_map(Some(3))?;
        block.serialize_entry("immagini", &immagini)?;
        block.serialize_entry("testo", &self.testo)?;
        block.serialize_entry("componenti", &self.componenti)?;
        block.end()
    }
}
