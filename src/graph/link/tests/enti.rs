use super::{Sito, Text, ids};
use crate::graph::Graph;
use crate::model::{Bozze, Sorgente, TipoDocumento, TipoEnte};

/// A catalogue whose cards are offered by bodies spelt so.
fn offered_by<'n>(names: &'n [&'n str]) -> impl Fn(&Text) -> Bozze + 'n {
    |text| Bozze {
        schede: names
            .iter()
            .enumerate()
            .map(|(at, name)| text.scheda(name, Some(at as u32 + 1), "T"))
            .collect(),
        ..Bozze::default()
    }
}

fn graph(names: &[&str]) -> Graph {
    Sito::default()
        .document("catalogo", "catalogo_scambi", offered_by(names))
        .graph()
}

#[test]
fn spellings_of_one_body_are_one_node() {
    for (spellings, name, kind) in [
        (
            &["COMUNE DI CESENA", "Cesena", "Comune di Cesena"][..],
            "Comune di Cesena",
            TipoEnte::Comune,
        ),
        (
            &[
                "Unione dei Comuni della Valle del Savio",
                "Unione Valle del Savio",
                "Cesena/Unione dei Comuni della Valle del Savio",
            ],
            "Unione dei Comuni della Valle del Savio",
            TipoEnte::Unione,
        ),
        (
            &[
                "Unione Terre d’Argine e Comune di Carpi",
                "Unione delle Terre d'Argine",
                "UNIONE TERRE D'ARGINE",
            ],
            "Unione delle Terre d'Argine",
            TipoEnte::Unione,
        ),
        (
            &["Citta' metropolitana di Genova", "Città Metropolitana di Genova"],
            "Citta' metropolitana di Genova",
            TipoEnte::CittaMetropolitana,
        ),
        (
            &["EasyGov Solutions", "EasyGov Solutions S.r.l."],
            "EasyGov Solutions S.r.l.",
            TipoEnte::Azienda,
        ),
    ] {
        let graph = graph(spellings);
        let enti: Vec<_> = graph.enti.iter().map(|ente| (ente.nome.as_str(), ente.tipo)).collect();
        assert_eq!(enti, [(name, Some(kind))], "{spellings:?}");
    }
}

#[test]
fn bodies_of_one_place_stay_apart_and_the_bare_name_is_the_municipality() {
    let graph = graph(&["Provincia di Lecce", "Lecce", "Comune di Lecce"]);
    assert_eq!(ids!(graph.enti), ["provincia-di-lecce", "comune-di-lecce"]);
    let hosts: Vec<_> = graph
        .schede
        .iter()
        .map(|card| graph.enti[card.ente].nome.as_str())
        .collect();
    assert_eq!(hosts, ["Provincia di Lecce", "Comune di Lecce", "Comune di Lecce"]);
}

#[test]
fn an_editor_says_what_the_text_cannot() {
    let graph = Sito::default()
        .document(
            "catalogo",
            "catalogo_scambi",
            offered_by(&["Regione Puglia", "La Regione"]),
        )
        .page("enti/regione-puglia.md", |text| Bozze {
            enti: vec![text.ente("Regione Puglia (ente)", &["La Regione", "REGIONE PUGLIA"])],
            ..Bozze::default()
        })
        .graph();
    let enti: Vec<_> = graph
        .enti
        .iter()
        .map(|ente| (ente.id.as_str(), ente.nome.as_str()))
        .collect();
    assert_eq!(enti, [("regione-puglia", "Regione Puglia (ente)")]);
    assert_eq!(graph.enti.iter().next().unwrap().url, "/enti/regione-puglia/");
}

#[test]
fn a_body_that_only_a_section_names_comes_from_the_sections_file() {
    let graph = Sito::default()
        .document("peg", "peg_obiettivi", |text| Bozze {
            piani: vec![text.piano("PEG")],
            ..Bozze::default()
        })
        .with(|page, text| {
            page.sorgente = Some(Box::new(Sorgente {
                ente: Some(text.says("Comune di Capannori")),
                ..Sorgente::default()
            }));
        })
        .graph();
    let ente = graph.enti.iter().next().unwrap();
    let place = graph.provenienza(&ente.origine).unwrap();
    assert_eq!(
        (ente.nome.as_str(), place.documento),
        ("Comune di Capannori", "content-peg")
    );
    let editors = graph
        .documenti
        .iter()
        .find(|known| known.id.as_str() == place.documento);
    assert_eq!(
        editors.map(|known| (known.tipo, known.url.as_str())),
        Some((TipoDocumento::Redazione, ""))
    );
}
