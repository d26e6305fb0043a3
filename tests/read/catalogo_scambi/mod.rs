//! The form `catalogo_scambi`.

mod fixtures;
mod outline;
mod whole;

use std::sync::Arc;

use vetrina::diag::Reported;
use vetrina::model::Bozze;
use vetrina::read::{Document, Hints, reader};
use vetrina::source::{FileId, SourceFile, SourceMap};

/// A text and what the reader makes of it.
struct Read {
    sources: SourceMap,
    reported: Reported<Bozze>,
}

fn read(path: &str, text: &str) -> Read {
    let mut sources = SourceMap::default();
    let file: FileId = sources.add(Arc::new(SourceFile::new(path, text)));
    let hints = Hints::default();
    let reported = reader("catalogo_scambi").unwrap().read(Document {
        file,
        text,
        hints: &hints,
    });
    Read { sources, reported }
}
