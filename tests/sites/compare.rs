//! Two editions of one plan, side by side.

use super::site::Site;

fn objective(title: &str, end: &str, expected: &str) -> String {
    format!(
        "---\ntype: obiettivo\ntitle: {title}\nfasi:\n  - {{nome: Gara, inizio: 2024-01-10, fine: {end}}}\n\
         indicatori:\n  - {{testo: Aule aperte, valore_atteso: \"{expected}\"}}\n---\n"
    )
}

fn site(supersedes: &str) -> Site {
    Site::of(&[
        ("vetrina.yaml", "title: Prova\nbase_url: https://esempio.it\n"),
        (
            "content/piani/uno/_index.md",
            "---\ntype: piano\ntitle: Prima edizione\ntipo: peg\n---\n",
        ),
        (
            "content/piani/uno/scuola.md",
            &objective("Scuola nuova", "2024-03-31", "2"),
        ),
        ("content/piani/uno/ponte.md", &objective("Il ponte", "2024-05-31", "1")),
        ("content/piani/uno/parco.md", &objective("Il parco", "2024-06-30", "1")),
        (
            "content/piani/due/_index.md",
            &format!("---\ntype: piano\ntitle: Seconda edizione\ntipo: peg\nsupersedes: {supersedes}\n---\n"),
        ),
        (
            "content/piani/due/scuola.md",
            &objective("SCUOLA NUOVA.", "2024-04-30", "3"),
        ),
        ("content/piani/due/parco.md", &objective("Il parco", "2024-06-30", "1")),
        (
            "content/piani/due/strada.md",
            &objective("La strada", "2024-07-31", "1"),
        ),
    ])
}

#[test]
fn what_was_added_dropped_and_moved_stands_in_tables() {
    let site = site("uno");
    let run = site.run(&["build"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    let public = site.public();
    let page = &public["piani/due/confronto/index.html"];
    for said in [
        "Fine della fase: Gara</th><td>31 marzo 2024</td><td>30 aprile 2024</td>",
        "Valore atteso: Aule aperte</th><td>2</td><td>3</td>",
        ">La strada</a>",
        ">Il ponte</a>",
        "Senza cambiamenti: 1",
    ] {
        assert!(page.contains(said), "{said}\n{page}");
    }
    assert!(public["piani/due/index.html"].contains("/piani/due/confronto/"));
    assert!(!public.contains_key("piani/uno/confronto/index.html"));
}

#[test]
fn a_plan_that_there_is_not_is_an_error_with_the_nearest() {
    let run = site("une").run(&["check"]);
    assert_eq!(run.exit, 1);
    assert!(run.said.contains("confronto-senza-piano"), "{}", run.said);
    assert!(run.said.contains("uno"), "{}", run.said);
}
