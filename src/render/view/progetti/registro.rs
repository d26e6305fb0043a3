use schemars::JsonSchema;
use serde::Serialize;

use super::scheda::{Tempi, partners_total};
use crate::model::{Id, Piano, TipoPiano};
use crate::render::site::Site;
use crate::render::view::{Crumb, Day, Layout};

/// The register of funded projects (law 3/2003 art. 11 c. 2-quater): `progetti/registro.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RegistroView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// The projects.
    pub progetti: Vec<RigaRegistro<'g>>,
}

/// A project in the register.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RigaRegistro<'g> {
    /// Title and page.
    pub progetto: Crumb<'g>,
    /// Lead or beneficiary.
    pub ente: Option<Crumb<'g>>,
    /// CUP; empty where the document has none.
    pub cup: Option<&'g str>,
    /// Programme that funds it.
    pub programma: Option<&'g str>,
    /// Cost in words.
    pub costo: Option<String>,
    /// First day.
    pub inizio: Option<Day>,
    /// Last day.
    pub fine: Option<Day>,
    /// Where it stands on the build date, in words.
    pub stato: &'g str,
}

/// The register of projects.
#[must_use]
pub fn registro<'g>(site: &Site<'g>) -> RegistroView<'g> {
    let lead = site.text("progetti.lead");
    let projects = site
        .graph
        .piani
        .entries()
        .filter(|(_, piano)| piano.tipo == TipoPiano::Progetto);
    RegistroView {
        page: Layout::new(site, "/progetti/", site.text("menu.progetti"), lead).lead(lead),
        progetti: projects.map(|(id, piano)| row(site, id, piano)).collect(),
    }
}

fn row<'g>(site: &Site<'g>, id: Id<Piano>, piano: &'g Piano) -> RigaRegistro<'g> {
    let ente = piano.ente.map(|ente| &site.graph.enti[ente]);
    let tempi = Tempi::of(site.graph, id);
    RigaRegistro {
        progetto: Crumb::new(piano.titolo.as_str(), piano.url.as_str()),
        ente: ente.map(|ente| Crumb::new(ente.nome.as_str(), ente.url.as_str())),
        cup: piano.cup.as_ref().map(|cup| cup.as_str()),
        programma: piano.programma.as_ref().map(|programme| programme.as_str()),
        costo: cost(site, id),
        inizio: tempi.inizio.map(Day),
        fine: tempi.fine.map(Day),
        stato: tempi.state(site),
    }
}

/// What a project costs, in words: as printed, else the sum of its partners' budgets.
pub(super) fn cost(site: &Site<'_>, id: Id<Piano>) -> Option<String> {
    let printed = site.graph.piani[id].costo.as_ref().map(|amount| amount.value);
    let amount = printed.or_else(|| partners_total(site.graph, id))?;
    Some(site.locale().euro(&amount.to_string()))
}
