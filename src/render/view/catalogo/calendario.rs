use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Catalogo, Sessione};
use crate::model::{Giorno, Scheda};
use crate::render::site::Site;
use crate::render::view::{Crumb, Day, Layout};

/// The months of a catalogue that have a date, each with its dates in the order of days.
#[derive(Clone, Debug)]
pub struct Mesi<'g> {
    /// Address of the calendar.
    pub url: String,
    months: BTreeMap<Giorno, Vec<Agenda<'g>>>,
}

/// A date with its card.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Agenda<'g> {
    /// The date.
    pub sessione: Sessione<'g>,
    /// Title of the card.
    pub titolo: &'g str,
    /// Address of the card.
    pub url: &'g str,
    /// Name of the host.
    pub ente: &'g str,
    /// Number among the cards of its host.
    pub numero: Option<u32>,
}

/// The calendar of a catalogue, all months as a list: `catalogo/calendario.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AnnoView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// The months, each with its address and dates.
    pub mesi: Vec<MeseBreve<'g>>,
}

/// A month in the list of all.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MeseBreve<'g> {
    /// First day.
    pub inizio: Day,
    /// Address of its page.
    pub url: String,
    /// Dates with a day.
    pub date: Vec<Agenda<'g>>,
    /// Dates that say the month only.
    pub senza_giorno: Vec<Agenda<'g>>,
}

/// A month: `catalogo/mese.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MeseView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// First day of the month.
    pub mese: Day,
    /// Days of the week, Monday first.
    pub giorni: &'static [&'static str; 7],
    /// Weeks of seven days.
    pub settimane: Vec<Vec<Casella<'g>>>,
    /// Dates with a day.
    pub date: Vec<Agenda<'g>>,
    /// Dates that say the month only.
    pub senza_giorno: Vec<Agenda<'g>>,
    /// Month before that has a date.
    pub precedente: Option<Crumb<'g>>,
    /// Month behind that has a date.
    pub seguente: Option<Crumb<'g>>,
}

/// A day in the table of a month.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Casella<'g> {
    /// The day; empty for a day of another month.
    pub giorno: Option<Day>,
    /// Its number.
    pub numero: u32,
    /// Whether it is the build date.
    pub oggi: bool,
    /// Sessions from top to bottom, each in the same line on every day that it lasts; `None` keeps a line free.
    pub righe: Vec<Option<Barra<'g>>>,
}

/// The part of a session that falls on a day.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Barra<'g> {
    /// Title of the card.
    pub titolo: &'g str,
    /// Address of the card.
    pub url: &'g str,
    /// Name of the host.
    pub ente: &'g str,
    /// Number among the cards of its host.
    pub numero: Option<u32>,
    /// `fissata` or `alternativa`.
    pub stato: &'static str,
    /// Whether the session lies before the build date.
    pub passata: bool,
    /// Which day of the session it is, from 1.
    pub ordine: i64,
    /// How many days the session lasts.
    pub giornate: i64,
    /// Whether the session's line begins here in this week, so that its words stand here.
    pub inizia: bool,
    /// Whether the session goes on tomorrow in this week.
    pub continua: bool,
}

impl<'g> Mesi<'g> {
    /// Sorts the dates of a catalogue by month; a session that crosses a month's end stands in both.
    #[must_use]
    pub fn of(site: &Site<'g>, catalogo: &Catalogo<'g>) -> Self {
        let mut months: BTreeMap<Giorno, Vec<Agenda<'g>>> = BTreeMap::new();
        for id in &catalogo.schede {
            let scheda = &site.graph.schede[*id];
            for sessione in super::sessioni(site, *id) {
                let agenda = agenda(site, scheda, sessione);
                for month in months_between(agenda.sessione.inizio.0, agenda.sessione.fine.0) {
                    months.entry(month).or_default().push(agenda.clone());
                }
            }
        }
        for dates in months.values_mut() {
            // Dates without a day come last: what is certain is what people look for.
            dates.sort_by_key(|Agenda { sessione, .. }| (sessione.giornate.is_none(), sessione.inizio, sessione.fine));
        }
        Self {
            url: format!("{}calendario/", catalogo.url),
            months,
        }
    }

