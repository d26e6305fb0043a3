//! After any series of edits a run that remembers gives the bytes and the findings of a clean one.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use proptest::prelude::*;
use vetrina::diag::Language;
use vetrina::diag::render::{Format, Printer};
use vetrina::pipeline::{self, Facts, Memory, Request, Show, Touched};
use vetrina::write::{Digest, Made};

use super::site::Site;

pub(super) const PEG: &str = include_str!("../../seeds/peg-capannori-2023.txt");

/// What may stand in each file of the site, broken states among it; `None` is no file.
const STATES: &[(&str, &[Option<&str>])] = &[
    (
        "vetrina.yaml",
        &[
            Some(
                "title: Prova\nbase_url: https://esempio.it\nlanguages:\n  en: {title: Test}\n\
                 taxonomies:\n  - {name: temi, title: Temi}\n",
            ),
            Some("title: Altra\nbase_url: https://esempio.it\ntheme: comune\n"),
            Some("title: [\n"),
            Some("title: Prova\nbase_url: https://esempio.it\ntaxonomies:\n  - {name: temi, title: Temi}\n"),
        ],
    ),
    (
        "content/_index.md",
        &[
            Some("---\ntitle: Prova\n---\nBenvenuti.\n"),
            Some("---\ntitle: Prova\n---\nCiao a tutti.\n"),
            None,
        ],
    ),
    (
        "content/piani/peg/_index.md",
        &[
            Some(
                "---\ntitle: PEG\nsource: seeds/peg.txt\nreader: peg_obiettivi\nente: Comune di Prova\nanno: 2023\n---\n",
            ),
            Some("---\ntitle: Piano\nsource: seeds/peg.txt\nente: Comune di Prova\nanno: 2024\n---\n"),
            Some("---\ntitle: PEG\nsource: seeds/none.txt\n---\n"),
            Some(
                "---\ntitle: PEG\nsource: seeds/peg.txt\nreader: peg_obiettivi\nente: Comune di Prova\nanno: 2023\n\
                 corrections:\n  - id: nessuno\n    titolo: Altro\n---\n",
            ),
        ],
    ),
    (
        "content/temi/casa/_index.md",
        &[
            None,
            Some("---\ntitle: La casa\n---\nTesto.\n"),
            Some("---\ntitle: Casa e affitti\n---\nTesto.\n"),
        ],
    ),
    (
        "content/piani/altro/_index.md",
        &[
            Some(
                "---\ntype: piano\ntitle: Altro piano\ntipo: peg\nente: Comune di Prova\ninizio: 2025-01-01\nfine: 2025-12-31\n---\n",
            ),
            None,
        ],
    ),
    (
        "content/piani/altro/uno.md",
        &[
            None,
            Some("---\ntype: obiettivo\ntitle: Uno\npiano: altro\n---\nTesto.\n"),
            Some("---\ntype: obiettivo\ntitle: Primo\npiano: altro\ndraft: true\n---\nTesto.\n"),
            Some("---\ntitle: [rotto\n---\nTesto.\n"),
        ],
    ),
    (
        "content/piani/altro/due.md",
        &[
            Some(
                "---\ntype: obiettivo\ntitle: Due\npiano: altro\nunita: Ufficio\nfasi:\n  - {nome: Avvio, inizio: 2025-01-07, fine: 2025-03-31}\n  \
                 - {nome: Chiusura, inizio: 2025-04-01, fine: 2025-12-31}\nindicatori:\n  - {testo: Atti, valore_atteso: \">= 3\"}\nassegnazioni:\n  \
                 - {persona: Verdi Anna, ruolo: Tecnico, impegno_percentuale: 10 %}\ntaxonomies:\n  temi: [casa]\n---\nAnna Verdi lo segue.\n",
            ),
            Some(
                "---\ntype: obiettivo\ntitle: Due\nid: altro-uno\npiano: altro\nfasi:\n  - {nome: Avvio lento, inizio: 2025-01-07, fine: 2025-03-31}\n\
                 indicatori:\n  - {testo: Atti, valore_atteso: \">= 3\"}\n  - {testo: Atti, valore_atteso: \">= 4\"}\n---\nEntro marzo 2025.\n",
            ),
            None,
        ],
    ),
    (
        "content/piani/altro/ufficio.md",
        &[
            Some(
                "---\ntype: unita\ntitle: Ufficio\ncodice: U1\ntipo: ufficio\npiano: altro\nresponsabile: Bianchi Ugo\n---\n",
            ),
            Some(
                "---\ntype: unita\ntitle: Ufficio\ncodice: U2\ntipo: ufficio\npiano: altro\nresponsabile: Verdi Anna\n---\n",
            ),
            None,
        ],
    ),
    (
        "content/aa.md",
        &[None, Some("---\ntitle: Prima di tutte\n---\nSegue Anna Verdi.\n")],
    ),
    (
        "content/note.md",
        &[
            None,
            Some("---\ntitle: Note\n---\nUna nota.\n"),
            Some("---\ntitle: Note\n---\nUna riga.\n"),
            Some("---\ntitle: Note\n---\n![Una foto](foto.svg)\n"),
            Some("---\ntitle: Note\ncomponents: true\n---\n:::riquadro Titolo\nUna riga[^1].\n:::\n\n[^1]: Nota.\n"),
        ],
    ),
    (
        "content/notizie/_index.md",
        &[
            None,
            Some("---\ntitle: Notizie\nsort_by: date\npaginate_by: 1\nfeed: true\n---\n"),
            Some("---\ntitle: Notizie\nsort_by: title\naliases: [/novita/]\n---\n"),
            Some("---\ntitle: Notizie\ndraft: true\n---\n"),
        ],
    ),
    (
        "content/notizie/a/index.md",
        &[
            None,
            Some("---\ntitle: A\ndate: 2025-01-01\n---\nTesto.\n"),
            Some("---\ntitle: Z\nslug: zeta\n---\nSopra.\n\n<!-- more -->\n\nSotto.\n"),
        ],
    ),
    (
        "content/notizie/b.md",
        &[
            None,
            Some("---\ntitle: B\ndate: 2025-02-01\n---\nTesto.\n"),
            Some("---\ntitle: B\npublish_date: 2030-01-01\n---\nTesto.\n"),
        ],
    ),
    (
        "content/note.en.md",
        &[
            None,
            Some("---\ntitle: Notes\n---\nA note. [a](@/notizie/a/index.md)\n"),
            Some("---\ntitle: Remarks\n---\n![A picture](foto.svg)\n"),
            Some("---\ntitle: Notes\ndate: 2025-01-01\ndraft: true\n---\n"),
        ],
    ),
    (
        "content/notizie/_index.en.md",
        &[None, Some("---\ntitle: News\n---\nWhat is new.\n")],
    ),
    (
        "content/piani/altro/uno.en.md",
        &[
            None,
            Some("---\ntitle: One\n---\nText of Anna Verdi. [n](@/note.md#x)\n"),
        ],
    ),
    ("content/notizie/a/dati.txt", &[None, Some("uno"), Some("due")]),
    (
        "content/rinvii.md",
        &[
            None,
            Some("---\ntitle: Rinvii\n---\n[a](@/note.md) [b](id:altro)\n"),
            Some("---\ntitle: Rinvii\n---\n[z](@/notizie/a/index.md)\n"),
        ],
    ),
    (
        "content/documenti/atto.md",
        &[
            None,
            Some("---\ntype: documento\ntitle: Atto\nfile: atto.txt\n---\n[b](id:altro)\n"),
            Some("---\ntype: documento\ntitle: Delibera\nid: peg-atto\nfile: seeds/peg.txt\n---\n"),
        ],
    ),
    (
        "content/documenti/atto.txt",
        &[None, Some("Atto.\n"), Some("Atto di Anna Verdi.\n")],
    ),
    ("data/orari.yaml", &[None, Some("lunedi: no\n"), Some("lunedi: [\n")]),
    ("static/nota.txt", &[None, Some("uno"), Some("due")]),
    (
        "themes/comune/theme.yaml",
        &[Some("parent: vetrina\n"), Some("parent: nessuno\n")],
    ),
    (
        "themes/comune/templates/pagina.html",
        &[
            None,
            Some("{% extends \"vetrina/pagina.html\" %}\n"),
            Some("{{ ignota.parola }}\n"),
        ],
    ),
    (
        "content/foto.svg",
        &[
            None,
            Some("<svg width='4' height='3'/>"),
            Some("<svg viewBox='0 0 8 6'/>"),
        ],
    ),
    ("themes/comune/assets/nota.css", &[None, Some("a{}"), Some("b{}")]),
];

