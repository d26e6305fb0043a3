//! Editors who change the words of a plan's files, again and again: what is taken over from the run before is what a clean
//! run makes.

use std::sync::Arc;

use proptest::prelude::*;
use vetrina::pipeline::Memory;

use super::rebuild::{PEG, facts, only, run};
use super::site::Site;

const PLAN: &str = "---\ntype: piano\ntitle: Piano\ntipo: peg\nente: Comune di Prova\ninizio: 2025-01-01\nfine: 2025-12-31\n\
                    progetti:\n  - {codice: 2025_PD_01, titolo: Verde, tipo: prodotto}\n---\n";
const UNIT: &str = "---\ntype: unita\ntitle: Ufficio\ncodice: U1\ntipo: ufficio\npiano: piano\n---\n";

/// Words of which two files may well have the same.
const TITLES: &[&str] = &["Uno", "Due", "Due 2", "Uno due", "Sfalcio"];
const KEYS: &[&str] = &[
    "",
    "",
    "",
    "id: piano-due\n",
    "codice: OB1\n",
    "codice: 2025_OB_01_1\n",
    "codice: 2025_OB_01_2\n",
    "codice: 2025_OB_01_2\nprogetto: 2025_PD_01\n",
    "codice: 2025_OB_02_2\nprogetto: 2025_PD_01\n",
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
    "![Foto](foto.svg)",
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

/// Which words stand in a file.
type Words = [usize; 5];

/// What an editor writes: in which file, which words, and which of them alone, if it is one that changes.
type Edit = (usize, Words, usize);

fn edit() -> impl Strategy<Value = Edit> {
    (0..10_usize, proptest::array::uniform5(0..60_usize), 0..10_usize)
}

/// The words of every file as they stand.
struct Desk([Words; 10]);

impl Desk {
    /// Changes one word of a file or all of them.
    fn turn(&mut self, (file, words, alone): Edit) -> (usize, Words) {
        let stand = &mut self.0[file];
        match stand.get_mut(alone) {
            Some(word) => *word = words[alone],
            None => *stand = words,
        }
        (file, *stand)
    }
}

fn pick<'w>(words: &[&'w str], at: usize) -> &'w str {
    words[at % words.len()]
}

fn objective([title, keys, phase, person, text]: Words) -> String {
    format!(
        "---\ntype: obiettivo\ntitle: {}\n{}piano: piano\nunita: U1\nfasi:\n  - {{nome: {}, inizio: 2025-01-07, fine: 2025-0{}-28}}\n  \
         - {{nome: {}, inizio: 2025-01-07, fine: 2025-05-31}}\n\
         indicatori:\n  - {{codice: M_01_2_1, testo: Atti, valore_atteso: \">= {}\"}}\nassegnazioni:\n  - {{persona: {}, impegno_percentuale: 60 %}}\n\
         taxonomies:\n  temi: [casa]\n---\n{}\n",
        pick(TITLES, title),
        pick(KEYS, keys),
        pick(PHASES, phase),
        3 + phase % 5,
        pick(PHASES, phase / 7),
        phase % 3,
        pick(PEOPLE, person),
        pick(TEXTS, text),
    )
}

