use super::*;
use proptest::prelude::*;

/// The dates of a text in short: `g` day, `i` range, `m` month; `?` alternative, `~` to be confirmed.
fn short(text: &str, year: Option<i32>) -> String {
    let dates = parse_dates(text, year);
    let mut words: Vec<String> = dates.found.iter().map(one).collect();
    words.extend(
        dates
            .doubts
            .iter()
            .map(|doubt| format!("{:?}: {}", doubt.why, &text[doubt.at.clone()])),
    );
    words.join(" ")
}

fn one(found: &Quando) -> String {
    let Periodo { inizio, fine } = found.periodo;
    let days = match found.tipo {
        TipoDisponibilita::Giorno => format!("{inizio}"),
        TipoDisponibilita::Intervallo => format!("{inizio}..{fine}"),
        TipoDisponibilita::Mese => format!("{}", inizio.format("%Y-%m")),
    };
    let mark = match found.stato {
        Stato::Fissata => "",
        Stato::Alternativa => "?",
        Stato::DaConfermare => "~",
    };
    format!("{days}{mark}")
}

#[test]
fn every_way_in_which_the_documents_print_dates() {
    for (text, expected) in [
        ("16 aprile 2024", "2024-04-16"),
        ("Calendario2 30 aprile 2024", "2024-04-30"),
        ("5 – 6 SETTEMBRE", "2024-09-05..2024-09-06"),
        ("5 e 6 Novembre 2024", "2024-11-05 2024-11-06"),
        ("Mese Giugno 2024 – 13 o 20 giugno", "2024-06-13? 2024-06-20?"),
        ("mese Settembre 2024 – 10 o 17 settembre", "2024-09-10? 2024-09-17?"),
        ("giugno", "2024-06~"),
        ("Maggio 2024", "2024-05~"),
        ("Ottobre/Novembre", "2024-10~ 2024-11~"),
        ("1^ giornata Ottobre/Novembre", "2024-10~ 2024-11~"),
        ("6 - 7 Giugno. Con ipotesi evento 6 sera", "2024-06-06..2024-06-07"),
        (
            "Settembre 2024 (17, 19, 24, 26)",
            "2024-09-17 2024-09-19 2024-09-24 2024-09-26",
        ),
        (
            "Settembre 2024 (17-18, 24-25)",
            "2024-09-17..2024-09-18 2024-09-24..2024-09-25",
        ),
        ("7, 8,9 ottobre", "2024-10-07 2024-10-08 2024-10-09"),
        ("16,17,18 ottobre", "2024-10-16 2024-10-17 2024-10-18"),
        ("Calendario1: dal 5 al 16 maggio 2024", "2024-05-05..2024-05-16"),
        (
            "seconda giornata data da fissare dal 17 al 31 maggio",
            "2024-05-17..2024-05-31",
        ),
        ("GIORNO 1 (giovedì 5 settembre)", "2024-09-05"),
        ("11/2020 - 31/08/2021", "2020-11-01..2021-08-31"),
        ("04/2022 -  30/06/2022", "2022-04-01..2022-06-30"),
        ("15/09/2022 – 31/10/2022", "2022-09-15..2022-10-31"),
        ("06/12", "2024-12-06"),
        ("fino al 16/12/17.", "2017-12-16"),
        ("Roma, 13 aprile 2022", "2022-04-13"),
        ("- 23/24 Ottobre - Santi Crisanto e Daria", "2024-10-23 2024-10-24"),
        (
            "12 incontri realizzati tra ottobre-dicembre 2021",
            "2021-10~ 2021-11~ 2021-12~",
        ),
        ("6 febbraio, 8 marzo, 1 dicembre", "2024-02-06 2024-03-08 2024-12-01"),
        ("svolta nei mesi febbraio marzo 2023", "2023-02~ 2023-03~"),
        ("a partire dal 1° maggio", "2024-05-01"),
    ] {
        assert_eq!(short(text, Some(2024)), expected, "{text}");
    }
}

#[test]
fn other_ways_that_offices_use() {
    for (text, expected) in [
        ("dal 28 settembre al 3 ottobre 2024", "2024-09-28..2024-10-03"),
        ("30 aprile - 2 maggio", "2024-04-30..2024-05-02"),
        ("dal 28 dicembre al 3 gennaio 2025", "2024-12-28..2025-01-03"),
        ("dal 28 dicembre al 3 gennaio", "2024-12-28..2025-01-03"),
        ("tra il 5 e il 10 maggio", "2024-05-05..2024-05-10"),
        ("dall'8 all'11 marzo", "2024-03-08..2024-03-11"),
        ("settembre: 10, 17 o 24", "2024-09-10? 2024-09-17? 2024-09-24?"),
        (
            "Settembre 2024 (17, 19) e Ottobre 2024 (1, 3)",
            "2024-09-17 2024-09-19 2024-10-01 2024-10-03",
        ),
        ("lunedì 7 ott. e martedì 8 ott. 2024", "2024-10-07 2024-10-08"),
        ("2024-05-16", "2024-05-16"),
        ("1-8 ottobre", "2024-10-01..2024-10-08"),
        ("ore 9-12, in sala", ""),
        ("12 incontri da 3 ore", ""),
    ] {
        assert_eq!(short(text, Some(2024)), expected, "{text}");
    }
}

