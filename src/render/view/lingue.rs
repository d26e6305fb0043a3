use schemars::JsonSchema;
use serde::Serialize;

use crate::render::Versione;
use crate::render::site::Site;

/// What a page says in the site's own language, for want of a translation or because documents are printed in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Originale {
    /// Code of that language: `it`.
    pub codice: String,
    /// Its name in the language of the page: "Italian".
    pub nome: String,
    /// Name of the language of the page, in that language: "English".
    pub qui: String,
    /// This page in that language.
    pub url: String,
    /// Whether all that was written for the page is in it, so that the page is no page of its own for search engines.
    pub tutta: bool,
}

/// A page in one of the languages of the site, for search engines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Alternativa {
    /// Code of the language; `x-default` for the page that suits everybody else.
    pub codice: String,
    /// Whole URL.
    pub url: String,
}

impl Originale {
    /// What the page at an address says in the site's own language.
    pub(super) fn of(site: &Site<'_>, address: &str) -> Option<Self> {
        let (own, here) = (site.original(address)?, site.versione()?);
        let name = |version: &Versione| {
            let word = site.strings.find("lingua", &version.code);
            word.unwrap_or(&version.name).to_owned()
        };
        Some(Self {
            nome: name(own),
            qui: name(here),
            codice: own.code.clone(),
            url: format!("/@{}/", own.code),
            tutta: site.is_untranslated(address),
        })
    }
}

impl Alternativa {
    /// A page in all languages that have its words, if there are several: every such page names all of them.
    pub(super) fn all(site: &Site<'_>, address: &str) -> Vec<Self> {
        let all = site.alternatives(address).into_iter();
        all.map(|(codice, url)| Self { codice, url }).collect()
    }
}

/// The URL that search engines take for the page at an address.
pub(super) fn canonical(site: &Site<'_>, address: &str) -> String {
    match site.is_untranslated(address) {
        true => site.common_url(address),
        false => site.url(address),
    }
}
