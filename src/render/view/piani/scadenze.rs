use std::borrow::Cow;

use chrono::Datelike as _;
use serde::Serialize;

use super::below_plan;
use crate::graph::Graph;
use crate::model::{Fase, Giorno, Id, Piano};
use crate::render::site::Site;
use crate::render::view::{Crumb, Day, Layout};

/// The dated ends of a plan or project: `piani/scadenze.html`.
#[derive(Debug, Serialize)]
pub struct ScadenzeView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// Months that have an end, in order.
    pub mesi: Vec<MeseScadenze<'g>>,
}

/// A month with its ends.
#[derive(Debug, Serialize)]
pub struct MeseScadenze<'g> {
    /// Any day of the month.
    pub mese: Day,
    /// The ends, in order.
    pub voci: Vec<VoceScadenza<'g>>,
}

/// An end.
#[derive(Debug, Serialize)]
pub struct VoceScadenza<'g> {
    /// The day.
    pub giorno: Day,
    /// Whether it lies before the build date.
    pub passata: bool,
    /// What ends.
    pub cosa: Cow<'g, str>,
    /// What it is part of, with its page.
    pub di: Option<Crumb<'g>>,
}

/// The deadlines page of a plan or project.
#[must_use]
pub fn scadenze<'g>(site: &Site<'g>, id: Id<Piano>, url: String) -> ScadenzeView<'g> {
    let piano = &site.graph.piani[id];
    let mut ends = ends(site.graph, id);
    ends.sort_by_key(|end| end.day);
    let mut mesi: Vec<MeseScadenze<'g>> = Vec::new();
    for end in ends {
        let month = (end.day.year(), end.day.month());
        if mesi
            .last()
            .is_none_or(|last| (last.mese.0.year(), last.mese.0.month()) != month)
        {
            mesi.push(MeseScadenze {
                mese: Day(end.day),
                voci: Vec::new(),
            });
        }
        if let Some(last) = mesi.last_mut() {
            last.voci.push(end.view(site.today));
        }
    }
    let page = below_plan(
        site,
        id,
        url,
        site.text("piani.scadenze"),
        site.text("piani.scadenze_lead"),
    )
    .kicker(piano.titolo.as_str())
    .lead(site.text("piani.scadenze_lead"))
    .download(site, site.text("piani.scadenze"), format!("{}scadenze.ics", piano.url));
    ScadenzeView { page, mesi }
}

struct End<'g> {
    day: Giorno,
    what: &'g str,
    part_of: Option<(&'g str, &'g str)>,
}

impl<'g> End<'g> {
    fn view(self, today: Giorno) -> VoceScadenza<'g> {
        VoceScadenza {
            giorno: Day(self.day),
            passata: self.day < today,
            cosa: Cow::Borrowed(self.what),
            di: self.part_of.map(|(title, url)| Crumb::new(title, url)),
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
        })
    });
    let steps = to.scadenze_di_piano.of(id).iter().filter_map(|of| {
        let scadenza = &graph.scadenze[*of];
        Some(End {
            day: scadenza.entro.as_ref()?.value,
            what: &scadenza.cosa,
            part_of: None,
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
    })
}
