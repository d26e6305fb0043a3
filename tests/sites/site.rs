use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;
use walkdir::WalkDir;

/// A site in a folder of its own, gone when dropped.
pub(crate) struct Site {
    dir: TempDir,
}

/// How a run of the program ended, and what it said to people.
pub(crate) struct Run {
    pub(crate) exit: i32,
    pub(crate) said: String,
    /// What it gave to programs.
    pub(crate) gave: String,
}

impl Site {
    /// A site of these files: path and text.
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let site = Self {
            dir: tempfile::tempdir().unwrap(),
        };
        for (path, text) in files {
            site.write(path, text);
        }
        site
    }

    /// A copy of the site in a folder of the tests.
    pub(crate) fn copy(folder: &Path) -> Self {
        let site = Self::of(&[]);
        for path in tree(folder).into_keys() {
            site.write(&path, fs::read(folder.join(&path)).unwrap());
        }
        site
    }

    pub(crate) fn path(&self) -> &Path {
        self.dir.path()
    }

    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let file = self.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path().join(path)).unwrap();
    }

    /// Runs the program on the site, in Italian, on a day of its own.
    pub(crate) fn run(&self, args: &[&str]) -> Run {
        let Output { status, stderr, stdout } = Command::new(env!("CARGO_BIN_EXE_vetrina"))
            .args(args)
            .args(["--lang", "it"])
            .current_dir(self.path())
            .env("SOURCE_DATE_EPOCH", "1717200000")
            .output()
            .unwrap();
        Run {
            exit: status.code().unwrap(),
            said: String::from_utf8(stderr).unwrap(),
            gave: String::from_utf8(stdout).unwrap(),
        }
    }

    /// The paths of all its files.
    pub(crate) fn files(&self) -> Vec<String> {
        tree(self.path()).into_keys().collect()
    }

    /// The bytes of a file of `public/`.
    pub(crate) fn bytes(&self, path: &str) -> Vec<u8> {
        fs::read(self.path().join("public").join(path)).unwrap()
    }

    /// Every file of the site, by path.
    pub(crate) fn tree(&self) -> BTreeMap<String, String> {
        tree(self.path())
    }

    /// Every file of `public/` with its bytes, as text where it is one.
    pub(crate) fn public(&self) -> BTreeMap<String, String> {
        tree(&self.path().join("public"))
    }
}

/// Every file below a folder, by path; none if there is no such folder.
fn tree(dir: &Path) -> BTreeMap<String, String> {
    let files = WalkDir::new(dir).into_iter().filter_map(Result::ok);
    files
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let below = entry.path().strip_prefix(dir).unwrap().to_str().unwrap();
            let bytes = fs::read(entry.path()).unwrap();
            (below.to_owned(), String::from_utf8_lossy(&bytes).into_owned())
        })
        .collect()
}
