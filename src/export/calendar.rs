//! Calendars to subscribe to (RFC 5545): all-day events, `DTEND` exclusive, `UID` and `DTSTAMP` that the run decides.

use std::fmt;
use std::io::Write;

use anyhow::Result;
use chrono::Days;
use icalendar::{Calendar, Property};

use super::Context;
use super::cell::first_byte;
use super::stretches::in_order;
use crate::graph::Graph;
use crate::model::{Disponibilita, Ente, Fase, Giorno, Id, Piano, Scheda, Stato, TipoDisponibilita, iso};

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
    fn events<'c>(&'c self, context: &'c Context<'_>) -> Box<dyn Iterator<Item = Event<'c>> + 'c> {
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
    let (host, mut lines) = (context.host(), Vec::new());
    fold(head, &mut lines);
    out.write_all(&lines)?;
    in_order(feed.events(context), EVENT, out, |events, lines| {
        events.iter().try_for_each(|event| event.write(context, host, lines))
    })?;
    lines.clear();
    fold(end, &mut lines);
    Ok(out.write_all(&lines)?)
}

/// An event that lasts whole days.
#[derive(Debug)]
struct Event<'g> {
    /// What tells it from all others of the site.
    uid: String,
    title: &'g str,
    first: Giorno,
    last: Giorno,
    /// Address of the page that tells of it.
    url: &'g str,
    location: Option<&'g str>,
    status: Option<&'static str>,
}

impl<'g> Event<'g> {
    /// An event on one day.
    fn on(day: Giorno, uid: String, title: &'g str, url: &'g str) -> Self {
        Self {
            uid,
            title,
            first: day,
            last: day,
            url,
            location: None,
            status: None,
        }
    }

    /// Appends its lines, by name.
    fn write(&self, context: &Context<'_>, host: &str, out: &mut Vec<u8>) -> Result<()> {
        out.extend_from_slice(b"BEGIN:VEVENT\r\n");
        let end = self.last.checked_add_days(Days::new(1)).unwrap_or(self.last);
        push_day("DTEND;VALUE=DATE:", end, "", out);
        push_day("DTSTAMP:", context.date, "T000000Z", out);
        push_day("DTSTART;VALUE=DATE:", self.first, "", out);
        for (name, text) in [
            ("LOCATION", self.location),
            ("STATUS", self.status),
            ("SUMMARY", Some(self.title)),
        ] {
            text.map_or(Ok(()), |text| property(name, &[text], out))?;
        }
        property("UID", &[&self.uid, "@", host], out)?;
        property("URL", &context.absolute_parts(self.url), out)?;
        out.extend_from_slice(b"END:VEVENT\r\n");
        Ok(())
    }
}

/// Appends a day with what goes before and behind it.
fn push_day(before: &str, day: Giorno, behind: &str, out: &mut Vec<u8>) {
    let digits = iso(day);
    for piece in [
        before.as_bytes(),
        &digits[..4],
        &digits[5..7],
        &digits[8..],
        behind.as_bytes(),
        b"\r\n",
    ] {
        out.extend_from_slice(piece);
    }
}

/// Appends a property, its text in parts. Nearly all texts stand on a line as they are; the library escapes and folds
/// the others.
fn property(name: &str, text: &[&str], out: &mut Vec<u8>) -> fmt::Result {
    let length: usize = text.iter().map(|part| part.len()).sum();
    let is_escaped = |byte: u8| (byte == b'\\') | (byte == b',') | (byte == b';') | (byte == b'\n');
    let plain = |part: &&str| first_byte(part, is_escaped).is_none();
    if name.len() + 1 + length > OCTETS || !text.iter().all(plain) {
        let folded: String = Property::new(name, text.concat()).try_into()?;
        fold(&folded, out);
        return Ok(());
    }
    for piece in [name, ":"].iter().chain(text).chain(&["\r\n"]) {
        out.extend_from_slice(piece.as_bytes());
    }
    Ok(())
}

/// Most events have fewer bytes.
const EVENT: usize = 384;

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
fn card_sessions<'c>(context: &'c Context<'_>, id: Id<Scheda>) -> impl Iterator<Item = Event<'c>> + 'c {
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

fn session<'g>(context: &Context<'g>, scheda: &'g Scheda, date: &Disponibilita, number: u32) -> Event<'g> {
    Event {
        uid: format!("{}-{}-{number}", scheda.id, date.gruppo),
        title: &scheda.titolo,
        first: date.inizio,
        last: date.fine,
        url: &scheda.url,
        location: Some(&context.graph.enti[scheda.ente].nome),
        status: Some(match date.stato {
            Stato::Fissata => "CONFIRMED",
            Stato::Alternativa | Stato::DaConfermare => "TENTATIVE",
        }),
    }
}

/// An event on the last day of every phase, activity and next step of a plan.
fn deadlines<'c>(context: &'c Context<'_>, id: Id<Piano>) -> impl Iterator<Item = Event<'c>> + 'c {
    let phases = phases_of(context.graph, id).filter_map(move |fase| phase_end(context.graph, fase));
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

fn phase_end<'g>(graph: &'g Graph, fase: &'g Fase) -> Option<Event<'g>> {
    let url = match (fase.obiettivo, fase.progetto) {
        (Some(obiettivo), _) => &graph.obiettivi[obiettivo].url,
        (None, Some(progetto)) => &graph.progetti[progetto].url,
        (None, None) => return None,
    };
    let day = fase.fine.as_ref()?.value;
    Some(Event::on(day, ["fase-", fase.id.as_str()].concat(), &fase.nome, url))
}

fn activity_ends<'g>(context: &Context<'g>, id: Id<Piano>) -> impl Iterator<Item = Event<'g>> {
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
        Some(Event::on(day, uid, &attivita.descrizione, url))
    })
}

fn next_steps<'g>(context: &Context<'g>, id: Id<Piano>) -> impl Iterator<Item = Event<'g>> {
    let (graph, piano) = (context.graph, &context.graph.piani[id]);
    let steps = graph.relations.scadenze_di_piano.of(id).iter().enumerate();
    steps.filter_map(move |(at, scadenza)| {
        let scadenza = &graph.scadenze[*scadenza];
        let day = scadenza.entro.as_ref()?.value;
        let uid = format!("scadenza-{}-{}", piano.id, at + 1);
        Some(Event::on(day, uid, &scadenza.cosa, &piano.url))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(text: &str) -> String {
        let mut lines = Vec::new();
        property("SUMMARY", &[text], &mut lines).unwrap();
        String::from_utf8(lines).unwrap()
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_nothing_is_lost(text in "[a-zà-ÿ€ ]{0,300}") {
            let lines = line(&text);
            prop_assert!(lines.split("\r\n").all(|line| line.len() <= OCTETS));
            prop_assert_eq!(lines.replace("\r\n ", ""), format!("SUMMARY:{text}\r\n"));
        }

        #[test]
        fn a_line_that_is_written_as_it_is_is_the_library_s(text in "[a-z\\\\;,:\"\n]{0,80}") {
            let library: String = Property::new("SUMMARY", text.as_str()).try_into().unwrap();
            let mut lines = Vec::new();
            fold(&library, &mut lines);
            prop_assert_eq!(line(&text).into_bytes(), lines);
        }
    }
}
