//! A site in two languages: what is translated, what is not, and where everything leads.

use std::collections::BTreeSet;
use std::path::Path;

use super::site::Site;

fn site() -> Site {
    Site::copy(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sites/lingue")))
}

fn built() -> Site {
    let site = site();
    let run = site.run(&["build", "--quiet"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    site
}

/// What a page says of languages: its own, where it is at home, its like in the others, the notice; then every line of
/// its content, from the navigation on.
fn told(page: &str) -> String {
    let says = |line: &&str| {
        ["<html", "canonical", "og:locale", "hreflang", "class=\"archivio\""]
            .iter()
            .any(|mark| line.contains(mark))
    };
    let head = page
        .lines()
        .take_while(|line| !line.contains("class=\"skip\""))
        .filter(says);
    let body = page.lines().skip_while(|line| !line.contains("<nav class=\"menu\""));
    let body = body.take_while(|line| !line.contains("class=\"stampa\""));
    let switch = page.lines().skip_while(|line| !line.contains("class=\"skip\""));
    let switch = switch
        .take_while(|line| !line.contains("<nav class=\"menu\""))
        .filter(says);
    head.chain(switch).chain(body).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_page_stands_in_every_language() {
    let public = built().public();
    let pages = [
        "index.html",
        "orari/index.html",
        "note/index.html",
        "piani/p/uno/index.html",
        "piani/p/due/index.html",
    ];
    let shown = pages.map(|page| {
        let path = format!("en/{page}");
        format!("== {path}\n{}\n", told(&public[&path]))
    });
    insta::assert_snapshot!(shown.join("\n"));
    let own: BTreeSet<&str> = pages_of(public.keys())
        .filter(|path| !path.starts_with("en/"))
        .collect();
    let english: BTreeSet<&str> = pages_of(public.keys())
        .filter_map(|path| path.strip_prefix("en/"))
        .collect();
    assert_eq!(own, english);
    assert!(!public.contains_key("en/dati/piani.csv"), "data stand once");
}

fn pages_of<'p>(paths: impl Iterator<Item = &'p String>) -> impl Iterator<Item = &'p str> {
    paths.map(String::as_str).filter(|path| path.ends_with(".html"))
}

#[test]
fn pages_of_the_own_language_lead_to_those_that_are_translated() {
    let public = built().public();
    let alternates = |path: &str| public[path].matches("rel=\"alternate\" hreflang").count();
    assert_eq!(alternates("orari/index.html"), 3, "it, en, x-default");
    assert_eq!(alternates("note/index.html"), 0, "it has no like in English");
    assert_eq!(alternates("en/note/index.html"), 0);
    assert!(public["note/index.html"].contains("<a href=\"/en/note/\" lang=\"en\" hreflang=\"en\">English</a>"));
    assert!(!public["note/index.html"].contains("class=\"archivio\""));
    let missing = &public["en/404.html"];
    assert!(
        missing.contains("<a href=\"/\" lang=\"it\" hreflang=\"it\">Italiano</a>"),
        "{missing}"
    );
}

#[test]
fn every_link_leads_to_a_file_of_the_site() {
    for config in ["", "relative_urls: true\n"] {
        let site = site();
        let yaml = site.tree()["vetrina.yaml"].replace("search:", &format!("{config}search:"));
        site.write("vetrina.yaml", yaml);
        let run = site.run(&["build", "--quiet"]);
        assert_eq!(run.exit, 0, "{}", run.said);
        let public = site.public();
        for (path, page) in public.iter().filter(|(path, _)| path.ends_with(".html")) {
            for target in targets(page) {
                let file = resolved(path, target);
                assert!(public.contains_key(&file), "{path}: {target} leads to {file}");
            }
        }
    }
}

/// The links of a page that stay on the site.
fn targets(page: &str) -> impl Iterator<Item = &str> {
    let attributes = [" href=\"", " src=\"", " action=\""];
    let all = attributes
        .into_iter()
        .flat_map(|attribute| page.split(attribute).skip(1));
    let all = all.filter_map(|rest| rest.split(['"', '#', '?']).next());
    all.filter(|target| !target.is_empty() && !target.contains(':'))
}

/// The file that a link of the page at a path means.
fn resolved(path: &str, target: &str) -> String {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    if target.starts_with('/') {
        parts.clear();
    }
    for part in target.trim_start_matches('/').split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            part => parts.push(part),
        }
    }
    let file = parts.join("/");
    if file.is_empty() || file.ends_with('/') {
        format!("{file}index.html")
    } else {
        file
    }
}

