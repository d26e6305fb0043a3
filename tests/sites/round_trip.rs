//! What vetrina publishes it reads back: the tables of a site, given as the only source of another, make the same
//! tables and the same graph, byte for byte.

use std::collections::BTreeMap;
use std::path::Path;

use super::site::Site;

/// The settings of this repository's site, without the search that no table feeds.
fn settings() -> String {
    include_str!("../../vetrina.yaml").replace("search: true", "search: false")
}

/// The site of this repository: all five sources, corrections, tags, editors' words.
fn first() -> Site {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let site = Site::of(&[("vetrina.yaml", &settings())]);
    for folder in ["content", "seeds"] {
        let copy = Site::copy(&root.join(folder));
        for (path, text) in copy.tree() {
            site.write(&format!("{folder}/{path}"), text);
        }
    }
    site
}

/// A site whose facts all come from a folder of tables.
fn of_tables(tables: &BTreeMap<String, String>) -> Site {
    let site = Site::of(&[
        ("vetrina.yaml", &settings()),
        (
            "content/piani/_index.md",
            "---\ntitle: Piani\nreader: tabella\nsource: tabelle\n---\n",
        ),
    ]);
    for (path, text) in tables.iter().filter(|(path, _)| path.ends_with(".csv")) {
        site.write(&format!("tabelle/{}", path.trim_start_matches("dati/")), text);
    }
    site
}

/// The files of `dati/`, without the pages about them.
fn data(site: &Site) -> BTreeMap<String, String> {
    let build = site.run(&["build", "--quiet"]);
    assert_eq!(build.exit, 0, "{}", build.said);
    let files = site.public().into_iter();
    files
        .filter(|(path, _)| path.starts_with("dati/") && !path.ends_with(".html"))
        .collect()
}

#[test]
fn the_tables_of_all_five_sources_make_themselves_again() {
    let published = data(&first());
    assert!(published["dati/obiettivi.csv"].lines().count() > 100);
    let again = data(&of_tables(&published));
    assert_eq!(published.keys().collect::<Vec<_>>(), again.keys().collect::<Vec<_>>());
    for (path, text) in &published {
        let other = &again[path];
        let differing = text.lines().zip(other.lines()).find(|(one, two)| one != two);
        assert_eq!(differing, None, "{path}");
        assert_eq!(text.len(), other.len(), "{path}");
    }
}

#[test]
fn a_table_copied_from_a_document_that_nobody_knows_is_a_document_itself() {
    let site = Site::of(&[
        ("vetrina.yaml", "title: Prova\nsearch: false\n"),
        (
            "content/piani/_index.md",
            "---\ntitle: Piani\nreader: tabella\nsource: seeds/piani.csv\n---\n",
        ),
        (
            "seeds/piani.csv",
            "id,titolo,tipo,documento,riga_inizio,riga_fine\npeg-2025,PEG 2025,peg,delibera,3,7\n",
        ),
    ]);
    let data = data(&site);
    assert!(data["dati/documenti.csv"].contains("\npiani,Piani,,,tabella,seeds/piani.csv,"));
    let row = "peg-2025,,PEG 2025,peg,,,/piani/peg-2025/,piani,2,2";
    assert!(
        data["dati/piani.csv"].ends_with(&format!("\n{row}\n")),
        "{}",
        data["dati/piani.csv"]
    );
}

#[test]
fn a_table_of_one_plan_leaves_its_address_to_the_list_of_all() {
    let site = Site::of(&[
        ("vetrina.yaml", "title: Prova\nsearch: false\n"),
        (
            "content/piani/_index.md",
            "---\ntitle: Piani\nreader: tabella\nsource: seeds/piani.csv\n---\n",
        ),
        ("seeds/piani.csv", "titolo,tipo\nPEG 2025,peg\n"),
    ]);
    let data = data(&site);
    assert!(data["dati/piani.csv"].contains("\npeg-2025,,PEG 2025,peg,,,/piani/peg-2025/,"));
    assert!(site.public().contains_key("piani/peg-2025/index.html"));
}
