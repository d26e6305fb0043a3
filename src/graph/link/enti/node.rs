use super::super::address;
use super::mention::Mention;
use super::name::told;
use crate::model::{Bozza, Detto, Ente, Origine, Slug, Testo, TipoEnte};

/// One body from all that is said of it: an editor's words first, else the fullest name that a document prints. The
/// id comes from the documents where they name the body, so that an editor's better spelling does not change it. It is
/// said where it is described, else where it is first named.
pub(super) fn node(first: &Mention<'_>, group: &[&Mention<'_>]) -> Ente {
    let described: Vec<&Ente<Bozza>> = group.iter().filter_map(|mention| mention.described).collect();
    let editor = group
        .iter()
        .find(|mention| mention.by_editor && mention.described.is_some());
    let describing = editor
        .and_then(|editor| editor.described)
        .or(described.first().copied());
    let printed = fullest(group);
    let nome = editor.map_or_else(|| printed.clone(), |editor| editor.text.clone());
    let explicit = described.iter().find_map(|ente| ente.id.as_ref());
    let id = Slug::of(&explicit.unwrap_or(&printed).value);
    let said = |pick: fn(&Ente<Bozza>) -> Option<&Detto<Testo>>| described.iter().find_map(|ente| pick(ente)).cloned();
    let told = described.iter().find_map(|ente| ente.tipo);
    Ente {
        url: address::ente(&id),
        tipo: told.or_else(|| Some(kind(group))),
        alias: spellings(group, &described, &nome),
        codice_ipa: said(|ente| ente.codice_ipa.as_ref()),
        sito: said(|ente| ente.sito.as_ref()),
        provincia: said(|ente| ente.provincia.as_ref()),
        regione: said(|ente| ente.regione.as_ref()),
        origine: describing.map_or_else(|| Origine::letta(first.text.span), |ente| ente.origine.clone()),
        id,
        nome,
    }
}

/// The fullest name that documents print, or editors where no document does: in mixed case, with its kind, the longest.
fn fullest(group: &[&Mention<'_>]) -> Detto<Testo> {
    let fullness = |mention: &Mention<'_>| {
        let name = told(mention.text);
        let low = name.chars().filter(|c| c.is_lowercase()).count();
        (
            !mention.by_editor,
            low > 0,
            mention.name.kind.is_some(),
            name.len(),
            low,
        )
    };
    let best = group
        .iter()
        .copied()
        .reduce(|best, next| if fullness(next) > fullness(best) { next } else { best });
    best.map_or_else(
        || {
            Detto::new(
                Testo::new(),
                crate::source::Span::new(crate::source::FileId::new(0), 0, 0),
            )
        },
        |mention| mention.text.clone().map(|text| told(&text).into()),
    )
}

/// The kind that some spelling tells.
fn kind(group: &[&Mention<'_>]) -> TipoEnte {
    let told = group.iter().find_map(|mention| mention.name.kind);
    told.unwrap_or(TipoEnte::Altro)
}

/// All other spellings of the name, printed or declared, each once.
fn spellings(group: &[&Mention<'_>], described: &[&Ente<Bozza>], nome: &Detto<Testo>) -> Vec<Detto<Testo>> {
    let declared = described.iter().flat_map(|ente| &ente.alias);
    let mut others: Vec<Detto<Testo>> = Vec::new();
    for spelling in declared.chain(group.iter().map(|mention| mention.text)) {
        if spelling != nome && !others.contains(spelling) {
            others.push(spelling.clone());
        }
    }
    others
}
