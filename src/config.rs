//! `vetrina.yaml`: what an office decides about its site. An unknown key is an error.

mod check;
mod delivery;
mod languages;
mod waivers;

pub use check::{Check, Pattern};
pub use delivery::{Compression, Delivery, Server};
pub use languages::Lingua;
pub use waivers::Waiver;

use std::num::NonZeroU32;

use crate::diag::register::{self, config as codes};
use crate::diag::{Diagnostic, Language, Reported, Severity};
use crate::model::{Detto, Parola, Testo, words};
use crate::read::keys::Keys;
use crate::read::record::Value;
use crate::read::yaml::{self, Kind, Node};
use crate::source::{FileId, Span};

/// The settings of a site, complete: what the file leaves out has its default.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// `title`: name of the site.
    pub title: String,
    /// `description`: one sentence about the site.
    pub description: String,
    /// `base_url`: where the site will stand, without a final `/`.
    pub base_url: String,
    /// `relative_urls`: links from page to page are relative, so that the folder works anywhere.
    pub relative_urls: bool,
    /// `language`: `it` or `en`; of a site in one of its further languages, that one's code.
    pub language: String,
    /// `languages`: those beside it, in the order written.
    pub languages: Vec<Lingua>,
    /// `theme`: name of a folder in `themes/`; without it, the embedded one.
    pub theme: Option<Detto<String>>,
    /// `publisher`: the body that answers for the site.
    pub publisher: Publisher,
    /// `licence`: SPDX id of the licence of the data, unless a document says another.
    pub licence: String,
    /// `privacy`: which personal data a law lets out.
    pub privacy: Privacy,
    /// `levels`: codes whose weight the office sets; none means off.
    pub levels: Vec<(String, Option<Severity>)>,
    /// `waivers`: findings that the office accepts, one by one, for a time.
    pub waivers: Vec<Waiver>,
    /// `taxonomies`: what editors may tag with.
    pub taxonomies: Vec<Taxonomy>,
    /// `search`: whether the build makes a search index.
    pub search: bool,
    /// `check`: which addresses of other sites are not asked for.
    pub check: Check,
    /// How the site is made ready for the machine that serves it.
    pub delivery: Delivery,
}

/// Who answers for the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publisher {
    /// `name`.
    pub name: String,
    /// `ipa`: code in the index of public administrations.
    pub ipa: Option<String>,
    /// `email`: where to write.
    pub email: Option<String>,
    /// `url`: the body's own site.
    pub url: Option<Detto<Testo>>,
}

/// Which people of a plan are named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Staff {
    /// Those in charge; all others stand as counts by category and role.
    #[default]
    Roles,
    /// All, as printed.
    Names,
}

/// Which contacts are published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Contacts {
    /// Name of the official in charge, institutional address, land line.
    #[default]
    Office,
    /// All, as printed.
    Full,
}

/// Personal data: closed unless a law opens them (D.Lgs. 33/2013 art. 7-bis; Garante 243/2014, 398/2023, 204/2025).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Privacy {
    /// `staff`.
    pub staff: Staff,
    /// `contacts`.
    pub contacts: Contacts,
    /// `base_giuridica`: the law that lets more out; without it nothing opens.
    pub base_giuridica: Option<String>,
}

/// A taxonomy that editors may tag with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taxonomy {
    /// `name`, also the first part of its addresses: `temi`.
    pub name: String,
    /// `title`.
    pub title: String,
    /// `feed`: whether each term has a feed.
    pub feed: bool,
    /// `paginate_by`: how many things a term lists at a time.
    pub paginate_by: Option<NonZeroU32>,
}

words!(Staff {
    Roles => "roles",
    Names => "names",
});

words!(Contacts {
    Office => "office",
    Full => "full",
});

impl Parola for Language {
    fn all() -> &'static [Self] {
        &[Self::It, Self::En]
    }

    fn words() -> &'static [&'static str] {
        &["it", "en"]
    }

    fn word(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::En => "en",
        }
    }
}

