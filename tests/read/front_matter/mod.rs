//! Broken front matter: every mistake has words of its own and its place.

use std::collections::BTreeSet;
use std::sync::Arc;

use vetrina::diag::Language;
use vetrina::diag::render::{Format, Printer};
use vetrina::read::front_matter;
use vetrina::source::{SourceFile, SourceMap};

/// What an editor is told about a file.
fn told(name: &str, text: &str) -> (String, BTreeSet<&'static str>) {
    let mut sources = SourceMap::default();
    let file = sources.add(Arc::new(SourceFile::new(name, text)));
    let problems = front_matter::read(file, name, text).problems;
    let printer = Printer {
        sources: &sources,
        language: Language::It,
        format: Format::Human,
        color: false,
    };
    let texts: Vec<String> = problems.iter().map(|problem| printer.text(problem)).collect();
    assert!(problems.iter().all(|problem| problem.place.is_some()), "{name}");
    (
        texts.join("\n\n"),
        problems.iter().map(|problem| problem.code.id).collect(),
    )
}

#[test]
fn every_mistake_has_its_words() {
    insta::glob!("errors/*.md", |path| {
        let text = std::fs::read_to_string(path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy();
        let (told, codes) = told(&name, &text);
        assert!(!codes.is_empty(), "{name} has nothing to report");
        insta::assert_snapshot!(told);
    });
}
