//! What a site says to programs and to those who reuse it: pages of the open data, structured data, feed, site map.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::site::Site;

const PROJECT: &str = include_str!("../../seeds/cit-lecce-2018.txt");
const PLAN: &str = include_str!("../../seeds/peg-capannori-2023.txt");
const CATALOGUE: &str = include_str!("../../seeds/scambio-comune-2024.txt");

fn public() -> BTreeMap<String, String> {
    let site = Site::of(&[
        ("vetrina.yaml", "title: Prova\nbase_url: https://esempio.it/sito\n"),
        (
            "content/note.md",
            "---\ntitle: Note\nupdated: 2024-02-01\n---\nTesto.\n",
        ),
        (
            "content/progetti/cit/_index.md",
            "---\ntitle: CIT\nsource: seeds/cit.txt\nente: Comune di Lecce\ndate: 2018-12-04\n---\n",
        ),
        ("seeds/cit.txt", PROJECT),
    ]);
    let build = site.run(&["build"]);
    assert_eq!(build.exit, 0, "{}", build.said);
    site.public()
}

/// The things that a page says it is about, and their way here.
fn structured(html: &str) -> Vec<Value> {
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">").unwrap();
    let (text, _) = rest.split_once("</script>").unwrap();
    let read: Value = serde_json::from_str(text).unwrap();
    assert_eq!(read["@context"], "https://schema.org");
    read["@graph"].as_array().unwrap().clone()
}

fn of_kind(html: &str, kind: &str) -> Option<Value> {
    structured(html).into_iter().find(|thing| thing["@type"] == kind)
}

#[test]
fn every_table_has_a_page_with_each_of_its_columns() {
    let public = public();
    let package: Value = serde_json::from_str(&public["dati/datapackage.json"]).unwrap();
    let list = &public["dati/index.html"];
    for table in package["resources"].as_array().unwrap() {
        let name = table["name"].as_str().unwrap();
        for link in [
            format!("/sito/dati/{name}/"),
            format!("/sito/dati/{name}.csv"),
            format!("/sito/dati/{name}.json"),
        ] {
            assert!(list.contains(&format!("href=\"{link}\"")), "{link}");
        }
        let page = &public[&format!("dati/{name}/index.html")];
        for field in table["schema"]["fields"].as_array().unwrap() {
            let column = field["name"].as_str().unwrap();
            assert!(page.contains(&format!("<code>{column}</code>")), "{name}.{column}");
        }
        let dataset = of_kind(page, "Dataset").unwrap();
        assert_eq!(dataset["license"], "https://creativecommons.org/licenses/by/4.0/");
        let file = dataset["distribution"][0]["contentUrl"].as_str().unwrap();
        assert_eq!(file, format!("https://esempio.it/sito/dati/{name}.csv"));
    }
}

#[test]
fn a_preview_shows_the_first_rows() {
    let page = &public()["dati/attivita/index.html"];
    let first = public()["dati/attivita.csv"].lines().nth(1).unwrap().to_owned();
    let id = first.split(',').next().unwrap();
    assert!(page.contains(&format!("<td>{id}</td>")), "{id}");
    assert_eq!(page.matches("<tr><td>").count(), 8);
}

#[test]
fn pages_say_the_way_to_them_and_what_they_are_about() {
    let public = public();
    for (path, html) in public.iter().filter(|(path, _)| path.ends_with("/index.html")) {
        let way = of_kind(html, "BreadcrumbList").unwrap();
        let steps = way["itemListElement"].as_array().unwrap();
        let here = format!("https://esempio.it/sito/{}", path.trim_end_matches("index.html"));
        assert_eq!(steps.last().unwrap()["item"], here);
        assert_eq!(steps[0]["item"], "https://esempio.it/sito/");
    }
    let project = of_kind(&public["progetti/cit/index.html"], "Project").unwrap();
    assert_eq!(project["member"].as_array().unwrap().len(), 6);
    let body = of_kind(&public["enti/comune-di-lecce/index.html"], "GovernmentOrganization").unwrap();
    assert_eq!(body["name"], "Comune di Lecce");
}

