//! Jobs become pages: what is the same on every page is made once, the rest in parallel.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;
use tera::value::Key;
use tera::{Context, Value};

use super::fingerprint::{Digest, Hasher};
use super::format::Locale;
use super::job::{Job, View};
use super::links::Links;
use super::plate::{Around, Plate, Tree};
use super::site::{Entry, Site, SiteLanguage, SiteView};
use super::template::{closure_digest, explain, names};
use super::theme::Theme;
use super::tools::Tools;
use super::{Output, minify};
use crate::diag::register::theme::MODELLO_IGNOTO;
use crate::diag::{Diagnostic, nearest};

/// Renders the jobs of one run.
#[derive(Debug)]
pub struct Press<'t> {
    theme: &'t Theme,
    site: Site<'t>,
    links: Links,
    everywhere: Everywhere,
    tools: BTreeMap<String, Arc<Tools>>,
}

/// The variables that are the same on every page, as template values; cloning one shares it.
#[derive(Debug)]
struct Everywhere {
    site: Value,
    strings: Value,
    footer: String,
    /// The header with one entry of the navigation marked, by that entry's address; the last has none marked.
    headers: Vec<(String, String)>,
    /// Site and words as plates read them.
    fixed: Tree,
    digest: Digest,
}

impl<'t> Press<'t> {
    /// Sets up the press for the pages that will be made, in one language. `feeds` are the addresses of its feeds.
    ///
    /// # Errors
    /// A mistake in the templates of header or footer; pages that ask for a template that is not there.
    pub fn new(theme: &'t Theme, site: Site<'t>, jobs: &[Job<'t>], feeds: &[String]) -> Result<Self, Vec<Diagnostic>> {
        let templates = templates(jobs);
        let unknown = unknown_templates(theme, &site, jobs, &templates);
        if !unknown.is_empty() {
            return Err(unknown);
        }
        let view = site_view(theme, &site, jobs);
        let everywhere = Everywhere::render(theme, &view).map_err(|error| explain(&error, &theme.templates))?;
        let closure = |name: &str| closure_digest(name, &theme.templates);
        let tools = theme.chest().tools(&templates, everywhere.digest, closure);
        Ok(Self {
            theme,
            links: Links::of(&site, jobs, feeds),
            site,
            everywhere,
            tools,
        })
    }

    /// The code of the language of its pages.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.site.config.language
    }

    /// What its pages may look at.
    #[must_use]
    pub fn site(&self) -> &Site<'t> {
        &self.site
    }

    /// Where a file of this language stands below `public/`: those of a further language have a folder of their own.
    #[must_use]
    pub fn placed(&self, path: String) -> String {
        match self.site.versione().map(|here| here.prefix.trim_start_matches('/')) {
            None | Some("") => path,
            Some(folder) => [folder, "/", &path].concat(),
        }
    }

    /// Builds what a page shows, once for its digest and its bytes.
    #[must_use]
    pub fn sheet<'s>(&'s self, job: &'s Job<'t>) -> Sheet<'s, 't> {
        let view = job.view(&self.site);
        Sheet {
            press: self,
            job,
            tree: view.tree(),
            view,
        }
    }

    /// The page as a plate prints it, where one does.
    fn printed(&self, job: &Job<'t>, tree: &Tree) -> Option<String> {
        let (theme, here) = (self.theme, &self.everywhere);
        let tools = self.tools.get(job.template.as_ref())?;
        let plate = tools.plate(|| Plate::cut(theme.stock(), &here.fixed, &job.template))?;
        let around = Around {
            header: here.header(&job.address),
            footer: &here.footer,
        };
        plate.print(theme.filters(), &here.fixed, tree, around)
    }

    /// The page as Tera makes it.
    fn rendered(&self, job: &Job<'t>, view: &dyn View) -> tera::TeraResult<Vec<u8>> {
        let mut context = Context::new();
        for (name, value) in view.variables()?.into_map().unwrap_or_default() {
            match name {
                Key::Str(name) => context.insert_value(name, value),
                name => context.insert_value(name.to_string(), value),
            }
        }
        self.everywhere.insert_into(&mut context, &job.address);
        let mut html = Vec::with_capacity(16 * 1024);
        self.theme.tera.render_to(&job.template, &context, &mut html)?;
        Ok(html)
    }

    /// The page without what only a reader of its source needs, where the site asks for that.
    fn minified(&self, html: &[u8]) -> Option<Vec<u8>> {
        self.site.config.delivery.minify.then(|| minify::html(html)).flatten()
    }

    /// A page that the server shows at any address cannot have relative links.
    fn links_for(&self, job: &Job<'t>) -> Links {
        if job.address == "/404.html" {
            self.links.below(&self.site)
        } else {
            self.links.clone()
        }
    }
}

