use std::io::{self, Write as _};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression as Level, GzBuilder};

use super::{Digest, Sum};
use crate::config::Compression;

/// Files below this are sent in one packet either way.
const WORTH_IT: u64 = 1024;

/// Quality of Brotli: nine tenths of what the highest saves, in a tenth of its time.
const QUALITY: i32 = 9;

/// Changes when the same bytes would be compressed into others.
const EDITION: &[u8] = b"1";

/// Whether a file of this path and length is given compressed copies.
pub(super) fn is_worth_it(path: &str, length: u64) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    length >= WORTH_IT && Compression::TEXTS.contains(&extension)
}

/// Path of the copy, as nginx (`gzip_static`, `brotli_static`) and Apache look for it.
pub(super) fn path(coding: Compression, path: &str) -> String {
    match coding {
        Compression::Gzip => format!("{path}.gz"),
        Compression::Brotli => format!("{path}.br"),
    }
}

/// Digest of all that decides the bytes of a copy: what it is a copy of, and how it is made.
pub(super) fn job(coding: Compression, of: Sum) -> Digest {
    let mut hasher = blake3::Hasher::new();
    hasher.update(coding.word().as_bytes());
    hasher.update(EDITION);
    hasher.update(&of.bytes());
    hasher.finalize().into()
}

/// The copy. Equal bytes give an equal copy: no name, no time, no machine stands in it.
///
/// # Errors
/// None that writing to memory can meet; kept, since the libraries have them.
pub(super) fn encode(coding: Compression, bytes: &[u8]) -> io::Result<Vec<u8>> {
    match coding {
        Compression::Gzip => gzip(bytes),
        Compression::Brotli => brotli(bytes),
    }
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let copy = Vec::with_capacity(bytes.len() / 3);
    // 255 stands for an unknown system (RFC 1952, 2.3.1).
    let mut encoder = GzBuilder::new()
        .mtime(0)
        .operating_system(255)
        .write(copy, Level::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut copy = Vec::with_capacity(bytes.len() / 4);
    let parameters = BrotliEncoderParams {
        quality: QUALITY,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut copy, &parameters)?;
    Ok(copy)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn a_copy_holds_what_it_is_a_copy_of() {
        let text = "Obiettivo PEG 2023, ".repeat(400);
        let gz = encode(Compression::Gzip, text.as_bytes()).unwrap();
        let br = encode(Compression::Brotli, text.as_bytes()).unwrap();
        let mut back = String::new();
        flate2::read::GzDecoder::new(&*gz).read_to_string(&mut back).unwrap();
        assert_eq!(back, text);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &*br, &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
        assert!(br.len() < gz.len() && gz.len() < text.len() / 10);
        assert_eq!(&gz[4..10], [0, 0, 0, 0, 2, 255], "no time, no system");
    }

    #[test]
    fn small_files_and_pictures_have_none() {
        assert!(is_worth_it("dati/enti.csv", 5000));
        assert!(!is_worth_it("dati/enti.csv", 500));
        assert!(!is_worth_it("logo.png", 5000));
        assert!(!is_worth_it("LICENSE", 5000));
    }
}
