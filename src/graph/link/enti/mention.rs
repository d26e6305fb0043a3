use std::collections::BTreeSet;

use super::super::{Draft, EDITORS, Inputs};
use super::name::Name;
use crate::model::{Bozza, Bozze, Detto, Ente, Riferimento, Testo, VoceIndice};

/// A name of a body, where it stands.
#[derive(Debug)]
pub(super) struct Mention<'a> {
    /// As written.
    pub(super) text: &'a Detto<Testo>,
    /// What it comes down to.
    pub(super) name: Name,
    /// The draft that describes the body, where this is more than a reference.
    pub(super) described: Option<&'a Ente<Bozza>>,
    /// Whether an editor wrote it.
    pub(super) by_editor: bool,
}

/// Every name of a body in source order: described bodies, and each spelling of a reference once. A reference by the id
/// of a described body is no spelling of its name.
pub(super) fn mentions<'a>(inputs: &'a Inputs, files: &[&'a Bozze]) -> Vec<Mention<'a>> {
    let mut found = Vec::new();
    let described = files.iter().flat_map(|bozze| &bozze.enti);
    let ids = described.filter_map(|ente| ente.id.as_ref()).map(|id| &id.value);
    let mut seen: BTreeSet<&Testo> = ids.collect();
    for (draft, bozze) in inputs.drafts.iter().zip(files) {
        let by_editor = draft.reader == EDITORS;
        found.extend(bozze.enti.iter().map(|ente| Mention {
            text: &ente.nome,
            name: Name::of(&ente.nome),
            described: Some(ente),
            by_editor,
        }));
        let publisher = publisher(inputs, draft).into_iter();
        let new = references(bozze)
            .chain(publisher)
            .filter(|text| seen.insert(&text.value));
        found.extend(new.map(|text| Mention {
            text,
            name: Name::of(text),
            described: None,
            by_editor,
        }));
    }
    let corrected = inputs.pagine.iter().flat_map(|page| &page.correzioni);
    let hosts = corrected
        .filter(|correction| correction.campo.value == "ente")
        .map(|correction| &correction.valore);
    found.extend(hosts.filter(|text| seen.insert(&text.value)).map(|text| Mention {
        text,
        name: Name::of(text),
        described: None,
        by_editor: true,
    }));
    found
}

/// The body that the section's front matter names as the publisher of a draft's document.
pub(in crate::graph::link) fn publisher<'a>(inputs: &'a Inputs, draft: &Draft) -> Option<&'a Detto<Testo>> {
    let page = inputs.pagine.get(draft.pagina)?;
    page.sorgente.as_ref()?.ente.as_ref()
}

/// The bodies that a file refers to by name.
fn references(bozze: &Bozze) -> impl Iterator<Item = &Detto<Testo>> {
    let cards = bozze.schede.iter().map(|card| &card.ente);
    let contacts = bozze.contatti.iter().filter_map(|contact| contact.ente.as_ref());
    let plans = bozze.piani.iter().filter_map(|plan| plan.ente.as_ref());
    let partners = bozze.partner.iter().map(|partner| &partner.ente);
    let parts = bozze.sezioni.iter().filter_map(|part| part.ente.as_ref());
    let publishers = bozze.documenti.iter().filter_map(|documento| documento.ente.as_ref());
    let announced = bozze.indice.iter().filter_map(|entry| match entry {
        VoceIndice::Scheda { rif_ente, .. } => rif_ente.as_ref(),
        VoceIndice::Unita { .. } => None,
    });
    let all = cards
        .chain(contacts)
        .chain(plans)
        .chain(partners)
        .chain(parts)
        .chain(publishers)
        .chain(announced);
    all.filter_map(|reference| match reference {
        Riferimento::Scritto(text) => Some(text.as_ref()),
        Riferimento::Locale(_) | Riferimento::Sezione(_) => None,
    })
}
