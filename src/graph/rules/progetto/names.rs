//! A family name that the address spells otherwise.

use crate::diag::Diagnostic;
use crate::diag::register::progetto::NOME_IN_DUE_GRAFIE;
use crate::graph::Graph;
use crate::model::{Contatto, Slug};

/// Names shorter than this are too alike by chance.
const SHORTEST: usize = 4;

pub(super) fn check(graph: &Graph, found: &mut Vec<Diagnostic>) {
    let of_projects = graph.contatti.iter().filter(|contact| contact.piano.is_some());
    found.extend(of_projects.filter_map(two_spellings));
}

/// A finding if the address is `given.family`, the given name agrees and the family name is nearly the printed one.
fn two_spellings(contact: &Contatto) -> Option<Diagnostic> {
    let (nome, cognome, email) = (
        contact.nome.as_ref()?,
        contact.cognome.as_ref()?,
        contact.email.as_ref()?,
    );
    let (given, family) = email.split_once('@')?.0.split_once(['.', '_', '-'])?;
    let [given, family, printed_given, printed] = [given, family, nome, cognome].map(letters);
    let same_person = given == printed_given || (given.len() == 1 && printed_given.starts_with(&given));
    let long_enough = family.len() >= SHORTEST && printed.len() >= SHORTEST;
    let nearly = (1..=2).contains(&strsim::levenshtein(&family, &printed)) && long_enough;
    let finding = Diagnostic::new(&NOME_IN_DUE_GRAFIE).at(email.span).and(cognome.span);
    (same_person && nearly).then(|| {
        finding
            .with("nome", format!("{} {}", nome.value, cognome.value))
            .with("indirizzo", email.as_str())
            .about(contact.id.as_str(), format!("{} {}", nome.value, cognome.value))
    })
}

/// Lower-case letters without accents, nothing else.
fn letters(text: &str) -> String {
    Slug::of(text).as_str().replace('-', "")
}
