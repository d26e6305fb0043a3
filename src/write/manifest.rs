use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Digest, Sum};

/// What a build wrote, by path below the output. The same site gives the same manifest: no dates, no machine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    files: BTreeMap<String, Entry>,
}

/// One file that a build wrote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Length in bytes.
    pub length: u64,
    /// Sum of the bytes.
    pub sum: Sum,
    /// Digest of the job that made it, if it has one.
    pub job: Option<Digest>,
}

impl Entry {
    pub(super) fn of(bytes: &[u8], job: Option<Digest>) -> Self {
        Self {
            length: bytes.len() as u64,
            sum: Sum::of(bytes),
            job,
        }
    }

    pub(super) fn is_of(&self, bytes: &[u8]) -> bool {
        self.length == bytes.len() as u64 && Sum::of(bytes) == self.sum
    }
}

/// A line of the file: a path and its entry, sum and digest in hexadecimal.
#[derive(Serialize, Deserialize)]
struct Line<'m> {
    path: Cow<'m, str>,
    length: u64,
    xxh3: String,
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
                sum: Sum::from_hex(&line.xxh3)?,
                job: line.job.as_deref().and_then(from_hex),
            };
            Some((line.path.into_owned(), entry))
        });
        Self { files: files.collect() }
    }

    /// One JSON object a line, sorted by path.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::with_capacity(self.files.len() * 256);
        for (path, entry) in &self.files {
            let line = Line {
                path: path.into(),
                length: entry.length,
                xxh3: entry.sum.to_string(),
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

    /// The files of both; where both have one, the entry of `newer`, which is the answer if it has them all.
    #[must_use]
    pub(super) fn joined<'m>(&self, newer: &'m Self) -> Cow<'m, Self> {
        if self.files.keys().all(|path| newer.files.contains_key(path)) {
            return Cow::Borrowed(newer);
        }
        let both = self.files.iter().chain(&newer.files);
        Cow::Owned(both.map(|(path, entry)| (path.clone(), *entry)).collect())
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
    blake3::Hash::from_bytes(*digest).to_hex().to_string()
}

fn from_hex(hex: &str) -> Option<Digest> {
    Some(blake3::Hash::from_hex(hex).ok()?.into())
}