    /// The first days of the months.
    pub fn firsts(&self) -> impl Iterator<Item = Giorno> {
        self.months.keys().copied()
    }

    /// Address of a month's page.
    #[must_use]
    pub fn address(&self, first: Giorno) -> String {
        format!("{}{}/", self.url, first.format("%Y-%m"))
    }

    /// The next dates that are not past, at most so many.
    #[must_use]
    pub fn coming(&self, limit: usize) -> Vec<Agenda<'g>> {
        let all = self.months.values().flatten();
        let mut found: Vec<Agenda<'g>> = Vec::with_capacity(limit);
        for agenda in all.filter(|agenda| !agenda.sessione.passata) {
            let known = |other: &Agenda<'_>| other.url == agenda.url && other.sessione.inizio == agenda.sessione.inizio;
            if found.len() < limit && !found.iter().any(known) {
                found.push(agenda.clone());
            }
        }
        found
    }

    fn dates(&self, first: Giorno, with_day: bool) -> Vec<Agenda<'g>> {
        let all = self.months.get(&first).map_or(&[][..], Vec::as_slice);
        all.iter()
            .filter(|agenda| agenda.sessione.giornate.is_some() == with_day)
            .cloned()
            .collect()
    }
}

fn agenda<'g>(site: &Site<'g>, scheda: &'g Scheda, sessione: Sessione<'g>) -> Agenda<'g> {
    Agenda {
        sessione,
        titolo: &scheda.titolo,
        url: &scheda.url,
        ente: &site.graph.enti[scheda.ente].nome,
        numero: scheda.numero,
    }
}

/// First days of the months that a stretch of days touches; at most two years of them.
fn months_between(first: Giorno, last: Giorno) -> impl Iterator<Item = Giorno> {
    let start = first.with_day(1).unwrap_or(first);
    (0..24).map_while(move |months| {
        start
            .checked_add_months(Months::new(months))
            .filter(|month| *month <= last)
    })
}

/// The whole calendar.
#[must_use]
pub fn anno<'g>(site: &Site<'g>, catalogo: &Catalogo<'g>, mesi: &Mesi<'g>) -> AnnoView<'g> {
    let title = site.text("calendario.titolo");
    let mut page = Layout::new(site, mesi.url.clone(), title, site.text("calendario.lead"))
        .below(catalogo.title(site), catalogo.url)
        .kicker(catalogo.title(site))
        .lead(site.text("calendario.lead"))
        .download(
            site,
            site.text("catalogo.ics_tutte"),
            format!("{}calendario.ics", catalogo.url),
        );
    let mut list = Vec::new();
    for first in mesi.firsts() {
        page = page.section(&format!("m{}", first.format("%Y-%m")), site.locale().month(first));
        list.push(MeseBreve {
            inizio: Day(first),
            url: mesi.address(first),
            date: mesi.dates(first, true),
            senza_giorno: mesi.dates(first, false),
        });
    }
    AnnoView { page, mesi: list }
}

/// One month.
#[must_use]
pub fn mese<'g>(site: &Site<'g>, catalogo: &Catalogo<'g>, mesi: &Mesi<'g>, first: Giorno) -> MeseView<'g> {
    let name = site.locale().month(first);
    let date = mesi.dates(first, true);
    let neighbour =
        |month: Option<Giorno>| month.map(|month| Crumb::new(site.locale().month(month), mesi.address(month)));
    let page = Layout::new(site, mesi.address(first), name, site.text("calendario.lead"))
        .below(catalogo.title(site), catalogo.url)
        .below(site.text("calendario.titolo"), mesi.url.clone())
        .kicker(site.text("calendario.kicker"))
        .download(
            site,
            site.text("catalogo.ics_tutte"),
            format!("{}calendario.ics", catalogo.url),
        );
    MeseView {
        page,
        mese: Day(first),
        giorni: site.locale().weekdays(),
        settimane: weeks(site, first, &date),
        senza_giorno: mesi.dates(first, false),
        precedente: neighbour(mesi.months.range(..first).next_back().map(|(month, _)| *month)),
        seguente: neighbour(mesi.months.range(first..).nth(1).map(|(month, _)| *month)),
        date,
    }
}

