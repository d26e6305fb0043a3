use super::facts;
use crate::model::{Bozze, Comuni, Correzione, Detto, Etichetta, Monitoraggio, Sorgente};
use crate::read::keys::{Keys, testo};
use crate::read::yaml::Entry;

/// What a section says of its source; nothing where it says nothing about one.
pub(super) fn sorgente(keys: &mut Keys<'_, '_>, comuni: &Comuni) -> Option<Box<Sorgente>> {
    let supersedes = keys.text("supersedes");
    let sorgente = Sorgente {
        documento: keys.text("source"),
        lettore: keys.text("reader"),
        titolo: comuni.titolo.clone(),
        ente: keys.text("ente"),
        anno: keys.number("anno").map(|year| year.value),
        licenza: keys.text("licenza"),
        data: comuni.data.or(comuni.pubblicato),
        confronta: keys.text("compare").or_else(|| supersedes.clone()),
        sostituisce: supersedes,
    };
    let says_something = sorgente.documento.is_some()
        || sorgente.ente.is_some()
        || sorgente.anno.is_some()
        || sorgente.confronta.is_some();
    says_something.then(|| Box::new(sorgente))
}

/// `corrections`: what editors mend.
pub(super) fn correzioni(keys: &mut Keys<'_, '_>) -> Vec<Correzione> {
    let entries = keys.list("corrections");
    entries
        .iter()
        .filter_map(|entry| {
            let mut entry = keys.within("corrections", entry);
            let (id, campo, valore) = (entry.required("id"), entry.required("campo"), entry.required("valore"));
            let nota = entry.text("nota");
            entry.finish();
            Some(Correzione {
                id: id?,
                campo: campo?,
                valore: valore?,
                nota,
            })
        })
        .collect()
}

/// `tags`: terms for the things of the section's source, by id and taxonomy.
pub(super) fn etichette(keys: &mut Keys<'_, '_>) -> Vec<Etichetta> {
    let mut found = Vec::new();
    for entry in keys.free("tags") {
        let id = Detto::new(testo(&entry.key), entry.key.span);
        for Entry { key, value } in keys.entries_of(&entry.key, &entry.value) {
            found.push(Etichetta {
                id: id.clone(),
                tassonomia: Detto::new(testo(key), key.span),
                termini: keys.texts_of(key, value),
            });
        }
    }
    found
}

/// `monitoring`: what came of phases and indicators.
pub(super) fn monitoraggio(keys: &mut Keys<'_, '_>) -> Vec<Monitoraggio> {
    let mut bozze = Bozze::default();
    facts::rows(keys, "monitoring", &mut bozze, |_: &mut Monitoraggio, _| {});
    bozze.monitoraggio
}
