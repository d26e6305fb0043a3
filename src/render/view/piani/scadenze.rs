use std::borrow::Cow;

use chrono::Datelike as _;
use schemars::JsonSchema;
use serde::Serialize;

use super::below_plan;
use crate::graph::{Fine, Finita, Graph};
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

/// All dated ends of a plan or project, in order, with the page that shows them.
pub(crate) struct Fini<'g> {
    id: Id<Piano>,
    url: String,
    ends: &'g [Fine],
}

impl<'g> Fini<'g> {
    /// The ends of a plan; `None` if it has none.
    pub(crate) fn of(graph: &'g Graph, id: Id<Piano>) -> Option<Self> {
        let url = format!("{}scadenze/", graph.piani[id].url);
        let ends = graph.fini().di_piano(id);
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

    fn months(&self) -> impl Iterator<Item = &[Fine]> {
        self.ends.chunk_by(|a, b| a.month() == b.month())
    }

    fn of_month(&self, month: Giorno) -> &[Fine] {
        let from = self.ends.partition_point(|end| end.giorno < month);
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

fn listed<'g>(site: &Site<'g>, ends: &[Fine]) -> Vec<VoceScadenza<'g>> {
    ends.iter().map(|end| end.view(site)).collect()
}

fn layout<'g>(site: &Site<'g>, id: Id<Piano>, url: String, title: impl Into<Cow<'g, str>>) -> Layout<'g> {
    let piano = &site.graph.piani[id];
    below_plan(site, id, url, title, site.text("piani.scadenze_lead"))
        .kicker(piano.titolo.as_str())
        .lead(site.text("piani.scadenze_lead"))
        .download(site, site.text("piani.scadenze"), format!("{}scadenze.ics", piano.url))
}

impl Fine {
    /// First day of its month.
    fn month(&self) -> Giorno {
        self.giorno.with_day(1).unwrap_or(self.giorno)
    }

    fn view<'g>(&self, site: &Site<'g>) -> VoceScadenza<'g> {
        let (what, part_of, origine) = said(site.graph, self.cosa);
        VoceScadenza {
            giorno: Day(self.giorno),
            passata: self.giorno < site.today,
            cosa: Cow::Borrowed(what),
            di: part_of,
            luogo: Place::of(site, origine),
        }
    }
}

/// What ends in words, what it is part of, and where it is printed.
fn said(graph: &Graph, cosa: Finita) -> (&str, Option<Crumb<'_>>, &Origine) {
    match cosa {
        Finita::Fase(id) => {
            let fase = &graph.fasi[id];
            (&fase.nome, whole(graph, fase), &fase.origine)
        }
        Finita::Attivita(id) => {
            let attivita = &graph.attivita[id];
            (&attivita.descrizione, None, &attivita.origine)
        }
        Finita::Scadenza(id) => {
            let scadenza = &graph.scadenze[id];
            (&scadenza.cosa, None, &scadenza.origine)
        }
    }
}

/// What a phase is part of.
fn whole<'g>(graph: &'g Graph, fase: &Fase) -> Option<Crumb<'g>> {
    if let Some(id) = fase.obiettivo {
        let obiettivo = &graph.obiettivi[id];
        return Some(Crumb::new(obiettivo.titolo.as_str(), obiettivo.url.as_str()));
    }
    let progetto = &graph.progetti[fase.progetto?];
    Some(Crumb::new(progetto.titolo.as_str(), progetto.url.as_str()))
}

/// Whether a plan has a deadlines page: any phase, activity or next step with an end.
pub(super) fn has_deadlines(graph: &Graph, id: Id<Piano>) -> bool {
    !graph.fini().di_piano(id).is_empty()
}
