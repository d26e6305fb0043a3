use super::{Sito, Text};
use crate::model::{
    Bozza, Bozze, Correzione, Disponibilita, Durata, Fase, Giorno, Monitoraggio, Obiettivo, Pagina, Riferimento, Stato,
    Testo, TipoDisponibilita, TipoObiettivo,
};

fn day(day: u32) -> Giorno {
    Giorno::from_ymd_opt(2024, 9, day).unwrap()
}

fn catalogue(text: &Text) -> Bozze {
    let dates = |day: Giorno| Disponibilita {
        scheda: Riferimento::Locale(0),
        gruppo: 1,
        tipo: TipoDisponibilita::Giorno,
        inizio: day,
        fine: day,
        stato: Stato::Fissata,
        testo: text.says("settembre"),
        origine: text.origin(),
    };
    Bozze {
        schede: vec![text.scheda("Comune di Cesena", Some(1), "Zero carta")],
        disponibilita: vec![dates(day(2)), dates(day(3))],
        ..Bozze::default()
    }
}

fn correct(page: &mut Pagina, text: &Text, id: &str, campo: &str, valore: &str) {
    page.correzioni.push(Correzione {
        id: text.says(id),
        campo: text.says(campo),
        valore: text.says(valore),
        nota: None,
    });
}

fn corrected(id: &str, campo: &str, valore: &str) -> (crate::graph::Graph, Vec<String>) {
    Sito::default()
        .document("catalogo", "catalogo_scambi", catalogue)
        .with(|page, text| correct(page, text, id, campo, valore))
        .link()
}

#[test]
fn a_correction_is_what_the_table_shows_with_its_own_provenance() {
    let (graph, messages) = corrected("comune-di-cesena-1", "durata_testo", "Da 3 a 5 giornate");
    assert_eq!(messages, Vec::<String>::new());
    let card = graph.schede.iter().next().unwrap();
    assert_eq!(
        card.giornate,
        Durata {
            min: Some(3),
            max: Some(5)
        }
    );
    assert_eq!(graph.provenienza(&card.origine).unwrap().documento, "content-catalogo");
    let date = graph.disponibilita.iter().next().unwrap();
    assert_eq!(graph.provenienza(&date.origine).unwrap().documento, "catalogo");
}

#[test]
fn a_reference_can_be_corrected_even_to_a_body_that_nothing_else_names() {
    let (graph, messages) = corrected("comune-di-cesena-1", "ente", "Unione Valle del Savio");
    assert_eq!(messages, Vec::<String>::new());
    let card = graph.schede.iter().next().unwrap();
    assert_eq!(graph.enti[card.ente].nome.as_str(), "Unione Valle del Savio");
    assert_eq!(card.id.as_str(), "comune-di-cesena-1");
}

#[test]
fn a_row_without_an_id_goes_by_its_parent() {
    let (graph, messages) = corrected("comune-di-cesena-1#disponibilita-2", "inizio", "1 settembre 2024");
    assert_eq!(messages, Vec::<String>::new());
    let starts: Vec<_> = graph.disponibilita.iter().map(|date| date.inizio).collect();
    assert_eq!(starts, [day(2), day(1)]);
}

#[test]
fn a_correction_that_cannot_be_applied_is_reported() {
    for (id, campo, valore, message) in [
        (
            "comune-di-cesena-2",
            "titolo",
            "T",
            "correzione-senza-oggetto: niente ha l'id «comune-di-cesena-2», che qui si vuole correggere o completare | \
             forse comune-di-cesena-1",
        ),
        (
            "comune-di-cesena-1",
            "titlo",
            "T",
            "campo-ignoto: la tabella `schede` non ha un campo «titlo» da correggere | forse titolo",
        ),
        (
            "comune-di-cesena-1",
            "partecipanti_max",
            "molti",
            "correzione-illeggibile: «molti» non può stare nel campo `partecipanti_max` della tabella `schede`",
        ),
        (
            "comune-di-cesena-1",
            "titolo",
            "Zero carta",
            "correzione-superflua: il campo `titolo` di «comune-di-cesena-1» dice già «Zero carta» | questa correzione \
             non serve più | qui è già così",
        ),
    ] {
        assert_eq!(corrected(id, campo, valore).1, [message]);
    }
}

#[test]
fn monitoring_fills_the_actual_dates() {
    let graph = Sito::default()
        .document("piani/peg-2024", "peg_obiettivi", plan)
        .with(|page, text| {
            page.monitoraggio.push(Monitoraggio {
                id: Some(text.says("peg-2024-analisi")),
                obiettivo: None,
                fase: None,
                indicatore: None,
                riga: text.says("peg-2024-analisi").span,
                inizio_effettivo: None,
                fine_effettiva: Some(crate::model::Detto::new(day(9), text.span())),
                valore_raggiunto: None,
                nota: None,
            });
        })
        .graph();
    let phase = graph.fasi.iter().next().unwrap();
    assert_eq!(phase.fine_effettiva.map(|day| day.value), Some(day(9)));
}

fn plan(text: &Text) -> Bozze {
    let objective = Obiettivo::<Bozza> {
        id: None,
        piano: Riferimento::Locale(0),
        codice: None,
        tipo: TipoObiettivo::Straordinario,
        titolo: text.says("Ridurre i tempi"),
        descrizione: None,
        unita: None,
        progetto: None,
        peso_indicatori: None,
        peso_fasi: None,
        linea_strategica: None,
        url: Testo::new(),
        origine: text.origin(),
    };
    let phase = Fase::<Bozza> {
        id: None,
        obiettivo: Some(Riferimento::Locale(0)),
        progetto: None,
        ordine: 1,
        nome: text.says("Analisi"),
        descrizione: None,
        inizio: None,
        fine: None,
        inizio_effettivo: None,
        fine_effettiva: None,
        mesi_previsti: None,
        mesi_consuntivi: None,
        origine: text.origin(),
    };
    Bozze {
        piani: vec![text.piano("PEG")],
        obiettivi: vec![objective],
        fasi: vec![phase],
        ..Bozze::default()
    }
}
