//! Sites that build: the same site gives the same bytes, and nothing that stands right is written again.

use std::fs;
use std::time::SystemTime;

use super::site::Site;

const PEG: &str = include_str!("../../seeds/peg-capannori-2023.txt");

fn site() -> Site {
    Site::of(&[
        ("vetrina.yaml", "title: Prova\nbase_url: https://esempio.it\n"),
        ("content/_index.md", "---\ntitle: Prova\n---\nBenvenuti.\n"),
        (
            "content/piani/peg/_index.md",
            "---\ntitle: PEG\nsource: seeds/peg.txt\nreader: peg_obiettivi\nente: Comune di Prova\nanno: 2023\n---\n",
        ),
        ("seeds/peg.txt", PEG),
    ])
}

fn times(site: &Site) -> Vec<(String, SystemTime)> {
    let public = site.path().join("public");
    let of = |path: String| {
        let written = fs::metadata(public.join(&path)).unwrap().modified().unwrap();
        (path, written)
    };
    site.public().into_keys().map(of).collect()
}

#[test]
fn one_thread_and_all_threads_give_the_same_bytes() {
    let (one, all) = (site(), site());
    assert_eq!(one.run(&["build", "-j1"]).exit, 0);
    assert_eq!(all.run(&["build", "-j8"]).exit, 0);
    assert!(one.public().len() > 20);
    assert_eq!(one.public(), all.public());
}

#[test]
fn a_second_build_writes_no_file() {
    let site = site();
    assert_eq!(site.run(&["build"]).exit, 0);
    let before = times(&site);
    let second = site.run(&["build"]);
    assert!(second.said.contains("scritti 0,"), "{}", second.said);
    assert_eq!(times(&site), before);
}

#[test]
fn a_build_that_fails_leaves_the_old_site() {
    let site = site();
    assert_eq!(site.run(&["build"]).exit, 0);
    let before = site.public();
    site.write(
        "content/piani/peg/_index.md",
        "---\ntitle: PEG\nsource: seeds/altro.txt\n---\n",
    );
    assert_eq!(site.run(&["build"]).exit, 1);
    assert_eq!(site.public(), before);
}

#[test]
fn a_page_that_goes_is_removed_and_reported() {
    let site = site();
    site.run(&["build"]);
    site.write("public/ospite.txt", "non nostro");
    site.remove("content/piani/peg/_index.md");
    let second = site.run(&["build", "--message-format", "short"]);
    assert_eq!(second.exit, 0);
    assert!(!site.path().join("public/piani/peg").exists());
    assert!(site.path().join("public/ospite.txt").exists());
}

#[test]
fn a_check_and_a_dry_run_write_nothing() {
    let site = site();
    assert_eq!(site.run(&["check"]).exit, 0);
    assert_eq!(site.run(&["build", "--dry-run"]).exit, 0);
    assert!(!site.path().join("public").exists());
    assert!(!site.path().join(".vetrina").exists());
}

#[test]
fn a_draft_is_held_back_with_its_document_and_listed() {
    let site = site();
    let section = "---\ntitle: PEG\ndraft: true\nsource: seeds/peg.txt\nreader: peg_obiettivi\n---\n";
    site.write("content/piani/peg/_index.md", section);
    let build = site.run(&["build", "--verbose"]);
    assert!(
        build.said.contains("content/piani/peg/_index.md: bozza"),
        "{}",
        build.said
    );
    let names_it = |text: &String| text.contains("peg-capannori") || text.contains("obiettivo");
    assert_eq!(site.public()["dati/obiettivi.csv"].lines().count(), 1);
    assert!(!site.public().values().any(names_it) || site.public()["dati/documenti.csv"].lines().count() == 1);
    site.run(&["build", "--drafts"]);
    assert!(site.public()["dati/obiettivi.csv"].lines().count() > 1);
}

#[test]
fn warnings_fail_a_build_only_where_they_are_told_to() {
    let site = site();
    site.write("seeds/peg.txt", format!("{PEG}\nQuesta riga non è del modulo.\n"));
    let level = "title: Prova\nlevels: {righe-non-lette: warning}\n";
    site.write("vetrina.yaml", level);
    let strict = site.run(&["build", "--fail-on", "warning"]);
    assert_eq!(strict.exit, 1, "{}", strict.said);
    assert!(!site.path().join("public/index.html").exists());
    assert_eq!(site.run(&["build"]).exit, 0);
}
