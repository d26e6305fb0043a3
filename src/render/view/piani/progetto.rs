use schemars::JsonSchema;
use serde::Serialize;

use super::{Voce, below_plan, chain_of_units, document, line_crumbs, page_data, sum};
use crate::model::{Detto, Direzione, Euro, Id, Progetto, VoceBilancio};
use crate::render::Corpo;
use crate::render::picture::amount_bar;
use crate::render::site::Site;
use crate::render::view::parti::{Gantt, Persone, Riga};
use crate::render::view::{Crumb, Layout, Place};

/// A product or project of a plan: `piani/progetto.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProgettoView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// What it is, Markdown.
    pub descrizione: Option<Corpo<'g>>,
    /// Strategic lines it serves, from the topmost down.
    pub linee: Vec<Crumb<'g>>,
    /// Its objectives.
    pub obiettivi: Vec<Voce<'g>>,
    /// Its phases.
    pub fasi: Option<Gantt<'g>>,
    /// Its budget lines.
    pub bilancio: Vec<VoceBilancioView<'g>>,
    /// Sum of revenue, decimal; empty without revenue lines.
    pub entrate: Option<String>,
    /// Sum of expenditure, decimal; empty without expenditure lines.
    pub spese: Option<String>,
    /// Who works on it.
    pub persone: Option<Persone<'g>>,
}

/// A budget line.
#[derive(Debug, Serialize, JsonSchema)]
pub struct VoceBilancioView<'g> {
    /// Chapter.
    pub capitolo: &'g str,
    /// Article.
    pub articolo: &'g str,
    /// What it is for.
    pub descrizione: &'g str,
    /// `entrata` or `spesa`.
    pub direzione: &'static str,
    /// `corrente` or `capitale`.
    pub natura: Option<&'static str>,
    /// Amount, decimal.
    pub importo: String,
    /// The amount as a bar, SVG.
    pub disegno: String,
    /// Where it is printed.
    pub luogo: Option<Place<'g>>,
}

/// The page of a product or project.
#[must_use]
pub fn progetto<'g>(site: &Site<'g>, id: Id<Progetto>) -> ProgettoView<'g> {
    let (graph, to) = (site.graph, &site.graph.relations);
    let progetto = &graph.progetti[id];
    let fasi = to
        .fasi_di_progetto
        .of(id)
        .iter()
        .map(|fase| Riga::of_phase(site, &graph.fasi[*fase]));
    let lines: Vec<&VoceBilancio> = to
        .bilancio_di_progetto
        .of(id)
        .iter()
        .map(|line| &graph.bilancio[*line])
        .collect();
    let total = |direction| sum(amounts(&lines, direction)).map(|amount| amount.to_string());
    ProgettoView {
        page: layout(site, id),
        descrizione: progetto.descrizione.as_ref().map(|text| site.testo(text)),
        linee: line_crumbs(graph, progetto.linea_strategica),
        obiettivi: to
            .obiettivi_di_progetto
            .of(id)
            .iter()
            .map(|of| Voce::of_objective(graph, *of))
            .collect(),
        fasi: Gantt::draw(site, fasi.collect()),
        entrate: total(Direzione::Entrata),
        spese: total(Direzione::Spesa),
        bilancio: budget_lines(site, &lines),
        persone: Persone::of(
            to.assegnazioni_di_progetto
                .of(id)
                .iter()
                .map(|of| &graph.assegnazioni[*of]),
        ),
    }
}

/// The amounts that go one way.
pub(super) fn amounts<'l>(lines: &'l [&VoceBilancio], direction: Direzione) -> impl Iterator<Item = Euro> + 'l {
    lines
        .iter()
        .filter(move |line| line.direzione == direction)
        .map(|line| line.importo.value)
}

fn budget_lines<'g>(site: &Site<'g>, lines: &[&'g VoceBilancio]) -> Vec<VoceBilancioView<'g>> {
    let largest = lines.iter().map(|line| line.importo.value).max().unwrap_or_default();
    lines.iter().map(|line| budget_line(site, line, largest)).collect()
}

fn budget_line<'g>(site: &Site<'g>, line: &'g VoceBilancio, largest: Euro) -> VoceBilancioView<'g> {
    VoceBilancioView {
        capitolo: &line.capitolo,
        articolo: &line.articolo,
        descrizione: &line.descrizione,
        direzione: line.direzione.word(),
        natura: line.natura.map(|natura| natura.word()),
        importo: line.importo.value.to_string(),
        disegno: amount_bar(line.importo.value, largest),
        luogo: Place::of(site, &line.origine),
    }
}

fn layout<'g>(site: &Site<'g>, id: Id<Progetto>) -> Layout<'g> {
    let graph = site.graph;
    let progetto = &graph.progetti[id];
    let kind = site.word("tipo_progetto", progetto.tipo.word());
    let mut page = below_plan(
        site,
        progetto.piano,
        progetto.url.as_str(),
        progetto.titolo.as_str(),
        kind,
    );
    for unita in progetto
        .unita
        .map(|unita| chain_of_units(graph, unita))
        .unwrap_or_default()
    {
        page = page.below(graph.unita[unita].nome.as_str(), graph.unita[unita].url.as_str());
    }
    page = page.kicker(format!("{kind} · {}", graph.piani[progetto.piano].titolo.value));
    if let Some(unita) = progetto.unita.map(|unita| &graph.unita[unita]) {
        let head = unita
            .responsabile
            .as_ref()
            .map_or(site.text("piani.non_indicato"), |head| head.as_str());
        page = page
            .fact_with_page(
                site.word("tipo_unita", unita.tipo.word()),
                unita.nome.as_str(),
                unita.url.as_str(),
            )
            .fact(site.text("piani.responsabile"), head);
    }
    let share = progetto
        .percentuale
        .as_ref()
        .map(|share| site.locale().percentage(&share.value.to_string()));
    page = page
        .fact(site.text("piani.budget"), euro(site, progetto.budget.as_ref()))
        .fact(site.text("piani.quota"), share.unwrap_or_default())
        .fact(site.text("piani.codice"), progetto.codice.as_str())
        .printed(site, &progetto.origine)
        .updated(document(site, &progetto.origine).and_then(|documento| documento.data));
    page_data(site, page)
}

/// An amount in words; empty for none.
pub(super) fn euro(site: &Site<'_>, amount: Option<&Detto<Euro>>) -> String {
    amount
        .map(|amount| site.locale().euro(&amount.value.to_string()))
        .unwrap_or_default()
}
