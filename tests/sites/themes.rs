//! Sites with a theme of their own: what it overrides shows, what it leaves alone comes from its parents, and what is
//! wrong with it is told.

use std::collections::BTreeMap;
use std::path::Path;

use super::site::Site;

/// A site of one card, its host, a page with a template of the theme's own; the themes are those of `tests/themes`.
fn site(theme: &str) -> Site {
    let themes = Site::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/themes"));
    let site = Site::of(&[
        (
            "content/catalogo/orti.md",
            "---\ntype: scheda\ntitle: Orti di quartiere\nente: Comune di Prova\ndurata: 2 giornate\ncontatti:\n  - {ruolo: \
             segreteria, email: orti@comune.prova.it}\n---\nTesto.\n",
        ),
        ("content/catalogo/_index.md", "---\ntitle: Scambi\nanno: 2024\n---\n"),
        (
            "content/enti/comune.md",
            "---\ntype: ente\ntitle: Comune di Prova\n---\n",
        ),
        (
            "content/primo-piano.md",
            "---\ntitle: Primo piano\ntemplate: primo-piano.html\n---\nUna notizia.\n",
        ),
        ("content/nota.md", "---\ntitle: Nota\n---\nUna nota.\n"),
    ]);
    for path in themes.files() {
        let bytes = std::fs::read(themes.path().join(&path)).unwrap();
        site.write(&format!("themes/{path}"), bytes);
    }
    let settings = "title: Prova\nbase_url: https://esempio.it\npublisher: {name: Comune di Prova}\n";
    site.write("vetrina.yaml", format!("{settings}theme: {theme}\n"));
    site
}

/// The files of a site that builds without a word.
fn built(theme: &str) -> BTreeMap<String, String> {
    let site = site(theme);
    let run = site.run(&["build", "--quiet", "--fail-on", "warning"]);
    assert_eq!((run.exit, run.said.as_str()), (0, ""));
    site.public()
}

/// The file whose name begins and ends so: between them is its digest.
fn asset<'p>(public: &'p BTreeMap<String, String>, begin: &str, end: &str) -> (&'p str, &'p str) {
    let found = public
        .iter()
        .find(|(path, _)| path.starts_with(begin) && path.ends_with(end) && path.len() > begin.len() + end.len());
    let (path, text) = found.unwrap_or_else(|| panic!("no {begin}…{end}"));
    (path, text)
}

#[test]
fn a_theme_changes_what_it_names_and_nothing_else() {
    let public = built("gazzetta");
    let card = &public["catalogo/orti/index.html"];
    assert!(card.contains("<p class=\"fatti\">In breve:"), "the block: {card}");
    assert!(!card.contains("<dl class=\"facts\">"), "the parent's block gives way");
    assert!(card.contains("<p class=\"recapito\">Segreteria"), "the component");
    assert!(card.contains(">Vai al testo</a>"), "the word");
    assert!(card.contains("class=\"breadcrumb wrap\""), "the rest is the parent's");
    assert!(public["404.html"].contains("Torna alla prima pagina"), "the template");
    let page = &public["primo-piano/index.html"];
    assert!(
        page.contains("<div class=\"primo-piano\"><p>Una notizia.</p>"),
        "a template of its own: {page}"
    );
    assert!(page.contains("<p class=\"firma\">Comune di Prova</p>"), "and its part");
    assert!(page.contains(">Primo piano</a>"), "the navigation, with its words");
    let header = page.split("<main").next().unwrap();
    assert!(!header.contains("href=\"/dati/\""), "and no other entries: {header}");
}

#[test]
fn assets_bear_the_digest_of_their_bytes_and_lead_to_each_other() {
    let public = built("gazzetta");
    let (style, text) = asset(&public, "assets/gazzetta.", ".css");
    let (lines, imported) = asset(&public, "assets/caratteri/righe.", ".css");
    let (mark, _) = asset(&public, "assets/filo.", ".svg");
    let below = |path: &str| path.trim_start_matches("assets/").to_owned();
    assert!(text.contains(&format!("@import \"{}\"", below(lines))), "{text}");
    assert!(text.contains(&format!("url(\"{}\")", below(mark))), "{text}");
    assert!(imported.contains(&format!("url(../{})", below(mark))), "{imported}");
    assert!(public["index.html"].contains(&format!("href=\"/{style}\"")));
    assert!(
        public["index.html"].contains("href=\"/assets/vetrina."),
        "the parent's style is there too"
    );
}

#[test]
fn a_theme_on_a_theme_reaches_both_its_parents() {
    let (parent, child) = (built("gazzetta"), built("comune"));
    let page = &child["primo-piano/index.html"];
    assert!(
        page.contains("<meta name=\"author\" content=\"Comune di Prova\">"),
        "its own block"
    );
    assert!(page.contains("/assets/gazzetta."), "with what the parent's block says");
    assert!(
        page.contains(">Vai al testo</a>") && page.contains("primo-piano"),
        "and the parent's words and templates"
    );
    let (old, new) = (
        asset(&parent, "assets/filo.", ".svg"),
        asset(&child, "assets/filo.", ".svg"),
    );
    assert!(
        old.0 != new.0 && new.1.contains("#c84500"),
        "the child's mark under a name of its own"
    );
    let styles = (
        asset(&parent, "assets/gazzetta.", ".css"),
        asset(&child, "assets/gazzetta.", ".css"),
    );
    assert_ne!(
        styles.0.0, styles.1.0,
        "so the parent's style, which names it, has another name too"
    );
}

