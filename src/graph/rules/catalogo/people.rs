use std::collections::BTreeMap;

use super::about;
use crate::diag::Diagnostic;
use crate::diag::register::catalogo::{DOMINIO_QUASI_UGUALE, INIZIALE_DIVERSA, NOME_IN_DUE_MODI, TELEFONO_DI_DUE};
use crate::graph::Graph;
use crate::model::{Contatto, Detto, Slug, Testo};
use crate::read::cell::parse_phones;
use crate::read::cell::phone::{Line, line_of};

/// The most letters in which two spellings of one name differ.
const SLIP: usize = 2;

/// Compares the contacts of cards with each other: addresses, names, telephones.
pub(super) fn check(graph: &Graph, found: &mut Vec<Diagnostic>) {
    let people: Vec<&Contatto> = graph
        .contatti
        .iter()
        .filter(|contact| contact.scheda.is_some())
        .collect();
    names(graph, &people, found);
    phones(graph, &people, found);
    domains(graph, &people, found);
    initials(graph, &people, found);
}

/// An address `initial` + `family name` whose initial is not the person's; each address once.
fn initials(graph: &Graph, people: &[&Contatto], found: &mut Vec<Diagnostic>) {
    let mut said: Vec<&str> = Vec::new();
    for contact in people {
        let (Some(given), Some(family), Some(email)) = (&contact.nome, &contact.cognome, &contact.email) else {
            continue;
        };
        if other_initial(given, family, email) && !said.contains(&email.as_str()) {
            said.push(email.as_str());
            let finding = Diagnostic::new(&INIZIALE_DIVERSA).at(email.span).and(given.span);
            let finding = finding.with("email", &email.value).with("nome", full_name(contact));
            found.push(of(graph, contact, finding));
        }
    }
}

fn other_initial(given: &str, family: &str, email: &str) -> bool {
    let letters = |text: &str| Slug::of(text).as_str().replace('-', "");
    let local = letters(email.split('@').next().unwrap_or_default());
    let (given, family) = (letters(given), letters(family));
    let initial = local.strip_suffix(family.as_str()).filter(|_| family.len() > 1);
    initial.is_some_and(|initial| initial.len() == 1 && !given.starts_with(initial))
}

/// Name and family name in one.
fn full_name(contact: &Contatto) -> String {
    let parts = [&contact.nome, &contact.cognome].into_iter().flatten();
    parts.map(|part| part.value.as_str()).collect::<Vec<_>>().join(" ")
}

fn slug(contact: &Contatto) -> Slug {
    Slug::of(&full_name(contact))
}

/// Whether two contacts are one person, by address or by name.
fn same_person(one: &Contatto, other: &Contatto) -> bool {
    let address = |contact: &Contatto| contact.email.as_ref().map(|email| email.to_lowercase());
    slug(one) == slug(other) || (address(one).is_some() && address(one) == address(other))
}

/// One address, two spellings of one name.
fn names(graph: &Graph, people: &[&Contatto], found: &mut Vec<Diagnostic>) {
    for (address, owners) in by(people, |contact| {
        contact
            .email
            .iter()
            .map(|email| email.as_str().to_lowercase())
            .collect()
    }) {
        let Some((first, others)) = owners.split_first() else {
            continue;
        };
        let (own, own_slug) = (full_name(first), slug(first));
        let spelt_otherwise = |other: &&&Contatto| {
            let distance = strsim::damerau_levenshtein(own_slug.as_str(), slug(other).as_str());
            (1..=SLIP).contains(&distance)
        };
        if let Some(other) = others.iter().find(spelt_otherwise) {
            let (Some(at), Some(twin)) = (name_of(other), name_of(first)) else {
                continue;
            };
            let finding = Diagnostic::new(&NOME_IN_DUE_MODI)
                .at(at.span)
                .and(twin.span)
                .with("email", address);
            found.push(of(
                graph,
                other,
                finding.with("nome", full_name(other)).with("altro", own),
            ));
        }
    }
}

/// The part of a name that a finding points at: the family name, else the given one.
fn name_of(contact: &Contatto) -> Option<&Detto<Testo>> {
    contact.cognome.as_ref().or(contact.nome.as_ref())
}

/// One number, two people. A switchboard is everybody's, so land lines do not count.
fn phones(graph: &Graph, people: &[&Contatto], found: &mut Vec<Diagnostic>) {
    let mobiles = |contact: &Contatto| -> Vec<String> {
        let mobile = contact.telefoni.iter().filter(|phone| line_of(phone) == Line::Mobile);
        mobile.flat_map(|phone| digits(phone)).collect()
    };
    for (number, owners) in by(people, mobiles) {
        let Some((first, others)) = owners.split_first() else {
            continue;
        };
        let Some(other) = others.iter().find(|other| !same_person(first, other)) else {
            continue;
        };
        let printed = |contact: &Contatto| {
            contact
                .telefoni
                .iter()
                .find(|phone| digits(phone).contains(&number))
                .cloned()
        };
        let (Some(at), Some(twin)) = (printed(other), printed(first)) else {
            continue;
        };
        let finding = Diagnostic::new(&TELEFONO_DI_DUE)
            .at(at.span)
            .and(twin.span)
            .with("telefono", &at.value);
        found.push(of(
            graph,
            other,
            finding.with("nome", full_name(other)).with("altro", full_name(first)),
        ));
    }
}

fn digits(phone: &str) -> Vec<String> {
    parse_phones(phone).iter().map(|phone| phone.digits()).collect()
}

/// A domain that differs by one letter from one that more addresses have.
fn domains(graph: &Graph, people: &[&Contatto], found: &mut Vec<Diagnostic>) {
    let domains = by(people, |contact| domain(contact).into_iter().collect());
    for (rare, owners) in &domains {
        let twin = domains.iter().find(|(common, many)| {
            strsim::damerau_levenshtein(rare, common) == 1 && (many.len(), rare) > (owners.len(), common)
        });
        let (Some((common, many)), Some(owner)) = (twin, owners.first()) else {
            continue;
        };
        found.extend(misspelt(graph, (owner, rare), (many, common)));
    }
}

/// The finding about the owner of a rare domain and the first of the many who have the common one.
fn misspelt(
    graph: &Graph,
    (owner, rare): (&Contatto, &str),
    (many, common): (&[&Contatto], &str),
) -> Option<Diagnostic> {
    let twin = many.first()?.email.as_ref()?;
    let at = owner.email.as_ref()?;
    let finding = Diagnostic::new(&DOMINIO_QUASI_UGUALE).at(at.span).and(twin.span);
    let finding = finding.with("dominio", rare).with("altro", common);
    Some(of(graph, owner, finding.with("email", &at.value)))
}

fn domain(contact: &Contatto) -> Option<String> {
    let (_, domain) = contact.email.as_ref()?.split_once('@')?;
    Some(domain.to_lowercase())
}

/// The contacts by what they have, in the order of the alphabet; contacts in source order.
fn by<'c>(people: &[&'c Contatto], key: impl Fn(&Contatto) -> Vec<String>) -> BTreeMap<String, Vec<&'c Contatto>> {
    let mut groups: BTreeMap<String, Vec<&Contatto>> = BTreeMap::new();
    for contact in people {
        for key in key(contact) {
            groups.entry(key).or_default().push(contact);
        }
    }
    groups
}

fn of(graph: &Graph, contact: &Contatto, finding: Diagnostic) -> Diagnostic {
    match contact.scheda {
        Some(card) => about(finding, &graph.schede[card]),
        None => finding,
    }
}
