use super::{Config, text};
use crate::diag::register::lingue::{LINGUA_IGNOTA, LINGUA_RIPETUTA};
use crate::diag::{Diagnostic, nearest};
use crate::model::{Codice, Detto};
use crate::read::keys::Keys;
use crate::read::yaml::Entry;

/// A language of the site beside its own, `languages`.
#[derive(Clone, Debug, PartialEq)]
pub struct Lingua {
    /// The key: ISO 639-1, also the first part of its addresses.
    pub code: Detto<Codice>,
    /// `name`: what its own speakers call it, for the switch.
    pub name: Option<String>,
    /// `title` of the site in it.
    pub title: Option<String>,
    /// `description` of the site in it.
    pub description: Option<String>,
}

impl Config {
    /// The settings of the site in one of its further languages, which stands below the address of the site as another
    /// would: what is not said in that language is as in the site's own.
    #[must_use]
    pub fn in_language(&self, lingua: &Lingua) -> Self {
        let code = lingua.code.value;
        let said = |text: &Option<String>, own: &String| text.as_ref().unwrap_or(own).clone();
        Self {
            title: said(&lingua.title, &self.title),
            description: said(&lingua.description, &self.description),
            base_url: format!("{}/{code}", self.base_url),
            language: code.to_string(),
            ..self.clone()
        }
    }

    /// Whether a code is that of one of the further languages.
    #[must_use]
    pub fn has_language(&self, code: Codice) -> bool {
        self.languages.iter().any(|lingua| lingua.code.value == code)
    }
}

/// `languages`: a block for each further language, by its code, as in Zola and Hugo. `own` is the site's own.
pub(super) fn languages(keys: &mut Keys<'_, '_>, own: &str) -> Vec<Lingua> {
    let entries = keys.free("languages").iter();
    entries.filter_map(|entry| language(keys, entry, own)).collect()
}

fn language<'y>(keys: &mut Keys<'y, '_>, entry: &'y Entry<'y>, own: &str) -> Option<Lingua> {
    let (key, place) = (entry.key.value.as_ref(), entry.key.span);
    let mut of = keys.within(key, &entry.value);
    let (name, title, description) = (
        text(&mut of, "name"),
        text(&mut of, "title"),
        text(&mut of, "description"),
    );
    of.finish();
    if key == own {
        keys.report(Diagnostic::new(&LINGUA_RIPETUTA).at(place).with("lingua", key));
        return None;
    }
    let Some(code) = Codice::of(key).filter(|code| code.is_known()) else {
        let near = nearest(key, Codice::known());
        let unknown = Diagnostic::new(&LINGUA_IGNOTA).at(place).with("lingua", key);
        keys.report(unknown.with("vicine", near));
        return None;
    };
    Some(Lingua {
        code: Detto::new(code, place),
        name,
        title,
        description,
    })
}
