//! Readers are written for the form, not for the file: the documents of this repository, printed otherwise in a way whose
//! effect is known, must say the same. What the untouched documents say is held by the tests of each reader.

mod altered;
mod particular;

use std::sync::LazyLock;

use regex::Regex;
use vetrina::diag::Reported;
use vetrina::model::Bozze;
use vetrina::read::{Document, Hints, reader};
use vetrina::source::{FileId, walk};

/// A document of this repository, and the reader and year that its section names.
#[derive(Clone, Copy)]
struct Seed {
    name: &'static str,
    reader: &'static str,
    anno: i32,
}

const CATALOGUE: Seed = Seed {
    name: "scambio-comune-2024.txt",
    reader: "catalogo_scambi",
    anno: 2024,
};
const OBJECTIVES: Seed = Seed {
    name: "peg-capannori-2023.txt",
    reader: "peg_obiettivi",
    anno: 2023,
};
const PRODUCTS: Seed = Seed {
    name: "peg-reggio-emilia-2024.txt",
    reader: "peg_prodotti",
    anno: 2024,
};
const MINUTES: Seed = Seed {
    name: "cit-lecce-2018.txt",
    reader: "progetto",
    anno: 2018,
};
const SLIDES: Seed = Seed {
    name: "province-comuni-2022.txt",
    reader: "progetto",
    anno: 2022,
};

impl Seed {
    fn text(self) -> String {
        std::fs::read_to_string(format!("{}/seeds/{}", env!("CARGO_MANIFEST_DIR"), self.name)).unwrap()
    }

    /// What the reader makes of a text that stands in this document's place.
    fn read(self, text: &str) -> Reported<Bozze> {
        let source = walk::text(self.name, text.as_bytes().to_vec()).unwrap();
        let hints = Hints {
            anno: Some(self.anno),
            ..Hints::default()
        };
        reader(self.reader).unwrap().read(Document {
            file: FileId::new(0),
            text: source.text(),
            hints: &hints,
        })
    }

    /// All that is read of a text and reported, without its places, one thing a line.
    fn said(self, text: &str) -> String {
        static PLACE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\d+:\d+\.\.\d+").unwrap());
        let read = self.read(text);
        let problems: Vec<&str> = read.problems.iter().map(|problem| problem.code.id).collect();
        let all = format!("{:#?}\n{problems:#?}", read.value);
        PLACE.replace_all(&all, "").into_owned()
    }
}

/// Holds that two texts say the same; `how` is what was done to the first.
fn assert_alike(seed: Seed, how: &str, one: &str, other: &str) {
    let differing = one.lines().zip(other.lines()).filter(|(one, other)| one != other);
    let first: Vec<_> = differing.take(3).collect();
    let lengths = (one.lines().count(), other.lines().count());
    assert!(one == other, "{} {how}: {lengths:?} {first:#?}", seed.name);
}
