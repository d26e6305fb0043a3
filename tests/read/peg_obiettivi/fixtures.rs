use std::fs;

use vetrina::read::Hints;

use super::outline::outline;
use super::read_print;

/// Every fixture is a small print; its outline is the snapshot beside it.
fn snapshot(folder: &str, may_report: bool) {
    insta::glob!(&format!("{folder}/*.txt"), |path| {
        let text = fs::read_to_string(path).unwrap();
        let hints = Hints {
            anno: Some(2025),
            ..Hints::default()
        };
        let reported = read_print(&text, &hints);
        assert_eq!(
            !reported.problems.is_empty(),
            may_report,
            "{}: {:?}",
            path.display(),
            reported.problems
        );
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => folder }, {
            insta::assert_snapshot!("outline", outline(&text, &reported));
        });
    });
}

#[test]
fn difficult_prints_are_read_without_a_report() {
    snapshot("ok", false);
}

#[test]
fn what_is_not_understood_is_reported_with_its_lines() {
    snapshot("errors", true);
}