/// The month as weeks from Monday to Sunday.
fn weeks<'g>(site: &Site<'g>, first: Giorno, dates: &[Agenda<'g>]) -> Vec<Vec<Casella<'g>>> {
    let monday = first - Days::new(u64::from(first.weekday().num_days_from_monday()));
    let mondays = (0..6).map(|week| monday + Days::new(7 * week));
    mondays
        .take_while(|monday| *monday < first + Months::new(1))
        .map(|monday| week(site, first, monday, dates))
        .collect()
}

fn week<'g>(site: &Site<'g>, first: Giorno, monday: Giorno, dates: &[Agenda<'g>]) -> Vec<Casella<'g>> {
    let sunday = monday + Days::new(6);
    let here = dates
        .iter()
        .filter(|agenda| agenda.sessione.inizio.0 <= sunday && agenda.sessione.fine.0 >= monday);
    let lanes = lanes(here);
    let days = (0..7).map(|day| monday + Days::new(day));
    days.map(|day| {
        let inside = day.month() == first.month();
        Casella {
            giorno: inside.then_some(Day(day)),
            numero: day.day(),
            oggi: day == site.today,
            righe: if inside {
                bars(&lanes, day, monday, sunday)
            } else {
                Vec::new()
            },
        }
    })
    .collect()
}

/// Puts each session in the topmost line that is free on all its days of the week.
fn lanes<'a, 'g>(sessions: impl Iterator<Item = &'a Agenda<'g>>) -> Vec<Vec<&'a Agenda<'g>>>
where
    'g: 'a,
{
    let mut lanes: Vec<Vec<&Agenda<'g>>> = Vec::new();
    for agenda in sessions {
        let is_free = |lane: &Vec<&Agenda<'g>>| {
            lane.last()
                .is_none_or(|last| last.sessione.fine < agenda.sessione.inizio)
        };
        match lanes.iter_mut().find(|lane| is_free(lane)) {
            Some(lane) => lane.push(agenda),
            None => lanes.push(vec![agenda]),
        }
    }
    lanes
}

/// The lines of a day; free lines below the last session are left out.
fn bars<'g>(lanes: &[Vec<&Agenda<'g>>], day: Giorno, monday: Giorno, sunday: Giorno) -> Vec<Option<Barra<'g>>> {
    let mut rows: Vec<Option<Barra<'g>>> = lanes
        .iter()
        .map(|lane| {
            let today = lane
                .iter()
                .find(|agenda| agenda.sessione.inizio.0 <= day && day <= agenda.sessione.fine.0)?;
            Some(bar(today, day, monday, sunday))
        })
        .collect();
    while rows.last().is_some_and(Option::is_none) {
        rows.pop();
    }
    rows
}

fn bar<'g>(agenda: &Agenda<'g>, day: Giorno, monday: Giorno, sunday: Giorno) -> Barra<'g> {
    let sessione = &agenda.sessione;
    let begins_here = sessione.inizio.0 == day || day == monday || day.day() == 1;
    Barra {
        titolo: agenda.titolo,
        url: agenda.url,
        ente: agenda.ente,
        numero: agenda.numero,
        stato: sessione.stato,
        passata: sessione.passata,
        ordine: (day - sessione.inizio.0).num_days() + 1,
        giornate: sessione.giornate.unwrap_or(1),
        inizia: begins_here,
        continua: day < sessione.fine.0 && day != sunday,
    }
}
