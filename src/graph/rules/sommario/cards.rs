//! Cards against the summary that announces them, and against themselves.

use super::{letters, path, written};
use crate::diag::register::sommario::{
    BUDGET_DIVERSO, LINEA_DIVERSA, SCHEDA_MANCANTE, SCHEDA_NON_ANNUNCIATA, SPESA_DIVERSA, TITOLO_DIVERSO,
    TOTALE_SCHEDA_DIVERSO,
};
use crate::diag::{Code, Diagnostic, Severity};
use crate::graph::Graph;
use crate::model::{Detto, Direzione, Euro, Id, Progetto, Slug, VoceBilancio};
use crate::source::Span;

/// Every finding about one product or project.
pub(super) fn check(graph: &Graph, id: Id<Progetto>, found: &mut Vec<Diagnostic>) {
    let product = &graph.progetti[id];
    match (product.annuncio, product.cartella) {
        (Some(row), None) => found.push(finding(&SCHEDA_MANCANTE, product, row)),
        (None, Some(_)) if unit_has_summary(graph, product) => {
            found.push(finding(&SCHEDA_NON_ANNUNCIATA, product, product.codice.span));
        }
        (Some(row), Some(_)) => {
            found.extend(title(product));
            found.extend(strategy(graph, product, row));
            found.extend(spending(graph, id, row));
        }
        _ => found.extend(written_spending(graph, id)),
    }
    found.extend(card_total(graph, id, Direzione::Entrata, product.totale_entrate));
    found.extend(card_total(graph, id, Direzione::Spesa, product.totale_spese));
}

fn finding(code: &'static Code, product: &Progetto, place: Span) -> Diagnostic {
    Diagnostic::new(code)
        .at(place)
        .with("codice", product.codice.as_str())
        .with("titolo", product.titolo.as_str())
        .about(product.id.as_str(), product.titolo.as_str())
}

fn unit_has_summary(graph: &Graph, product: &Progetto) -> bool {
    let siblings = product
        .unita
        .map(|unit| graph.relations.progetti_di_unita.of(unit))
        .unwrap_or_default();
    siblings.iter().any(|id| graph.progetti[*id].annuncio.is_some())
}

/// The card's title is not the summary's.
fn title(product: &Progetto) -> Option<Diagnostic> {
    let announced = product.titolo_annunciato.as_ref()?;
    let finding = finding(&TITOLO_DIVERSO, product, product.titolo.span)
        .and(announced.span)
        .with("annunciato", announced.as_str());
    weighed(finding, &product.titolo, announced)
}

/// The first level of the strategic line at which the card names another than the summary.
fn strategy(graph: &Graph, product: &Progetto, row: Span) -> Option<Diagnostic> {
    let announced = path(graph, product.linea_strategica?);
    let (printed, announced) = product
        .riferimento
        .iter()
        .zip(announced)
        .find(|(printed, announced)| letters(printed) != letters(announced))?;
    let finding = finding(&LINEA_DIVERSA, product, printed.span)
        .and(row)
        .with("scheda", printed.as_str())
        .with("riepilogo", announced);
    weighed(finding, printed, announced)
}

/// Nothing where two texts are the same but for case, spaces and marks; less weight where only accents differ.
fn weighed(mut finding: Diagnostic, one: &str, other: &str) -> Option<Diagnostic> {
    if letters(one) == letters(other) {
        return None;
    }
    if Slug::of(one) == Slug::of(other) {
        finding.severity = Severity::Note;
    }
    Some(finding)
}

/// The summary's budget is not what the card spends.
fn spending(graph: &Graph, id: Id<Progetto>, row: Span) -> Option<Diagnostic> {
    let product = &graph.progetti[id];
    let lines = lines(graph, id, Direzione::Spesa);
    let spent = product.totale_spese.map_or_else(|| sum(&lines), |total| total.value);
    let budget = product.budget.map(|budget| budget.value).unwrap_or_default();
    if spent == budget {
        return None;
    }
    let in_card = product
        .totale_spese
        .map(|total| total.span)
        .or(lines.first().map(|line| line.importo.span));
    let finding = finding(
        &SPESA_DIVERSA,
        product,
        product.budget.map_or(row, |budget| budget.span),
    )
    .with("budget", written(budget))
    .with("spesa", written(spent));
    Some(in_card.or(product.cartella).into_iter().fold(finding, Diagnostic::and))
}

/// The budget that an editor or a table gives is not the sum of the expenses that they list.
fn written_spending(graph: &Graph, id: Id<Progetto>) -> Option<Diagnostic> {
    let product = &graph.progetti[id];
    let budget = product.budget?;
    let lines = lines(graph, id, Direzione::Spesa);
    let first = lines.first()?.importo.span;
    let spent = sum(&lines);
    let finding = finding(&BUDGET_DIVERSO, product, budget.span)
        .and(first)
        .with("budget", written(budget.value))
        .with("spesa", written(spent));
    (spent != budget.value).then_some(finding)
}

/// A total of the card is not the sum of its lines.
fn card_total(graph: &Graph, id: Id<Progetto>, way: Direzione, total: Option<Detto<Euro>>) -> Option<Diagnostic> {
    let total = total?;
    let lines = lines(graph, id, way);
    let sum = sum(&lines);
    if sum == total.value {
        return None;
    }
    let (it, en) = match way {
        Direzione::Entrata => ("delle entrate", "of the revenue"),
        Direzione::Spesa => ("delle spese", "of the expenditure"),
    };
    let finding = finding(&TOTALE_SCHEDA_DIVERSO, &graph.progetti[id], total.span)
        .with_words("cosa", it, en)
        .with("totale", written(total.value))
        .with("somma", written(sum));
    Some(
        lines
            .iter()
            .map(|line| line.importo.span)
            .fold(finding, Diagnostic::and),
    )
}

fn lines(graph: &Graph, id: Id<Progetto>, way: Direzione) -> Vec<&VoceBilancio> {
    let of_product = graph
        .relations
        .bilancio_di_progetto
        .of(id)
        .iter()
        .map(|id| &graph.bilancio[*id]);
    of_product.filter(|line| line.direzione == way).collect()
}

fn sum(lines: &[&VoceBilancio]) -> Euro {
    lines.iter().map(|line| line.importo.value).sum()
}
