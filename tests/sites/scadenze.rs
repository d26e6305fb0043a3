//! Deadlines of a large plan: a page for each month, in parts where a month has many.

use std::fmt::Write as _;

use super::site::Site;

const PLAN: &str =
    "---\ntype: piano\ntitle: PEG 2025\ntipo: peg\nente: Comune di Prova\ninizio: 2025-01-01\nfine: 2025-12-31\n---\n";

/// An objective with many phases that end in May and one that ends in June.
fn objective(title: &str, phases: usize) -> String {
    let mut text = format!("---\ntype: obiettivo\ntitle: {title}\npiano: peg-2025\nfasi:\n");
    for phase in 1..=phases {
        let day = phase % 31 + 1;
        let _ = writeln!(text, "  - {{nome: \"{title} {phase:03}\", fine: 2025-05-{day:02}}}");
    }
    text + "  - {nome: Chiusura, fine: 2025-06-30}\n---\n"
}

#[test]
fn every_end_of_a_month_stands_on_one_of_its_pages() {
    let (alfa, beta) = (objective("Alfa", 300), objective("Beta", 301));
    let site = Site::of(&[
        ("vetrina.yaml", "title: Prova\nbase_url: https://esempio.it\n"),
        ("content/piani/peg-2025/_index.md", PLAN),
        ("content/piani/peg-2025/obiettivi/alfa.md", &alfa),
        ("content/piani/peg-2025/obiettivi/beta.md", &beta),
    ]);
    let build = site.run(&["build", "--date", "2025-01-01"]);
    assert_eq!(build.exit, 0, "{}", build.said);
    let public = site.public();
    let month = |part: &str| &public[&format!("piani/peg-2025/scadenze/2025-05/{part}index.html")];
    let pages = [month(""), month("pagina/2/")];
    for (title, phases) in [("Alfa", 300), ("Beta", 301)] {
        for phase in 1..=phases {
            let name = format!("<span>{title} {phase:03}<");
            assert_eq!(pages.iter().filter(|page| page.contains(&name)).count(), 1, "{name}");
        }
    }
    assert!(pages[0].contains("rel=\"next\" href=\"/piani/peg-2025/scadenze/2025-05/pagina/2/\""));
    assert!(
        pages[1].contains("<title>Scadenze, maggio 2025 – pagina 2"),
        "{}",
        pages[1]
    );
    assert!(!public.contains_key("piani/peg-2025/scadenze/2025-06/pagina/2/index.html"));
    let index = &public["piani/peg-2025/scadenze/index.html"];
    assert!(
        index.contains(">601\u{a0}scadenze<") && index.contains(">2\u{a0}scadenze<"),
        "{index}"
    );
}

#[test]
fn a_plan_without_a_dated_end_has_no_deadlines() {
    let undated = "---\ntype: obiettivo\ntitle: Alfa\npiano: peg-2025\nfasi: [{nome: Avvio}]\n---\n";
    let site = Site::of(&[
        ("vetrina.yaml", "title: Prova\nbase_url: https://esempio.it\n"),
        ("content/piani/peg-2025/_index.md", PLAN),
        ("content/piani/peg-2025/obiettivi/alfa.md", undated),
    ]);
    let build = site.run(&["build", "--date", "2025-01-01"]);
    assert_eq!(build.exit, 0, "{}", build.said);
    let public = site.public();
    assert!(!public.keys().any(|path| path.contains("peg-2025/scadenze")));
    assert!(!public["piani/peg-2025/index.html"].contains("scadenze/"));
}
