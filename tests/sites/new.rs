//! What `new` writes: sites that build at once, files that say what is still missing.

use std::fs;

use super::site::Site;

#[test]
fn every_example_builds_with_nothing_to_report() {
    for example in ["catalogo", "peg", "progetto", "vuoto"] {
        let site = Site::of(&[]);
        assert_eq!(site.run(&["new", "site", ".", "--example", example]).exit, 0);
        let built = site.run(&["build", "--message-format", "short"]);
        assert_eq!(built.exit, 0, "{example}: {}", built.said);
        assert!(!built.said.contains('['), "{example}: {}", built.said);
        assert!(site.public().contains_key("index.html"));
    }
}

#[test]
fn a_site_takes_no_folder_that_holds_something() {
    let site = Site::of(&[("lettera.txt", "cara collega")]);
    let run = site.run(&["new", "site", "."]);
    assert_eq!(run.exit, 2);
    assert!(run.said.contains("la cartella non è vuota"));
}

#[test]
fn a_new_file_says_what_is_missing_and_is_never_written_over() {
    let site = Site::of(&[]);
    site.run(&["new", "site", ".", "--example", "peg"]);
    let title = "Città: \"verde\"";
    for kind in ["scheda", "ente", "unita", "linea", "progetto", "obiettivo", "pagina"] {
        assert_eq!(site.run(&["new", kind, title]).exit, 0, "{kind}");
    }
    let checked = site.run(&["check", "--message-format", "short"]);
    let errors: Vec<_> = checked.said.lines().filter(|line| line.contains("errore[")).collect();
    assert!(
        errors.iter().all(|line| line.contains("chiave-mancante")),
        "{errors:#?}"
    );
    assert_eq!(errors.len(), 2, "{errors:#?}");
    assert_eq!(site.run(&["new", "pagina", title]).exit, 2);
}

#[test]
fn where_several_plans_could_be_meant_it_asks_for_the_folder() {
    let site = Site::of(&[]);
    site.run(&["new", "site", ".", "--example", "peg"]);
    assert_eq!(site.run(&["new", "piano", "PEG 2026"]).exit, 0);
    let run = site.run(&["new", "obiettivo", "Alberi"]);
    assert_eq!(run.exit, 2);
    assert!(run.said.contains("piani/peg-2025, piani/peg-2026"), "{}", run.said);
    assert_eq!(
        site.run(&["new", "obiettivo", "Alberi", "--in", "piani/peg-2026"]).exit,
        0
    );
    assert!(site.path().join("content/piani/peg-2026/obiettivi/alberi.md").exists());
}

#[test]
fn schemas_know_the_keys_of_each_kind() {
    let site = Site::of(&[]);
    assert_eq!(site.run(&["schema", "--write", "schemi"]).exit, 0);
    let text = fs::read_to_string(site.path().join("schemi/obiettivo.json")).unwrap();
    let schema: serde_json::Value = serde_json::from_str(&text).unwrap();
    let phase = &schema["properties"]["fasi"]["items"];
    assert_eq!(phase["required"], serde_json::json!(["nome"]));
    assert!(phase["properties"]["inizio"]["description"].is_string());
    let kinds = schema["properties"]["tipo"]["enum"].as_array().unwrap();
    assert!(kinds.contains(&"straordinario".into()));
}