/// Weights that `levels` gives.
#[derive(Clone, Copy, Debug)]
enum Level {
    Error,
    Warning,
    Note,
    Off,
}

impl Parola for Level {
    fn all() -> &'static [Self] {
        &[Self::Error, Self::Warning, Self::Note, Self::Off]
    }

    fn words() -> &'static [&'static str] {
        &["error", "warning", "note", "off"]
    }

    fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
            Self::Off => "off",
        }
    }
}

impl Level {
    fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Note => Some(Severity::Note),
            Self::Off => None,
        }
    }
}

impl Config {
    /// Reads `vetrina.yaml`. What it leaves out, or says wrongly, has its default.
    #[must_use]
    pub fn parse(file: FileId, text: &str) -> Reported<Self> {
        let mut problems = Vec::new();
        let tree = yaml::parse(file, text, 0).drain_into(&mut problems);
        let node = tree.unwrap_or(Node {
            kind: Kind::Empty,
            span: Span::new(file, 0, 0),
        });
        let mut keys = Keys::of(&node, "vetrina.yaml", &mut problems);
        let value = Self::read(&mut keys);
        let nameless = !keys.has("title");
        keys.finish();
        if nameless && problems.is_empty() {
            problems.push(Diagnostic::new(&codes::SITO_SENZA_TITOLO).at(Span::new(file, 0, 0)));
        }
        Reported { value, problems }
    }

    /// The keys that `vetrina.yaml` takes at its top.
    #[must_use]
    pub fn keys() -> Vec<&'static str> {
        let nothing = Node {
            kind: Kind::Empty,
            span: Span::new(FileId::new(0), 0, 0),
        };
        let mut problems = Vec::new();
        let mut keys = Keys::of(&nothing, "vetrina.yaml", &mut problems);
        Self::read(&mut keys);
        keys.asked().to_vec()
    }

    fn read(keys: &mut Keys<'_, '_>) -> Self {
        let default = Self::default();
        let mut config = Self {
            title: text(keys, "title").unwrap_or(default.title),
            description: text(keys, "description").unwrap_or_default(),
            base_url: base_url(keys).unwrap_or(default.base_url),
            relative_urls: keys.flag("relative_urls"),
            language: keys
                .value::<Language>("language")
                .map_or(default.language, |language| language.value.word().to_owned()),
            languages: Vec::new(),
            theme: theme(keys),
            publisher: publisher(keys),
            licence: text(keys, "licence").unwrap_or(default.licence),
            privacy: privacy(keys),
            levels: levels(keys),
            waivers: waivers::waivers(keys),
            taxonomies: taxonomies(keys),
            search: keys.flag("search"),
            check: check::check(keys),
            delivery: delivery::delivery(keys),
        };
        config.languages = languages::languages(keys, (&config.language, &config.taxonomies));
        config
    }
}

fn text(keys: &mut Keys<'_, '_>, key: &'static str) -> Option<String> {
    keys.text(key).map(|text| text.value.to_string())
}

fn base_url(keys: &mut Keys<'_, '_>) -> Option<String> {
    let address = keys.read("base_url", &codes::INDIRIZZO_NON_VALIDO, |text| {
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
        let well_formed = !host.is_empty() && !host.contains([' ', '?', '#', '"', '<', '>']);
        well_formed.then(|| text.trim_end_matches('/').to_owned())
    });
    address.map(|address| address.value)
}

fn theme(keys: &mut Keys<'_, '_>) -> Option<Detto<String>> {
    keys.read("theme", &codes::NOME_DI_CARTELLA, |text| {
        (!text.contains(['/', '\\']) && !text.starts_with('.')).then(|| text.to_owned())
    })
}

