//! Calendars to subscribe to (RFC 5545): all-day events, `DTEND` exclusive, `UID` and `DTSTAMP` that the run decides.

use std::io::Write;

use anyhow::Result;
use chrono::Days;
use icalendar::{Calendar, Component as _, Event, EventLike as _, EventStatus};

use super::Context;
use crate::graph::Graph;
use crate::model::{Disponibilita, Ente, Fase, Giorno, Id, Piano, Scheda, Stato, TipoDisponibilita};

/// A calendar of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Feed {
    /// Every session of the catalogue at this address.
    Catalogo(String),
    /// The sessions of a card.
    Scheda(Id<Scheda>),
    /// The sessions that a body hosts.
    Ente(Id<Ente>),
    /// The dated ends of a plan or project.
    Scadenze(Id<Piano>),
}

impl Feed {
    /// Every calendar that has an event.
    pub(super) fn all(context: &Context<'_>) -> Vec<Feed> {
        let graph = context.graph;
        let mut catalogues: Vec<String> = graph.schede.iter().map(|scheda| catalogue_of(&scheda.url)).collect();
        catalogues.sort_unstable();
        catalogues.dedup();
        let every = (catalogues.into_iter().map(Feed::Catalogo))
            .chain(graph.schede.ids().map(Feed::Scheda))
            .chain(graph.enti.ids().map(Feed::Ente))
            .chain(graph.piani.ids().map(Feed::Scadenze));
        every.filter(|feed| feed.events(context).next().is_some()).collect()
    }

    /// Path of the file below the output folder.
    pub(super) fn path(&self, context: &Context<'_>) -> String {
        let graph = context.graph;
        match self {
            Feed::Catalogo(url) => format!("{url}calendario.ics"),
            Feed::Scheda(id) => named_like(&graph.schede[*id].url, graph.schede[*id].id.as_str()),
            Feed::Ente(id) => named_like(&graph.enti[*id].url, graph.enti[*id].id.as_str()),
            Feed::Scadenze(id) => format!("{}scadenze.ics", graph.piani[*id].url),
        }
    }

    fn name(&self, context: &Context<'_>) -> String {
        let graph = context.graph;
        match self {
            Feed::Catalogo(_) => context.config.title.clone(),
            Feed::Scheda(id) => graph.schede[*id].titolo.to_string(),
            Feed::Ente(id) => graph.enti[*id].nome.to_string(),
            Feed::Scadenze(id) => graph.piani[*id].titolo.to_string(),
        }
    }

    /// Its events, made one by one as they are asked for.
    fn events<'c>(&'c self, context: &'c Context<'_>) -> Box<dyn Iterator<Item = Event> + 'c> {
        let (graph, to) = (context.graph, &context.graph.relations);
        match self {
            Feed::Catalogo(url) => {
                let cards = graph
                    .schede
                    .ids()
                    .filter(|id| catalogue_of(&graph.schede[*id].url) == *url);
                Box::new(cards.flat_map(|id| card_sessions(context, id)))
            }
            Feed::Scheda(id) => Box::new(card_sessions(context, *id)),
            Feed::Ente(id) => {
                let cards = to.schede_di_ente.of(*id).iter();
                Box::new(cards.flat_map(|card| card_sessions(context, *card)))
            }
            Feed::Scadenze(id) => Box::new(deadlines(context, *id)),
        }
    }
}

/// Address of the list that a card's page stands under.
fn catalogue_of(card: &str) -> String {
    let parent = card.trim_end_matches('/').rfind('/').map_or("/", |at| &card[..=at]);
    parent.to_owned()
}

fn named_like(url: &str, id: &str) -> String {
    format!("{url}{id}.ics")
}

/// The calendar as text, CRLF and folded at 75 octets.
///
/// # Errors
/// When `out` refuses bytes.
pub(super) fn calendar(feed: &Feed, context: &Context<'_>, out: &mut dyn Write) -> Result<()> {
    let mut calendar = Calendar::empty();
    let language = context.config.language.to_uppercase();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", format!("-//vetrina//{language}").as_str()));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar.append_property(("METHOD", "PUBLISH"));
    calendar.name(&feed.name(context));
    let empty = calendar.to_string();
    let (head, end) = empty.split_at(empty.rfind("END:VCALENDAR").unwrap_or(empty.len()));
    let mut folded = Vec::new();
    let mut write = |text: &str| {
        folded.clear();
        fold(text, &mut folded);
        out.write_all(&folded)
    };
    write(head)?;
    for event in feed.events(context) {
        write(&event.try_into_string()?)?;
    }
    Ok(write(end)?)
}

/// Octets that a line may have, its end not counted (RFC 5545 3.1).
const OCTETS: usize = 75;

/// Folds the lines that the library leaves too long: it does not count the space that continues a line.
fn fold(text: &str, out: &mut Vec<u8>) {
    for line in text.split_terminator("\r\n") {
        let mut rest = line;
        let mut room = OCTETS;
        while rest.len() > room {
            let (now, later) = rest.split_at(rest.floor_char_boundary(room));
            out.extend_from_slice(now.as_bytes());
            out.extend_from_slice(b"\r\n ");
            (rest, room) = (later, OCTETS - 1);
        }
        out.extend_from_slice(rest.as_bytes());
        out.extend_from_slice(b"\r\n");
    }
}

