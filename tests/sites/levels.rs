//! What an office decides about messages: their weight, and which it accepts for a time.

use super::site::{Run, Site};

/// A site with one card, whose session falls on a Sunday (a warning), and these settings.
fn checked(settings: &str, args: &[&str]) -> Run {
    let site = Site::of(&[
        (
            "vetrina.yaml",
            &format!("title: Prova\nbase_url: https://esempio.it\n{settings}"),
        ),
        (
            "content/catalogo/orti.md",
            "---\ntype: scheda\ntitle: Orti\nente: Comune di Valchiara\nanno: 2026\ndisponibilita:\n  - 11 ottobre\n---\n",
        ),
    ]);
    let mut all = vec!["check", "--message-format", "short"];
    all.extend(args);
    site.run(&all)
}

fn waiver(about: &str, until: &str) -> String {
    format!("waivers:\n  - {{code: giorno-festivo, {about}, reason: si fa di domenica, until: {until}}}\n")
}

#[test]
fn a_code_weighs_what_the_office_says() {
    assert!(checked("", &[]).said.contains("avviso[giorno-festivo]"));
    let error = checked("levels: {giorno-festivo: error}\n", &[]);
    assert_eq!(error.exit, 1);
    assert!(error.said.contains("errore[giorno-festivo]"), "{}", error.said);
    let off = checked("levels: {giorno-festivo: off}\n", &["--fail-on", "warning"]);
    assert_eq!(off.exit, 0, "{}", off.said);
    assert!(!off.said.contains("giorno-festivo"), "{}", off.said);
}

#[test]
fn a_waiver_silences_one_message_about_one_thing() {
    for about in [
        "at: content/catalogo/orti.md",
        "at: \"content/catalogo/orti.md:7\"",
        "about: orti",
    ] {
        let run = checked(&waiver(about, "2024-06-01"), &["--fail-on", "warning"]);
        assert_eq!(run.exit, 0, "{about}: {}", run.said);
    }
}

#[test]
fn an_expired_waiver_silences_nothing_and_says_so() {
    let run = checked(&waiver("about: orti", "2024-05-31"), &[]);
    assert!(run.said.contains("avviso[giorno-festivo]"), "{}", run.said);
    assert!(run.said.contains("avviso[deroga-scaduta]"), "{}", run.said);
    assert!(run.said.contains("vetrina.yaml:4:"), "{}", run.said);
}

#[test]
fn a_needless_waiver_is_said() {
    let run = checked(&waiver("about: altro", "2099-12-31"), &[]);
    assert!(run.said.contains("avviso[giorno-festivo]"), "{}", run.said);
    assert!(run.said.contains("avviso[deroga-inutile]"), "{}", run.said);
}
