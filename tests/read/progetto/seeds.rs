//! The two project documents of this repository, against counts and sums taken from their lines by other means.

use vetrina::model::{Ambito, Bozze, Euro, RuoloContatto, RuoloPartner, TipoSezione};
use vetrina::read::cell::parse_euro;
use vetrina::read::recognise;
use vetrina::source::FileId;

use super::describe::name;
use super::{read, seed};

fn lines_with<'t>(text: &'t str, keep: impl Fn(&str) -> bool + 't) -> Vec<&'t str> {
    text.lines().filter(|line| keep(line)).collect()
}

fn begins_with_code(line: &str, parts: usize) -> bool {
    let code = line.split(['\t', ' ']).next().unwrap_or_default();
    let digits = code.strip_prefix('A').unwrap_or_default();
    digits.split('.').count() == parts && digits.split('.').all(|part| part.parse::<u8>().is_ok())
}

fn days_of(bozze: &Bozze, code: &str) -> (Option<String>, Option<String>) {
    let of_code =
        |a: &&vetrina::model::Attivita<vetrina::model::Bozza>| a.codice.as_ref().is_some_and(|c| **c == *code);
    let activity = bozze.attivita.iter().find(of_code).unwrap();
    (
        activity.inizio.map(|day| day.to_string()),
        activity.fine.map(|day| day.to_string()),
    )
}

fn iso(italian: &str) -> String {
    let parts: Vec<&str> = italian.trim().split('/').collect();
    format!("{}-{}-{}", parts[2], parts[1], parts[0])
}

#[test]
fn only_project_documents_are_taken_for_projects() {
    for (name, expected) in [
        ("cit-lecce-2018.txt", true),
        ("province-comuni-2022.txt", true),
        ("peg-capannori-2023.txt", false),
        ("peg-reggio-emilia-2024.txt", false),
        ("scambio-comune-2024.txt", false),
    ] {
        let found = recognise(FileId::new(0), &seed(name)).map(|reader| reader.name());
        assert_eq!(found == Some("progetto"), expected, "{name}");
    }
}

#[test]
fn cit_people_and_partners() {
    let text = seed("cit-lecce-2018.txt");
    let bozze = read(&text).value;
    assert_eq!(bozze.contatti.len(), 11);
    assert!(
        bozze
            .contatti
            .iter()
            .all(|contact| contact.ruolo == RuoloContatto::Partecipante)
    );
    assert!(
        bozze
            .contatti
            .iter()
            .all(|contact| contact.cognome.as_ref().is_some_and(|name| **name != *"Bianchi"))
    );
    for (address, contact) in text
        .lines()
        .filter(|line| line.matches('\t').count() == 3)
        .skip(1)
        .zip(&bozze.contatti)
    {
        let cells: Vec<&str> = address.split('\t').collect();
        assert_eq!(contact.ente.as_ref().map(name), Some(cells[0]));
        let full = [&contact.nome, &contact.cognome]
            .map(|part| part.as_ref().unwrap().as_str())
            .join(" ");
        assert_eq!(full, cells[1]);
        assert_eq!(contact.email.as_ref().map_or("", |mail| mail.as_str()), cells[2]);
        let numbers: Vec<&str> = contact.telefoni.iter().map(|number| number.as_str()).collect();
        assert_eq!(numbers.join(" "), cells[3]);
    }
    let roles: Vec<RuoloPartner> = bozze.partner.iter().map(|partner| partner.ruolo).collect();
    assert_eq!(roles[..2], [RuoloPartner::Capofila, RuoloPartner::Cedente]);
    assert_eq!(roles[2..], [RuoloPartner::Riusante; 4]);
    assert_eq!(bozze.piani[0].ente.as_ref().map(name), Some("Comune di Lecce"));
}

#[test]
fn cit_budget_to_the_cent() {
    let text = seed("cit-lecce-2018.txt");
    let bozze = read(&text).value;
    let codes = ["EC\t", "P1\t", "P2\t", "P3\t", "P4\t", "P5\t"];
    let rows = lines_with(&text, |line| codes.iter().any(|code| line.starts_with(code)));
    let printed: i64 = rows
        .iter()
        .filter_map(|line| line.rsplit('\t').next())
        .filter_map(parse_euro)
        .map(Euro::cents)
        .sum();
    let read: Euro = bozze
        .partner
        .iter()
        .filter_map(|partner| partner.totale)
        .map(|total| total.value)
        .sum();
    assert_eq!(read.cents(), printed);
    assert_eq!(read.to_string(), "642050.00");
    assert_eq!(bozze.totali_partner.len(), 1);
    assert_eq!(bozze.totali_partner[0].totale.map(|total| total.value), Some(read));
    assert_eq!(
        bozze
            .partner
            .iter()
            .filter(|partner| partner.beni_servizi.is_some())
            .count(),
        1
    );
}

