//! The site once in each of its languages: the same pages, made from the graph of that language.

use std::sync::Arc;

use super::data::Data;
use super::{Facts, InLingua};
use crate::config::Config;
use crate::graph::Graph;
use crate::render::plan::{aliases, plan};
use crate::render::{Job, Site, Theme, Versione};

/// The pages of the site in one language, listed.
pub(super) struct Planned<'p> {
    pub(super) theme: &'p Theme,
    pub(super) site: Site<'p>,
    pub(super) jobs: Vec<Job<'p>>,
    /// Addresses of the feeds of a further language.
    pub(super) feeds: Vec<String>,
}

/// What the pages of one language are made from.
struct Stuff<'p> {
    theme: &'p Theme,
    config: &'p Config,
    graph: &'p Graph,
    name: Option<&'p String>,
    data: &'p Data<'p>,
}

/// The pages of all languages, the site's own first. `data` are the files beside those, `feeds` those of the others.
pub(super) fn plan_all<'p>(
    facts: &'p Facts,
    themes: &'p [Theme],
    data: &'p Data<'p>,
    feeds: &'p [Data<'p>],
) -> Vec<Planned<'p>> {
    let own = (&facts.config, &facts.graph, None);
    let further = |version: &'p InLingua| (&version.config, &version.graph, version.name.as_ref());
    let versions = std::iter::once(own).chain(facts.translated.iter().map(further));
    let stuff = versions.zip(themes).zip(std::iter::once(data).chain(feeds));
    let stuff = stuff.map(|(((config, graph, name), theme), data)| Stuff {
        theme,
        config,
        graph,
        name,
        data,
    });
    let stuff: Vec<Stuff<'p>> = stuff.collect();
    let listed: Vec<(Site<'p>, Vec<Job<'p>>)> = stuff.iter().map(|stuff| listed(facts, stuff)).collect();
    let versioni = versioni(&stuff, &listed);
    let all = stuff.iter().zip(listed).enumerate();
    let planned = all.map(|(qui, (stuff, (site, mut jobs)))| {
        if qui == 0 {
            jobs.extend(aliases(&site));
        }
        Planned {
            theme: stuff.theme,
            site: site.among(&versioni, qui),
            jobs,
            feeds: stuff.data.feeds(),
        }
    });
    planned.collect()
}

fn listed<'p>(facts: &'p Facts, stuff: &Stuff<'p>) -> (Site<'p>, Vec<Job<'p>>) {
    let strings = stuff.theme.strings();
    let site = Site::new(
        stuff.graph,
        &facts.withheld,
        stuff.config,
        strings,
        facts.date,
        stuff.data,
    );
    let site = site.speaking(stuff.theme.tongue());
    let jobs = plan(&site);
    (site, jobs)
}

/// What the pages of each language must know of the others; nothing where there is but one.
fn versioni(stuff: &[Stuff<'_>], listed: &[(Site<'_>, Vec<Job<'_>>)]) -> Arc<[Versione]> {
    if stuff.len() < 2 {
        return Arc::default();
    }
    let all = stuff.iter().zip(listed);
    all.map(|(stuff, (_, jobs))| Versione::of(stuff.config, stuff.graph, jobs, stuff.name))
        .collect()
}
