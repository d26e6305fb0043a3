use super::*;
use crate::diag::{Language, Severity};
use crate::graph::link::tests::Sito;
use crate::read::Hints;

/// The findings about a printed plan: code, lines of the places, message.
fn findings(text: &str) -> Vec<String> {
    let (graph, _) = Sito::default()
        .printed("piano", "peg_prodotti", &Hints::default(), text)
        .link();
    let mut found = Vec::new();
    check(&graph, &mut found);
    found.extend(codes::check(&graph));
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
