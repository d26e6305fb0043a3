//! `vetrina import`: what is said of a document, what is written, what is never written over.

use std::fs;
use std::path::{Path, PathBuf};

use super::site::Site;

/// The source documents of this repository, with the folder that each belongs in and how many rows it has of a kind.
const SEEDS: [(&str, &str, &str); 5] = [
    ("cit-lecce-2018.txt", "progetti/cit-lecce-2018", "attivita: 29"),
    ("peg-capannori-2023.txt", "piani/peg-capannori-2023", "obiettivi: 41"),
    (
        "peg-reggio-emilia-2024.txt",
        "piani/peg-reggio-emilia-2024",
        "progetti: 56",
    ),
    (
        "province-comuni-2022.txt",
        "progetti/province-comuni-2022",
        "attivita: 16",
    ),
    ("scambio-comune-2024.txt", "catalogo", "schede: 17"),
];

fn seed(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(name)
}

fn site() -> Site {
    let site = Site::of(&[]);
    site.run(&["new", "site", "."]);
    site
}

#[test]
fn each_document_is_copied_as_received_and_gets_a_section_that_builds() {
    let site = site();
    for (name, folder, counted) in SEEDS {
        let path = seed(name);
        let run = site.run(&["import", path.to_str().unwrap()]);
        assert_eq!(run.exit, 0, "{name}: {}", run.said);
        assert!(run.gave.contains(&format!("  {counted}\n")), "{name}: {}", run.gave);
        let copy = site.path().join("seeds").join(name);
        assert_eq!(fs::read(copy).unwrap(), fs::read(path).unwrap());
        assert!(
            site.path().join(format!("content/{folder}/_index.md")).exists(),
            "{folder}"
        );
    }
    let built = site.run(&["build", "--message-format", "short"]);
    assert_eq!(built.exit, 0, "{}", built.said);
    let public = site.public();
    assert!(public.contains_key("catalogo/index.html"));
    assert!(public.contains_key("piani/peg-capannori-2023/index.html"));
    assert!(public.contains_key("progetti/cit-lecce-2018/index.html"));
}

#[test]
fn a_trial_writes_nothing_and_names_the_lines_not_understood() {
    let site = site();
    let run = site.run(&["import", "--dry-run", seed("cit-lecce-2018.txt").to_str().unwrap()]);
    assert_eq!(run.exit, 0, "{}", run.said);
    assert!(run.gave.contains("forma progetto"), "{}", run.gave);
    assert!(run.gave.contains("righe non capite: 30 / 517 (162"), "{}", run.gave);
    assert!(!site.path().join("seeds").exists());
    assert!(!site.path().join("content/progetti").exists());
}

#[test]
fn what_stands_in_the_site_is_never_written_over() {
    let site = site();
    let path = seed("province-comuni-2022.txt");
    let path = path.to_str().unwrap();
    site.run(&["import", path]);
    let again = site.run(&["import", path]);
    assert_eq!(again.exit, 2);
    assert!(again.said.contains("esiste già"), "{}", again.said);
    site.write("seeds/province-comuni-2022.txt", "altro");
    let other = site.run(&["import", "--in", "progetti/altro", path]);
    assert_eq!(other.exit, 2);
    assert_eq!(
        fs::read_to_string(site.path().join("seeds/province-comuni-2022.txt")).unwrap(),
        "altro"
    );
}

#[test]
fn a_document_of_no_known_form_is_refused_with_the_forms() {
    let site = site();
    site.write("lettera.txt", "Cara collega,\n\nti scrivo per sapere come va.\n");
    let run = site.run(&["import", "lettera.txt"]);
    assert_eq!(run.exit, 1);
    assert!(run.said.contains("forma-ignota"), "{}", run.said);
    assert!(run.said.contains("peg_obiettivi"), "{}", run.said);
    assert!(!site.path().join("seeds").exists());
    assert_eq!(site.run(&["import", "manca.txt"]).exit, 3);
}

#[test]
fn a_folder_of_tables_is_one_document() {
    let site = site();
    site.write("piano-2026/unita.csv", "codice;nome;tipo\nA;Scuola;settore\n");
    site.write(
        "piano-2026/obiettivi.csv",
        "codice;tipo;titolo;unita\n01;ordinario;Il piedibus;A\n",
    );
    let run = site.run(&["import", "piano-2026"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    assert!(run.gave.contains("  obiettivi: 1\n"), "{}", run.gave);
    let built = site.run(&["build", "--message-format", "short"]);
    assert_eq!(built.exit, 0, "{}", built.said);
    assert!(site.public().contains_key("piani/piano-2026/obiettivi/01/index.html"));
    site.write("vuota/lettera.odt", "");
    assert_eq!(site.run(&["import", "vuota"]).exit, 1);
}
