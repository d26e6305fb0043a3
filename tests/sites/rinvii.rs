//! Links between pages, checked where they stand; what links to a page; what templates get from `data/`.

use super::site::Site;

const CONFIG: (&str, &str) = (
    "vetrina.yaml",
    "title: Prova\nbase_url: https://esempio.it\ntaxonomies: [{name: temi, title: Temi, feed: true, paginate_by: 2}]\n",
);

const PIANO: (&str, &str) = (
    "content/piani/peg/_index.md",
    "---\ntype: piano\ntitle: PEG\ntipo: peg\nente: Comune di Prova\nanno: 2025\n---\n",
);

#[test]
fn links_lead_to_pages_headings_and_things_by_id() {
    let site = Site::of(&[
        CONFIG,
        PIANO,
        (
            "content/piani/peg/obiettivi/piedibus.md",
            "---\ntype: obiettivo\ntitle: Piedibus\nfasi: [{nome: Avvio}]\n---\nVedi la [guida](@/guida/index.md#costi).\n",
        ),
        (
            "content/piani/peg/obiettivi/mense.md",
            "---\ntype: obiettivo\ntitle: Mense\ndescrizione: \"Come il [piedibus](id:peg-piedibus).\"\n---\n",
        ),
        (
            "content/guida/index.md",
            "---\ntitle: Guida\nslug: la-guida\n---\n## I costi {#costi}\n\nPer il [piano](id:peg), l'[obiettivo][o] e la \
             [nota](@/nota.md).\n\nAncora [il piano](id:peg), `[non questo](@/no.md)`.\n\n[o]: id:peg-piedibus\n",
        ),
        ("content/nota.md", "---\ntitle: Nota\n---\nTesto.\n"),
    ]);
    let run = site.run(&["build"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    let public = site.public();
    let guide = &public["la-guida/index.html"];
    assert!(guide.contains("<a href=\"/piani/peg/\">piano</a>"), "{guide}");
    assert!(
        guide.contains("<a href=\"/piani/peg/obiettivi/piedibus/\">obiettivo</a>"),
        "{guide}"
    );
    assert!(guide.contains("<code>[non questo](@/no.md)</code>"), "{guide}");
    let objective = &public["piani/peg/obiettivi/piedibus/index.html"];
    assert!(
        objective.contains("<a href=\"/la-guida/#costi\">guida</a>"),
        "{objective}"
    );
    let other = &public["piani/peg/obiettivi/mense/index.html"];
    assert!(
        other.contains("<a href=\"/piani/peg/obiettivi/piedibus/\">piedibus</a>"),
        "{other}"
    );
    let table = &public["dati/obiettivi.csv"];
    assert!(table.contains("Vedi la guida.") && !table.contains("@/"), "{table}");
}

#[test]
fn a_page_says_which_pages_lead_to_it_each_once() {
    let site = Site::of(&[
        CONFIG,
        PIANO,
        (
            "content/a.md",
            "---\ntitle: Prima\n---\n[x](@/b.md) [y](@/b.md#uno) [io](@/a.md) [p](id:peg)\n",
        ),
        ("content/b.md", "---\ntitle: Seconda\n---\n## Uno\n\nTesto.\n"),
    ]);
    assert_eq!(site.run(&["build"]).exit, 0);
    let public = site.public();
    let back = |path: &str| {
        let page = &public[path];
        let list = page.split_once("<h2 id=\"rinvii\">").map_or("", |(_, list)| list);
        list.split("</section>")
            .next()
            .unwrap_or_default()
            .matches("<a href=\"/a/\">Prima</a>")
            .count()
    };
    assert_eq!(back("b/index.html"), 1);
    assert_eq!(back("piani/peg/index.html"), 1);
    assert_eq!(back("a/index.html"), 0);
}

#[test]
fn terms_list_their_pages_some_at_a_time() {
    let site = Site::of(&[CONFIG]);
    for number in 1..=3 {
        let text = format!(
            "---\ntitle: Pagina {number}\ndate: 2024-01-0{number}\ntaxonomies: {{temi: [Scuola]}}\n---\nTesto.\n"
        );
        site.write(&format!("content/p{number}.md"), text);
    }
    let run = site.run(&["build"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    let public = site.public();
    let (first, second) = (
        &public["temi/scuola/index.html"],
        &public["temi/scuola/pagina/2/index.html"],
    );
    assert!(
        first.contains("<a href=\"/p2/\">Pagina 2</a>") && !first.contains("/p3/"),
        "{first}"
    );
    assert!(
        second.contains("<a href=\"/p3/\">Pagina 3</a>") && !second.contains("/p2/"),
        "{second}"
    );
    assert!(first.contains("<span class=\"count\">3</span>"), "{first}");
    let feed = &public["temi/scuola/novita.xml"];
    assert!(feed.find("/p3/").unwrap() < feed.find("/p1/").unwrap(), "{feed}");
}

#[test]
fn templates_get_what_stands_in_data_as_it_was_typed() {
    let site = Site::of(&[
        ("vetrina.yaml", "title: Prova\ntheme: nostro\n"),
        ("themes/nostro/theme.yaml", "parent: vetrina\n"),
        (
            "themes/nostro/templates/pagina.html",
            "{% extends \"vetrina/pagina.html\" %}{% block content %}<p>{{ site.data.orari.lunedi }} \
             {{ site.data.sedi.codici[0].codice }} {{ site.data.conti.totale }}|{{ extra.colori.sfondo }}</p>{% endblock %}",
        ),
        ("data/orari.yaml", "lunedi: no\n"),
        ("data/sedi/codici.csv", "codice,nome\n007,Centro\n"),
        ("data/conti.json", "{\"totale\": 12.5}\n"),
        ("data/appunti.docx", "non si legge"),
        (
            "content/a.md",
            "---\ntitle: A\nextra: {colori: {sfondo: chiaro}}\n---\nTesto.\n",
        ),
    ]);
    let run = site.run(&["build"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    assert!(
        run.said.contains("avviso[dati-tipo]: il file data/appunti.docx"),
        "{}",
        run.said
    );
    assert!(
        site.public()["a/index.html"].contains("<p>no 007 12.5|chiaro</p>"),
        "{}",
        site.public()["a/index.html"]
    );
}

#[test]
fn a_path_at_which_nothing_stands_is_said_with_what_was_meant() {
    let site = Site::of(&[
        CONFIG,
        ("static/moduli/domanda.pdf", "%PDF-1.4\n"),
        ("content/orari/_index.md", "---\ntitle: Orari\n---\n"),
        (
            "content/orari/estate.md",
            "---\ntitle: Estate\naliases: [/vecchi-orari/]\n---\n[a](/moduli/domanda.pdf) [b](/orari) [c](../) [d](#su) \
             [e](/vecchi-orari/) [f](/dati/enti.csv?x#y) [g](./) [h](/orari/estate/index.html)\n",
        ),
        (
            "content/avviso.md",
            "---\ntitle: Avviso\n---\nVedi [gli orari](orari/estate.md), [la domanda](/moduli/domande.pdf),\n\
             [il regolamento](/regolamento/) e [fuori](../../fuori/).\n",
        ),
    ]);
    let run = site.run(&["check"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    let findings = run.said.split("documenti letti").next();
    insta::assert_snapshot!(findings.unwrap_or_default());
}
