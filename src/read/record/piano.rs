//! Plans: units, strategic lines, products and projects, objectives.

use super::slot::blank;
use super::{Column, Record, columns};
use crate::model::{
    Bozza, Bozze, LineaStrategica, LivelloLinea, Obiettivo, Origine, Piano, Progetto, Riferimento, Testo,
    TipoObiettivo, TipoPiano, TipoProgetto, TipoUnita, Unita,
};

impl Record for Piano<Bozza> {
    const TABLE: &'static str = "piani";
    const REQUIRED: &'static [&'static str] = &["titolo"];
    const COLUMNS: &'static [Column<Self>] =
        columns![id, ente, titolo, tipo, inizio, fine, url, costo, programma, cup, atto];

    fn blank(origine: Origine) -> Self {
        Self {
            id: None,
            ente: None,
            titolo: blank(&origine),
            tipo: TipoPiano::Peg,
            inizio: None,
            fine: None,
            url: Testo::new(),
            costo: None,
            programma: None,
            cup: None,
            atto: None,
            origine,
        }
    }

    fn list(bozze: &mut Bozze) -> &mut Vec<Self> {
        &mut bozze.piani
    }
}

impl Record for Unita<Bozza> {
    const TABLE: &'static str = "unita";
    const APART: &'static [&'static str] = &["codice", "piano"];
    const REQUIRED: &'static [&'static str] = &["nome"];
    const COLUMNS: &'static [Column<Self>] = columns![id, piano, codice Code, nome, tipo, superiore, responsabile, url];

    fn blank(origine: Origine) -> Self {
        Self {
            id: None,
            piano: Riferimento::Sezione(origine.span),
            codice: blank(&origine),
            nome: blank(&origine),
            tipo: TipoUnita::Ufficio,
            superiore: None,
            responsabile: None,
            url: Testo::new(),
            origine,
        }
    }

    fn list(bozze: &mut Bozze) -> &mut Vec<Self> {
        &mut bozze.unita
    }
}

impl Record for LineaStrategica<Bozza> {
    const TABLE: &'static str = "linee_strategiche";
    const REQUIRED: &'static [&'static str] = &["livello", "titolo"];
    const COLUMNS: &'static [Column<Self>] = columns![id, piano, livello, codice Code, titolo, superiore, url];

    fn blank(origine: Origine) -> Self {
        Self {
            id: None,
            piano: Riferimento::Sezione(origine.span),
            livello: LivelloLinea::Indirizzo,
            codice: None,
            titolo: blank(&origine),
            superiore: None,
            url: Testo::new(),
            origine,
        }
    }

    fn list(bozze: &mut Bozze) -> &mut Vec<Self> {
        &mut bozze.linee_strategiche
    }
}

impl Record for Progetto<Bozza> {
    const TABLE: &'static str = "progetti";
    const APART: &'static [&'static str] = &["codice", "piano"];
    const REQUIRED: &'static [&'static str] = &["titolo"];
    const COLUMNS: &'static [Column<Self>] = columns![
        id,
        piano,
        codice Code,
        tipo,
        titolo,
        descrizione Prose,
        unita,
        linea_strategica,
        budget,
        percentuale Share,
        url
    ];

    fn blank(origine: Origine) -> Self {
        Self {
            id: None,
            piano: Riferimento::Sezione(origine.span),
            codice: blank(&origine),
            tipo: TipoProgetto::Progetto,
            titolo: blank(&origine),
            titolo_annunciato: None,
            descrizione: None,
            unita: None,
            riferimento: Vec::new(),
            linea_strategica: None,
            budget: None,
            percentuale: None,
            annuncio: None,
            cartella: Some(origine.span),
            totale_entrate: None,
            totale_spese: None,
            url: Testo::new(),
            origine,
        }
    }

    fn list(bozze: &mut Bozze) -> &mut Vec<Self> {
        &mut bozze.progetti
    }
}

impl Record for Obiettivo<Bozza> {
    const TABLE: &'static str = "obiettivi";
    const APART: &'static [&'static str] = &["codice", "piano", "unita", "progetto"];
    const REQUIRED: &'static [&'static str] = &["titolo"];
    const COLUMNS: &'static [Column<Self>] = columns![
        id,
        piano,
        codice Code,
        tipo,
        titolo,
        descrizione Prose,
        unita,
        progetto,
        peso_indicatori Share,
        peso_fasi Share,
        linea_strategica,
        url
    ];

    fn blank(origine: Origine) -> Self {
        Self {
            id: None,
            piano: Riferimento::Sezione(origine.span),
            codice: None,
            tipo: TipoObiettivo::Ordinario,
            titolo: blank(&origine),
            descrizione: None,
            unita: None,
            progetto: None,
            peso_indicatori: None,
            peso_fasi: None,
            linea_strategica: None,
            url: Testo::new(),
            origine,
        }
    }

    fn list(bozze: &mut Bozze) -> &mut Vec<Self> {
        &mut bozze.obiettivi
    }
}
