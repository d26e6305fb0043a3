use std::borrow::Cow;
use std::sync::Arc;

use super::theme::Form;
use super::*;
use crate::config::Config;
use crate::diag::{Diagnostic, Language, in_reading_order};
use crate::graph::privacy::Withheld;
use crate::graph::{Albero, Graph};
use crate::model::{Comuni, Detto, Giorno, Pagina};
use crate::source::{FileId, SourceFile, SourceMap, Span};

fn theme_file<'s>(path: &'s str, text: &'s str) -> ThemeFile<'s> {
    ThemeFile {
        path: Cow::Borrowed(path),
        bytes: Cow::Borrowed(text.as_bytes()),
        file: Some(FileId::new(0)),
    }
}

/// A graph with one Markdown page, `note-legali.md`.
fn graph(body: &str) -> Graph {
    let mut sources = SourceMap::default();
    let file = sources.add(Arc::new(SourceFile::new("content/note-legali.md", body)));
    let whole = Span::new(file, 0, body.len());
    let mut graph = Graph::default();
    graph.sources = Arc::new(sources);
    graph.pagine = vec![Pagina {
        file,
        percorso: "note-legali.md".into(),
        sezione: false,
        lingua: None,
        comuni: Comuni {
            titolo: Some(Detto::new("Note <legali>".into(), whole)),
            ..Comuni::default()
        },
        sorgente: None,
        allegato: None,
        correzioni: Vec::new(),
        monitoraggio: Vec::new(),
        etichette: Vec::new(),
        recapiti: Vec::new(),
        illustrata: false,
        corpo: whole,
    }]
    .into();
    graph.albero = Arc::new(Albero::of(&graph, |_| None));
    graph
}

