use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::datum::{Datum, Kind, Reason};
use super::known::Said;
use super::mailbox::{is_institutional, spells};
use super::prose;
use super::search::name_words;
use crate::config::{Contacts, Privacy, Staff};
use crate::graph::{Arena, Graph};
use crate::model::{Contatto, Detto, Ente, RuoloContatto, Testo};
use crate::read::cell::phone::{Line, line_of};

/// A person, whatever the order of the words of the name.
type Person = BTreeSet<String>;

/// Decides on every personal datum of the tables, in their order, and takes what is withheld out of the facts. Closed
/// unless a law is named.
pub(super) fn apply(graph: &mut Graph, privacy: &Privacy) -> Vec<Datum> {
    let full = is_open(privacy) && privacy.contacts == Contacts::Full;
    let mut data = heads(graph);
    close_staff(graph, is_open(privacy) && privacy.staff == Staff::Names, &mut data);
    close_contacts(graph, full, &mut data);
    data
}

/// Whether a law is named that allows more than the closed policy.
pub(super) fn is_open(privacy: &Privacy) -> bool {
    let law = privacy.base_giuridica.as_ref();
    law.is_some_and(|law| !law.trim().is_empty())
}

/// People who answer for a unit: their names are published.
fn heads(graph: &Graph) -> Vec<Datum> {
    let named = graph
        .unita
        .iter()
        .filter_map(|unit| Some((unit, unit.responsabile.as_ref()?)));
    let data = named.map(|(unit, head)| Datum::new(Kind::Nome, head, unit.id.as_str(), Reason::InCarica));
    data.collect()
}

fn person(name: &str) -> Person {
    name_words(name).into_iter().collect()
}

/// Whom the text about a unit's head names: the whole, and who stands in it behind a title (`Segretario dott. …`).
fn people_of(head: &str) -> impl Iterator<Item = Person> {
    let titled = prose::titled(head);
    let titled = titled.into_iter().map(|name| person(&name));
    std::iter::once(person(head)).chain(titled)
}

/// People assigned: those in charge keep their names, but never beside an effort; the rows of all others stay without
/// a name, so that they can be counted.
fn close_staff(graph: &mut Graph, all_named: bool, data: &mut Vec<Datum>) {
    let heads: BTreeSet<Person> = data.iter().flat_map(|datum| people_of(&datum.value)).collect();
    let mut in_charge: HashMap<Testo, bool> = HashMap::new();
    if graph.assegnazioni.iter().all(|assignment| assignment.persona.is_none()) {
        return;
    }
    let named = graph.assegnazioni.shared_mut().iter_mut();
    for assignment in named.filter(|assignment| assignment.persona.is_some()) {
        let assignment = Arc::make_mut(assignment);
        let Some(name) = assignment.persona.take() else {
            continue;
        };
        let heads_one = *in_charge
            .entry(name.value.clone())
            .or_insert_with(|| heads.contains(&person(&name)));
        let reason = match (all_named, heads_one) {
            (true, _) => Reason::BaseGiuridica,
            (false, true) => Reason::InCarica,
            (false, false) => Reason::NonInCarica,
        };
        let objective = assignment.obiettivo.map(|id| graph.obiettivi[id].id.as_str());
        let of = objective.or_else(|| assignment.progetto.map(|id| graph.progetti[id].id.as_str()));
        let of = of.unwrap_or_default();
        data.push(Datum::new(Kind::Nome, &name, of, reason));
        if reason == Reason::InCarica {
            let effort = assignment.impegno_percentuale.take();
            let effort = effort.map(|effort| Detto::new(ecow::eco_format!("{}", effort.value), effort.span));
            data.extend(effort.map(|effort| Datum::new(Kind::Impegno, &effort, of, Reason::AccantoAlNome)));
        }
        assignment.persona = Some(name).filter(|_| reason.is_published());
    }
}

/// Contacts: the official in charge by name, and for all what belongs to the office.
fn close_contacts(graph: &mut Graph, full: bool, data: &mut Vec<Datum>) {
    for contact in graph.contatti.shared_mut() {
        close_contact(Arc::make_mut(contact), full, &graph.enti, data);
    }
}

fn close_contact(contact: &mut Contatto, full: bool, bodies: &Arena<Ente>, data: &mut Vec<Datum>) {
    let open = |closed: Reason| if full { Reason::BaseGiuridica } else { closed };
    let of = contact.id.as_str();
    let named = open(match contact.ruolo {
        RuoloContatto::Responsabile => Reason::InCarica,
        _ => Reason::NonInCarica,
    });
    let person = Datum::person(contact.nome.as_ref(), contact.cognome.as_ref(), of, named);
    let name = person.as_ref().map(|datum| datum.value.clone());
    data.extend(person);
    if !named.is_published() {
        contact.nome = None;
        contact.cognome = None;
    }
    let mut keep = |kind: Kind, value: &Detto<Testo>, reason: Reason| {
        data.push(Datum::new(kind, value, of, reason));
        reason.is_published()
    };
    let mailbox = contact.email.take();
    contact.email = mailbox.filter(|address| {
        let says_name = !named.is_published() && name.as_ref().is_some_and(|name| spells(address, name));
        let reason = match mailbox_reason(address, bodies) {
            Reason::Istituzionale if says_name => Reason::NonInCarica,
            reason => reason,
        };
        keep(Kind::Email, address, open(reason))
    });
    contact
        .telefoni
        .retain(|number| keep(Kind::Telefono, number, open(number_reason(number))));
}

/// People whom only running text names; they are taken out of texts wherever they stand. `titled` are those whom texts
/// are known to name behind a title.
pub(super) fn in_prose(graph: &Graph, full: bool, titled: &mut Said<String>) -> Vec<Datum> {
    let reason = if full {
        Reason::BaseGiuridica
    } else {
        Reason::NonInCarica
    };
    let names = prose::names(graph, titled).into_iter();
    names.map(|(name, of)| Datum::in_text(&name, &of, reason)).collect()
}

fn mailbox_reason(address: &str, bodies: &Arena<Ente>) -> Reason {
    match is_institutional(address, bodies.iter()) {
        true => Reason::Istituzionale,
        false => Reason::CasellaPersonale,
    }
}

fn number_reason(number: &str) -> Reason {
    match line_of(number) {
        Line::Land => Reason::Istituzionale,
        Line::Mobile | Line::Other => Reason::Cellulare,
    }
}
