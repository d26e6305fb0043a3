//! Room 5a: the graph becomes open data, calendars and feeds.
//!
//! One list of tables and columns ([`tables`]) feeds every form the data take: CSV, JSON, the data package, the graph
//! of `grafo.json` and the data of a single page. A column is written once and stands everywhere.
//!
//! [`plan`] lists the files to make, [`Export::render`] makes one; both see only the published graph.

mod calendar;
mod cell;
mod documento;
mod feed;
mod network;
mod news;
mod package;
mod page_data;
mod rows;
mod section;
mod stretches;
mod table;
pub mod tables;
mod topic;

use std::io::Write;

use anyhow::Result;

pub use crate::read::plain_text;
pub use calendar::Feed;
pub use cell::Cell;
pub use feed::{Address, Entry, sitemap};
pub use package::licence_address;
pub use page_data::Subject;
pub use table::{Column, Heading, Kind, RowInfo, Table};

use crate::config::Config;
use crate::graph::Graph;
use crate::graph::privacy::Withheld;
use crate::model::{Documento, Giorno, Id, Pagina};

/// Address of the feed of all that is new.
const FEED: &str = "/feed.xml";

/// What every file is made from.
#[derive(Clone, Copy, Debug)]
pub struct Context<'g> {
    /// The published graph.
    pub graph: &'g Graph,
    /// What must be taken out of texts that are cut from the sources.
    pub withheld: &'g Withheld,
    /// The site's settings.
    pub config: &'g Config,
    /// The build date: an input of the run, never the clock.
    pub date: Giorno,
}

impl Context<'_> {
    /// A site address with the base address before it.
    #[must_use]
    pub fn absolute(&self, url: &str) -> String {
        self.absolute_parts(url).concat()
    }

    /// The two parts of it.
    fn absolute_parts<'a>(&'a self, url: &'a str) -> [&'a str; 2] {
        [self.config.base_url.trim_end_matches('/'), url]
    }

    /// The host part of the base address, for ids that must be unique in the world.
    fn host(&self) -> &str {
        let address = &self.config.base_url;
        let rest = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
        rest.split(['/', ':']).next().unwrap_or("localhost")
    }
}

/// A file of data that the build writes.
#[derive(Clone)]
pub enum Export {
    /// A table as CSV.
    Csv(&'static dyn Table),
    /// A table as JSON.
    Json(&'static dyn Table),
    /// `dati/datapackage.json`.
    Package,
    /// `dati/grafo.json`.
    Network,
    /// The data of one page.
    PageData(Subject),
    /// A calendar.
    Calendar(Feed),
    /// A source document, as far as it may be published.
    Document(Id<Documento>),
    /// What is new, `feed.xml`.
    News,
    /// `robots.txt`.
    Robots,
    /// What is new under a term: indexes of the taxonomy and of the term in it.
    Topic(usize, usize),
    /// What is new in a section.
    Section(Id<Pagina>),
}

/// Every file of data, in a fixed order.
#[must_use]
pub fn plan(context: &Context<'_>) -> Vec<Export> {
    let tables = tables::TABLES
        .into_iter()
        .flat_map(|table| [Export::Csv(table), Export::Json(table)]);
    let pages = Subject::all(context.graph).map(Export::PageData);
    let calendars = Feed::all(context).into_iter().map(Export::Calendar);
    let documents = documento::all(context.graph).map(Export::Document);
    tables
        .chain([Export::Package, Export::Network])
        .chain(pages)
        .chain(calendars)
        .chain(documents)
        .chain([Export::News, Export::Robots])
        .chain(topics(context.graph))
        .chain(section::all(context.graph).map(Export::Section))
        .collect()
}

/// The files that stand once in each language: what is new, in the words of that language. All others hold facts, which
/// are the same in all.
#[must_use]
pub fn feeds(context: &Context<'_>) -> Vec<Export> {
    let sections = section::all(context.graph).map(Export::Section);
    let all = std::iter::once(Export::News)
        .chain(topics(context.graph))
        .chain(sections);
    all.collect()
}

/// The terms of the taxonomies that want feeds.
fn topics(graph: &Graph) -> impl Iterator<Item = Export> {
    let taxonomies = graph
        .tassonomie
        .iter()
        .enumerate()
        .filter(|(_, taxonomy)| taxonomy.novita);
    taxonomies.flat_map(|(at, taxonomy)| (0..taxonomy.termini.len()).map(move |term| Export::Topic(at, term)))
}

/// An address without the `/` that it begins with.
fn below_root(address: &str) -> &str {
    address.trim_start_matches('/')
}

impl Export {
    /// Path below the output folder, with `/`, without one at its start.
    #[must_use]
    pub fn path(&self, context: &Context<'_>) -> String {
        let path = match self {
            Export::PageData(subject) => return [below_root(subject.url(context.graph)), "dati.json"].concat(),
            Export::Csv(table) => format!("dati/{}.csv", table.name()),
            Export::Json(table) => format!("dati/{}.json", table.name()),
            Export::Package => "dati/datapackage.json".to_owned(),
            Export::Network => "dati/grafo.json".to_owned(),
            Export::Calendar(feed) => feed.path(context),
            Export::Document(id) => context.graph.documenti[*id].download().unwrap_or_default(),
            Export::News => FEED.to_owned(),
            Export::Robots => "robots.txt".to_owned(),
            Export::Topic(taxonomy, term) => topic::url(context.graph, *taxonomy, *term),
            Export::Section(section) => section::url(context.graph, *section),
        };
        below_root(&path).to_owned()
    }

    /// Writes the file, piece by piece where it may be long.
    ///
    /// # Errors
    /// When a library that writes the format refuses a value, or `out` refuses bytes.
    pub fn render(&self, context: &Context<'_>, out: &mut dyn Write) -> Result<()> {
        let whole = match self {
            Export::Csv(table) => return rows::csv(*table, context.graph, out),
            Export::Json(table) => return rows::json(*table, context.graph, out),
            Export::Network => return network::network(context, out),
            Export::PageData(subject) => return page_data::page_data(*subject, context.graph, out),
            Export::Calendar(feed) => return calendar::calendar(feed, context, out),
            Export::Package => package::package(context)?,
            Export::Document(id) => documento::file(*id, context),
            Export::News => feed::atom(context, FEED, &context.config.title, &news::news(context))?,
            Export::Robots => feed::robots(context),
            Export::Topic(taxonomy, term) => topic::topic(context, *taxonomy, *term)?,
            Export::Section(section) => section::section(context, *section)?,
        };
        Ok(out.write_all(&whole)?)
    }
}
