//! Where a text names bodies, however it prints them: in full (`Provincia di Brescia`), as one of several of its kind
//! (`le Province capofila: Treviso, Brescia`), by its acronym.

use std::collections::HashMap;
use std::ops::Range;

use super::link::{LEGAL_FORMS, Name, SMALL};
use super::{Arena, Graph};
use crate::model::{Ente, Id, Slug, TipoEnte};

/// How a list of bodies of one kind begins.
const PLURALS: [(&str, TipoEnte); 3] = [
    ("comuni", TipoEnte::Comune),
    ("province", TipoEnte::Provincia),
    ("unioni", TipoEnte::Unione),
];

/// Fewest letters of a company's name that is one word; a shorter one may be any word.
const SHORTEST_WORD: usize = 5;

/// A place in a text that names a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citazione {
    /// The body.
    pub ente: Id<Ente>,
    /// Where it is named, in bytes of the text.
    pub dove: Range<usize>,
}

/// The names of all bodies, ready to be found.
#[derive(Debug, Default)]
pub struct Nomi {
    /// Names by their first word.
    by_word: HashMap<String, Vec<Nome>>,
    /// Bodies by kind and place, for lists.
    by_place: HashMap<(TipoEnte, String), Id<Ente>>,
}

#[derive(Debug)]
struct Nome {
    ente: Id<Ente>,
    /// All its words, folded.
    words: Vec<String>,
    /// What has to be printed to the letter, since an acronym in small letters may be any word.
    exactly: Option<String>,
}

/// A word of a text, or what no name goes across.
struct Token<'t> {
    word: Option<String>,
    printed: &'t str,
    at: usize,
}

impl Nomi {
    /// The names of a graph's bodies. A bare place (`Cesena`) names none: it may be the town.
    #[must_use]
    pub fn of(graph: &Graph) -> Self {
        let mut nomi = Self::default();
        let bodies: &Arena<Ente> = &graph.enti;
        for (id, ente) in bodies.entries() {
            for spelling in std::iter::once(&ente.nome).chain(&ente.alias) {
                nomi.add(id, ente.tipo, spelling);
            }
        }
        nomi
    }

    fn add(&mut self, ente: Id<Ente>, tipo: Option<TipoEnte>, spelling: &str) {
        let name = Name::of(spelling);
        let words = words_of(spelling);
        let Some(first) = words.first().cloned() else { return };
        let acronym = words.len() == 1 && spelling.len() > 2 && spelling.chars().all(char::is_uppercase);
        let company = !matches!(
            tipo,
            Some(TipoEnte::Comune | TipoEnte::Unione | TipoEnte::Provincia | TipoEnte::CittaMetropolitana)
        );
        let distinctive = words.len() > 1 || first.len() >= SHORTEST_WORD;
        if acronym || name.kind.is_some() || company && distinctive {
            let exactly = acronym.then(|| spelling.to_owned());
            let known = self.by_word.entry(first).or_default();
            known.push(Nome { ente, words, exactly });
        }
        if let (Some(kind), place) = (name.kind, name.place) {
            self.by_place.entry((kind, place)).or_insert(ente);
        }
    }

    /// Where a text names bodies, in order; each place once, by the longest name.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Citazione> {
        let tokens = tokens(text);
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            if let Some((ente, length)) = self.name_at(&tokens[at..]) {
                let last = &tokens[at + length - 1];
                let dove = token.at..last.at + last.printed.len();
                found.push(Citazione { ente, dove });
                at += length;
                continue;
            }
            if let Some(kind) = plural(token) {
                found.extend(self.listed(kind, text, token.at + token.printed.len()));
            }
            at += 1;
        }
        found.sort_by_key(|citazione| (citazione.dove.start, citazione.dove.end));
        found
    }

    /// The longest name that begins at the first token, and how many tokens it takes.
    fn name_at(&self, tokens: &[Token<'_>]) -> Option<(Id<Ente>, usize)> {
        let names = self.by_word.get(tokens.first()?.word.as_deref()?)?;
        let fitting = names.iter().filter_map(|name| Some((name.ente, name.length(tokens)?)));
        fitting.max_by_key(|(_, length)| *length)
    }

    /// The bodies of a list behind a plural: behind a colon on the same line (`Province capofila: Treviso, Brescia`), or
    /// right behind it (`province di Brescia, Mantova e Cremona`).
    fn listed(&self, kind: TipoEnte, text: &str, from: usize) -> Vec<Citazione> {
        let rest = text[from..].lines().next().unwrap_or_default();
        let list = rest.find(':').map_or(from, |colon| from + colon + 1);
        let mut found = Vec::new();
        let mut at = list;
        for item in text[list..from + rest.len()].split([',', ';', '.']) {
            for name in item.split(" e ") {
                let start = at + (name.len() - name.trim_start().len());
                let place = (kind, words_of(name).join("-"));
                let ente = self.by_place.get(&place);
                found.extend(ente.map(|ente| Citazione {
                    ente: *ente,
                    dove: start..start + name.trim().len(),
                }));
                at += name.len() + " e ".len();
            }
            at = at - " e ".len() + 1;
        }
        found
    }
}

