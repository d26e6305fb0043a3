//! What editors write in Markdown: components where a page opts in.

use super::site::Site;

const TEXT: &str = "Prima[^1].\n\n:::dettagli Come <si> fa\nUn *testo*[^2].\n\n:::riquadro\nDentro.\n:::\n\n## Titolo\n:::\n\n\
                    Dopo.\n\n[^1]: Uno.\n[^2]: Due.\n";

fn site(front_matter: &str) -> Site {
    Site::of(&[
        ("vetrina.yaml", "title: Prova\nbase_url: https://esempio.it\n"),
        (
            "content/guida.md",
            &format!("---\ntitle: Guida\n{front_matter}---\n{TEXT}"),
        ),
    ])
}

fn built(site: &Site) -> String {
    let run = site.run(&["build"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    let page = site.public()["guida/index.html"].clone();
    let start = page.find("<div class=\"text\">").unwrap();
    page[start..page.find("</main>").unwrap()].to_owned()
}

#[test]
fn components_stand_where_a_page_opts_in() {
    insta::assert_snapshot!(built(&site("components: true\n")));
    let some = site("components: [dettagli, riquadro]\n");
    assert_eq!(built(&some), built(&site("components: true\n")));
}

#[test]
fn without_opting_in_the_same_text_stays_text() {
    let html = built(&site(""));
    assert!(html.contains(":::dettagli Come &lt;si&gt; fa"), "{html}");
    assert!(!html.contains("<details"), "{html}");
}

#[test]
fn a_theme_adds_a_component_by_adding_a_file() {
    let site = site("components: true\n");
    site.write(
        "vetrina.yaml",
        "title: Prova\nbase_url: https://esempio.it\ntheme: comune\n",
    );
    let component = "{% component testo.orari(titolo: string, @t) %}<p class=\"orari\" title=\"{{ t.pagina.home }}\">\
                     {{ titolo }}</p>{{ body }}{% endcomponent %}";
    site.write("themes/comune/components/orari.html", component);
    site.write(
        "content/guida.md",
        "---\ntitle: Guida\ncomponents: true\n---\n:::orari titolo=\"Dalle 9 <alle> 12\"\nIl **sabato** no.\n:::\n",
    );
    let html = built(&site);
    assert!(
        html.contains(
            "<p class=\"orari\" title=\"Home\">Dalle 9 &lt;alle&gt; 12</p><p>Il <strong>sabato</strong> no.</p>"
        ),
        "{html}"
    );
}

/// The head of a picture of 320 by 200 pixels.
const GIF: &[u8] = b"GIF89a\x40\x01\xc8\x00\x80\x00\x00";

#[test]
fn a_picture_is_found_from_its_page_and_keeps_room_for_itself() {
    let site = Site::of(&[
        ("vetrina.yaml", "title: Prova\nbase_url: https://esempio.it\n"),
        (
            "content/guide/guida.md",
            "---\ntitle: Guida\n---\n![Piazza](../foto/piazza%201.gif \"La piazza\")\n\n![Logo](/logo.svg)\n",
        ),
        (
            "static/logo.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\"/>",
        ),
    ]);
    site.write("content/foto/piazza 1.gif", GIF);
    let run = site.run(&["build"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    let html = &site.public()["guide/guida/index.html"];
    assert!(
        html.contains(
            "<figure><img src=\"/foto/piazza%201.gif\" alt=\"Piazza\" width=\"320\" height=\"200\" loading=\"lazy\">"
        ),
        "{html}"
    );
    assert!(
        html.contains("<img src=\"/logo.svg\" alt=\"Logo\" width=\"40\" height=\"30\""),
        "{html}"
    );
    assert!(site.public().contains_key("foto/piazza 1.gif"));
}
