//! The library: every fact leads to the line where it is printed, and nothing that is withheld stands in a document.

use std::collections::BTreeSet;

use super::site::Site;

const PEG: &str = include_str!("../../seeds/peg-capannori-2023.txt");
const PROJECT: &str = include_str!("../read/progetto/ok/activities.txt");

fn site() -> Site {
    let site = Site::of(&[
        ("vetrina.yaml", "title: Prova\nbase_url: https://esempio.it\n"),
        (
            "content/piani/peg/_index.md",
            "---\ntitle: PEG\nsource: seeds/peg.txt\nente: Comune di Prova\nanno: 2023\n---\nNe risponde GENTILI LUCA \
             con BARSETTI MONICA.\n",
        ),
        (
            "content/progetti/ponti/_index.md",
            "---\ntitle: Ponti\nsource: seeds/ponti.txt\nreader: progetto\nente: Comune di Prova\n---\n",
        ),
        ("seeds/peg.txt", PEG),
    ]);
    site.write("seeds/ponti.txt", format!("\u{feff}{PROJECT}"));
    let build = site.run(&["build"]);
    assert_eq!(build.exit, 0, "{}", build.said);
    site
}

/// What stands between two texts, wherever they stand.
fn between<'t>(text: &'t str, before: &'t str, after: &'t str) -> impl Iterator<Item = &'t str> {
    let parts = text.split(before).skip(1);
    parts.filter_map(move |part| part.split(after).next())
}

fn anchors(page: &str) -> BTreeSet<String> {
    between(page, "<li id=\"r", "\"")
        .map(|line| format!("r{line}"))
        .collect()
}

#[test]
fn every_line_is_an_anchor_and_every_fact_leads_to_one() {
    let public = site().public();
    let lines = anchors(&public["documenti/peg/index.html"]);
    assert_eq!(lines.len(), PEG.lines().count());
    let pages = public.iter().filter(|(path, _)| path.starts_with("piani/peg/"));
    let links = pages.flat_map(|(_, html)| between(html, "href=\"/documenti/peg/", "\""));
    let mut many = 0;
    for link in links.filter(|link| !link.ends_with(".txt") && !link.is_empty()) {
        let (query, line) = link.split_once('#').unwrap();
        assert!(lines.contains(line), "{link}");
        if let Some(last) = query.strip_prefix("?fino=") {
            assert!(lines.contains(&format!("r{last}")), "{link}");
            many += 1;
        }
    }
    assert!(many > 50, "{many}");
}

#[test]
fn what_is_withheld_is_gone_from_page_and_download_and_the_lines_stay() {
    let public = site().public();
    let download = &public["documenti/peg/peg.txt"];
    assert_eq!(download.lines().count(), PEG.lines().count());
    assert!(PEG.contains("BARSETTI MONICA") && !download.contains("BARSETTI MONICA"));
    assert!(download.contains("GENTILI LUCA") && download.contains("[omesso]"));
    assert!(public.values().all(|text| !text.contains("BARSETTI MONICA")));
}

#[test]
fn a_document_without_personal_data_is_given_as_received() {
    let public = site().public();
    assert_eq!(public["documenti/ponti/ponti.txt"], format!("\u{feff}{PROJECT}"));
    let page = &public["documenti/ponti/index.html"];
    assert!(page.contains("<span>B2.1 </span><span>31/03/2021 </span>"), "{page}");
    assert!(!page.contains("[omesso]"), "{page}");
}

#[test]
fn every_row_of_every_table_says_its_document() {
    let public = site().public();
    let ids = |table: &str| -> BTreeSet<String> {
        let rows = serde_json::from_str::<Vec<serde_json::Value>>(&public[table]).unwrap();
        rows.iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
    };
    let known = ids("dati/documenti.json");
    let tables = public
        .keys()
        .filter(|path| path.starts_with("dati/") && path.ends_with(".json"));
    let tables = tables.filter(|path| {
        !["documenti", "datapackage", "grafo"]
            .iter()
            .any(|name| path.contains(name))
    });
    for path in tables {
        for row in serde_json::from_str::<Vec<serde_json::Value>>(&public[path]).unwrap() {
            let document = row["documento"].as_str();
            assert!(document.is_some_and(|id| known.contains(id)), "{path}: {row}");
            assert!(
                row["riga_inizio"].is_u64() && row["riga_fine"].is_u64(),
                "{path}: {row}"
            );
        }
    }
}

#[test]
fn what_no_rule_understood_is_listed_with_its_line() {
    let site = site();
    site.write("seeds/peg.txt", format!("{PEG}\nQuesta riga non è del modulo.\n"));
    assert_eq!(site.run(&["build"]).exit, 0);
    let public = site.public();
    let last = PEG.lines().count() + 1;
    let link = format!("<a href=\"/documenti/peg/#r{last}\">riga {last}</a>: Questa riga non è del modulo.");
    assert!(public["documenti/peg/index.html"].contains(&link), "{link}");
    assert!(public["documenti/index.html"].contains("href=\"/documenti/peg/#non-lette\""));
}
