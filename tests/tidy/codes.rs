use std::collections::BTreeSet;

use vetrina::diag::{Wording, register};

fn sentences(wording: &Wording) -> [&'static str; 4] {
    [wording.message, wording.label, wording.related, wording.help]
}

/// The names between braces in the sentences of one language.
fn placeholders(wording: &Wording) -> BTreeSet<&'static str> {
    sentences(wording)
        .into_iter()
        .flat_map(|sentence| sentence.split('{').skip(1))
        .filter_map(|rest| rest.split(['}', '#']).next())
        .collect()
}

#[test]
fn ids_are_unique() {
    let mut seen = BTreeSet::new();
    for code in register::all() {
        assert!(seen.insert(code.id), "two codes are called {}", code.id);
    }
}

#[test]
fn ids_are_lower_case_words_joined_by_hyphens() {
    for code in register::all() {
        let words = code
            .id
            .split('-')
            .all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()));
        assert!(words, "{}", code.id);
    }
}

#[test]
fn both_languages_say_what_and_explain_why() {
    for code in register::all() {
        for wording in [&code.it, &code.en] {
            assert!(!wording.message.is_empty(), "{} has no message", code.id);
            assert!(!wording.explain.is_empty(), "{} has no explanation", code.id);
        }
    }
}

#[test]
fn both_languages_say_the_same_parts() {
    for code in register::all() {
        let filled = |wording| sentences(wording).map(|sentence| !sentence.is_empty());
        assert_eq!(filled(&code.it), filled(&code.en), "{}", code.id);
    }
}

#[test]
fn both_languages_use_the_same_facts() {
    for code in register::all() {
        assert_eq!(placeholders(&code.it), placeholders(&code.en), "{}", code.id);
    }
}
