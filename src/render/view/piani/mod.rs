//! Plans: the data bank, a plan, its units, strategic lines, objectives, products and projects, budget, deadlines.

mod bilancio;
mod confronto;
mod elenco;
mod linea;
mod obiettivo;
mod piano;
mod progetto;
mod scadenze;
mod unita;

pub use bilancio::{BilancioView, bilancio};
pub use confronto::{ConfrontoView, confronto};
pub use elenco::{ElencoView, Narrowing, elenco};
pub use linea::{LineaView, linea};
pub use obiettivo::{ObiettivoView, obiettivo};
pub(crate) use piano::has_budget;
pub use piano::{PianoView, piano};
pub use progetto::{ProgettoView, progetto};
pub use scadenze::ScadenzeView;
pub(crate) use scadenze::{Fini, scadenze, scadenze_del_mese};
pub use unita::{UnitaView, unita};

use std::borrow::Cow;

use chrono::Datelike as _;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Crumb, Layout};
use crate::graph::Graph;
use crate::graph::esito::Avanzamento;
use crate::model::{Documento, Euro, Fase, Giorno, Id, LineaStrategica, Obiettivo, Origine, Piano, Progetto, Unita};
use crate::render::site::Site;

/// How far a set of objectives is, where monitoring tells.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AvanzamentoView {
    /// Phases in all.
    pub fasi: u32,
    /// Phases that have ended.
    pub fasi_concluse: u32,
    /// Indicators in all.
    pub indicatori: u32,
    /// Indicators with a value reached.
    pub indicatori_misurati: u32,
    /// Indicators as expected or better.
    pub indicatori_raggiunti: u32,
}

impl AvanzamentoView {
    fn of(graph: &Graph, obiettivi: impl IntoIterator<Item = Id<Obiettivo>>) -> Option<Self> {
        let all = Avanzamento::of(graph, obiettivi);
        all.is_known().then_some(Self {
            fasi: all.fasi,
            fasi_concluse: all.fasi_concluse,
            indicatori: all.indicatori,
            indicatori_misurati: all.indicatori_misurati,
            indicatori_raggiunti: all.indicatori_raggiunti,
        })
    }
}

/// An objective or product in a list: title, page and what it counts.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Voce<'g> {
    /// Title.
    pub titolo: &'g str,
    /// Page.
    pub url: &'g str,
    /// Code, where printed.
    pub codice: Option<&'g str>,
    /// Kind, a word of the open data.
    pub tipo: &'static str,
    /// Phases.
    pub fasi: usize,
    /// Indicators.
    pub indicatori: usize,
    /// Budget that the summary announces, decimal.
    pub budget: Option<String>,
}

impl<'g> Voce<'g> {
    fn of_objective(graph: &'g Graph, id: Id<Obiettivo>) -> Self {
        let (obiettivo, to) = (&graph.obiettivi[id], &graph.relations);
        Self {
            titolo: &obiettivo.titolo,
            url: &obiettivo.url,
            codice: obiettivo.codice.as_ref().map(|text| text.as_str()),
            tipo: obiettivo.tipo.word(),
            fasi: to.fasi_di_obiettivo.of(id).len(),
            indicatori: to.indicatori_di_obiettivo.of(id).len(),
            budget: None,
        }
    }

    fn of_product(graph: &'g Graph, id: Id<Progetto>) -> Self {
        let (progetto, to) = (&graph.progetti[id], &graph.relations);
        let obiettivi = to.obiettivi_di_progetto.of(id);
        Self {
            titolo: &progetto.titolo,
            url: &progetto.url,
            codice: Some(&progetto.codice),
            tipo: progetto.tipo.word(),
            fasi: to.fasi_di_progetto.of(id).len(),
            indicatori: obiettivi
                .iter()
                .map(|obiettivo| to.indicatori_di_obiettivo.of(*obiettivo).len())
                .sum(),
            budget: progetto.budget.as_ref().map(|amount| amount.value.to_string()),
        }
    }
}

