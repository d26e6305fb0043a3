//! The code of a public investment project (CUP): a project without one, and one that cannot be right.

use crate::diag::Diagnostic;
use crate::diag::register::progetto::{CUP_MANCANTE, CUP_NON_VALIDO};
use crate::graph::Graph;
use crate::model::{Piano, TipoPiano};

pub(super) fn check(graph: &Graph, found: &mut Vec<Diagnostic>) {
    let projects = graph.piani.iter().filter(|piano| piano.tipo == TipoPiano::Progetto);
    found.extend(projects.filter_map(wrong));
}

fn wrong(piano: &Piano) -> Option<Diagnostic> {
    let finding = match &piano.cup {
        None => Diagnostic::new(&CUP_MANCANTE).at(piano.titolo.span),
        Some(cup) if is_cup(cup) => return None,
        Some(cup) => Diagnostic::new(&CUP_NON_VALIDO).at(cup.span).with("cup", cup.as_str()),
    };
    Some(finding.about(piano.id.as_str(), piano.titolo.as_str()))
}

/// Fifteen characters: a letter, two digits of the year, a letter, eleven digits (CIPE resolution 143/2002).
fn is_cup(text: &str) -> bool {
    text.len() == 15
        && text.bytes().enumerate().all(|(at, byte)| match at {
            0 | 3 => byte.is_ascii_uppercase(),
            _ => byte.is_ascii_digit(),
        })
}
