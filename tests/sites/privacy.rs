//! The site of this repository under the closed policy: nobody who is not in charge is named in any byte of it.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::Path;

use aho_corasick::AhoCorasick;
use flate2::read::GzDecoder;
use vetrina::model::RuoloContatto;
use vetrina::read::{Document, Hints, recognise};
use vetrina::source::FileId;
use walkdir::WalkDir;

use super::site::Site;

/// Whom running text alone names, as looked up in the documents.
const IN_PROSE: [&str; 11] = [
    "Piero Antonelli",
    "Gaetano Scognamiglio",
    "Ioletta Pannocchia",
    "Maria Concetta Giardina",
    "Giovanni Bursi",
    "Massimiliano Lorenzon",
    "Raffaella Diana",
    "Alessandra Caneva",
    "Roberto Cordella",
    "Sonia Massobrio",
    "Silvana Pisani",
];

/// Small letters, single spaces: what prints of one name have in common.
fn folded(text: &str) -> String {
    let letters = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' });
    let words: String = letters.flat_map(char::to_lowercase).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The people of all seeds: those in charge, and all others in both orders of their names.
fn people() -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut heads, mut others) = (BTreeSet::new(), BTreeSet::new());
    for entry in fs::read_dir("seeds").unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        let reader = recognise(FileId::new(0), &text).unwrap();
        let hints = Hints::default();
        let bozze = reader
            .read(Document {
                file: FileId::new(0),
                text: &text,
                hints: &hints,
            })
            .value;
        heads.extend(
            bozze
                .unita
                .iter()
                .filter_map(|unit| Some(folded(unit.responsabile.as_ref()?))),
        );
        others.extend(
            bozze
                .assegnazioni
                .iter()
                .filter_map(|row| Some(folded(row.persona.as_ref()?))),
        );
        for contact in &bozze.contatti {
            let (Some(given), Some(family)) = (&contact.nome, &contact.cognome) else {
                continue;
            };
            let names = [
                folded(&format!("{} {}", given.value, family.value)),
                folded(&format!("{} {}", family.value, given.value)),
            ];
            match contact.ruolo {
                RuoloContatto::Responsabile => heads.extend(names),
                _ => others.extend(names),
            }
        }
    }
    others.extend(IN_PROSE.map(folded));
    others.retain(|name| name.contains(' ') && !heads.contains(name));
    (heads, others)
}

/// The text of a file, unpacked where it is packed.
fn text_of(path: &Path) -> String {
    let bytes = fs::read(path).unwrap();
    let mut content = Vec::new();
    match GzDecoder::new(bytes.as_slice()).read_to_end(&mut content) {
        Ok(_) => String::from_utf8_lossy(&content).into_owned(),
        Err(_) => String::from_utf8_lossy(&bytes).into_owned(),
    }
}

#[test]
fn nobody_who_is_not_in_charge_is_named_in_any_byte() {
    let site = Site::of(&[]);
    for folder in ["content", "seeds", "vetrina.yaml"] {
        for file in WalkDir::new(folder).into_iter().map(Result::unwrap) {
            if file.file_type().is_file() {
                site.write(file.path().to_str().unwrap(), fs::read(file.path()).unwrap());
            }
        }
    }
    let build = site.run(&["build"]);
    assert_eq!(build.exit, 0, "{}", build.said);
    let (heads, others) = people();
    assert!(
        others.len() > 100 && heads.len() > 10,
        "{} {}",
        others.len(),
        heads.len()
    );
    let search = |names: &BTreeSet<String>| AhoCorasick::new(names.iter().map(|name| format!(" {name} "))).unwrap();
    let (others, heads) = (search(&others), search(&heads));
    let mut named = 0;
    for file in WalkDir::new(site.path().join("public")).into_iter().map(Result::unwrap) {
        if file.file_type().is_file() {
            let text = folded(&text_of(file.path()));
            let leaked = others.find(&text).map(|hit| &text[hit.range()]);
            assert_eq!(leaked, None, "{}", file.path().display());
            named += heads.find_iter(&text).count();
        }
    }
    assert!(named > 0, "those in charge are named");
}

/// Sites whose unit is headed by one person, as tables written with tabs (as the text of a spreadsheet is) and semicolons.
fn headed_by(head: &str, separator: char) -> Site {
    let table = |rows: &[&[&str]]| {
        let lines = rows.iter().map(|row| row.join(&separator.to_string()));
        lines.collect::<Vec<_>>().join("\n") + "\n"
    };
    Site::of(&[
        ("vetrina.yaml", "title: Prova\nsearch: false\n"),
        (
            "content/piani/peg/_index.md",
            "---\ntype: piano\ntitle: PEG\nanno: 2026\nreader: tabella\nsource: seeds/peg\n---\n",
        ),
        (
            "seeds/peg/unita.csv",
            &table(&[&["codice", "nome", "responsabile"], &["A", "Scuola", head]]),
        ),
        (
            "seeds/peg/obiettivi.csv",
            &table(&[
                &["codice", "titolo", "descrizione"],
                &["01", "Mensa", "La segue la dott.ssa Paola Neri con l’arch. Ugo Bruni"],
            ]),
        ),
        (
            "seeds/peg/assegnazioni.csv",
            &table(&[&["obiettivo", "persona", "categoria"], &["01", "Neri Paola", "D"]]),
        ),
    ])
}

