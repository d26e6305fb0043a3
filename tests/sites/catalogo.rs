//! The pages of an exchange catalogue, from the document as received.

use std::collections::BTreeMap;

use super::site::Site;

const CATALOGO: &str = include_str!("../../seeds/scambio-comune-2024.txt");

/// The pages of the catalogue, on the site's day in June 2024.
fn pages() -> BTreeMap<String, String> {
    let site = Site::of(&[
        ("vetrina.yaml", "title: Prova\nbase_url: https://esempio.it\n"),
        (
            "content/catalogo/_index.md",
            "---\ntitle: Scambi\nsource: seeds/scambi.txt\nreader: catalogo_scambi\nanno: 2024\n---\nDa leggere.\n",
        ),
        ("seeds/scambi.txt", CATALOGO),
    ]);
    let run = site.run(&["build"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    let mut files = site.public();
    files.retain(|path, _| path.ends_with(".html") || path.starts_with("assets/"));
    files
}

fn page<'p>(pages: &'p BTreeMap<String, String>, path: &str) -> &'p str {
    pages.get(path).unwrap_or_else(|| panic!("no {path}"))
}

#[test]
fn the_list_has_every_card_and_each_way_to_narrow_it_a_page() {
    let pages = pages();
    let list = page(&pages, "catalogo/index.html");
    assert_eq!(list.matches("<li class=\"card\"").count(), 17);
    let monza = page(&pages, "catalogo/ente/comune-di-monza/index.html");
    assert_eq!(monza.matches("<li class=\"card\"").count(), 4);
    // "Da 3 a 5 giornate" is a card of four days too.
    let four_days = page(&pages, "catalogo/durata/4/index.html");
    assert!(four_days.contains("Sportello"), "the card of 3 to 5 days");
    assert!(
        four_days.contains("aria-current=\"true\""),
        "the value chosen is marked"
    );
}

#[test]
fn a_session_of_two_days_stands_on_both() {
    let pages = pages();
    let month = page(&pages, "catalogo/calendario/2024-09/index.html");
    let day = |number: u32| {
        let start = month
            .find(&format!("<td><time datetime=\"2024-09-{number:02}\""))
            .unwrap();
        &month[start..start + month[start..].find("</td>").unwrap()]
    };
    assert!(
        day(5).contains("Comune di Cesena 2") && day(5).contains("goes-on"),
        "{}",
        day(5)
    );
    assert!(
        day(6).contains("giorno 2 di 2") && day(6).contains("goes-back"),
        "{}",
        day(6)
    );
    assert!(!day(4).contains("class=\"bar"), "{}", day(4));
}

#[test]
fn a_month_without_a_day_is_said_so() {
    let pages = pages();
    let month = page(&pages, "catalogo/calendario/2024-06/index.html");
    let without_day = &month[month.find("id=\"senza\"").unwrap()..];
    assert!(without_day.contains("giorno da confermare"));
}

#[test]
fn pages_need_no_inline_code_and_no_other_host() {
    for (path, html) in pages().iter().filter(|(path, _)| path.ends_with(".html")) {
        for forbidden in [
            " style=\"",
            "<style",
            " onclick",
            "src=\"http",
            "<link rel=\"stylesheet\" href=\"http",
        ] {
            assert!(!html.contains(forbidden), "{path} has {forbidden}");
        }
        let scripts = html.matches("<script").count();
        let allowed = html.matches("<script src=\"/assets/").count() + html.matches("application/ld+json").count();
        assert_eq!(scripts, allowed, "{path}");
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
    }
}

#[test]
fn links_of_the_catalogue_lead_somewhere() {
    let pages = pages();
    for (path, html) in &pages {
        for link in html
            .split("href=\"/")
            .skip(1)
            .filter_map(|rest| rest.split(['"', '#', '?']).next())
        {
            let ours = ["catalogo/", "enti/", "assets/", "mappa/"]
                .iter()
                .any(|part| link.starts_with(part));
            let file = if link.ends_with('/') {
                format!("{link}index.html")
            } else {
                link.to_owned()
            };
            let data = file.ends_with(".ics") || file.ends_with(".json");
            assert!(!ours || data || pages.contains_key(&file), "{path} links to /{link}");
        }
    }
}
