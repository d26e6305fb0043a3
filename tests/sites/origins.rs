//! `vetrina explain` with an id or an address: the line of every field, and who corrected it.

use super::site::Site;

fn site() -> Site {
    let site = Site::of(&[]);
    site.run(&["new", "site", ".", "--example", "vuoto"]);
    let seed = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/peg-capannori-2023.txt");
    assert_eq!(site.run(&["import", seed]).exit, 0);
    let section = "content/piani/peg-capannori-2023/_index.md";
    let text = std::fs::read_to_string(site.path().join(section)).unwrap();
    let mended = "corrections:\n  - id: peg-capannori-2023-asili-nido-gratis\n    campo: titolo\n    \
                  valore: Asili nido gratuiti\n    nota: come nella delibera\n---\n";
    site.write(section, text.replace("\n---\n", &format!("\n{mended}")));
    site
}

#[test]
fn each_field_has_its_line_and_its_editor() {
    let site = site();
    let run = site.run(&["explain", "peg-capannori-2023-asili-nido-gratis"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    let line = |name: &str| {
        let mut lines = run.gave.lines();
        lines
            .find(|line| line.trim_start().starts_with(name))
            .unwrap_or_default()
    };
    let title = line("titolo ");
    assert!(title.contains("Asili nido gratuiti"), "{title}");
    assert!(
        title.contains("_index.md:") && title.contains("come nella delibera"),
        "{title}"
    );
    assert!(line("tipo ").contains("seeds/peg-capannori-2023.txt:"), "{}", run.gave);
    assert!(run.gave.contains("\nfasi\n"), "{}", run.gave);
    let by_address = site.run(&["explain", "/piani/peg-capannori-2023/obiettivi/asili-nido-gratis"]);
    assert_eq!(by_address.gave, run.gave);
}

#[test]
fn what_is_withheld_is_said_without_its_value() {
    let run = site().run(&["explain", "peg-capannori-2023-asili-nido-gratis"]);
    let withheld = run.gave.split("\ntrattenuti\n").nth(1).unwrap();
    assert!(
        withheld.contains("nome  non-in-carica  seeds/peg-capannori-2023.txt:"),
        "{withheld}"
    );
}