#[test]
fn who_is_in_charge_is_named_however_the_title_is_written() {
    for head in [
        "dott.ssa Paola Neri",
        "Dott. ssa Paola Neri",
        "ing. Paola Neri",
        "NERI PAOLA (Dott.ssa)",
        "Segretaria comunale dott.ssa Paola Neri",
    ] {
        for separator in ['\t', ';'] {
            let site = headed_by(head, separator);
            let build = site.run(&["build"]);
            assert_eq!(build.exit, 0, "{}", build.said);
            let public = site.public();
            assert!(
                public["dati/unita.csv"].contains(head),
                "{head}: {}",
                public["dati/unita.csv"]
            );
            assert!(public["dati/assegnazioni.csv"].contains("Neri Paola"), "{head}");
            let told = &public["dati/obiettivi.csv"];
            assert!(
                told.contains("la dott.ssa Paola Neri con l’arch. [omesso]"),
                "{head}: {told}"
            );
        }
    }
}

/// A site in whose words a mobile number and a person's own mailbox stand, beside those of the office.
fn talkative(settings: &str) -> Site {
    const WORDS: &str = "Chiama Anna al 347 9876543 o scrivi a anna.rossi@gmail.com; in ufficio 0547 356402, \
                         ambiente@comune.borgo.it.";
    Site::of(&[
        (
            "vetrina.yaml",
            &format!("title: Prova\npublisher:\n  name: Comune\n  email: comune.borgo@libero.it\n{settings}"),
        ),
        (
            "content/chi-siamo.md",
            &format!("---\ntitle: Chi siamo\n# da Ugo, 333 1112223\n---\n{WORDS}\n"),
        ),
        (
            "content/catalogo/orti.md",
            &format!(
                "---\ntype: scheda\ntitle: Orti\nente: Comune di Borgo\n---\nScrivi a comune.borgo@libero.it. {WORDS}\n"
            ),
        ),
        ("data/orari.yaml", &format!("aiuto: \"{WORDS}\"\n")),
        (
            "content/catalogo/_index.md",
            "---\ntitle: Scambi\nsource: seeds/scambi\nreader: tabella\n---\n",
        ),
        (
            "seeds/scambi/schede.csv",
            &format!("titolo;ente;descrizione\nSportello;Comune di Borgo;\"{WORDS}\"\n"),
        ),
    ])
}

#[test]
fn mobiles_and_private_mailboxes_in_the_words_of_an_office_are_withheld_and_said() {
    let site = talkative("");
    let build = site.run(&["build", "--message-format", "short"]);
    assert_eq!(build.exit, 0, "{}", build.said);
    for place in [
        "content/chi-siamo.md:5:",
        "content/catalogo/orti.md:6:",
        "seeds/scambi/schede.csv:2:",
        "data/orari.yaml:1:",
    ] {
        for code in ["cellulare-nel-testo", "casella-nel-testo"] {
            let told = build
                .said
                .lines()
                .filter(|line| line.contains(place) && line.contains(code));
            assert_eq!(told.count(), 1, "{place} {code} {}", build.said);
        }
    }
    assert!(!build.said.contains("chi-siamo.md:3"), "{}", build.said);
    for file in WalkDir::new(site.path().join("public")).into_iter().map(Result::unwrap) {
        if file.file_type().is_file() {
            let text = text_of(file.path());
            for word in ["9876543", "anna.rossi"] {
                assert!(!text.contains(word), "{word} in {}", file.path().display());
            }
        }
    }
    let public = site.public();
    for word in ["0547 356402", "ambiente@comune.borgo.it", "comune.borgo@libero.it"] {
        assert!(
            public["dati/schede.csv"].contains(word),
            "{word}: {}",
            public["dati/schede.csv"]
        );
    }
    let listed = site.run(&["list", "--personal"]).gave;
    assert!(listed.contains("cellulare"), "{listed}");
}

#[test]
fn a_law_opens_what_stands_in_the_words_of_an_office() {
    let site = talkative("privacy:\n  contacts: full\n  base_giuridica: D.Lgs. 33/2013, art. 13\n");
    let build = site.run(&["build", "--message-format", "short"]);
    assert_eq!(build.exit, 0, "{}", build.said);
    assert!(!build.said.contains("-nel-testo"), "{}", build.said);
    assert!(site.public()["chi-siamo/index.html"].contains("347 9876543"));
}