#[test]
fn feeds_and_the_site_map_tell_only_what_was_translated() {
    let public = built().public();
    let titles = |path: &str| {
        let entries = public[path].split("<entry>").skip(1);
        let title = |entry: &str| {
            entry
                .split("<title>")
                .nth(1)
                .and_then(|rest| rest.split('<').next())
                .map(str::to_owned)
        };
        entries.filter_map(title).collect::<Vec<_>>()
    };
    assert_eq!(titles("notizie/novita.xml"), ["Corso", "Bando", "Apertura"]);
    assert_eq!(titles("en/notizie/novita.xml"), ["We open"]);
    assert_eq!(titles("temi/scuola/novita.xml").len(), 3);
    assert_eq!(titles("en/temi/scuola/novita.xml"), ["Hours", "We open"]);
    assert!(public["en/notizie/novita.xml"].contains("https://prova.example.it/en/notizie/a/"));
    let map = &public["sitemap.xml"];
    for (address, listed) in [
        ("/en/orari/", true),
        ("/en/note/", false),
        ("/note/", true),
        ("/en/piani/p/due/", true),
    ] {
        assert_eq!(
            map.contains(&format!("<loc>https://prova.example.it{address}</loc>")),
            listed,
            "{address}"
        );
    }
    insta::assert_snapshot!(
        map.split("<url>")
            .find(|url| url.contains("<loc>https://prova.example.it/en/orari/"))
            .unwrap()
    );
}