/// The document that a fact was read from.
fn document<'g>(site: &Site<'g>, origine: &Origine) -> Option<&'g Documento> {
    site.graph.documento(origine).map(|id| &site.graph.documenti[id])
}

/// The years that a plan covers: `2024`, `2020–2023`.
fn years(piano: &Piano) -> String {
    let year = |day: &Option<crate::model::Detto<Giorno>>| day.as_ref().map(|day| day.value.year());
    match (year(&piano.inizio), year(&piano.fine)) {
        (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
        (Some(only), _) | (None, Some(only)) => only.to_string(),
        (None, None) => String::new(),
    }
}

/// A page below a plan: breadcrumb, date, place and data are what they are for all of them.
fn below_plan<'g>(
    site: &Site<'g>,
    id: Id<Piano>,
    url: impl Into<Cow<'g, str>>,
    title: impl Into<Cow<'g, str>>,
    description: impl Into<Cow<'g, str>>,
) -> Layout<'g> {
    let piano = &site.graph.piani[id];
    Layout::new(site, url, title, description)
        .below(site.text("menu.piani"), "/piani/")
        .below(piano.titolo.as_str(), piano.url.as_str())
        .updated(document(site, &piano.origine).and_then(|documento| documento.data))
}

/// The data of a page, beside the page.
fn page_data<'g>(site: &Site<'g>, page: Layout<'g>) -> Layout<'g> {
    let url = format!("{}dati.json", page.url);
    page.download(site, site.text("pagina.dati_json"), url)
}

/// The units from the topmost down to this one.
fn chain_of_units(graph: &Graph, id: Id<Unita>) -> Vec<Id<Unita>> {
    let above = std::iter::successors(Some(id), |unit| graph.unita[*unit].superiore);
    let mut chain: Vec<Id<Unita>> = above.take(graph.unita.len()).collect();
    chain.reverse();
    chain
}

/// The strategic lines from the topmost down to this one.
fn chain_of_lines(graph: &Graph, id: Id<LineaStrategica>) -> Vec<Id<LineaStrategica>> {
    let above = std::iter::successors(Some(id), |line| graph.linee_strategiche[*line].superiore);
    let mut chain: Vec<Id<LineaStrategica>> = above.take(graph.linee_strategiche.len()).collect();
    chain.reverse();
    chain
}

/// A strategic line as pages name it: code and title.
fn line_name(linea: &LineaStrategica) -> Cow<'_, str> {
    match &linea.codice {
        Some(codice) => Cow::Owned(format!("{} – {}", codice.value, linea.titolo.value)),
        None => Cow::Borrowed(&linea.titolo),
    }
}

/// Links to the lines from the topmost down to this one.
fn line_crumbs(graph: &Graph, id: Option<Id<LineaStrategica>>) -> Vec<Crumb<'_>> {
    let chain = id.map(|id| chain_of_lines(graph, id)).unwrap_or_default();
    let lines = chain.into_iter().map(|line| &graph.linee_strategiche[line]);
    lines
        .map(|line| Crumb::new(line_name(line), line.url.as_str()))
        .collect()
}

/// The unit and all units below it, the unit first.
fn with_units_below(graph: &Graph, id: Id<Unita>) -> Vec<Id<Unita>> {
    let mut all = vec![id];
    let mut at = 0;
    while at < all.len() && all.len() <= graph.unita.len() {
        all.extend_from_slice(graph.relations.unita_sotto.of(all[at]));
        at += 1;
    }
    all
}

/// Every phase that belongs to an objective.
fn phases(graph: &Graph, id: Id<Obiettivo>) -> Vec<&Fase> {
    let phases = graph.relations.fasi_di_obiettivo.of(id).iter();
    phases.map(|fase| &graph.fasi[*fase]).collect()
}

/// A sum of amounts, decimal; none where there is no amount at all.
fn sum(amounts: impl Iterator<Item = Euro>) -> Option<Euro> {
    amounts.reduce(|a, b| Euro(a.0 + b.0))
}
