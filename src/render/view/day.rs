use serde::{Serialize, Serializer};

use crate::model::Giorno;

/// A day for templates: ISO (`2024-09-05`); filters write it for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub Giorno);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl From<Giorno> for Day {
    fn from(day: Giorno) -> Self {
        Self(day)
    }
}
