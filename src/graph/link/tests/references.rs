use super::Sito;
use crate::model::{Bozze, Contatto, Obiettivo, Riferimento, RuoloContatto};
use crate::read::record::Record;

#[test]
fn a_reference_to_nothing_is_reported_with_what_could_be_meant() {
    let (graph, messages) = Sito::default()
        .page("catalogo/a.md", |text| Bozze {
            schede: vec![text.scheda("Comune di Cesena", Some(1), "Zero carta")],
            contatti: ["comune-di-cesena-1", "zero carta", "comune-di-cesena-7", "altrove"]
                .map(|written| Contatto {
                    id: None,
                    scheda: Some(text.means(written)),
                    piano: None,
                    ente: None,
                    ruolo: RuoloContatto::Altro,
                    nome: None,
                    cognome: None,
                    email: None,
                    telefoni: Vec::new(),
                    origine: text.origin(),
                })
                .into(),
            ..Bozze::default()
        })
        .link();
    let found: Vec<_> = graph.contatti.iter().map(|contact| contact.scheda.is_some()).collect();
    assert_eq!(found, [true, true, false, false]);
    let unknown = "riferimento-ignoto: la scheda";
    assert_eq!(
        messages,
        [
            format!("{unknown} «comune-di-cesena-7» non esiste | forse comune-di-cesena-1"),
            format!("{unknown} «altrove» non esiste"),
        ]
    );
}

#[test]
fn a_local_reference_out_of_bounds_is_no_reason_to_panic() {
    let graph = Sito::default()
        .document("catalogo", "catalogo_scambi", |text| Bozze {
            schede: vec![text.scheda("Comune di Cesena", Some(1), "T")],
            disponibilita: vec![],
            contatti: vec![Contatto {
                id: None,
                scheda: Some(Riferimento::Locale(7)),
                piano: Some(Riferimento::Locale(u32::MAX)),
                ente: Some(Riferimento::Locale(3)),
                ruolo: RuoloContatto::Altro,
                nome: None,
                cognome: None,
                email: None,
                telefoni: Vec::new(),
                origine: text.origin(),
            }],
            ..Bozze::default()
        })
        .graph();
    assert_eq!(graph.contatti.len(), 1);
}

#[test]
fn a_file_belongs_to_the_plan_of_its_section() {
    let objective = |text: &super::Text| Bozze {
        obiettivi: vec![Obiettivo::blank(text.origin())],
        ..Bozze::default()
    };
    let (graph, messages) = Sito::default()
        .page("piani/peg-2025/_index.md", |text| Bozze {
            piani: vec![text.piano("PEG 2025")],
            ..Bozze::default()
        })
        .page("piani/peg-2025/obiettivi/corso.md", objective)
        .page("altro/corso.md", objective)
        .link();
    assert_eq!(graph.obiettivi.len(), 1);
    assert_eq!(
        messages,
        ["piano-non-detto: non si sa a quale piano appartiene | manca il piano"]
    );
}
