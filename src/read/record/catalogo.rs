//! The exchange catalogue: cards, contacts, dates, month grids.

use super::slot::{Rejection, Slot, Step, blank, several};
use super::{Column, Record, columns};
use crate::diag::register::matter::DATA_NON_LETTA;
use crate::model::{
    Bozza, Bozze, Contatto, Detto, Disponibilita, Durata, Giorno, Origine, Partecipanti, Riferimento, RuoloContatto,
    Scheda, Stato, Testo, TipoDisponibilita, VoceCalendario,
};
use crate::read::cell;

impl Record for Scheda<Bozza> {
    const TABLE: &'static str = "schede";
    const APART: &'static [&'static str] = &["numero", "ente"];
    const REQUIRED: &'static [&'static str] = &["ente", "titolo"];
    const COLUMNS: &'static [Column<Self>] = columns![
        id, ente, numero, titolo, ufficio, descrizione Prose, modalita Prose,
        "partecipanti" => capacity,
        "partecipanti_testo" => capacity,
        "partecipanti_min" => |scheda, said| scheda.partecipanti.min.put(said),
        "partecipanti_max" => |scheda, said| scheda.partecipanti.max.put(said),
        "durata" => length,
        "durata_testo" => length,
        "giornate_min" => |scheda, said| scheda.giornate.min.put(said),
        "giornate_max" => |scheda, said| scheda.giornate.max.put(said),
        url,
    ];

    fn blank(origine: Origine) -> Self {
        Self {
            id: None,
            ente: Riferimento::scritto(blank(&origine)),
            numero: None,
            titolo: blank(&origine),
            ospitante: None,
            ufficio: None,
            descrizione: None,
            modalita: None,
            partecipanti: Partecipanti::default(),
            partecipanti_testo: None,
            giornate: Durata::default(),
            durata_testo: None,
            url: Testo::new(),
            origine,
        }
    }

    fn list(bozze: &mut Bozze) -> &mut Vec<Self> {
        &mut bozze.schede
    }
}

/// How many people, as written; the numbers follow from it, unless columns behind say otherwise.
fn capacity(scheda: &mut Scheda<Bozza>, said: Detto<Testo>) -> Step {
    scheda.partecipanti = cell::parse_partecipanti(&said);
    scheda.partecipanti_testo.put(said)
}

/// How long, as written; the numbers follow from it, unless columns behind say otherwise.
fn length(scheda: &mut Scheda<Bozza>, said: Detto<Testo>) -> Step {
    scheda.giornate = cell::parse_durata(&said);
    scheda.durata_testo.put(said)
}

impl Record for Contatto<Bozza> {
    const TABLE: &'static str = "contatti";
    const BELONGS: &'static [&'static [&'static str]] = &[&["scheda", "piano"]];
    const REQUIRED: &'static [&'static str] = &["ruolo"];
    const COLUMNS: &'static [Column<Self>] = columns![
        id, scheda, piano, ente, ruolo, nome, cognome, email,
        "telefono" Several => |contatto, said| {
            contatto.telefoni = phones(&said);
            Ok(())
        },
    ];

    fn blank(origine: Origine) -> Self {
        Self {
            id: None,
            scheda: None,
            piano: None,
            ente: None,
            ruolo: RuoloContatto::Altro,
            nome: None,
            cognome: None,
            email: None,
            telefoni: Vec::new(),
            origine,
        }
    }

    fn list(bozze: &mut Bozze) -> &mut Vec<Self> {
        &mut bozze.contatti
    }
}

impl Record for Disponibilita<Bozza> {
    const TABLE: &'static str = "disponibilita";
    const BELONGS: &'static [&'static [&'static str]] = &[&["scheda"]];
    const REQUIRED: &'static [&'static str] = &["inizio", "fine"];
    const COLUMNS: &'static [Column<Self>] = columns![scheda, gruppo, tipo, inizio, fine, stato, testo];

    fn blank(origine: Origine) -> Self {
        Self {
            scheda: Riferimento::scritto(blank(&origine)),
            gruppo: 0,
            tipo: TipoDisponibilita::Giorno,
            inizio: Giorno::default(),
            fine: Giorno::default(),
            stato: Stato::Fissata,
            testo: blank(&origine),
            origine,
        }
    }

    fn list(bozze: &mut Bozze) -> &mut Vec<Self> {
        &mut bozze.disponibilita
    }
}

impl Record for VoceCalendario<Bozza> {
    const TABLE: &'static str = "calendario";
    const REQUIRED: &'static [&'static str] = &["mese", "etichetta"];
    const COLUMNS: &'static [Column<Self>] = columns![
        "mese" => |voce, said| {
            voce.mese = first_of_month(&said).ok_or(Rejection::of(&DATA_NON_LETTA))?;
            Ok(())
        },
        colonna, data, etichetta, scheda, stato,
    ];

    fn blank(origine: Origine) -> Self {
        Self {
            mese: Giorno::default(),
            colonna: None,
            data: None,
            etichetta: blank(&origine),
            scheda: None,
            intese: Vec::new(),
            stato: None,
            origine,
        }
    }

    fn list(bozze: &mut Bozze) -> &mut Vec<Self> {
        &mut bozze.calendario
    }
}

/// Several telephones, joined with `;` as in the open data or as people print them.
fn phones(said: &Detto<Testo>) -> Vec<Detto<Testo>> {
    let printed = cell::parse_phones(said);
    if said.contains(';') || printed.len() < 2 {
        return several(said);
    }
    let printed = printed.iter().map(|phone| Detto::new(phone.text.into(), said.span));
    printed.collect()
}

/// A month as data (`2024-09`) or as people write it (`settembre 2024`), by its first day.
fn first_of_month(text: &str) -> Option<Giorno> {
    let as_data = || format!("{text}-01").parse().ok();
    as_data().or_else(|| Some(cell::parse_period(text, None)?.inizio))
}
