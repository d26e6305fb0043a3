use schemars::JsonSchema;
use serde::Serialize;

use super::{AvanzamentoView, Voce, below_plan, chain_of_units, page_data, phases, sum, with_units_below};
use crate::model::{Id, Obiettivo, Progetto, Unita};
use crate::render::site::Site;
use crate::render::view::parti::{Gantt, Riga};
use crate::render::view::{Crumb, Layout};

/// A unit of a plan: `piani/unita.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct UnitaView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// Units right below, with how many objectives they have.
    pub unita: Vec<Ramo<'g>>,
    /// Its own objectives that belong to none of its products.
    pub obiettivi: Vec<Voce<'g>>,
    /// Its products and projects.
    pub progetti: Vec<Voce<'g>>,
    /// A row for each objective of the unit and those below.
    pub gantt: Option<Gantt<'g>>,
    /// How far they are.
    pub avanzamento: Option<AvanzamentoView>,
}

/// A unit in a list or tree.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Ramo<'g> {
    /// Name and page.
    pub unita: Crumb<'g>,
    /// Code, as printed.
    pub codice: &'g str,
    /// Head.
    pub responsabile: Option<&'g str>,
    /// Objectives of the unit and those below.
    pub totale: usize,
    /// Its own objectives.
    pub obiettivi: Vec<Voce<'g>>,
    /// Its products and projects.
    pub progetti: Vec<Voce<'g>>,
    /// Units right below.
    pub sotto: Vec<Ramo<'g>>,
}

impl<'g> Ramo<'g> {
    /// The unit with the tree of units below, and the objectives only where they are few enough for one page.
    pub(super) fn within(site: &Site<'g>, id: Id<Unita>, objectives_of_page: usize) -> Self {
        let whole = Self::of(site, id);
        if objectives_of_page <= LISTED {
            whole
        } else {
            whole.units_only()
        }
    }

    fn units_only(self) -> Self {
        Self {
            obiettivi: Vec::new(),
            progetti: Vec::new(),
            sotto: self.sotto.into_iter().map(Self::units_only).collect(),
            ..self
        }
    }

    /// The unit with its whole tree below.
    fn of(site: &Site<'g>, id: Id<Unita>) -> Self {
        let (graph, to) = (site.graph, &site.graph.relations);
        let unita = &graph.unita[id];
        Self {
            unita: Crumb::new(unita.nome.as_str(), unita.url.as_str()),
            codice: &unita.codice,
            responsabile: unita.responsabile.as_ref().map(|head| head.as_str()),
            totale: objectives_of(site, id).len(),
            obiettivi: loose_objectives(site, id),
            progetti: to
                .progetti_di_unita
                .of(id)
                .iter()
                .map(|of| Voce::of_product(graph, *of))
                .collect(),
            sotto: to
                .unita_sotto
                .of(id)
                .iter()
                .map(|below| Self::of(site, *below))
                .collect(),
        }
    }
}

/// Objectives of the unit that belong to none of its products; those of a product are listed with it.
fn loose_objectives<'g>(site: &Site<'g>, id: Id<Unita>) -> Vec<Voce<'g>> {
    let graph = site.graph;
    let own = graph.relations.obiettivi_di_unita.of(id).iter();
    let is_ours = |product: Id<Progetto>| graph.progetti[product].unita == Some(id);
    let loose = own.filter(|of| !graph.obiettivi[**of].progetto.is_some_and(is_ours));
    loose.map(|of| Voce::of_objective(graph, *of)).collect()
}

/// Objectives of the unit and all units below.
fn objectives_of(site: &Site<'_>, id: Id<Unita>) -> Vec<Id<Obiettivo>> {
    let graph = site.graph;
    let units = with_units_below(graph, id).into_iter();
    units
        .flat_map(|unit| graph.relations.obiettivi_di_unita.of(unit).iter().copied())
        .collect()
}

/// A page lists up to so many objectives below its units; beyond, the units' own pages do.
const LISTED: usize = 500;

/// More objectives than this are drawn unit by unit, or the chart would be a list of its own.
const ROWS: usize = 150;

/// The timing of some objectives: a row for each, or for each of these units where there are too many.
pub(super) fn timing<'g>(
    site: &Site<'g>,
    objectives: &[Id<Obiettivo>],
    units: impl Iterator<Item = Id<Unita>>,
) -> Option<Gantt<'g>> {
    if objectives.len() <= ROWS {
        Gantt::draw(site, objective_rows(site, objectives.iter().copied()))
    } else {
        Gantt::draw(site, units.map(|unit| unit_row(site, unit)).collect())
    }
}

/// A Gantt row for a unit: from the first day of its objectives' phases to the last.
fn unit_row<'g>(site: &Site<'g>, id: Id<Unita>) -> Riga<'g> {
    let unita = &site.graph.unita[id];
    let fasi = objectives_of(site, id)
        .into_iter()
        .flat_map(|of| phases(site.graph, of));
    Riga::of_all(&unita.nome, &unita.url, &fasi.collect::<Vec<_>>())
}

/// A Gantt row for each of these objectives that has phases.
fn objective_rows<'g>(site: &Site<'g>, ids: impl Iterator<Item = Id<Obiettivo>>) -> Vec<Riga<'g>> {
    let graph = site.graph;
    let dated = ids
        .map(|id| (&graph.obiettivi[id], phases(graph, id)))
        .filter(|(_, fasi)| !fasi.is_empty());
    dated
        .map(|(obiettivo, fasi)| Riga::of_all(&obiettivo.titolo, &obiettivo.url, &fasi))
        .collect()
}

/// The page of a unit.
#[must_use]
pub fn unita<'g>(site: &Site<'g>, id: Id<Unita>) -> UnitaView<'g> {
    let tree = Ramo::of(site, id);
    let all = objectives_of(site, id);
    UnitaView {
        page: layout(site, id, &tree),
        gantt: timing(site, &all, site.graph.relations.unita_sotto.of(id).iter().copied()),
        avanzamento: AvanzamentoView::of(site.graph, all),
        unita: tree.sotto,
        obiettivi: tree.obiettivi,
        progetti: tree.progetti,
    }
}

fn layout<'g>(site: &Site<'g>, id: Id<Unita>, tree: &Ramo<'g>) -> Layout<'g> {
    let graph = site.graph;
    let unita = &graph.unita[id];
    let kind = site.word("tipo_unita", unita.tipo.word());
    let mut page = below_plan(site, unita.piano, unita.url.as_str(), unita.nome.as_str(), kind);
    for above in chain_of_units(graph, id).into_iter().filter(|above| *above != id) {
        page = page.below(graph.unita[above].nome.as_str(), graph.unita[above].url.as_str());
    }
    let head = tree.responsabile.unwrap_or(site.text("piani.non_indicato"));
    let budget = sum(graph
        .relations
        .progetti_di_unita
        .of(id)
        .iter()
        .filter_map(|of| graph.progetti[*of].budget.as_ref().map(|amount| amount.value)));
    let budget = budget
        .map(|amount| site.locale().euro(&amount.to_string()))
        .unwrap_or_default();
    page = page
        .kicker(format!("{kind} · {}", graph.piani[unita.piano].titolo.value))
        .fact(site.text("piani.responsabile"), head)
        .fact(site.text("piani.obiettivi"), tree.totale.to_string())
        .fact(site.text("piani.budget"), budget)
        .fact(site.text("piani.codice"), unita.codice.as_str())
        .printed(site, &unita.origine);
    page_data(site, page)
}