#[test]
fn cit_activities_indicators_and_next_steps() {
    let text = seed("cit-lecce-2018.txt");
    let bozze = read(&text).value;
    let rows = lines_with(&text, |line| begins_with_code(line, 2) && line.contains('\t'));
    assert_eq!((rows.len(), bozze.attivita.len()), (29, 29));
    for row in rows {
        let cells: Vec<&str> = row.split('\t').collect();
        assert_eq!(days_of(&bozze, cells[0]), (Some(iso(cells[2])), Some(iso(cells[3]))));
    }
    let count = |ambito| bozze.indicatori.iter().filter(|i| i.ambito == Some(ambito)).count();
    assert_eq!((count(Ambito::Output), count(Ambito::Risultato)), (27, 11));
    assert!(bozze.indicatori.iter().all(|indicator| indicator.valore.is_some()));
    let days: Vec<String> = bozze
        .scadenze
        .iter()
        .map(|step| step.entro.unwrap().to_string())
        .collect();
    assert_eq!(
        days,
        [
            "2018-12-06",
            "2018-12-14",
            "2018-12-14",
            "2018-12-14",
            "2018-12-31",
            "2019-01-18"
        ]
    );
}

#[test]
fn cit_notes_by_body() {
    let bozze = read(&seed("cit-lecce-2018.txt")).value;
    let notes = bozze.sezioni.iter().filter(|section| section.tipo == TipoSezione::Note);
    let bodies: Vec<(&str, usize)> = notes
        .map(|section| (section.ente.as_ref().map_or("", name), section.voci.len()))
        .collect();
    assert_eq!(
        bodies,
        [
            ("Provincia di Lecce", 3),
            ("Comune di Potenza", 2),
            ("Provincia di Brescia", 10),
            ("Città Metropolitana di Genova", 8),
            ("Comune di Avellino", 4),
        ]
    );
}

#[test]
fn province_comuni_facts() {
    let bozze = read(&seed("province-comuni-2022.txt")).value;
    let piano = &bozze.piani[0];
    assert_eq!(piano.costo.unwrap().to_string(), "4555500.00");
    assert_eq!(piano.inizio.unwrap().to_string(), "2020-05-20");
    assert_eq!(piano.fine.unwrap().to_string(), "2023-09-30");
    assert_eq!(piano.ente.as_ref().map(name), Some("Unione Province d'Italia"));
    assert!(
        bozze
            .contatti
            .iter()
            .all(|contact| contact.ruolo == RuoloContatto::Altro)
    );
    assert_eq!(bozze.contatti.len(), 3);
}

#[test]
fn province_comuni_activities() {
    let text = seed("province-comuni-2022.txt");
    let bozze = read(&text).value;
    assert_eq!(bozze.attivita.len(), 16);
    let schedule = lines_with(&text, |line| begins_with_code(line, 1) && line.contains('\t'));
    assert_eq!(schedule.len(), 13);
    for row in &schedule {
        let code = row.split(' ').next().unwrap();
        let period = row.split('\t').skip(1).find(|cell| !cell.trim().is_empty());
        let ends = period.and_then(|period| period.split_once(['-', '–']));
        let (from, to) = days_of(&bozze, code);
        assert_eq!(to, ends.map(|(_, to)| iso(to)), "{code}");
        let first = ends.map(|(from, _)| {
            if from.trim().len() == 7 {
                format!("01/{}", from.trim())
            } else {
                from.into()
            }
        });
        assert_eq!(from, first.map(|from| iso(&from)), "{code}");
    }
    let mentions: usize = bozze
        .attivita
        .iter()
        .map(|activity| activity.altre_descrizioni.len())
        .sum();
    assert_eq!(
        mentions,
        13 + 7,
        "every row of the schedule and of the tenders is a mention of an activity of the list"
    );
    let tenders = bozze
        .sezioni
        .iter()
        .find(|section| section.tipo == TipoSezione::Gare)
        .unwrap();
    assert_eq!(tenders.voci.len(), 7);
    let steps = bozze
        .sezioni
        .iter()
        .filter(|section| section.tipo == TipoSezione::Passo);
    assert_eq!(steps.count(), 7);
}

#[test]
fn every_fact_stands_where_it_says() {
    for name in ["cit-lecce-2018.txt", "province-comuni-2022.txt"] {
        let text = seed(name);
        let bozze = read(&text).value;
        let texts = bozze.attivita.iter().map(|a| &a.descrizione);
        let texts = texts.chain(bozze.attivita.iter().flat_map(|a| &a.altre_descrizioni));
        let texts = texts.chain(bozze.indicatori.iter().map(|i| &i.testo));
        let texts = texts.chain(bozze.scadenze.iter().map(|s| &s.cosa));
        let texts = texts.chain(
            bozze
                .contatti
                .iter()
                .flat_map(|c| [&c.nome, &c.cognome, &c.email])
                .flatten(),
        );
        for said in texts {
            let printed = &text[said.span.start as usize..said.span.end as usize];
            assert!(
                printed.replace("</b>", "").contains(said.as_str()),
                "{said:?} is not {printed:?}"
            );
        }
    }
}
