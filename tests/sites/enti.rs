//! A body is one page with all that any document says of it.

use super::site::Site;

/// Two projects: one has the body among its partners, the other names it in its agenda and in a list.
fn site() -> Site {
    let site = Site::of(&[
        ("vetrina.yaml", "title: Prova\nbase_url: https://esempio.it\n"),
        (
            "content/progetti/cit/_index.md",
            "---\ntitle: Riuso\nsource: seeds/cit.txt\nreader: progetto\nente: Comune di Lecce\n---\n",
        ),
        (
            "content/progetti/reti/_index.md",
            "---\ntitle: Reti\nsource: seeds/reti.txt\nreader: progetto\nente: Unione Province d'Italia\n---\n",
        ),
        ("seeds/cit.txt", include_str!("../../seeds/cit-lecce-2018.txt")),
        ("seeds/reti.txt", include_str!("../../seeds/province-comuni-2022.txt")),
    ]);
    let build = site.run(&["build"]);
    assert_eq!(build.exit, 0, "{}", build.said);
    site
}

#[test]
fn a_body_that_stands_in_several_documents_is_one_page_with_all_of_it() {
    let public = site().public();
    let page = &public["enti/provincia-di-brescia/index.html"];
    for told in [
        "Ente cedente · 198.375,00\u{a0}€",
        "<a href=\"/documenti/cit/#r199\">",
        "Terza convenzione: 2015-2020",
        "<a href=\"/documenti/cit/?fino=72#r60\">",
        "<a href=\"/documenti/reti/#r55\">riga 55</a>: Provincia di Brescia",
        "capofila nei 3 settori: Treviso, Pesaro e Urbino, Brescia",
    ] {
        assert!(page.contains(told), "{told}\n{page}");
    }
}

#[test]
fn a_body_that_editors_describe_is_said_in_their_file() {
    let site = Site::of(&[
        (
            "vetrina.yaml",
            "title: Prova\nbase_url: https://esempio.it\nsearch: false\n",
        ),
        (
            "content/catalogo/orti.md",
            "---\ntype: scheda\ntitle: Orti\nente: Comune di Prova\n---\n",
        ),
        (
            "content/enti/prova.md",
            "---\ntype: ente\nnome: Comune di Prova\nsito: https://prova.it\n---\n",
        ),
    ]);
    assert_eq!(site.run(&["build"]).exit, 0);
    let rows = &site.public()["dati/enti.csv"];
    assert!(rows.contains(",content-enti-prova,"), "{rows}");
}
