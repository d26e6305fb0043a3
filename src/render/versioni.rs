//! A site in several languages: the same pages once in each, the site's own at `/`, the others below their codes.

use std::collections::BTreeSet;

use super::format::Locale;
use super::job::Job;
use crate::config::Config;
use crate::graph::Graph;

/// The site in one of its languages, as far as the pages of the others must know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versione {
    /// Code of the language.
    pub code: String,
    /// What its speakers call the language.
    pub name: String,
    /// Where its addresses begin: nothing for the site's own language, else `/en`.
    pub prefix: String,
    /// Where it stands, without a final `/`.
    pub base_url: String,
    /// Addresses of the pages that it shows in the site's own language, for want of a translation.
    pub untranslated: BTreeSet<String>,
}

impl Versione {
    /// What the version of a graph is by its settings. `name` is what an office calls the language.
    #[must_use]
    pub fn of(config: &Config, graph: &Graph, jobs: &[Job<'_>], name: Option<&String>) -> Self {
        let known = || Locale::named(&config.language).map(|locale| locale.name().to_owned());
        let untranslated = jobs
            .iter()
            .filter(|job| job.written.is_some_and(|page| !graph.is_in_lingua(page)));
        Self {
            code: config.language.clone(),
            name: (name.cloned().or_else(known)).unwrap_or_else(|| config.language.to_uppercase()),
            prefix: graph.lingua.map(|code| format!("/{code}")).unwrap_or_default(),
            base_url: config.base_url.clone(),
            untranslated: untranslated.map(|job| job.address.to_string()).collect(),
        }
    }

    /// Whether a page has its words in this language.
    #[must_use]
    pub fn says(&self, address: &str) -> bool {
        !self.untranslated.contains(address)
    }
}
