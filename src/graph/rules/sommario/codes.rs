//! Codes that tell where a thing belongs: `2024_PD_0411` holds `2024_OB_0411_1`, which holds `M_0411_1_1`.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::diag::register::sommario::{CODICE_FUORI_POSTO, FASE_FUORI_POSTO, NUMERI_SALTATI};
use crate::graph::Graph;
use crate::model::{Fase, Id, Indicatore, Obiettivo};

/// Every finding about codes of objectives, indicators and phases.
pub(in crate::graph::rules) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let ids: Vec<Id<Obiettivo>> = graph.obiettivi.ids().collect();
    let of_objectives = ids.par_iter().with_min_len(256);
    let of_objectives = of_objectives.flat_map_iter(|id| of_objective(graph, *id));
    let phases = graph.fasi.shared().par_iter().with_min_len(1024);
    let phases = phases.filter_map(|phase| of_another(graph, phase));
    of_objectives.chain(phases).collect()
}

fn of_objective(graph: &Graph, id: Id<Obiettivo>) -> impl Iterator<Item = Diagnostic> {
    let indicators = graph.relations.indicatori_di_obiettivo.of(id).iter();
    let misplaced = indicators.filter_map(move |indicator| misplaced(graph, id, &graph.indicatori[*indicator]));
    let objective = objective(graph, id).into_iter();
    objective.chain(misplaced).chain(gaps(graph, id))
}

/// What follows the year and the kind in the code of a product or objective: `0411_1`.
fn number(code: &str) -> Option<&str> {
    let (year, rest) = code.split_once('_')?;
    let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    rest.split_once('_').filter(|_| is_year).map(|(_, number)| number)
}

/// What the code of an indicator says: the number of its objective, and its own: `0411_1` and `1`.
fn indicator_number(code: &str) -> Option<(&str, &str)> {
    let (letter, rest) = code.split_once('_')?;
    rest.rsplit_once('_').filter(|_| letter.len() == 1)
}

/// An objective whose code belongs to another product or project.
fn objective(graph: &Graph, id: Id<Obiettivo>) -> Option<Diagnostic> {
    let objective = &graph.obiettivi[id];
    let (code, product) = (objective.codice.as_ref()?, &graph.progetti[objective.progetto?]);
    let (own, _) = number(code)?.rsplit_once('_')?;
    if own == number(&product.codice)? {
        return None;
    }
    let fitting = graph.progetti.iter().find(|other| number(&other.codice) == Some(own));
    let finding = Diagnostic::new(&CODICE_FUORI_POSTO)
        .at(code.span)
        .and(product.codice.span)
        .with_words("cosa", "l'obiettivo", "the objective")
        .with("codice", code.as_str())
        .with("sotto", product.codice.as_str())
        .about(objective.id.as_str(), objective.titolo.as_str());
    Some(
        fitting
            .map(|other| other.codice.span)
            .into_iter()
            .fold(finding, Diagnostic::and),
    )
}

/// An indicator whose code belongs to another objective, or to none.
fn misplaced(graph: &Graph, id: Id<Obiettivo>, indicator: &Indicatore) -> Option<Diagnostic> {
    let objective = &graph.obiettivi[id];
    let (code, above) = (indicator.codice.as_ref()?, objective.codice.as_ref()?);
    let (own, _) = indicator_number(code)?;
    if own == number(above)? {
        return None;
    }
    let codes = graph.obiettivi.iter().filter_map(|other| other.codice.as_ref());
    let fitting = codes.into_iter().find(|other| number(other) == Some(own));
    let finding = Diagnostic::new(&CODICE_FUORI_POSTO)
        .at(code.span)
        .and(above.span)
        .with_words("cosa", "l'indicatore", "the indicator")
        .with("codice", code.as_str())
        .with("sotto", above.as_str())
        .about(indicator.id.as_str(), indicator.testo.as_str());
    Some(
        fitting
            .map(|other| other.span)
            .into_iter()
            .fold(finding, Diagnostic::and),
    )
}

/// Numbers that the indicators of an objective skip, counting 1 to 9 and then A to Z.
fn gaps(graph: &Graph, id: Id<Obiettivo>) -> Option<Diagnostic> {
    let objective = &graph.obiettivi[id];
    let code = objective.codice.as_ref()?;
    let above = number(code)?;
    let indicators = graph
        .relations
        .indicatori_di_obiettivo
        .of(id)
        .iter()
        .map(|id| &graph.indicatori[*id]);
    let printed: BTreeSet<u32> = indicators
        .filter_map(|indicator| indicator_number(indicator.codice.as_ref()?))
        .filter(|(own, _)| *own == above)
        .filter_map(|(_, ordinal)| ordinal.parse::<char>().ok()?.to_digit(36))
        .collect();
    let skipped: Vec<String> = (1..*printed.last()?)
        .filter(|ordinal| !printed.contains(ordinal))
        .filter_map(|ordinal| char::from_digit(ordinal, 36))
        .map(|ordinal| ordinal.to_ascii_uppercase().to_string())
        .collect();
    let finding = Diagnostic::new(&NUMERI_SALTATI)
        .at(code.span)
        .with("codice", code.as_str())
        .with("saltati", skipped.join(", "))
        .about(objective.id.as_str(), objective.titolo.as_str());
    (!skipped.is_empty()).then_some(finding)
}

/// A phase in one card that names an objective of another.
fn of_another(graph: &Graph, phase: &Fase) -> Option<Diagnostic> {
    let (objective, product) = (&graph.obiettivi[phase.obiettivo?], phase.progetto?);
    if objective.progetto? == product {
        return None;
    }
    let code = objective.codice.as_ref().unwrap_or(&objective.titolo);
    let finding = Diagnostic::new(&FASE_FUORI_POSTO)
        .at(phase.origine.span)
        .and(code.span)
        .with("fase", phase.nome.as_str())
        .with("obiettivo", code.as_str())
        .with("scheda", graph.progetti[product].codice.as_str());
    Some(finding.about(phase.id.as_str(), phase.nome.as_str()))
}
