//! Topics and goals: each taxonomy, and each term with all that editors tagged so.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Crumb, Layout, Paginazione};
use crate::graph::{Cosa, Tassonomia, Termine};
use crate::model::Giorno;
use crate::render::Corpo;
use crate::render::site::Site;

/// A taxonomy: `temi/elenco.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TassonomiaView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// The editors' text, Markdown.
    pub corpo: Corpo<'g>,
    /// Its terms.
    pub termini: Vec<TermineBreve<'g>>,
}

/// A term in the list of its taxonomy.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TermineBreve<'g> {
    /// Number of the goal.
    pub numero: Option<u8>,
    /// Name and page.
    pub termine: Crumb<'g>,
    /// How many things are tagged so, by kind.
    pub quante: Vec<Quante<'g>>,
}

/// How many things of a kind there are.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Quante<'g> {
    /// What the kind is called: "Obiettivi".
    pub genere: &'g str,
    /// How many there are.
    pub numero: usize,
}

/// A term: `temi/termine.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TermineView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// The editors' text, Markdown.
    pub corpo: Corpo<'g>,
    /// What is tagged so, by kind.
    pub gruppi: Vec<Gruppo<'g>>,
}

/// Things of one kind.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Gruppo<'g> {
    /// Word of the kind, the anchor in the page: `obiettivi`.
    pub nome: &'static str,
    /// What the kind is called: "Obiettivi".
    pub titolo: &'g str,
    /// How many of them the term has, on all its pages.
    pub quante: usize,
    /// The things, as many as stand on one page.
    pub cose: Vec<CosaView<'g>>,
}

/// A thing in a list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CosaView<'g> {
    /// Title and page.
    pub cosa: Crumb<'g>,
    /// Host, plan or body that it belongs to.
    pub contesto: Option<&'g str>,
}

/// The page of a taxonomy.
#[must_use]
pub fn tassonomia<'g>(site: &Site<'g>, tassonomia: &'g Tassonomia) -> TassonomiaView<'g> {
    let url = tassonomia.url();
    let termini = tassonomia.termini.iter().map(|termine| TermineBreve {
        numero: termine.numero,
        termine: Crumb::new(termine.nome.as_str(), tassonomia.url_of(termine)),
        quante: counts(site, termine),
    });
    let lead = described(site, &url).unwrap_or(site.text("temi.lead"));
    let own = site.pagina(&url);
    let title = own.and_then(|page| page.comuni.titolo.as_ref());
    let title = title.map_or(tassonomia.titolo.as_str(), |title| title);
    TassonomiaView {
        corpo: site.body(own),
        termini: termini.collect(),
        page: Layout::around(site, url, title, lead).lead(lead),
    }
}

/// The last day that something tagged with a term says.
#[must_use]
pub fn updated(site: &Site<'_>, termine: &Termine) -> Option<Giorno> {
    termine.cose.iter().filter_map(|cosa| cosa.data(site.graph)).max()
}

/// One of the pages of a term, which is `updated` as a whole.
#[must_use]
pub fn termine<'g>(
    site: &Site<'g>,
    tassonomia: &'g Tassonomia,
    termine: &'g Termine,
    part: &Paginazione,
    updated: Option<Giorno>,
) -> TermineView<'g> {
    let url = &part.prima;
    let gruppi = groups(site, termine, part);
    let title = termine.nome.as_str();
    let lead = described(site, url).map_or_else(|| format!("{}: {title}.", site.text("temi.lead_uno")), str::to_owned);
    let mut page = Layout::around(site, part.url.clone(), title, lead.clone())
        .below(tassonomia.titolo.as_str(), tassonomia.url())
        .kicker(kicker(tassonomia, termine))
        .lead(lead)
        .updated(updated)
        .feed(site, site.text("temi.novita"), format!("{url}novita.xml"));
    for gruppo in &gruppi {
        page = page.section(gruppo.nome, gruppo.titolo);
    }
    let own = site.pagina(url).filter(|_| part.numero == 1);
    TermineView {
        corpo: site.body(own),
        page: page.paginated(site, part, title),
        gruppi,
    }
}

fn kicker(tassonomia: &Tassonomia, termine: &Termine) -> String {
    match termine.numero {
        Some(number) => format!("{} · {number}", tassonomia.titolo),
        None => tassonomia.titolo.to_string(),
    }
}

fn described<'g>(site: &Site<'g>, url: &str) -> Option<&'g str> {
    site.pagina(url)?.comuni.descrizione.as_ref().map(|text| text.as_str())
}

/// The word of a thing's kind.
fn kind(cosa: Cosa) -> &'static str {
    match cosa {
        Cosa::Scheda(_) => "schede",
        Cosa::Piano(_) => "piani",
        Cosa::Unita(_) => "unita",
        Cosa::Linea(_) => "linee",
        Cosa::Progetto(_) => "progetti",
        Cosa::Obiettivo(_) => "obiettivi",
        Cosa::Ente(_) => "enti",
        Cosa::Documento(_) => "documenti",
        Cosa::Pagina(_) => "pagine",
    }
}

/// What is tagged with a term, by kind; a term lists its things in the order of the kinds.
fn groups<'g>(site: &Site<'g>, termine: &Termine, part: &Paginazione) -> Vec<Gruppo<'g>> {
    let cose = termine.cose.get(part.cose.clone()).unwrap_or_default();
    let of_kind = cose.chunk_by(|a, b| kind(*a) == kind(*b));
    let group = |cose: &[Cosa]| {
        let nome = cose.first().map_or("", |cosa| kind(*cosa));
        Gruppo {
            nome,
            quante: termine.cose.iter().filter(|cosa| kind(**cosa) == nome).count(),
            titolo: site.word("genere", nome),
            cose: cose.iter().map(|cosa| in_list(site, *cosa)).collect(),
        }
    };
    of_kind.map(group).collect()
}

fn in_list<'g>(site: &Site<'g>, cosa: Cosa) -> CosaView<'g> {
    CosaView {
        cosa: Crumb::new(cosa.titolo(site.graph), cosa.url(site.graph).to_string()),
        contesto: cosa.contesto(site.graph),
    }
}

fn counts<'g>(site: &Site<'g>, termine: &Termine) -> Vec<Quante<'g>> {
    let of_kind = termine.cose.chunk_by(|a, b| kind(*a) == kind(*b));
    let count = |cose: &[Cosa]| Quante {
        genere: cose.first().map_or("", |cosa| site.word("genere", kind(*cosa))),
        numero: cose.len(),
    };
    of_kind.map(count).collect()
}
