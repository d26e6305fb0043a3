use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Digest;

/// What a build wrote, by path below the output. The same site gives the same manifest: no dates, no machine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    files: BTreeMap<String, Entry>,
}

/// One file that a build wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Length in bytes.
    pub length: u64,
    /// SHA-256 of the bytes.
    pub sha256: Digest,
    /// Digest of the job that made it, if it has one.
    pub job: Option<Digest>,
}

/// A line of the file: a path and its entry, digests in hexadecimal.
#[derive(Serialize, Deserialize)]
struct Line<'m> {
    path: std::borrow::Cow<'m, str>,
    length: u64,
    sha256: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    job: Option<String>,
}

impl Manifest {
    /// Reads what [`Manifest::to_text`] wrote. A line that is none of ours is passed over: the worst that comes of it
    /// is a file that is written again, or one that stays.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let files = text.lines().filter_map(|line| {
            let line: Line<'_> = serde_json::from_str(line).ok()?;
            let entry = Entry {
                length: line.length,
                sha256: from_hex(&line.sha256)?,
                job: line.job.as_deref().and_then(from_hex),
            };
            Some((line.path.into_owned(), entry))
        });
        Self { files: files.collect() }
    }

    /// One JSON object a line, sorted by path.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for (path, entry) in &self.files {
            let line = Line {
                path: path.into(),
                length: entry.length,
                sha256: to_hex(&entry.sha256),
                job: entry.job.as_ref().map(to_hex),
            };
            text.push_str(&serde_json::to_string(&line).unwrap_or_default());
            text.push('\n');
        }
        text
    }

    /// The entry of a path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Entry> {
        self.files.get(path)
    }

    /// The files of both; where both have one, the entry of `newer`.
    #[must_use]
    pub(super) fn joined(&self, newer: &Self) -> Self {
        let both = self.files.iter().chain(&newer.files);
        both.map(|(path, entry)| (path.clone(), *entry)).collect()
    }

    /// Every path with its entry, sorted.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.files.iter().map(|(path, entry)| (path.as_str(), entry))
    }
}

impl FromIterator<(String, Entry)> for Manifest {
    fn from_iter<I: IntoIterator<Item = (String, Entry)>>(files: I) -> Self {
        Self {
            files: files.into_iter().collect(),
        }
    }
}

fn to_hex(digest: &Digest) -> String {
    use std::fmt::Write as _;
    digest.iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn from_hex(hex: &str) -> Option<Digest> {
    let mut digest = Digest::default();
    if hex.len() != 2 * digest.len() {
        return None;
    }
    for (at, byte) in digest.iter_mut().enumerate() {
        *byte = u8::from_str_radix(hex.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some(digest)
}
