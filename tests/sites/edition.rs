//! `vetrina new edition`: the next year of a plan or catalogue beside the old one.

use std::collections::BTreeSet;
use std::fs;

use super::site::Site;

/// The addresses of a site's pages.
fn pages(site: &Site) -> BTreeSet<String> {
    let built = site.run(&["build", "--message-format", "short"]);
    assert_eq!(built.exit, 0, "{}", built.said);
    site.public()
        .into_keys()
        .filter(|path| path.ends_with(".html"))
        .collect()
}

const NOTICE: &str = "Edizione in archivio.";

#[test]
fn a_plan_goes_on_for_another_year_and_no_address_is_lost() {
    let site = Site::of(&[]);
    site.run(&["new", "site", ".", "--example", "peg"]);
    let before = pages(&site);
    let run = site.run(&["new", "edition", "piani/peg-2025"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    let after = pages(&site);
    assert!(after.is_superset(&before));
    for page in [
        "index.html",
        "confronto/index.html",
        "obiettivi/piedibus/index.html",
        "a1/index.html",
    ] {
        assert!(after.contains(&format!("piani/peg-2026/{page}")), "{page}");
    }
    let public = site.public();
    for old in after.iter().filter(|path| path.starts_with("piani/peg-2025/")) {
        assert!(public[old].contains(NOTICE), "{old}");
        assert!(public[old].contains("Piano esecutivo di gestione 2026</a>"), "{old}");
    }
    assert!(!public["piani/peg-2026/index.html"].contains(NOTICE));
    assert!(public["piani/peg-2026/obiettivi/piedibus/index.html"].contains("datetime=\"2026-10-31\""));
    assert!(public["piani/peg-2025/obiettivi/piedibus/index.html"].contains("datetime=\"2025-10-31\""));
    let again = site.run(&["new", "edition", "piani/peg-2025"]);
    assert_eq!(again.exit, 2);
    assert!(again.said.contains("esiste già"), "{}", again.said);
}

#[test]
fn a_catalogue_goes_on_and_its_cards_keep_their_ids() {
    let site = Site::of(&[]);
    site.run(&["new", "site", ".", "--example", "catalogo"]);
    let before = pages(&site);
    let run = site.run(&["new", "edition", "catalogo", "--year", "2027"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    let after = pages(&site);
    assert!(after.is_superset(&before));
    assert!(after.contains("catalogo-2027/sportello-unico/index.html"), "{after:?}");
    let public = site.public();
    assert!(public["catalogo/sportello-unico/index.html"].contains(NOTICE));
    assert!(!public["catalogo-2027/sportello-unico/index.html"].contains(NOTICE));
    assert!(public["dati/schede.csv"].contains("\nsportello-unico,"));
    assert!(public["dati/schede.csv"].contains("\nsportello-unico-2027,"));
}

#[test]
fn a_printed_plan_waits_for_its_next_document_as_a_draft() {
    let site = Site::of(&[]);
    site.run(&["new", "site", "."]);
    let seed = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/peg-capannori-2023.txt");
    site.run(&["import", seed]);
    let before = pages(&site);
    let run = site.run(&["new", "edition", "piani/peg-capannori-2023"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    assert_eq!(pages(&site), before, "a draft shows nothing");
    let path = "content/piani/peg-capannori-2024/_index.md";
    let section = fs::read_to_string(site.path().join(path)).unwrap();
    assert!(
        section.contains("# source: \"seeds/peg-capannori-2024.txt\""),
        "{section}"
    );
    let next = fs::read_to_string(seed).unwrap().replace("2023", "2024");
    site.write("peg-capannori-2024.txt", next);
    let imported = site.run(&["import", "peg-capannori-2024.txt"]);
    assert_eq!(imported.exit, 0, "{}", imported.said);
    assert!(
        imported
            .gave
            .contains("da completare: content/piani/peg-capannori-2024/_index.md"),
        "{}",
        imported.gave
    );
    site.write(
        path,
        section.replace("# source:", "source:").replace("draft: true\n", ""),
    );
    let after = pages(&site);
    assert!(after.is_superset(&before));
    assert!(after.contains("piani/peg-capannori-2024/confronto/index.html"));
    assert!(site.public()["piani/peg-capannori-2023/index.html"].contains(NOTICE));
}

#[test]
fn what_is_no_section_has_no_next_edition() {
    let site = Site::of(&[]);
    site.run(&["new", "site", "."]);
    let run = site.run(&["new", "edition", "piani/peg-2025"]);
    assert_eq!(run.exit, 2);
    assert!(run.said.contains("content/piani/peg-2025/_index.md"), "{}", run.said);
}

#[test]
fn a_plan_in_tables_goes_on_in_tables() {
    let site = Site::of(&[]);
    site.run(&["new", "site", "."]);
    site.write("peg-2026/unita.csv", "codice;nome;tipo\nA;Scuola;settore\n");
    site.write(
        "peg-2026/obiettivi.csv",
        "codice;tipo;titolo;unita\n01;ordinario;Il piedibus;A\n",
    );
    site.write(
        "peg-2026/fasi.csv",
        "obiettivo;ordine;nome;inizio;fine;fine_effettiva\n01;1;Avvio;14/09/2026;31/10/2026;30/10/2026\n",
    );
    assert_eq!(site.run(&["import", "peg-2026"]).exit, 0);
    let before = pages(&site);
    let run = site.run(&["new", "edition", "piani/peg-2026"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    let phases = fs::read_to_string(site.path().join("seeds/peg-2027/fasi-2027.csv")).unwrap();
    assert!(phases.ends_with("01;1;Avvio;14/09/2027;31/10/2027;\n"), "{phases}");
    let after = pages(&site);
    assert!(after.is_superset(&before));
    assert!(after.contains("piani/peg-2027/confronto/index.html"));
    let public = site.public();
    assert!(public["piani/peg-2027/obiettivi/01/index.html"].contains("datetime=\"2027-10-31\""));
    assert!(public["piani/peg-2026/obiettivi/01/index.html"].contains("datetime=\"2026-10-31\""));
}

#[test]
fn a_plan_in_a_spreadsheet_goes_on_in_tables_beside_it() {
    let site = Site::of(&[
        (
            "vetrina.yaml",
            "title: Prova\nbase_url: https://esempio.it\nsearch: false\n",
        ),
        (
            "content/piani/peg-2025/_index.md",
            "---\ntitle: PEG 2025\nanno: 2025\nreader: tabella\nsource: seeds/peg-2025.xlsx\n---\n",
        ),
    ]);
    site.write("seeds/peg-2025.xlsx", include_bytes!("tables/piano.xlsx"));
    let before = pages(&site);
    let run = site.run(&["new", "edition", "piani/peg-2025"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    assert!(
        run.said
            .contains("seeds/peg-2025.xlsx è un foglio di calcolo e resta com’è"),
        "{}",
        run.said
    );
    let made = |name: &str| fs::read_to_string(site.path().join(format!("seeds/peg-2026/{name}-2026.csv")));
    let phases = made("fasi").unwrap();
    assert!(phases.contains("2026-") && !phases.contains("2025-"), "{phases}");
    assert!(made("piani").unwrap().contains("PEG 2026;peg-2026;"));
    let after = pages(&site);
    assert!(after.is_superset(&before), "{:?}", before.difference(&after));
    assert!(after.contains("piani/peg-2026/confronto/index.html"), "{after:?}");
    assert!(site.public()["piani/peg-2025/index.html"].contains(NOTICE));
}

/// A catalogue of three cards in tables.
const CARDS: &str = "titolo;ente;ufficio;durata\nOrti di quartiere;Comune di Valchiara;Ambiente;1 giornata\nSportello \
                     unico;Comune di Valchiara;Servizi;2 giornate\nPolizia locale;Unione delle Quattro Colline;Polizia;1 giornata\n";
const DAYS: &str = "scheda;tipo;inizio;fine;stato\nOrti di quartiere;giorno;17/09/2026;17/09/2026;fissata\nSportello \
                    unico;intervallo;04/06/2026;05/06/2026;fissata\n";
const PEOPLE: &str =
    "scheda;ente;ruolo;email\nOrti di quartiere;Comune di Valchiara;segreteria;verde@comune.valchiara.example\n";

fn of_tables() -> Site {
    let site = Site::of(&[]);
    site.run(&["new", "site", "."]);
    site.write("seeds/catalogo-2026/schede.csv", CARDS);
    site.write("seeds/catalogo-2026/disponibilita.csv", DAYS);
    site.write("seeds/catalogo-2026/contatti.csv", PEOPLE);
    site.write(
        "content/catalogo/_index.md",
        "---\ntitle: Scambi 2026\nsource: seeds/catalogo-2026\nanno: 2026\n---\n",
    );
    site
}

/// The rows of a table of the open data that stood there before are there still, but for the lines that say where.
fn stands(site: &Site, table: &str, before: &str) {
    let after = &site.public()[table];
    for row in before.lines() {
        assert!(after.contains(row), "{table}: no {row} in\n{after}");
    }
}

#[test]
fn a_catalogue_in_tables_goes_on_in_tables() {
    let site = of_tables();
    let before = pages(&site);
    let tables = ["dati/schede.csv", "dati/contatti.csv", "dati/disponibilita.csv"];
    let public = site.public();
    let rows = tables.map(|table| public[table].clone());
    let run = site.run(&["new", "edition", "catalogo"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    let days = fs::read_to_string(site.path().join("seeds/catalogo-2027/disponibilita-2027.csv")).unwrap();
    assert_eq!(
        days,
        DAYS.replace("2026", "2027"),
        "cards are still called by their titles"
    );
    let after = pages(&site);
    assert!(after.is_superset(&before), "{:?}", before.difference(&after));
    for (table, rows) in tables.into_iter().zip(&rows) {
        stands(&site, table, rows);
    }
    let public = site.public();
    let card = "comune-di-valchiara-orti-di-quartiere";
    let new = &public[&format!("catalogo-2027/{card}-2027/index.html")];
    assert!(new.contains("17 settembre 2027") && !new.contains("17 settembre 2026"));
    assert!(new.contains("verde@comune.valchiara.example"));
    let old = &public[&format!("catalogo/{card}/index.html")];
    assert!(old.contains("17 settembre 2026") && !old.contains("17 settembre 2027"));
    assert!(old.contains(NOTICE) && !new.contains(NOTICE));
}

#[test]
fn a_catalogue_in_a_spreadsheet_goes_on_in_tables_beside_it() {
    let site = Site::of(&[(
        "content/catalogo/_index.md",
        "---\ntitle: Scambi 2025\nsource: seeds/scambi.ods\nanno: 2025\n---\n",
    )]);
    site.write(
        "vetrina.yaml",
        "title: Prova\nbase_url: https://esempio.it\nsearch: false\n",
    );
    site.write("seeds/scambi.ods", include_bytes!("tables/catalogo.ods"));
    let before = pages(&site);
    let run = site.run(&["new", "edition", "catalogo"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    let after = pages(&site);
    assert!(after.is_superset(&before), "{:?}", before.difference(&after));
    let new = &site.public()["catalogo-2026/comune-di-borgo-1-2026/index.html"];
    assert!(new.contains("5 settembre 2026"), "{new}");
}

#[test]
fn a_name_means_what_stands_nearest() {
    let site = of_tables();
    site.run(&["new", "edition", "catalogo"]);
    // Somebody who writes the tables of the next year by themselves has no ids in them.
    site.write("seeds/catalogo-2027/schede-2027.csv", CARDS);
    pages(&site);
    let public = site.public();
    for (page, day) in [
        ("catalogo/", "17 settembre 2026"),
        ("catalogo-2027/", "17 settembre 2027"),
    ] {
        let of_section =
            |path: &str| path.starts_with(page) && path.contains("orti-di-quartiere") && path.ends_with("/index.html");
        let (_, card) = public.iter().find(|(path, _)| of_section(path)).unwrap();
        assert!(card.contains(day), "{page}");
    }
    // A third section has no such card, so nobody can tell which is meant.
    site.write("seeds/altro/disponibilita.csv", DAYS);
    site.write(
        "content/altro/_index.md",
        "---\ntitle: Altro\nsource: seeds/altro\nanno: 2026\n---\n",
    );
    let built = site.run(&["build", "--message-format", "short"]);
    assert_eq!(built.exit, 1);
    assert!(built.said.contains("riferimento-ambiguo"), "{}", built.said);
}

#[test]
fn translations_go_on_as_translations_and_monitoring_stays_behind() {
    let site = Site::of(&[]);
    site.run(&["new", "site", ".", "--example", "peg"]);
    let config = fs::read_to_string(site.path().join("vetrina.yaml")).unwrap();
    site.write("vetrina.yaml", config + "\nlanguages:\n  en:\n    title: Plans\n");
    site.write(
        "content/piani/peg-2025/_index.en.md",
        "---\ntitle: Executive plan 2025\n---\n",
    );
    site.write(
        "content/piani/peg-2025/obiettivi/piedibus.en.md",
        "---\ntitle: The walking bus\n---\nOn foot to school.\n",
    );
    site.write(
        "content/piani/peg-2025/monitoraggio.csv",
        "obiettivo;fase;fine_effettiva\n02;Avvio;30/10/2025\n",
    );
    let run = site.run(&["new", "edition", "piani/peg-2025"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    assert!(!run.gave.contains("monitoraggio"), "{}", run.gave);
    pages(&site);
    let public = site.public();
    assert!(public["en/piani/peg-2026/index.html"].contains("<h1>Executive plan 2026</h1>"));
    assert!(public["en/piani/peg-2026/obiettivi/piedibus/index.html"].contains("On foot to school."));
    assert!(
        !public
            .keys()
            .any(|path| path.contains("peg-2026") && path.contains("piedibus-en"))
    );
    assert!(public["en/piani/peg-2025/index.html"].contains("<h1>Executive plan 2025</h1>"));
}
