use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

use super::{Catalogo, Filtri, SchedaBreve, Sessione, breve, parole, sessioni};
use crate::model::{Contatto, Detto, Id, Scheda, Testo};
use crate::render::site::Site;
use crate::render::view::{Layout, Place};
use crate::render::{Corpo, markdown};

/// A card: `catalogo/scheda.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SchedaView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// What the practice is, Markdown.
    pub descrizione: Option<Parte<'g>>,
    /// How the exchange runs, Markdown.
    pub modalita: Option<Parte<'g>>,
    /// Who can come, as printed.
    pub partecipanti: Option<Parte<'g>>,
    /// How long it lasts, as printed.
    pub durata: Option<Parte<'g>>,
    /// Dates.
    pub sessioni: Vec<Sessione<'g>>,
    /// Address of the card's calendar, if it has one.
    pub ics: Option<String>,
    /// Whom to turn to.
    pub contatti: Vec<ContattoView<'g>>,
    /// Cards like it.
    pub simili: Vec<SchedaBreve<'g>>,
}

/// A text with its own place.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Parte<'g> {
    /// Markdown.
    pub testo: Corpo<'g>,
    /// Where it is printed.
    pub dove: Option<Place<'g>>,
}

/// A person to turn to.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ContattoView<'g> {
    /// What the person does here.
    pub ruolo: &'g str,
    /// Whole name.
    pub nome: Option<String>,
    /// Address.
    pub email: Option<&'g str>,
    /// Telephones, as printed.
    pub telefoni: Vec<Telefono<'g>>,
}

/// A telephone number.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Telefono<'g> {
    /// As printed.
    pub testo: &'g str,
    /// As dialled, where it can be told.
    pub numero: Option<String>,
}

/// The page of a card.
#[must_use]
pub fn scheda<'g>(site: &Site<'g>, catalogo: &Catalogo<'g>, filtri: &Filtri<'g>, id: Id<Scheda>) -> SchedaView<'g> {
    let scheda = &site.graph.schede[id];
    let ics = format!("{}{}.ics", scheda.url, scheda.id);
    let view = SchedaView {
        descrizione: scheda
            .descrizione
            .as_ref()
            .map(|text| parte(site, text, site.testo(text))),
        modalita: scheda.modalita.as_ref().map(|text| parte(site, text, site.testo(text))),
        partecipanti: scheda.partecipanti_testo.as_ref().map(|text| detta(site, text)),
        durata: scheda.durata_testo.as_ref().map(|text| detta(site, text)),
        sessioni: sessioni(site, id),
        ics: site.files.has(&ics).then_some(ics),
        contatti: contatti(site, site.graph.relations.contatti_di_scheda.of(id)),
        simili: simili(site, catalogo, filtri, id),
        page: layout(site, catalogo, id),
    };
    with_index(site, view)
}

/// A text that calls nothing and shows no picture, whoever wrote it.
fn detta<'g>(site: &Site<'g>, text: &'g Detto<Testo>) -> Parte<'g> {
    parte(site, text, Corpo::plain(text.value.as_str()))
}

fn parte<'g>(site: &Site<'g>, text: &Detto<Testo>, testo: Corpo<'g>) -> Parte<'g> {
    Parte {
        testo,
        dove: Place::at(site, text.span),
    }
}

fn layout<'g>(site: &Site<'g>, catalogo: &Catalogo<'g>, id: Id<Scheda>) -> Layout<'g> {
    let scheda = &site.graph.schede[id];
    let ente = &site.graph.enti[scheda.ente];
    let description = scheda.descrizione.as_ref().map_or_else(String::new, |text| {
        markdown::summary(&site.testo(text).without_calls(), 155)
    });
    let mut page = Layout::new(site, scheda.url.as_str(), scheda.titolo.as_str(), description)
        .below(catalogo.title(site), catalogo.url)
        .kicker(site.text("catalogo.scheda"))
        .fact_with_page(site.text("catalogo.ospita"), ente.nome.as_str(), ente.url.as_str());
    page = page
        .fact_as_printed(site, site.text("catalogo.ufficio"), scheda.ufficio.as_ref())
        .fact(
            site.text("catalogo.durata"),
            parole::durata(site, scheda).unwrap_or_default(),
        )
        .fact(
            site.text("catalogo.posti"),
            parole::posti(site, scheda).unwrap_or_default(),
        )
        .download(
            site,
            site.text("catalogo.ics_scheda"),
            format!("{}{}.ics", scheda.url, scheda.id),
        )
        .download(
            site,
            site.text("catalogo.json_scheda"),
            format!("{}dati.json", scheda.url),
        )
        .printed(site, &scheda.origine)
        .updated(published(site, scheda));
    events(site, id).into_iter().fold(page, Layout::about)
}

