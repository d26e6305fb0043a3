use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the street to the cellar; a room may use those of its own floor and those below.
const FLOORS: &[&[&str]] = &[
    &["cli"],
    &["serve"],
    &["pipeline"],
    &["write"],
    &["render", "export"],
    &["graph"],
    &["config", "read"],
    &["model"],
    &["diag"],
    &["source"],
];

/// Rooms and files that may touch the disk or the network.
const OUTDOORS: &[&str] = &["source/walk.rs", "write/", "serve/", "cli/"];

fn sources_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// A file of `src/`: its path below it, and its code without comments.
struct Source {
    path: String,
    code: String,
}

impl Source {
    /// The room that a file belongs to: the first part of its path.
    fn room(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.trim_end_matches(".rs")
    }

    /// The rooms that its code names.
    fn uses(&self) -> impl Iterator<Item = &str> {
        let singles = self.code.split("crate::").skip(1).map(first_word);
        let groups = self.code.split("crate::{").skip(1).flat_map(|rest| {
            let group = rest.split(';').next().unwrap_or_default();
            group.split([',', '{', '}']).map(str::trim).map(first_word)
        });
        singles.chain(groups)
    }
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .next()
        .unwrap_or_default()
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    collect(&sources_dir(), &mut found);
    found
}

fn collect(dir: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let below = path.strip_prefix(sources_dir()).unwrap().to_str().unwrap();
            found.push(Source {
                path: below.replace('\\', "/"),
                code: without_comments(&text),
            });
        }
    }
}

fn without_comments(text: &str) -> String {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect()
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

#[test]
fn imports_point_down() {
    for source in sources() {
        let Some(own) = floor(source.room()) else { continue };
        for used in source.uses() {
            let upward = floor(used).is_some_and(|floor| floor < own);
            assert!(!upward, "src/{} uses the room `{used}` above it", source.path);
        }
    }
}

#[test]
fn every_room_has_its_floor() {
    let front_door = fs::read_to_string(sources_dir().join("lib.rs")).unwrap();
    for line in front_door.lines() {
        let room = line.strip_prefix("pub mod ").and_then(|rest| rest.strip_suffix(';'));
        assert!(room.is_none_or(|room| floor(room).is_some()), "no floor for `{line}`");
    }
}

#[test]
fn every_room_says_what_it_is() {
    for room in FLOORS.iter().copied().flatten() {
        let files = [format!("{room}.rs"), format!("{room}/mod.rs")];
        let door = files
            .iter()
            .find_map(|file| fs::read_to_string(sources_dir().join(file)).ok());
        assert!(
            door.is_none_or(|text| text.starts_with("//! ")),
            "`{room}` has no opening words"
        );
    }
}

/// The search indexer is asynchronous and has to be driven; the runtime made for it has neither disk nor network.
const DRIVEN: (&str, &str) = ("render/search.rs", "tokio::");

#[test]
fn only_the_outer_rooms_touch_disk_and_network() {
    let reaches = [
        "std::fs",
        "std::net",
        "tokio::",
        "walkdir::",
        "tempfile::",
        "notify::",
        "File::open",
        "ureq::",
    ];
    for source in sources() {
        if OUTDOORS.iter().any(|allowed| source.path.starts_with(allowed)) || source.path.ends_with("tests.rs") {
            continue;
        }
        for reach in reaches
            .into_iter()
            .filter(|reach| (source.path.as_str(), *reach) != DRIVEN)
        {
            assert!(!source.code.contains(reach), "src/{} uses {reach}", source.path);
        }
    }
}

#[test]
fn one_file_knows_the_yaml_crate() {
    for source in sources() {
        let knows = source.code.contains("serde_yaml");
        assert!(
            !knows || source.path == "read/yaml.rs",
            "src/{} uses the YAML crate",
            source.path
        );
    }
}

#[test]
fn one_file_asks_other_sites() {
    for source in sources() {
        let asks = source.code.contains("ureq::");
        assert!(
            !asks || source.path == "cli/check/ask.rs",
            "src/{} asks other sites",
            source.path
        );
    }
}