/// One thing that an editor does: which file, and what it holds afterwards.
fn edit() -> impl Strategy<Value = (usize, usize, bool)> {
    (0..=STATES.len(), 0..4_usize, any::<bool>())
}

/// Changes a file; answers with its path.
fn apply(site: &Site, (file, state, rested): (usize, usize, bool)) -> &'static str {
    let lines = |count| PEG.split_inclusive('\n').take(count).collect::<String>();
    let (path, text) = match STATES.get(file) {
        Some((path, states)) => (*path, states[state % states.len()].map(str::to_owned)),
        None => ("seeds/peg.txt", Some(lines(150 + state * 40))),
    };
    match text {
        Some(text) => {
            site.write(path, text);
            // A file that was saved long ago is known by its stamp, one that was saved just now by its bytes.
            if rested {
                let file = File::options().append(true).open(site.path().join(path)).unwrap();
                file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000))
                    .unwrap();
            }
        }
        None => drop(fs::remove_file(site.path().join(path))),
    }
    path
}

/// One file that changed.
pub(super) fn only(path: &str) -> Touched {
    Touched::Only([path.to_owned()].into())
}

pub(super) type Files = BTreeMap<String, (Option<Digest>, Vec<u8>)>;

/// Every file with the digest of its job, and all that was said.
pub(super) fn run(root: &Path, memory: &mut Memory) -> (Files, Vec<String>) {
    publish(&facts(root, memory))
}

