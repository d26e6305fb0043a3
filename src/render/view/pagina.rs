//! Pages from an editor’s Markdown, and the pages every site has.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use super::{Crumb, Day, Layout, Paginazione};
use crate::graph::{Cosa, Nodo};
use crate::model::{Id, Pagina, Testo};
use crate::render::Corpo;
use crate::render::markdown;
use crate::render::site::Site;

/// How many pages a section lists at a time, unless `paginate_by` says otherwise.
pub const PER_PAGE: usize = 100;

/// How long the words about a page are that nobody wrote a summary for, in characters.
const SUMMARY: usize = 200;

/// The line that ends the summary of a text.
const MORE: &str = "<!-- more -->";

/// A page or section that an editor wrote in Markdown: `pagina.html`, `sezione.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PaginaView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// The text, Markdown; empty on the second and later pages of a section.
    pub corpo: Corpo<'g>,
    /// Every heading of the text, in order.
    pub titoli: Vec<Titolo>,
    /// Free keys of the front matter; a block gives a block.
    pub extra: Map<String, Value>,
    /// Sections right below this one.
    pub sezioni: Vec<Crumb<'g>>,
    /// Pages of this section, as many as stand on one page.
    pub voci: Vec<VoceSezione<'g>>,
    /// The page before in its section.
    pub precedente: Option<Crumb<'g>>,
    /// The next page in its section.
    pub successiva: Option<Crumb<'g>>,
}

/// A heading of a text.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Titolo {
    /// Level, from 2.
    pub livello: usize,
    /// Its words.
    pub titolo: String,
    /// Its anchor in the page: `#costi`.
    pub url: String,
}

/// A page in the list of its section.
#[derive(Debug, Serialize, JsonSchema)]
pub struct VoceSezione<'g> {
    /// Title and address.
    pub pagina: Crumb<'g>,
    /// Day of the content, `date`.
    pub data: Option<Day>,
    /// What it belongs to: the plan of an objective.
    pub contesto: Option<&'g str>,
    /// A few words about it: the text above `<!-- more -->`, else `description`, else how the text begins.
    pub sommario: String,
}

/// A page with nothing of its own but its layout: `404.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PlainView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
}

/// What a page is called: its title, or the words of its address.
#[must_use]
pub fn title(pagina: &Pagina) -> &str {
    match &pagina.comuni.titolo {
        Some(title) => title,
        None => pagina.percorso.trim_end_matches("/_index.md").trim_end_matches(".md"),
    }
}

/// The page of an editor's Markdown file; of a section, one page of its list.
#[must_use]
pub fn pagina<'g>(site: &Site<'g>, id: Id<Pagina>, paginazione: &Paginazione) -> PaginaView<'g> {
    let (graph, pagina) = (site.graph, &site.graph.pagine[id]);
    let nodo = graph.albero.nodo(id);
    let [before, next] = graph.albero.vicine(id);
    let corpo = match paginazione.numero {
        1 => site.body(Some(pagina)),
        _ => Corpo::default(),
    };
    let titoli = titoli(&corpo);
    let sezioni = nodo.filter(|_| paginazione.numero == 1);
    let sezioni = sezioni.map_or(&[][..], |nodo| &nodo.sezioni);
    let voci = nodo.and_then(|nodo| nodo.pagine.get(paginazione.cose.clone()));
    PaginaView {
        page: layout(site, id, paginazione, &titoli),
        titoli,
        corpo,
        extra: extra(&pagina.comuni.extra),
        sezioni: sezioni.iter().map(|section| crumb(site, *section)).collect(),
        voci: voci.unwrap_or_default().iter().map(|page| voce(site, *page)).collect(),
        precedente: before.map(|page| crumb(site, page)),
        successiva: next.map(|page| crumb(site, page)),
    }
}

/// The table of contents of a text.
fn titoli(corpo: &str) -> Vec<Titolo> {
    let headings = markdown::headings(corpo, 2).into_iter();
    let titles = headings.map(|heading| Titolo {
        livello: heading.level,
        titolo: heading.text,
        url: format!("#{}", heading.id),
    });
    titles.collect()
}

