//! The manual is a site of vetrina's own, and what its pages tell is tried here: every file that a page gives is written,
//! every command is run in an empty folder, and says what the page says that it says.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::site::Site;

fn manual() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/manuale")
}

#[test]
fn the_manual_builds_with_nothing_to_report() {
    let site = Site::copy(&manual());
    let built = site.run(&["build", "--message-format", "short"]);
    assert_eq!(built.exit, 0, "{}", built.said);
    assert!(!built.said.contains('['), "{}", built.said);
    let public = site.public();
    let home = &public["index.html"];
    for path in pages() {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let linked = name == "_index" || home.contains(&format!("href=\"./{name}/index.html\""));
        assert!(linked, "the manual's home page does not lead to {name}");
    }
}

#[test]
fn what_the_manual_says_is_so() {
    for page in pages() {
        let text = fs::read_to_string(&page).unwrap();
        Reader::of(&page).follow(&text);
    }
}

fn pages() -> Vec<PathBuf> {
    let entries = fs::read_dir(manual().join("content")).unwrap();
    let mut pages: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    pages.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    pages.sort();
    pages
}

/// Somebody who does what a page says, in an empty folder.
struct Reader<'p> {
    page: &'p Path,
    site: Site,
    /// Where they stand, below the empty folder.
    folder: PathBuf,
}

impl<'p> Reader<'p> {
    fn of(page: &'p Path) -> Self {
        let (site, folder) = (Site::of(&[]), PathBuf::new());
        Self { page, site, folder }
    }

    fn here(&self) -> PathBuf {
        self.site.path().join(&self.folder)
    }

    fn follow(mut self, text: &str) {
        let (mut before, mut block): (String, Option<(String, String)>) = (String::new(), None);
        for line in text.lines() {
            match (&mut block, line.strip_prefix("```")) {
                (None, Some(info)) => block = Some((info.to_owned(), String::new())),
                (Some((info, code)), Some(_)) => {
                    self.block(&info.clone(), &code.clone(), &before);
                    (before, block) = (String::new(), None);
                }
                (Some((_, code)), None) => code.push_str(&format!("{line}\n")),
                (None, None) if line.is_empty() && before.ends_with(':') => {}
                (None, None) if line.is_empty() => before.clear(),
                (None, None) => before.push_str(line),
            }
        }
    }

    fn block(&mut self, info: &str, code: &str, before: &str) {
        match info {
            "console" => self.commands(code),
            "yaml" | "markdown" | "csv" | "txt" => {
                let path = before.trim_end_matches("`:").rsplit('`').next().unwrap();
                assert!(
                    before.ends_with("`:"),
                    "{}: whose text is this?\n{code}",
                    self.page.display()
                );
                let file = self.here().join(path);
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(file, code).unwrap();
            }
            "text" => {}
            other => panic!("{}: a block of {other:?}", self.page.display()),
        }
    }

    fn commands(&mut self, code: &str) {
        for command in code.split("$ ").skip(1) {
            let (line, told) = command.split_once('\n').unwrap();
            let (exit, told) = match told.strip_prefix("? ") {
                Some(rest) => rest.split_once('\n').unwrap(),
                None => ("0", told),
            };
            match words(line).as_slice() {
                [cd, folder] if cd == "cd" => self.folder.push(folder),
                [vetrina, args @ ..] if vetrina == "vetrina" => {
                    let (code, said) = self.run(args);
                    assert_eq!(code.to_string(), exit, "{}: {line}\n{said}", self.page.display());
                    for told in told.lines() {
                        let there = said.lines().any(|said| matches(told, said));
                        assert!(there, "{}: {line}: no {told:?} in\n{said}", self.page.display());
                    }
                }
                _ => panic!("{}: {line}", self.page.display()),
            }
        }
    }

    /// Exit code and everything said. A preview runs until it says where it is.
    fn run(&self, args: &[String]) -> (i32, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vetrina"));
        command.args(args).current_dir(self.here());
        command
            .env("SOURCE_DATE_EPOCH", "1717200000")
            .env("LC_ALL", "it_IT.UTF-8");
        if args.first().is_some_and(|first| first == "serve") {
            let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
            let first = BufReader::new(child.stderr.take().unwrap()).lines().next();
            child.kill().unwrap();
            child.wait().unwrap();
            return (0, first.unwrap().unwrap());
        }
        let output = command.output().unwrap();
        let texts = [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap());
        (output.status.code().unwrap(), texts.concat())
    }
}

/// A command's words; quotes keep several together.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, part) in line.split('"').enumerate() {
        if at % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// Whether a line is as told; `…` stands for anything.
fn matches(told: &str, said: &str) -> bool {
    let parts: Vec<&str> = told.split('…').collect();
    let (first, last) = (parts[0], parts[parts.len() - 1]);
    let mut rest = said;
    let inner = parts.iter().all(|part| match rest.find(part) {
        Some(at) => {
            rest = &rest[at + part.len()..];
            true
        }
        None => false,
    });
    if parts.len() == 1 {
        return told == said;
    }
    inner && said.starts_with(first) && said.ends_with(last)
}

#[test]
fn a_page_that_lies_is_found_out() {
    assert!(matches("errori: …", "errori: 3; avvisi: 0"));
    assert!(matches("…b…", "abc"));
    assert!(!matches("errori: 0", "errori: 0; avvisi: 0"));
    let lie = std::panic::catch_unwind(|| {
        Reader::of(Path::new("prova.md")).follow("```console\n$ vetrina --version\naltro\n```\n");
    });
    assert!(lie.is_err());
}
