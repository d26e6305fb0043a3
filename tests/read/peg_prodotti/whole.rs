//! The whole seed, compared with what its lines hold when they are looked at one by one, without the reader.

use std::collections::BTreeMap;

use vetrina::model::{Direzione, LivelloLinea, TipoObiettivo};

use super::read;

pub(super) const SEED: &str = include_str!("../../../seeds/peg-reggio-emilia-2024.txt");

/// The cells of every line with tabs, tags dropped.
fn rows() -> impl Iterator<Item = Vec<String>> + Clone {
    SEED.lines().filter(|line| line.contains('\t')).map(|line| {
        line.replace("<b>", "")
            .replace("</b>", "")
            .split('\t')
            .map(|cell| cell.trim().to_owned())
            .collect()
    })
}

/// Digits of an amount or share, the last two of them hundredths.
fn hundredths(cell: &str) -> Option<i64> {
    let digits: String = cell.chars().filter(char::is_ascii_digit).collect();
    let printed = cell.contains(',') && cell.chars().all(|c| c.is_ascii_digit() || ".,% ".contains(c));
    if printed { digits.parse().ok() } else { None }
}

fn is_product(cell: &str) -> bool {
    cell.len() == 12 && (cell.contains("_PD_") || cell.contains("_PG_"))
}

#[test]
fn nothing_is_left_unread() {
    let read = read(SEED);
    assert!(read.value.non_lette.is_empty(), "{:?}", read.value.non_lette);
    assert!(read.problems.is_empty());
}

#[test]
fn the_announced_counts() {
    let found = read(SEED).value;
    let heads: Vec<_> = found
        .unita
        .iter()
        .map(|unit| unit.responsabile.as_ref().map(|head| head.as_str()))
        .collect();
    assert_eq!(
        heads,
        [
            Some("GANDELLINI STEFANO"),
            Some("Benvegna Eliana"),
            Some("Poma Stefano"),
            Some("Battini Maurizio")
        ]
    );
    assert_eq!(found.indice.len(), 4);
    assert_eq!(found.progetti.len(), 56);
    assert_eq!(
        found
            .progetti
            .iter()
            .filter(|product| product.cartella.is_some())
            .count(),
        55
    );
    assert_eq!(found.obiettivi.len(), 67);
    assert_eq!(found.indicatori.len(), 201);
}

#[test]
fn every_product_of_the_summaries_with_budget_and_share() {
    let found = read(SEED).value;
    let printed: Vec<_> = rows()
        .filter_map(|row| {
            let at = row.iter().position(|cell| is_product(cell))?;
            let amount = |share: bool| {
                let cell = row[at + 2..]
                    .iter()
                    .find(|cell| !cell.is_empty() && cell.contains('%') == share);
                cell.and_then(|cell| hundredths(cell))
            };
            Some((row[at].clone(), row[at + 1].clone(), amount(false), amount(true)))
        })
        .collect();
    let read: Vec<_> = found
        .progetti
        .iter()
        .map(|product| {
            let announced = product.titolo_annunciato.as_ref().map_or("", |title| title.as_str());
            (
                product.codice.to_string(),
                announced.to_owned(),
                product.budget.map(|budget| budget.value.0),
                product.percentuale.map(|share| share.value.0),
            )
        })
        .collect();
    assert_eq!(read, printed);
}

#[test]
fn every_total_of_the_summaries() {
    let found = read(SEED).value;
    let levels = [
        ("Totale Azione", Some(LivelloLinea::Azione)),
        ("Totale Obiettivo", Some(LivelloLinea::ObiettivoStrategico)),
        ("Totale Indirizzo", Some(LivelloLinea::Indirizzo)),
        ("Totale CDR", None),
    ];
    let printed: Vec<_> = rows()
        .filter_map(|row| {
            let level = levels.iter().find(|(words, _)| row.iter().any(|cell| cell == words))?.1;
            let amounts: Vec<&String> = row.iter().filter(|cell| hundredths(cell).is_some()).collect();
            let of = |share: bool| {
                let cell = amounts.iter().find(|cell| cell.contains('%') == share);
                cell.and_then(|cell| hundredths(cell))
            };
            Some((level, of(false), of(true)))
        })
        .collect();
    let read: Vec<_> = found
        .totali
        .iter()
        .map(|total| {
            let importo = total.importo.map(|amount| amount.value.0);
            (total.livello, importo, total.percentuale.map(|share| share.value.0))
        })
        .collect();
    assert_eq!(read, printed);
}

