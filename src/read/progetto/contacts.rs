//! Contacts of a project: lines with an address, under a title that says so.

use super::reading::Reading;
use super::{person, text};
use crate::model::{Bozza, Contatto, Detto, Origine, Riferimento, RuoloContatto, Testo};
use crate::read::block::{Block, Inline, Kind};
use crate::read::cell::parse_email;
use crate::read::telephones;

/// Words in front of an address that name no person.
const LABELS: [&str; 6] = ["e-mail", "email", "mail", "pec", "posta elettronica", "indirizzo"];

/// Takes a line with an address under the contacts.
pub(super) fn take<'s>(reading: &mut Reading<'s>, block: &Block<'s>) -> bool {
    let title = reading.title().to_lowercase();
    let (Kind::Item { lines, .. } | Kind::Paragraph { lines }) = &block.kind else {
        return false;
    };
    let ([line], true) = (lines.as_slice(), title.contains("contatti")) else {
        return false;
    };
    let Some(contatto) = contact(text::unmarked(*line)) else {
        return false;
    };
    reading.bozze.contatti.push(contatto);
    true
}

fn contact(line: Inline<'_>) -> Option<Contatto<Bozza>> {
    let (address, at) = parse_email(line.raw())?;
    let email = Detto::new(address.into(), line.part(at, at + address.len()).span());
    let (nome, cognome) = name(line.part(0, at));
    Some(Contatto {
        id: None,
        scheda: None,
        piano: Some(Riferimento::Locale(0)),
        ente: None,
        ruolo: RuoloContatto::Altro,
        nome,
        cognome,
        email: Some(email),
        telefoni: telephones(&line.part(at + address.len(), line.raw().len())),
        origine: Origine::letta(line.span()),
    })
}

/// The name in front of an address; a label is none.
fn name(front: Inline<'_>) -> (Option<Detto<Testo>>, Option<Detto<Testo>>) {
    let raw = front
        .raw()
        .trim_end_matches(|c: char| c.is_whitespace() || "[(<:,-–".contains(c));
    let name = front.part(0, raw.len() - label(raw));
    if name.is_empty() {
        (None, None)
    } else {
        person::split(&name)
    }
}

/// Length of the label that a text ends with, with the marks in front of it.
fn label(text: &str) -> usize {
    let ends = |label: &&&str| {
        let at = text.len().checked_sub(label.len());
        let label_at = at.filter(|at| text.get(*at..).is_some_and(|tail| tail.eq_ignore_ascii_case(label)));
        label_at.is_some_and(|at| !text[..at].ends_with(char::is_alphanumeric))
    };
    let Some(label) = LABELS.iter().find(ends) else {
        return 0;
    };
    let name = text[..text.len() - label.len()].trim_end_matches(|c: char| c.is_whitespace() || "[(<:,;-–".contains(c));
    text.len() - name.len()
}
