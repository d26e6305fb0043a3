use std::borrow::Cow;
use std::ops::RangeInclusive;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Alternativa, Day, Etichette, Originale, Paginazione, Ricerca, StructuredData, lingue, pagina};
use crate::model::{Detto, Documento, Origine, Testo};
use crate::render::Corpo;
use crate::render::site::Site;
use crate::source::Span;

/// What every page has around its own content: the variable `page` of each template.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Layout<'g> {
    /// Address of the page.
    pub url: Cow<'g, str>,
    /// Whole URL of the page.
    pub canonical: String,
    /// What it says in the site's own language, where that is another.
    pub originale: Option<Originale>,
    /// The page in every language that has its words, this one too; empty where only one has.
    pub lingue: Vec<Alternativa>,
    /// The page's one heading.
    pub title: Cow<'g, str>,
    /// Sentence for search engines and previews.
    pub description: Cow<'g, str>,
    /// Kind of the page, above the title: "Scheda di scambio".
    pub kicker: Option<Cow<'g, str>>,
    /// Sentence below the title.
    pub lead: Option<Cow<'g, str>>,
    /// What editors write on a page that is made from data, Markdown.
    pub corpo: Option<Corpo<'g>>,
    /// The way here from the home page, this page left out.
    pub breadcrumb: Vec<Crumb<'g>>,
    /// What people come for: when, who, how much, how long.
    pub facts: Vec<Fact<'g>>,
    /// Sections of the page: words and anchor.
    pub index: Vec<Crumb<'g>>,
    /// The page's data.
    pub downloads: Vec<Download<'g>>,
    /// Where it is printed.
    pub places: Vec<Place<'g>>,
    /// How the search files it; none for pages that only list others.
    pub ricerca: Option<Ricerca<'g>>,
    /// What editors tagged it with, by taxonomy.
    pub tags: Vec<Etichette<'g>>,
    /// Pages whose text links to this one.
    pub rinvii: Vec<Crumb<'g>>,
    /// Feed of what is new here.
    pub feed: Option<String>,
    /// Which part of a long list this page is; none where the list fits on one page.
    pub paginazione: Option<Paginazione>,
    /// Day of the last change to what the page says.
    pub updated: Option<Day>,
    /// Last day of the duty to publish it, once that day has passed (D.Lgs. 33/2013 art. 8).
    pub archiviata: Option<Day>,
    /// The newer edition of the plan or catalogue that the page belongs to.
    pub sostituita: Option<Crumb<'g>>,
    /// Structured data (JSON-LD).
    pub jsonld: StructuredData,
    #[serde(skip)]
    base: &'g str,
}

/// Words with their address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Crumb<'g> {
    /// Words.
    pub title: Cow<'g, str>,
    /// Address, or anchor in the page.
    pub url: Cow<'g, str>,
}

impl<'g> Crumb<'g> {
    /// Words with their address.
    pub fn new(title: impl Into<Cow<'g, str>>, url: impl Into<Cow<'g, str>>) -> Self {
        Self {
            title: title.into(),
            url: url.into(),
        }
    }
}

/// A fact in the list below the title.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Fact<'g> {
    /// What it tells: "Durata".
    pub label: Cow<'g, str>,
    /// The fact in words.
    pub text: Cow<'g, str>,
    /// Page about it.
    pub url: Option<Cow<'g, str>>,
    /// Code of the language of the text, where that is not the page's.
    pub lingua: Option<String>,
}

/// A file with the page's data.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Download<'g> {
    /// What is in it: "Date di tutte le schede".
    pub title: Cow<'g, str>,
    /// Address.
    pub url: String,
    /// Format, as people name it: `ICS`.
    pub format: String,
    /// Size in bytes.
    pub bytes: u64,
}

impl<'g> Download<'g> {
    /// A file that the build makes; none if it does not.
    #[must_use]
    pub fn of(site: &Site<'g>, title: impl Into<Cow<'g, str>>, url: impl Into<String>) -> Option<Self> {
        let url = url.into();
        let bytes = site.files.size(&url)?;
        let format = url.rsplit_once('.').map_or("", |(_, extension)| extension);
        Some(Self {
            title: title.into(),
            format: format.to_uppercase(),
            url,
            bytes,
        })
    }
}

