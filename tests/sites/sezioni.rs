//! Sections of plain pages: which pages they list, in which order, how many at a time; what stands beside them.

use super::site::Site;

const CONFIG: (&str, &str) = ("vetrina.yaml", "title: Prova\nbase_url: https://esempio.it\n");

fn news() -> Site {
    Site::of(&[
        CONFIG,
        (
            "content/notizie/_index.md",
            "---\ntitle: Notizie\nsort_by: date\npaginate_by: 2\nfeed: true\n---\nChe cosa è nuovo.\n",
        ),
        (
            "content/notizie/a.md",
            "---\ntitle: Vecchia\ndate: 3 marzo 2024\n---\nUna riga.\n\nUn'altra.\n",
        ),
        (
            "content/notizie/b.md",
            "---\ntitle: Nuova\ndate: 2024-05-01\n---\nL'**inizio**.\n\n<!-- more -->\n\nIl resto.\n",
        ),
        (
            "content/notizie/c.md",
            "---\ntitle: Senza data\ndescription: In breve.\n---\nTesto.\n",
        ),
        (
            "content/notizie/d.md",
            "---\ntitle: Bozza\ndraft: true\ndate: 2024-05-02\n---\nTesto.\n",
        ),
        (
            "content/notizie/e.md",
            "---\ntitle: Domani\npublish_date: 2024-06-02\n---\nTesto.\n",
        ),
        ("content/notizie/archivio/_index.md", "---\ntitle: Archivio\n---\n"),
        ("content/notizie/archivio/f.md", "---\ntitle: Del 2020\n---\nTesto.\n"),
    ])
}

/// The words of the links that a page has in its list, in order.
fn listed(site: &Site, path: &str) -> Vec<String> {
    let page = &site.public()[path];
    let items = page.split("<li class=\"card\"><h2>").skip(1);
    let words = |item: &str| {
        item.split_once("\">")?
            .1
            .split_once("</a>")
            .map(|(words, _)| words.to_owned())
    };
    items.filter_map(words).collect()
}

