//! What is made for the machine that serves a site: compressed copies, smaller files, rules.

use std::fs;
use std::io::Read as _;

use super::site::Site;

fn site(settings: &str) -> Site {
    let site = Site::of(&[
        (
            "content/note.md",
            "---\ntitle: Note\n---\n\n```\nuna   riga\n  rientrata\n```\n",
        ),
        (
            "content/enti/comune.md",
            "---\ntype: ente\ntitle: Comune di Prova\n---\n",
        ),
    ]);
    site.write(
        "vetrina.yaml",
        format!("title: Prova\nbase_url: https://esempio.it\n{settings}"),
    );
    site
}

fn built(settings: &str) -> Site {
    let site = site(settings);
    let run = site.run(&["build"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    site
}

#[test]
fn each_text_has_its_compressed_copies_and_no_other_file_has() {
    let site = built("compress: [gzip, br]\n");
    let files = site.public();
    for path in files
        .keys()
        .filter(|path| path.ends_with(".html") || path.ends_with(".css"))
    {
        let html = site.bytes(path);
        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(&*site.bytes(&format!("{path}.gz")))
            .read_to_end(&mut unpacked)
            .unwrap();
        assert_eq!(unpacked, html, "{path}");
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut &*site.bytes(&format!("{path}.br")), &mut unpacked).unwrap();
        assert_eq!(unpacked, html, "{path}");
    }
    let copies = files.keys().filter_map(|path| path.strip_suffix(".gz"));
    assert!(copies.clone().count() > 5);
    for path in copies {
        assert!(site.bytes(path).len() >= 1024, "{path} is too small to be worth it");
    }
}

#[test]
fn copies_follow_their_page_and_go_with_the_setting() {
    let site = built("compress: gzip\n");
    let again = site.run(&["build"]);
    assert!(again.said.contains("scritti 0,"), "{}", again.said);
    let (page, copy) = (site.bytes("note/index.html"), site.bytes("note/index.html.gz"));
    fs::write(site.path().join("public/note/index.html.gz"), "rotta").unwrap();
    site.run(&["build"]);
    assert_eq!(
        site.bytes("note/index.html.gz"),
        copy,
        "a copy that somebody broke is made again"
    );
    site.write("content/note.md", "---\ntitle: Note\n---\nAltro testo.\n");
    site.run(&["build"]);
    assert_ne!(site.bytes("note/index.html"), page);
    assert_ne!(site.bytes("note/index.html.gz"), copy);
    site.write("vetrina.yaml", "title: Prova\nbase_url: https://esempio.it\n");
    site.run(&["build"]);
    assert!(site.public().keys().all(|path| !path.ends_with(".gz")));
}

#[test]
fn copies_have_the_same_bytes_on_any_number_of_threads() {
    let (one, all) = (site("compress: [gzip, br]\n"), site("compress: [gzip, br]\n"));
    one.run(&["build", "-j1"]);
    all.run(&["build", "-j8"]);
    for path in one.public().keys() {
        assert_eq!(one.bytes(path), all.bytes(path), "{path}");
    }
}

#[test]
fn a_minified_site_says_the_same_in_fewer_bytes() {
    let (plain, small) = (built(""), built("minify: true\n"));
    let (plain_page, page) = (&plain.public()["note/index.html"], &small.public()["note/index.html"]);
    assert!(page.len() < plain_page.len());
    assert!(
        page.contains("una   riga\n  rientrata"),
        "what is written with its spaces keeps them: {page}"
    );
    let words = |html: &str| -> Vec<String> {
        let html = html.replace(['<', '>'], " ");
        let digests = |word: &str| !word.contains("/assets/");
        html.split_whitespace()
            .filter(|word| digests(word))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(words(page), words(plain_page), "no word and no tag is lost");
    let weight = |site: &Site, end: &str| -> usize {
        let files = site.public().into_iter().filter(|(path, _)| path.ends_with(end));
        files.map(|(_, text)| text.len()).sum()
    };
    assert!(weight(&small, ".css") < weight(&plain, ".css") && weight(&small, ".js") < weight(&plain, ".js"));
    assert!(plain.run(&["build"]).said.contains("scritti 0,"));
    plain.write(
        "vetrina.yaml",
        "title: Prova\nbase_url: https://esempio.it\nminify: true\n",
    );
    plain.run(&["build"]);
    assert_eq!(plain.public(), small.public(), "the setting alone makes pages again");
}

#[test]
fn rules_for_the_server_say_what_the_site_is() {
    let settings =
        "title: Prova\nbase_url: https://esempio.it/piani\ncompress: [gzip, br]\nsearch: sì\nserver: [nginx, apache]\n";
    let site = site("");
    site.write("vetrina.yaml", settings);
    site.write(
        "content/note.md",
        "---\ntitle: Note\naliases: [/vecchie-note/, /avvisi/a.html]\n---\nTesto.\n",
    );
    let run = site.run(&["build"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    let public = site.public();
    insta::assert_snapshot!("nginx", public[".nginx.conf"]);
    insta::assert_snapshot!("apache", public[".htaccess"]);
    assert!(
        !public
            .keys()
            .any(|path| path.ends_with("conf.gz") || path.ends_with("htaccess.gz"))
    );
}
