//! Amministrazione Trasparente: pages under the official headings, and what becomes of them when the duty ends.

use super::site::Site;

const PEG: &str = include_str!("../../seeds/peg-capannori-2023.txt");

/// A plan that nobody filed, and a page that an editor filed.
fn site() -> Site {
    Site::of(&[
        ("vetrina.yaml", "title: Prova\nbase_url: https://esempio.it\n"),
        (
            "content/piani/peg/_index.md",
            "---\ntitle: PEG 2023\nsource: seeds/peg.txt\nente: Comune di Prova\npubblicato: 2023-03-10\n---\n",
        ),
        (
            "content/bilanci.md",
            "---\ntitle: Bilanci\nsezione: \"13.01\"\npubblicato: 2024-01-01\n---\nTesto.\n",
        ),
        ("seeds/peg.txt", PEG),
    ])
}

fn built(date: &str) -> std::collections::BTreeMap<String, String> {
    let site = site();
    let build = site.run(&["build", "--date", date]);
    assert_eq!(build.exit, 0, "{}", build.said);
    site.public()
}

/// What stands under a heading, up to the next one.
fn under<'h>(html: &'h str, id: &str) -> &'h str {
    let (_, rest) = html.split_once(&format!("id=\"{id}\"")).unwrap();
    rest.split(" id=\"").next().unwrap()
}

#[test]
fn a_peg_files_itself_and_other_pages_as_their_front_matter_says() {
    let public = built("2024-06-01");
    let index = &public["trasparenza/index.html"];
    let plans = under(index, "s06-02");
    assert!(
        plans.contains("Piano delle Performance") && plans.contains("href=\"/piani/peg/\""),
        "{plans}"
    );
    assert!(
        plans.contains("10 marzo 2023") && plans.contains("31 dicembre 2028"),
        "{plans}"
    );
    let budgets = under(index, "s13-01");
    assert!(
        budgets.contains("href=\"/bilanci/\"") && budgets.contains("31 dicembre 2029"),
        "{budgets}"
    );
    assert!(!index.contains("<a href=\"#s06-02\">") && index.contains("<a href=\"#s01-01\">"));
    assert!(
        public["index.html"].contains("href=\"/trasparenza/\""),
        "the footer leads there"
    );
}

#[test]
fn past_the_duty_a_page_stays_with_a_notice() {
    let notice = "Pagina in archivio.";
    let (before, after) = (built("2028-12-31"), built("2029-01-01"));
    for page in ["piani/peg/index.html", "piani/peg/scadenze/index.html"] {
        assert!(!before[page].contains(notice), "{page}");
        assert!(
            after[page].contains(notice) && after[page].contains("31 dicembre 2028"),
            "{page}"
        );
    }
    assert!(!after["bilanci/index.html"].contains(notice));
    assert!(under(&after["trasparenza/index.html"], "s06-02").contains("in archivio"));
}
