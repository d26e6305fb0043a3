//! Every text of an editor goes the same way: pictures, components, links in descriptions and below typed front matter
//! as on plain pages.

use super::site::Site;

const SVG: &str = "<svg width='30' height='20'/>";

fn site() -> Site {
    Site::of(&[
        (
            "vetrina.yaml",
            "title: Prova\nbase_url: https://esempio.it\nsearch: false\n",
        ),
        (
            "content/catalogo/orti/index.md",
            "---\ntype: scheda\ntitle: Orti\nente: Comune di Prova\ncomponents: true\n\
             modalita: \"Si veda ![La rete](rete.svg) e [il piano](id:peg).\"\n---\n\
             :::riquadro Come si arriva\nCon l’autobus.\n:::\n\n![Un orto](orto.svg)\n",
        ),
        (
            "content/piani/peg/_index.md",
            "---\ntype: piano\ntitle: PEG\ntipo: peg\ncomponents: [dettagli]\nobiettivi:\n  - titolo: Nidi\n    id: nidi\n    \
             descrizione: |\n      :::dettagli Perché\n      Le famiglie lo chiedono.\n      :::\n---\n\
             Il piano **dell’anno**.\n",
        ),
        (
            "content/piani/peg/unita/scuola.md",
            "---\ntype: unita\ntitle: Scuola\ncodice: A\ntipo: settore\n---\n![La scuola](../foto.svg) di tutti.\n",
        ),
        (
            "content/piani/peg/obiettivi/mense.md",
            "---\ntype: obiettivo\ntitle: Mense\ndescrizione: Mense calde.\n---\nIl testo sotto, con [i nidi](id:nidi).\n",
        ),
        (
            "content/piani/_index.md",
            "---\ntitle: Piani\n---\nI piani di ogni anno.\n",
        ),
    ])
}

fn built() -> Site {
    let site = site();
    for path in ["catalogo/orti/orto.svg", "catalogo/orti/rete.svg", "piani/peg/foto.svg"] {
        site.write(&format!("content/{path}"), SVG);
    }
    let build = site.run(&["build"]);
    assert_eq!(build.exit, 0, "{}", build.said);
    site
}

#[test]
fn descriptions_show_pictures_and_call_components() {
    let public = built().public();
    let card = &public["catalogo/orti/index.html"];
    for said in [
        "src=\"/catalogo/orti/orto.svg\" alt=\"Un orto\" width=\"30\" height=\"20\"",
        "src=\"/catalogo/orti/rete.svg\" alt=\"La rete\" width=\"30\" height=\"20\"",
        "<a href=\"/piani/peg/\">il piano</a>",
        "Come si arriva",
    ] {
        assert!(card.contains(said), "{said}\n{card}");
    }
    assert!(!card.contains(":::"), "{card}");
    let objective = &public["piani/peg/obiettivi/nidi/index.html"];
    assert!(
        objective.contains("<details") && objective.contains("Le famiglie lo chiedono."),
        "{objective}"
    );
}

#[test]
fn what_stands_below_typed_front_matter_is_on_the_page() {
    let public = built().public();
    for (page, said) in [
        ("piani/peg/index.html", "Il piano <strong>dell’anno</strong>."),
        ("piani/index.html", "I piani di ogni anno."),
        (
            "piani/peg/scuola/index.html",
            "alt=\"La scuola\" width=\"30\" height=\"20\"",
        ),
        ("piani/peg/obiettivi/mense/index.html", "Mense calde."),
        (
            "piani/peg/obiettivi/mense/index.html",
            "Il testo sotto, con <a href=\"/piani/peg/obiettivi/nidi/\">i nidi</a>.",
        ),
    ] {
        assert!(public[page].contains(said), "{page}: {said}\n{}", public[page]);
        assert_eq!(public[page].matches(said).count(), 1, "{page}");
    }
}

