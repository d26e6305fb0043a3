//! What one form may print otherwise, and what a page end may cut.

use regex::Regex;
use vetrina::model::Bozze;

use super::{CATALOGUE, MINUTES, OBJECTIVES, PRODUCTS, Seed, assert_alike};

/// What is said of a text in which a pattern was replaced.
fn said_with(seed: Seed, pattern: &str, by: &str) -> String {
    let text = seed.text();
    let altered = Regex::new(pattern).unwrap().replace_all(&text, by).into_owned();
    assert_ne!(altered, text, "{pattern} stands nowhere in {}", seed.name);
    seed.said(&altered)
}

#[test]
fn labels_in_another_spelling_are_the_same_labels() {
    const END_OF_PAGE: &str = "\n\n\u{c}\n";
    for (seed, pattern, by) in [
        (CATALOGUE, "(?m)^### Modalità (.*)$", "### MODALITA' $1:"),
        (CATALOGUE, r"(?m)^## SCHEDA 2", "## Scheda II"),
        (
            CATALOGUE,
            r"(?m)^#+ \**(Titolo buona pratica|Comune ospitante)\**\n\n",
            "**$1:** ",
        ),
        (CATALOGUE, "Tel./Cell.", "Recapito telefonico:"),
        (
            CATALOGUE,
            r"(?m)^(\*\*Comune di .*?)(\*\*)?( *)\n(\*\*)?\(",
            &format!("$1$2$3{END_OF_PAGE}$4("),
        ),
        (
            CATALOGUE,
            r"(?m)^\*\*(Comune di \w+) *\n\((\d) schede\)\*\*",
            "$1\n(n. $2 schede)",
        ),
        (OBJECTIVES, "Inizio\tFine", "Data inizio\tData di fine"),
        (OBJECTIVES, "(?m)^Persona\t", "Nominativo\t"),
        (PRODUCTS, "Fasi/Attività", "FASI / ATTIVITA'"),
        (PRODUCTS, "Nota:", "Note:"),
        (PRODUCTS, "Cap. (\\d+) Art. ", "Capitolo $1 / Articolo "),
        (PRODUCTS, "<b>Totale", "<b>TOTALE"),
        (
            PRODUCTS,
            r"(?m)(^[^*\n]+) *\n([^*\n]+)\*\*$",
            &format!("$1{END_OF_PAGE}$2**"),
        ),
        (MINUTES, r"(EC|P\d)\. ", "$1 – "),
        (MINUTES, "€ ([\\d.,]+)", "$1 euro"),
        (MINUTES, "\t06/12", "\tentro il 6/12"),
    ] {
        let as_received = seed.said(&seed.text());
        assert_alike(seed, by, &as_received, &said_with(seed, pattern, by));
    }
}

#[test]
fn a_host_of_any_kind_keeps_its_cards() {
    let expected = CATALOGUE
        .said(&CATALOGUE.text())
        .replace("Comune di Pescara", "Roma Capitale");
    assert_alike(
        CATALOGUE,
        "of another host",
        &expected,
        &said_with(CATALOGUE, "Comune di Pescara", "Roma Capitale"),
    );
}

#[test]
fn rows_under_an_unknown_header_are_nobody() {
    let text = OBJECTIVES.text();
    let with_costs = text.replace(
        "Fase\tDescrizione fase\tInizio\tFine\n",
        "Categoria\tVoce\tFine\nSpese\tIncarichi esterni\t31/12/2023\n\nFase\tDescrizione fase\tInizio\tFine\n",
    );
    let (before, after) = (OBJECTIVES.read(&text), OBJECTIVES.read(&with_costs));
    let added = with_costs.matches("Incarichi esterni").count() - text.matches("Incarichi esterni").count();
    assert_eq!(before.value.assegnazioni.len(), after.value.assegnazioni.len());
    assert_eq!(before.value.fasi.len(), after.value.fasi.len());
    assert_eq!(after.problems.len(), before.problems.len() + added);
}

#[test]
fn what_a_cell_says_besides_its_value_is_told() {
    let problems = |seed: Seed, from: &str, to: &str| {
        let text = seed.text();
        let added = seed.read(&text.replacen(from, to, 1)).problems.len() - seed.read(&text).problems.len();
        (to.to_owned(), added)
    };
    let mail = "mario.conti@comune.cinisello-balsamo.mi.it";
    for (found, expected) in [
        (problems(CATALOGUE, mail, &format!("{mail}; altro@comune.it")), 1),
        (problems(CATALOGUE, "0266023515", "0266023515 (solo mattina)"), 1),
        (problems(CATALOGUE, "0266023515", "02 66023515"), 0),
        (problems(MINUTES, "335.6966222", "da definire"), 1),
        (problems(MINUTES, "335.6966222", "-"), 0),
        (problems(MINUTES, "€ 54.500,00", "-"), 0),
        (problems(PRODUCTS, "\t69,00 %", "\t"), 0),
        (problems(PRODUCTS, "\t69,00 %", "\tmetà tempo"), 1),
    ] {
        assert_eq!(found.1, expected, "{}", found.0);
    }
}

#[test]
fn two_people_in_one_cell_are_two() {
    let text = CATALOGUE.text();
    let second = text.replacen(
        "Tel./Cell. 0266023515",
        "Tel. 0266023515 Nome: Anna Cognome: Bianchi Email: a@comune.it",
        1,
    );
    let (before, after) = (CATALOGUE.read(&text).value, CATALOGUE.read(&second).value);
    assert_eq!(after.contatti.len(), before.contatti.len() + 1);
    let surnames = |bozze: &Bozze| {
        bozze
            .contatti
            .iter()
            .filter_map(|one| one.cognome.clone())
            .collect::<Vec<_>>()
    };
    let mut expected = surnames(&before);
    let added: Vec<_> = surnames(&after)
        .into_iter()
        .filter(|name| !expected.contains(name))
        .collect();
    expected.extend(added.iter().cloned());
    assert_eq!((surnames(&after).len(), added.len()), (expected.len(), 1));
}
