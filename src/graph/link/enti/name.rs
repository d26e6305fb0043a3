use crate::model::{Slug, TipoEnte};

/// A body's name without what printers vary: case, accents, apostrophes, articles, the order of words stays.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::graph) struct Name {
    /// Kind, where the name says it.
    pub(in crate::graph) kind: Option<TipoEnte>,
    /// The words that tell it from others of its kind, joined by `-`.
    pub(in crate::graph) place: String,
}

/// First words that tell the kind, as slugs. Longer ones first.
const KINDS: &[(&str, TipoEnte)] = &[
    ("citta-metropolitana", TipoEnte::CittaMetropolitana),
    ("amministrazione-provinciale", TipoEnte::Provincia),
    ("amministrazione-comunale", TipoEnte::Comune),
    ("unione-comuni", TipoEnte::Unione),
    // An association of provinces, not a union of municipalities.
    ("unione-province", TipoEnte::Altro),
    ("unione", TipoEnte::Unione),
    ("provincia", TipoEnte::Provincia),
    ("comune", TipoEnte::Comune),
];

/// Legal forms of companies, printed or left out at will.
pub(in crate::graph) const LEGAL_FORMS: &[&str] = &[
    "srl", "srls", "spa", "sapa", "snc", "sas", "scarl", "scrl", "ltd", "gmbh",
];

/// Other words that only a company's name has.
const COMPANY: &[&str] = &["azienda", "consulting", "coop", "cooperativa", "group", "solutions"];

/// Articles and prepositions.
pub(in crate::graph) const SMALL: &[&str] = &[
    "il", "lo", "la", "i", "gli", "le", "l", "di", "d", "del", "dello", "della", "dei", "degli", "delle", "dell",
];

impl Name {
    /// Reads a printed name. A union printed together with one of its municipalities is the union.
    pub(in crate::graph) fn of(text: &str) -> Self {
        Self::single(told(text))
    }

    /// The name of a place that does not say what kind of body is meant.
    pub(super) fn bare(place: &str) -> Self {
        Self {
            kind: None,
            place: place.to_owned(),
        }
    }

    fn single(text: &str) -> Self {
        let slug = Slug::of(&text.replace('.', ""));
        let mut words: Vec<&str> = slug.as_str().split('-').filter(|word| !SMALL.contains(word)).collect();
        let joined = words.join("-");
        for (first, kind) in KINDS {
            let rest = joined.strip_prefix(first).and_then(|rest| rest.strip_prefix('-'));
            if let Some(place) = rest {
                return Self {
                    kind: Some(*kind),
                    place: place.to_owned(),
                };
            }
        }
        let form = words.iter().any(|word| LEGAL_FORMS.contains(word));
        let kind = (form || words.iter().any(|word| COMPANY.contains(word))).then_some(TipoEnte::Azienda);
        words.retain(|word| !LEGAL_FORMS.contains(word));
        Self {
            kind,
            place: words.join("-"),
        }
    }
}

/// The part of a printed name that names the body: of a union and its municipality (`Unione … e Comune di …`,
/// `Cesena/Unione …`) the union, else all of it.
pub(super) fn told(text: &str) -> &str {
    let parts = text.split(['/', ',', ';']).flat_map(|part| part.split(" e "));
    let mut unions = parts
        .map(str::trim)
        .filter(|part| Name::single(part).kind == Some(TipoEnte::Unione));
    match (unions.next(), unions.next()) {
        (Some(union), None) => union,
        _ => text.trim(),
    }
}
