//! Codes that two things of one plan bear: references by such a code are lost, and readers take one thing for the other.

use std::collections::HashMap;

use crate::diag::Diagnostic;
use crate::diag::register::grafo::CODICE_RIPETUTO;
use crate::graph::Graph;
use crate::model::{Detto, Id, LivelloLinea, Piano, Testo};
use crate::source::Span;

/// A code that no two things of a kind bear in one plan; lines of different levels may.
type Coded<'g> = (Id<Piano>, Option<LivelloLinea>, &'g Detto<Testo>);

/// Every unit, line, project and objective whose code another of its kind bears in the same plan.
pub(super) fn check(graph: &Graph, found: &mut Vec<Diagnostic>) {
    let unita = graph.unita.iter().map(|it| (it.piano, None, &it.codice));
    found.extend(repeated(("dell'unità", "unit"), unita));
    let linee = graph.linee_strategiche.iter();
    let linee = linee.filter_map(|it| Some((it.piano, Some(it.livello), it.codice.as_ref()?)));
    found.extend(repeated(("della linea strategica", "strategic line"), linee));
    let progetti = graph.progetti.iter().map(|it| (it.piano, None, &it.codice));
    found.extend(repeated(("del progetto", "project"), progetti));
    let obiettivi = graph.obiettivi.iter();
    let obiettivi = obiettivi.filter_map(|it| Some((it.piano, None, it.codice.as_ref()?)));
    found.extend(repeated(("dell'obiettivo", "objective"), obiettivi));
}

/// A finding for each thing whose code stood before.
fn repeated<'g>(
    (of, whose): (&'static str, &'static str),
    coded: impl Iterator<Item = Coded<'g>>,
) -> impl Iterator<Item = Diagnostic> {
    let mut first: HashMap<(Id<Piano>, Option<LivelloLinea>, &'g str), Span> = HashMap::new();
    coded.filter_map(move |(piano, livello, code)| {
        if code.trim().is_empty() {
            return None;
        }
        let known = *first.entry((piano, livello, code)).or_insert(code.span);
        (known != code.span).then(|| {
            let finding = Diagnostic::new(&CODICE_RIPETUTO).at(code.span).and(known);
            finding.with("codice", code.as_str()).with_words("di", of, whose)
        })
    })
}