impl Nome {
    /// How many tokens the name takes where it begins at the first one.
    fn length(&self, tokens: &[Token<'_>]) -> Option<usize> {
        let mut at = 0;
        for word in &self.words {
            at += tokens[at..].iter().take_while(|token| is_small(token, word)).count();
            if tokens.get(at)?.word.as_deref() != Some(word) {
                return None;
            }
            at += 1;
        }
        let as_printed = |exact: &String| tokens.first().is_some_and(|token| token.printed == exact);
        self.exactly.as_ref().is_none_or(as_printed).then_some(at)
    }
}

/// An article or preposition that a name may have or not.
fn is_small(token: &Token<'_>, wanted: &str) -> bool {
    let word = token.word.as_deref();
    word.is_some_and(|word| word != wanted && SMALL.contains(&word))
}

fn plural(token: &Token<'_>) -> Option<TipoEnte> {
    let word = token.word.as_deref()?;
    let known = PLURALS.iter().find(|(plural, _)| *plural == word);
    known.map(|(_, kind)| *kind)
}

/// The words that make a name, folded; what prints leave out at will is not among them.
fn words_of(name: &str) -> Vec<String> {
    let slug = Slug::of(&name.replace('.', ""));
    let words = slug.as_str().split('-').filter(|word| !word.is_empty());
    let telling = words.filter(|word| !SMALL.contains(word) && !LEGAL_FORMS.contains(word));
    telling.map(str::to_owned).collect()
}

/// The words of a text. Cells, sentences and paragraphs part names; the end of a line does not. What stands in an
/// address of mail or web is no word.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut ends = 0;
    for (at, printed) in runs(text) {
        let between = &text[ends..at];
        ends = at + printed.len();
        if parts(between) {
            tokens.push(Token {
                word: None,
                printed: between,
                at: at - between.len(),
            });
        }
        let in_address = between.ends_with('@') || between == "." || text[ends..].starts_with('@');
        tokens.push(Token {
            word: (!in_address).then(|| Slug::of(printed).to_string()),
            printed,
            at,
        });
    }
    tokens
}

/// The stretches of letters and digits, each with its place.
fn runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphanumeric)?;
        let rest = &text[start..];
        at = start + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        Some((start, &text[start..at]))
    })
}

fn parts(between: &str) -> bool {
    between.contains(['\t', '.', ';', ':', ',', '(', ')', '|', '#']) || between.matches('\n').count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::link::{Inputs, link};
    use crate::model::{Detto, Origine, Testo};
    use crate::source::{FileId, Span};

    fn body(name: &str, tipo: TipoEnte, alias: &[&str]) -> Ente {
        let place = Span::new(FileId::new(0), 0, 0);
        let said = |text: &str| Detto::new(Testo::from(text), place);
        Ente {
            id: Slug::of(name),
            nome: said(name),
            tipo: Some(tipo),
            url: Testo::new(),
            alias: alias.iter().map(|text| said(text)).collect(),
            codice_ipa: None,
            sito: None,
            provincia: None,
            regione: None,
            origine: Origine::letta(place),
        }
    }

    /// What is found in a text, by body and as printed.
    fn found(text: &str) -> Vec<(String, String)> {
        let mut graph = link(Inputs::default(), &crate::config::Config::default()).value;
        graph.enti = vec![
            body("Provincia di Borgo", TipoEnte::Provincia, &["Borgo"]),
            body("Unione delle Terre d'Oro", TipoEnte::Unione, &[]),
            body("Unione Province d'Italia", TipoEnte::Altro, &["UPI"]),
            body("Acme Solutions S.r.l.", TipoEnte::Azienda, &["acmesol"]),
        ]
        .into();
        let all = Nomi::of(&graph).find(text).into_iter();
        all.map(|hit| (graph.enti[hit.ente].id.to_string(), text[hit.dove].to_owned()))
            .collect()
    }

    fn names(text: &str) -> Vec<String> {
        found(text).into_iter().map(|(_, printed)| printed).collect()
    }

    #[test]
    fn a_name_is_found_however_it_is_printed() {
        assert_eq!(
            names("La Provincia\ndi Borgo e la PROVINCIA DI BORGO"),
            ["Provincia\ndi Borgo", "PROVINCIA DI BORGO"]
        );
        assert_eq!(names("l'Unione Terre d’Oro: note"), ["Unione Terre d’Oro"]);
        assert_eq!(names("# Acme Solutions, sede"), ["Acme Solutions"]);
    }

    #[test]
    fn a_list_of_one_kind_names_each() {
        assert_eq!(names("le Province capofila nei 3 settori: Fiume, Borgo"), ["Borgo"]);
        assert_eq!(names("delle province di Fiume, Borgo e Monte"), ["Borgo"]);
    }

    #[test]
    fn a_town_a_small_word_or_an_address_names_nobody() {
        assert!(names("a Borgo, in una provincia\tdi Borgo").is_empty());
        assert!(names("gli upi, provincia. Di Borgo").is_empty());
        assert!(names("x@acmesol.it").is_empty());
        assert_eq!(names("UPI-Province"), ["UPI"]);
    }
}
