use super::Sito;
use crate::model::{Bozze, Contatto, Riferimento, RuoloContatto};

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
