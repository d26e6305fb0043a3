use std::fs;

use proptest::prelude::*;

use super::outline::outline;
use super::read;

/// Every fixture is a small document; its outline is the snapshot beside it.
fn snapshot(folder: &str, may_report: bool) {
    insta::glob!(&format!("{folder}/*.txt"), |path| {
        let text = fs::read_to_string(path).unwrap();
        let reported = read(&text);
        assert_eq!(
            !reported.problems.is_empty(),
            may_report,
            "{}: {:?}",
            path.display(),
            reported.problems
        );
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(outline(&text, &reported));
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Cut anywhere, with lines anywhere else, a document is still read to its end.
    #[test]
    fn no_order_of_lines_makes_it_panic(picks in prop::collection::vec(0_usize..2_500, 0..60)) {
        let lines: Vec<&str> = super::whole::SEED.lines().collect();
        let text: Vec<&str> = picks.iter().filter_map(|pick| lines.get(*pick).copied()).collect();
        let _ = read(&text.join("\n"));
    }
}
