use super::about;
use crate::diag::Diagnostic;
use crate::diag::register::catalogo::PARTECIPANTI_SENZA_NUMERO;
use crate::graph::Graph;
use crate::model::{Partecipanti, Scheda, TipoDocumento};
use crate::source::{FileId, Span};

/// Looks for capacities that tell no number, among those that the office itself wrote, in front matter or a table: in
/// a printed form the line as often says who may come, and nobody can add to it.
pub(super) fn check(graph: &Graph, found: &mut Vec<Diagnostic>) {
    let printed: Vec<FileId> = printed(graph).collect();
    for card in graph
        .schede
        .iter()
        .filter(|card| card.partecipanti == Partecipanti::default())
    {
        let Some(said) = &card.partecipanti_testo else { continue };
        if !printed.contains(&said.span.file) {
            found.push(without_number(card, said.span, &said.value));
        }
    }
}

fn printed(graph: &Graph) -> impl Iterator<Item = FileId> {
    let catalogues = graph
        .documenti
        .iter()
        .filter(|documento| documento.tipo == TipoDocumento::Catalogo);
    catalogues.filter_map(|documento| documento.testo)
}

fn without_number(card: &Scheda, at: Span, said: &str) -> Diagnostic {
    about(
        Diagnostic::new(&PARTECIPANTI_SENZA_NUMERO)
            .at(at)
            .with("partecipanti", said),
        card,
    )
}
