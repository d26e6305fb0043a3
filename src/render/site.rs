//! What every page may look at while its view is built.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use super::corpo::Corpo;
use super::format::Locale;
use super::markdown::Picture;
use super::strings::Strings;
use super::tongue::{Tongue, language};
use super::versioni::Versione;
use super::view::pagina;
use crate::config::Config;
use crate::graph::confronto::sostituite;
use crate::graph::privacy::Withheld;
use crate::graph::trasparenza::end_of_duty;
use crate::graph::{Cosa, Graph, Tassonomia, Termine};
use crate::model::{Codice, Componenti, Detto, Giorno, Id, Pagina, Testo};
use crate::source::FileId;

/// Files that stand beside the pages, by address (`/catalogo/calendario.ics`).
pub trait Beside: fmt::Debug + Sync {
    /// Whether there is such a file.
    fn has(&self, address: &str) -> bool;

    /// Its size in bytes.
    fn size(&self, address: &str) -> Option<u64>;

    /// The pictures that an editor's file shows, by their targets as written.
    fn pictures(&self, _file: FileId) -> &[(String, Picture)] {
        &[]
    }
}

/// Files that are known by their size.
pub type Files = BTreeMap<String, u64>;

impl Beside for Files {
    fn has(&self, address: &str) -> bool {
        self.contains_key(address)
    }

    fn size(&self, address: &str) -> Option<u64> {
        self.get(address).copied()
    }
}

/// The facts, settings and words of a run. Cheap to share; nothing in it changes.
#[derive(Clone, Debug)]
pub struct Site<'g> {
    /// The published facts.
    pub graph: &'g Graph,
    /// What texts cut from the sources must lose before a page shows them.
    pub withheld: &'g Withheld,
    /// The office's settings.
    pub config: &'g Config,
    /// The words of the interface.
    pub strings: &'g Strings,
    /// The build date: what is past, and which day is today.
    pub today: Giorno,
    /// What can be downloaded; a page links only to what is there.
    pub files: &'g dyn Beside,
    locale: &'static Locale,
    /// The site in all its languages, its own first, and which of them this is; nothing where there is but one.
    versioni: Arc<[Versione]>,
    qui: usize,
    /// The editions that newer ones take the place of, by their address.
    sostituite: Arc<[(Testo, Id<Pagina>)]>,
}

/// A term that a thing is tagged with, and its taxonomy.
type Tag<'g> = (&'g Tassonomia, &'g Termine);

impl<'g> Site<'g> {
    /// What pages are made from: the published facts and what was withheld, the settings, the words, the build date, the files beside them.
    #[must_use]
    pub fn new(
        graph: &'g Graph,
        withheld: &'g Withheld,
        config: &'g Config,
        strings: &'g Strings,
        today: Giorno,
        files: &'g dyn Beside,
    ) -> Self {
        Self {
            graph,
            withheld,
            config,
            strings,
            today,
            files,
            locale: Tongue::from(language(config)).locale(),
            versioni: Arc::default(),
            qui: 0,
            sostituite: sostituite(graph).into(),
        }
    }

    /// Says in which language the pages are written.
    #[must_use]
    pub fn speaking(self, tongue: &Tongue) -> Self {
        Self {
            locale: tongue.locale(),
            ..self
        }
    }

    /// Says in which languages the site stands, its own first, and which of them this is.
    #[must_use]
    pub fn among(self, versioni: &Arc<[Versione]>, qui: usize) -> Self {
        Self {
            versioni: Arc::clone(versioni),
            qui,
            ..self
        }
    }

    /// The site in all its languages, its own first; nothing where there is but one.
    #[must_use]
    pub fn versioni(&self) -> &[Versione] {
        &self.versioni
    }

    /// The language that this is, of several.
    #[must_use]
    pub fn versione(&self) -> Option<&Versione> {
        self.versioni.get(self.qui)
    }

    /// Code of the site's own language, which facts are in, where the pages are in another.
    #[must_use]
    pub fn facts_language(&self) -> Option<String> {
        let own = self.versioni.first().filter(|_| self.qui > 0);
        own.map(|own| own.code.clone())
    }

