use schemars::JsonSchema;
use serde::Serialize;

use super::{document, years};
use crate::graph::Graph;
use crate::model::{Id, Piano};
use crate::render::site::Site;
use crate::render::view::{Crumb, Layout};

/// Every plan and project as a data bank: `piani/elenco.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ElencoView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// The plans and projects listed here.
    pub piani: Vec<PianoInElenco<'g>>,
    /// Ways to narrow the list: a page for each value.
    pub filtri: Vec<Filtro<'g>>,
    /// The page of all plans, where this page lists only some.
    pub tutti: Option<&'static str>,
}

/// A plan in the data bank.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PianoInElenco<'g> {
    /// Title and page.
    pub piano: Crumb<'g>,
    /// Kind, a word of the open data.
    pub tipo: &'static str,
    /// The body whose plan it is.
    pub ente: Option<&'g str>,
    /// Id of that body.
    pub ente_id: Option<&'g str>,
    /// Years it covers.
    pub anno: String,
    /// Objectives.
    pub obiettivi: usize,
    /// Products and projects.
    pub progetti: usize,
    /// Activities.
    pub attivita: usize,
    /// Indicators.
    pub indicatori: usize,
}

/// One way to narrow the list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Filtro<'g> {
    /// What it narrows by: `tipo`, `anno`, `ente`.
    pub nome: &'static str,
    /// Its values.
    pub valori: Vec<Valore<'g>>,
}

/// A value to narrow by.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Valore<'g> {
    /// Words and page.
    pub voce: Crumb<'g>,
    /// How many plans have it.
    pub quanti: usize,
    /// Whether this very page is narrowed by it.
    pub qui: bool,
}

/// What a page of the data bank is narrowed by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrowing {
    /// `tipo`, `anno` or `ente`.
    pub name: &'static str,
    /// The value, as a slug.
    pub value: String,
    /// The value in words.
    pub words: String,
}

impl Narrowing {
    /// Every way to narrow the plans of a graph, each value once, in the order of the plans.
    #[must_use]
    pub fn all(site: &Site<'_>) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for name in ["tipo", "anno", "ente"] {
            for narrowing in site.graph.piani.ids().filter_map(|id| Self::of(site, id, name)) {
                if !all.contains(&narrowing) {
                    all.push(narrowing);
                }
            }
        }
        all
    }

    fn of(site: &Site<'_>, id: Id<Piano>, name: &'static str) -> Option<Self> {
        let piano = &site.graph.piani[id];
        let (value, words) = match name {
            "tipo" => (
                piano.tipo.word().to_owned(),
                site.word("tipo_piano", piano.tipo.word()).to_owned(),
            ),
            "anno" => (years(piano).replace('–', "-"), years(piano)),
            _ => piano
                .ente
                .map(|ente| &site.graph.enti[ente])
                .map(|ente| (ente.id.to_string(), ente.nome.to_string()))?,
        };
        (!value.is_empty()).then_some(Self { name, value, words })
    }

    /// Address of the page that shows only the plans with this value.
    #[must_use]
    pub fn url(&self) -> String {
        format!("/piani/{}/{}/", self.name, self.value)
    }

    fn matches(&self, site: &Site<'_>, id: Id<Piano>) -> bool {
        Self::of(site, id, self.name).as_ref() == Some(self)
    }
}

/// A page of the data bank: all plans, or those with one value.
#[must_use]
pub fn elenco<'g>(site: &Site<'g>, narrowing: Option<&Narrowing>) -> ElencoView<'g> {
    let graph = site.graph;
    let shown = graph
        .piani
        .ids()
        .filter(|id| narrowing.is_none_or(|narrowing| narrowing.matches(site, *id)));
    let piani: Vec<PianoInElenco<'g>> = shown.map(|id| in_list(graph, id)).collect();
    let title = site.text("piani.titolo");
    let page = match narrowing {
        None => Layout::new(site, "/piani/", title, site.text("piani.lead")).lead(site.text("piani.lead")),
        Some(narrowing) => Layout::new(
            site,
            narrowing.url(),
            format!("{title}: {}", narrowing.words),
            site.text("piani.lead"),
        )
        .below(title, "/piani/"),
    };
    let updated = graph
        .piani
        .iter()
        .filter_map(|piano| document(site, &piano.origine)?.data)
        .max();
    ElencoView {
        page: page
            .updated(updated)
            .download(site, site.text("piani.titolo"), "/dati/piani.csv")
            .download(site, site.text("piani.titolo"), "/dati/piani.json"),
        piani,
        filtri: filters(site, narrowing),
        tutti: narrowing.map(|_| "/piani/"),
    }
}

fn in_list(graph: &Graph, id: Id<Piano>) -> PianoInElenco<'_> {
    let (piano, to) = (&graph.piani[id], &graph.relations);
    let ente = piano.ente.map(|ente| &graph.enti[ente]);
    PianoInElenco {
        piano: Crumb::new(piano.titolo.as_str(), piano.url.as_str()),
        tipo: piano.tipo.word(),
        ente: ente.map(|ente| ente.nome.as_str()),
        ente_id: ente.map(|ente| ente.id.as_str()),
        anno: years(piano),
        obiettivi: to.obiettivi_di_piano.of(id).len(),
        progetti: to.progetti_di_piano.of(id).len(),
        attivita: to.attivita_di_piano.of(id).len(),
        indicatori: to.indicatori_di_piano.of(id).len(),
    }
}

fn filters<'g>(site: &Site<'g>, here: Option<&Narrowing>) -> Vec<Filtro<'g>> {
    let all = Narrowing::all(site);
    let value = |narrowing: &Narrowing| Valore {
        quanti: site.graph.piani.ids().filter(|id| narrowing.matches(site, *id)).count(),
        qui: here == Some(narrowing),
        voce: Crumb::new(narrowing.words.clone(), narrowing.url()),
    };
    let filter = |nome: &'static str| Filtro {
        nome,
        valori: all
            .iter()
            .filter(|narrowing| narrowing.name == nome)
            .map(value)
            .collect(),
    };
    ["tipo", "anno", "ente"].into_iter().map(filter).collect()
}
