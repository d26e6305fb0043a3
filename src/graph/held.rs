//! Files of `content/` that are not published, and why.

use crate::diag::Language;
use crate::model::{Bozze, Detto, Giorno, Slug, Testo};

/// A page that is not published, with all that its front matter names or holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Path below `content/`.
    pub percorso: Testo,
    /// The ids that the things it describes would have.
    pub ids: Vec<Slug>,
    /// Why.
    pub reason: Reason,
}

/// Why a page is held back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is a draft.
    Draft,
    /// It comes out on this day.
    Future(Giorno),
    /// It went on this day.
    Expired(Giorno),
    /// The section that it belongs to is held back.
    Section,
}

impl Reason {
    /// Says so in a few words.
    #[must_use]
    pub fn words(self, language: Language) -> String {
        match (self, language) {
            (Self::Draft, Language::It) => "bozza".to_owned(),
            (Self::Draft, Language::En) => "draft".to_owned(),
            (Self::Future(day), Language::It) => format!("esce il {day}"),
            (Self::Future(day), Language::En) => format!("comes out on {day}"),
            (Self::Expired(day), Language::It) => format!("scaduta il {day}"),
            (Self::Expired(day), Language::En) => format!("expired on {day}"),
            (Self::Section, Language::It) => "la sua sezione è trattenuta".to_owned(),
            (Self::Section, Language::En) => "its section is held back".to_owned(),
        }
    }
}

/// The ids that the things of a file say, or that follow from its path.
#[must_use]
pub fn ids(bozze: &Bozze) -> Vec<Slug> {
    macro_rules! ids {
        ($($list:ident)+) => { std::iter::empty()$(.chain(bozze.$list.iter().map(|it| &it.id)))+ };
    }
    let said: Vec<&Detto<Testo>> =
        ids!(documenti enti schede piani unita linee_strategiche progetti obiettivi fasi indicatori attivita)
            .flatten()
            .collect();
    said.into_iter().map(|id| Slug::of(id)).collect()
}