#[test]
fn what_is_wrong_in_a_description_is_told_at_its_place() {
    let site = site();
    site.write("content/piani/peg/foto.svg", SVG);
    site.write("content/catalogo/orti/rete.svg", SVG);
    site.write(
        "content/piani/peg/obiettivi/mense.md",
        "---\ntype: obiettivo\ntitle: Mense\ncomponents: true\ndescrizione: |\n  Una riga.\n  :::riquadri X\n  :::\n---\n",
    );
    let run = site.run(&["check", "--message-format", "short"]);
    assert_eq!(run.exit, 1);
    for said in [
        "content/catalogo/orti/index.md:12:1: errore[immagine-non-trovata]",
        "content/piani/peg/obiettivi/mense.md:7:6: errore[componente-ignoto]",
    ] {
        assert!(run.said.contains(said), "{said}\n{}", run.said);
    }
}

#[test]
fn a_code_that_two_things_of_a_plan_bear_is_named_at_both() {
    let site = Site::of(&[
        ("vetrina.yaml", "title: Prova\nbase_url: https://esempio.it\n"),
        (
            "content/piani/peg/_index.md",
            "---\ntype: piano\ntitle: PEG\ntipo: peg\nente: Comune di Prova\nanno: 2025\nunita:\n  - {codice: A, nome: Scuola, \
             tipo: settore}\nlinee_strategiche:\n  - {livello: indirizzo, codice: \"1\", titolo: Crescere}\n  \
             - {livello: azione, codice: \"1\", titolo: Nidi}\n---\n",
        ),
        (
            "content/piani/peg/obiettivi/mense.md",
            "---\ntype: obiettivo\ntitle: Mense\ncodice: \"01\"\nunita: A\n---\n",
        ),
        (
            "content/piani/peg/obiettivi/nidi.md",
            "---\ntype: obiettivo\ntitle: Nidi\ncodice: \"01\"\nunita: A\n---\n",
        ),
        (
            "content/piani/altro/_index.md",
            "---\ntype: piano\ntitle: Altro\ntipo: peg\nente: Comune di Prova\nanno: 2026\nobiettivi:\n  - {titolo: Mense, \
             codice: \"01\"}\n---\n",
        ),
    ]);
    let run = site.run(&["check"]);
    let found: Vec<&str> = run
        .said
        .split("\n\n")
        .filter(|said| said.contains("[codice-ripetuto]"))
        .collect();
    insta::assert_snapshot!(found.join("\n\n"));
}

#[test]
fn an_objective_of_another_units_product_is_listed_with_its_own_unit() {
    let site = Site::of(&[
        ("vetrina.yaml", "title: Prova\nbase_url: https://esempio.it\n"),
        (
            "content/piani/peg/_index.md",
            "---\ntype: piano\ntitle: PEG\ntipo: peg\nente: Comune di Prova\nanno: 2025\nunita:\n  - {codice: A, nome: Scuola, \
             tipo: settore}\n  - {codice: B, nome: Ambiente, tipo: settore}\nprogetti:\n  - codice: P1\n    titolo: Mense\n    \
             tipo: progetto\n    unita: A\n    bilancio: [{capitolo: \"2050\", direzione: spesa, importo: \"10,00\"}]\n---\n",
        ),
        (
            "content/piani/peg/obiettivi/cucina.md",
            "---\ntype: obiettivo\ntitle: Cucina\nunita: A\nprogetto: P1\n---\n",
        ),
        (
            "content/piani/peg/obiettivi/avanzi.md",
            "---\ntype: obiettivo\ntitle: Avanzi\nunita: B\nprogetto: P1\n---\n",
        ),
    ]);
    let run = site.run(&["build"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    let public = site.public();
    let listed = |page: &str, title: &str| public[page].contains(&format!("/\">{title}</a><span class=\"nota\">"));
    assert!(listed("piani/peg/a/index.html", "Mense") && !listed("piani/peg/a/index.html", "Cucina"));
    assert!(
        listed("piani/peg/b/index.html", "Avanzi"),
        "{}",
        public["piani/peg/b/index.html"]
    );
    assert!(public["piani/peg/progetti/p1/index.html"].contains("<code>2050</code>"));
}