/// The day of the document that a card was read from.
fn published(site: &Site<'_>, scheda: &Scheda) -> Option<crate::model::Giorno> {
    site.graph.documenti[site.graph.documento(&scheda.origine)?].data
}

/// The index lists the sections that the card has.
fn with_index<'g>(site: &Site<'g>, mut view: SchedaView<'g>) -> SchedaView<'g> {
    let sections = [
        ("descrizione", "catalogo.descrizione", view.descrizione.is_some()),
        ("modalita", "catalogo.modalita", view.modalita.is_some()),
        (
            "partecipanti",
            "catalogo.partecipanti",
            view.partecipanti.is_some() || view.durata.is_some(),
        ),
        ("date", "catalogo.date", true),
        ("contatti", "catalogo.contatti", !view.contatti.is_empty()),
        ("simili", "catalogo.simili", !view.simili.is_empty()),
    ];
    for (anchor, key, _) in sections.into_iter().filter(|(_, _, present)| *present) {
        view.page = view.page.section(anchor, site.text(key));
    }
    view
}

/// People in the order of their roles, as printed.
#[must_use]
pub(in crate::render::view) fn contatti<'g>(site: &Site<'g>, ids: &[Id<Contatto>]) -> Vec<ContattoView<'g>> {
    let known = ids.iter().map(|id| contatto(site, &site.graph.contatti[*id]));
    known
        .filter(|contatto| contatto.nome.is_some() || contatto.email.is_some() || !contatto.telefoni.is_empty())
        .collect()
}

fn contatto<'g>(site: &Site<'g>, contatto: &'g Contatto) -> ContattoView<'g> {
    let names = [&contatto.nome, &contatto.cognome];
    let nome: Vec<&str> = names.into_iter().flatten().map(|name| name.value.as_str()).collect();
    ContattoView {
        ruolo: site.word("ruolo", contatto.ruolo.word()),
        nome: (!nome.is_empty()).then(|| nome.join(" ")),
        email: contatto.email.as_ref().map(|email| email.value.as_str()),
        telefoni: contatto.telefoni.iter().map(|number| telefono(&number.value)).collect(),
    }
}

/// A number can be dialled where it is digits and the marks that part them.
fn telefono(text: &str) -> Telefono<'_> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let parted = text.chars().all(|c| c.is_ascii_digit() || " ./-–+()".contains(c));
    let numero = (parted && digits.len() >= 6).then(|| format!("+39{digits}"));
    Telefono { testo: text, numero }
}

/// Cards that share topics, then cards of the same host; at most three.
fn simili<'g>(site: &Site<'g>, catalogo: &Catalogo<'g>, filtri: &Filtri<'g>, id: Id<Scheda>) -> Vec<SchedaBreve<'g>> {
    let shared = |other: Id<Scheda>| {
        let topics = filtri
            .filtri
            .iter()
            .filter(|filtro| filtro.nome == "tema")
            .flat_map(|filtro| &filtro.scelte);
        let both = topics
            .filter(|scelta| scelta.schede.contains(&id) && scelta.schede.contains(&other))
            .count();
        2 * both + usize::from(site.graph.schede[id].ente == site.graph.schede[other].ente)
    };
    let mut likely: Vec<(usize, Id<Scheda>)> = catalogo
        .schede
        .iter()
        .filter(|other| **other != id)
        .map(|other| (shared(*other), *other))
        .filter(|(weight, _)| *weight > 0)
        .collect();
    likely.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    likely
        .into_iter()
        .take(3)
        .map(|(_, other)| breve(site, other, String::new()))
        .collect()
}

/// Structured data: one event for each session with a day.
fn events(site: &Site<'_>, id: Id<Scheda>) -> Vec<serde_json::Value> {
    let scheda = &site.graph.schede[id];
    let host = json!({"@type": "GovernmentOrganization", "name": &*site.graph.enti[scheda.ente].nome.value});
    let dates = sessioni(site, id);
    dates
        .iter()
        .filter(|sessione| sessione.giornate.is_some())
        .map(|sessione| {
            json!({
                "@type": "Event",
                "name": scheda.titolo.value.as_str(),
                "startDate": sessione.inizio,
                "endDate": sessione.fine,
                "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
                "location": {"@type": "Place", "name": &*site.graph.enti[scheda.ente].nome.value},
                "organizer": host,
                "url": site.url(&scheda.url),
            })
        })
        .collect()
}
