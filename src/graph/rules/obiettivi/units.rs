//! The index of units against the body.

use crate::diag::register::unita::{
    CODICE_UNITA_DIVERSO, UNITA_ANNUNCIATA_MANCANTE, UNITA_NON_IN_INDICE, UNITA_SENZA_OBIETTIVI,
};
use crate::diag::{Code, Diagnostic};
use crate::graph::Graph;
use crate::model::{Detto, Id, Slug, Testo, Unita, VoceIndice};

/// Units that the index announces and the body lacks, or the other way round, and units without an objective.
pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = graph.indice.iter().filter_map(|voce| entry(graph, voce)).collect();
    found.extend(graph.unita.ids().filter_map(|id| unannounced(graph, id)));
    found.extend(graph.unita.ids().filter_map(|id| empty(graph, id)));
    found
}

fn entry(graph: &Graph, voce: &VoceIndice) -> Option<Diagnostic> {
    let VoceIndice::Unita {
        codice,
        nome,
        sotto,
        unita,
        origine,
        ..
    } = voce
    else {
        return None;
    };
    let said = |code: &'static Code| {
        Diagnostic::new(code)
            .at(origine.span)
            .with("codice", codice.as_str())
            .with("nome", nome.as_str())
    };
    match unita.map(|id| &graph.unita[id]) {
        None => Some(missing(graph, said(&UNITA_ANNUNCIATA_MANCANTE), nome, sotto.as_deref())),
        Some(unita) if unita.codice != *codice => Some(
            said(&CODICE_UNITA_DIVERSO)
                .and(unita.codice.span)
                .with("stampato", unita.codice.as_str())
                .about(unita.id.as_str(), unita.nome.as_str()),
        ),
        Some(_) => None,
    }
}

/// Says where the document has the unit instead, if another place of the plan does.
fn missing(graph: &Graph, finding: Diagnostic, name: &Detto<Testo>, above: Option<&str>) -> Diagnostic {
    let same = |unit: &&Unita| unit.nome.span.file == name.span.file && Slug::of(&unit.nome) == Slug::of(name);
    let twin = graph.unita.iter().find(same);
    let elsewhere = twin.and_then(|unit| Some((unit, above?, graph.unita[unit.superiore?].codice.as_str())));
    let Some((unit, above, there)) = elsewhere else {
        return finding
            .with("sotto", "")
            .with_words("fatto", "non la riporta", "lacks it");
    };
    finding
        .and(unit.origine.span)
        .with_words("sotto", format!(" sotto «{above}»"), format!(" under “{above}”"))
        .with_words(
            "fatto",
            format!("la riporta solo sotto «{there}»"),
            format!("has it under “{there}” only"),
        )
}

/// A unit that its document's index leaves out; a document without an index announces nothing.
fn unannounced(graph: &Graph, id: Id<Unita>) -> Option<Diagnostic> {
    let mut entries = graph.indice.iter().filter_map(|voce| match voce {
        VoceIndice::Unita { unita, origine, .. } => Some((unita, origine.span.file)),
        VoceIndice::Scheda { .. } => None,
    });
    let file = graph.unita[id].origine.span.file;
    let has_index = entries.clone().any(|(_, of)| of == file);
    let announced = entries.any(|(unita, _)| *unita == Some(id));
    (has_index && !announced).then(|| about(graph, &UNITA_NON_IN_INDICE, id))
}

/// A unit at the end of the tree that answers for nothing.
fn empty(graph: &Graph, id: Id<Unita>) -> Option<Diagnostic> {
    let relations = &graph.relations;
    let is_empty = relations.unita_sotto.of(id).is_empty()
        && relations.obiettivi_di_unita.of(id).is_empty()
        && relations.progetti_di_unita.of(id).is_empty();
    is_empty.then(|| about(graph, &UNITA_SENZA_OBIETTIVI, id))
}

fn about(graph: &Graph, code: &'static Code, id: Id<Unita>) -> Diagnostic {
    let unita = &graph.unita[id];
    Diagnostic::new(code)
        .at(unita.origine.span)
        .with("codice", unita.codice.as_str())
        .with("nome", unita.nome.as_str())
        .about(unita.id.as_str(), unita.nome.as_str())
}
