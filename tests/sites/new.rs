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

/// Every kind of content, with the folder that those of a plan go into.
const KINDS: [&str; 11] = [
    "scheda",
    "ente",
    "piano",
    "documento",
    "pagina",
    "unita",
    "linea",
    "progetto",
    "obiettivo",
    "attivita",
    "attivita",
];

#[test]
fn a_new_file_of_every_kind_builds_at_once_in_every_example() {
    for (example, plan) in [
        ("peg", "piani/peg-2025"),
        ("progetto", "progetti/sportello-in-rete"),
        ("catalogo", "piani/citta-verde"),
        ("vuoto", "piani/citta-verde"),
    ] {
        let site = Site::of(&[]);
        site.run(&["new", "site", ".", "--example", example]);
        let title = "Città: \"verde\"";
        for (at, kind) in KINDS.iter().enumerate() {
            let title = format!("{title}{}", if at == KINDS.len() - 1 { " 2" } else { "" });
            let mut args = vec!["new", *kind, &title];
            if at >= 5 {
                args.extend(["--in", plan]);
            }
            let made = site.run(&args);
            assert_eq!(made.exit, 0, "{example}, {kind}: {}", made.said);
        }
        let built = site.run(&["build", "--message-format", "short"]);
        assert_eq!(built.exit, 0, "{example}: {}", built.said);
        assert!(!built.said.contains("avviso["), "{example}: {}", built.said);
    }
}

#[test]
fn tables_to_fill_in_build_at_once_and_go_on_for_another_year() {
    for (what, section, page) in [
        (
            "catalogo",
            "catalogo",
            "catalogo/il-nostro-ente-esempio-gli-orti-di-quartiere/index.html",
        ),
        ("piano", "piani/peg-2026", "piani/peg-2026/obiettivi/ob1/index.html"),
    ] {
        let site = Site::of(&[]);
        site.run(&["new", "site", "."]);
        let made = site.run(&["new", "tabelle", what, "--year", "2026"]);
        assert_eq!(made.exit, 0, "{what}: {}", made.said);
        for path in made.gave.lines().filter(|path| path.ends_with(".csv")) {
            let bytes = fs::read(site.path().join(path)).unwrap();
            assert!(
                bytes.starts_with(b"\xef\xbb\xbf"),
                "{path}: Excel takes it for Windows-1252"
            );
        }
        let built = site.run(&["build", "--message-format", "short"]);
        assert_eq!(built.exit, 0, "{what}: {}", built.said);
        assert!(!built.said.contains('['), "{what}: {}", built.said);
        assert!(site.public().contains_key(page), "{:?}", site.public().keys());
        let again = site.run(&["new", "tabelle", what, "--year", "2026"]);
        assert_eq!(again.exit, 2);
        assert!(again.said.contains("esiste già"), "{}", again.said);
        let next = site.run(&["new", "edition", section]);
        assert_eq!(next.exit, 0, "{what}: {}", next.said);
        let table = next.gave.lines().find(|path| path.ends_with(".csv")).unwrap();
        let bytes = fs::read(site.path().join(table)).unwrap();
        assert!(bytes.starts_with(b"\xef\xbb\xbf"), "{table}");
        let built = site.run(&["build", "--message-format", "short"]);
        assert_eq!(built.exit, 0, "{what}: {}", built.said);
        assert!(!built.said.contains('['), "{what}: {}", built.said);
    }
}

#[test]
fn a_file_that_is_there_is_never_written_over() {
    let site = Site::of(&[]);
    site.run(&["new", "site", "."]);
    assert_eq!(site.run(&["new", "pagina", "Chi siamo"]).exit, 0);
    site.write("content/chi-siamo.md", "mio");
    let run = site.run(&["new", "pagina", "Chi siamo"]);
    assert_eq!(run.exit, 2);
    assert!(run.said.contains("content/chi-siamo.md: esiste già"), "{}", run.said);
    assert_eq!(
        fs::read_to_string(site.path().join("content/chi-siamo.md")).unwrap(),
        "mio"
    );
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
    for file in ["vetrina.json", "contenuto.json"] {
        assert!(site.path().join("schemi").join(file).exists(), "{file}");
    }
    let kinds = schema["properties"]["tipo"]["enum"].as_array().unwrap();
    assert!(kinds.contains(&"straordinario".into()));
}
