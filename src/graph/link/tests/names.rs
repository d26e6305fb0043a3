use super::{Sito, Text, ids};
use crate::model::{Bozze, Sorgente};

#[test]
fn a_card_goes_by_host_and_number_or_title() {
    let graph = Sito::default()
        .document("catalogo", "catalogo_scambi", |text| Bozze {
            schede: vec![
                text.scheda("Comune di Cesena", Some(2), "SpazioComune"),
                text.scheda("Unione Reno Galliera", None, "Zero Carta! Digitalizzazione"),
            ],
            ..Bozze::default()
        })
        .graph();
    assert_eq!(
        ids!(graph.schede),
        ["comune-di-cesena-2", "unione-reno-galliera-zero-carta-digitalizzazione"]
    );
    assert_eq!(graph.schede.iter().next().unwrap().url, "/catalogo/comune-di-cesena-2/");
    assert_eq!(ids!(graph.documenti), ["catalogo"]);
}

#[test]
fn a_plan_goes_by_the_folder_of_its_section() {
    let plan = |text: &Text| Bozze {
        piani: vec![text.piano("Stampa Obiettivi")],
        ..Bozze::default()
    };
    let graph = Sito::default()
        .document("piani/peg-capannori-2023", "peg_obiettivi", plan)
        .graph();
    let plan = graph.piani.iter().next().unwrap();
    assert_eq!(
        (plan.id.as_str(), plan.url.as_str()),
        ("peg-capannori-2023", "/piani/peg-capannori-2023/")
    );
}

#[test]
fn an_id_given_twice_is_reported_with_both_places() {
    let card = |text: &Text| {
        let mut card = text.scheda("Comune di Cesena", None, "T");
        card.id = Some(text.says("la-mia"));
        Bozze {
            schede: vec![card],
            ..Bozze::default()
        }
    };
    let (graph, messages) = Sito::default()
        .page("catalogo/a.md", card)
        .page("catalogo/b.md", card)
        .link();
    assert_eq!(ids!(graph.schede), ["la-mia", "comune-di-cesena-t"]);
    assert_eq!(
        messages,
        ["id-ripetuto: l'id «la-mia» è già di un'altra cosa | qui di nuovo | qui la prima volta"]
    );
}

#[test]
fn a_document_is_called_as_its_section_says() {
    let graph = Sito::default()
        .document("catalogo", "catalogo_scambi", |_| Bozze::default())
        .with(|page, text| {
            page.sorgente = Some(Box::new(Sorgente {
                titolo: Some(text.says("sCambio Comune")),
                ente: Some(text.says("COMUNE DI CESENA")),
                licenza: Some(text.says("CC0-1.0")),
                ..Sorgente::default()
            }));
        })
        .graph();
    let documento = graph.documenti.iter().next().unwrap();
    let publisher = documento.ente.map(|ente| graph.enti[ente].id.as_str());
    assert_eq!(
        (documento.titolo.as_str(), publisher),
        ("sCambio Comune", Some("comune-di-cesena"))
    );
    assert_eq!((documento.licenza.as_str(), documento.righe), ("CC0-1.0", 3));
    assert_eq!(documento.url, "/documenti/catalogo/");
}
