//! The form of the PEG by centro di responsabilità.

mod fixtures;
mod outline;
mod whole;

use vetrina::diag::Reported;
use vetrina::model::Bozze;
use vetrina::read::{Document, Hints, reader};
use vetrina::source::FileId;

fn read(text: &str) -> Reported<Bozze> {
    let hints = Hints::default();
    let document = Document {
        file: FileId::new(0),
        text,
        hints: &hints,
    };
    reader("peg_prodotti").unwrap().read(document)
}
