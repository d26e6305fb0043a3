//! Sites whose facts come from spreadsheets: a plan of five objectives, a catalogue of three cards. `tables/make.py`
//! makes the files.

use std::collections::BTreeMap;

use super::site::Site;

const XLSX: [&[u8]; 2] = [
    include_bytes!("tables/piano.xlsx"),
    include_bytes!("tables/catalogo.xlsx"),
];
const ODS: [&[u8]; 2] = [
    include_bytes!("tables/piano.ods"),
    include_bytes!("tables/catalogo.ods"),
];

fn site([plan, cards]: [&[u8]; 2], ending: &str) -> Site {
    let section = |title: &str, source: &str| {
        format!("---\ntitle: {title}\nreader: tabella\nsource: seeds/{source}.{ending}\n---\n")
    };
    let site = Site::of(&[
        (
            "vetrina.yaml",
            "title: Prova\nbase_url: https://esempio.it\nsearch: false\n",
        ),
        ("content/piani/_index.md", &section("Piani", "piano")),
        ("content/catalogo/_index.md", &section("Scambi", "catalogo")),
    ]);
    site.write(&format!("seeds/piano.{ending}"), plan);
    site.write(&format!("seeds/catalogo.{ending}"), cards);
    let build = site.run(&["build"]);
    assert_eq!(build.exit, 0, "{}", build.said);
    site
}

/// The rows of each table but that of documents, with where they come from.
fn rows(site: &Site) -> BTreeMap<String, String> {
    let tables = site.public().into_iter();
    tables
        .filter(|(path, _)| path.ends_with(".csv") && path != "dati/documenti.csv")
        .collect()
}

#[test]
fn a_spreadsheet_of_either_format_is_a_plan_and_a_catalogue() {
    let xlsx = rows(&site(XLSX, "xlsx"));
    for (table, row) in [
        (
            "piani",
            "peg-2025,comune-di-borgo,PEG 2025,peg,2025-01-01,2025-12-31,/piani/peg-2025/,piano,6,6",
        ),
        (
            "unita",
            "peg-2025-02,peg-2025,02,Scuola,settore,,,/piani/peg-2025/02/,piano,10,10",
        ),
        (
            "fasi",
            "ob-1-avvio,peg-2025-ob-1,,2,Avvio,,2025-04-01,2025-12-31,,,piano,21,21",
        ),
        ("bilancio", "peg-2025-pg-1,03250,00,Lavori,spesa,,178103.20,piano,32,32"),
        ("bilancio", "peg-2025-pg-1,03251,00,Arredi,spesa,,1250.50,piano,33,33"),
        (
            "bilancio",
            "peg-2025-pg-1,00012,00,Contributo,entrata,,2000.00,piano,34,34",
        ),
    ] {
        assert!(
            xlsx[&format!("dati/{table}.csv")].contains(&format!("{row}\n")),
            "{row} {}",
            xlsx[&format!("dati/{table}.csv")]
        );
    }
    let objectives = &xlsx["dati/obiettivi.csv"];
    assert!(
        objectives.contains("\"Tempi:\n- fatture\n- *mandati*\",peg-2025-01,,40.00,60.00,"),
        "{objectives}"
    );
    assert!(xlsx["dati/indicatori.csv"].contains(",Fatture pagate nei termini,95%,percentuale,"));
    assert_eq!(xlsx["dati/schede.csv"].lines().count(), 4);
    assert!(xlsx["dati/disponibilita.csv"].contains("comune-di-borgo-1,1,giorno,2025-09-05,2025-09-05,fissata,"));
    assert_eq!(xlsx, rows(&site(ODS, "ods")));
}

#[test]
fn the_page_of_a_spreadsheet_has_an_anchor_for_each_row() {
    let site = site(XLSX, "xlsx");
    let page = &site.public()["documenti/piano/index.html"];
    assert!(page.contains("<li id=\"r11\"><b>Obiettivi</b></li>"), "{page}");
    assert!(page.contains("<li id=\"r13\"><span>OB_1 </span><span>peg-2025 </span><span>Pagare prima </span>"));
    let objective = &site.public()["piani/peg-2025/obiettivi/ob-1/index.html"];
    assert!(objective.contains("/documenti/piano/#r13"));
    assert!(objective.contains("*mandati*"));
    assert!(!site.public().keys().any(|path| path.ends_with(".xlsx")));
    assert!(site.public()["documenti/piano/piano.txt"].starts_with("# Enti\nnome\nComune di Borgo\n"));
}

#[test]
fn a_table_without_a_reader_named_is_known_by_its_ending() {
    let site = site(XLSX, "xlsx");
    let before = rows(&site);
    site.write(
        "content/piani/_index.md",
        "---\ntitle: Piani\nsource: seeds/piano.xlsx\n---\n",
    );
    assert_eq!(site.run(&["build"]).exit, 0);
    assert_eq!(rows(&site), before);
}