/// A list of words, each once, in the order of the type; a single word is a list too.
fn words<W: Parola + Ord>(keys: &mut Keys<'_, '_>, key: &'static str) -> Vec<W> {
    let mut found = Vec::new();
    for text in keys.texts(key) {
        match W::parse(&text) {
            Ok(word) => found.push(word),
            Err(rejection) => keys.report(rejection.finding(key, &text)),
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn publisher(keys: &mut Keys<'_, '_>) -> Publisher {
    let Some(mut keys) = keys.block("publisher") else {
        return Publisher::default();
    };
    let publisher = Publisher {
        name: text(&mut keys, "name").unwrap_or_default(),
        ipa: text(&mut keys, "ipa"),
        email: text(&mut keys, "email"),
        url: keys.text("url"),
    };
    keys.finish();
    publisher
}

/// Whatever opens personal data without a law stays closed, and is reported.
fn privacy(keys: &mut Keys<'_, '_>) -> Privacy {
    let Some(mut keys) = keys.block("privacy") else {
        return Privacy::default();
    };
    let staff = keys.value::<Staff>("staff");
    let contacts = keys.value::<Contacts>("contacts");
    let base_giuridica = text(&mut keys, "base_giuridica");
    let opens_staff = staff.filter(|staff| staff.value == Staff::Names);
    let opens_contacts = contacts.filter(|contacts| contacts.value == Contacts::Full);
    let opening = [
        opens_staff.map(|staff| staff.span),
        opens_contacts.map(|contacts| contacts.span),
    ];
    if base_giuridica.is_none() {
        for place in opening.into_iter().flatten() {
            keys.report(Diagnostic::new(&codes::PRIVACY_SENZA_BASE).at(place));
        }
    }
    keys.finish();
    if base_giuridica.is_none() {
        return Privacy::default();
    }
    Privacy {
        staff: staff.map(|staff| staff.value).unwrap_or_default(),
        contacts: contacts.map(|contacts| contacts.value).unwrap_or_default(),
        base_giuridica,
    }
}

fn levels(keys: &mut Keys<'_, '_>) -> Vec<(String, Option<Severity>)> {
    let Some(mut keys) = keys.block("levels") else {
        return Vec::new();
    };
    let mut levels = Vec::new();
    for code in register::all() {
        let Some(level) = keys.value::<Level>(code.id) else {
            continue;
        };
        if waivers::is_fixed(code) {
            keys.report(waivers::fixed(code, level.span));
            continue;
        }
        levels.push((code.id.to_owned(), level.value.severity()));
    }
    keys.finish_with(&codes::CODICE_IGNOTO);
    levels
}

fn taxonomies(keys: &mut Keys<'_, '_>) -> Vec<Taxonomy> {
    let entries = keys.list("taxonomies");
    entries
        .iter()
        .filter_map(|entry| taxonomy(keys.within("taxonomies", entry)))
        .collect()
}

fn taxonomy(mut keys: Keys<'_, '_>) -> Option<Taxonomy> {
    let name = keys.required("name").map(|name| name.value.to_string());
    let title = text(&mut keys, "title");
    let feed = keys.flag("feed");
    let paginate_by = keys.number("paginate_by").map(|size| size.value);
    keys.finish();
    let name = name?;
    Some(Taxonomy {
        title: title.unwrap_or_else(|| name.clone()),
        name,
        feed,
        paginate_by,
    })
}

impl Default for Config {
    fn default() -> Self {
        Self {
            title: "vetrina".to_owned(),
            description: String::new(),
            base_url: "http://localhost".to_owned(),
            relative_urls: false,
            language: "it".to_owned(),
            languages: Vec::new(),
            theme: None,
            publisher: Publisher::default(),
            licence: "CC-BY-4.0".to_owned(),
            privacy: Privacy::default(),
            levels: Vec::new(),
            waivers: Vec::new(),
            taxonomies: Vec::new(),
            search: false,
            check: Check::default(),
            delivery: Delivery::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Config, Vec<&'static str>) {
        let read = Config::parse(FileId::new(0), text);
        let codes = read.problems.iter().map(|problem| problem.code.id).collect();
        (read.value, codes)
    }

    #[test]
    fn an_empty_file_is_the_default_and_lacks_a_title() {
        let (config, codes) = read("");
        assert_eq!(codes, ["sito-senza-titolo"]);
        assert_eq!(config.language, "it");
        assert!(!config.relative_urls);
    }

    #[test]
    fn what_an_office_decides() {
        let (config, codes) = read(
            "title: Piani\nbase_url: https://esempio.it/piani/\nrelative_urls: sì\nlanguage: en\n\
             publisher: {name: Comune, ipa: c_a123}\nprivacy: {staff: names, base_giuridica: art. 1}\n\
             levels: {righe-non-lette: error, documento-vuoto: off}\n\
             taxonomies: [{name: temi, title: Temi, feed: true}]\n",
        );
        assert!(codes.is_empty(), "{codes:?}");
        assert_eq!(config.base_url, "https://esempio.it/piani");
        assert!(config.relative_urls);
        assert_eq!(config.publisher.ipa.as_deref(), Some("c_a123"));
        assert_eq!(config.privacy.staff, Staff::Names);
        assert!(
            config
                .levels
                .contains(&("righe-non-lette".to_owned(), Some(Severity::Error)))
        );
        assert!(config.levels.contains(&("documento-vuoto".to_owned(), None)));
        assert!(config.taxonomies[0].feed);
    }

    #[test]
    fn a_further_language_says_what_differs() {
        let (config, codes) = read(
            "title: Piani\ndescription: Sito\nbase_url: https://a.it/p\nlanguages:\n  en: {title: Plans}\n  de:\n",
        );
        assert!(codes.is_empty(), "{codes:?}");
        let of = |at: usize| config.in_language(&config.languages[at]);
        assert_eq!(
            (of(0).title.as_str(), of(0).base_url.as_str()),
            ("Plans", "https://a.it/p/en")
        );
        assert_eq!((of(1).title.as_str(), of(1).language.as_str()), ("Piani", "de"));
        let (config, codes) = read(
            "taxonomies: [{name: temi, title: Temi}]\nlanguages: {en: {taxonomies: [{name: temi, title: Topics}, {name: \
             tema, title: Topic}]}, de: {}}\n",
        );
        assert_eq!(codes, ["tassonomia-ignota"]);
        let titles = config.languages.iter().map(|lingua| config.in_language(lingua));
        let titles: Vec<String> = titles.map(|config| config.taxonomies[0].title.clone()).collect();
        assert_eq!(titles, ["Topics", "Temi"]);
        let (config, codes) = read("languages: {it: {}, english: {}, xx: {}, fr: {titolo: x}}\n");
        assert_eq!(
            codes,
            ["lingua-ripetuta", "lingua-ignota", "lingua-ignota", "chiave-ignota"]
        );
        assert_eq!(config.languages.len(), 1);
    }

    #[test]
    fn what_the_server_is_given_is_a_list_or_a_word() {
        let (config, codes) = read("title: Piani\ncompress: [br, gzip, br]\nserver: apache\nminify: sì\n");
        assert!(codes.is_empty(), "{codes:?}");
        assert_eq!(config.delivery.compress, [Compression::Gzip, Compression::Brotli]);
        assert_eq!(config.delivery.server, [Server::Apache]);
        assert!(config.delivery.minify);
        let (config, codes) = read("compress: zip\nserver: [iis]\n");
        assert_eq!(codes, ["parola-ignota", "parola-ignota"]);
        assert_eq!(config.delivery, Delivery::default());
    }

    #[test]
    fn personal_data_stay_closed_without_a_law() {
        let (config, codes) = read("privacy: {staff: names, contacts: full}\n");
        assert_eq!(codes, ["privacy-senza-base", "privacy-senza-base"]);
        assert_eq!(config.privacy.staff, Staff::Roles);
        assert_eq!(config.privacy.contacts, Contacts::Office);
    }

    #[test]
    fn wrong_settings_are_all_reported() {
        let (_, codes) =
            read("titolo: x\nbase_url: esempio.it\nlanguage: fr\ntheme: ../x\nlevels: {righe: off}\nprivacy: chiusa\n");
        assert_eq!(
            codes,
            [
                "indirizzo-non-valido",
                "parola-ignota",
                "nome-di-cartella",
                "blocco-atteso",
                "codice-ignoto",
                "chiave-ignota"
            ]
        );
    }
}
