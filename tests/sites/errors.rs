//! Broken sites: each has its own message with place and remedy, exit code 1 or 2, and `public/` stays as it was. A
//! new case is a new folder in `errors/`; what cannot be a folder (links, bytes that are no text) stands below.

use super::site::Site;

/// Builds over an older output and says what came of it.
fn transcript(site: &Site) -> String {
    site.write("public/index.html", "il sito di ieri");
    let run = site.run(&["build", "--quiet"]);
    let public: Vec<_> = site.public().into_keys().collect();
    assert_eq!(public, ["index.html"], "{}", run.said);
    assert_eq!(site.public()["index.html"], "il sito di ieri");
    format!("{}\nexit code: {}", run.said, run.exit)
}

#[test]
fn every_broken_site_says_what_to_mend() {
    insta::glob!("errors/*/vetrina.yaml", |config| {
        insta::assert_snapshot!(transcript(&Site::copy(config.parent().unwrap())));
    });
}

#[test]
fn bytes_that_are_no_text() {
    let site = Site::of(&[("vetrina.yaml", "title: Prova\n")]);
    site.write("content/nota.md", b"---\ntitle: Nota\n---\nCitt\xe0 d'arte\n");
    insta::assert_snapshot!(transcript(&site));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_site() {
    let site = Site::of(&[("vetrina.yaml", "title: Prova\n"), ("content/a.md", "testo\n")]);
    let elsewhere = Site::of(&[("segreto.md", "riservato\n")]);
    std::os::unix::fs::symlink(elsewhere.path(), site.path().join("content/fuori")).unwrap();
    insta::assert_snapshot!(transcript(&site));
}

#[test]
fn a_folder_that_is_no_site() {
    let site = Site::of(&[("appunti.txt", "niente\n")]);
    insta::assert_snapshot!(transcript(&site));
}
