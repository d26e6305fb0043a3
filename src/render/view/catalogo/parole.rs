//! How long, how many: the numbers of a card in words.

use std::borrow::Cow;

use crate::model::{Durata, Partecipanti, Scheda};
use crate::render::site::Site;

/// Longest printed text that still reads as a fact.
const SHORT: usize = 60;

/// How long a session lasts: from the numbers, else as printed.
#[must_use]
pub(super) fn durata<'g>(site: &Site<'g>, scheda: &'g Scheda) -> Option<Cow<'g, str>> {
    let days = |count: u32| {
        site.text(if count == 1 {
            "catalogo.giornata"
        } else {
            "catalogo.giornate"
        })
    };
    match scheda.giornate {
        Durata {
            min: Some(min),
            max: Some(max),
        } if min != max => Some(
            format!(
                "{} {min} {} {max}\u{a0}{}",
                site.text("catalogo.da"),
                site.text("catalogo.a"),
                days(max)
            )
            .into(),
        ),
        Durata {
            min: Some(min),
            max: None,
        } => Some(format!("{} {min}\u{a0}{}", site.text("catalogo.almeno"), days(min)).into()),
        Durata { max: Some(max), .. } => Some(format!("{max}\u{a0}{}", days(max)).into()),
        Durata { min: None, max: None } => printed(scheda.durata_testo.as_ref()),
    }
}

/// How many people can come to a session: from the numbers, else as printed.
#[must_use]
pub(super) fn posti<'g>(site: &Site<'g>, scheda: &'g Scheda) -> Option<Cow<'g, str>> {
    let people = |count: u32| {
        site.text(if count == 1 {
            "catalogo.persona"
        } else {
            "catalogo.persone"
        })
    };
    match scheda.partecipanti {
        Partecipanti {
            min: Some(min),
            max: Some(max),
        } if min != max => Some(
            format!(
                "{} {min} {} {max}\u{a0}{}",
                site.text("catalogo.da"),
                site.text("catalogo.a"),
                people(max)
            )
            .into(),
        ),
        Partecipanti { max: Some(max), min } if min.is_none() => {
            Some(format!("{} {max}\u{a0}{}", site.text("catalogo.fino_a"), people(max)).into())
        }
        Partecipanti { min: Some(count), .. } => Some(format!("{count}\u{a0}{}", people(count)).into()),
        _ => printed(scheda.partecipanti_testo.as_ref()),
    }
}

fn printed(text: Option<&crate::model::Detto<crate::model::Testo>>) -> Option<Cow<'_, str>> {
    let text = text?.value.as_str();
    (text.chars().count() <= SHORT).then_some(Cow::Borrowed(text))
}
