use schemars::JsonSchema;
use serde::Serialize;

use super::linea::RamoLinea;
use super::scadenze::has_deadlines;
use super::unita::{Ramo, timing};
use super::{AvanzamentoView, document, page_data, sum, years};
use crate::graph::Graph;
use crate::graph::confronto::precedente;
use crate::model::{Id, Piano};
use crate::render::site::Site;
use crate::render::view::parti::Gantt;
use crate::render::view::{Crumb, Layout};

/// A plan: `piani/piano.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PianoView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// The topmost units, each with its tree.
    pub unita: Vec<Ramo<'g>>,
    /// The topmost strategic lines, each with its tree.
    pub linee: Vec<RamoLinea<'g>>,
    /// A row for each objective that has phases.
    pub gantt: Option<Gantt<'g>>,
    /// How far it is.
    pub avanzamento: Option<AvanzamentoView>,
    /// Budget and deadlines, where the plan has any.
    pub altre: Vec<Crumb<'g>>,
}

/// The page of a plan.
#[must_use]
pub fn piano<'g>(site: &Site<'g>, id: Id<Piano>) -> PianoView<'g> {
    let (graph, to) = (site.graph, &site.graph.relations);
    let objectives = to.obiettivi_di_piano.of(id);
    let roots = to
        .unita_di_piano
        .of(id)
        .iter()
        .copied()
        .filter(|unita| graph.unita[*unita].superiore.is_none());
    let lines = to
        .linee_di_piano
        .of(id)
        .iter()
        .filter(|line| graph.linee_strategiche[**line].superiore.is_none());
    let view = PianoView {
        page: layout(site, id),
        unita: roots
            .clone()
            .map(|unita| Ramo::within(site, unita, objectives.len()))
            .collect(),
        linee: lines.map(|line| RamoLinea::of(graph, *line)).collect(),
        gantt: timing(site, objectives, roots),
        avanzamento: AvanzamentoView::of(graph, objectives.iter().copied()),
        altre: others(site, id),
    };
    view.indexed(site)
}

impl<'g> PianoView<'g> {
    fn indexed(mut self, site: &Site<'g>) -> Self {
        let sections = [
            ("unita", !self.unita.is_empty()),
            ("tempi", self.gantt.is_some()),
            ("strategia", !self.linee.is_empty()),
        ];
        for (id, _) in sections.into_iter().filter(|(_, there)| *there) {
            self.page = self.page.section(id, site.word("piani", id));
        }
        self
    }
}

/// The plan's other pages.
fn others<'g>(site: &Site<'g>, id: Id<Piano>) -> Vec<Crumb<'g>> {
    let url = &site.graph.piani[id].url;
    let mut others = Vec::new();
    if has_budget(site.graph, id) {
        others.push(Crumb::new(site.text("piani.bilancio"), format!("{url}bilancio/")));
    }
    if has_deadlines(site.graph, id) {
        others.push(Crumb::new(site.text("piani.scadenze"), format!("{url}scadenze/")));
    }
    if precedente(site.graph, id).is_some() {
        others.push(Crumb::new(site.text("confronto.titolo"), format!("{url}confronto/")));
    }
    others
}

/// Whether a plan has a budget page: any product with a budget or a budget line.
pub(crate) fn has_budget(graph: &Graph, id: Id<Piano>) -> bool {
    let to = &graph.relations;
    to.progetti_di_piano
        .of(id)
        .iter()
        .any(|progetto| graph.progetti[*progetto].budget.is_some() || !to.bilancio_di_progetto.of(*progetto).is_empty())
}

fn layout<'g>(site: &Site<'g>, id: Id<Piano>) -> Layout<'g> {
    let (graph, to) = (site.graph, &site.graph.relations);
    let piano = &graph.piani[id];
    let kind = site.word("tipo_piano", piano.tipo.word());
    let mut page = Layout::new(site, piano.url.as_str(), piano.titolo.as_str(), kind)
        .below(site.text("menu.piani"), "/piani/")
        .kicker(kind);
    if let Some(ente) = piano.ente.map(|ente| &graph.enti[ente]) {
        page = page.fact_with_page(site.text("piani.ente"), ente.nome.as_str(), ente.url.as_str());
    }
    let budget = sum(to
        .progetti_di_piano
        .of(id)
        .iter()
        .filter_map(|of| graph.progetti[*of].budget.as_ref().map(|amount| amount.value)));
    page = page
        .fact(site.text("piani.anno"), years(piano))
        .fact(site.text("piani.unita"), count(to.unita_di_piano.of(id).len()))
        .fact(site.text("piani.prodotti"), count(to.progetti_di_piano.of(id).len()))
        .fact(site.text("piani.obiettivi"), count(to.obiettivi_di_piano.of(id).len()))
        .fact(
            site.text("piani.indicatori"),
            count(to.indicatori_di_piano.of(id).len()),
        )
        .fact(
            site.text("piani.budget"),
            budget
                .map(|amount| site.locale().euro(&amount.to_string()))
                .unwrap_or_default(),
        )
        .fact_as_printed(site, site.text("piani.atto"), piano.atto.as_ref())
        .printed(site, &piano.origine)
        .updated(document(site, &piano.origine).and_then(|documento| documento.data))
        .download(site, site.text("piani.scadenze"), format!("{}scadenze.ics", piano.url));
    page_data(site, page)
}

/// A count in figures; nothing for none.
fn count(number: usize) -> String {
    if number == 0 { String::new() } else { number.to_string() }
}