#[test]
fn every_indicator_with_its_value() {
    let found = read(SEED).value;
    let is_code = |cell: &str| cell.starts_with(['M', 'O', 'P']) && cell.get(1..2) == Some("_");
    let printed: Vec<_> = rows()
        .filter(|row| is_code(&row[0]))
        .map(|row| (row[0].clone(), row[2].clone()))
        .collect();
    let text = |said: &Option<vetrina::model::Detto<vetrina::model::Testo>>| {
        said.as_ref().map(|said| said.to_string()).unwrap_or_default()
    };
    let read: Vec<_> = found
        .indicatori
        .iter()
        .map(|indicator| (text(&indicator.codice), text(&indicator.valore_atteso)))
        .collect();
    assert_eq!(read, printed);
    let notes = SEED.matches("Nota: ").count();
    assert_eq!(
        found
            .indicatori
            .iter()
            .filter(|indicator| indicator.nota.is_some())
            .count(),
        notes
    );
}

#[test]
fn every_objective_with_its_kind() {
    let found = read(SEED).value;
    let lines = SEED
        .lines()
        .filter(|line| line.contains(r"2024\_OB\_") && !line.contains('\t'));
    assert_eq!(found.obiettivi.len(), lines.count());
    let of = |kind| {
        found
            .obiettivi
            .iter()
            .filter(|objective| objective.tipo == kind)
            .count()
    };
    for (words, kind) in [
        ("Obiettivo di miglioramento", TipoObiettivo::Miglioramento),
        ("Obiettivo gestionale ordinario", TipoObiettivo::Ordinario),
        ("Obiettivo Prioritario", TipoObiettivo::Prioritario),
    ] {
        assert_eq!(of(kind), SEED.matches(words).count(), "{words}");
    }
    assert!(found.obiettivi.iter().all(|objective| !objective.titolo.is_empty()));
    assert!(
        found
            .obiettivi
            .iter()
            .all(|objective| objective.linea_strategica.is_some())
    );
}

#[test]
fn every_phase_and_every_person() {
    let found = read(SEED).value;
    let phases = rows().filter(|row| row.len() == 6 && row[0].parse::<u32>().is_ok());
    assert_eq!(found.fasi.len(), phases.clone().count());
    for (phase, row) in found.fasi.iter().zip(phases) {
        let printed = |day: &Option<vetrina::model::Detto<vetrina::model::Giorno>>| {
            day.map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default()
        };
        assert_eq!(
            [phase.ordine.to_string(), printed(&phase.inizio), printed(&phase.fine)],
            [row[0].clone(), row[4].clone(), row[5].clone()]
        );
    }
    let people = rows().filter(|row| row.len() == 3 && row[2].ends_with(" %"));
    assert_eq!(found.assegnazioni.len(), people.clone().count());
    let effort: i64 = found
        .assegnazioni
        .iter()
        .filter_map(|person| Some(person.impegno_percentuale?.value.0))
        .sum();
    assert_eq!(effort, people.filter_map(|row| hundredths(&row[2])).sum::<i64>());
}

#[test]
fn every_budget_line_and_card_total_to_the_cent() {
    let found = read(SEED).value;
    let printed: Vec<i64> = rows()
        .filter(|row| row[0].starts_with("Cap. "))
        .map(|row| row[2..].iter().find_map(|cell| hundredths(cell)).unwrap())
        .collect();
    let read: Vec<i64> = found.bilancio.iter().map(|line| line.importo.value.0).collect();
    assert_eq!(read, printed);

    let totals: i64 = rows()
        .filter(|row| row[0] == "Totale")
        .map(|row| row.iter().filter_map(|cell| hundredths(cell)).sum::<i64>())
        .sum();
    let cards = found
        .progetti
        .iter()
        .flat_map(|card| [card.totale_entrate, card.totale_spese]);
    assert_eq!(cards.flatten().map(|total| total.value.0).sum::<i64>(), totals);
    assert_eq!(totals, printed.iter().sum::<i64>());

    let mut by_way: BTreeMap<Direzione, i64> = BTreeMap::new();
    for line in &found.bilancio {
        *by_way.entry(line.direzione).or_default() += line.importo.value.0;
    }
    let centres: i64 = found
        .totali
        .iter()
        .filter(|total| total.livello.is_none())
        .filter_map(|total| Some(total.importo?.value.0))
        .sum();
    assert_eq!(
        by_way[&Direzione::Spesa],
        centres,
        "expenditure of the cards against the centres' totals"
    );
}

#[test]
fn every_fact_stands_where_it_says() {
    let found = read(SEED).value;
    let printed = |span: vetrina::source::Span| &SEED[span.start as usize..span.end as usize];
    for product in &found.progetti {
        assert!(printed(product.annuncio.unwrap()).contains(product.codice.as_str()));
        if let Some(card) = product.cartella {
            assert!(
                printed(card)
                    .replace(['\\', '*'], "")
                    .starts_with(product.codice.as_str())
            );
        }
    }
    for line in &found.bilancio {
        assert!(printed(line.origine.span).starts_with("Cap. "));
        assert_eq!(Some(line.importo.value.0), hundredths(printed(line.importo.span)));
    }
    for indicator in &found.indicatori {
        assert!(printed(indicator.origine.span).contains(indicator.codice.as_ref().unwrap().as_str()));
    }
}
