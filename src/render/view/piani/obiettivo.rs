use schemars::JsonSchema;
use serde::Serialize;

use super::{AvanzamentoView, below_plan, chain_of_units, document, line_crumbs, page_data, phases};
use crate::graph::Graph;
use crate::model::{Detto, Id, Obiettivo, Percentuale};
use crate::render::Corpo;
use crate::render::site::Site;
use crate::render::view::parti::{Gantt, IndicatoreView, Persone, Riga};
use crate::render::view::{Crumb, Layout};

/// An objective: `piani/obiettivo.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ObiettivoView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// What it is, Markdown.
    pub descrizione: Option<Corpo<'g>>,
    /// Strategic lines it serves, from the topmost down.
    pub linee: Vec<Crumb<'g>>,
    /// Phases.
    pub fasi: Option<Gantt<'g>>,
    /// Indicators.
    pub indicatori: Vec<IndicatoreView<'g>>,
    /// Who works on it.
    pub persone: Option<Persone<'g>>,
    /// How far it is.
    pub avanzamento: Option<AvanzamentoView>,
}

/// The page of an objective.
#[must_use]
pub fn obiettivo<'g>(site: &Site<'g>, id: Id<Obiettivo>) -> ObiettivoView<'g> {
    let graph = site.graph;
    let obiettivo = &graph.obiettivi[id];
    let righe = phases(graph, id)
        .into_iter()
        .map(|fase| Riga::of_phase(site, fase))
        .collect();
    let indicatori = graph.relations.indicatori_di_obiettivo.of(id).iter();
    let view = ObiettivoView {
        page: layout(site, obiettivo),
        descrizione: obiettivo.descrizione.as_ref().map(|text| site.testo(text)),
        linee: line_crumbs(graph, obiettivo.linea_strategica),
        fasi: Gantt::draw(site, righe),
        indicatori: indicatori
            .map(|id| IndicatoreView::of(site, &graph.indicatori[*id]))
            .collect(),
        persone: people(graph, id),
        avanzamento: AvanzamentoView::of(graph, [id]),
    };
    view.indexed(site)
}

fn people(graph: &Graph, id: Id<Obiettivo>) -> Option<Persone<'_>> {
    Persone::of(
        graph
            .relations
            .assegnazioni_di_obiettivo
            .of(id)
            .iter()
            .map(|of| &graph.assegnazioni[*of]),
    )
}

impl<'g> ObiettivoView<'g> {
    /// Lists the sections that the page has.
    fn indexed(mut self, site: &Site<'g>) -> Self {
        let sections = [
            ("descrizione", self.descrizione.is_some()),
            ("strategia", !self.linee.is_empty()),
            ("fasi", true),
            ("indicatori", true),
            ("persone", true),
        ];
        for (id, _) in sections.into_iter().filter(|(_, there)| *there) {
            self.page = self.page.section(id, site.word("piani", id));
        }
        self
    }
}

fn layout<'g>(site: &Site<'g>, obiettivo: &'g Obiettivo) -> Layout<'g> {
    let graph = site.graph;
    let piano = &graph.piani[obiettivo.piano];
    let lead = site.word("tipo_obiettivo", obiettivo.tipo.word());
    let mut page = below_plan(
        site,
        obiettivo.piano,
        obiettivo.url.as_str(),
        obiettivo.titolo.as_str(),
        lead,
    );
    for unita in obiettivo
        .unita
        .map(|unita| chain_of_units(graph, unita))
        .unwrap_or_default()
    {
        page = page.below(graph.unita[unita].nome.as_str(), graph.unita[unita].url.as_str());
    }
    page = page.kicker(format!("{} · {}", lead, piano.titolo.value));
    page = owner_facts(site, page, obiettivo);
    page = page
        .fact(
            site.text("piani.peso_indicatori"),
            weight(site, obiettivo.peso_indicatori.as_ref()),
        )
        .fact(site.text("piani.peso_fasi"), weight(site, obiettivo.peso_fasi.as_ref()))
        .fact(
            site.text("piani.codice"),
            obiettivo.codice.as_ref().map_or("", |text| text.as_str()),
        )
        .printed(site, &obiettivo.origine)
        .updated(document(site, &obiettivo.origine).and_then(|documento| documento.data));
    page_data(site, page)
}

/// Who answers for it: unit, head, product.
fn owner_facts<'g>(site: &Site<'g>, mut page: Layout<'g>, obiettivo: &'g Obiettivo) -> Layout<'g> {
    let graph = site.graph;
    if let Some(unita) = obiettivo.unita.map(|unita| &graph.unita[unita]) {
        page = page.fact_with_page(
            site.word("tipo_unita", unita.tipo.word()),
            unita.nome.as_str(),
            unita.url.as_str(),
        );
        let head = unita
            .responsabile
            .as_ref()
            .map_or(site.text("piani.non_indicato"), |head| head.as_str());
        page = page.fact(site.text("piani.responsabile"), head);
    }
    if let Some(progetto) = obiettivo.progetto.map(|progetto| &graph.progetti[progetto]) {
        let kind = site.word("tipo_progetto", progetto.tipo.word());
        page = page.fact_with_page(kind, progetto.titolo.as_str(), progetto.url.as_str());
    }
    page
}

fn weight(site: &Site<'_>, share: Option<&Detto<Percentuale>>) -> String {
    share
        .map(|share| site.locale().percentage(&share.value.to_string()))
        .unwrap_or_default()
}