    /// The site's own language, where the page at an address tells something in it for want of this one.
    #[must_use]
    pub fn original(&self, address: &str) -> Option<&Versione> {
        let own = self.versioni.first().filter(|_| self.qui > 0)?;
        let page = self.pagina(address);
        let translated = page.is_some_and(|page| page.lingua == self.graph.lingua);
        let of_facts = match self.findable(address) {
            None | Some(Cosa::Pagina(_)) => false,
            Some(_) => true,
        };
        let written = || !self.body(page).is_empty();
        let foreign = !translated && (of_facts || self.is_untranslated(address) || written());
        foreign.then_some(own)
    }

    /// The title of the page at an address, where that is in the site's own language for want of this one.
    #[must_use]
    pub fn original_title(&self, address: &str) -> Option<&'g str> {
        self.original(address)?;
        Some(match self.findable(address)? {
            Cosa::Pagina(id) => pagina::title(&self.graph.pagine[id]),
            cosa => cosa.titolo(self.graph),
        })
    }

    /// Whether the page at an address shows nothing but the words of the site's own language, for want of a translation.
    #[must_use]
    pub fn is_untranslated(&self, address: &str) -> bool {
        self.versione().is_some_and(|version| !version.says(address))
    }

    /// The page at an address in all languages that have its words, code and whole URL, and `x-default` for everybody
    /// else; nothing where only one language has them.
    #[must_use]
    pub fn alternatives(&self, address: &str) -> Vec<(String, String)> {
        let saying = self.versioni().iter().filter(|version| version.says(address));
        let saying: Vec<_> = saying.collect();
        if saying.len() < 2 || !address.ends_with('/') || self.is_untranslated(address) {
            return Vec::new();
        }
        let all = saying
            .into_iter()
            .map(|version| (version.code.as_str(), version.base_url.as_str()));
        let all = all.chain([("x-default", self.root_url())]);
        all.map(|(code, base)| (code.to_owned(), format!("{base}{address}")))
            .collect()
    }

    /// The editors' Markdown file for an address: the page itself, or what enriches a page made from data.
    #[must_use]
    pub fn pagina(&self, address: &str) -> Option<&'g Pagina> {
        let id = self.graph.indirizzi().pagina(address)?;
        Some(&self.graph.pagine[id])
    }

    /// The text below a file's front matter, Markdown, without what is withheld; empty where there is no file.
    #[must_use]
    pub fn body(&self, pagina: Option<&Pagina>) -> Corpo<'g> {
        let Some(pagina) = pagina else {
            return Corpo::default();
        };
        let graph = self.graph;
        let language = pagina.lingua.as_ref().map_or(self.withheld.language(), Codice::as_str);
        let corpo = match graph.rinvii.written_out(&graph.sources, pagina.corpo) {
            Cow::Borrowed(text) => self.withheld.redact(text.trim(), language),
            Cow::Owned(text) => Cow::Owned(self.withheld.redact(text.trim(), language).into_owned()),
        };
        self.of_editors(Corpo::plain(corpo), pagina, pagina.corpo.file)
    }

    /// A text of a thing, Markdown: an editor's with the pictures and components of the file that it stands in.
    #[must_use]
    pub fn testo(&self, text: &'g Detto<Testo>) -> Corpo<'g> {
        let corpo = Corpo::plain(text.value.as_str());
        match self.graph.indirizzi().of_text(text.span.file) {
            Some(pagina) => self.of_editors(corpo, &self.graph.pagine[pagina], text.span.file),
            None => corpo,
        }
    }

    fn of_editors(&self, corpo: Corpo<'g>, pagina: &Pagina, file: FileId) -> Corpo<'g> {
        let corpo = corpo.with_pictures(self.files.pictures(file));
        match pagina.comuni.componenti {
            Componenti::Nessuno => corpo,
            Componenti::Tutti | Componenti::Questi(_) => corpo.with_components(),
        }
    }

    /// The last day of the duty to publish what stands at an address, where that day has passed. The day of publication
    /// (`pubblicato`) is that of the page or of the nearest section above.
    #[must_use]
    pub fn archived(&self, address: &str) -> Option<Giorno> {
        let pages = upwards(address).filter_map(|above| self.pagina(above));
        let published = pages.filter_map(|page| page.comuni.pubblicato.as_ref()).next()?;
        let end = end_of_duty(published.value);
        (end < self.today).then_some(end)
    }

    /// The section of the newer edition that takes the place of the one that an address belongs to.
    #[must_use]
    pub fn superseded(&self, address: &str) -> Option<Id<Pagina>> {
        let mut editions = self.sostituite.iter();
        editions
            .find(|(old, _)| address.starts_with(old.as_str()))
            .map(|(_, new)| *new)
    }

    /// What the page at an address shows; none for pages that only list others.
    #[must_use]
    pub fn findable(&self, address: &str) -> Option<Cosa> {
        self.graph.indirizzi().cosa(address)
    }

    /// The terms that the thing at an address is tagged with, in the order of the taxonomies.
    #[must_use]
    pub fn tags(&self, address: &str) -> Vec<Tag<'g>> {
        let graph = self.graph;
        let terms = graph.indirizzi().etichette(address).iter();
        let terms = terms.map(|(taxonomy, term)| {
            let tassonomia: &'g Tassonomia = &graph.tassonomie[*taxonomy];
            (tassonomia, &tassonomia.termini[*term])
        });
        terms.collect()
    }

    /// The words of a key such as `catalogo.titolo`.
    #[must_use]
    pub fn text(&self, key: &'static str) -> &'g str {
        self.strings.get(key)
    }

    /// The word that a closed list's value has on pages; the value itself where the theme has none.
    #[must_use]
    pub fn word<'s>(&self, group: &str, value: &'s str) -> &'s str
    where
        'g: 's,
    {
        self.strings.find(group, value).unwrap_or(value)
    }

    /// How dates and numbers are written.
    #[must_use]
    pub fn locale(&self) -> &'static Locale {
        self.locale
    }

    /// The whole URL of a page.
    #[must_use]
    pub fn url(&self, address: &str) -> String {
        [self.config.base_url.trim_end_matches('/'), address].concat()
    }

    /// The whole URL of what stands once for all languages: a file of data, and what tells a thing from all others.
    #[must_use]
    pub fn common_url(&self, address: &str) -> String {
        format!("{}{address}", self.root_url().trim_end_matches('/'))
    }

    /// Where the site stands in its own language.
    #[must_use]
    pub fn root_url(&self) -> &str {
        self.versioni.first().map_or(&self.config.base_url, |own| &own.base_url)
    }
}

