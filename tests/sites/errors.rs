//! Broken sites: each has its own message with place and remedy, exit code 1 or 2, and `public/` stays as it was. A
//! new case is a new folder in `errors/`; what cannot be a folder (links, bytes that are no text) stands below.

use std::path::PathBuf;

use rayon::prelude::*;

use super::site::Site;

/// Builds over an older output and says what came of it.
fn transcript(site: &Site) -> String {
    site.write("public/index.html", "il sito di ieri");
    let run = site.run(&["build", "--quiet"]);
    assert!([1, 2].contains(&run.exit), "{}: {}", run.exit, run.said);
    let public: Vec<_> = site.public().into_keys().collect();
    assert_eq!(public, ["index.html"], "{}", run.said);
    assert_eq!(site.public()["index.html"], "il sito di ieri");
    format!("{}\nexit code: {}", run.said, run.exit)
}

/// The folders of broken sites, by name.
fn broken() -> Vec<PathBuf> {
    let folders = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sites/errors")).unwrap();
    let mut folders: Vec<PathBuf> = folders.map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}

#[test]
fn every_broken_site_says_what_to_mend() {
    let folders = broken();
    assert!(folders.len() >= 100, "{}", folders.len());
    let transcripts: Vec<String> = folders
        .par_iter()
        .map(|folder| transcript(&Site::copy(folder)))
        .collect();
    for (folder, transcript) in folders.iter().zip(transcripts) {
        let name = folder.file_name().unwrap().to_str().unwrap();
        insta::with_settings!({ snapshot_suffix => format!("{name}__vetrina.yaml"), omit_expression => true }, {
            insta::assert_snapshot!(transcript);
        });
    }
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
