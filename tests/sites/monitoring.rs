//! Monitoring in a table beside a plan's section: it fills the actual days and the values reached, in the tables and on
//! the pages.

use super::site::Site;

const TABLES: [(&str, &str); 5] = [
    ("seeds/piani.csv", "titolo,tipo,id\nPEG 2025,peg,peg-2025\n"),
    (
        "seeds/unita.csv",
        "id,piano,codice,nome,tipo\nscuola,peg-2025,01,Scuola,settore\n",
    ),
    (
        "seeds/obiettivi.csv",
        "id,piano,unita,titolo\nnidi,peg-2025,scuola,Nidi aperti\n",
    ),
    (
        "seeds/fasi.csv",
        "id,obiettivo,ordine,nome,inizio,fine\n\
         analisi,nidi,1,Analisi,2025-01-01,2025-03-31\navvio,nidi,2,Avvio,2025-04-01,2025-12-31\n",
    ),
    (
        "seeds/indicatori.csv",
        "id,piano,obiettivo,testo,valore_atteso\nposti,peg-2025,nidi,Posti,120\n",
    ),
];

fn site(section: &str, monitoring: &str) -> Site {
    let site = Site::of(&[
        (
            "vetrina.yaml",
            "title: Prova\nbase_url: https://esempio.it\nsearch: false\n",
        ),
        (
            "content/piani/peg-2025/_index.md",
            &format!("---\ntitle: PEG 2025\nreader: tabella\nsource: seeds\n{section}---\n"),
        ),
        ("content/piani/peg-2025/monitoraggio.csv", monitoring),
    ]);
    for (path, text) in TABLES {
        site.write(path, text);
    }
    site
}

const MONITORING: &str = "id;inizio_effettivo;fine_effettiva;valore_raggiunto;nota\n\
                          analisi;7 gennaio 2025;15/04/2025;;\navvio;2025-04-16;;;\nposti;;;96;Due sezioni in meno\n";

#[test]
fn a_table_beside_the_section_says_how_things_went() {
    let site = site("", MONITORING);
    let build = site.run(&["build"]);
    assert_eq!(build.exit, 0, "{}", build.said);
    let public = site.public();
    let phases = &public["dati/fasi.csv"];
    assert!(phases.contains("analisi,nidi,,1,Analisi,,2025-01-01,2025-03-31,2025-01-07,2025-04-15,fasi,2,2\n"));
    assert!(phases.contains("avvio,nidi,,2,Avvio,,2025-04-01,2025-12-31,2025-04-16,,fasi,3,3\n"));
    assert!(public["dati/indicatori.csv"].contains(",120,96,Due sezioni in meno,"));
    for page in [
        "piani/peg-2025/index.html",
        "piani/peg-2025/scuola/index.html",
        "piani/peg-2025/obiettivi/nidi/index.html",
    ] {
        assert!(public[page].contains("fasi concluse 1 su 2"), "{page}");
    }
    assert!(public["piani/peg-2025/obiettivi/nidi/index.html"].contains("7 gennaio"));
    let documents = &public["dati/documenti.csv"];
    assert!(
        documents.contains(",PEG 2025 – monitoraggio,,,redazione,content/piani/peg-2025/monitoraggio.csv,"),
        "{documents}"
    );
    assert!(!public.keys().any(|path| path.contains("monitoraggio")));
}

#[test]
fn front_matter_and_table_say_the_same() {
    let in_matter = site(
        "monitoring:\n  - {fase: analisi, inizio_effettivo: 7 gennaio 2025, fine_effettiva: 15/04/2025}\n  \
         - {fase: avvio, inizio_effettivo: 2025-04-16}\n  \
         - {indicatore: posti, valore_raggiunto: \"96\", nota: Due sezioni in meno}\n",
        "id,nota\n",
    );
    let in_table = site("", MONITORING);
    for site in [&in_matter, &in_table] {
        let build = site.run(&["build"]);
        assert_eq!(build.exit, 0, "{}", build.said);
    }
    for table in ["dati/fasi.csv", "dati/indicatori.csv"] {
        assert_eq!(in_matter.public()[table], in_table.public()[table]);
    }
}

#[test]
fn what_is_said_twice_or_has_no_place_is_told() {
    let twice = site(
        "monitoring:\n  - {fase: avvio, inizio_effettivo: 2025-04-16}\n",
        "id,inizio_effettivo,valore_raggiunto,nota\navvio,16 aprile 2025,,quasi fatto\nposti,2025-05-01,96,\n",
    );
    let said = twice.run(&["check", "--message-format", "short"]).said;
    let table = "content/piani/peg-2025/monitoraggio.csv";
    for warning in [
        format!("{table}:2:7: avviso[monitoraggio-ripetuto]: "),
        format!("{table}:2:23: avviso[monitoraggio-fuori-posto]: «avvio» non ha un campo `nota`"),
        format!("{table}:3:7: avviso[monitoraggio-fuori-posto]: «posti» non ha un campo `inizio_effettivo`"),
    ] {
        assert!(said.contains(&warning), "{warning}\n{said}");
    }
}

#[test]
fn a_name_says_as_much_as_an_id() {
    let by_name = site(
        "monitoring:\n  - {indicatore: Posti, valore_raggiunto: \"96\", nota: Due sezioni in meno}\n",
        "obiettivo;fase;inizio_effettivo;fine_effettiva\n\
         Nidi aperti;Analisi;7 gennaio 2025;15/04/2025\n;avvio;2025-04-16;\n",
    );
    let by_id = site("", MONITORING);
    for site in [&by_name, &by_id] {
        let build = site.run(&["build"]);
        assert_eq!(build.exit, 0, "{}", build.said);
    }
    for table in ["dati/fasi.csv", "dati/indicatori.csv"] {
        assert_eq!(by_name.public()[table], by_id.public()[table]);
    }
    let explained = by_name.run(&["explain", "analisi"]).gave;
    assert!(
        explained.contains("content/piani/peg-2025/monitoraggio.csv:2 (corretto da un redattore)"),
        "{explained}"
    );
}

/// Two plans of two years, alike but for their ids.
fn two_years() -> Site {
    let site = Site::of(&[(
        "vetrina.yaml",
        "title: Prova\nbase_url: https://esempio.it\nsearch: false\n",
    )]);
    for year in [2024, 2025] {
        let of = |path: &str| format!("content/piani/peg-{year}/{path}");
        site.write(
            &of("_index.md"),
            format!("---\ntype: piano\ntitle: PEG {year}\ntipo: peg\nanno: {year}\n---\n"),
        );
        site.write(
            &of("monitoraggio.csv"),
            format!("fase,fine_effettiva\nAvvio,30 giugno {year}\n"),
        );
        let objective = "---\ntype: obiettivo\ntitle: Nidi aperti\nfasi: [{nome: Avvio}]\n---\n";
        site.write(&of("obiettivi/nidi.md"), objective);
    }
    site
}

#[test]
fn a_name_is_looked_for_in_the_plan_of_its_section_first() {
    let site = two_years();
    let build = site.run(&["build"]);
    assert_eq!(build.exit, 0, "{}", build.said);
    let phases = &site.public()["dati/fasi.csv"];
    for year in [2024, 2025] {
        assert!(phases.contains(&format!(",,{year}-06-30,")), "{phases}");
    }
}