#[test]
fn lists_are_in_the_words_and_the_order_of_their_language() {
    let public = built().public();
    let listed = |path: &str| {
        let items = public[path].split("<li class=\"card\"><h2>").skip(1);
        items
            .filter_map(|item| item.split_once("</a>").map(|(link, _)| link.to_owned()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        listed("notizie/index.html"),
        ["<a href=\"/notizie/a/\">Apertura", "<a href=\"/notizie/b/\">Bando"]
    );
    assert_eq!(
        listed("en/notizie/index.html"),
        [
            "<a lang=\"it\" href=\"/en/notizie/b/\">Bando",
            "<a lang=\"it\" href=\"/en/notizie/c/\">Corso"
        ]
    );
    assert_eq!(
        listed("en/notizie/pagina/2/index.html"),
        ["<a href=\"/en/notizie/a/\">We open"]
    );
}

#[test]
fn what_is_held_back_is_so_in_every_language() {
    let site = site();
    site.write(
        "content/orari.md",
        "---\ntitle: Orari\ndraft: true\n---\n## Mattina\nTesto.\n",
    );
    site.write("content/_index.md", "---\ntitle: Comune\n---\n");
    site.write("content/_index.en.md", "---\ntitle: Town\n---\n");
    site.write("content/note.md", "---\ntitle: Note\n---\n");
    let run = site.run(&["build", "--verbose"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    assert!(run.said.contains("content/orari.en.md: bozza"), "{}", run.said);
    assert!(run.said.contains("content/notizie/c.en.md: bozza"), "{}", run.said);
    let public = site.public();
    assert!(!public.contains_key("en/orari/index.html"));
    assert!(
        public["en/notizie/c/index.html"].contains("Un corso."),
        "a draft is no translation"
    );
    let run = site.run(&["build", "--quiet", "--drafts"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    assert!(site.public()["en/notizie/c/index.html"].contains("A course."));
}

#[test]
fn what_is_withheld_is_so_in_every_language() {
    let public = built().public();
    let page = &public["en/piani/p/uno/index.html"];
    assert!(page.contains("opens the library"), "{page}");
    assert!(public.values().all(|text| !text.contains("Verdi")));
}

#[test]
fn each_language_has_a_search_of_its_own() {
    let public = built().public();
    assert!(public["en/cerca/index.html"].contains("href=\"/en/pagefind/pagefind.js\""));
    assert!(public.contains_key("en/pagefind/wasm.en.pagefind"));
    assert!(public.contains_key("pagefind/wasm.it.pagefind"));
}

#[test]
fn the_server_finds_the_page_not_found_in_the_language() {
    let site = site();
    let yaml = site.tree()["vetrina.yaml"].replace("search:", "server: [nginx, apache]\nsearch:");
    site.write("vetrina.yaml", yaml);
    assert_eq!(site.run(&["build", "--quiet"]).exit, 0);
    let nginx = &site.public()[".nginx.conf"];
    assert!(
        nginx.contains("if ($uri ~ ^/en/) { set $not_found /en/404.html; }\nerror_page 404 $not_found;"),
        "{nginx}"
    );
    assert!(site.public()[".htaccess"].contains("ErrorDocument 404 /en/404.html"));
}

#[test]
fn words_that_a_language_lacks_are_counted_and_taken_from_the_own_one() {
    let site = Site::of(&[
        (
            "vetrina.yaml",
            "title: Prova\nbase_url: https://esempio.it\ntheme: comune\nlanguages:\n  de: {name: Deutsch}\n",
        ),
        ("content/orari.md", "---\ntitle: Orari\ndate: 2024-03-05\n---\nTesto.\n"),
        ("content/orari.de.md", "---\ntitle: Zeiten\n---\nText.\n"),
        ("themes/comune/theme.yaml", "parent: vetrina\n"),
    ]);
    let missing = |site: &Site| {
        let run = site.run(&["build", "--message-format", "short"]);
        assert_eq!(run.exit, 0, "{}", run.said);
        let line = run
            .said
            .lines()
            .find(|line| line.contains("[parole-mancanti]"))
            .unwrap()
            .to_owned();
        assert!(line.starts_with("vetrina.yaml:5:3: "), "{line}");
        line.split("mancano ")
            .nth(1)
            .unwrap()
            .split(' ')
            .next()
            .unwrap()
            .parse::<u32>()
            .unwrap()
    };
    let all = missing(&site);
    site.write(
        "themes/comune/i18n/de.yaml",
        "pagina: {aggiornata: \"Stand:\", salta: Zum Inhalt}\n",
    );
    assert_eq!(missing(&site), all - 2);
    let page = &site.public()["de/orari/index.html"];
    assert!(
        page.contains("Stand: <time datetime=\"2024-03-05\">5. März 2024</time>"),
        "{page}"
    );
    assert!(
        page.contains("aria-label=\"Menu principale\"") || page.contains("Percorso di navigazione"),
        "{page}"
    );
}

#[test]
fn topics_have_a_name_in_every_language() {
    let site = Site::of(&[
        (
            "vetrina.yaml",
            "title: Prova\nbase_url: https://esempio.it\ntaxonomies:\n  - {name: temi, title: Temi}\nlanguages:\n  en:\n    \
             title: Trial\n    taxonomies:\n      - {name: temi, title: Topics}\n",
        ),
        (
            "content/nota.md",
            "---\ntitle: Nota\ntaxonomies: {temi: [ambiente, casa]}\n---\nTesto.\n",
        ),
        ("content/nota.en.md", "---\ntitle: Note\n---\nText.\n"),
        (
            "content/catalogo/orti.md",
            "---\ntype: scheda\ntitle: Orti\nente: Comune di Prova\nufficio: Ambiente\n---\n",
        ),
        ("content/temi/ambiente/_index.md", "---\ntitle: Ambiente e clima\n---\n"),
        ("content/temi/ambiente/_index.en.md", "---\ntitle: Environment\n---\n"),
    ]);
    let run = site.run(&["build", "--quiet"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    let public = site.public();
    let says = |page: &str, words: &[&str]| {
        for word in words {
            assert!(public[page].contains(word), "{page}: no {word} in\n{}", public[page]);
        }
    };
    says(
        "temi/index.html",
        &["<h1>Temi</h1>", "Ambiente e clima</a>", "casa</a>"],
    );
    says("nota/index.html", &["Ambiente e clima</a>"]);
    says(
        "en/temi/index.html",
        &["<h1>Topics</h1>", "Environment</a>", "casa</a>"],
    );
    says("en/temi/ambiente/index.html", &["<h1>Environment</h1>", "Topics"]);
    says("en/nota/index.html", &["Topics", "Environment</a>"]);
    says("en/catalogo/orti/index.html", &["<dd lang=\"it\">Ambiente</dd>"]);
    says("catalogo/orti/index.html", &["<dd>Ambiente</dd>"]);
}

#[test]
fn the_page_of_a_taxonomy_has_the_title_that_editors_give_it() {
    let site = Site::of(&[
        (
            "vetrina.yaml",
            "title: Prova\nbase_url: https://esempio.it\ntaxonomies:\n  - {name: temi, title: Temi}\nlanguages:\n  en: {}\n",
        ),
        (
            "content/nota.md",
            "---\ntitle: Nota\ntaxonomies: {temi: [casa]}\n---\nTesto.\n",
        ),
        ("content/temi/_index.md", "---\ntitle: Di che cosa si tratta\n---\n"),
        ("content/temi/_index.en.md", "---\ntitle: What it is about\n---\n"),
    ]);
    let run = site.run(&["build", "--quiet"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    let public = site.public();
    for (page, title) in [("temi", "Di che cosa si tratta"), ("en/temi", "What it is about")] {
        let page = &public[&format!("{page}/index.html")];
        assert!(page.contains(&format!("<h1>{title}</h1>")), "{page}");
    }
    assert!(
        public["nota/index.html"].contains("Temi"),
        "what things are tagged with is called as the office says"
    );
}

#[test]
fn what_is_withheld_is_marked_in_the_language_of_the_page() {
    let site = Site::of(&[
        (
            "vetrina.yaml",
            "title: Prova\nbase_url: https://esempio.it\nlanguages:\n  en: {}\n  de: {}\nlevels:\n  parole-mancanti: off\n",
        ),
        (
            "content/piani/p/_index.md",
            "---\ntype: piano\ntitle: PEG 2025\ntipo: peg\nanno: 2025\n---\n",
        ),
        (
            "content/piani/p/uno.md",
            "---\ntype: obiettivo\ntitle: Uno\nassegnazioni:\n  - {persona: Verdi Anna, ruolo: Tecnico}\n---\nAnna Verdi lo segue.\n",
        ),
        (
            "content/piani/p/uno.en.md",
            "---\ntitle: One\n---\nAnna Verdi runs it.\n",
        ),
        (
            "content/piani/p/uno.de.md",
            "---\ntitle: Eins\n---\nAnna Verdi tut es.\n",
        ),
        (
            "content/piani/p/due.md",
            "---\ntype: obiettivo\ntitle: Due\nindicatori:\n  - {codice: I1, testo: Atti di Anna Verdi, valore_atteso: almeno uno}\n---\n\
             Anna Verdi lo scrive.\n",
        ),
        ("content/piani/p/due.en.md", "---\ntitle: Two\n---\n"),
        ("content/sola.md", "---\ntitle: Sola\n---\nScrivi ad Anna Verdi.\n"),
        ("content/nota.md", "---\ntitle: Nota\n---\nChiedi ad Anna Verdi.\n"),
        ("content/nota.en.md", "---\ntitle: Note\n---\nAsk Anna Verdi.\n"),
    ]);
    let run = site.run(&["build", "--quiet"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    let public = site.public();
    for (page, words) in [
        ("piani/p/uno/index.html", "[omesso] lo segue."),
        ("en/piani/p/uno/index.html", "[omitted] runs it."),
        ("de/piani/p/uno/index.html", "[…] tut es."),
        ("nota/index.html", "Chiedi ad [omesso]."),
        ("en/nota/index.html", "Ask [omitted]."),
        // What nobody translated keeps its language, and says which it is.
        (
            "en/sola/index.html",
            "<div class=\"text\" lang=\"it\"><p>Scrivi ad [omesso].",
        ),
        ("en/piani/p/due/index.html", "[omesso] lo scrive."),
        ("en/piani/p/due/index.html", "<span lang=\"it\">Atti di [omesso]</span>"),
        ("en/piani/p/due/index.html", "<span lang=\"it\">almeno uno</span>"),
    ] {
        assert!(public[page].contains(words), "{page}: {}", public[page]);
    }
}
