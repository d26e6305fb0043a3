use std::sync::Arc;

use super::{Format, Printer};
use crate::diag::register::lettura::RIGHE_NON_LETTE;
use crate::diag::{Code, Diagnostic, Language, Severity, Wording, in_reading_order};
use crate::source::{FileId, SourceFile, SourceMap, Span};

const WORDING: Wording = Wording {
    message: "la linea strategica «{codice}» non esiste nel piano",
    label: "forse {vicino}",
    related: "qui l'elenco",
    help: "correggi il codice con `corrections`",
    explain: "",
};

/// Stands for a code of the register.
const RIFERIMENTO: Code = Code {
    id: "linea-ignota",
    severity: Severity::Error,
    it: WORDING,
    en: WORDING,
};

fn sources() -> SourceMap {
    let mut sources = SourceMap::default();
    sources.add(Arc::new(SourceFile::new(
        "seeds/peg.txt",
        "## SETTORE\nObiettivo operativo DUP\t5.3.07 - Valorizzazione\n",
    )));
    let long = format!(
        "{}\tqui è l'errore\t{}\n",
        "parole e parole ".repeat(120),
        "e poi ancora ".repeat(120)
    );
    sources.add(Arc::new(SourceFile::new("seeds/lungo.txt", long)));
    sources
}

/// The place of `words` in a file.
fn place(sources: &SourceMap, file: u32, words: &str) -> Span {
    let start = sources
        .file(FileId::new(file))
        .text()
        .find(words)
        .expect("words stand in the text");
    Span::new(FileId::new(file), start, start + words.len())
}

fn text(format: Format, language: Language, finding: &Diagnostic, sources: &SourceMap) -> String {
    let printer = Printer {
        sources,
        language,
        format,
        color: false,
    };
    printer.text(finding)
}

fn unknown_line(sources: &SourceMap) -> Diagnostic {
    Diagnostic::new(&RIFERIMENTO)
        .at(place(sources, 0, "5.3.07"))
        .and(place(sources, 0, "SETTORE"))
        .with("codice", "5.3.07")
        .with("vicino", "5.3.01")
        .about("peg-1-2", "Approvazione Piano Triennale")
}

#[test]
fn a_person_sees_line_caret_subject_and_remedy() {
    let sources = sources();
    insta::assert_snapshot!(text(Format::Human, Language::It, &unknown_line(&sources), &sources));
}

#[test]
fn a_long_line_is_cut_around_the_caret() {
    let sources = sources();
    let finding = Diagnostic::new(&RIFERIMENTO).at(place(&sources, 1, "qui è l'errore"));
    let text = text(Format::Human, Language::It, &finding, &sources);
    assert!(text.lines().all(|line| line.chars().count() <= 140), "{text}");
    insta::assert_snapshot!(text);
}

#[test]
fn a_place_of_many_lines_shows_the_first() {
    let sources = sources();
    let whole = Span::new(FileId::new(1), 0, sources.file(FileId::new(1)).text().len());
    let finding = Diagnostic::new(&RIGHE_NON_LETTE)
        .at(whole)
        .with("righe", 3)
        .with("lettore", "peg_obiettivi");
    insta::assert_snapshot!(text(Format::Human, Language::En, &finding, &sources));
}

#[test]
fn one_line_for_editors() {
    let sources = sources();
    insta::assert_snapshot!(text(Format::Short, Language::En, &unknown_line(&sources), &sources));
}

#[test]
fn one_object_for_programs() {
    let sources = sources();
    insta::assert_snapshot!(text(Format::Json, Language::It, &unknown_line(&sources), &sources));
}

#[test]
fn one_workflow_command_for_github() {
    let sources = sources();
    insta::assert_snapshot!(text(Format::Github, Language::It, &unknown_line(&sources), &sources));
}

#[test]
fn findings_come_by_path_and_place_and_each_once() {
    let sources = sources();
    let at = |file, words| Diagnostic::new(&RIFERIMENTO).at(place(&sources, file, words));
    let whole_run = Diagnostic::new(&RIFERIMENTO);
    let found = vec![
        at(0, "5.3.07"),
        at(1, "qui è"),
        at(0, "SETTORE"),
        whole_run,
        at(0, "5.3.07"),
    ];
    let places: Vec<_> = in_reading_order(found, &sources)
        .iter()
        .map(|finding| finding.place.map(|place| sources.slice(place)))
        .collect();
    assert_eq!(places, [None, Some("qui è"), Some("SETTORE"), Some("5.3.07")]);
}

#[test]
fn one_cause_is_told_once_with_all_its_places() {
    use crate::diag::register::grafo::RIFERIMENTO_IGNOTO;
    let sources = sources();
    let unknown = |file, words: &str, what: &str| {
        let finding = Diagnostic::new(&RIFERIMENTO_IGNOTO).at(place(&sources, file, words));
        finding.with("cosa", "l'ente").with("scritto", what)
    };
    let told = in_reading_order(
        vec![
            unknown(0, "DUP", "Comune"),
            unknown(0, "SETTORE", "Comune"),
            unknown(0, "5.3", "Unione"),
            unknown(1, "qui", "Comune"),
        ],
        &sources,
    );
    let places: Vec<_> = told.iter().map(|finding| finding.related.len()).collect();
    assert_eq!(places, [0, 1, 0]);
}
