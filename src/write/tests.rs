use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use walkdir::WalkDir;

use super::*;
use crate::diag::Diagnostic;
use crate::diag::register::lettura::DOCUMENTO_VUOTO;

/// An output with bytes given, or none for one that fails. Counts how often it is made.
struct Page {
    path: &'static str,
    bytes: Option<&'static str>,
    job: Option<Digest>,
    made: &'static AtomicUsize,
}

static ELSEWHERE: AtomicUsize = AtomicUsize::new(0);

impl Output for Page {
    fn path(&self) -> &str {
        self.path
    }

    fn make(&self, known: Option<&Digest>) -> Result<Made<'_>, Vec<Diagnostic>> {
        if known.is_some() && known == self.job.as_ref() {
            return Ok(Made::AsKnown);
        }
        self.made.fetch_add(1, Ordering::Relaxed);
        let bytes = self.bytes.ok_or_else(|| vec![Diagnostic::new(&DOCUMENTO_VUOTO)])?;
        let bytes = Cow::Borrowed(bytes.as_bytes());
        Ok(Made::File { bytes, job: self.job })
    }
}

fn page(path: &'static str, bytes: impl Into<Option<&'static str>>) -> Box<dyn Output> {
    Box::new(Page {
        path,
        bytes: bytes.into(),
        job: None,
        made: &ELSEWHERE,
    })
}

fn staged(site: &Path, outputs: &[Box<dyn Output>]) -> Staged {
    stage(
        &Place::new(&site.join("public")),
        outputs,
        &|_, _| Vec::new(),
        &AtomicBool::new(false),
    )
    .unwrap()
}

fn build(site: &Path, outputs: &[Box<dyn Output>]) -> Written {
    let staged = staged(site, outputs);
    assert!(
        staged
            .found
            .iter()
            .all(|finding| finding.severity < crate::diag::Severity::Error)
    );
    staged.commit().unwrap()
}

fn codes(staged: &Staged) -> Vec<&'static str> {
    staged.found.iter().map(|finding| finding.code.id).collect()
}