/// The lines of a document where something is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Place<'g> {
    /// What people call the document.
    pub documento: &'g str,
    /// Address of its readable page at the first line; empty where the document has no page.
    pub url: Option<String>,
    /// The sheet of a spreadsheet; none in any other document.
    pub foglio: Option<&'g str>,
    /// First line, from 1; the first row of a sheet.
    pub riga_inizio: u32,
    /// Last line or row.
    pub riga_fine: u32,
}

impl<'g> Place<'g> {
    /// Where a fact is printed, or where an editor wrote or corrected it.
    #[must_use]
    pub fn of(site: &Site<'g>, origine: &'g Origine) -> Option<Self> {
        let (documento, righe) = site.graph.luogo(origine)?;
        Some(Self::new(site, &site.graph.documenti[documento], righe))
    }

    /// Where a stretch of a document stands.
    #[must_use]
    pub fn at(site: &Site<'g>, span: Span) -> Option<Self> {
        let documento = &site.graph.documenti[site.graph.documento_di(span.file)?];
        Some(Self::new(site, documento, site.graph.sources.lines(span)))
    }

    /// A line of a document, from 1.
    #[must_use]
    pub fn line(site: &Site<'g>, documento: &'g Documento, line: u32) -> Self {
        Self::new(site, documento, line..=line)
    }

    /// A document whose text is not here has a page, but no lines on it.
    fn new(site: &Site<'g>, documento: &'g Documento, righe: RangeInclusive<u32>) -> Self {
        let row = documento
            .testo
            .and_then(|file| site.graph.sources.file(file).row(*righe.start()));
        let url = (!documento.url.is_empty()).then(|| match documento.testo {
            Some(_) => address(&documento.url, &righe),
            None => documento.url.to_string(),
        });
        Self {
            documento: &documento.titolo,
            url,
            foglio: row.map(|(sheet, _)| sheet),
            riga_inizio: row.map_or(*righe.start(), |(_, row)| row),
            riga_fine: row.map_or(*righe.end(), |(_, row)| row + (righe.end() - righe.start())),
        }
    }
}

/// The anchor of the first line; the script of the page marks the others, up to the one that `fino` names.
fn address(url: &str, righe: &RangeInclusive<u32>) -> String {
    let (first, last) = (righe.start(), righe.end());
    if first == last {
        return format!("{url}#r{first}");
    }
    format!("{url}?fino={last}#r{first}")
}

/// The pages that link to an address, as editors wrote them.
fn backlinks<'g>(site: &Site<'g>, url: &str) -> Vec<Crumb<'g>> {
    let graph = site.graph;
    let of = graph.rinvii.verso(url).iter();
    of.map(|cosa| Crumb::new(cosa.titolo(graph), cosa.url(graph).to_string()))
        .collect()
}

impl<'g> Layout<'g> {
    /// A page with an address, a title, a sentence about it, and what editors write there; the breadcrumb begins at
    /// the home page.
    #[must_use]
    pub fn new(
        site: &Site<'g>,
        url: impl Into<Cow<'g, str>>,
        title: impl Into<Cow<'g, str>>,
        description: impl Into<Cow<'g, str>>,
    ) -> Self {
        let page = Self::around(site, url, title, description);
        let corpo = site.body(site.pagina(&page.url));
        Self {
            corpo: (!corpo.is_empty()).then_some(corpo),
            ..page
        }
    }

    /// The same around a view that has a place of its own for what editors write.
    #[must_use]
    pub fn around(
        site: &Site<'g>,
        url: impl Into<Cow<'g, str>>,
        title: impl Into<Cow<'g, str>>,
        description: impl Into<Cow<'g, str>>,
    ) -> Self {
        let (url, title) = (url.into(), title.into());
        let canonical = lingue::canonical(site, &url);
        let page = Self {
            jsonld: StructuredData::new(&title, &canonical),
            base: site.config.base_url.trim_end_matches('/'),
            archiviata: site.archived(&url).map(Day),
            sostituita: site.superseded(&url).map(|new| pagina::crumb(site, new)),
            canonical,
            originale: Originale::of(site, &url),
            lingue: Alternativa::all(site, &url),
            breadcrumb: Vec::new(),
            ricerca: Ricerca::of(site, &url),
            tags: Etichette::of(site, &url),
            rinvii: backlinks(site, &url),
            feed: None,
            paginazione: None,
            url,
            title,
            description: description.into(),
            kicker: None,
            lead: None,
            corpo: None,
            facts: Vec::new(),
            index: Vec::new(),
            downloads: Vec::new(),
            places: Vec::new(),
            updated: None,
        };
        let page = page.of_section(site);
        match page.url.as_ref() {
            "/" => page,
            _ => page.below(site.text("pagina.home"), "/"),
        }
    }

