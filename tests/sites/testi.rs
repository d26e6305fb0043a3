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