/// Every file below a folder with its text.
fn tree(dir: &Path) -> BTreeMap<String, String> {
    let files = WalkDir::new(dir).into_iter().map(Result::unwrap);
    files
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let below = entry.path().strip_prefix(dir).unwrap().to_str().unwrap();
            (below.to_owned(), fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}

#[test]
fn an_equal_build_writes_nothing() {
    let site = tempfile::tempdir().unwrap();
    let outputs = [page("index.html", "casa"), page("dati/enti.csv", "id\n")];
    let first = build(site.path(), &outputs);
    assert_eq!((first.made, first.pages, first.written, first.unchanged), (2, 1, 2, 0));
    let before = tree(site.path());
    let second = build(site.path(), &outputs);
    assert_eq!((second.written, second.unchanged, second.removed), (0, 2, 0));
    assert_eq!(tree(site.path()), before);
}

#[test]
fn what_stands_after_a_build_is_the_site_and_the_manifest_beside_it() {
    let site = tempfile::tempdir().unwrap();
    build(site.path(), &[page("a/index.html", "a")]);
    let paths: Vec<_> = tree(site.path()).into_keys().collect();
    assert_eq!(paths, [".vetrina/public.jsonl", "public/a/index.html"]);
    assert!(!site.path().join("public/.vetrina").exists());
}

#[test]
fn an_equal_job_is_not_made_again_unless_somebody_touched_its_file() {
    static MADE: AtomicUsize = AtomicUsize::new(0);
    let site = tempfile::tempdir().unwrap();
    let job = |digest| -> [Box<dyn Output>; 1] {
        [Box::new(Page {
            path: "index.html",
            bytes: Some("casa"),
            job: Some([digest; 32]),
            made: &MADE,
        })]
    };
    build(site.path(), &job(1));
    build(site.path(), &job(1));
    assert_eq!(MADE.load(Ordering::Relaxed), 1);
    fs::write(site.path().join("public/index.html"), "altro").unwrap();
    assert_eq!(build(site.path(), &job(1)).written, 1);
    assert_eq!(MADE.load(Ordering::Relaxed), 2);
    assert_eq!(build(site.path(), &job(2)).written, 0);
    assert_eq!(MADE.load(Ordering::Relaxed), 3);
}

#[test]
fn only_what_vetrina_wrote_is_removed_and_a_page_that_goes_is_reported() {
    let site = tempfile::tempdir().unwrap();
    build(
        site.path(),
        &[
            page("index.html", "casa"),
            page("a/b/index.html", "b"),
            page("dati/x.csv", "x"),
            page("y.txt", "y"),
        ],
    );
    fs::write(site.path().join("public/ospite.txt"), "non nostro").unwrap();
    fs::write(site.path().join("public/y.txt"), "cambiato").unwrap();
    let staged = staged(site.path(), &[page("index.html", "casa")]);
    let gone: Vec<_> = staged.gone.iter().map(|finding| finding.code.id).collect();
    assert_eq!(gone, ["indirizzo-sparito", "file-non-nostro"]);
    assert_eq!(staged.gone[0].args, [("indirizzo", "/a/b/".to_owned())]);
    assert_eq!(staged.commit().unwrap().removed, 2);
    let paths: Vec<_> = tree(&site.path().join("public")).into_keys().collect();
    assert_eq!(paths, ["index.html", "ospite.txt", "y.txt"]);
    assert!(!site.path().join("public/a").exists());
}

#[test]
fn a_build_that_is_not_committed_leaves_the_old_site() {
    let site = tempfile::tempdir().unwrap();
    build(site.path(), &[page("index.html", "casa"), page("a/index.html", "a")]);
    let before = tree(site.path());
    let failed = staged(
        site.path(),
        &[
            page("index.html", "nuova"),
            page("b/index.html", None),
            page("c/index.html", None),
        ],
    );
    assert_eq!(codes(&failed), ["documento-vuoto", "documento-vuoto"]);
    drop(failed);
    assert_eq!(tree(site.path()), before);
}

#[test]
fn an_interrupted_build_leaves_the_old_site() {
    let site = tempfile::tempdir().unwrap();
    build(site.path(), &[page("index.html", "casa")]);
    let before = tree(site.path());
    let place = Place::new(&site.path().join("public"));
    let stopped = stage(
        &place,
        &[page("index.html", "nuova")],
        &|_, _| Vec::new(),
        &AtomicBool::new(true),
    );
    assert!(matches!(stopped, Err(Failure::Interrupted)));
    assert_eq!(tree(site.path()), before);
}

#[test]
fn what_the_inspection_finds_keeps_the_bytes_from_the_public() {
    let site = tempfile::tempdir().unwrap();
    let place = Place::new(&site.path().join("public"));
    let inspect = |_: &dyn Output, bytes: &[u8]| match bytes.windows(3).any(|seen| seen == b"333") {
        true => vec![Diagnostic::new(&DOCUMENTO_VUOTO)],
        false => Vec::new(),
    };
    let outputs = [page("a.html", "tel. 333 444"), page("b.html", "tel. 0522")];
    let staged = stage(&place, &outputs, &inspect, &AtomicBool::new(false)).unwrap();
    assert_eq!(codes(&staged), ["documento-vuoto"]);
}

#[test]
fn addresses_that_cannot_stand_together_are_reported() {
    let site = tempfile::tempdir().unwrap();
    let outputs = [
        page("a/index.html", "1"),
        page("a/index.html", "2"),
        page("b", "file"),
        page("b/index.html", "folder"),
        page("../fuori.html", "fuori"),
        page("/etc/passwd", "fuori"),
    ];
    let codes = codes(&staged(site.path(), &outputs));
    let twice = "indirizzo-doppio";
    let refused = "indirizzo-non-ammesso";
    assert_eq!(codes, [twice, refused, refused, twice]);
    assert!(!site.path().join("fuori.html").exists());
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_symbolic_link() {
    let site = tempfile::tempdir().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    fs::create_dir(site.path().join("public")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), site.path().join("public/a")).unwrap();
    let place = Place::new(&site.path().join("public"));
    let refused = stage(
        &place,
        &[page("a/index.html", "a")],
        &|_, _| Vec::new(),
        &AtomicBool::new(false),
    );
    assert!(matches!(refused, Err(Failure::System { .. })));
    assert!(tree(elsewhere.path()).is_empty());
}

#[test]
fn a_file_gives_way_to_a_folder_and_back() {
    let site = tempfile::tempdir().unwrap();
    build(site.path(), &[page("a", "file")]);
    build(site.path(), &[page("a/b", "folder")]);
    build(site.path(), &[page("a", "file")]);
    assert_eq!(
        tree(&site.path().join("public")),
        BTreeMap::from([("a".to_owned(), "file".to_owned())])
    );
}

#[test]
fn a_manifest_reads_back_what_it_wrote_and_passes_over_the_rest() {
    let entry = Entry {
        length: 3,
        sum: Sum::of(b"abc"),
        job: Some([1; 32]),
    };
    let plain = Entry { job: None, ..entry };
    let manifest: Manifest = [("b \"c\".html".to_owned(), entry), ("à.csv".to_owned(), plain)]
        .into_iter()
        .collect();
    let text = manifest.to_text();
    assert_eq!(Manifest::parse(&text), manifest);
    assert_eq!(Manifest::parse(&format!("nonsense\n{text}{{}}\n")), manifest);
}

#[test]
fn a_folder_of_another_stays_when_files_join_it() {
    let site = tempfile::tempdir().unwrap();
    build(site.path(), &[page("a/index.html", "a")]);
    fs::write(site.path().join("public/a/ospite.txt"), "non nostro").unwrap();
    build(
        site.path(),
        &[
            page("a/index.html", "aa"),
            page("a/b/c/index.html", "c"),
            page("d/index.html", "d"),
        ],
    );
    let paths: Vec<_> = tree(&site.path().join("public")).into_keys().collect();
    assert_eq!(
        paths,
        ["a/b/c/index.html", "a/index.html", "a/ospite.txt", "d/index.html"]
    );
}

/// An output that is written piece by piece.
struct Long(&'static str, Vec<&'static str>);

impl Output for Long {
    fn path(&self) -> &str {
        self.0
    }

    fn make(&self, _: Option<&Digest>) -> Result<Made<'_>, Vec<Diagnostic>> {
        let write = |sink: &mut dyn io::Write| {
            let written = self.1.iter().try_for_each(|piece| sink.write_all(piece.as_bytes()));
            written.map_err(|_| Vec::new())
        };
        Ok(Made::Pieces(Box::new(write)))
    }
}

#[test]
fn a_file_in_pieces_is_written_where_it_differs_from_what_stands() {
    let site = tempfile::tempdir().unwrap();
    let file = site.path().join("public/dati/x.csv");
    let long = |pieces: &[&'static str]| -> [Box<dyn Output>; 1] { [Box::new(Long("dati/x.csv", pieces.to_vec()))] };
    for (pieces, written) in [
        (&["id\n", "uno\n"][..], 1),
        (&["id\n", "uno\n"], 0),
        (&["id\n", "uno\n", "due\n"], 1),
        (&["id\n"], 1),
        (&["codice\n"], 1),
        (&[], 1),
        (&[], 0),
    ] {
        assert_eq!(build(site.path(), &long(pieces)).written, written, "{pieces:?}");
        assert_eq!(fs::read_to_string(&file).unwrap(), pieces.concat());
    }
    let written: String = fs::read_to_string(site.path().join(".vetrina/public.jsonl")).unwrap();
    build(site.path(), &[page("dati/x.csv", "")]);
    assert_eq!(
        fs::read_to_string(site.path().join(".vetrina/public.jsonl")).unwrap(),
        written
    );
}
