//! The print of Capannori: what is read agrees with counts taken from its text line by line.

use std::collections::BTreeSet;

use vetrina::diag::Reported;
use vetrina::model::{Bozze, LivelloLinea, TipoUnita, ValoreAtteso};
use vetrina::read::Hints;

use super::outline::outline;
use super::read_print;

fn text() -> String {
    std::fs::read_to_string("seeds/peg-capannori-2023.txt").unwrap()
}

fn read(text: &str) -> Reported<Bozze> {
    read_print(text, &Hints::default())
}

/// The cells of each line, without tags.
fn rows(text: &str) -> Vec<Vec<String>> {
    let plain = |cell: &str| {
        cell.replace("<b>", "")
            .replace("</b>", "")
            .replace("**", "")
            .trim()
            .to_owned()
    };
    text.lines().map(|line| line.split('\t').map(plain).collect()).collect()
}

/// The days of a row that ends with two.
fn two_days(row: &[String]) -> Option<(&str, &str)> {
    let is_day = |cell: &str| cell.len() == 10 && cell.matches('/').count() == 2;
    let mut filled = row.iter().rev().filter(|cell| !cell.is_empty());
    let (to, from) = (filled.next()?, filled.next()?);
    (is_day(from) && is_day(to)).then_some((from.as_str(), to.as_str()))
}

fn values_of<'r>(rows: &'r [Vec<String>], label: &'r str) -> impl Iterator<Item = &'r String> {
    rows.iter().filter(move |row| row[0] == label).map(|row| &row[1])
}

#[test]
fn every_objective_has_its_labels() {
    let text = text();
    let rows = rows(&text);
    let bozze = read(&text).value;
    let titles: Vec<&String> = values_of(&rows, "Obiettivo PEG").collect();
    assert_eq!(titles.len(), 41);
    assert!(
        bozze
            .obiettivi
            .iter()
            .map(|obiettivo| obiettivo.titolo.as_str())
            .eq(titles)
    );
    for obiettivo in &bozze.obiettivi {
        let weights = [obiettivo.peso_indicatori, obiettivo.peso_fasi].map(|weight| weight.unwrap().value.to_string());
        assert_eq!(weights, ["50.00", "50.00"]);
        assert!(obiettivo.descrizione.is_some() && obiettivo.unita.is_some() && obiettivo.linea_strategica.is_some());
    }
    let weights = rows
        .iter()
        .flatten()
        .filter(|cell| cell.as_str() == "50.0" || cell.ends_with(" 50.0"));
    assert_eq!(weights.count(), 2 * bozze.obiettivi.len());
}

#[test]
fn every_row_of_people_and_phases_is_read() {
    let text = text();
    let rows = rows(&text);
    let bozze = read(&text).value;
    let (people, phases): (Vec<_>, Vec<_>) = rows
        .iter()
        .filter(|row| two_days(row).is_some())
        .partition(|row| row[1].starts_with("Categoria "));
    assert_eq!((people.len(), phases.len()), (271, 184));
    let names = bozze
        .assegnazioni
        .iter()
        .map(|person| person.persona.as_ref().unwrap().as_str());
    assert!(names.eq(people.iter().map(|row| row[0].as_str())));
    let names = bozze.fasi.iter().map(|fase| fase.nome.as_str());
    assert!(names.eq(phases.iter().map(|row| row[0].as_str())));
    let printed: Vec<(String, String)> = phases
        .iter()
        .filter_map(|row| two_days(row))
        .map(|(from, to)| (from.to_owned(), to.to_owned()))
        .collect();
    let day = |day: Option<vetrina::model::Detto<chrono::NaiveDate>>| day.unwrap().value.format("%d/%m/%Y").to_string();
    let read: Vec<(String, String)> = bozze
        .fasi
        .iter()
        .map(|fase| (day(fase.inizio), day(fase.fine)))
        .collect();
    assert_eq!(read, printed);
}