fn render(files: &[ThemeFile<'_>], config: &Config, body: &str) -> Result<Vec<Output>, Vec<Diagnostic>> {
    let theme = Theme::load(config.theme.as_ref(), files, Language::It, Form::AsWritten)?;
    let (graph, nothing) = (graph(body), Withheld::default());
    let downloads = Files::new();
    let today = Giorno::from_ymd_opt(2024, 6, 1).unwrap();
    let site = Site::new(&graph, &nothing, config, theme.strings(), today, &downloads);
    let jobs = plan::plan(&site);
    let press = Press::new(&theme, site, &jobs, &[])?;
    let (mut made, mut problems) = (Vec::new(), Vec::new());
    for job in &jobs {
        match press.sheet(job).render() {
            Ok(output) => made.push(output),
            Err(found) => problems.extend(found),
        }
    }
    match problems.is_empty() {
        true => Ok(made),
        false => Err(in_reading_order(problems, &graph.sources)),
    }
}

fn page(outputs: &[Output], path: &str) -> String {
    let found = outputs.iter().find(|output| output.path == path).expect(path);
    String::from_utf8(found.bytes.clone()).unwrap()
}

fn themed() -> Config {
    Config {
        theme: Some(Detto::new("comune".to_owned(), Span::new(FileId::new(0), 0, 0))),
        ..Config::default()
    }
}

#[test]
fn a_markdown_page_stands_at_its_own_address() {
    let made = render(&[], &Config::default(), "## Licenza\n\nTesto.").unwrap();
    let html = page(&made, "note-legali/index.html");
    assert!(html.contains("<h1>Note &lt;legali&gt;</h1>"), "{html}");
    assert!(html.contains("<h2 id=\"licenza\">Licenza</h2>"), "{html}");
    assert!(
        html.contains("<a href=\"/note-legali/\">"),
        "the footer links the page: {html}"
    );
}

#[test]
fn relative_links_work_from_a_disk() {
    let config = Config {
        relative_urls: true,
        ..Config::default()
    };
    let made = render(&[], &config, "[Home](/)").unwrap();
    let html = page(&made, "note-legali/index.html");
    assert!(html.contains("<a href=\"../index.html\">Home</a>"), "{html}");
    assert!(!html.contains("href=\"/"), "{html}");
    assert!(
        page(&made, "404.html").contains("href=\"/assets/"),
        "the page not found is shown at any address"
    );
}

#[test]
fn a_site_overrides_one_block_of_one_template() {
    let child = "{% extends \"vetrina/pagina.html\" %}\n{% block heading %}<h1>Mio</h1>{% endblock %}";
    let made = render(
        &[theme_file("comune/templates/pagina.html", child)],
        &themed(),
        "Testo.",
    )
    .unwrap();
    let html = page(&made, "note-legali/index.html");
    assert!(
        html.contains("<h1>Mio</h1>") && html.contains("<p>Testo.</p>"),
        "{html}"
    );
}

#[test]
fn words_of_a_site_go_over_those_of_the_theme() {
    let words = "pagina: {salta: \"Salta\"}\n";
    let made = render(&[theme_file("comune/i18n/it.yaml", words)], &themed(), "Testo.").unwrap();
    let html = page(&made, "note-legali/index.html");
    assert!(html.contains(">Salta</a>") && html.contains("In questa pagina") == html.contains("class=\"index\""));
}

#[test]
fn an_unknown_variable_is_reported_once_with_its_place() {
    let bad = "<p>\n  {{ page.titolone }}\n</p>";
    let files = [theme_file("comune/templates/pagina.html", bad)];
    let problems = render(&files, &themed(), "Testo.").unwrap_err();
    let [problem] = problems.as_slice() else {
        panic!("{problems:?}")
    };
    assert_eq!(problem.code.id, "nome-ignoto-nel-modello");
    let place = problem.place.unwrap();
    assert_eq!(&bad[place.start as usize..place.end as usize], "titolone");
}

#[test]
fn a_broken_template_and_an_unknown_theme_are_reported() {
    let broken = [theme_file("comune/templates/pagina.html", "{% if %}")];
    assert_eq!(
        render(&broken, &themed(), "").unwrap_err()[0].code.id,
        "modello-non-valido"
    );
    assert_eq!(render(&[], &themed(), "").unwrap_err()[0].code.id, "tema-ignoto");
    let yaml = [theme_file("comune/theme.yaml", "menù: []\n")];
    assert_eq!(render(&yaml, &themed(), "").unwrap_err()[0].code.id, "chiave-ignota");
}

#[test]
fn a_digest_follows_the_text_and_the_template() {
    let digest = |files: &[ThemeFile<'_>], body: &str| {
        let config = themed();
        let theme = Theme::load(config.theme.as_ref(), files, Language::It, Form::AsWritten).unwrap();
        let (graph, nothing) = (graph(body), Withheld::default());
        let downloads = Files::new();
        let today = Giorno::from_ymd_opt(2024, 6, 1).unwrap();
        let site = Site::new(&graph, &nothing, &config, theme.strings(), today, &downloads);
        let jobs = plan::plan(&site);
        let job = jobs.iter().find(|job| job.address == "/note-legali/").unwrap();
        Press::new(&theme, site, &jobs, &[]).unwrap().sheet(job).digest()
    };
    let yaml = || theme_file("comune/theme.yaml", "parent: vetrina\n");
    let plain = [yaml()];
    let changed = [
        yaml(),
        theme_file(
            "comune/templates/base.html",
            "{% block head %}{% endblock %}{% block heading %}{% endblock %}{% block content %}{% endblock %}",
        ),
    ];
    let other = [yaml(), theme_file("comune/templates/mappa.html", "{{ page.title }}")];
    assert_eq!(digest(&plain, "a"), digest(&plain, "a"));
    assert_ne!(digest(&plain, "a"), digest(&plain, "b"));
    assert_ne!(
        digest(&plain, "a"),
        digest(&changed, "a"),
        "the base is part of the page's closure"
    );
    assert_eq!(digest(&plain, "a"), digest(&other, "a"), "another template is not");
}