/// A page whose view is built.
pub struct Sheet<'s, 't> {
    press: &'s Press<'t>,
    job: &'s Job<'t>,
    view: Box<dyn View + 't>,
    /// What the view says, laid flat.
    tree: Option<Tree>,
}

impl Sheet<'_, '_> {
    /// Says all that the page depends on: equal digest, equal bytes.
    #[must_use]
    pub fn digest(&self) -> Digest {
        let mut hasher = Hasher::default();
        hasher.update(self.job.address.as_bytes());
        hasher.update(self.press.everywhere.digest.as_bytes());
        self.press.links_for(self.job).add_to(&mut hasher);
        hasher.update(&[u8::from(self.press.site.config.delivery.minify)]);
        if let Some(tools) = self.press.tools.get(self.job.template.as_ref()) {
            hasher.update(tools.digest.as_bytes());
        }
        if let Some(tree) = &self.tree {
            tree.add_to(&mut hasher);
        }
        hasher.finish()
    }

    fn html(&self) -> tera::TeraResult<Vec<u8>> {
        let (press, job) = (self.press, self.job);
        let printed = self.tree.as_ref().and_then(|tree| press.printed(job, tree));
        let html = match printed {
            Some(html) => html.into_bytes(),
            None => press.rendered(job, self.view.as_ref())?,
        };
        let html = press.links_for(job).rewrite(html, &job.address);
        Ok(press.minified(&html).unwrap_or(html))
    }

    /// Makes the page.
    ///
    /// # Errors
    /// A mistake in a template, with its place.
    pub fn render(self) -> Result<Output, Vec<Diagnostic>> {
        let (press, job) = (self.press, self.job);
        let html = self.html();
        html.map(|bytes| Output {
            path: job.path(),
            bytes,
        })
        .map_err(|error| {
            let problems = explain(&error, &press.theme.templates).into_iter();
            let about = |problem: Diagnostic| problem.about(job.address.as_ref(), job.template.as_ref());
            problems.map(about).collect()
        })
    }
}

impl Everywhere {
    fn render(theme: &Theme, view: &SiteView<'_>) -> tera::TeraResult<Self> {
        let mut context = Context::new();
        context.insert("site", view);
        context.insert("t", &theme.strings().groups());
        let footer = theme.tera.render("parts/footer.html", &context)?;
        let mut headers = Vec::with_capacity(view.nav.len() + 1);
        for here in view.nav.iter().map(|entry| entry.url).chain([""]) {
            context.insert("here", here);
            let header = theme.tera.render("parts/header.html", &context)?;
            headers.push((here.to_owned(), header));
        }
        let mut hasher = Hasher::default();
        hasher.update(theme.digest().as_bytes());
        hasher.update(footer.as_bytes());
        let fixed = Fixed {
            site: view,
            t: theme.strings().groups(),
        };
        let fixed = Tree::of(&fixed).unwrap_or_default();
        fixed.add_to(&mut hasher);
        Ok(Self {
            fixed,
            site: context.remove("site").unwrap_or_else(Value::none),
            strings: context.remove("t").unwrap_or_else(Value::none),
            footer,
            headers,
            digest: hasher.finish(),
        })
    }

