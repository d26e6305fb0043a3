use schemars::JsonSchema;
use serde::Serialize;

use super::below_plan;
use crate::graph::Graph;
use crate::graph::confronto::{Cambiato, Differenze, Modifica, Valore, confronta};
use crate::model::{Id, Piano};
use crate::render::format::DayStyle;
use crate::render::site::Site;
use crate::render::view::{Crumb, Layout};

/// A plan beside an older one: `piani/confronto.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ConfrontoView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// The older plan.
    pub prima: Crumb<'g>,
    /// This plan.
    pub dopo: Crumb<'g>,
    /// Objectives, then products and projects.
    pub parti: Vec<ParteView<'g>>,
}

/// What became of the things of one kind.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ParteView<'g> {
    /// Word of the kind, the anchor in the page.
    pub nome: &'static str,
    /// What the kind is called.
    pub titolo: &'g str,
    /// Only in this plan.
    pub aggiunti: Vec<Crumb<'g>>,
    /// Only in the older plan.
    pub tolti: Vec<Crumb<'g>>,
    /// What changed.
    pub cambiati: Vec<CambiatoView<'g>>,
    /// How many are unchanged.
    pub uguali: usize,
}

/// A thing that changed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CambiatoView<'g> {
    /// Title and page in this plan.
    pub cosa: Crumb<'g>,
    /// Its changes, at least one.
    pub modifiche: Vec<ModificaView<'g>>,
}

/// A change in words.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ModificaView<'g> {
    /// What changed.
    pub campo: &'g str,
    /// The phase or indicator that it changed of.
    pub di: Option<String>,
    /// Before.
    pub prima: Option<String>,
    /// After.
    pub dopo: Option<String>,
}

/// The page that compares a plan with an older one.
#[must_use]
pub fn confronto<'g>(site: &Site<'g>, id: Id<Piano>, prima: Id<Piano>, url: String) -> ConfrontoView<'g> {
    let graph = site.graph;
    let compared = confronta(graph, prima, id);
    let objective = |of| Crumb::new(graph.obiettivi[of].titolo.as_str(), graph.obiettivi[of].url.as_str());
    let product = |of| Crumb::new(graph.progetti[of].titolo.as_str(), graph.progetti[of].url.as_str());
    let mut parti = vec![
        part(site, "obiettivi", &compared.obiettivi, objective),
        part(site, "prodotti", &compared.progetti, product),
    ];
    parti.retain(|part| part.uguali + part.aggiunti.len() + part.tolti.len() + part.cambiati.len() > 0);
    let title = site.text("confronto.titolo");
    let lead = format!("{} {}.", site.text("confronto.lead"), graph.piani[prima].titolo.value);
    let mut page = below_plan(site, id, url, title, lead.clone()).lead(lead);
    for part in &parti {
        page = page.section(part.nome, part.titolo);
    }
    ConfrontoView {
        page,
        prima: plan(graph, prima),
        dopo: plan(graph, id),
        parti,
    }
}

fn plan(graph: &Graph, id: Id<Piano>) -> Crumb<'_> {
    Crumb::new(graph.piani[id].titolo.as_str(), graph.piani[id].url.as_str())
}

fn part<'g, T>(
    site: &Site<'g>,
    nome: &'static str,
    differences: &Differenze<T>,
    crumb: impl Fn(Id<T>) -> Crumb<'g>,
) -> ParteView<'g> {
    let changed = |pair: &Cambiato<T>| CambiatoView {
        cosa: crumb(pair.dopo),
        modifiche: pair.modifiche.iter().map(|change| in_words(site, change)).collect(),
    };
    ParteView {
        nome,
        titolo: site.word("piani", nome),
        aggiunti: differences.aggiunti.iter().map(|id| crumb(*id)).collect(),
        tolti: differences.tolti.iter().map(|id| crumb(*id)).collect(),
        cambiati: differences.cambiati.iter().map(changed).collect(),
        uguali: differences.uguali,
    }
}

fn in_words<'g>(site: &Site<'g>, change: &Modifica) -> ModificaView<'g> {
    let words = |value: &Valore| match value {
        Valore::Testo(text) => text.to_string(),
        Valore::Giorno(day) => site.locale().day(*day, DayStyle::Plain),
        Valore::Euro(amount) => site.locale().euro(&amount.to_string()),
    };
    ModificaView {
        campo: site.word("confronto", change.campo.word()),
        di: change.di.as_ref().map(ToString::to_string),
        prima: change.prima.as_ref().map(words),
        dopo: change.dopo.as_ref().map(words),
    }
}