/// What a build that fails on warnings says of a theme with one more file, or another one.
fn said_with(theme: &str, file: &str, text: &str) -> String {
    let site = site(theme);
    site.write("public/index.html", "il sito di ieri");
    site.write(&format!("themes/{file}"), text);
    let run = site.run(&["build", "--fail-on", "warning"]);
    let (findings, _summary) = run.said.rsplit_once("\n\n").unwrap_or_default();
    let public: Vec<_> = site.public().into_iter().collect();
    let stands = public == [("index.html".to_owned(), "il sito di ieri".to_owned())];
    format!("{findings}\n\nexit code: {}; public as it was: {stands}", run.exit)
}

#[test]
fn what_a_theme_gives_to_no_effect_is_told() {
    let cases = [
        (
            "template",
            "gazzetta/templates/pagine.html",
            "{% extends \"base.html\" %}\n",
        ),
        (
            "component",
            "gazzetta/components/contati.html",
            "{% component contati(t: map) %}x{% endcomponent %}\n",
        ),
        (
            "word",
            "gazzetta/i18n/it.yaml",
            "pagina:\n  slata: Vai al testo\ngazzetta:\n  in_breve: a\n  prima_pagina: b\nmenu:\n  primo-piano: c\n",
        ),
        ("asset", "gazzetta/assets/vetrina.cs", "a{}\n"),
        ("folder", "gazzetta/template/base.html", "x\n"),
        (
            "reference",
            "gazzetta/assets/caratteri/righe.css",
            "i{background:url(filo.svg)}\n",
        ),
    ];
    for (name, file, text) in cases {
        insta::assert_snapshot!(format!("no_effect_{name}"), said_with("gazzetta", file, text));
    }
}

#[test]
fn what_is_wrong_with_a_theme_is_told_at_its_place() {
    let cases = [
        ("parent", "gazzetta/theme.yaml", "parent: vetrna\n"),
        ("circle", "gazzetta/theme.yaml", "menu: []\nparent: comune\n"),
        (
            "own_name",
            "comune/templates/pagina.html",
            "{% extends \"pagina.html\" %}\n",
        ),
        (
            "extends",
            "comune/templates/base.html",
            "{% extends \"gazzetta/bases.html\" %}\n",
        ),
        (
            "block",
            "comune/templates/base.html",
            "{% extends \"gazzetta/base.html\" %}\n\n  {% block fact %}x{% endblock %}\n",
        ),
        (
            "filter",
            "comune/templates/nota.html",
            "{{ site.title | maiuscole }} {{ <contati t={t} /> }}\n{% include \"parti/frma.html\" %}\n",
        ),
        ("field", "comune/templates/404.html", "<h1>{{ page.titel }}</h1>\n"),
        (
            "loop",
            "gazzetta/templates/base.html",
            "{% for voce in site.nav %}\n  {{ voce.titolo }}\n{% endfor %}\n{{ t.gazzetta.in_breve }}{{ site.assets[\"gazzetta.css\"] }}{% block head %}{% endblock %}{% block content %}{% endblock %}{% block heading %}{% endblock %}{% block facts %}{% endblock %}",
        ),
        ("value", "comune/templates/404.html", "{{ page.title | data }}\n"),
        ("syntax", "comune/templates/404.html", "<p>\n  {% if page.title %}\n"),
    ];
    for (name, file, text) in cases {
        insta::assert_snapshot!(format!("wrong_{name}"), said_with("comune", file, text));
    }
}

#[test]
fn a_page_that_asks_for_a_template_that_is_not_there() {
    let site = site("gazzetta");
    site.write("content/nota.md", "---\ntitle: Nota\ntemplate: primo_piano.html\n---\n");
    let run = site.run(&["build", "--quiet"]);
    insta::assert_snapshot!(format!("{}exit code: {}", run.said, run.exit));
}

/// This repository's site, without search, with the default theme or one of its own.
fn whole_site(theme: &[(&str, &str)]) -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let site = Site::of(theme);
    for folder in ["content", "seeds"] {
        let files = Site::copy(&root.join(folder));
        for path in files.files() {
            site.write(
                &format!("{folder}/{path}"),
                std::fs::read(files.path().join(&path)).unwrap(),
            );
        }
    }
    let settings = std::fs::read_to_string(root.join("vetrina.yaml")).unwrap();
    let settings = settings.replace("search: true", "search: false");
    let theme = if theme.is_empty() { "" } else { "theme: mio\n" };
    site.write("vetrina.yaml", settings + theme);
    let run = site.run(&["build", "--quiet"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    site.public()
}

#[test]
fn pages_are_the_same_whichever_way_they_are_made() {
    // A list in a template is more than plates print: every page below it is made by Tera.
    let base = include_str!("../../themes/vetrina/templates/base.html").trim_end();
    let base = format!("{base}{{% if [] %}}{{% endif %}}\n");
    let by_tera = whole_site(&[("themes/mio/templates/base.html", &base)]);
    let by_plates = whole_site(&[]);
    let pages = by_plates.keys().filter(|path| path.ends_with(".html"));
    assert!(pages.clone().count() > 300, "{}", pages.count());
    for path in pages {
        assert_eq!(by_plates.get(path), by_tera.get(path), "{path}");
    }
}