/// Writes the words into their file; answers with its path.
fn write(site: &Site, (file, words): (usize, Words)) -> String {
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
        (
            "content/piani/piano/obiettivi/foto.svg",
            "<svg width=\"3\" height=\"2\"/>",
        ),
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
    fn words_that_change_are_linked_as_a_clean_run_links_them(edits in proptest::collection::vec(edit(), 8)) {
        let site = site();
        let mut desk = Desk([[0; 5]; 10]);
        let mut memory = Memory::default();
        run(site.path(), &mut memory);
        for edit in edits {
            memory.touch(only(&write(&site, desk.turn(edit))));
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

/// Edits a site of an objective in `uno.md`, another in `due.md` and a second unit in `altro.md`, file by file; what is
/// taken over is what a clean run makes.
fn edited(files: [(&str, &str); 3], edits: &[(&str, &str)]) {
    let site = site();
    let path = |name: &str| format!("content/piani/piano/obiettivi/{name}.md");
    for (name, text) in files {
        site.write(&path(name), text);
    }
    let mut memory = Memory::default();
    run(site.path(), &mut memory);
    for (name, text) in edits {
        site.write(&path(name), text);
        memory.touch(only(&path(name)));
        let (files, found) = run(site.path(), &mut memory);
        let (clean, clean_found) = run(site.path(), &mut Memory::default());
        assert_eq!(found, clean_found, "after {name}: {text}");
        assert!(files == clean, "after {name}: {text}");
    }
}

const OTHER_UNIT: &str = "---\ntype: unita\ntitle: Sportello\ncodice: U2\ntipo: ufficio\npiano: piano\n---\n";

fn with_phases(title: &str, unit: &str, [one, two]: [&str; 2]) -> String {
    format!(
        "---\ntype: obiettivo\ntitle: {title}\npiano: piano\nunita: {unit}\nfasi:\n  - {{nome: {one}, inizio: 2025-01-07}}\n  \
         - {{nome: {two}, inizio: 2025-02-07}}\n---\n"
    )
}

#[test]
fn a_name_that_two_phases_of_one_objective_had_is_free_for_the_other() {
    let other = with_phases("Altro", "U1", ["Prima", "Seconda"]);
    let phases = |names| with_phases("Nidi", "U1", names);
    let before = phases(["Verifica", "Verifica"]);
    let files = || [("uno", before.as_str()), ("due", other.as_str()), ("altro", OTHER_UNIT)];
    edited(files(), &[("uno", &phases(["Bando", "Verifica"])), ("uno", &before)]);
    edited(files(), &[("uno", &phases(["Verifica", "Bando"])), ("uno", &before)]);
}

#[test]
fn a_name_that_two_objectives_or_two_units_had_is_free_for_the_other() {
    let objective = |title, unit| with_phases(title, unit, ["Prima", "Seconda"]);
    let (one, other) = (objective("Nidi", "U1"), objective("Nidi", "U2"));
    let unit = OTHER_UNIT.replace("Sportello", "Ufficio");
    let files = [("uno", one.as_str()), ("due", other.as_str()), ("altro", unit.as_str())];
    let renamed = objective("Scuole", "U1");
    edited(
        files,
        &[
            ("uno", &renamed),
            ("altro", OTHER_UNIT),
            ("uno", &one),
            ("altro", &unit),
        ],
    );
}

/// Edits `note.md` and an objective in `uno.md`, file by file; what is taken over is what a clean run makes.
fn edited_with_note(files: [(&str, &str); 2], edits: &[(&str, &str)]) {
    let site = site();
    for (path, text) in files {
        site.write(path, text);
    }
    let mut memory = Memory::default();
    run(site.path(), &mut memory);
    for (path, text) in edits {
        site.write(path, text);
        memory.touch(only(path));
        assert_eq!(
            run(site.path(), &mut memory),
            run(site.path(), &mut Memory::default()),
            "after {path}: {text}"
        );
    }
}

#[test]
fn a_heading_that_goes_is_missed_by_those_who_lead_to_it() {
    let note = |text: &str| format!("---\ntitle: Note\n---\n{text}\n");
    let (with, without) = (note("# Capo\n\nUna nota."), note("Una nota."));
    let objective = with_phases("Nidi", "U1", ["Prima", "Seconda"]) + "[a](@/note.md#capo)\n";
    edited_with_note(
        [
            ("content/note.md", &with),
            ("content/piani/piano/obiettivi/uno.md", &objective),
        ],
        &[("content/note.md", &without), ("content/note.md", &with)],
    );
}

#[test]
fn a_name_that_goes_is_missed_by_those_who_lead_to_it() {
    let objective = with_phases("Nidi", "U1", ["Prima", "Seconda"]);
    let called = |id: &str| objective.replace("piano: piano", &format!("id: {id}\npiano: piano"));
    let (one, other) = (called("nidi"), called("nodi"));
    let path = "content/piani/piano/obiettivi/uno.md";
    let note = "---\ntitle: Note\n---\n[a](id:nidi)\n";
    edited_with_note(
        [("content/note.md", note), (path, &one)],
        &[(path, &other), (path, &one)],
    );
}

#[test]
fn a_name_that_comes_is_found_by_those_who_looked_for_it() {
    let objective = |title| with_phases(title, "U1", ["Prima", "Seconda"]);
    let (one, other) = (objective("Nidi"), objective("Nodi"));
    let path = "content/piani/piano/obiettivi/uno.md";
    let monitored = "monitoring:\n  - {obiettivo: Nodi, fase: Prima, fine_effettiva: 2025-03-01}\n---\n";
    let plan = PLAN.strip_suffix("---\n").unwrap().to_owned() + monitored;
    let plan = ("content/piani/piano/_index.md", plan.as_str());
    edited_with_note([plan, (path, &one)], &[(path, &other), (path, &one)]);
}

#[test]
fn what_is_wrong_in_a_file_is_told_where_it_stands_now() {
    let objective = with_phases("Nidi", "U9", ["Prima", "Seconda"]);
    let said = |words: &str| objective.replace("piano: piano", &format!("description: {words}\npiano: piano"));
    let (one, other) = (said("Breve"), said("Un poco di più"));
    let path = "content/piani/piano/obiettivi/uno.md";
    let note = ("content/note.md", "---\ntitle: Note\n---\n");
    edited_with_note([note, (path, &one)], &[(path, &other), (path, &one)]);
}

#[test]
fn a_text_below_a_source_leaves_its_document_linked() {
    let site = site();
    let document: String = PEG.split_inclusive('\n').take(200).collect();
    site.write("seeds/peg.txt", &document);
    let path = "content/piani/peg/_index.md";
    let section = |title: &str, tag: &str, text: &str| {
        format!(
            "---\ntitle: {title}\nsource: seeds/peg.txt\nreader: peg_obiettivi\nente: Comune di Prova\nanno: 2023\n\
             corrections:\n  - {{id: nessuno, campo: titolo, valore: Altro}}\n\
             tags:\n  piano-o2: {{temi: [{tag}]}}\n---\n{text}\n"
        )
    };
    let mut memory = Memory::default();
    let mut before = None;
    for (title, tag, text, linked) in [
        ("PEG", "casa", "Testo.", false),
        ("PEG", "casa", "Un altro testo.", true),
        ("PEG", "casa", "# Capo\n\nSegue Anna Verdi, verdi.anna@gmail.com.", true),
        ("PEG", "cosa", "Testo.", false),
        ("PEG", "cosa", "[a](@/note.md)", false),
        ("PEG 2023", "cosa", "Testo.", false),
        ("PEG 2023", "cosa", "", true),
    ] {
        site.write(path, section(title, tag, text));
        memory.touch(only(path));
        assert_eq!(
            run(site.path(), &mut memory),
            run(site.path(), &mut Memory::default()),
            "{title}: {text}"
        );
        let relations = facts(site.path(), &mut memory).graph.relations;
        let stood = before.is_some_and(|before| Arc::ptr_eq(&before, &relations));
        assert_eq!(stood, linked, "{title}: {text}");
        before = Some(relations);
    }
    site.write("seeds/peg.txt", document + "Proposto dalla consigliera Silva Pisano\n");
    memory.touch(only("seeds/peg.txt"));
    assert_eq!(run(site.path(), &mut memory), run(site.path(), &mut Memory::default()));
}

#[test]
fn a_code_out_of_place_is_told_with_the_places_of_today() {
    let objective = |title: &str, code: &str, indicator: &str| {
        format!(
            "---\ntype: obiettivo\ntitle: {title}\ncodice: {code}\npiano: piano\nunita: U1\nindicatori:\n  \
             - {{codice: {indicator}, testo: Atti di {title}, valore_atteso: \">= 3\"}}\n---\n"
        )
    };
    let wrong = objective("Nidi", "2025_OB_01_1", "M_01_2_1");
    let right = objective("Nidi", "2025_OB_01_1", "M_01_1_1");
    let fitting = objective("Scuole", "2025_OB_01_2", "M_01_2_2");
    let moved = objective("Scuole di tutti", "2025_OB_01_2", "M_01_2_2");
    let files = [
        ("uno", wrong.as_str()),
        ("due", fitting.as_str()),
        ("altro", OTHER_UNIT),
    ];
    edited(files, &[("due", &moved), ("uno", &right), ("uno", &wrong)]);
}

#[test]
fn a_code_that_changes_where_all_else_stands_is_looked_at_again() {
    let objective = |title: &str, code: &str, indicator: &str| {
        format!(
            "---\ntype: obiettivo\npiano: piano\nunita: U1\nindicatori:\n  - {{codice: {indicator}, testo: Atti di {title}}}\n\
             title: {title}\ncodice: {code}\n---\n"
        )
    };
    let (right, wrong) = (
        objective("Nidi", "2025_OB_01_1", "M_01_1_1"),
        objective("Nidi", "2025_OB_01_3", "M_01_1_1"),
    );
    let other = objective("Scuole", "2025_OB_01_2", "M_01_2_1");
    let files = [("uno", right.as_str()), ("due", other.as_str()), ("altro", OTHER_UNIT)];
    edited(files, &[("uno", &wrong), ("uno", &right)]);
}
