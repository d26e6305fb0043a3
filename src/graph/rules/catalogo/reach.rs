use crate::diag::Diagnostic;
use crate::diag::register::persone::{EMAIL_NON_LETTA, TELEFONO_SENZA_NUMERO};
use crate::graph::Graph;
use crate::model::Contatto;
use crate::read::cell::parse_email;

/// Looks for contacts by which nobody can be reached.
pub(super) fn check(graph: &Graph, found: &mut Vec<Diagnostic>) {
    for contact in graph.contatti.iter() {
        found.extend(mailbox(contact));
        found.extend(telephones(contact));
    }
}

fn mailbox(contact: &Contatto) -> Option<Diagnostic> {
    let email = contact.email.as_ref().filter(|email| parse_email(email).is_none())?;
    Some(
        Diagnostic::new(&EMAIL_NON_LETTA)
            .at(email.span)
            .with("email", &email.value),
    )
}

fn telephones(contact: &Contatto) -> impl Iterator<Item = Diagnostic> {
    let empty = contact
        .telefoni
        .iter()
        .filter(|phone| !phone.contains(|c: char| c.is_ascii_digit()));
    empty.map(|phone| {
        Diagnostic::new(&TELEFONO_SENZA_NUMERO)
            .at(phone.span)
            .with("telefono", &phone.value)
    })
}
