//! What was read, set out so that it can be held against the document by eye.

use std::fmt::Write as _;

use vetrina::diag::Language;
use vetrina::model::{Bozza, Contatto, Detto, Disponibilita, Riferimento, Scheda, Testo, VoceCalendario, VoceIndice};
use vetrina::source::Span;

use super::Read;

/// Everything of a document, line numbers in front.
pub(super) fn outline(read: &Read) -> String {
    let bozze = &read.reported.value;
    let mut out = String::new();
    for entry in &bozze.indice {
        index_entry(read, entry, &mut out);
    }
    for (at, card) in bozze.schede.iter().enumerate() {
        header(read, at, card, &mut out);
        let own = |rif: &Riferimento| *rif == Riferimento::Locale(at as u32);
        for contact in bozze
            .contatti
            .iter()
            .filter(|contact| contact.scheda.as_ref().is_some_and(own))
        {
            person(read, contact, &mut out);
        }
        for date in bozze.disponibilita.iter().filter(|date| own(&date.scheda)) {
            day(read, date, &mut out);
        }
        text("descrizione", card.descrizione.as_ref(), &mut out);
        text("modalita", card.modalita.as_ref(), &mut out);
    }
    for label in &bozze.calendario {
        cell(read, label, &mut out);
    }
    problems(read, &mut out);
    out
}

fn lines(read: &Read, span: Span) -> String {
    let lines = read.sources.lines(span);
    match lines.start() == lines.end() {
        true => format!("{}", lines.start()),
        false => format!("{}-{}", lines.start(), lines.end()),
    }
}

fn said(text: Option<&Detto<Testo>>) -> &str {
    text.map_or("∅", |text| text.value.as_str())
}

fn named(reference: &Riferimento) -> String {
    match reference {
        Riferimento::Locale(at) => format!("#{at}"),
        Riferimento::Scritto(text) => text.value.to_string(),
        Riferimento::Sezione(_) => String::new(),
    }
}

fn index_entry(read: &Read, entry: &VoceIndice<Bozza>, out: &mut String) {
    let VoceIndice::Scheda {
        ente,
        numero,
        titolo,
        ufficio,
        durata,
        scheda,
        origine,
        ..
    } = entry
    else {
        return;
    };
    let to = scheda.as_ref().map_or_else(|| "∅".to_owned(), named);
    let (ente, titolo, ufficio, durata) = (&ente.value, &titolo.value, &ufficio.value, &durata.value);
    let at = lines(read, origine.span);
    writeln!(
        out,
        "[{at}] indice → {to}: {ente} / {numero:?} / {titolo} / {ufficio} / {durata}"
    )
    .unwrap();
}

fn header(read: &Read, at: usize, card: &Scheda<Bozza>, out: &mut String) {
    let host = named(&card.ente);
    writeln!(
        out,
        "\n══ #{at} [{}] {host} {:?}",
        lines(read, card.origine.span),
        card.numero
    )
    .unwrap();
    writeln!(out, "titolo [{}] {}", lines(read, card.titolo.span), card.titolo.value).unwrap();
    writeln!(out, "ospitante {}", said(card.ospitante.as_ref())).unwrap();
    writeln!(out, "ufficio {}", said(card.ufficio.as_ref())).unwrap();
    let (people, days) = (card.partecipanti, card.giornate);
    writeln!(
        out,
        "partecipanti {:?}..{:?} {}",
        people.min,
        people.max,
        said(card.partecipanti_testo.as_ref())
    )
    .unwrap();
    writeln!(
        out,
        "durata {:?}..{:?} {}",
        days.min,
        days.max,
        said(card.durata_testo.as_ref())
    )
    .unwrap();
}

fn person(read: &Read, contact: &Contatto<Bozza>, out: &mut String) {
    let phones: Vec<&str> = contact.telefoni.iter().map(|phone| phone.value.as_str()).collect();
    let at = lines(read, contact.origine.span);
    let (nome, cognome) = (said(contact.nome.as_ref()), said(contact.cognome.as_ref()));
    let email = said(contact.email.as_ref());
    writeln!(
        out,
        "[{at}] {}: {nome} | {cognome} | {email} | {}",
        contact.ruolo.word(),
        phones.join("; ")
    )
    .unwrap();
}

fn day(read: &Read, date: &Disponibilita<Bozza>, out: &mut String) {
    let at = lines(read, date.origine.span);
    let (tipo, stato) = (date.tipo.word(), date.stato.word());
    let Disponibilita {
        gruppo, inizio, fine, ..
    } = date;
    writeln!(
        out,
        "[{at}] {gruppo} {tipo} {inizio}..{fine} {stato} «{}»",
        date.testo.value
    )
    .unwrap();
}

fn text(name: &str, text: Option<&Detto<Testo>>, out: &mut String) {
    writeln!(out, "── {name}\n{}", said(text)).unwrap();
}

fn cell(read: &Read, label: &VoceCalendario<Bozza>, out: &mut String) {
    let at = lines(read, label.origine.span);
    let column = label
        .colonna
        .map_or_else(|| "∅".to_owned(), |column| column.to_string());
    let to = label.scheda.as_ref().map_or_else(|| "∅".to_owned(), named);
    let stato = label.stato.map_or("", |stato| stato.word());
    writeln!(
        out,
        "[{at}] {} {column} «{}» → {to} {stato}",
        label.mese.format("%Y-%m"),
        label.etichetta.value
    )
    .unwrap();
}

fn problems(read: &Read, out: &mut String) {
    for problem in &read.reported.problems {
        let at = problem.place.map(|place| lines(read, place)).unwrap_or_default();
        writeln!(out, "! [{at}] {}: {}", problem.code.id, problem.message(Language::It)).unwrap();
    }
}