#[test]
fn what_cannot_be_is_doubted_with_its_place() {
    for (text, expected) in [
        ("31 giugno 2024", "NoSuchDay: 31 giugno 2024"),
        ("dal 16 al 5 maggio 2024", "Reversed: 16 al 5 maggio 2024"),
        (
            "5 settembre 2024 - 3 maggio 2024",
            "Reversed: 5 settembre 2024 - 3 maggio 2024",
        ),
        ("5 settembre", "NoYear: 5 settembre"),
    ] {
        assert_eq!(short(text, None), expected, "{text}");
    }
}

#[test]
fn a_weekday_is_kept_right_or_wrong() {
    let weekdays = |text: &str| -> Vec<_> {
        let dates = parse_dates(text, Some(2024));
        dates.found.iter().map(|found| found.giorno_settimana).collect()
    };
    assert_eq!(
        weekdays("giovedì 5 e venerdi 6 settembre"),
        [Some(Weekday::Thu), Some(Weekday::Fri)]
    );
    assert_eq!(weekdays("5 settembre"), [None]);
}

#[test]
fn a_day_alone_and_a_period_alone() {
    let day = |y, m, d| Giorno::from_ymd_opt(y, m, d);
    assert_eq!(parse_day("01/09/2023", None), day(2023, 9, 1));
    assert_eq!(parse_day(" 06/12 ", Some(2018)), day(2018, 12, 6));
    assert_eq!(parse_day("06/12", None), None);
    assert_eq!(parse_day("venerdì 6 dicembre", Some(2018)), day(2018, 12, 6));
    for text in [
        "entro il 31 marzo",
        "maggio 2024",
        "5 e 6 maggio 2024",
        "3 volte",
        "",
        "2023",
    ] {
        assert_eq!(parse_day(text, Some(2024)), None, "{text}");
    }
    let period = parse_period("11/2020 - 31/08/2021", None);
    assert_eq!(period.map(|period| Some(period.inizio)), Some(day(2020, 11, 1)));
    assert_eq!(parse_period("5 o 6 maggio 2024", None), None);
}

#[test]
fn months_in_full_and_short() {
    assert_eq!(parse_month_name("SETTEMBRE"), Some(9));
    assert_eq!(parse_month_name("Gen"), Some(1));
    assert_eq!(parse_month_name("sett."), Some(9));
    for word in ["ma", "magari", "", "mese"] {
        assert_eq!(parse_month_name(word), None, "{word}");
    }
}

fn any_day() -> impl Strategy<Value = Giorno> {
    (1950_i32..2190, 1_u32..=12, 1_u32..=28).prop_map(|(y, m, d)| Giorno::from_ymd_opt(y, m, d).unwrap())
}

proptest! {
    #[test]
    fn what_is_printed_is_read_back(day in any_day()) {
        let month = lex::MONTHS[chrono::Datelike::month0(&day) as usize];
        prop_assert_eq!(parse_day(&day.to_string(), None), Some(day));
        prop_assert_eq!(parse_day(&day.format("%d/%m/%Y").to_string(), None), Some(day));
        prop_assert_eq!(parse_day(&format!("{} {month} {}", day.format("%-d"), day.format("%Y")), None), Some(day));
    }

    #[test]
    fn a_number_by_itself_is_no_day(number in "[0-9]{1,12}") {
        prop_assert!(only(&number, Some(2024)).is_none());
        prop_assert!(parse_day(&number, Some(2024)).is_none());
    }

    #[test]
    fn a_range_is_read_back(day in any_day(), length in 1_u64..150) {
        let fine = day.checked_add_days(chrono::Days::new(length)).unwrap();
        let text = format!("{} – {}", day.format("%d/%m/%Y"), fine.format("%d/%m/%Y"));
        prop_assert_eq!(parse_period(&text, None), Some(Periodo { inizio: day, fine }));
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC*", dateish in "[0-9a-z/.,()–° -]{0,24}( maggio| o | al )?[0-9 /-]{0,9}") {
        for text in [text, dateish] {
            for found in parse_dates(&text, Some(2024)).found {
                prop_assert!(found.periodo.inizio <= found.periodo.fine);
                prop_assert!(text.get(found.at).is_some());
            }
        }
    }
}
