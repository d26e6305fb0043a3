//! The search: an index of what is published, and a page that works without it too.

use super::site::Site;

const PEG: &str = include_str!("../../seeds/peg-capannori-2023.txt");

fn site(search: &str) -> Site {
    Site::of(&[
        (
            "vetrina.yaml",
            &format!("title: Prova\nbase_url: https://esempio.it\nsearch: {search}\n"),
        ),
        ("content/note.md", "---\ntitle: Note\n---\nUna nota.\n"),
        (
            "content/piani/peg/_index.md",
            "---\ntitle: PEG\nsource: seeds/peg.txt\nreader: peg_obiettivi\nente: Comune di Capannori\nanno: 2023\n---\n",
        ),
        ("seeds/peg.txt", PEG),
    ])
}

#[test]
fn the_index_is_the_same_for_any_number_of_threads() {
    let (one, all) = (site("true"), site("true"));
    assert_eq!(one.run(&["build", "-j1"]).exit, 0);
    assert_eq!(all.run(&["build", "-j8"]).exit, 0);
    let index: Vec<String> = one
        .public()
        .into_keys()
        .filter(|path| path.starts_with("pagefind/"))
        .collect();
    assert!(index.iter().any(|path| path.ends_with(".pf_fragment")));
    assert_eq!(one.public(), all.public());
}

#[test]
fn pages_are_filed_by_kind_body_and_year_and_the_search_page_leads_on_without_a_script() {
    let site = site("true");
    assert_eq!(site.run(&["build"]).exit, 0);
    let public = site.public();
    let objectives = public
        .iter()
        .filter(|(path, _)| path.starts_with("piani/peg/obiettivi/") && path.ends_with(".html"));
    for (path, html) in objectives {
        assert!(
            html.contains(
                "data-pagefind-body data-tipo=\"Obiettivo\" data-ente=\"Comune di Capannori\" data-anno=\"2023\""
            ),
            "{path}"
        );
    }
    assert!(public["note/index.html"].contains("data-tipo=\"Pagina\""));
    assert!(!public["mappa/index.html"].contains("data-pagefind-body"));
    let page = &public["cerca/index.html"];
    for way in ["href=\"/mappa/\"", "href=\"/piani/\"", "href=\"/piani/anno/2023/\""] {
        assert!(page.contains(way), "{way}");
    }
    assert!(public["index.html"].contains("action=\"/cerca/\""));
}

#[test]
fn without_search_there_is_no_trace_of_it() {
    let site = site("false");
    assert_eq!(site.run(&["build"]).exit, 0);
    let public = site.public();
    assert!(
        !public
            .keys()
            .any(|path| path.starts_with("pagefind/") || path.starts_with("cerca/"))
    );
    assert!(!public.values().any(|text| text.contains("data-pagefind-body")));
}
