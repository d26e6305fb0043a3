//! Participants of a meeting: a table of people with their body, address and telephones.

use super::columns::{body, cell, column, headed, said};
use super::person;
use super::reading::Reading;
use crate::model::{Bozza, Contatto, Origine, Riferimento, RuoloContatto};
use crate::read::block::{Block, Row};
use crate::read::telephones;

/// The columns of a table of participants.
struct Columns {
    ente: usize,
    nome: usize,
    cognome: Option<usize>,
    email: Option<usize>,
    telefono: Option<usize>,
}

/// The columns, if the header is one of a table of participants: body, name, and a way to reach the person.
fn columns(header: &Row<'_>) -> Option<Columns> {
    let columns = Columns {
        ente: column(header, &["ente", "amministrazione", "organizzazione"])?,
        nome: column(header, &["nome", "partecipante", "referente"])?,
        cognome: column(header, &["cognome"]),
        email: column(header, &["e-mail", "email", "mail", "posta"]),
        telefono: column(header, &["tel", "cell"]),
    };
    (columns.email.is_some() || columns.telefono.is_some()).then_some(columns)
}

/// Whether a block is a table of participants.
pub(super) fn is(block: &Block<'_>) -> bool {
    headed(block, columns).is_some()
}

/// Takes a table of participants.
pub(super) fn take<'s>(reading: &mut Reading<'s>, block: &Block<'s>) -> bool {
    let Some((table, columns)) = headed(block, columns) else {
        return false;
    };
    let mut ente = None;
    for row in body(table) {
        ente = said(row, Some(columns.ente)).or(ente);
        let mut contatto = participant(row, &columns);
        let numbers = cell(row, columns.telefono).filter(|cell| !cell.says_nothing());
        if let Some(cell) = numbers.filter(|_| contatto.telefoni.is_empty()) {
            reading.unread(cell.span());
        }
        contatto.ente = ente.clone().map(Riferimento::scritto);
        reading.bozze.contatti.push(contatto);
    }
    true
}

/// The person of a row, not yet with the body: a merged cell stands on the first of its rows only.
fn participant(row: &Row<'_>, columns: &Columns) -> Contatto<Bozza> {
    let (nome, cognome) = match (columns.cognome, cell(row, Some(columns.nome))) {
        (None, Some(both)) => person::split(both),
        (cognome, _) => (said(row, Some(columns.nome)), said(row, cognome)),
    };
    Contatto {
        id: None,
        scheda: None,
        piano: Some(Riferimento::Locale(0)),
        ente: None,
        ruolo: RuoloContatto::Partecipante,
        nome,
        cognome,
        email: said(row, columns.email),
        telefoni: cell(row, columns.telefono).map(telephones).unwrap_or_default(),
        origine: Origine::letta(row.span),
    }
}
