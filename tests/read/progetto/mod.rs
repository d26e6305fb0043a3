//! The reader of project documents: one fixture for each kind of block, and whole documents compared with counts taken
//! from their lines by other means.

mod describe;
mod fixtures;
mod seeds;
mod words;

use vetrina::diag::Reported;
use vetrina::model::Bozze;
use vetrina::read::{Document, Hints, reader};
use vetrina::source::FileId;

/// Reads a text as a project document, without anything said by front matter.
fn read(text: &str) -> Reported<Bozze> {
    let hints = Hints::default();
    let document = Document {
        file: FileId::new(0),
        text,
        hints: &hints,
    };
    reader("progetto").unwrap().read(document)
}

/// The text of a source document of this repository.
fn seed(name: &str) -> String {
    let path = format!("{}/seeds/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}
