mod fixtures;
mod outline;
mod whole;

use vetrina::diag::Reported;
use vetrina::model::Bozze;
use vetrina::read::{self, Document, Hints};
use vetrina::source::FileId;

/// Reads a text as the print "Obiettivi PEG", which must be recognised without being named.
fn read_print(text: &str, hints: &Hints) -> Reported<Bozze> {
    let file = FileId::new(0);
    let reader = read::recognise(file, text).expect("the form is recognised");
    assert_eq!(reader.name(), "peg_obiettivi");
    reader.read(Document { file, text, hints })
}
