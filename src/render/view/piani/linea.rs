use schemars::JsonSchema;
use serde::Serialize;

use super::{Voce, below_plan, chain_of_lines, line_name, page_data};
use crate::graph::Graph;
use crate::model::{Id, LineaStrategica};
use crate::render::site::Site;
use crate::render::view::{Crumb, Layout};

/// A strategic line: `piani/linea.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LineaView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// Lines right below, each with what contributes to it.
    pub sotto: Vec<RamoLinea<'g>>,
    /// Objectives that name this very line.
    pub obiettivi: Vec<Voce<'g>>,
    /// Products and projects that name this very line.
    pub progetti: Vec<Voce<'g>>,
}

/// A strategic line in a tree.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RamoLinea<'g> {
    /// Name and page.
    pub linea: Crumb<'g>,
    /// How many objectives and products contribute to it or to a line below.
    pub totale: usize,
    /// Lines right below.
    pub sotto: Vec<RamoLinea<'g>>,
}

impl<'g> RamoLinea<'g> {
    /// The line with its whole tree below.
    pub(super) fn of(graph: &'g Graph, id: Id<LineaStrategica>) -> Self {
        let to = &graph.relations;
        let linea = &graph.linee_strategiche[id];
        let sotto: Vec<Self> = to
            .linee_sotto
            .of(id)
            .iter()
            .map(|below| Self::of(graph, *below))
            .collect();
        let own = to.obiettivi_di_linea.of(id).len() + to.progetti_di_linea.of(id).len();
        Self {
            linea: Crumb::new(line_name(linea), linea.url.as_str()),
            totale: own + sotto.iter().map(|below| below.totale).sum::<usize>(),
            sotto,
        }
    }
}

/// The page of a strategic line.
#[must_use]
pub fn linea<'g>(site: &Site<'g>, id: Id<LineaStrategica>) -> LineaView<'g> {
    let (graph, to) = (site.graph, &site.graph.relations);
    let tree = RamoLinea::of(graph, id);
    LineaView {
        page: layout(site, id, tree.totale),
        sotto: tree.sotto,
        obiettivi: to
            .obiettivi_di_linea
            .of(id)
            .iter()
            .map(|of| Voce::of_objective(graph, *of))
            .collect(),
        progetti: to
            .progetti_di_linea
            .of(id)
            .iter()
            .map(|of| Voce::of_product(graph, *of))
            .collect(),
    }
}

fn layout<'g>(site: &Site<'g>, id: Id<LineaStrategica>, contributions: usize) -> Layout<'g> {
    let graph = site.graph;
    let linea = &graph.linee_strategiche[id];
    let kind = site.word("livello_linea", linea.livello.word());
    let mut page = below_plan(site, linea.piano, linea.url.as_str(), linea.titolo.as_str(), kind);
    for above in chain_of_lines(graph, id).into_iter().filter(|above| *above != id) {
        let above = &graph.linee_strategiche[above];
        page = page.below(line_name(above), above.url.as_str());
    }
    page = page
        .kicker(format!("{kind} · {}", graph.piani[linea.piano].titolo.value))
        .fact(
            site.text("piani.codice"),
            linea.codice.as_ref().map_or("", |text| text.as_str()),
        )
        .fact(site.text("piani.contributi"), contributions.to_string())
        .printed(site, &linea.origine);
    page_data(site, page)
}
