//! What measures a plan: phases, indicators, people, money.

use super::slot::{Rejection, Slot, Step, Value, blank};
use super::{Column, Record, columns};
use crate::diag::register::matter::PAROLA_IGNOTA;
use crate::model::{
    Assegnazione, Bozza, Bozze, Detto, Direzione, Euro, Fase, Giorno, Indicatore, Monitoraggio, Origine, Riferimento,
    Testo, ValoreAtteso, VoceBilancio,
};
use crate::read::cell;

impl Record for Fase<Bozza> {
    const TABLE: &'static str = "fasi";
    const BELONGS: &'static [&'static [&'static str]] = &[&["obiettivo", "progetto"]];
    const REQUIRED: &'static [&'static str] = &["nome"];
    const COLUMNS: &'static [Column<Self>] = columns![
        id,
        obiettivo,
        progetto,
        ordine,
        nome,
        descrizione,
        inizio,
        fine,
        inizio_effettivo,
        fine_effettiva
    ];

    fn blank(origine: Origine) -> Self {
        Self {
            id: None,
            obiettivo: None,
            progetto: None,
            ordine: 0,
            nome: blank(&origine),
            descrizione: None,
            inizio: None,
            fine: None,
            inizio_effettivo: None,
            fine_effettiva: None,
            mesi_previsti: None,
            mesi_consuntivi: None,
            origine,
        }
    }

    fn list(bozze: &mut Bozze) -> &mut Vec<Self> {
        &mut bozze.fasi
    }
}

impl Record for Indicatore<Bozza> {
    const TABLE: &'static str = "indicatori";
    const BELONGS: &'static [&'static [&'static str]] = &[&["obiettivo", "azione"], &["piano"]];
    const REQUIRED: &'static [&'static str] = &["testo"];
    const COLUMNS: &'static [Column<Self>] = columns![
        id, piano, obiettivo, azione, codice Code, ambito, testo,
        "valore_atteso" => expected,
        "tipo_valore" => expected_kind,
        operatore,
        "valore" => expected_value,
        valore_raggiunto, nota,
    ];

    fn blank(origine: Origine) -> Self {
        Self {
            id: None,
            piano: Riferimento::Sezione(origine.span),
            obiettivo: None,
            azione: None,
            codice: None,
            ambito: None,
            testo: blank(&origine),
            valore_atteso: None,
            operatore: None,
            valore: None,
            valore_raggiunto: None,
            nota: None,
            origine,
        }
    }

    fn list(bozze: &mut Bozze) -> &mut Vec<Self> {
        &mut bozze.indicatori
    }
}

/// What is written as expected also says what it means; the columns behind may say so otherwise.
fn expected(indicatore: &mut Indicatore<Bozza>, said: Detto<Testo>) -> Step {
    let read = (!said.is_empty()).then(|| cell::parse_expected(&indicatore.testo, &said));
    indicatore.operatore = read.as_ref().and_then(|(operatore, _)| *operatore);
    indicatore.valore = read.map(|(_, valore)| valore);
    indicatore.valore_atteso.put(said)
}

/// The kind of the value that the column `valore` then gives. Who says the kind says the comparison too, or that there
/// is none.
fn expected_kind(indicatore: &mut Indicatore<Bozza>, said: Detto<Testo>) -> Step {
    indicatore.operatore = None;
    indicatore.valore = Some(match said.as_str() {
        "numero" => ValoreAtteso::Numero(Testo::new()),
        "percentuale" => ValoreAtteso::Percentuale(Testo::new()),
        "data" => ValoreAtteso::Data(Giorno::default()),
        "si-no" => ValoreAtteso::SiNo(false),
        "testo" => ValoreAtteso::Testo(Testo::new()),
        _ => {
            return Err(Rejection {
                code: &PAROLA_IGNOTA,
                words: ValoreAtteso::KINDS,
            });
        }
    });
    Ok(())
}

fn expected_value(indicatore: &mut Indicatore<Bozza>, said: Detto<Testo>) -> Step {
    indicatore.valore = Some(match &indicatore.valore {
        Some(ValoreAtteso::Numero(_)) => ValoreAtteso::Numero(said.value),
        Some(ValoreAtteso::Percentuale(_)) => ValoreAtteso::Percentuale(said.value),
        Some(ValoreAtteso::Data(_)) => ValoreAtteso::Data(Giorno::parse(&said.value)?),
        Some(ValoreAtteso::SiNo(_)) => ValoreAtteso::SiNo(matches!(said.to_lowercase().as_str(), "si" | "sì")),
        Some(ValoreAtteso::Testo(_)) => ValoreAtteso::Testo(said.value),
        None => cell::parse_expected(&indicatore.testo, &said).1,
    });
    Ok(())
}

impl Record for Assegnazione<Bozza> {
    const TABLE: &'static str = "assegnazioni";
    const BELONGS: &'static [&'static [&'static str]] = &[&["obiettivo", "progetto"]];
    const REQUIRED: &'static [&'static str] = &[];
    const COLUMNS: &'static [Column<Self>] = columns![
        obiettivo,
        progetto,
        persona,
        categoria,
        ruolo,
        inizio,
        fine,
        impegno_percentuale Share
    ];

    fn blank(origine: Origine) -> Self {
        Self {
            obiettivo: None,
            progetto: None,
            persona: None,
            categoria: None,
            ruolo: None,
            inizio: None,
            fine: None,
            impegno_percentuale: None,
            origine,
        }
    }

    fn list(bozze: &mut Bozze) -> &mut Vec<Self> {
        &mut bozze.assegnazioni
    }
}

/// How a phase or an indicator went; the same that front matter says under `monitoring`.
impl Record for Monitoraggio {
    const TABLE: &'static str = "monitoraggio";
    const REQUIRED: &'static [&'static str] = &[];
    const COLUMNS: &'static [Column<Self>] = columns![
        id,
        obiettivo,
        fase,
        indicatore,
        inizio_effettivo,
        fine_effettiva,
        valore_raggiunto,
        nota
    ];

    fn blank(origine: Origine) -> Self {
        Self {
            id: None,
            obiettivo: None,
            fase: None,
            indicatore: None,
            inizio_effettivo: None,
            fine_effettiva: None,
            valore_raggiunto: None,
            nota: None,
            riga: origine.span,
        }
    }

    fn list(bozze: &mut Bozze) -> &mut Vec<Self> {
        &mut bozze.monitoraggio
    }
}

impl Record for VoceBilancio<Bozza> {
    const TABLE: &'static str = "bilancio";
    const BELONGS: &'static [&'static [&'static str]] = &[&["progetto"]];
    const REQUIRED: &'static [&'static str] = &["capitolo", "direzione", "importo"];
    const COLUMNS: &'static [Column<Self>] =
        columns![progetto, capitolo Code, articolo Code, descrizione, direzione, natura, importo];

    fn blank(origine: Origine) -> Self {
        Self {
            progetto: Riferimento::scritto(blank(&origine)),
            capitolo: blank(&origine),
            articolo: blank(&origine),
            descrizione: blank(&origine),
            direzione: Direzione::Spesa,
            natura: None,
            importo: Detto::new(Euro::default(), origine.span),
            origine,
        }
    }

    fn list(bozze: &mut Bozze) -> &mut Vec<Self> {
        &mut bozze.bilancio
    }
}
