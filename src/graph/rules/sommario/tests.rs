use std::sync::Arc;

use super::*;
use crate::config::Config;
use crate::diag::{Language, Severity};
use crate::graph::link::{Draft, Inputs, link};
use crate::read::{Document, Hints, reader};
use crate::source::{SourceFile, SourceMap};

/// The findings about a printed plan: code, lines of the places, message.
fn findings(text: &str) -> Vec<String> {
    let mut sources = SourceMap::default();
    let file = sources.add(Arc::new(SourceFile::new("seeds/piano.txt", text)));
    let document = Document {
        file,
        text,
        hints: &Hints::default(),
    };
    let bozze = reader("peg_prodotti").unwrap().read(document).value;
    let inputs = Inputs {
        sources: Arc::new(sources),
        pagine: Vec::new(),
        drafts: vec![Draft {
            file,
            path: "seeds/piano.txt".into(),
            sha256: Default::default(),
            reader: "peg_prodotti",
            pagina: 0,
            bozze: Arc::new(bozze),
        }],
        ..Inputs::default()
    };
    let graph = link(inputs, &Config::default()).value;
    let mut found = Vec::new();
    check(&graph, &mut found);
    found.iter().map(|finding| line(&graph, finding)).collect()
}

fn line(graph: &Graph, finding: &Diagnostic) -> String {
    let places = finding.place.iter().chain(&finding.related);
    let lines: Vec<String> = places
        .map(|place| graph.sources.lines(*place).start().to_string())
        .collect();
    let weight = if finding.severity == Severity::Note {
        " (nota)"
    } else {
        ""
    };
    let message = finding.message(Language::It);
    format!("{}{weight} {}: {message}", finding.code.id, lines.join(" "))
}

const PLAN: &str = include_str!("contradictions.txt");

#[test]
fn what_a_plan_contradicts_is_found_with_its_places() {
    insta::assert_snapshot!(findings(PLAN).join("\n"));
}

#[test]
fn a_plan_without_contradictions_is_silent() {
    let consistent = include_str!("../../../../tests/read/peg_prodotti/ok/another-town.txt");
    assert_eq!(findings(consistent), Vec::<String>::new());
}

#[test]
fn the_contradictions_of_a_real_plan() {
    insta::assert_snapshot!(findings(include_str!("../../../../seeds/peg-reggio-emilia-2024.txt")).join("\n"));
}

#[test]
fn amounts_are_written_as_offices_do() {
    for (cents, text) in [
        (0, "0,00"),
        (123_456, "1.234,56"),
        (-5, "-0,05"),
        (130_435_386, "1.304.353,86"),
    ] {
        assert_eq!(written(Euro(cents)), text);
    }
}
