//! Targets that stand beside the wrong indicator.

use super::words;
use crate::diag::Diagnostic;
use crate::diag::register::progetto::{COLONNA_SPOSTATA, INDICATORE_DUE_VALORI, VALORE_INCOERENTE};
use crate::graph::Graph;
use crate::model::{Detto, Id, Indicatore, Piano, Testo, ValoreAtteso};

/// What indicators that count or measure begin with.
const QUANTITIES: [&str; 7] = ["numero", "n.", "n°", "tasso", "percentuale", "quota", "quantità"];

pub(super) fn check(graph: &Graph, found: &mut Vec<Diagnostic>) {
    for (piano, node) in graph.piani.entries() {
        let indicators: Vec<&Indicatore> = of_actions(graph, piano).collect();
        let tables = tables(graph, &indicators);
        let shifted = tables.iter().filter_map(|table| shifted(table));
        let doubled = doubled(&indicators, &tables);
        let unfit = tables.iter().flat_map(|table| table.windows(2).filter_map(unfit));
        let findings = shifted.chain(doubled).chain(unfit);
        found.extend(findings.map(|finding| finding.about(node.id.as_str(), node.titolo.as_str())));
    }
}

/// The indicators of a project's actions, as printed.
fn of_actions(graph: &Graph, piano: Id<Piano>) -> impl Iterator<Item = &Indicatore> {
    let ids = graph.relations.indicatori_di_piano.of(piano).iter();
    ids.map(|id| &graph.indicatori[*id])
        .filter(|indicator| indicator.azione.is_some())
}

/// The rows that stand line under line, table by table.
fn tables<'g>(graph: &Graph, indicators: &[&'g Indicatore]) -> Vec<Vec<&'g Indicatore>> {
    let line = |indicator: &Indicatore| *graph.sources.lines(indicator.origine.span).start();
    let follows = |a: &&Indicatore, b: &&Indicatore| line(b) == line(a) + 1;
    indicators.chunk_by(follows).map(<[_]>::to_vec).collect()
}

fn target(indicator: &Indicatore) -> Option<&Detto<Testo>> {
    indicator.valore_atteso.as_ref()
}

fn same_text(a: &Indicatore, b: &Indicatore) -> bool {
    words::of(&a.testo) == words::of(&b.testo)
}

fn other_target(a: &Indicatore, b: &Indicatore) -> bool {
    target(a)
        .zip(target(b))
        .is_some_and(|(a, b)| a.to_lowercase() != b.to_lowercase())
}

/// A table whose last row says again what its first row says, with another target: the texts have moved up by a row.
fn shifted(table: &[&Indicatore]) -> Option<Diagnostic> {
    let [first, .., last] = table else { return None };
    let repeats = same_text(first, last) && other_target(first, last);
    repeats
        .then(|| two_targets(Diagnostic::new(&COLONNA_SPOSTATA), first, last))
        .flatten()
}

/// Pairs of rows with one text and two targets, those at the two ends of a table left to [`shifted`].
fn doubled(indicators: &[&Indicatore], tables: &[Vec<&Indicatore>]) -> Vec<Diagnostic> {
    let is_shifted = |a: &Indicatore, b: &Indicatore| {
        let mut ends = tables
            .iter()
            .filter_map(|table| Some((*table.first()?, *table.last()?)));
        ends.any(|(first, last)| std::ptr::eq(first, a) && std::ptr::eq(last, b))
    };
    let pairs = indicators.iter().enumerate().filter_map(|(at, later)| {
        let mut before = indicators[..at].iter().filter(|earlier| earlier.ambito == later.ambito);
        let earlier = before.find(|earlier| same_text(earlier, later) && other_target(earlier, later))?;
        let finding = Diagnostic::new(&INDICATORE_DUE_VALORI);
        (!is_shifted(earlier, later))
            .then(|| two_targets(finding, earlier, later))
            .flatten()
    });
    pairs.collect()
}

fn two_targets(finding: Diagnostic, first: &Indicatore, second: &Indicatore) -> Option<Diagnostic> {
    let (first_target, second_target) = target(first).zip(target(second))?;
    Some(
        finding
            .at(second_target.span)
            .and(first_target.span)
            .with("indicatore", second.testo.as_str())
            .with("primo", first_target.as_str())
            .with("secondo", second_target.as_str()),
    )
}

/// Of two rows, the first counts something and expects a yes or no, while the number stands in the row below.
fn unfit(rows: &[&Indicatore]) -> Option<Diagnostic> {
    let [row, below] = rows else { return None };
    let (own, next) = (target(row)?, target(below)?);
    let text = row.testo.to_lowercase();
    let counts = QUANTITIES
        .iter()
        .any(|word| text.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')));
    let yes_or_no = matches!(row.valore, Some(ValoreAtteso::SiNo(_)));
    let number_below = matches!(
        below.valore,
        Some(ValoreAtteso::Numero(_) | ValoreAtteso::Percentuale(_))
    );
    let finding = Diagnostic::new(&VALORE_INCOERENTE).at(own.span).and(next.span);
    (counts && yes_or_no && number_below).then(|| {
        finding
            .with("indicatore", row.testo.as_str())
            .with("valore", own.as_str())
            .with("vicino", next.as_str())
    })
}
