use super::{Sito, Text};
use crate::config::{Config, Taxonomy};
use crate::graph::{Cosa, Graph};
use crate::model::{Bozze, Etichetta, Id, Pagina};

fn settings() -> Config {
    let taxonomy = |name: &str| Taxonomy {
        name: name.to_owned(),
        title: name.to_owned(),
        feed: false,
        paginate_by: None,
    };
    Config {
        taxonomies: vec![taxonomy("temi"), taxonomy("sdg")],
        ..Config::default()
    }
}

fn tag(page: &mut Pagina, text: &Text, id: &str, taxonomy: &str, terms: &[&str]) {
    page.etichette.push(Etichetta {
        id: text.says(id),
        tassonomia: text.says(taxonomy),
        termini: terms.iter().map(|term| text.says(term)).collect(),
    });
}

fn tagged(change: impl FnOnce(&mut Pagina, &Text)) -> (Graph, Vec<String>) {
    let catalogue = |text: &Text| Bozze {
        schede: vec![
            text.scheda("Comune di Cesena", Some(1), "Zero carta"),
            text.scheda("Comune di Cesena", Some(2), "Patti"),
        ],
        ..Bozze::default()
    };
    Sito::default()
        .document("catalogo", "catalogo_scambi", catalogue)
        .with(change)
        .link_with(&settings())
}

fn terms(graph: &Graph, taxonomy: usize) -> Vec<(&str, &str, usize)> {
    let terms = graph.tassonomie[taxonomy].termini.iter();
    terms
        .map(|term| (term.slug.as_str(), term.nome.as_str(), term.cose.len()))
        .collect()
}

#[test]
fn spellings_of_one_term_are_one_page_with_each_thing_once() {
    let (graph, messages) = tagged(|page, text| {
        tag(page, text, "comune-di-cesena-2", "temi", &["Qualità", "qualita"]);
        tag(page, text, "comune-di-cesena-1", "temi", &["QUALITÀ", "Acqua"]);
    });
    assert_eq!(messages, Vec::<String>::new());
    assert_eq!(terms(&graph, 0), [("acqua", "Acqua", 1), ("qualita", "Qualità", 2)]);
    let cards = [Cosa::Scheda(Id::new(0)), Cosa::Scheda(Id::new(1))];
    assert_eq!(graph.tassonomie[0].termini[1].cose, cards);
}

#[test]
fn goals_are_in_order_under_their_official_names() {
    let (graph, messages) = tagged(|page, text| tag(page, text, "comune-di-cesena-1", "sdg", &["11", "4"]));
    assert_eq!(messages, Vec::<String>::new());
    let goals = [
        ("4", "Istruzione di qualità", 1),
        ("11", "Città e comunità sostenibili", 1),
    ];
    assert_eq!(terms(&graph, 1), goals);
}

#[test]
fn a_page_is_tagged_by_its_own_front_matter() {
    let (graph, messages) =
        tagged(|page, text| page.comuni.tassonomie = vec![("temi".into(), vec![text.says("Scambi")])]);
    assert_eq!(messages, Vec::<String>::new());
    assert_eq!(graph.tassonomie[0].termini[0].cose, [Cosa::Pagina(Id::new(0))]);
}

#[test]
fn whatever_cannot_be_tagged_is_an_error_with_the_nearest() {
    let (_, messages) = tagged(|page, text| {
        tag(page, text, "comune-di-cesena-9", "temi", &["Acqua"]);
        tag(page, text, "comune-di-cesena-1", "tema", &["Acqua"]);
        tag(page, text, "comune-di-cesena-1", "sdg", &["18"]);
    });
    insta::assert_snapshot!(messages.join("\n"), @"
    etichetta-senza-oggetto: niente ha l'id «comune-di-cesena-9», a cui qui si danno temi | forse comune-di-cesena, comune-di-cesena-1 o comune-di-cesena-2
    tassonomia-ignota: la tassonomia «tema» non è dichiarata in vetrina.yaml | forse temi
    obiettivo-onu-ignoto: «18» non è un obiettivo dell'Agenda 2030 | qui va un numero da 1 a 17
    ");
}
