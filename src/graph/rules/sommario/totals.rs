//! Totals and shares that a summary prints, against what it prints above them.

use super::{letters, path, written};
use crate::diag::Diagnostic;
use crate::diag::register::sommario::{QUOTA_DIVERSA, TOTALE_DIVERSO};
use crate::graph::Graph;
use crate::model::{Detto, Euro, Id, LivelloLinea, Percentuale, Progetto, Totale, Unita};
use crate::source::Span;

/// A total that is not the sum of the budgets announced under it.
pub(super) fn sum(graph: &Graph, total: &Totale) -> Option<Diagnostic> {
    let printed = total.importo?;
    let parts = announced(graph, total);
    let sum: Euro = parts
        .iter()
        .filter_map(|part| part.budget)
        .map(|budget| budget.value)
        .sum();
    if parts.is_empty() || sum == printed.value {
        return None;
    }
    let (it, en) = name(graph, total);
    let finding = Diagnostic::new(&TOTALE_DIVERSO)
        .at(printed.span)
        .with_words("cosa", it, en)
        .with("totale", written(printed.value))
        .with("somma", written(sum))
        .about(
            graph.unita[total.unita].id.as_str(),
            graph.unita[total.unita].nome.as_str(),
        );
    let rows = parts.iter().filter_map(|part| part.budget).map(|budget| budget.span);
    Some(rows.fold(finding, Diagnostic::and))
}

/// A total whose share is not its part of the centre's total.
pub(super) fn share(graph: &Graph, total: &Totale) -> Option<Diagnostic> {
    let (it, en) = name(graph, total);
    let amount = total.importo.map(|amount| amount.value).unwrap_or_default();
    Some(misstated(graph, total.unita, amount, total.percentuale?)?.with_words("cosa", it, en))
}

/// A product whose share is not its part of the centre's total.
pub(super) fn share_of_product(graph: &Graph, id: Id<Progetto>) -> Option<Diagnostic> {
    let product = &graph.progetti[id];
    let amount = product.budget.map(|budget| budget.value).unwrap_or_default();
    let finding = misstated(graph, product.unita?, amount, product.percentuale?)?;
    let code = &product.codice.value;
    Some(finding.with_words("cosa", format!("di {code}"), format!("of {code}")))
}

/// A share that differs from the part of the centre's total that an amount is, by more than rounding.
fn misstated(graph: &Graph, unit: Id<Unita>, amount: Euro, share: Detto<Percentuale>) -> Option<Diagnostic> {
    let (whole, place) = whole(graph, unit)?;
    let expected = part_of(amount, whole)?;
    if (expected.0 - share.value.0).abs() <= 1 {
        return None;
    }
    let finding = Diagnostic::new(&QUOTA_DIVERSA)
        .at(share.span)
        .and(place)
        .with("quota", written(Euro(share.value.0)))
        .with("attesa", written(Euro(expected.0)))
        .with("importo", written(amount))
        .with("totale", written(whole));
    Some(finding.about(graph.unita[unit].id.as_str(), graph.unita[unit].nome.as_str()))
}

/// The total of a centre, as printed.
fn whole(graph: &Graph, unit: Id<Unita>) -> Option<(Euro, Span)> {
    let total = graph
        .totali
        .iter()
        .find(|total| total.unita == unit && total.livello.is_none())?;
    total.importo.map(|amount| (amount.value, amount.span))
}

/// Hundredths of a per cent, rounded to the nearest; nothing where the whole is no positive amount.
fn part_of(amount: Euro, whole: Euro) -> Option<Percentuale> {
    let (amount, whole) = (i128::from(amount.cents()), i128::from(whole.cents()));
    let rounded = (whole > 0).then(|| (amount * 10_000 + whole / 2).div_euclid(whole))?;
    i64::try_from(rounded).ok().map(Percentuale)
}

/// The products and projects that a summary announces under a total.
fn announced<'g>(graph: &'g Graph, total: &Totale) -> Vec<&'g Progetto> {
    let of_unit = graph
        .relations
        .progetti_di_unita
        .of(total.unita)
        .iter()
        .map(|id| &graph.progetti[*id]);
    of_unit
        .filter(|product| product.annuncio.is_some() && stands_under(graph, product, total))
        .collect()
}

fn stands_under(graph: &Graph, product: &Progetto, total: &Totale) -> bool {
    let line = product
        .linea_strategica
        .map(|line| path(graph, line))
        .unwrap_or_default();
    let above = total.percorso.iter();
    line.len() >= total.percorso.len()
        && line
            .iter()
            .zip(above)
            .all(|(title, above)| letters(title) == letters(above))
}

/// What a total sums up, in words.
fn name(graph: &Graph, total: &Totale) -> (String, String) {
    let title = total
        .percorso
        .last()
        .map_or(graph.unita[total.unita].nome.as_str(), |title| title);
    let (it, en) = match total.livello {
        Some(LivelloLinea::Azione) => ("dell'azione", "of the action"),
        Some(LivelloLinea::ObiettivoStrategico) => ("dell'obiettivo strategico", "of the strategic goal"),
        Some(LivelloLinea::ObiettivoOperativo) => ("dell'obiettivo operativo", "of the operative goal"),
        Some(LivelloLinea::Indirizzo) => ("dell'indirizzo", "of the direction"),
        None => ("del centro", "of the centre"),
    };
    (format!("{it} «{title}»"), format!("{en} “{title}”"))
}
