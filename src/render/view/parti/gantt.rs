use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Attivita, Detto, Fase, Giorno, Periodo};
use crate::render::picture::{Scale, Tick};
use crate::render::site::Site;
use crate::render::view::{Day, Place};

/// A Gantt chart that is a table too: each row says its days in words and draws them.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Gantt<'g> {
    /// Labels of the months (or quarters, or years) that the chart covers; empty where no row has a period.
    pub mesi: Vec<Mese>,
    /// Rows, in the order given.
    pub righe: Vec<Riga<'g>>,
    /// Whether any row has actual days.
    pub consuntivo: bool,
}

/// A label of the scale.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Mese {
    /// `gen 2023`, or the year alone where there are many.
    pub nome: String,
    /// How many months it covers, as its share of the width.
    pub mesi: u32,
}

/// A row of the chart.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Riga<'g> {
    /// What the row is about.
    pub titolo: Cow<'g, str>,
    /// Page about it.
    pub url: Option<&'g str>,
    /// What is done, as printed.
    pub descrizione: Option<&'g str>,
    /// Planned first day.
    pub inizio: Option<Day>,
    /// Planned last day.
    pub fine: Option<Day>,
    /// First day in fact.
    pub inizio_effettivo: Option<Day>,
    /// Last day in fact.
    pub fine_effettiva: Option<Day>,
    /// The picture, SVG; empty where the row has no period.
    pub disegno: String,
    /// Where it is printed.
    pub luogo: Option<Place<'g>>,
}

impl<'g> Gantt<'g> {
    /// Draws rows on one scale; none without a row.
    #[must_use]
    pub fn draw(site: &Site<'g>, mut righe: Vec<Riga<'g>>) -> Option<Self> {
        if righe.is_empty() {
            return None;
        }
        let consuntivo = righe.iter().any(|riga| riga.actual().is_some());
        let periods = righe.iter().flat_map(|riga| [riga.planned(), riga.actual()]).flatten();
        let scale = Scale::covering(periods);
        if let Some(scale) = scale {
            let rows = scale.rows();
            for riga in &mut righe {
                riga.disegno = rows.row(riga.planned(), riga.actual());
            }
        }
        let mesi = scale.map(|scale| labels(site, &scale.ticks())).unwrap_or_default();
        Some(Self {
            mesi,
            righe,
            consuntivo,
        })
    }
}

fn labels(site: &Site<'_>, ticks: &[Tick]) -> Vec<Mese> {
    let months = site.locale().months();
    let by_year = ticks.iter().all(|tick| tick.months > 3);
    let mut last_year = None;
    let name = |tick: &Tick| {
        let month: String = months[tick.month as usize - 1].chars().take(3).collect();
        let new_year = last_year.replace(tick.year) != Some(tick.year);
        match (by_year, new_year) {
            (true, _) => tick.year.to_string(),
            (false, true) => format!("{month} {}", tick.year),
            (false, false) => month,
        }
    };
    let names: Vec<String> = ticks.iter().map(name).collect();
    let labelled = names.into_iter().zip(ticks);
    labelled
        .map(|(nome, tick)| Mese {
            nome,
            mesi: tick.months,
        })
        .collect()
}

impl<'g> Riga<'g> {
    /// The row of a phase.
    #[must_use]
    pub fn of_phase(site: &Site<'g>, fase: &'g Fase) -> Self {
        Self {
            titolo: Cow::Borrowed(&fase.nome),
            descrizione: fase.descrizione.as_ref().map(|text| text.as_str()),
            inizio: day(fase.inizio.as_ref()),
            fine: day(fase.fine.as_ref()),
            inizio_effettivo: day(fase.inizio_effettivo.as_ref()),
            fine_effettiva: day(fase.fine_effettiva.as_ref()),
            luogo: Place::of(site, &fase.origine),
            ..Self::default()
        }
    }

    /// The row of a project's activity.
    #[must_use]
    pub fn of_activity(site: &Site<'g>, attivita: &'g Attivita) -> Self {
        let titolo = match &attivita.codice {
            Some(codice) => Cow::Owned(format!("{} – {}", codice.value, attivita.descrizione.value)),
            None => Cow::Borrowed(attivita.descrizione.as_str()),
        };
        Self {
            titolo,
            inizio: day(attivita.inizio.as_ref()),
            fine: day(attivita.fine.as_ref()),
            luogo: Place::of(site, &attivita.origine),
            ..Self::default()
        }
    }

    /// One row for several phases: from the first planned day to the last, and the same of the actual days.
    #[must_use]
    pub fn of_all(titolo: &'g str, url: &'g str, fasi: &[&'g Fase]) -> Self {
        let first = |pick: fn(&Fase) -> Option<&Detto<Giorno>>| {
            fasi.iter().filter_map(|fase| pick(fase)).map(|day| day.value).min()
        };
        let last = |pick: fn(&Fase) -> Option<&Detto<Giorno>>| {
            fasi.iter().filter_map(|fase| pick(fase)).map(|day| day.value).max()
        };
        Self {
            titolo: Cow::Borrowed(titolo),
            url: Some(url),
            inizio: first(|fase| fase.inizio.as_ref()).map(Day),
            fine: last(|fase| fase.fine.as_ref()).map(Day),
            inizio_effettivo: first(|fase| fase.inizio_effettivo.as_ref()).map(Day),
            fine_effettiva: last(|fase| fase.fine_effettiva.as_ref()).map(Day),
            ..Self::default()
        }
    }

    fn planned(&self) -> Option<Periodo> {
        period(self.inizio, self.fine)
    }

    fn actual(&self) -> Option<Periodo> {
        period(self.inizio_effettivo, self.fine_effettiva)
    }
}

fn day(said: Option<&Detto<Giorno>>) -> Option<Day> {
    said.map(|day| Day(day.value))
}

/// The period between two days; none where one is missing or they stand the wrong way round.
fn period(first: Option<Day>, last: Option<Day>) -> Option<Periodo> {
    let (inizio, fine) = (first?.0, last?.0);
    (inizio <= fine).then_some(Periodo { inizio, fine })
}
