//! Headings of Amministrazione Trasparente that editors name.

use crate::diag::register::trasparenza::RUBRICA_IGNOTA;
use crate::diag::{Diagnostic, nearest};
use crate::graph::Graph;
use crate::graph::trasparenza::{rubrica, rubriche};

/// Every `sezione` has to be a heading of the official list.
pub(super) fn check(graph: &Graph, found: &mut Vec<Diagnostic>) {
    let named = graph.pagine.iter().filter_map(|page| page.comuni.trasparenza.as_ref());
    for code in named.filter(|code| rubrica(code).is_none()) {
        let known = rubriche().iter().map(|rubrica| rubrica.codice.as_str());
        let near = nearest(code, known);
        let near: Vec<String> = near.split(", ").map(with_title).collect();
        let finding = Diagnostic::new(&RUBRICA_IGNOTA).at(code.span);
        found.push(finding.with("codice", &code.value).with("vicino", near.join(", ")));
    }
}

fn with_title(code: &str) -> String {
    let title = rubrica(code).map_or("", |rubrica| rubrica.titolo.as_str());
    format!("{code} ({title})")
}