    /// The feed of the section that stands here, if its editors want one: whatever else makes the page.
    fn of_section(self, site: &Site<'g>) -> Self {
        match site.pagina(&self.url) {
            Some(section) if section.comuni.novita => {
                let url = format!("{}novita.xml", self.url);
                self.feed(site, site.text("pagine.novita"), url)
            }
            _ => self,
        }
    }

    /// Adds a step of the way here.
    #[must_use]
    pub fn below(mut self, title: impl Into<Cow<'g, str>>, url: impl Into<Cow<'g, str>>) -> Self {
        let crumb = Crumb::new(title, url);
        self.jsonld.step(&crumb.title, [self.base, &crumb.url].concat());
        self.breadcrumb.push(crumb);
        self
    }

    /// Says the kind of the page.
    #[must_use]
    pub fn kicker(mut self, kicker: impl Into<Cow<'g, str>>) -> Self {
        self.kicker = Some(kicker.into());
        self
    }

    /// Gives the sentence below the title.
    #[must_use]
    pub fn lead(mut self, lead: impl Into<Cow<'g, str>>) -> Self {
        self.lead = Some(lead.into());
        self
    }

    /// Adds a fact; an empty one is left out.
    #[must_use]
    pub fn fact(mut self, label: &'g str, text: impl Into<Cow<'g, str>>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.facts.push(Fact {
                label: label.into(),
                text,
                url: None,
                lingua: None,
            });
        }
        self
    }

    /// Adds a fact as a document says it, in the language of the facts; one that is not told is left out.
    #[must_use]
    pub fn fact_as_printed(mut self, site: &Site<'g>, label: &'g str, text: Option<&'g Detto<Testo>>) -> Self {
        self.facts.extend(text.map(|text| Fact {
            label: label.into(),
            text: text.value.as_str().into(),
            url: None,
            lingua: site.facts_language(),
        }));
        self
    }

    /// Adds a fact with a page about it.
    #[must_use]
    pub fn fact_with_page(
        mut self,
        label: &'g str,
        text: impl Into<Cow<'g, str>>,
        url: impl Into<Cow<'g, str>>,
    ) -> Self {
        self.facts.push(Fact {
            label: label.into(),
            text: text.into(),
            url: Some(url.into()),
            lingua: None,
        });
        self
    }

    /// Adds a section to the page index.
    #[must_use]
    pub fn section(mut self, id: &str, title: impl Into<Cow<'g, str>>) -> Self {
        self.index.push(Crumb::new(title, ["#", id].concat()));
        self
    }

    /// Adds a file with the page's data, if the build makes it.
    #[must_use]
    pub fn download(mut self, site: &Site<'g>, title: impl Into<Cow<'g, str>>, url: impl Into<String>) -> Self {
        self.downloads.extend(Download::of(site, title, url));
        self
    }

    /// Names the feed of what is new here, if the build makes it, with the words that lead to it.
    #[must_use]
    pub fn feed(mut self, site: &Site<'g>, title: &'g str, url: String) -> Self {
        if self.feed.as_ref() == Some(&url) {
            return self;
        }
        self.feed = site.files.has(&url).then(|| url.clone());
        self.download(site, title, url)
    }

    /// Says which part of the list called `list` this page is. The second and later ones stand below the first.
    #[must_use]
    pub fn paginated(mut self, site: &Site<'g>, part: &Paginazione, list: impl Into<Cow<'g, str>>) -> Self {
        if part.totale < 2 {
            return self;
        }
        if part.numero > 1 {
            let list = list.into();
            self.title = format!("{list} – {} {}", site.text("pagine.pagina"), part.numero).into();
            self = self.below(list, part.prima.clone());
        }
        self.paginazione = Some(part.clone());
        self
    }

    /// Says where the page's facts are printed.
    #[must_use]
    pub fn printed(mut self, site: &Site<'g>, origine: &'g Origine) -> Self {
        self.places.extend(Place::of(site, origine));
        self
    }

    /// Says when what the page tells last changed.
    #[must_use]
    pub fn updated(mut self, day: Option<crate::model::Giorno>) -> Self {
        self.updated = day.map(Day);
        self
    }

    /// Says what the page is about, in the words of schema.org.
    #[must_use]
    pub fn about(mut self, thing: serde_json::Value) -> Self {
        self.jsonld.add(thing);
        self
    }
}
