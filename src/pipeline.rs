//! The walk through the house: the function to read first is [`facts`], the second [`publish`].
//!
//! Every command takes the same walk and differs in what it does at the end of it: `build` writes the outputs, `check`
//! makes them and throws them away, `serve` keeps them in memory, `list` and `explain` only look at the facts.

mod anni;
mod attached;
mod authored;
mod copies;
mod data;
mod documents;
mod gather;
mod hands;
mod held;
mod levels;
mod memory;
mod outputs;
mod paths;
mod pictures;
mod site_data;
mod sitemap;
mod themes;
mod touched;
mod traduzioni;
mod versioni;

pub use crate::graph::{Held, Reason};
pub use documents::is_monitoring;
pub use hands::Hands;
pub use held::Show;
pub use levels::weigh;
pub use memory::Memory;
pub use outputs::Listing;
pub use touched::Touched;

use std::path::Path;
use std::sync::Arc;

use crate::config::Config;
use crate::diag::{Diagnostic, Reported};
use crate::export::Context;
use crate::graph::link::{self, Inputs};
use crate::graph::privacy::{self, Withheld};
use crate::graph::{Graph, esterni, rules};
use crate::model::{Codice, Detto, Giorno, Testo};
use crate::read::markdown::is_external;
use crate::render::Pictures;
use crate::source::{FileId, SourceMap};
use crate::write::Output;
use copies::Copied;
use themes::SiteTheme;

/// What a run is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Request<'r> {
    /// The site's folder.
    pub root: &'r Path,
    /// Path of the configuration below it, with `/`.
    pub config: &'r str,
    /// Where the site will stand, instead of what the configuration says.
    pub base_url: Option<&'r str>,
    /// The build date.
    pub date: Giorno,
    /// What is shown that would be held back.
    pub show: Show,
}

/// The site in one of its further languages.
#[derive(Debug)]
pub struct InLingua {
    /// The settings in that language.
    pub config: Config,
    /// The facts that may be published, in that language as far as they were translated.
    pub graph: Graph,
    /// What the office calls the language.
    pub name: Option<String>,
}

/// All that a site says, linked and checked.
#[derive(Debug)]
pub struct Facts {
    /// The settings.
    pub config: Config,
    /// The configuration's text; none if there is no such file.
    pub config_file: Option<FileId>,
    /// The build date.
    pub date: Giorno,
    /// The texts that all places point into.
    pub sources: Arc<SourceMap>,
    /// The facts that may be published.
    pub graph: Graph,
    /// The same facts in each further language of the site, with the words of the translations.
    pub translated: Vec<InLingua>,
    /// What must not stand in any byte of the site.
    pub withheld: Arc<Withheld>,
    /// Files that stand on the site as they are.
    copies: Vec<Copied>,
    /// The pictures that pages show.
    pictures: Pictures,
    /// What its pages are made with.
    theme: Arc<SiteTheme>,
    /// Pages that are held back, by path.
    pub held: Vec<Held>,
    /// Pages that are shown although they would be held back, by path.
    pub lifted: Vec<Held>,
    /// The files that were looked for by name, there or not: the configuration, the documents.
    pub inputs: Vec<String>,
    /// Everything found so far, as the rooms reported it.
    pub found: Vec<Diagnostic>,
}

impl Facts {
    /// The further language that an address begins with, and the address without it, as all languages have it.
    #[must_use]
    pub fn in_which_language<'a>(&self, address: &'a str) -> (Option<Codice>, &'a str) {
        let codes = self.config.languages.iter().map(|lingua| lingua.code.value);
        let below = |code: Codice| {
            let rest = address.strip_prefix('/')?.strip_prefix(code.as_str())?;
            rest.starts_with('/').then_some((Some(code), rest))
        };
        codes.filter_map(below).next().unwrap_or((None, address))
    }

    /// Every address of another site that pages lead to: in texts in all languages, in the templates of the site's own
    /// themes, in the settings; each where it is written.
    #[must_use]
    pub fn links_to_others(&self) -> Vec<Detto<Testo>> {
        let graphs = std::iter::once(&self.graph).chain(self.translated.iter().map(|version| &version.graph));
        let in_texts = graphs.flat_map(esterni::all);
        let publisher = self.config.publisher.url.iter().filter(|url| is_external(url));
        in_texts.chain(self.theme.links()).chain(publisher.cloned()).collect()
    }

    /// What tables, calendars and feeds are made from.
    #[must_use]
    pub fn context(&self) -> Context<'_> {
        Context {
            graph: &self.graph,
            withheld: &self.withheld,
            config: &self.config,
            date: self.date,
        }
    }
}

