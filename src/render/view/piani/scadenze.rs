use std::borrow::Cow;

use chrono::Datelike as _;
use schemars::JsonSchema;
use serde::Serialize;

use super::below_plan;
use crate::graph::Graph;
use crate::model::{Fase, Giorno, Id, Origine, Piano};
use crate::render::site::Site;
use crate::render::view::{Crumb, Day, Layout, Paginazione, Place};

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
    /// How many ends it has, on all its pages.
    pub quante: usize,
    /// Page of its own, where there are too many ends for one page; the ends then stand there, on several if need be.
    pub url: Option<String>,
    /// The ends that stand on this page, in order.
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

/// More ends than this stand on pages of their months, as many on each.
const ON_ONE_PAGE: usize = 400;

/// All dated ends of a plan or project, in order: gathered once for all pages that show them.
pub(crate) struct Fini<'g> {
    id: Id<Piano>,
    url: String,
    ends: Vec<End<'g>>,
}

impl<'g> Fini<'g> {
    /// The ends of a plan; `None` if it has none.
    pub(crate) fn of(graph: &'g Graph, id: Id<Piano>) -> Option<Self> {
        let url = format!("{}scadenze/", graph.piani[id].url);
        let mut ends: Vec<_> = ends(graph, id).collect();
        ends.sort_by_key(|end| end.day);
        (!ends.is_empty()).then_some(Self { id, url, ends })
    }

    /// Address of their page.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// The pages of the months, by the first day of the month; none where one page holds all ends.
    pub(crate) fn pages(&self) -> impl Iterator<Item = (Giorno, Paginazione)> + use<'_, 'g> {
        let months = self.months().filter(|_| self.apart());
        months.flat_map(|ends| {
            let month = ends[0].month();
            let pages = Paginazione::all(&self.month_url(month), ends.len(), ON_ONE_PAGE);
            pages.map(move |page| (month, page))
        })
    }

    fn months(&self) -> impl Iterator<Item = &[End<'g>]> {
        self.ends.chunk_by(|a, b| a.month() == b.month())
    }

    fn of_month(&self, month: Giorno) -> &[End<'g>] {
        let from = self.ends.partition_point(|end| end.day < month);
        let to = self.ends.partition_point(|end| end.month() <= month);
        &self.ends[from..to]
    }

    /// Whether they do not stand on one page.
    fn apart(&self) -> bool {
        self.ends.len() > ON_ONE_PAGE
    }

    fn month_url(&self, month: Giorno) -> String {
        format!("{}{}/", self.url, month.format("%Y-%m"))
    }
}

/// The deadlines page of a plan or project.
#[must_use]
pub(crate) fn scadenze<'g>(site: &Site<'g>, fini: &Fini<'g>) -> ScadenzeView<'g> {
    let mesi = fini.months().map(|ends| {
        let mese = ends[0].month();
        let (url, voci) = if fini.apart() {
            (Some(fini.month_url(mese)), Vec::new())
        } else {
            (None, listed(site, ends))
        };
        MeseScadenze {
            mese: Day(mese),
            quante: ends.len(),
            url,
            voci,
        }
    });
    ScadenzeView {
        mesi: mesi.collect(),
        page: layout(site, fini.id, fini.url.clone(), site.text("piani.scadenze")),
    }
}

/// One page of the deadlines of a month, by its first day.
#[must_use]
pub(crate) fn scadenze_del_mese<'g>(
    site: &Site<'g>,
    fini: &Fini<'g>,
    month: Giorno,
    part: &Paginazione,
) -> ScadenzeView<'g> {
    let title = format!("{}, {}", site.text("piani.scadenze"), site.locale().month(month));
    let page = layout(site, fini.id, part.url.clone(), title.clone())
        .below(site.text("piani.scadenze"), fini.url.clone())
        .paginated(site, part, title);
    let ends = fini.of_month(month).get(part.cose.clone()).unwrap_or_default();
    let mese = MeseScadenze {
        mese: Day(month),
        quante: part.quante,
        url: None,
        voci: listed(site, ends),
    };
    ScadenzeView { page, mesi: vec![mese] }
}

fn listed<'g>(site: &Site<'g>, ends: &[End<'g>]) -> Vec<VoceScadenza<'g>> {
    ends.iter().map(|end| end.view(site)).collect()
}

fn layout<'g>(site: &Site<'g>, id: Id<Piano>, url: String, title: impl Into<Cow<'g, str>>) -> Layout<'g> {
    let piano = &site.graph.piani[id];
    below_plan(site, id, url, title, site.text("piani.scadenze_lead"))
        .kicker(piano.titolo.as_str())
        .lead(site.text("piani.scadenze_lead"))
        .download(site, site.text("piani.scadenze"), format!("{}scadenze.ics", piano.url))
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

/// Whether a plan has a deadlines page: any phase, activity or next step with an end.
pub(super) fn has_deadlines(graph: &Graph, id: Id<Piano>) -> bool {
    ends(graph, id).next().is_some()
}

fn ends(graph: &Graph, id: Id<Piano>) -> impl Iterator<Item = End<'_>> {
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
    phases.chain(activities).chain(steps)
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
