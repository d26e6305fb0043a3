//! What was read, as lines that a person can compare with the document.

use vetrina::diag::{Language, Reported};
use vetrina::model::{Bozze, Detto, Euro, Giorno, Piano, Riferimento, Sezione, Testo};
use vetrina::source::Span;

/// Every draft with its line, then every finding.
pub(super) fn describe(text: &str, read: &Reported<Bozze>) -> String {
    let mut out = Vec::new();
    let line = |span: Span| text[..span.start as usize].matches('\n').count() + 1;
    let bozze = &read.value;
    for piano in &bozze.piani {
        describe_piano(&mut out, piano);
    }
    for c in &bozze.contatti {
        let telefoni: Vec<&str> = c.telefoni.iter().map(|t| t.as_str()).collect();
        let ente = c.ente.as_ref().map(name);
        let (nome, cognome, email) = (said(&c.nome), said(&c.cognome), said(&c.email));
        let at = line(c.origine.span);
        let ruolo = c.ruolo.word();
        out.push(format!(
            "{at}: {ruolo} {nome:?} {cognome:?} di {ente:?}, {email:?} {telefoni:?}"
        ));
    }
    for p in &bozze.partner {
        let importi = [&p.personale_interno, &p.spese_generali, &p.beni_servizi, &p.totale].map(amount);
        let at = line(p.origine.span);
        out.push(format!("{at}: {} {:?} {importi:?}", p.ruolo.word(), name(&p.ente)));
    }
    for t in &bozze.totali_partner {
        let importi = [&t.personale_interno, &t.spese_generali, &t.beni_servizi, &t.totale].map(amount);
        out.push(format!("{}: totale {importi:?}", line(t.origine.span)));
    }
    for a in &bozze.attivita {
        let (inizio, fine) = (day(&a.inizio), day(&a.fine));
        let at = line(a.origine.span);
        let (azione, codice) = (said(&a.azione), said(&a.codice));
        out.push(format!(
            "{at}: attività {azione:?} {codice:?} {:?} {inizio} / {fine}",
            a.descrizione.value
        ));
        for testo in &a.altre_descrizioni {
            out.push(format!("   {}: anche {:?}", line(testo.span), testo.value));
        }
        for periodo in &a.altri_periodi {
            out.push(format!("   {}: anche {:?}", line(periodo.span), periodo.value));
        }
    }
    for i in &bozze.indicatori {
        let ambito = i.ambito.map(vetrina::model::Ambito::word);
        let (at, azione) = (line(i.origine.span), said(&i.azione));
        let (testo, atteso) = (&i.testo.value, said(&i.valore_atteso));
        out.push(format!(
            "{at}: indicatore {ambito:?} {azione:?} {testo:?} {atteso:?} = {:?} {:?}",
            i.operatore, i.valore
        ));
    }
    for s in &bozze.scadenze {
        let (at, chi, entro) = (line(s.origine.span), said(&s.chi), day(&s.entro));
        out.push(format!("{at}: entro {entro} {chi:?} {:?}", s.cosa.value));
    }
    for sezione in &bozze.sezioni {
        describe_sezione(&mut out, line(sezione.origine.span), sezione);
    }
    for problem in &read.problems {
        let at = problem.place.map(line);
        out.push(format!(
            "! {at:?} {}: {}",
            problem.code.id,
            problem.message(Language::It)
        ));
    }
    out.join("\n")
}

fn describe_piano(out: &mut Vec<String>, piano: &Piano<vetrina::model::Bozza>) {
    let ente = piano.ente.as_ref().map(name);
    out.push(format!("piano {:?} di {ente:?}", piano.titolo.value));
    let (inizio, fine) = (day(&piano.inizio), day(&piano.fine));
    let costo = amount(&piano.costo);
    out.push(format!(
        "  {inizio} / {fine}, {costo:?}, {:?}, cup {:?}",
        said(&piano.programma),
        said(&piano.cup)
    ));
}

fn describe_sezione(out: &mut Vec<String>, at: usize, sezione: &Sezione<vetrina::model::Bozza>) {
    let ente = sezione.ente.as_ref().map(name);
    out.push(format!(
        "{at}: sezione {} {:?} {ente:?}",
        sezione.tipo.word(),
        sezione.titolo.value
    ));
    for voce in &sezione.voci {
        let dates = voce
            .inizio
            .zip(voce.fine)
            .map(|(from, to)| format!(" [{from} / {to}]"))
            .unwrap_or_default();
        out.push(format!("   - {:?} {:?}{dates}", said(&voce.titolo), voce.testo.value));
    }
}

pub(super) fn name(reference: &Riferimento) -> &str {
    match reference {
        Riferimento::Scritto(name) => name.as_str(),
        Riferimento::Sezione(_) => "",
        Riferimento::Locale(_) => "",
    }
}

fn said(text: &Option<Detto<Testo>>) -> Option<&str> {
    text.as_ref().map(|text| text.as_str())
}

fn day(day: &Option<Detto<Giorno>>) -> String {
    day.as_ref().map_or("?".to_owned(), |day| day.value.to_string())
}

fn amount(amount: &Option<Detto<Euro>>) -> Option<String> {
    amount.as_ref().map(|amount| amount.value.to_string())
}
