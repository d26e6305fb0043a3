//! People whom a document names in running text: the speakers of an agenda, and whoever stands behind a title. No table
//! lists them, so they are known by the form in which they are printed.

use std::collections::BTreeSet;

use super::known::Said;
use crate::graph::Graph;
use crate::model::{Sezione, TipoSezione};
use crate::read::cell::names_body;

/// Titles and offices before a name in running text.
const TITLES: [&str; 24] = [
    "arch",
    "assessora",
    "assessore",
    "avv",
    "consigliera",
    "consigliere",
    "dott",
    "dottor",
    "dottoressa",
    "dottssa",
    "dr",
    "drssa",
    "geom",
    "ing",
    "prof",
    "professor",
    "professore",
    "professoressa",
    "profssa",
    "rag",
    "sig",
    "signor",
    "signora",
    "sigra",
];

/// What no name goes beyond: ends of lines, and what parts the cells of a table that is written as text.
const BETWEEN_NAMES: [char; 5] = ['\n', '\r', ';', ',', '"'];

/// Most words of a name.
const LONGEST: usize = 4;

/// The names in the prose of all documents with a page, each with the id of its document. `known` are those whom texts are
/// known to name behind a title.
pub(super) fn names(graph: &Graph, known: &mut Said<String>) -> Vec<(String, String)> {
    let mut found = BTreeSet::new();
    for agenda in graph
        .sezioni
        .iter()
        .filter(|sezione| sezione.tipo == TipoSezione::Agenda)
    {
        let plan = graph.piani[agenda.piano].id.to_string();
        found.extend(speakers_of(agenda).into_iter().map(|name| (name, plan.clone())));
    }
    for documento in graph.documenti.iter().filter(|documento| !documento.url.is_empty()) {
        let Some(file) = documento.testo else { continue };
        let titled = known.of(&graph.sources, file, titled).iter();
        found.extend(titled.map(|name| (name.clone(), documento.id.to_string())));
    }
    found.into_iter().collect()
}

fn speakers_of(agenda: &Sezione) -> Vec<String> {
    let lines = agenda.voci.iter().flat_map(|voce| voce.testo.lines());
    lines.flat_map(speakers).collect()
}

/// The people of a line of an agenda: `Ente: Nome Cognome, ruolo e Nome Cognome, ruolo`, `Nome Cognome, ruolo`.
fn speakers(line: &str) -> Vec<String> {
    let (announced, people) = match line.split_once(':') {
        Some((_, people)) => (true, people),
        None => (false, line),
    };
    let mut found = Vec::new();
    for part in people.split(" e ") {
        let (who, role) = part
            .split_once(',')
            .map_or((part, None), |(who, role)| (who, Some(role)));
        let name = without_title(who.trim_matches(|c: char| !c.is_alphabetic()));
        if (announced || role.is_some()) && is_name(name) {
            found.push(name.to_owned());
        }
    }
    found
}

fn without_title(who: &str) -> &str {
    match who.split_once(' ') {
        Some((title, name)) if is_title(title) => name.trim_start(),
        _ => who,
    }
}

/// Whether a word is a title or an office before a name.
pub(super) fn is_title(word: &str) -> bool {
    let word = word.rsplit(['\'', '’']).next().unwrap_or(word);
    let letters: String = word.chars().filter(|c| c.is_alphabetic()).collect();
    TITLES.contains(&letters.to_lowercase().as_str())
}

/// The people of a text who stand behind a title: `la consigliera Nome Cognome`. Words that the text prints in small
/// letters too are common nouns (`Prof. Amministrativo Contabile`).
pub(super) fn titled(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for stretch in text.split(BETWEEN_NAMES) {
        let words: Vec<&str> = stretch.split([' ', '\t']).filter(|word| !word.is_empty()).collect();
        for (at, _) in words.iter().enumerate().filter(|(_, word)| is_title(word)) {
            let name = opening_name(&words[at + 1..]);
            if is_name(&name) && !name.split(' ').any(|word| is_common(text, word)) {
                found.push(name);
            }
        }
    }
    found
}

/// The capitalised words that a stretch opens with, up to the one that a mark ends.
fn opening_name(words: &[&str]) -> String {
    let mut name: Vec<&str> = Vec::new();
    for word in words.iter().take(LONGEST) {
        let bare = word.trim_end_matches(|c: char| !c.is_alphabetic());
        if !is_capitalised(bare) {
            break;
        }
        name.push(bare);
        if bare.len() < word.len() {
            break;
        }
    }
    name.join(" ")
}

fn is_common(text: &str, word: &str) -> bool {
    let low = word.to_lowercase();
    text.match_indices(&low).any(|(at, _)| {
        let alone = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        alone(text[..at].chars().next_back()) && alone(text[at + low.len()..].chars().next())
    })
}

/// Two to four capitalised words that name no body.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    (2..=LONGEST).contains(&words.len()) && words.iter().all(|word| is_capitalised(word)) && !names_body(text)
}

/// `Rossi`, `D'Amico`, `ROSSI`.
fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    capital && word.chars().count() > 1 && letters.all(|c| c.is_alphabetic() || "'’-".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_speakers_of_an_agenda() {
        for (line, expected) in [
            ("Piero Antoni, Direttore Generale", vec!["Piero Antoni"]),
            (
                "Provincia di Borgo: Maria Carla Giardi, Segretario",
                vec!["Maria Carla Giardi"],
            ),
            (
                "Provincia di Borgo: Massimo Loren, Responsabile e Raffa Dian, Funzionario",
                vec!["Massimo Loren", "Raffa Dian"],
            ),
            (
                "Provincia di Borgo: Ing. Roberto Cordi, responsabile",
                vec!["Roberto Cordi"],
            ),
            ("Acme Group: Sandra Canei", vec!["Sandra Canei"]),
            ("Apertura lavori", vec![]),
            ("Provincia di Borgo: Comune di Monte", vec![]),
            ("Province, Comuni e Regioni", vec![]),
        ] {
            assert_eq!(speakers(line), expected, "{line}");
        }
    }

    #[test]
    fn whoever_stands_behind_a_title() {
        let text = "Proposto dalla consigliera Silva Pisano, il ruolo di Prof. Amministrativo Contabile\tun atto \
                    amministrativo e contabile; il prof. Rossi tace.";
        assert_eq!(titled(text), ["Silva Pisano"]);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC*") {
            let _ = (speakers(&text), titled(&text));
        }
    }
}
