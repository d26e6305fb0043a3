use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Sezione, Voce};
use crate::render::site::Site;
use crate::render::view::{Crumb, Day, Place};

/// A narrative part of a project document.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SezioneView<'g> {
    /// What it tells, a word: `note`, `agenda`, `passo`.
    pub tipo: &'static str,
    /// Anchor in the page.
    pub id: String,
    /// Heading: as printed, or the word for what it tells.
    pub titolo: &'g str,
    /// The body it speaks of.
    pub ente: Option<Crumb<'g>>,
    /// Its entries.
    pub voci: Vec<VoceView<'g>>,
    /// Where it is printed.
    pub luogo: Option<Place<'g>>,
}

/// An entry of a narrative part.
#[derive(Debug, Serialize, JsonSchema)]
pub struct VoceView<'g> {
    /// What heads it.
    pub titolo: Option<&'g str>,
    /// What it says, Markdown.
    pub testo: &'g str,
    /// From.
    pub inizio: Option<Day>,
    /// To.
    pub fine: Option<Day>,
}

impl<'g> SezioneView<'g> {
    /// The part as pages show it; `number` tells it from the others of its page.
    #[must_use]
    pub fn of(site: &Site<'g>, number: usize, sezione: &'g Sezione) -> Self {
        let ente = sezione.ente.map(|ente| &site.graph.enti[ente]);
        Self {
            tipo: sezione.tipo.word(),
            id: format!("parte-{number}"),
            titolo: match sezione.titolo.as_str() {
                "" => site.word("tipo_sezione", sezione.tipo.word()),
                printed => printed,
            },
            ente: ente.map(|ente| Crumb::new(ente.nome.as_str(), ente.url.as_str())),
            voci: sezione.voci.iter().map(entry).collect(),
            luogo: Place::of(site, &sezione.origine),
        }
    }
}

fn entry(voce: &Voce) -> VoceView<'_> {
    VoceView {
        titolo: voce.titolo.as_ref().map(|title| title.as_str()),
        testo: &voce.testo,
        inizio: voce.inizio.map(Day),
        fine: voce.fine.map(Day),
    }
}
