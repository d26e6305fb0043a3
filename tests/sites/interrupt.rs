//! A build that is stopped leaves the site that was written as it was.

use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use super::site::Site;

#[cfg(unix)]
#[test]
fn a_build_that_is_stopped_writes_nothing() {
    let site = Site::of(&[]);
    site.run(&["new", "site", "."]);
    for seed in ["peg-capannori-2023", "peg-reggio-emilia-2024", "scambio-comune-2024"] {
        let path = format!("{}/seeds/{seed}.txt", env!("CARGO_MANIFEST_DIR"));
        assert_eq!(site.run(&["import", &path]).exit, 0);
    }
    site.write("public/index.html", "il sito di ieri");
    let mut build = Command::new(env!("CARGO_BIN_EXE_vetrina"));
    build.arg("build").current_dir(site.path()).stderr(Stdio::null());
    let mut running = build.spawn().unwrap();
    sleep(Duration::from_millis(300));
    let told = Command::new("kill").args(["-INT", &running.id().to_string()]).status();
    assert!(told.unwrap().success(), "the build was over before it could be stopped");
    assert_eq!(running.wait().unwrap().code(), Some(130));
    let public: Vec<_> = site.public().into_iter().collect();
    assert_eq!(public, [("index.html".to_owned(), "il sito di ieri".to_owned())]);
}
