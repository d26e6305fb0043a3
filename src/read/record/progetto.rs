//! Projects: partners, activities, next steps.

use super::slot::blank;
use super::{Column, Record, Rejection, Value, columns};
use crate::model::{
    Attivita, Bozza, Bozze, Detto, Giorno, Origine, Partner, Periodo, Riferimento, RuoloPartner, Scadenza, Testo,
};
use crate::read::cell::parse_period;

impl Record for Partner<Bozza> {
    const TABLE: &'static str = "partner";
    const REQUIRED: &'static [&'static str] = &["ente"];
    const COLUMNS: &'static [Column<Self>] = columns![
        piano,
        ente,
        ruolo,
        personale_interno,
        spese_generali,
        beni_servizi,
        totale
    ];

    fn blank(origine: Origine) -> Self {
        Self {
            piano: Riferimento::Sezione(origine.span),
            ente: Riferimento::scritto(blank(&origine)),
            ruolo: RuoloPartner::Partner,
            personale_interno: None,
            spese_generali: None,
            beni_servizi: None,
            totale: None,
            origine,
        }
    }

    fn list(bozze: &mut Bozze) -> &mut Vec<Self> {
        &mut bozze.partner
    }
}

impl Record for Attivita<Bozza> {
    const TABLE: &'static str = "attivita";
    const REQUIRED: &'static [&'static str] = &["descrizione"];
    const COLUMNS: &'static [Column<Self>] = columns![
        id,
        piano,
        azione,
        codice Code,
        descrizione,
        "inizio" => |it, said| month_or_day(&said, |month| month.inizio).map(|day| it.inizio = Some(day)),
        "fine" => |it, said| month_or_day(&said, |month| month.fine).map(|day| it.fine = Some(day)),
    ];

    fn blank(origine: Origine) -> Self {
        Self {
            id: None,
            piano: Riferimento::Sezione(origine.span),
            azione: None,
            codice: None,
            descrizione: blank(&origine),
            inizio: None,
            fine: None,
            altri_periodi: Vec::new(),
            altre_descrizioni: Vec::new(),
            origine,
        }
    }

    fn list(bozze: &mut Bozze) -> &mut Vec<Self> {
        &mut bozze.attivita
    }
}

/// A day, or the first or last of a month that is known without its day: of activities, plans often say no more.
fn month_or_day(said: &Detto<Testo>, end: fn(Periodo) -> Giorno) -> Result<Detto<Giorno>, Rejection> {
    let of_month = |no| parse_period(said, None).map(end).ok_or(no);
    let day = Giorno::parse(&said.value).or_else(of_month)?;
    Ok(Detto::new(day, said.span))
}

impl Record for Scadenza<Bozza> {
    const TABLE: &'static str = "scadenze";
    const REQUIRED: &'static [&'static str] = &["cosa"];
    const COLUMNS: &'static [Column<Self>] = columns![piano, cosa, chi, entro];

    fn blank(origine: Origine) -> Self {
        Self {
            piano: Riferimento::Sezione(origine.span),
            cosa: blank(&origine),
            chi: None,
            entro: None,
            origine,
        }
    }

    fn list(bozze: &mut Bozze) -> &mut Vec<Self> {
        &mut bozze.scadenze
    }
}