/// An address and those above it, up to the home page.
fn upwards(address: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(address), |here| {
        let end = here.trim_end_matches('/').rfind('/')?;
        Some(&here[..=end])
    })
}

/// The part of a template's variables that is the same on every page, as `site`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SiteView<'g> {
    /// Name of the site.
    pub title: &'g str,
    /// One sentence about it.
    pub description: &'g str,
    /// Code of the language of its pages: `it`.
    pub language: &'g str,
    /// That language with a country, as Open Graph asks for it (`it_IT`); only on a site in several languages.
    pub locale: Option<&'g str>,
    /// Code of the site's own language, which facts are in, where the pages are in another.
    pub facts: Option<String>,
    /// The languages that the site stands in, its own first; empty where there is but one.
    pub languages: Vec<SiteLanguage>,
    /// Name of the body that answers for the site.
    pub publisher: &'g str,
    /// Its own web site.
    pub publisher_url: Option<&'g str>,
    /// Where to write to it.
    pub email: Option<&'g str>,
    /// Licence of the data.
    pub licence: &'g str,
    /// Whether there is a search page.
    pub search: bool,
    /// Entries of the main navigation, at most six.
    pub nav: Vec<Entry<'g>>,
    /// Entries of the footer: the duties.
    pub duties: Vec<Entry<'g>>,
    /// What stands in `data/`, by the names of the files.
    pub data: &'g Map<String, Value>,
    /// Public address of each asset by its name.
    pub assets: &'g BTreeMap<String, String>,
}

/// A link with its words.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Entry<'g> {
    /// Words.
    pub title: &'g str,
    /// Address.
    pub url: &'g str,
}

/// A language of the site.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SiteLanguage {
    /// Its code.
    pub code: String,
    /// What its speakers call it.
    pub name: String,
    /// Whether it is the language of this page.
    pub here: bool,
    /// Leads to this very page in that language: `/@en/`.
    pub url: String,
}
