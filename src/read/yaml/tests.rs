use proptest::prelude::*;

use super::*;

/// Every key and text of a document with the bytes that its span covers.
fn pieces(yaml: &str) -> Vec<(String, String)> {
    fn walk(yaml: &str, node: &Node<'_>, found: &mut Vec<(String, String)>) {
        let slice = |span: Span| yaml[span.start as usize..span.end as usize].to_owned();
        match &node.kind {
            Kind::Empty => found.push(("(empty)".to_owned(), slice(node.span))),
            Kind::Text(text) => found.push((text.clone().into_owned(), slice(node.span))),
            Kind::List(items) => items.iter().for_each(|item| walk(yaml, item, found)),
            Kind::Map(entries) => entries.iter().for_each(|entry| {
                found.push((entry.key.value.clone().into_owned(), slice(entry.key.span)));
                walk(yaml, &entry.value, found);
            }),
        }
    }
    let mut found = Vec::new();
    let read = parse(FileId::new(0), yaml, 0);
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    if let Some(root) = read.value {
        walk(yaml, &root, &mut found);
    }
    found
}

fn codes(yaml: &str) -> Vec<&'static str> {
    parse(FileId::new(0), yaml, 0)
        .problems
        .iter()
        .map(|problem| problem.code.id)
        .collect()
}

#[test]
fn codes_and_words_stay_what_was_typed() {
    let values: Vec<String> = pieces("a: 0123\nb: 06.02\nc: no\nd: 2024-09-05\ne: 1e3\nf: 0x1F\n")
        .into_iter()
        .map(|(text, _)| text)
        .collect();
    assert_eq!(
        values,
        [
            "a",
            "0123",
            "b",
            "06.02",
            "c",
            "no",
            "d",
            "2024-09-05",
            "e",
            "1e3",
            "f",
            "0x1F"
        ]
    );
}

#[test]
fn spans_cover_what_was_typed() {
    assert_eq!(
        pieces("è: \"già\" # nota\nb: [x, 'y']\nc:\n"),
        [
            ("è", "è"),
            ("già", "\"già\""),
            ("b", "b"),
            ("x", "x"),
            ("y", "'y'"),
            ("c", "c"),
            ("(empty)", "")
        ]
        .map(|(text, slice)| (text.to_owned(), slice.to_owned()))
    );
}

#[test]
fn a_block_ends_with_its_last_word() {
    let yaml = "a:\n  - x: 1\n    y: 2\n\n\nb: 3\n";
    let root = parse(FileId::new(0), yaml, 0).value.unwrap();
    let Kind::Map(entries) = &root.kind else { panic!() };
    let list = &entries[0].value;
    assert_eq!(
        &yaml[list.span.start as usize..list.span.end as usize],
        "- x: 1\n    y: 2"
    );
}

#[test]
fn places_count_from_the_start_of_the_file() {
    let root = parse(FileId::new(3), "a: b\n", 100).value.unwrap();
    let Kind::Map(entries) = &root.kind else { panic!() };
    assert_eq!(entries[0].value.span, Span::new(FileId::new(3), 103, 104));
}

#[test]
fn common_mistakes_have_their_own_words() {
    assert_eq!(codes("a: b: c\n"), ["yaml-due-punti"]);
    assert_eq!(codes("a:\n\tb: c\n"), ["yaml-tabulazione"]);
    assert_eq!(codes("a: \"b\nc: d\n"), ["yaml-virgolette"]);
    assert_eq!(codes("a: [b, c\n"), ["yaml-parentesi"]);
    assert_eq!(codes("a: 1\n  b: 2\n"), ["yaml-due-punti"]);
    assert_eq!(codes("a: &x 1\nb: *x\n"), ["yaml-alias"]);
    assert_eq!(codes("a: *x\n"), ["yaml-alias"]);
    assert_eq!(codes("[a, b]: 1\n"), ["yaml-chiave-composta"]);
    assert_eq!(codes("a: 1\n---\nb: 2\n"), ["yaml-due-documenti"]);
    assert_eq!(codes("a: 1\na: 2\na: 3\n"), ["chiave-doppia", "chiave-doppia"]);
}

