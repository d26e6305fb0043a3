use super::search::words;
use crate::model::{Ente, Slug};

/// Domains where anyone can have a mailbox.
const PUBLIC_PROVIDERS: &[&str] = &[
    "alice",
    "aol",
    "email",
    "fastwebnet",
    "gmail",
    "gmx",
    "googlemail",
    "hotmail",
    "icloud",
    "inwind",
    "iol",
    "libero",
    "live",
    "mac",
    "mail",
    "me",
    "msn",
    "outlook",
    "pm",
    "proton",
    "protonmail",
    "tim",
    "tin",
    "tiscali",
    "tiscalinet",
    "virgilio",
    "vodafone",
    "yahoo",
    "ymail",
];

/// First words of the domains of public bodies.
const PUBLIC_BODIES: &[&str] = &[
    "cittametropolitana",
    "citta-metropolitana",
    "cm",
    "comune",
    "gov",
    "provincia",
    "regione",
    "unione",
    "unionecomuni",
];

/// Shorter words of a body's name tell nothing about a domain.
const TELLING_WORD: usize = 5;

/// Whether an address is a body's, not a person's own: its domain is of the form that public bodies use, or is made
/// of the words of a body's name.
pub(super) fn is_institutional<'e>(address: &str, mut bodies: impl Iterator<Item = &'e Ente>) -> bool {
    let Some((_, domain)) = address.rsplit_once('@') else {
        return false;
    };
    let domain = domain.to_lowercase();
    let labels: Vec<&str> = domain.split('.').collect();
    if labels.iter().any(|label| PUBLIC_PROVIDERS.contains(label)) {
        return false;
    }
    let public =
        |label: &&str| PUBLIC_BODIES.contains(label) || label.starts_with("unione") || label.starts_with("comune");
    labels.iter().any(public) || bodies.any(|body| is_named_in(body, &domain))
}

/// Whether anyone can have a mailbox where an address is.
pub(super) fn is_private(address: &str) -> bool {
    let domain = address.rsplit_once('@').map_or("", |(_, domain)| domain).to_lowercase();
    let provider = domain.rsplit('.').nth(1);
    provider.is_some_and(|label| PUBLIC_PROVIDERS.contains(&label))
}

/// How alike a word of a name and a word of an address must be: addresses misspell names by a letter.
const ALIKE: f64 = 0.8;

/// Whether an address says a person's whole name before the `@`: who reads it reads the name.
pub(super) fn spells(address: &str, name: &str) -> bool {
    let local = address.rsplit_once('@').map_or(address, |(local, _)| local);
    let (said, name) = (words(local), words(name));
    let glued = said.concat();
    let alike = |word: &str| {
        said.iter()
            .any(|own| strsim::normalized_levenshtein(word, own) >= ALIKE)
    };
    let is_said = |word: &String| glued.contains(word.as_str()) || alike(word);
    name.len() > 1 && name.iter().all(is_said)
}

fn is_named_in(body: &Ente, domain: &str) -> bool {
    let name = Slug::of(&body.nome);
    let site = body.sito.as_ref().is_some_and(|site| site.contains(domain));
    let telling =
        |word: &str| word.len() >= TELLING_WORD && !["comune", "comuni", "unione", "provincia"].contains(&word);
    site || name
        .as_str()
        .split('-')
        .any(|word| telling(word) && domain.contains(word))
}
