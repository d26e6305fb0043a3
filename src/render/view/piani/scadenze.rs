use std::borrow::Cow;

use chrono::Datelike as _;
use schemars::JsonSchema;
use serde::Serialize;

use super::below_plan;
use crate::graph::Graph;
use crate::model::{Fase, Giorno, Id, Origine, Piano};
use crate::render::site::Site;
use crate::render::view::{Crumb, Day, Layout, Place};

/// The dated ends of a plan or project: `piani/scadenze.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ScadenzeView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// Months that have an end, in order.
    pub mesi: Vec<MeseScadenze<'g>>,
}

/// A month with its ends.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MeseScadenze<'g> {
    /// First day of the month.
    pub mese: Day,
    /// How many ends it has.
    pub quante: usize,
    /// Page of its own, where there are too many ends for one page; the ends then stand there.
    pub url: Option<String>,
    /// The ends, in order.
    pub voci: Vec<VoceScadenza<'g>>,
}

/// An end.
#[derive(Debug, Serialize, JsonSchema)]
pub struct VoceScadenza<'g> {
    /// The day.
    pub giorno: Day,
    /// Whether it lies before the build date.
    pub passata: bool,
    /// What ends.
    pub cosa: Cow<'g, str>,
    /// What it is part of, with its page.
    pub di: Option<Crumb<'g>>,
    /// Where it is printed.
    pub luogo: Option<Place<'g>>,
}

/// More ends than this stand on a page for each month.
const ON_ONE_PAGE: usize = 400;

/// The months, by their first days, whose deadlines have a page of their own; none where one page holds them all.
pub(crate) fn months_apart(graph: &Graph, id: Id<Piano>) -> Vec<Giorno> {
    let ends = ends(graph, id);
    if ends.len() <= ON_ONE_PAGE {
        return Vec::new();
    }
    let mut months: Vec<Giorno> = ends.iter().map(|end| end.month()).collect();
    months.sort_unstable();
    months.dedup();
    months
}

/// Address of the deadlines of one month.
pub(crate) fn month_url(url: &str, month: Giorno) -> String {
    format!("{url}{}/", month.format("%Y-%m"))
}

/// The deadlines page of a plan or project.
#[must_use]
pub fn scadenze<'g>(site: &Site<'g>, id: Id<Piano>, url: String) -> ScadenzeView<'g> {
    let ends = ends(site.graph, id);
    let apart = ends.len() > ON_ONE_PAGE;
    let mut mesi = by_month(site, ends);
    for month in mesi.iter_mut().filter(|_| apart) {
        month.url = Some(month_url(&url, month.mese.0));
        month.voci.clear();
    }
    let page = layout(site, id, url, site.text("piani.scadenze"));
    ScadenzeView { page, mesi }
}

/// The deadlines of one month, by its first day.
#[must_use]
pub fn scadenze_del_mese<'g>(site: &Site<'g>, id: Id<Piano>, url: &str, month: Giorno) -> ScadenzeView<'g> {
    let ends = ends(site.graph, id).into_iter().filter(|end| end.month() == month);
    let title = format!("{}, {}", site.text("piani.scadenze"), site.locale().month(month));
    let page = layout(site, id, month_url(url, month), title).below(site.text("piani.scadenze"), url.to_owned());
    ScadenzeView {
        page,
        mesi: by_month(site, ends.collect()),
    }
}

fn layout<'g>(site: &Site<'g>, id: Id<Piano>, url: String, title: impl Into<Cow<'g, str>>) -> Layout<'g> {
    let piano = &site.graph.piani[id];
    below_plan(site, id, url, title, site.text("piani.scadenze_lead"))
        .kicker(piano.titolo.as_str())
        .lead(site.text("piani.scadenze_lead"))
        .download(site, site.text("piani.scadenze"), format!("{}scadenze.ics", piano.url))
}

fn by_month<'g>(site: &Site<'g>, mut ends: Vec<End<'g>>) -> Vec<MeseScadenze<'g>> {
    ends.sort_by_key(|end| end.day);
    let months = ends.chunk_by(|a, b| a.month() == b.month());
    months
        .map(|ends| MeseScadenze {
            mese: Day(ends[0].month()),
            quante: ends.len(),
            url: None,
            voci: ends.iter().map(|end| end.view(site)).collect(),
        })
        .collect()
}

struct End<'g> {
    day: Giorno,
    what: &'g str,
    part_of: Option<(&'g str, &'g str)>,
    origine: &'g Origine,
}

impl<'g> End<'g> {
    /// First day of its month.
    fn month(&self) -> Giorno {
        self.day.with_day(1).unwrap_or(self.day)
    }

    fn view(&self, site: &Site<'g>) -> VoceScadenza<'g> {
        VoceScadenza {
            giorno: Day(self.day),
            passata: self.day < site.today,
            cosa: Cow::Borrowed(self.what),
            di: self.part_of.map(|(title, url)| Crumb::new(title, url)),
            luogo: Place::of(site, self.origine),
        }
    }
}

fn ends(graph: &Graph, id: Id<Piano>) -> Vec<End<'_>> {
    let to = &graph.relations;
    let of_objectives = to
        .obiettivi_di_piano
        .of(id)
        .iter()
        .flat_map(|of| to.fasi_di_obiettivo.of(*of));
    let of_products = to
        .progetti_di_piano
        .of(id)
        .iter()
        .flat_map(|of| to.fasi_di_progetto.of(*of));
    let of_products = of_products.filter(|fase| graph.fasi[**fase].obiettivo.is_none());
    let phases = of_objectives
        .chain(of_products)
        .filter_map(|fase| phase_end(graph, &graph.fasi[*fase]));
    let activities = to.attivita_di_piano.of(id).iter().filter_map(|of| {
        let attivita = &graph.attivita[*of];
        Some(End {
            day: attivita.fine.as_ref()?.value,
            what: &attivita.descrizione,
            part_of: None,
            origine: &attivita.origine,
        })
    });
    let steps = to.scadenze_di_piano.of(id).iter().filter_map(|of| {
        let scadenza = &graph.scadenze[*of];
        Some(End {
            day: scadenza.entro.as_ref()?.value,
            what: &scadenza.cosa,
            part_of: None,
            origine: &scadenza.origine,
        })
    });
    phases.chain(activities).chain(steps).collect()
}

fn phase_end<'g>(graph: &'g Graph, fase: &'g Fase) -> Option<End<'g>> {
    let part_of = match (fase.obiettivo, fase.progetto) {
        (Some(id), _) => Some((graph.obiettivi[id].titolo.as_str(), graph.obiettivi[id].url.as_str())),
        (None, Some(id)) => Some((graph.progetti[id].titolo.as_str(), graph.progetti[id].url.as_str())),
        (None, None) => None,
    };
    Some(End {
        day: fase.fine.as_ref()?.value,
        what: &fase.nome,
        part_of,
        origine: &fase.origine,
    })
}