#[test]
fn sectors_and_offices_stand_where_they_are_printed() {
    let text = text();
    let bozze = read(&text).value;
    let settori: Vec<&str> = bozze
        .unita
        .iter()
        .filter(|unita| unita.tipo == TipoUnita::Settore)
        .map(|unita| unita.codice.as_str())
        .collect();
    assert_eq!(
        settori,
        [
            "SASTER",
            "SCITSIND",
            "SGTER",
            "SPOLMUN",
            "SRISORSE",
            "SSEGGEN",
            "SSERVPERS"
        ]
    );
    let headings = rows(&text)
        .iter()
        .filter(|row| row[1..].iter().all(String::is_empty))
        .filter(|row| {
            row[0]
                .split_once(" - ")
                .is_some_and(|(code, _)| code.bytes().all(|b| b.is_ascii_uppercase()))
        })
        .count();
    assert_eq!(bozze.unita.len(), headings);
    let twice: Vec<_> = bozze
        .unita
        .iter()
        .filter(|unita| unita.codice.as_str() == "UNUOCIT")
        .collect();
    assert_eq!(twice.len(), 2);
    assert_ne!(twice[0].superiore, twice[1].superiore);
}

#[test]
fn goals_stand_once_under_their_codes() {
    let text = text();
    let rows = rows(&text);
    let bozze = read(&text).value;
    for (livello, label) in [
        (LivelloLinea::ObiettivoStrategico, "Obiettivo strategico DUP"),
        (LivelloLinea::ObiettivoOperativo, "Obiettivo operativo DUP"),
    ] {
        let printed: BTreeSet<&str> = values_of(&rows, label)
            .map(|goal| goal.split(" - ").next().unwrap())
            .collect();
        let read = bozze.linee_strategiche.iter().filter(|linea| linea.livello == livello);
        let codes: Vec<&str> = read.map(|linea| linea.codice.as_ref().unwrap().as_str()).collect();
        assert_eq!(codes.len(), printed.len());
        assert_eq!(codes.into_iter().collect::<BTreeSet<_>>(), printed);
    }
}

#[test]
fn descriptions_are_whole() {
    let text = text();
    let bozze = read(&text).value;
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let without_tags = |text: &str| {
        let mut parts = text.split('<');
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |all, part| {
            all + part.split_once('>').map_or("", |(_, words)| words)
        })
    };
    let printed: String = text
        .lines()
        .filter(|line| without_tags(line).starts_with("Descrizione\t"))
        .map(|line| letters(&without_tags(line).replacen("Descrizione\t", "", 1)))
        .collect();
    let read: String = bozze
        .obiettivi
        .iter()
        .map(|o| letters(o.descrizione.as_ref().unwrap()))
        .collect();
    assert_eq!(read, printed);
}

#[test]
fn marks_of_the_charts_stand_in_their_months() {
    let text = text();
    let bozze = read(&text).value;
    let marks: u32 = bozze
        .fasi
        .iter()
        .filter_map(|fase| fase.mesi_previsti)
        .map(|mesi| mesi.value.0.count_ones())
        .sum();
    assert_eq!(marks as usize, text.matches('■').count());
    assert!(bozze.fasi.iter().all(|fase| fase.mesi_consuntivi.is_none()));
}

#[test]
fn the_outline_of_the_whole_print() {
    let text = text();
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(outline(&text, &read(&text)));
    });
}

#[test]
fn indicators_in_prose_carry_the_one_value_that_they_state() {
    let reported = read(&text());
    let prose = reported.value.indicatori.iter().filter(|one| one.nota.is_none());
    let kinds = prose.filter_map(|one| one.valore.as_ref()).map(|value| match value {
        ValoreAtteso::Data(_) => "data",
        ValoreAtteso::Numero(_) => "numero",
        ValoreAtteso::Percentuale(_) => "percentuale",
        ValoreAtteso::SiNo(_) | ValoreAtteso::Testo(_) => "altro",
    });
    let mut kinds: Vec<&str> = kinds.collect();
    kinds.sort_unstable();
    let counted: Vec<(&str, usize)> = kinds
        .chunk_by(|a, b| a == b)
        .map(|same| (same[0], same.len()))
        .collect();
    // Looked up one by one in the document: three months and two days, shares, numbers behind «almeno» or «n°».
    assert_eq!(counted, [("data", 5), ("numero", 8), ("percentuale", 5)]);
}
