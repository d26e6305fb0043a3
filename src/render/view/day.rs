use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::model::{Giorno, iso};

/// A day for templates: ISO (`2024-09-05`); filters write it for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub Giorno);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(str::from_utf8(&iso(self.0)).unwrap_or_default())
    }
}

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A day, `2024-09-05`; the filters `data`, `data_breve`, `data_giorno`, `mese` write it for people.",
            "type": "string",
            "format": "date",
        })
    }
}

impl From<Giorno> for Day {
    fn from(day: Giorno) -> Self {
        Self(day)
    }
}