#[test]
fn the_site_map_lists_every_page_once_and_robots_names_it() {
    let public = public();
    let map = &public["sitemap.xml"];
    let listed: Vec<&str> = map
        .split("<loc>")
        .skip(1)
        .filter_map(|rest| rest.split('<').next())
        .collect();
    let pages = public.keys().filter_map(|path| path.strip_suffix("index.html"));
    let pages: BTreeSet<String> = pages.map(|path| format!("https://esempio.it/sito/{path}")).collect();
    assert_eq!(listed.len(), pages.len());
    assert_eq!(listed.into_iter().map(str::to_owned).collect::<BTreeSet<_>>(), pages);
    assert!(
        map.contains("<loc>https://esempio.it/sito/note/</loc><lastmod>2024-02-01</lastmod>"),
        "{map}"
    );
    assert!(map.contains("<loc>https://esempio.it/sito/documenti/cit/</loc><lastmod>2018-12-04</lastmod>"));
    assert!(public["robots.txt"].contains("Sitemap: https://esempio.it/sito/sitemap.xml"));
}

#[test]
fn the_feed_tells_of_documents_and_plans_with_a_day() {
    let public = public();
    let feed = &public["feed.xml"];
    for address in ["documenti/cit/", "progetti/cit/"] {
        let id = format!("<id>https://esempio.it/sito/{address}</id>");
        assert!(feed.contains(&id), "{feed}");
    }
    assert_eq!(feed.matches("<updated>2018-12-04T00:00:00Z</updated>").count(), 3);
    assert!(public["note/index.html"].contains("type=\"application/atom+xml\" href=\"/sito/feed.xml\""));
}

/// The ids of a site with a plan and a catalogue: those of the tables that have a column for them.
fn ids(plan: &str, catalogue: &str) -> BTreeSet<String> {
    let site = Site::of(&[
        ("vetrina.yaml", "title: Prova\nbase_url: https://esempio.it\n"),
        (
            "content/peg/_index.md",
            "---\ntitle: PEG\nsource: seeds/peg.txt\nente: Comune di Capannori\nanno: 2023\n---\n",
        ),
        (
            "content/scambi/_index.md",
            "---\ntitle: Scambi\nsource: seeds/scambi.txt\nanno: 2024\n---\n",
        ),
        ("seeds/peg.txt", plan),
        ("seeds/scambi.txt", catalogue),
    ]);
    let build = site.run(&["build"]);
    assert_eq!(build.exit, 0, "{}", build.said);
    let public = site.public();
    let network: Value = serde_json::from_str(&public["dati/grafo.json"]).unwrap();
    let nodes = network["nodes"].as_array().unwrap().iter();
    let named = |id: &&str| {
        !["assegnazioni/", "calendario/", "disponibilita/"]
            .iter()
            .any(|leaf| id.starts_with(leaf))
    };
    let ids = nodes.map(|node| node["id"].as_str().unwrap()).filter(named);
    ids.map(str::to_owned).collect()
}

#[test]
fn a_title_mended_in_a_document_changes_no_other_id() {
    let before = ids(PLAN, CATALOGUE);
    let plan = PLAN.replace(
        "Sviluppo prima comunità Energetica",
        "Sviluppo di una comunità energetica",
    );
    let catalogue = CATALOGUE.replace("La scelta Open e", "La scelta aperta e");
    assert!(plan != PLAN && catalogue != CATALOGUE);
    let after = ids(&plan, &catalogue);
    assert_eq!(
        before.difference(&after).collect::<Vec<_>>(),
        [
            "obiettivi/peg-sviluppo-prima-comunita-energetica",
            "schede/comune-di-cinisello-balsamo-la-scelta-open-e-le-opportunita-dello-sviluppo-in-economia",
        ]
    );
    assert_eq!(before.len(), after.len());
}
