//! One small document for each difficulty of the form: what is read of it stands beside it.

use std::fs;

use super::outline::outline;
use super::read;

#[test]
fn each_fixture_reads_as_its_snapshot_says() {
    insta::glob!("*/*.txt", |path| {
        let text = fs::read_to_string(path).unwrap();
        insta::assert_snapshot!(outline(&read("catalogo.txt", &text)));
    });
}
