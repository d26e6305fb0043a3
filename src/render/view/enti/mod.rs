//! Public bodies: all that one hosts, plans and takes part in, and wherever else the documents name it.

mod citato;

pub use citato::{Citato, Citazioni, RigaCitata};

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

use super::catalogo::{ContattoView, SchedaBreve, breve, contatti};
use super::progetti::SezioneView;
use super::{Crumb, Layout, Place};
use crate::model::{Ente, Id, Partner, Piano, Sezione, TipoEnte, TipoPiano};
use crate::render::Corpo;
use crate::render::site::Site;

/// A body in the list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EnteBreve<'g> {
    /// Name.
    pub nome: &'g str,
    /// Address of its page.
    pub url: &'g str,
    /// How many cards it has.
    pub schede: usize,
    /// How many plans it has.
    pub piani: usize,
    /// How many projects it takes part in.
    pub progetti: usize,
}

/// Bodies of one kind.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Gruppo<'g> {
    /// What the kind is called: "Comuni".
    pub titolo: &'g str,
    /// The bodies, by name.
    pub enti: Vec<EnteBreve<'g>>,
}

/// All bodies: `enti/elenco.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EntiView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// Bodies by kind.
    pub gruppi: Vec<Gruppo<'g>>,
}

/// A body: `enti/ente.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EnteView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// The editors' text, Markdown.
    pub corpo: Corpo<'g>,
    /// Cards that it hosts.
    pub schede: Vec<SchedaBreve<'g>>,
    /// Its plans.
    pub piani: Vec<Crumb<'g>>,
    /// Projects that it takes part in.
    pub progetti: Vec<ProgettoEnte<'g>>,
    /// What project documents say of it or note as its words.
    pub note: Vec<NotaEnte<'g>>,
    /// The lines of all documents that name it.
    pub citato: Vec<Citato<'g>>,
    /// Whom to turn to, each once.
    pub contatti: Vec<ContattoView<'g>>,
}

/// A project that a body takes part in.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProgettoEnte<'g> {
    /// Title and page.
    pub progetto: Crumb<'g>,
    /// What it does in it, a word: `capofila`, `riusante`; none where it is no partner.
    pub ruolo: Option<&'static str>,
    /// Its budget in all, decimal.
    pub totale: Option<String>,
    /// Where its part is printed.
    pub luogo: Option<Place<'g>>,
}

/// A narrative part about a body.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NotaEnte<'g> {
    /// The project whose document has it.
    pub progetto: Crumb<'g>,
    /// The part.
    pub sezione: SezioneView<'g>,
}

/// The list of all bodies.
#[must_use]
pub fn elenco<'g>(site: &Site<'g>) -> EntiView<'g> {
    let title = site.text("enti.titolo");
    let lead = site.text("enti.lead");
    let mut gruppi: Vec<Gruppo<'g>> = Vec::new();
    let mut ids: Vec<Id<Ente>> = site.graph.enti.ids().collect();
    ids.sort_by_key(|id| (order(&site.graph.enti[*id]), &site.graph.enti[*id].nome.value));
    for id in ids {
        let titolo = site.word("gruppo", kind(&site.graph.enti[id]));
        match gruppi.last_mut() {
            Some(gruppo) if gruppo.titolo == titolo => gruppo.enti.push(ente_breve(site, id)),
            _ => gruppi.push(Gruppo {
                titolo,
                enti: vec![ente_breve(site, id)],
            }),
        }
    }
    let page =
        Layout::new(site, "/enti/", title, lead)
            .lead(lead)
            .download(site, site.text("enti.csv"), "/dati/enti.csv");
    EntiView { page, gruppi }
}

/// Municipalities first, bodies of no known kind last.
fn order(ente: &Ente) -> TipoEnte {
    ente.tipo.unwrap_or(TipoEnte::Altro)
}

fn kind(ente: &Ente) -> &'static str {
    order(ente).word()
}

fn ente_breve<'g>(site: &Site<'g>, id: Id<Ente>) -> EnteBreve<'g> {
    let ente = &site.graph.enti[id];
    let (piani, progetti) = plans(site, id);
    EnteBreve {
        nome: &ente.nome,
        url: &ente.url,
        schede: site.graph.relations.schede_di_ente.of(id).len(),
        piani: piani.len(),
        progetti: progetti.len(),
    }
}

/// Plans and projects of a body: those that it owns, is a partner of or sends people to, each once.
fn plans(site: &Site<'_>, id: Id<Ente>) -> (Vec<Id<Piano>>, Vec<Id<Piano>>) {
    let (graph, to) = (site.graph, &site.graph.relations);
    let partner = to.partner_di_ente.of(id).iter().map(|id| graph.partner[*id].piano);
    let people = to
        .contatti_di_ente
        .of(id)
        .iter()
        .filter_map(|id| graph.contatti[*id].piano);
    let notes = to.sezioni_di_ente.of(id).iter().map(|id| graph.sezioni[*id].piano);
    let own = to.piani_di_ente.of(id).iter().copied();
    let mut all: Vec<Id<Piano>> = own.chain(partner).chain(people).chain(notes).collect();
    all.sort_unstable();
    all.dedup();
    all.into_iter().partition(|id| graph.piani[*id].tipo == TipoPiano::Peg)
}