#[test]
fn a_key_given_twice_names_both_places() {
    let read = parse(FileId::new(0), "a: 1\nb: 2\na: 3\n", 0);
    assert_eq!(read.problems[0].place, Some(Span::new(FileId::new(0), 10, 11)));
    assert_eq!(read.problems[0].related, [Span::new(FileId::new(0), 0, 1)]);
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(yaml in "[-a:\\[\\]{}\"'#|>&*!?, \n\té]{0,60}") {
        for problem in parse(FileId::new(0), &yaml, 0).problems {
            prop_assert!(problem.place.is_some_and(|place| place.end as usize <= yaml.len()));
        }
    }
}

/// What the quick reader makes of a text, beside what all of YAML makes of it; none where it leaves the text alone.
fn both(yaml: &str) -> Option<(String, String)> {
    let quick = plain::parse(FileId::new(0), yaml, 4)?;
    let whole = whole(FileId::new(0), yaml, 4);
    assert!(whole.problems.is_empty(), "{yaml:?}: {:?}", whole.problems);
    Some((format!("{:?}", Some(quick)), format!("{:?}", whole.value)))
}

#[test]
fn usual_front_matter_is_read_quickly_and_says_the_same() {
    let texts = [
        "title: Un corso\ndraft: false\nweight: 3\n",
        "fasi:\n  - {nome: \"Fase 1\", inizio: 2025-06-01}\n  - nome: Due\n    fine: 31/12/2025\nindicatori:\n- testo: Uno\n",
        "taxonomies:\n  temi: [casa, 'sport e altro', \"à\"]\n  sdg: []\n\n# nota\nextra:\n  a:\n    b: c d\n",
        "tags:\n  peg-2025-1: {temi: [a, b], sdg: [3]}\nvuoto: {}\nnulla: ~\nultimo: null",
    ];
    for text in texts {
        let (quick, whole) = both(text).unwrap();
        assert_eq!(quick, whole, "{text}");
    }
}

#[test]
fn the_front_matter_of_this_site_is_read_the_same() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = crate::source::walk::list(root, "content").files;
    let texts = files
        .iter()
        .map(|path| std::fs::read_to_string(root.join(path)).unwrap());
    let quick = texts.filter(|text| {
        let matter = text.split("---\n").nth(1).unwrap_or_default();
        let read = both(matter);
        read.is_some_and(|(quick, whole)| {
            assert_eq!(quick, whole);
            true
        })
    });
    assert!(quick.count() * 2 > files.len());
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 2_000, ..Default::default() })]

    #[test]
    fn the_quick_reader_says_what_all_of_yaml_says(lines in proptest::collection::vec((0..5_usize, proptest::collection::vec(0..PIECES.len(), 0..4)), 0..7)) {
        let line = |(indent, pieces): &(usize, Vec<usize>)| {
            let text: String = pieces.iter().map(|piece| PIECES[*piece]).collect();
            format!("{}{text}\n", " ".repeat(*indent))
        };
        let text: String = lines.iter().map(line).collect();
        if let Some((quick, whole)) = both(&text) {
            proptest::prop_assert_eq!(quick, whole, "{:?}", text);
        }
    }
}

/// Whole lines first, so that many texts are right.
const PIECES: &[&str] = &[
    "a: 1",
    "b: x y",
    "c: \"q\"",
    "k:",
    "l:",
    "k:",
    "l:",
    "- a",
    "- b: 1",
    "- c:",
    "- {a: 1, b: c d}",
    "- 'z'",
    "m: [x, y]",
    "n: {a: [1], b: {}}",
    "# c",
    "",
    "d: 31/12/2025",
    "a",
    "b c",
    "a: ",
    "b: ",
    "c: ",
    "a: ",
    "k:",
    "- ",
    "- ",
    "- ",
    ": ",
    ":",
    "\"x\"",
    "'y'",
    "[",
    "]",
    "{",
    "}",
    ", ",
    ",",
    "#",
    " #c",
    "-",
    "~",
    "null",
    "à",
    "\\",
    "|",
    ">",
    "&",
    "*",
    "!",
    "%",
    "@",
    "`",
    "?",
    "---",
    "...",
    "1",
    "=",
    "<",
    "+",
    "\t",
    " ",
    "\"",
    "'",
    "{a: ",
    "[b, ",
    "http://x",
    "\u{feff}",
    "\u{85}",
    "\u{2028}",
    "/",
    "(",
    "$",
    "_",
];
