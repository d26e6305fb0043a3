//! Digests: of assets, so that their names change with their content, and of jobs, so that equal work is not redone.

use std::borrow::Cow;
use std::fmt;

use sha2::{Digest as _, Sha256};
use tera::Value;

/// A BLAKE3.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(blake3::hash(bytes).into())
    }

    /// The digest as bytes, to be hashed into another.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Makes a digest bit by bit.
#[derive(Clone, Debug)]
pub struct Hasher {
    /// Bytes that wait: a serialiser writes a few at a time, and hashing is quicker by the thousand.
    waiting: Vec<u8>,
    hasher: blake3::Hasher,
}

/// How many bytes may wait.
const WAITING: usize = 16 * 1024;

impl Default for Hasher {
    fn default() -> Self {
        Self {
            waiting: Vec::with_capacity(WAITING),
            hasher: blake3::Hasher::new(),
        }
    }
}

impl Hasher {
    /// Adds bytes. The caller keeps apart what must not run together.
    pub fn update(&mut self, bytes: &[u8]) {
        if self.waiting.len() + bytes.len() > WAITING {
            self.hasher.update(&self.waiting);
            self.waiting.clear();
        }
        if bytes.len() > WAITING {
            self.hasher.update(bytes);
        } else {
            self.waiting.extend_from_slice(bytes);
        }
    }

    /// Adds a template value, whatever it is made of. Kinds and lengths go before contents, so that no two values add
    /// the same bytes.
    pub(super) fn add(&mut self, value: &Value) {
        if let Some(text) = value.as_str() {
            self.open(b's', text.len());
            self.update(text.as_bytes());
        } else if let Some(values) = value.as_array() {
            self.open(b'a', values.len());
            values.iter().for_each(|value| self.add(value));
        } else if let Some(map) = value.as_map() {
            self.open(b'm', map.len());
            for (key, value) in map {
                let key = key.as_str().map_or_else(|| Cow::Owned(key.to_string()), Cow::Borrowed);
                self.open(b'k', key.len());
                self.update(key.as_bytes());
                self.add(value);
            }
        } else {
            // Numbers and truth values; nothing is empty.
            let text = value.to_string();
            self.open(if value.is_none() { b'n' } else { b'v' }, text.len());
            self.update(text.as_bytes());
        }
    }

    fn open(&mut self, kind: u8, length: usize) {
        self.update(&[kind]);
        self.update(&length.to_le_bytes());
    }

    /// The digest of all that was added.
    #[must_use]
    pub fn finish(mut self) -> Digest {
        self.hasher.update(&self.waiting);
        Digest(self.hasher.finalize().into())
    }
}

/// The public name of an asset: `vetrina.css` with the beginning of its SHA-256, `vetrina.1f0c9a3b.css`.
#[must_use]
pub fn asset_name(name: &str, bytes: &[u8]) -> String {
    let mark: String = Sha256::digest(bytes)[..4]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{mark}.{extension}"),
        None => format!("{name}.{mark}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_changes_with_the_content_only() {
        let name = asset_name("vetrina.css", b"a{}");
        assert_eq!(name, asset_name("vetrina.css", b"a{}"));
        assert_ne!(name, asset_name("vetrina.css", b"b{}"));
        assert!(name.starts_with("vetrina.") && name.ends_with(".css"));
    }
}