/// What a run reads.
pub(super) fn facts(root: &Path, memory: &mut Memory) -> Facts {
    let request = Request {
        root,
        config: "vetrina.yaml",
        base_url: None,
        date: "2025-06-01".parse().unwrap(),
        show: Show::default(),
    };
    pipeline::facts_again(&request, memory)
}

fn publish(facts: &Facts) -> (Files, Vec<String>) {
    let made = pipeline::publish(facts, |outputs| {
        let files = outputs.iter().map(|output| {
            let (bytes, job) = output.make(None).and_then(Made::whole).unwrap_or_default();
            (output.path().to_owned(), (job, bytes))
        });
        files.collect()
    });
    let found = facts.found.iter().cloned().chain(made.problems).collect();
    let printer = Printer {
        sources: &facts.sources,
        language: Language::It,
        format: Format::Json,
        color: false,
    };
    let found = pipeline::weigh(found, facts);
    (
        made.value.unwrap_or_default(),
        found.iter().map(|finding| printer.text(finding)).collect(),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn a_run_that_remembers_gives_what_a_clean_one_gives(edits in proptest::collection::vec(edit(), 6)) {
        let site = Site::of(&[]);
        (0..=STATES.len()).for_each(|file| {
            apply(&site, (file, 0, true));
        });
        let mut memory = Memory::default();
        let mut by_job = BTreeMap::new();
        for edit in edits {
            let path = apply(&site, edit);
            // Now and then nobody has watched.
            if edit.1 > 0 {
                memory.touch(only(path));
            }
            let (files, found) = run(site.path(), &mut memory);
            let (clean, clean_found) = run(site.path(), &mut Memory::default());
            prop_assert_eq!(found, clean_found);
            for (path, (job, bytes)) in &files {
                prop_assert!(clean.get(path) == Some(&(*job, bytes.clone())), "{} differs after {:?}", path, edit);
                // Equal job, equal bytes: what lets the preview pass over a page.
                if job.is_some() {
                    let known = by_job.entry((path.clone(), *job)).or_insert_with(|| bytes.clone());
                    prop_assert!(known == bytes, "{} has one job and other bytes after {:?}", path, edit);
                }
            }
            prop_assert_eq!(files.len(), clean.len());
        }
    }
}
