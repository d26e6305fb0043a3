//! Digests: of assets, so that their names change with their content, and of jobs, so that equal work is not redone.

use std::fmt;

use sha2::{Digest as _, Sha256};
use tera::value::ValueKind;
use tera::{Map, Value};

/// A BLAKE3.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
        self.make_room(bytes.len());
        self.waiting.extend_from_slice(bytes);
    }

    /// Adds a template value, whatever it is made of.
    pub(super) fn add(&mut self, value: &Value) {
        match value.kind() {
            ValueKind::String => self.add_piece(b's', value.as_str().unwrap_or_default().as_bytes()),
            ValueKind::Array => {
                let values = value.as_array().unwrap_or_default();
                self.open(b'a', values.len());
                values.iter().for_each(|value| self.add(value));
            }
            ValueKind::Map => value.as_map().into_iter().for_each(|map| self.add_map(map)),
            ValueKind::None => self.open(b'n', 0),
            ValueKind::Bool => self.add_piece(b'b', &[u8::from(value.is_truthy())]),
            ValueKind::U64 => self.add_piece(b'u', &value.as_u64().unwrap_or_default().to_le_bytes()),
            // Other numbers.
            _ => self.add_piece(b'v', value.to_string().as_bytes()),
        }
    }

    fn add_map(&mut self, map: &Map) {
        self.open(b'm', map.len());
        for (key, value) in map {
            match key.as_str() {
                Some(key) => self.add_piece(b'k', key.as_bytes()),
                None => self.add_piece(b'k', key.to_string().as_bytes()),
            }
            self.add(value);
        }
    }

    /// Adds bytes behind their kind and length, so that no two values add the same bytes.
    fn add_piece(&mut self, kind: u8, bytes: &[u8]) {
        self.open(kind, bytes.len());
        self.waiting.extend_from_slice(bytes);
    }

    /// Adds a kind and a length, and makes room for so many bytes more.
    fn open(&mut self, kind: u8, length: usize) {
        let mut head = [kind; 1 + size_of::<usize>()];
        head[1..].copy_from_slice(&length.to_le_bytes());
        self.make_room(head.len() + length);
        self.waiting.extend_from_slice(&head);
    }

    /// Hashes what waits where more would not find room beside it.
    fn make_room(&mut self, bytes: usize) {
        if self.waiting.len() + bytes > WAITING {
            self.hasher.update(&self.waiting);
            self.waiting.clear();
        }
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
