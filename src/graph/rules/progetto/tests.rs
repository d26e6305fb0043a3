use crate::diag::{Diagnostic, Language};
use crate::graph::link::tests::Sito;
use crate::read::Hints;
use crate::source::Span;

/// Reads a text as a project document, links it, and says what the rules find: code, message, text at each place.
fn findings(text: &str) -> Vec<String> {
    let (graph, _) = Sito::default()
        .printed("prova", "progetto", &Hints::default(), text)
        .link();
    let mut found = Vec::new();
    super::check(&graph, &mut found);
    let line = |span: Span| graph.sources.lines(span).start().to_string();
    let places = |finding: &Diagnostic| {
        let places = finding.place.iter().chain(&finding.related);
        places.map(|span| line(*span)).collect::<Vec<_>>().join(", ")
    };
    let say = |finding: &Diagnostic| {
        format!(
            "{} [{}] {}",
            finding.code.id,
            places(finding),
            finding.message(Language::It)
        )
    };
    found.iter().map(say).collect()
}

fn seed(name: &str) -> String {
    std::fs::read_to_string(format!("{}/seeds/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn what_the_minutes_contradict() {
    insta::assert_snapshot!(findings(&seed("cit-lecce-2018.txt")).join("\n"));
}

#[test]
fn what_the_slides_contradict() {
    insta::assert_snapshot!(findings(&seed("province-comuni-2022.txt")).join("\n"));
}

const SOUND: &str = "# Ponti\n\n- CUP: F31B25000010002\n\nTrento, 3 marzo 2025\n\n\
    Denominazione\tPersonale interno\tTotale\n\
    Comune di Arco\t€ 10,00\t€ 10,00\nComune di Ala\t€ 5,50\t€ 5,50\nTotale\t€ 15,50\t€ 15,50\n\n\
    ## Azione A1\n\nAttività\tDescrizione\tData inizio\tData fine\n\
    A1.1\tConvegno di avvio dei Ponti\t01/02/2025\t31/03/2025\n\n\
    ## Indicatori di output\n\nAzione\tIndicatore\tValore Target\n1\tnumero di Comuni\t>=5\n1\tAccordo firmato\tsì\n\n\
    Ente\tNome e Cognome\te-Mail\nComune di Ala\tUgo Rossi\tu.rossi@comune.ala.tn.it\n";

#[test]
fn a_sound_project_gives_no_finding() {
    assert_eq!(findings(SOUND), Vec::<String>::new());
}

#[test]
fn one_slip_gives_one_finding() {
    for (right, wrong, code) in [
        ("- CUP: F31B25000010002\n", "", "cup-mancante"),
        ("F31B25000010002", "F31B2500001000", "cup-non-valido"),
        ("€ 5,50\t€ 5,50", "€ 5,50\t€ 5,05", "somma-partner"),
        ("Totale\t€ 15,50", "Totale\t€ 51,50", "somma-colonna"),
        (
            "01/02/2025\t31/03/2025",
            "01/04/2025\t31/03/2025",
            "periodo-al-contrario",
        ),
        (
            "numero di Comuni\t>=5\n1\tAccordo firmato\tsì",
            "numero di Comuni\tsì\n1\tAccordo firmato\t>=5",
            "valore-incoerente",
        ),
        ("u.rossi@", "u.rosssi@", "nome-in-due-grafie"),
    ] {
        let text = SOUND.replace(right, wrong);
        assert_ne!(text, SOUND, "{code}");
        let found = findings(&text);
        assert!(
            found.iter().any(|finding| finding.starts_with(code)),
            "{code}: {found:?}"
        );
    }
}