#[test]
fn what_a_spreadsheet_does_not_tell_is_said() {
    let site = Site::of(&[
        ("vetrina.yaml", "title: Prova\nsearch: false\n"),
        (
            "content/piani/_index.md",
            "---\ntitle: Piani\nsource: seeds/avvisi.ods\n---\n",
        ),
    ]);
    site.write("seeds/avvisi.ods", include_bytes!("tables/avvisi.ods"));
    let build = site.run(&["build", "--message-format", "short"]);
    assert_eq!(build.exit, 0, "{}", build.said);
    for warning in [
        "seeds/avvisi.ods, foglio «Bilancio», B2: avviso[numero-in-codice]: ",
        "seeds/avvisi.ods, foglio «Appunti», A1: avviso[foglio-non-letto]: ",
    ] {
        assert!(build.said.contains(warning), "{}", build.said);
    }
    let json = site.run(&["check", "--message-format", "json"]).said;
    assert!(json.contains(r#""sheet":"Bilancio","cell":"B2""#), "{json}");
}

#[test]
fn of_a_spreadsheet_only_its_tables_are_published() {
    for (ending, bytes) in [
        ("xlsx", include_bytes!("tables/appunti.xlsx").as_slice()),
        ("ods", include_bytes!("tables/appunti.ods")),
    ] {
        let source = format!("seeds/scambi.{ending}");
        let section = format!("---\ntitle: Scambi\nsource: {source}\n---\n");
        let site = Site::of(&[
            ("vetrina.yaml", "title: Prova\nsearch: false\n"),
            ("content/catalogo/_index.md", &section),
        ]);
        site.write(&source, bytes);
        let build = site.run(&["build", "--message-format", "short"]);
        assert_eq!(build.exit, 0, "{}", build.said);
        for warning in [
            "foglio «Schede», E3: avviso[cella-fuori]: ",
            "foglio «Note mie», A1: avviso[foglio-non-letto]: il foglio «Note mie» non è una tabella: non si legge e non \
             si pubblica",
            "foglio «Disponibilità», A1: avviso[foglio-nascosto]: ",
        ] {
            assert!(build.said.contains(&format!("{source}, {warning}")), "{}", build.said);
        }
        let public = site.public();
        assert!(public["documenti/scambi/scambi.txt"].contains("Orti di quartiere\tVerde"));
        for (path, text) in &public {
            for word in ["9876543", "malattia", "gmail", "Note mie", "2024-01-31"] {
                assert!(!text.contains(word), "{word} in {path}");
            }
        }
    }
}

/// Rows and columns that were hidden by hand, by a group or by a filter: as programs of two kinds write them.
const UNSEEN: [(&str, &[u8]); 3] = [
    ("xlsx", include_bytes!("tables/nascosti.xlsx")),
    ("ods", include_bytes!("tables/nascosti.ods")),
    ("ods", include_bytes!("tables/nascosti-libreoffice.ods")),
];

#[test]
fn hidden_rows_and_columns_are_neither_read_nor_published_and_it_is_said() {
    for (ending, bytes) in UNSEEN {
        let source = format!("seeds/peg.{ending}");
        let section = format!("---\ntype: piano\ntitle: PEG\nanno: 2026\nsource: {source}\n---\n");
        let document = format!("---\ntype: documento\ntitle: Bozza\nfile: seeds/bozza.{ending}\n---\n");
        let site = Site::of(&[
            ("vetrina.yaml", "title: Prova\nsearch: false\n"),
            ("content/piani/peg/_index.md", &section),
            ("content/documenti/bozza.md", &document),
        ]);
        site.write(&source, bytes);
        site.write(&format!("seeds/bozza.{ending}"), bytes);
        let build = site.run(&["build", "--message-format", "short"]);
        assert_eq!(build.exit, 0, "{}", build.said);
        for warning in [
            "foglio «Obiettivi», C1: avviso[colonne-nascoste]: la colonna C è nascosta: non si legge e non si pubblica",
            "foglio «Obiettivi», A3: avviso[righe-nascoste]: la riga 3 è nascosta: ",
            "foglio «Obiettivi», A5: avviso[righe-nascoste]: le righe 5–6 sono nascoste: ",
            "foglio «Obiettivi», A8: avviso[righe-nascoste]: la riga 8 è nascosta: ",
            "foglio «Indicatori», A1: avviso[righe-nascoste]: le righe 1–2 sono nascoste: ",
        ] {
            for source in [&source, &format!("seeds/bozza.{ending}")] {
                assert!(build.said.contains(&format!("{source}, {warning}")), "{}", build.said);
            }
        }
        let public = site.public();
        assert_eq!(public["dati/obiettivi.csv"].lines().count(), 4, "{ending}");
        assert!(public["piani/peg/obiettivi/06/index.html"].contains("foglio «Obiettivi», riga 7"));
        for (path, text) in &public {
            for word in ["Riservato", "sentire Anna", "malattia", "descrizione:"] {
                assert!(!text.contains(word), "{word} in {path}");
            }
        }
    }
}

#[test]
fn a_spreadsheet_that_editors_publish_shows_its_sheets_but_for_hidden_ones() {
    let site = Site::of(&[
        ("vetrina.yaml", "title: Prova\nsearch: false\n"),
        (
            "content/documenti/appunti.md",
            "---\ntype: documento\ntitle: Appunti\nfile: seeds/appunti.xlsx\n---\n",
        ),
    ]);
    site.write("seeds/appunti.xlsx", include_bytes!("tables/appunti.xlsx"));
    let build = site.run(&["build", "--message-format", "short"]);
    assert_eq!(build.exit, 0, "{}", build.said);
    assert!(
        build
            .said
            .contains("foglio «Disponibilità», A1: avviso[foglio-nascosto]: "),
        "{}",
        build.said
    );
    let public = site.public();
    assert!(public.values().any(|text| text.contains("Anna in malattia")));
    assert!(!public.values().any(|text| text.contains("2024-01-31")));
}

/// A plan kept in a folder of tables.
fn plan(site: &Site, year: u32) {
    let table = |name: &str, rows: &str| site.write(&format!("seeds/peg-{year}/{name}.csv"), rows);
    table("unita", "codice;nome;tipo\nA;Scuola;settore\n");
    table("obiettivi", "codice;titolo;unita;tipo\n01;Mense;A;ordinario\n");
    table(
        "fasi",
        &format!("obiettivo;nome;inizio;fine\n01;Analisi;01/02/{year};31/03/{year}\n"),
    );
    table("indicatori", "obiettivo;testo;valore_atteso\n01;Pasti serviti;>= 300\n");
    let section = format!(
        "---\ntype: piano\ntitle: PEG {year}\nente: Comune di Prova\nanno: {year}\ntipo: peg\nsource: seeds/peg-{year}\n---\n"
    );
    site.write(&format!("content/piani/peg-{year}/_index.md"), section);
}

#[test]
fn tables_of_the_next_year_rename_nothing_of_this_one() {
    let site = Site::of(&[("vetrina.yaml", "title: Prova\nbase_url: https://esempio.it\n")]);
    plan(&site, 2026);
    site.run(&["build"]);
    let before = site.public();
    let names = |public: &BTreeMap<String, String>, table: &str| -> Vec<String> {
        let rows = public[&format!("dati/{table}.csv")].lines().skip(1);
        let ids = rows.filter_map(|row| row.split(',').next()).map(str::to_owned);
        ids.filter(|id| !id.contains("2027")).collect()
    };
    assert_eq!(names(&before, "fasi"), ["peg-2026-01-analisi"]);
    plan(&site, 2027);
    site.run(&["build"]);
    let after = site.public();
    for table in ["fasi", "indicatori", "obiettivi", "documenti"] {
        assert_eq!(names(&before, table), names(&after, table), "{table}");
    }
    let gone: Vec<&String> = before.keys().filter(|path| !after.contains_key(*path)).collect();
    assert!(gone.is_empty(), "{gone:?}");
}

#[test]
fn a_day_in_a_sheet_stands_on_the_site_as_the_sheet_shows_it_and_at_its_row() {
    let site = site(XLSX, "xlsx");
    let public = site.public();
    assert!(
        public["dati/indicatori.csv"].contains(",Sede aperta,30/11/2025,data,,2025-11-30,"),
        "{}",
        public["dati/indicatori.csv"]
    );
    let objective = &public["piani/peg-2025/obiettivi/ob-1/index.html"];
    assert!(objective.contains("foglio «Obiettivi», riga 2"), "{objective}");
    let listed = site.run(&["list", "--personal"]).gave;
    assert!(listed.contains("seeds/piano.xlsx, foglio «Unità», E2"), "{listed}");
    let explained = site.run(&["explain", "peg-2025-ob-1"]).gave;
    for place in ["foglio «Obiettivi», C2", "foglio «Obiettivi», riga 2"] {
        assert!(explained.contains(place), "{explained}");
    }
}

#[test]
fn what_looks_odd_in_a_table_is_said_and_unicode_text_is_read() {
    let site = Site::of(&[
        ("vetrina.yaml", "title: Prova\nsearch: false\n"),
        (
            "content/piani/peg/_index.md",
            "---\ntype: piano\ntitle: PEG\nanno: 2026\nsource: seeds/peg\n---\n",
        ),
        ("seeds/peg/fasi.csv", "obiettivo;nome\n"),
        (
            "seeds/peg/indicatori.csv",
            "obiettivo;testo;valore_atteso\n01;Pasti\n01;Linee;5\nTotale;;5\n",
        ),
    ]);
    let text = "\u{feff}codice\ttitolo\n01\tCittà\n".encode_utf16();
    site.write(
        "seeds/peg/obiettivi.csv",
        text.flat_map(u16::to_le_bytes).collect::<Vec<_>>(),
    );
    let build = site.run(&["build", "--message-format", "short"]);
    assert_eq!(build.exit, 0, "{}", build.said);
    for told in [
        "seeds/peg/fasi.csv:1:1: nota[tabella-vuota]",
        "seeds/peg/indicatori.csv:2:1: avviso[riga-corta]: questa riga ha 2 celle, la prima riga della tabella ne ha 3",
        "seeds/peg/indicatori.csv:4:1: avviso[riga-di-totale]",
    ] {
        assert!(build.said.contains(told), "{}", build.said);
    }
    assert!(site.public()["dati/obiettivi.csv"].contains("Città"));
}
