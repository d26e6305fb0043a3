use schemars::JsonSchema;
use serde::Serialize;

use super::{Letto, Letture};
use crate::model::{Documento, Id};
use crate::render::site::Site;
use crate::render::view::{Crumb, Day, Layout};

/// The library: `documenti/elenco.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DocumentiView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// The documents, in the order of their sections.
    pub documenti: Vec<VoceDocumento<'g>>,
}

/// A document of the library.
#[derive(Debug, Serialize, JsonSchema)]
pub struct VoceDocumento<'g> {
    /// Title and page.
    pub documento: Crumb<'g>,
    /// What it is, in words.
    pub tipo: &'g str,
    /// The body that published it.
    pub ente: Option<Crumb<'g>>,
    /// Its day.
    pub data: Option<Day>,
    /// Licence.
    pub licenza: &'g str,
    /// SHA-256 of the bytes as received.
    pub sha256: &'g str,
    /// How many lines it has.
    pub righe: u32,
    /// Whether facts were read from it, or come from it; a document may be published as it is.
    pub fonte: bool,
    /// What was read from it.
    pub letto: Vec<Letto>,
    /// How many stretches were not understood.
    pub non_lette: usize,
}

/// The library of all documents with a page.
#[must_use]
pub fn elenco<'g>(site: &Site<'g>, letture: &Letture) -> DocumentiView<'g> {
    let lead = site.text("documenti.lead");
    let page = Layout::new(site, "/documenti/", site.text("documenti.titolo"), lead)
        .lead(lead)
        .download(site, site.text("documenti.csv"), "/dati/documenti.csv");
    let documents = site.graph.documenti.entries();
    let documents = documents.filter(|(_, documento)| !documento.url.is_empty());
    DocumentiView {
        page,
        documenti: documents.map(|(id, _)| entry(site, letture, id)).collect(),
    }
}

fn entry<'g>(site: &Site<'g>, letture: &Letture, id: Id<Documento>) -> VoceDocumento<'g> {
    let documento = &site.graph.documenti[id];
    let ente = documento.ente.map(|ente| &site.graph.enti[ente]);
    VoceDocumento {
        fonte: letture.is_source(id, documento),
        documento: Crumb::new(documento.titolo.as_str(), documento.url.as_str()),
        tipo: site.word("tipo_documento", documento.tipo.word()),
        ente: ente.map(|ente| Crumb::new(ente.nome.as_str(), ente.url.as_str())),
        data: documento.data.map(Day),
        licenza: &documento.licenza,
        sha256: &documento.sha256,
        righe: documento.righe,
        letto: letture.of_document(id),
        non_lette: documento.non_lette.len(),
    }
}
