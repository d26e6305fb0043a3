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
