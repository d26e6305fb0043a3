use std::fs;
use std::path::Path;

/// Bytes of the default theme's assets of one kind.
fn weight(extension: &str) -> u64 {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/vetrina/assets");
    let files = fs::read_dir(assets).unwrap().map(|entry| entry.unwrap());
    let of_kind = files.filter(|file| file.path().extension().is_some_and(|found| found == extension));
    of_kind.map(|file| file.metadata().unwrap().len()).sum()
}

#[test]
fn the_default_theme_is_light() {
    assert!(weight("css") < 20_000, "stylesheets weigh {} bytes", weight("css"));
    assert!(weight("js") < 10_000, "scripts weigh {} bytes", weight("js"));
    assert!(weight("css") > 0 && weight("js") > 0);
}