#[test]
fn a_section_lists_its_pages_in_its_order_some_at_a_time() {
    let site = news();
    let run = site.run(&["build", "--verbose"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    assert_eq!(listed(&site, "notizie/index.html"), ["Nuova", "Vecchia"]);
    assert_eq!(listed(&site, "notizie/pagina/2/index.html"), ["Senza data"]);
    assert!(!site.public().contains_key("notizie/pagina/3/index.html"));
    assert!(run.said.contains("content/notizie/d.md: bozza"), "{}", run.said);
    assert!(run.said.contains("content/notizie/e.md"), "{}", run.said);
    let first = &site.public()["notizie/index.html"];
    assert!(first.contains("<a href=\"/notizie/archivio/\">Archivio</a>"));
    assert!(first.contains("Che cosa è nuovo."));
    assert!(first.contains("<link rel=\"next\" href=\"/notizie/pagina/2/\">"));
    assert!(first.contains("<link rel=\"canonical\" href=\"https://esempio.it/notizie/\">"));
    let second = &site.public()["notizie/pagina/2/index.html"];
    assert!(second.contains("<link rel=\"prev\" href=\"/notizie/\">"));
    assert!(second.contains("<link rel=\"canonical\" href=\"https://esempio.it/notizie/pagina/2/\">"));
    assert!(second.contains("<title>Notizie – pagina 2 – Prova</title>"));
}

#[test]
fn a_summary_is_what_stands_above_the_mark_or_the_description() {
    let site = news();
    site.run(&["build"]);
    let first = &site.public()["notizie/index.html"];
    assert!(first.contains("<p>L&#39;inizio.</p>"), "{first}");
    assert!(!first.contains("Il resto"));
    assert!(first.contains("<p>Una riga.</p>"), "{first}");
    assert!(site.public()["notizie/pagina/2/index.html"].contains("<p>In breve.</p>"));
    let page = &site.public()["notizie/b/index.html"];
    assert!(page.contains("Il resto") && !page.contains("more"), "{page}");
}

#[test]
fn every_order_and_its_reverse() {
    let site = news();
    for (order, expected) in [
        ("sort_by: title\n", ["Nuova", "Senza data", "Vecchia"]),
        ("sort_by: title\nreverse: true\n", ["Vecchia", "Senza data", "Nuova"]),
        ("sort_by: date\nreverse: sì\n", ["Vecchia", "Nuova", "Senza data"]),
        ("sort_by: update_date\n", ["Nuova", "Vecchia", "Senza data"]),
        ("sort_by: weight\n", ["Vecchia", "Nuova", "Senza data"]),
        ("sort_by: slug\nreverse: true\n", ["Senza data", "Nuova", "Vecchia"]),
    ] {
        site.write(
            "content/notizie/_index.md",
            format!("---\ntitle: Notizie\n{order}---\n"),
        );
        assert_eq!(site.run(&["build"]).exit, 0);
        assert_eq!(listed(&site, "notizie/index.html"), expected, "{order}");
    }
}

#[test]
fn a_page_leads_to_its_neighbours_and_to_the_sections_above() {
    let site = news();
    site.run(&["build"]);
    let page = &site.public()["notizie/a/index.html"];
    assert!(
        page.contains("<a href=\"/notizie/b/\" rel=\"prev\">← Nuova</a>"),
        "{page}"
    );
    assert!(
        page.contains("<a href=\"/notizie/c/\" rel=\"next\">Senza data →</a>"),
        "{page}"
    );
    let below = &site.public()["notizie/archivio/f/index.html"];
    assert!(below.contains("<li><a href=\"/notizie/\">Notizie</a></li>"), "{below}");
    assert!(
        below.contains("<li><a href=\"/notizie/archivio/\">Archivio</a></li>"),
        "{below}"
    );
}

#[test]
fn a_section_with_a_feed_tells_of_its_pages() {
    let site = news();
    site.run(&["build"]);
    let feed = &site.public()["notizie/novita.xml"];
    let first = feed.find("https://esempio.it/notizie/c/").unwrap();
    assert!(first < feed.find("https://esempio.it/notizie/b/").unwrap());
    assert!(feed.contains("<title>Notizie – Prova</title>"), "{feed}");
    assert!(site.public()["notizie/index.html"].contains("href=\"/notizie/novita.xml\""));
    assert!(!site.public().contains_key("notizie/archivio/novita.xml"));
}

#[test]
fn a_section_of_objectives_lists_them_where_they_stand() {
    let site = Site::of(&[
        CONFIG,
        (
            "content/piani/peg/_index.md",
            "---\ntype: piano\ntitle: PEG\ntipo: peg\nente: Comune di Prova\nanno: 2025\n---\n",
        ),
        (
            "content/piani/peg/obiettivi/_index.md",
            "---\ntitle: Obiettivi\npaginate_by: 2\nsort_by: title\n---\n",
        ),
    ]);
    for number in 1..=3 {
        let text = format!("---\ntype: obiettivo\ntitle: Obiettivo {number}\n---\nSi fa **così**.\n");
        site.write(&format!("content/piani/peg/obiettivi/o{number}.md"), text);
    }
    let run = site.run(&["build"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    assert_eq!(
        listed(&site, "piani/peg/obiettivi/index.html"),
        ["Obiettivo 1", "Obiettivo 2"]
    );
    let first = &site.public()["piani/peg/obiettivi/index.html"];
    assert!(first.contains("href=\"/piani/peg/obiettivi/o1/\""), "{first}");
    assert!(first.contains("<p>Si fa così.</p>"), "{first}");
    assert!(site.public().contains_key("piani/peg/obiettivi/o3/index.html"));
}

#[test]
fn files_beside_a_page_go_with_it_and_static_files_as_they_are() {
    let site = Site::of(&[
        CONFIG,
        (
            "content/guida/index.md",
            "---\ntitle: Guida\nslug: la-guida\n---\n![Pianta](pianta.svg)\n",
        ),
        (
            "content/guida/pianta.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        ),
        ("content/guida/sotto/dati.csv", "a,b\n"),
        ("content/segreta/index.md", "---\ntitle: Segreta\ndraft: true\n---\n"),
        ("content/segreta/foto.jpg", "foto"),
        ("static/favicon.ico", "icona"),
        ("static/.well-known/security.txt", "Contact: mailto:a@esempio.it\n"),
        ("static/.nascosto", "niente"),
    ]);
    let run = site.run(&["build"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    let public = site.public();
    assert!(public["la-guida/index.html"].contains("src=\"/la-guida/pianta.svg\""));
    assert!(public.contains_key("la-guida/pianta.svg"));
    assert_eq!(public["la-guida/sotto/dati.csv"], "a,b\n");
    assert_eq!(public["favicon.ico"], "icona");
    assert!(public.contains_key(".well-known/security.txt"));
    assert!(!public.values().any(|text| text == "foto" || text == "niente"));
    assert!(!public["sitemap.xml"].contains("pianta"));
}

#[test]
fn a_document_that_stands_in_content_is_published_only_as_redacted() {
    let site = Site::of(&[
        CONFIG,
        (
            "content/piani/peg/_index.md",
            "---\ntitle: PEG\nsource: content/piani/peg/peg.txt\nreader: peg_obiettivi\nente: Comune di Prova\nanno: 2023\n---\n",
        ),
        (
            "content/piani/peg/peg.txt",
            include_str!("../../seeds/peg-capannori-2023.txt"),
        ),
    ]);
    let run = site.run(&["build"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    assert!(!site.public().contains_key("piani/peg/peg.txt"));
    assert!(site.public().contains_key("documenti/peg/peg.txt"));
}

#[test]
fn older_addresses_lead_to_the_page() {
    let site = Site::of(&[
        CONFIG,
        (
            "content/guida.md",
            "---\ntitle: Guida\naliases: [/vecchia/, manuale/guida.html]\n---\nTesto.\n",
        ),
    ]);
    let run = site.run(&["build"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    for path in ["vecchia/index.html", "manuale/guida.html"] {
        let page = &site.public()[path];
        assert!(
            page.contains("<meta http-equiv=\"refresh\" content=\"0; url=/guida/\">"),
            "{page}"
        );
        assert!(page.contains("<link rel=\"canonical\" href=\"https://esempio.it/guida/\">"));
        assert!(page.contains("<a href=\"/guida/\">Guida</a>"));
    }
    assert!(!site.public()["sitemap.xml"].contains("vecchia"));
    site.write(
        "vetrina.yaml",
        "title: Prova\nbase_url: https://esempio.it\nrelative_urls: true\n",
    );
    site.run(&["build"]);
    assert!(site.public()["manuale/guida.html"].contains("content=\"0; url=../guida/index.html\""));
}

#[test]
fn a_page_that_moves_is_missed_until_an_alias_leads_to_it() {
    let site = Site::of(&[CONFIG, ("content/vecchia.md", "---\ntitle: Guida\n---\nTesto.\n")]);
    site.run(&["build"]);
    let old = std::fs::read(site.path().join(".vetrina/public.jsonl")).unwrap();
    site.remove("content/vecchia.md");
    site.write("content/nuova.md", "---\ntitle: Guida\n---\nTesto.\n");
    let missed = site.run(&["build", "--dry-run"]);
    assert!(missed.said.contains("aliases: [/vecchia/]"), "{}", missed.said);
    site.write(".vetrina/public.jsonl", old);
    site.write(
        "content/nuova.md",
        "---\ntitle: Guida\naliases: [/vecchia/]\n---\nTesto.\n",
    );
    let kept = site.run(&["build"]);
    assert!(!kept.said.contains("indirizzo-sparito"), "{}", kept.said);
}

#[test]
fn an_empty_file_is_said_but_a_section_needs_no_words() {
    let site = Site::of(&[
        CONFIG,
        ("content/catalogo/_index.md", ""),
        ("content/catalogo/orti.md", "\n"),
    ]);
    let run = site.run(&["check", "--message-format", "short"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    assert!(
        run.said.contains("content/catalogo/orti.md:1:1: avviso[pagina-vuota]"),
        "{}",
        run.said
    );
    assert_eq!(run.said.matches("pagina-vuota").count(), 1, "{}", run.said);
}

#[test]
fn nothing_is_gone_where_an_error_leaves_the_site_as_it_was() {
    let site = Site::of(&[CONFIG, ("content/vecchia.md", "---\ntitle: Guida\n---\nTesto.\n")]);
    site.run(&["build"]);
    site.remove("content/vecchia.md");
    site.write("content/nuova.md", "---\ntitle: Guida\ndate: domani\n---\nTesto.\n");
    let failed = site.run(&["build"]);
    assert_eq!(failed.exit, 1, "{}", failed.said);
    assert!(!failed.said.contains("indirizzo-sparito"), "{}", failed.said);
}

#[test]
fn a_section_that_data_make_leads_to_its_feed_too() {
    let site = news();
    site.write(
        "content/piani/peg/_index.md",
        "---\ntype: piano\ntitle: PEG\ntipo: peg\nanno: 2025\nfeed: true\n---\n",
    );
    site.write("content/piani/_index.md", "---\ntitle: Piani\nfeed: true\n---\n");
    site.run(&["build"]);
    let public = site.public();
    for url in ["/piani/peg/", "/piani/"] {
        let feed = format!("{url}novita.xml");
        assert!(public.contains_key(feed.trim_start_matches('/')), "{feed}");
        let page = &public[&format!("{}index.html", url.trim_start_matches('/'))];
        assert_eq!(page.matches(&format!("href=\"{feed}\"")).count(), 2, "{page}");
    }
}
