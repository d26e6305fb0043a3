use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Catalogo, Filtri, Filtro, Scelta, Sessione, parole, sessioni};
use crate::model::{Id, Scheda};
use crate::render::Corpo;
use crate::render::site::Site;
use crate::render::view::Layout;

/// A card in a list.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SchedaBreve<'g> {
    /// Title.
    pub titolo: &'g str,
    /// Address of its page.
    pub url: &'g str,
    /// Name of the host.
    pub ente: &'g str,
    /// Office that hosts.
    pub ufficio: Option<&'g str>,
    /// How long a session lasts, in words.
    pub durata: Option<Cow<'g, str>>,
    /// How many can come, in words.
    pub posti: Option<Cow<'g, str>>,
    /// The next date from the build date on.
    pub prossima: Option<Sessione<'g>>,
    /// The last date, where all lie in the past.
    pub ultima: Option<Sessione<'g>>,
    /// Values of the aspects that lists can be narrowed by.
    pub segni: String,
}

/// A catalogue, whole or narrowed: `catalogo/elenco.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ElencoView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// Address of the whole list.
    pub tutte: &'g str,
    /// The section's own text, Markdown; on the whole list only.
    pub corpo: Corpo<'g>,
    /// The ways to narrow it.
    pub filtri: Vec<Filtro<'g>>,
    /// The aspect that it is narrowed by, and the value.
    pub scelto: Option<(&'static str, Scelta)>,
    /// The cards.
    pub schede: Vec<SchedaBreve<'g>>,
    /// Address of the calendar, if any card has a date.
    pub calendario: Option<String>,
}

/// A catalogue, or the part of it that has a value of an aspect.
#[must_use]
pub fn elenco<'g>(
    site: &Site<'g>,
    catalogo: &Catalogo<'g>,
    filtri: &Filtri<'g>,
    scelto: Option<(&'static str, Scelta)>,
) -> ElencoView<'g> {
    let ids = scelto.as_ref().map_or(&catalogo.schede, |(_, scelta)| &scelta.schede);
    let corpo = site.body(catalogo.pagina.filter(|_| scelto.is_none()));
    let has_dates = ids
        .iter()
        .any(|id| !site.graph.relations.disponibilita_di_scheda.of(*id).is_empty());
    ElencoView {
        page: layout(site, catalogo, scelto.as_ref()),
        tutte: catalogo.url,
        corpo,
        filtri: filtri.filtri.clone(),
        schede: ids.iter().map(|id| breve(site, *id, filtri.marks(*id))).collect(),
        calendario: has_dates.then(|| format!("{}calendario/", catalogo.url)),
        scelto,
    }
}

fn layout<'g>(site: &Site<'g>, catalogo: &Catalogo<'g>, scelto: Option<&(&'static str, Scelta)>) -> Layout<'g> {
    let title = catalogo.title(site);
    let described = catalogo.pagina.and_then(|pagina| pagina.comuni.descrizione.as_ref());
    let description = described.map_or(site.text("catalogo.lead"), |text| text.value.as_str());
    let page = match scelto {
        None => Layout::around(site, catalogo.url, title, description).lead(description),
        Some((aspetto, scelta)) => {
            let heading = format!("{}: {}", site.word("aspetto", aspetto), scelta.titolo);
            Layout::around(site, scelta.url.clone(), heading, description).below(title, catalogo.url)
        }
    };
    let page = page.kicker(site.text("catalogo.kicker"));
    let calendar = format!("{}calendario.ics", catalogo.url);
    page.download(site, site.text("catalogo.ics_tutte"), calendar)
        .download(site, site.text("catalogo.csv_schede"), "/dati/schede.csv")
        .download(site, site.text("catalogo.csv_date"), "/dati/disponibilita.csv")
        .updated(updated(site, catalogo))
}

/// The day of the document that the cards were read from, or of the editors' last change.
fn updated(site: &Site<'_>, catalogo: &Catalogo<'_>) -> Option<crate::model::Giorno> {
    let edited = catalogo
        .pagina
        .and_then(|pagina| pagina.comuni.aggiornata.as_ref().map(|day| day.value));
    let first = catalogo.schede.first().map(|id| &site.graph.schede[*id].origine);
    let printed = first.and_then(|origine| site.graph.documenti[site.graph.documento(origine)?].data);
    edited.max(printed)
}

/// A card as lists show it.
#[must_use]
pub fn breve<'g>(site: &Site<'g>, id: Id<Scheda>, segni: String) -> SchedaBreve<'g> {
    let scheda = &site.graph.schede[id];
    let dates = sessioni(site, id);
    let prossima = dates.iter().find(|sessione| !sessione.passata).cloned();
    let ultima = if prossima.is_none() {
        dates.last().cloned()
    } else {
        None
    };
    SchedaBreve {
        titolo: &scheda.titolo,
        url: &scheda.url,
        ente: &site.graph.enti[scheda.ente].nome,
        ufficio: scheda.ufficio.as_ref().map(|office| office.value.as_str()),
        durata: parole::durata(site, scheda),
        posti: parole::posti(site, scheda),
        prossima,
        ultima,
        segni,
    }
}