/// The page of a body.
#[must_use]
pub fn ente<'g>(site: &Site<'g>, citazioni: &Citazioni, id: Id<Ente>) -> EnteView<'g> {
    let ente = &site.graph.enti[id];
    let (piani, progetti) = plans(site, id);
    let cards = site.graph.relations.schede_di_ente.of(id);
    let notes = site.graph.relations.sezioni_di_ente.of(id).iter().enumerate();
    let view = EnteView {
        page: layout(site, ente),
        corpo: site.body(site.pagina(&ente.url)),
        schede: cards.iter().map(|id| breve(site, *id, String::new())).collect(),
        piani: piani.into_iter().map(|id| link(site, id)).collect(),
        progetti: progetti.into_iter().map(|plan| part(site, plan, id)).collect(),
        note: notes
            .map(|(at, of)| note(site, at + 1, &site.graph.sezioni[*of]))
            .collect(),
        citato: citazioni.of_body(site, id),
        contatti: people(site, id),
    };
    with_index(site, view)
}

fn link<'g>(site: &Site<'g>, id: Id<Piano>) -> Crumb<'g> {
    let piano = &site.graph.piani[id];
    Crumb::new(piano.titolo.as_str(), piano.url.as_str())
}

/// What a body does in a project.
fn part<'g>(site: &Site<'g>, plan: Id<Piano>, ente: Id<Ente>) -> ProgettoEnte<'g> {
    let partners = site.graph.relations.partner_di_ente.of(ente).iter();
    let mut partners = partners.map(|of| &site.graph.partner[*of]);
    let partner: Option<&Partner> = partners.find(|partner| partner.piano == plan);
    ProgettoEnte {
        progetto: link(site, plan),
        ruolo: partner.map(|partner| partner.ruolo.word()),
        totale: partner.and_then(|partner| Some(partner.totale.as_ref()?.value.to_string())),
        luogo: partner.and_then(|partner| Place::of(site, &partner.origine)),
    }
}

fn note<'g>(site: &Site<'g>, number: usize, sezione: &'g Sezione) -> NotaEnte<'g> {
    NotaEnte {
        progetto: link(site, sezione.piano),
        sezione: SezioneView::of(site, number, sezione),
    }
}

/// One entry for each person, however many cards name them.
fn people<'g>(site: &Site<'g>, id: Id<Ente>) -> Vec<ContattoView<'g>> {
    let mut known: Vec<ContattoView<'g>> = Vec::new();
    for person in contatti(site, site.graph.relations.contatti_di_ente.of(id)) {
        if known
            .iter()
            .all(|other| (&other.nome, other.email) != (&person.nome, person.email))
        {
            known.push(person);
        }
    }
    known
}

fn layout<'g>(site: &Site<'g>, ente: &'g Ente) -> Layout<'g> {
    let text = |value: &'g Option<crate::model::Detto<crate::model::Testo>>| {
        value.as_ref().map_or("", |text| text.value.as_str())
    };
    let description = format!("{}: {}", ente.nome.value, site.text("enti.lead_uno"));
    let page = Layout::around(site, ente.url.as_str(), ente.nome.as_str(), description)
        .below(site.text("enti.titolo"), "/enti/")
        .kicker(site.word("tipo_ente", kind(ente)))
        .fact(site.text("enti.provincia"), text(&ente.provincia))
        .fact(site.text("enti.regione"), text(&ente.regione))
        .fact(site.text("enti.ipa"), text(&ente.codice_ipa));
    let page = match &ente.sito {
        Some(address) => page.fact_with_page(site.text("enti.sito"), address.as_str(), address.as_str()),
        None => page,
    };
    page.download(site, site.text("enti.ics"), format!("{}{}.ics", ente.url, ente.id))
        .download(site, site.text("enti.json"), format!("{}dati.json", ente.url))
        .printed(site, &ente.origine)
        .about(organization(site, ente))
}

/// Structured data: the body as an organization.
fn organization(site: &Site<'_>, ente: &Ente) -> serde_json::Value {
    let kind = match ente.tipo {
        Some(TipoEnte::Azienda | TipoEnte::Altro) | None => "Organization",
        Some(_) => "GovernmentOrganization",
    };
    let mut body = json!({"@type": kind, "@id": site.common_url(&ente.url), "name": ente.nome.as_str()});
    if let Some(address) = &ente.sito {
        body["url"] = json!(address.as_str());
    }
    if let Some(code) = &ente.codice_ipa {
        body["identifier"] = json!({"@type": "PropertyValue", "propertyID": "IPA", "value": code.as_str()});
    }
    body
}

fn with_index<'g>(site: &Site<'g>, mut view: EnteView<'g>) -> EnteView<'g> {
    let sections = [
        ("schede", "enti.schede", view.schede.is_empty()),
        ("piani", "enti.piani", view.piani.is_empty()),
        ("progetti", "enti.progetti", view.progetti.is_empty()),
        ("note", "enti.note", view.note.is_empty()),
        ("contatti", "catalogo.contatti", view.contatti.is_empty()),
        ("citato", "enti.citato", view.citato.is_empty()),
    ];
    let present: Vec<_> = sections.into_iter().filter(|(_, _, empty)| !empty).collect();
    if present.len() > 1 {
        for (anchor, key, _) in present {
            view.page = view.page.section(anchor, site.text(key));
        }
    }
    view
}
