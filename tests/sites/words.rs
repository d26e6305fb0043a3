//! Editors who change the words of a plan's files, again and again: what is taken over from the run before is what a clean
//! run makes.

use std::sync::Arc;

use proptest::prelude::*;
use vetrina::pipeline::Memory;

use super::rebuild::{facts, only, run};
use super::site::Site;

const PLAN: &str =
    "---\ntype: piano\ntitle: Piano\ntipo: peg\nente: Comune di Prova\ninizio: 2025-01-01\nfine: 2025-12-31\n---\n";
const UNIT: &str = "---\ntype: unita\ntitle: Ufficio\ncodice: U1\ntipo: ufficio\npiano: piano\n---\n";

/// Words of which two files may well have the same.
const TITLES: &[&str] = &["Uno", "Due", "Due 2", "Uno due", "Sfalcio"];
const KEYS: &[&str] = &[
    "",
    "",
    "",
    "id: piano-due\n",
    "codice: OB1\n",
    "weight: 3\n",
    "slug: altrove\n",
];
const PHASES: &[&str] = &["Avvio", "Avvio", "Chiusura", "Avvio 2"];
const PEOPLE: &[&str] = &["Verdi Anna", "Verdi Ana", "Neri Ugo"];
const TEXTS: &[&str] = &[
    "Testo.",
    "Segue Anna Verdi, entro marzo 2025.",
    "# Capo\n\nTesto.",
    "[a](@/note.md#capo)",
    "[b](id:piano-due)",
];
const NOTES: &[&str] = &[
    "# Capo\n\nUna nota.",
    "# Capo\n\nUn'altra.",
    "Nessun capo.",
    "[c](id:piano-uno)",
];
const SECTIONS: &[&str] = &[
    "title: Obiettivi",
    "title: Obiettivi\nsort_by: title",
    "title: Obiettivi\nente: Comune di Prova",
];

/// What an editor writes: which file, and which words in it.
type Words = (usize, [usize; 5]);

fn words() -> impl Strategy<Value = Words> {
    (0..10_usize, proptest::array::uniform5(0..60_usize))
}

fn pick<'w>(words: &[&'w str], at: usize) -> &'w str {
    words[at % words.len()]
}

fn objective([title, keys, phase, person, text]: [usize; 5]) -> String {
    format!(
        "---\ntype: obiettivo\ntitle: {}\n{}piano: piano\nunita: U1\nfasi:\n  - {{nome: {}, inizio: 2025-01-07, fine: 2025-05-31}}\n\
         indicatori:\n  - {{testo: Atti, valore_atteso: \">= {}\"}}\nassegnazioni:\n  - {{persona: {}, impegno_percentuale: 60 %}}\n\
         taxonomies:\n  temi: [casa]\n---\n{}\n",
        pick(TITLES, title),
        pick(KEYS, keys),
        pick(PHASES, phase),
        phase % 3,
        pick(PEOPLE, person),
        pick(TEXTS, text),
    )
}

/// Writes the words into their file; answers with its path.
fn write(site: &Site, (file, words): Words) -> String {
    let (path, text) = match file {
        0 => {
            let (title, text) = (pick(TITLES, words[0]), pick(NOTES, words[4]));
            (
                "content/note.md".to_owned(),
                format!("---\ntitle: {title}\n---\n{text}\n"),
            )
        }
        1 => {
            let path = "content/piani/piano/obiettivi/_index.md".to_owned();
            (path, format!("---\n{}\n---\n", pick(SECTIONS, words[0])))
        }
        _ => (
            format!("content/piani/piano/obiettivi/o{}.md", file % 4),
            objective(words),
        ),
    };
    site.write(&path, text);
    path
}

fn site() -> Site {
    let settings =
        "title: Prova\nbase_url: https://esempio.it\ntaxonomies:\n  - {name: temi, title: Temi, feed: true}\n";
    let site = Site::of(&[
        ("vetrina.yaml", settings),
        ("content/piani/piano/_index.md", PLAN),
        ("content/piani/piano/ufficio.md", UNIT),
    ]);
    write(&site, (1, [0; 5]));
    for file in 2..6 {
        write(&site, (file, [file, 0, 0, 0, 0]));
    }
    site
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn words_that_change_are_linked_as_a_clean_run_links_them(edits in proptest::collection::vec(words(), 8)) {
        let site = site();
        let mut memory = Memory::default();
        run(site.path(), &mut memory);
        for edit in edits {
            memory.touch(only(&write(&site, edit)));
            let (files, found) = run(site.path(), &mut memory);
            let (clean, clean_found) = run(site.path(), &mut Memory::default());
            prop_assert_eq!(found, clean_found, "after {:?}", edit);
            for (path, file) in &files {
                prop_assert!(clean.get(path) == Some(file), "{} differs after {:?}", path, edit);
            }
            prop_assert_eq!(files.len(), clean.len());
        }
    }
}

#[test]
fn a_text_and_a_title_leave_all_else_linked() {
    let site = site();
    let mut memory = Memory::default();
    let before = facts(site.path(), &mut memory);
    // Its phases are called as those of the others, so that their ids follow the title.
    for words in [[2, 0, 0, 0, 1], [1, 0, 0, 0, 1]] {
        write(&site, (2, words));
        let after = facts(site.path(), &mut memory);
        assert!(Arc::ptr_eq(&before.graph.relations, &after.graph.relations));
    }
}
