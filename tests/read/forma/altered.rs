//! The same words with other marks between them.

use std::sync::LazyLock;

use proptest::prelude::*;
use regex::Regex;
use unicode_normalization::UnicodeNormalization;

use super::{CATALOGUE, MINUTES, OBJECTIVES, PRODUCTS, SLIDES, Seed, assert_alike};

/// What is done to a text.
type Alteration = (&'static str, fn(&str) -> String);

fn replaced(text: &str, pattern: &str, by: &str) -> String {
    Regex::new(pattern).unwrap().replace_all(text, by).into_owned()
}

const ALTERATIONS: &[Alteration] = &[
    ("with the line ends of another system", |text| {
        text.replace('\n', "\r\n")
    }),
    ("with a mark in front and accents apart", |text| {
        format!("\u{feff}{}", text.nfd().collect::<String>())
    }),
    ("with blanks that do not break", |text| {
        replaced(text, r"(\S) (\S)", "$1\u{a0}$2")
    }),
    ("with narrow blanks", |text| {
        replaced(text, r"(\w) (\w)", "$1\u{202f}$2")
    }),
    ("with two blanks for one", |text| replaced(text, r"(\S) (\S)", "$1  $2")),
    ("with cells left over at the end of rows", |text| {
        replaced(text, r"(?m)^(.*\t.*)$", "$1\t\t")
    }),
    ("with blanks around cells", |text| text.replace('\t', " \t ")),
    ("with longer dashes", |text| replaced(text, r"(\w) - (\w)", "$1 – $2")),
    ("with dashes for bullets", |text| replaced(text, r"(?m)^( *)- ", "$1– ")),
    ("with squares for bullets", |text| {
        replaced(text, r"(?m)^( *)- ", "$1▪ ")
    }),
    ("with asterisks for bullets", |text| {
        replaced(text, r"(?m)^( *)- ", "$1* ")
    }),
    ("with curved apostrophes", |text| text.replace('\'', "’")),
];

/// What is said, whatever its blanks, dashes, apostrophes and bullets are.
fn even(said: &str) -> String {
    static BLANKS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?m)(\S)[ \u{a0}\u{202f}]+").unwrap());
    static BULLETS: LazyLock<Regex> = LazyLock::new(|| Regex::new("marker: \"[–▪*-]\"").unwrap());
    let dashed = said.replace(['–', '—'], "-").replace('’', "'");
    let blanks = dashed.replace("\\u{a0}", " ").replace("\\u{202f}", " ");
    BULLETS
        .replace_all(&BLANKS.replace_all(&blanks, "$1 "), "")
        .into_owned()
}

fn says_the_same_altered(seed: Seed) {
    let text = seed.text();
    let as_received = even(&seed.said(&text));
    for (how, alter) in ALTERATIONS {
        assert_alike(seed, how, &as_received, &even(&seed.said(&alter(&text))));
    }
}

#[test]
fn a_catalogue() {
    says_the_same_altered(CATALOGUE);
}

#[test]
fn a_plan_of_objectives() {
    says_the_same_altered(OBJECTIVES);
}

#[test]
fn a_plan_of_products() {
    says_the_same_altered(PRODUCTS);
}

#[test]
fn minutes_of_a_project() {
    says_the_same_altered(MINUTES);
}

#[test]
fn slides_of_a_project() {
    says_the_same_altered(SLIDES);
}

/// The text of the next year.
fn next_year(text: &str) -> String {
    static YEAR: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\b(?:19|20)\d\d\b").unwrap());
    let next = |found: &regex::Captures<'_>| (found[0].parse::<u32>().unwrap() + 1).to_string();
    // `_` is a letter to the pattern, but parts the year from the rest of a code.
    YEAR.replace_all(&text.replace('_', " \u{1} "), next)
        .replace(" \u{1} ", "_")
}

/// What is said of the next year; a bare number is no year, but what bits of months make.
fn said_next_year(said: &str) -> String {
    let is_number = |line: &str| line.trim_end_matches(',').trim().parse::<u32>().is_ok();
    let lines = said.lines().map(|line| {
        if is_number(line) {
            line.to_owned()
        } else {
            next_year(line)
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn another_year_is_read_as_well() {
    for seed in [CATALOGUE, OBJECTIVES, PRODUCTS, MINUTES, SLIDES] {
        let text = seed.text();
        let later = Seed {
            anno: seed.anno + 1,
            ..seed
        };
        let expected = said_next_year(&seed.said(&text));
        assert_alike(seed, "a year later", &expected, &later.said(&next_year(&text)));
    }
}

/// A text with the end of a page in a blank line, by its ordinal: the number of the page, then a form feed.
fn paged(text: &str, breaks: &[usize]) -> String {
    let mut breaks: Vec<usize> = breaks.to_vec();
    breaks.sort_unstable();
    breaks.dedup();
    let mut out = String::new();
    for (at, part) in text.split("\n\n").enumerate() {
        if at > 0 {
            match breaks.binary_search(&at) {
                Ok(page) => out.push_str(&format!("\n\n{}\n\u{c}\n", page + 1)),
                Err(_) => out.push_str("\n\n"),
            }
        }
        out.push_str(part);
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn page_numbers_stand_in_no_text(breaks in prop::collection::vec(1_usize..400, 12..40)) {
        for seed in [CATALOGUE, PRODUCTS] {
            let text = seed.text();
            assert_alike(seed, "with page numbers", &seed.said(&text), &seed.said(&paged(&text, &breaks)));
        }
    }
}
