use std::borrow::Cow;
use std::ops::Deref;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// Markdown of an editor's page, with what the filter `markdown` must know of it. In templates it is its text; where
/// the page calls components, a block of `testo` and `componenti`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corpo<'g> {
    testo: Cow<'g, str>,
    componenti: bool,
}

impl<'g> Corpo<'g> {
    /// A text that calls no component.
    pub fn plain(testo: impl Into<Cow<'g, str>>) -> Self {
        Self {
            testo: testo.into(),
            componenti: false,
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
}

impl Deref for Corpo<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.testo
    }
}

impl Serialize for Corpo<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !self.componenti || self.testo.is_empty() {
            return serializer.serialize_str(&self.testo);
        }
        let mut block = serializer.serialize_map(Some(2))?;
        block.serialize_entry("testo", &self.testo)?;
        block.serialize_entry("componenti", &self.componenti)?;
        block.end()
    }
}
