use crate::diag::Language;
use crate::graph::link::tests::Sito;
use crate::read::Hints;
use crate::source::Span;

/// Reads a text as a catalogue, links it, and says what the rules find: code, lines, message, and the printed words
/// at the first place.
fn findings(text: &str) -> Vec<String> {
    let (graph, _) = Sito::default()
        .printed("prova", "catalogo_scambi", &Hints::default(), text)
        .link();
    let mut found = Vec::new();
    super::check(&graph, &mut found);
    let line = |span: &Span| graph.sources.lines(*span).start().to_string();
    let say = |finding: &crate::diag::Diagnostic| {
        let related: Vec<String> = finding.related.iter().map(line).collect();
        let at = finding.place.unwrap();
        let words: String = graph.sources.slice(at).chars().take(60).collect();
        let (code, related) = (finding.code.id, related.join(", "));
        format!(
            "{code} [{}; {related}] {}\n    {words}",
            line(&at),
            finding.message(Language::It)
        )
    };
    found.iter().map(say).collect()
}

#[test]
fn what_the_whole_catalogue_contradicts() {
    let text = std::fs::read_to_string("seeds/scambio-comune-2024.txt").unwrap();
    insta::assert_snapshot!(findings(&text).join("\n"));
}

/// Two cards of one host, with an index and a grid around them.
fn catalogue(index: &str, first: &str, second: &str, grid: &str) -> String {
    let days: Vec<String> = (1..=31).map(|day| day.to_string()).collect();
    format!(
        "Anno 2027\n\n# Elenco schede\n\nEnte\tTitolo\tArea/Ufficio\tDurata\n{index}\n\n**Comune di Borgo**\n\n## SCHEDA 1\n\n\
         {first}\n\n## SCHEDA 2\n\n{second}\n\n# Le date\n\n\t{}\n{grid}\n",
        days.join("\t")
    )
}

fn card(contacts: &str, how: &str, dates: &str) -> String {
    format!(
        "1. Riferimenti e contatti\n\nResponsabile dello scambio\tContatti della segreteria\n{contacts}\n\n\
         Comune ospitante\n\nComune di Borgo\n\nTitolo buona pratica\n\nOrti\n\n\
         Modalità del trasferimento\n\n{how}\n\nDate disponibili\n\n{dates}\n"
    )
}

fn codes(text: &str) -> Vec<String> {
    let words = |finding: &String| {
        finding
            .split(']')
            .next()
            .unwrap_or_default()
            .replace(" [", " ")
            .replace(';', "")
    };
    findings(text)
        .iter()
        .map(|finding| words(finding).trim().to_owned())
        .collect()
}

const ONE: &str = "Nome Ada Cognome Neri Email a.neri@comune.borgo.it Tel. 333 1234567\tNome Ugo Cognome Blu Email u.blu@comune.borgo.it Tel. 051 12345";
const TWO: &str = "Nome Eva Cognome Verdi Email e.verdi@comune.brogo.it Tel. 333-1234567\tNome Ugo Cognome Bli Email u.blu@comune.borgo.it Tel. 051 12345";

#[test]
fn a_catalogue_that_agrees_with_itself_says_nothing() {
    let index = "Comune di Borgo – Scheda 1\tORTI.\t\t1 giornata\nComune di Borgo – Scheda 2\tOrti\t\t";
    let cards = card(ONE, "Visita (mercoledì 5 maggio).", "5 maggio");
    let text = catalogue(index, &cards, &cards, "MAGGIO\t\t\t\t\tBorgo");
    assert_eq!(codes(&text), Vec::<String>::new());
}

#[test]
fn each_contradiction_with_both_its_places() {
    let index = "Comune di Borgo – Scheda 1\tReti\t\t\nComune di Borgo – Scheda 9\tOrti\t\t";
    let first = card(ONE, "Visita (lunedì 5 maggio) e", "5 maggio");
    let second = card(TWO, "Visita.", "domenica 9 maggio");
    let text = catalogue(index, &first, &second, "MAGGIO\t\t\t\t\t\t\t\t\tBorgo\nGIUGNO\tBorgo");
    assert_eq!(
        codes(&text),
        [
            "indice-diverso 6 24",
            "indice-senza-scheda 7",
            "scheda-fuori-indice 48",
            "data-solo-nel-calendario 63 32",
            "data-solo-nel-calendario 63 56",
            "giorno-festivo 56",
            "nome-in-due-modi 40 16",
            "telefono-di-due 40 16",
            "dominio-quasi-uguale 40 16",
            "testo-tronco 28",
            "giorno-sbagliato 28"
        ]
    );
}

#[test]
fn an_address_with_another_initial_than_the_name() {
    let one = "Nome Lia Cognome Neri Email Ineri@comune.borgo.it Tel. 051 1\tNome Ugo Cognome Blu Email ublu@comune.borgo.it Tel. 051 2";
    let index = "Comune di Borgo – Scheda 1\tOrti\t\t\nComune di Borgo – Scheda 2\tOrti\t\t";
    let cards = card(one, "Visita.", "5 maggio");
    let text = catalogue(index, &cards, &cards, "MAGGIO\t\t\t\t\tBorgo");
    assert_eq!(codes(&text), ["iniziale-diversa 16 16"]);
}