/// Inputs → sources → drafts → graph → rules → the graph that may be published.
#[must_use]
pub fn facts(request: &Request<'_>) -> Facts {
    walk(request, &mut Memory::default(), |inputs, config, memory| {
        // Nobody asks again: drafts go as they are linked.
        *memory = Memory::default();
        checked(link::link(inputs, config), rules::check)
    })
}

/// As [`facts`], but what `memory` still knows of the run before is not read again, and it knows this one afterwards.
#[must_use]
pub fn facts_again(request: &Request<'_>, memory: &mut Memory) -> Facts {
    walk(request, memory, |inputs, config, memory| {
        let linked = link::link_again(inputs, config, &mut memory.linked);
        checked(linked, |graph| rules::check_again(graph, &mut memory.checked))
    })
}

/// Adds what the rules find in a graph.
fn checked(mut linked: Reported<Graph>, check: impl FnOnce(&Graph) -> Vec<Diagnostic>) -> Reported<Graph> {
    linked.problems.extend(check(&linked.value));
    linked
}

fn walk(
    request: &Request<'_>,
    memory: &mut Memory,
    link: impl FnOnce(Inputs, &Config, &mut Memory) -> Reported<Graph>,
) -> Facts {
    let mut found = Vec::new();
    let gathered = gather::gather(request, memory).drain_into(&mut found);
    let inputs = gathered.named(request.config);
    let sources = Arc::clone(&gathered.inputs.sources);
    let held = gathered.inputs.held.clone();
    let graph = link(gathered.inputs, &gathered.config, memory).drain_into(&mut found);
    let copies = copies::all(request.root, gathered.beside, &graph, &held).drain_into(&mut found);
    let pictures = pictures::all(request.root, &graph, &copies, &mut memory.pictures).drain_into(&mut found);
    let config = &gathered.config;
    let published = privacy::publish(
        graph,
        &config.privacy,
        own_mailbox(config),
        &config.language,
        &mut memory.published,
    );
    found.extend(published.findings);
    let translated = published.translated.into_iter().zip(&gathered.config.languages);
    let translated = translated.map(|(graph, lingua)| InLingua {
        graph,
        config: gathered.config.in_language(lingua),
        name: lingua.name.clone(),
    });
    let translated = translated.collect();
    found.extend(gathered.theme.needless(&published.graph));
    found.extend(gathered.theme.missing_words().iter().cloned());
    Facts {
        config: gathered.config,
        config_file: gathered.config_file,
        date: request.date,
        sources,
        graph: published.graph,
        translated,
        withheld: published.withheld,
        copies,
        pictures,
        theme: gathered.theme,
        held,
        lifted: gathered.lifted,
        inputs,
        found,
    }
}

/// The mailbox that the site gives for its publisher.
fn own_mailbox(config: &Config) -> Option<&str> {
    config.publisher.email.as_deref()
}

/// Published graph → jobs → outputs, which `receive` gets to make, to keep or to throw away. They are not made before
/// it asks for their bytes. `None` if there is no theme to make them with.
pub fn publish<T>(facts: &Facts, receive: impl FnOnce(&[Box<dyn Output + '_>]) -> T) -> Reported<Option<T>> {
    outputs::list_with_index(facts, receive)
}

/// As [`publish`], but the search index, for which all pages have to be made, is made only if `receive` asks for it. What is
/// listed is listed by `hands`.
pub fn list<T>(facts: &Facts, hands: &impl Hands, receive: impl FnOnce(Listing<'_, '_>) -> T) -> Reported<Option<T>> {
    outputs::list(facts, hands, receive)
}
