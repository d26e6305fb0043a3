//! One file for each kind of block. A new case is a new file; its snapshot stands beside it.

use super::describe::describe;
use super::read;

fn snapshot(path: &std::path::Path) {
    let text = std::fs::read_to_string(path).unwrap();
    let read = read(&text);
    insta::assert_snapshot!(describe(&text, &read));
}

#[test]
fn what_is_well_printed_is_read_without_a_finding() {
    insta::glob!("ok/*.txt", |path| {
        let text = std::fs::read_to_string(path).unwrap();
        let findings: Vec<&str> = read(&text).problems.iter().map(|problem| problem.code.id).collect();
        assert_eq!(findings, Vec::<&str>::new(), "{path:?}");
        snapshot(path);
    });
}

#[test]
fn what_cannot_be_read_is_reported_with_its_lines() {
    insta::glob!("errors/*.txt", |path| {
        let text = std::fs::read_to_string(path).unwrap();
        assert!(!read(&text).problems.is_empty(), "{path:?}");
        snapshot(path);
    });
}