    fn insert_into(&self, context: &mut Context, address: &str) {
        context.insert_value("site", self.site.clone());
        context.insert_value("t", self.strings.clone());
        context.insert_value("footer", Value::safe_string(&self.footer));
        context.insert_value("header", Value::safe_string(self.header(address)));
    }

    /// The header of the page at an address.
    fn header(&self, address: &str) -> &str {
        let mut headers = self.headers.iter();
        let header = headers.find(|(here, _)| address.starts_with(here.as_str()));
        header.map_or("", |(_, header)| header)
    }
}

/// What is the same on every page, by the names that templates have for it.
#[derive(Serialize)]
struct Fixed<'t> {
    site: &'t SiteView<'t>,
    t: BTreeMap<&'t str, BTreeMap<&'t str, &'t str>>,
}

/// The templates that jobs ask for. Jobs of one template mostly stand together.
fn templates<'j>(jobs: &'j [Job<'_>]) -> BTreeSet<&'j str> {
    let mut names: Vec<&str> = jobs.iter().map(|job| job.template.as_ref()).collect();
    names.dedup();
    names.into_iter().collect()
}

/// The pages whose front matter asks for a template that no theme has.
fn unknown_templates(theme: &Theme, site: &Site<'_>, jobs: &[Job<'_>], templates: &BTreeSet<&str>) -> Vec<Diagnostic> {
    let unknown = |name: &str| !theme.tera.contains_template(name);
    if !templates.iter().any(|name| unknown(name)) {
        return Vec::new();
    }
    let unknown = jobs.iter().filter(|job| unknown(&job.template));
    let found = unknown.map(|job| {
        let asked = site
            .pagina(&job.address)
            .and_then(|pagina| pagina.comuni.modello.as_ref());
        let mut finding = Diagnostic::new(&MODELLO_IGNOTO)
            .with("modello", &job.template)
            .with("vicine", nearest(&job.template, names(&theme.templates)))
            .about(job.address.as_ref(), job.template.as_ref());
        finding.place = asked.map(|asked| asked.span).or(job.place);
        finding
    });
    found.collect()
}

/// The navigation holds the entries of the theme's menu that have a page.
fn site_view<'t>(theme: &'t Theme, site: &Site<'t>, jobs: &[Job<'t>]) -> SiteView<'t> {
    let config = site.config;
    SiteView {
        title: &config.title,
        description: &config.description,
        language: &config.language,
        locale: site
            .versione()
            .and_then(|here| Some(Locale::named(&here.code)?.territory())),
        facts: site.facts_language(),
        languages: languages(site),
        publisher: &config.publisher.name,
        publisher_url: config.publisher.url.as_ref().map(|url| url.value.as_str()),
        email: config.publisher.email.as_deref(),
        licence: &config.licence,
        search: jobs.iter().any(|job| job.address == "/cerca/"),
        nav: entries(theme.menu(), site, jobs),
        duties: entries(theme.duties(), site, jobs),
        data: &site.graph.dati,
        assets: theme.asset_urls(),
    }
}

fn languages(site: &Site<'_>) -> Vec<SiteLanguage> {
    let all = site.versioni().iter();
    all.map(|version| SiteLanguage {
        code: version.code.clone(),
        name: version.name.clone(),
        here: Some(version) == site.versione(),
        url: format!("/@{}/", version.code),
    })
    .collect()
}

fn entries<'t>(addresses: &'t [String], site: &Site<'t>, jobs: &[Job<'t>]) -> Vec<Entry<'t>> {
    addresses
        .iter()
        .filter(|address| jobs.iter().any(|job| job.address == **address))
        .map(|address| Entry {
            title: site.word("menu", address.trim_matches('/')),
            url: address,
        })
        .collect()
}