/// An event for each dated session of a card; a month without a day is no event.
fn card_sessions<'c>(context: &'c Context<'_>, id: Id<Scheda>) -> impl Iterator<Item = Event> + 'c {
    let graph = context.graph;
    let dates = graph
        .relations
        .disponibilita_di_scheda
        .of(id)
        .iter()
        .map(|date| &graph.disponibilita[*date]);
    let mut ordinal = Ordinal::default();
    dates
        .filter(|date| date.tipo != TipoDisponibilita::Mese)
        .map(move |date| {
            let number = ordinal.next(date.gruppo);
            session(context, &graph.schede[id], date, number)
        })
}

/// Numbers the dates of one printed line, so that moving one date to another day keeps its event's identity.
#[derive(Default)]
struct Ordinal {
    group: u32,
    number: u32,
}

impl Ordinal {
    fn next(&mut self, group: u32) -> u32 {
        self.number = if self.group == group { self.number + 1 } else { 1 };
        self.group = group;
        self.number
    }
}

fn session(context: &Context<'_>, scheda: &Scheda, date: &Disponibilita, number: u32) -> Event {
    let uid = format!("{}-{}-{number}", scheda.id, date.gruppo);
    let mut event = all_day(context, &uid, &scheda.titolo, date.inizio, date.fine, &scheda.url);
    event.location(&context.graph.enti[scheda.ente].nome);
    event.status(match date.stato {
        Stato::Fissata => EventStatus::Confirmed,
        Stato::Alternativa | Stato::DaConfermare => EventStatus::Tentative,
    });
    event
}

/// An event on the last day of every phase, activity and next step of a plan.
fn deadlines<'c>(context: &'c Context<'_>, id: Id<Piano>) -> impl Iterator<Item = Event> + 'c {
    let phases = phases_of(context.graph, id).filter_map(move |fase| phase_end(context, fase));
    let rest = activity_ends(context, id).chain(next_steps(context, id));
    phases.chain(rest)
}

fn phases_of(graph: &Graph, id: Id<Piano>) -> impl Iterator<Item = &Fase> {
    let to = &graph.relations;
    let of_objectives = to
        .obiettivi_di_piano
        .of(id)
        .iter()
        .flat_map(|obiettivo| to.fasi_di_obiettivo.of(*obiettivo));
    let of_projects = to
        .progetti_di_piano
        .of(id)
        .iter()
        .flat_map(|progetto| to.fasi_di_progetto.of(*progetto));
    // A phase of an objective may name the project too; it counts once, with its objective.
    let of_projects = of_projects.filter(|fase| graph.fasi[**fase].obiettivo.is_none());
    of_objectives.chain(of_projects).map(|fase| &graph.fasi[*fase])
}

fn phase_end(context: &Context<'_>, fase: &Fase) -> Option<Event> {
    let graph = context.graph;
    let url = match (fase.obiettivo, fase.progetto) {
        (Some(obiettivo), _) => &graph.obiettivi[obiettivo].url,
        (None, Some(progetto)) => &graph.progetti[progetto].url,
        (None, None) => return None,
    };
    let day = fase.fine.as_ref()?.value;
    Some(all_day(
        context,
        &format!("fase-{}", fase.id),
        &fase.nome,
        day,
        day,
        url,
    ))
}

fn activity_ends(context: &Context<'_>, id: Id<Piano>) -> impl Iterator<Item = Event> {
    let graph = context.graph;
    let url = &graph.piani[id].url;
    let activities = graph
        .relations
        .attivita_di_piano
        .of(id)
        .iter()
        .map(|attivita| &graph.attivita[*attivita]);
    activities.filter_map(move |attivita| {
        let day = attivita.fine.as_ref()?.value;
        let uid = format!("attivita-{}", attivita.id);
        Some(all_day(context, &uid, &attivita.descrizione, day, day, url))
    })
}

fn next_steps(context: &Context<'_>, id: Id<Piano>) -> impl Iterator<Item = Event> {
    let (graph, piano) = (context.graph, &context.graph.piani[id]);
    let steps = graph.relations.scadenze_di_piano.of(id).iter().enumerate();
    steps.filter_map(move |(at, scadenza)| {
        let scadenza = &graph.scadenze[*scadenza];
        let day = scadenza.entro.as_ref()?.value;
        let uid = format!("scadenza-{}-{}", piano.id, at + 1);
        Some(all_day(context, &uid, &scadenza.cosa, day, day, &piano.url))
    })
}

fn all_day(context: &Context<'_>, uid: &str, title: &str, first: Giorno, last: Giorno, url: &str) -> Event {
    let mut event = Event::new();
    event.uid(&format!("{uid}@{}", context.host()));
    event.timestamp(context.date.and_time(chrono::NaiveTime::MIN).and_utc());
    event.summary(title);
    event.starts(first);
    event.ends(last.checked_add_days(Days::new(1)).unwrap_or(last));
    event.url(&context.absolute(url));
    event
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_line_is_too_long_and_nothing_is_lost(text in "[a-zà-ÿ€ ]{0,300}") {
            let mut calendar = Calendar::empty();
            calendar.push(Event::new().uid("1").timestamp(chrono::DateTime::UNIX_EPOCH).summary(&text).done());
            let mut folded = Vec::new();
            fold(&calendar.to_string(), &mut folded);
            let folded = String::from_utf8(folded).unwrap();
            prop_assert!(folded.split("\r\n").all(|line| line.len() <= OCTETS));
            let line = format!("SUMMARY:{text}\r\n");
            prop_assert!(folded.replace("\r\n ", "").contains(&line), "{}", folded);
        }
    }
}
