use schemars::JsonSchema;
use serde::Serialize;

use super::progetto::amounts;
use super::{below_plan, sum};
use crate::graph::Graph;
use crate::model::{Direzione, Euro, Id, Piano, Progetto, Unita, VoceBilancio};
use crate::render::picture::amount_bar;
use crate::render::site::Site;
use crate::render::view::{Crumb, Layout};

/// The budget of a plan: `piani/bilancio.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BilancioView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// A table for each unit that has products.
    pub centri: Vec<Centro<'g>>,
    /// Expenditure of the whole plan, decimal.
    pub spese: String,
    /// Revenue of the whole plan, decimal.
    pub entrate: String,
}

/// A unit with the money of its products and projects.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Centro<'g> {
    /// Name and page.
    pub unita: Crumb<'g>,
    /// Anchor in the page.
    pub id: &'g str,
    /// Its products and projects, in source order.
    pub righe: Vec<RigaBilancio<'g>>,
    /// Sum of the announced budgets, decimal.
    pub budget: String,
    /// Sum of the revenue lines, decimal.
    pub entrate: String,
    /// Sum of the expenditure lines, decimal.
    pub spese: String,
    /// Its share of the plan's expenditure as a bar, SVG.
    pub disegno: String,
}

/// A product or project with its money.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RigaBilancio<'g> {
    /// Title and page.
    pub progetto: Crumb<'g>,
    /// Code.
    pub codice: &'g str,
    /// Announced budget, decimal.
    pub budget: Option<String>,
    /// Announced share of the centre's means, decimal.
    pub percentuale: Option<String>,
    /// Sum of its revenue lines, decimal.
    pub entrate: Option<String>,
    /// Sum of its expenditure lines, decimal.
    pub spese: Option<String>,
    /// Its expenditure as a bar, SVG.
    pub disegno: String,
}

/// The money of one product: announced, in, out.
struct Money {
    budget: Option<Euro>,
    entrate: Option<Euro>,
    spese: Option<Euro>,
}

impl Money {
    fn of(graph: &Graph, id: Id<Progetto>) -> Self {
        let lines: Vec<&VoceBilancio> = graph
            .relations
            .bilancio_di_progetto
            .of(id)
            .iter()
            .map(|line| &graph.bilancio[*line])
            .collect();
        Self {
            budget: graph.progetti[id].budget.as_ref().map(|amount| amount.value),
            entrate: sum(amounts(&lines, Direzione::Entrata)),
            spese: sum(amounts(&lines, Direzione::Spesa)),
        }
    }

    /// What it costs: its expenditure lines, else what the summary announces.
    fn cost(&self) -> Euro {
        self.spese.or(self.budget).unwrap_or_default()
    }
}

/// The budget page of a plan.
#[must_use]
pub fn bilancio<'g>(site: &Site<'g>, id: Id<Piano>, url: String) -> BilancioView<'g> {
    let (graph, to) = (site.graph, &site.graph.relations);
    let products = to.progetti_di_piano.of(id).iter().map(|of| Money::of(graph, *of));
    let all: Vec<Money> = products.collect();
    let whole: Euro = all.iter().map(Money::cost).sum();
    let units = to.unita_di_piano.of(id).iter();
    let title = site.text("piani.bilancio");
    BilancioView {
        page: below_plan(site, id, url, title, site.text("piani.bilancio_lead"))
            .kicker(graph.piani[id].titolo.as_str())
            .lead(site.text("piani.bilancio_lead")),
        centri: units.filter_map(|unit| centro(site, *unit, whole)).collect(),
        spese: all.iter().filter_map(|money| money.spese).sum::<Euro>().to_string(),
        entrate: all.iter().filter_map(|money| money.entrate).sum::<Euro>().to_string(),
    }
}

fn centro<'g>(site: &Site<'g>, id: Id<Unita>, whole: Euro) -> Option<Centro<'g>> {
    let graph = site.graph;
    let unita = &graph.unita[id];
    let products = graph.relations.progetti_di_unita.of(id);
    if products.is_empty() {
        return None;
    }
    let money: Vec<Money> = products.iter().map(|of| Money::of(graph, *of)).collect();
    let largest = money.iter().map(Money::cost).max().unwrap_or_default();
    let total = |pick: fn(&Money) -> Option<Euro>| money.iter().filter_map(pick).sum::<Euro>().to_string();
    let rows = products
        .iter()
        .zip(&money)
        .map(|(of, money)| riga(graph, *of, money, largest));
    Some(Centro {
        unita: Crumb::new(unita.nome.as_str(), unita.url.as_str()),
        id: unita.id.as_str(),
        righe: rows.collect(),
        budget: total(|money| money.budget),
        entrate: total(|money| money.entrate),
        spese: total(|money| money.spese),
        disegno: amount_bar(money.iter().map(Money::cost).sum(), whole),
    })
}

fn riga<'g>(graph: &'g Graph, id: Id<Progetto>, money: &Money, largest: Euro) -> RigaBilancio<'g> {
    let progetto = &graph.progetti[id];
    let decimal = |amount: Option<Euro>| amount.map(|amount| amount.to_string());
    RigaBilancio {
        progetto: Crumb::new(progetto.titolo.as_str(), progetto.url.as_str()),
        codice: &progetto.codice,
        budget: decimal(money.budget),
        percentuale: progetto.percentuale.as_ref().map(|share| share.value.to_string()),
        entrate: decimal(money.entrate),
        spese: decimal(money.spese),
        disegno: amount_bar(money.cost(), largest),
    }
}
