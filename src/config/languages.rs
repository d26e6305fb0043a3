use super::{Config, Taxonomy, text};
use crate::diag::register::lingue::{LINGUA_IGNOTA, LINGUA_RIPETUTA};
use crate::diag::register::tassonomie::TASSONOMIA_IGNOTA;
use crate::diag::{Diagnostic, nearest};
use crate::model::{Codice, Detto, Testo};
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
    /// `taxonomies`: names of taxonomies and what they are called in it.
    pub taxonomies: Vec<(String, String)>,
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
            taxonomies: self.taxonomies.iter().map(|own| lingua.named(own)).collect(),
            ..self.clone()
        }
    }

    /// Whether a code is that of one of the further languages.
    #[must_use]
    pub fn has_language(&self, code: Codice) -> bool {
        self.languages.iter().any(|lingua| lingua.code.value == code)
    }
}

impl Lingua {
    /// A taxonomy under its title in this language, if it has one.
    fn named(&self, own: &Taxonomy) -> Taxonomy {
        let said = self.taxonomies.iter().find(|(name, _)| *name == own.name);
        Taxonomy {
            title: said.map_or_else(|| own.title.clone(), |(_, title)| title.clone()),
            ..own.clone()
        }
    }
}

/// `languages`: a block for each further language, by its code, as in Zola and Hugo. `own` are the site's own language and
/// taxonomies.
pub(super) fn languages(keys: &mut Keys<'_, '_>, own: (&str, &[Taxonomy])) -> Vec<Lingua> {
    let entries = keys.free("languages").iter();
    entries.filter_map(|entry| language(keys, entry, own)).collect()
}

fn language<'y>(
    keys: &mut Keys<'y, '_>,
    entry: &'y Entry<'y>,
    (own, taxonomies): (&str, &[Taxonomy]),
) -> Option<Lingua> {
    let (key, place) = (entry.key.value.as_ref(), entry.key.span);
    let mut of = keys.within(key, &entry.value);
    let (name, title, description) = (
        text(&mut of, "name"),
        text(&mut of, "title"),
        text(&mut of, "description"),
    );
    let titles = titles(&mut of, taxonomies);
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
        taxonomies: titles,
    })
}

/// `taxonomies` of a language: a list like the site's, with the name and the title of each. One that the site does not
/// have is reported.
fn titles(of: &mut Keys<'_, '_>, known: &[Taxonomy]) -> Vec<(String, String)> {
    let entries = of.list("taxonomies").iter();
    let titles = entries.filter_map(|entry| {
        let mut keys = of.within("taxonomies", entry);
        let (name, title) = (keys.required("name"), keys.required("title"));
        keys.finish();
        let name = name?;
        if known.iter().all(|known| known.name != *name.value) {
            of.report(unknown_taxonomy(&name, known));
            return None;
        }
        Some((name.value.to_string(), title?.value.to_string()))
    });
    titles.collect()
}

fn unknown_taxonomy(name: &Detto<Testo>, known: &[Taxonomy]) -> Diagnostic {
    let names: Vec<&str> = known.iter().map(|known| known.name.as_str()).collect();
    let near = nearest(name, names.iter().copied());
    let perhaps = |word: &str| {
        if near.is_empty() {
            String::new()
        } else {
            format!("{word} {near}")
        }
    };
    let finding = Diagnostic::new(&TASSONOMIA_IGNOTA)
        .at(name.span)
        .with("nome", &name.value);
    let finding = finding.with("dichiarate", names.join(", "));
    finding.with_words("forse", perhaps("forse"), perhaps("perhaps"))
}