fn layout<'g>(site: &Site<'g>, id: Id<Pagina>, paginazione: &Paginazione, titoli: &[Titolo]) -> Layout<'g> {
    let (graph, pagina) = (site.graph, &site.graph.pagine[id]);
    let described = pagina.comuni.descrizione.as_ref().map(|text| text.value.as_str());
    let description = described.map_or_else(|| Cow::Owned(sommario(site, id)), Cow::Borrowed);
    let mut page = Layout::around(site, paginazione.url.clone(), title(pagina), description);
    for section in graph.albero.sopra(id) {
        page = page.below(title(&graph.pagine[section]), graph.albero.url(section));
    }
    if let (Some(lead), 1) = (described, paginazione.numero) {
        page = page.lead(lead);
    }
    let topmost = titoli.iter().filter(|titolo| titolo.livello == 2);
    page.index
        .extend(topmost.map(|titolo| Crumb::new(titolo.titolo.clone(), titolo.url.clone())));
    if pagina.comuni.novita {
        let url = format!("{}novita.xml", paginazione.prima);
        page = page.feed(site, site.text("pagine.novita"), url);
    }
    page.updated(pagina.comuni.giorno())
        .paginated(site, paginazione, title(pagina))
}

/// A file's page with its words.
pub(super) fn crumb<'g>(site: &Site<'g>, id: Id<Pagina>) -> Crumb<'g> {
    let graph = site.graph;
    match graph.albero.nodo(id).map(|nodo| nodo.cosa) {
        None | Some(Cosa::Pagina(_)) => Crumb::new(title(&graph.pagine[id]), graph.albero.url(id)),
        Some(cosa) => Crumb::new(cosa.titolo(graph), graph.albero.url(id)),
    }
}

fn voce<'g>(site: &Site<'g>, id: Id<Pagina>) -> VoceSezione<'g> {
    let graph = site.graph;
    let contesto = |nodo: &'g Nodo| nodo.cosa.contesto(graph);
    VoceSezione {
        pagina: crumb(site, id),
        data: graph.pagine[id].comuni.data.map(|day| Day(day.value)),
        contesto: graph.albero.nodo(id).and_then(contesto),
        sommario: sommario(site, id),
    }
}

/// A few words about a page, without marks.
fn sommario(site: &Site<'_>, id: Id<Pagina>) -> String {
    let (graph, pagina) = (site.graph, &site.graph.pagine[id]);
    let body = site.body(Some(pagina));
    let above = body.split_once(MORE).map(|(above, _)| above);
    if let Some(above) = above.or(pagina.comuni.descrizione.as_ref().map(|text| text.value.as_str())) {
        return markdown::summary(above, above.len());
    }
    let of_thing = || graph.albero.nodo(id)?.cosa.descrizione(graph);
    match body.is_empty() {
        true => markdown::summary(first_paragraph(of_thing().unwrap_or_default()), SUMMARY),
        false => markdown::summary(first_paragraph(&body), SUMMARY),
    }
}

/// The first stretch of a text that is neither heading nor picture, table or component.
fn first_paragraph(text: &str) -> &str {
    let mut parts = text.split("\n\n").map(str::trim);
    let is_words = |part: &&str| !part.is_empty() && !part.starts_with(['#', '!', '|', ':', '<']);
    parts.find(is_words).unwrap_or_default()
}

/// Free keys as the front matter nests them: `colori.sfondo` stands in the block `colori`.
fn extra(keys: &[(Testo, Testo)]) -> Map<String, Value> {
    let mut whole = Map::new();
    for (key, text) in keys {
        insert(&mut whole, key, text);
    }
    whole
}

fn insert(block: &mut Map<String, Value>, key: &str, text: &str) {
    match key.split_once('.') {
        None => drop(block.insert(key.to_owned(), text.into())),
        Some((first, rest)) => {
            let below = block.entry(first).or_insert_with(|| Map::new().into());
            if let Value::Object(below) = below {
                insert(below, rest, text);
            }
        }
    }
}

/// The page shown where there is none.
#[must_use]
pub fn not_found<'g>(site: &Site<'g>) -> PlainView<'g> {
    let title = site.text("servizio.non_trovata");
    PlainView {
        page: Layout::around(site, "/404.html", title, site.text("servizio.non_trovata_lead")),
    }
}
