use crate::model::{Comuni, Detto, Testo};
use crate::read::keys::{Keys, testo};
use crate::read::yaml::{Entry, Kind};

/// The keys that every kind of page shares.
pub(super) fn comuni(keys: &mut Keys<'_, '_>) -> Comuni {
    Comuni {
        titolo: keys.text("title"),
        descrizione: keys.text("description"),
        data: keys.day("date"),
        aggiornata: keys.day("updated"),
        bozza: keys.flag("draft"),
        slug: keys.text("slug"),
        alias: keys.texts("aliases"),
        peso: keys.number("weight").map(|weight| weight.value),
        modello: keys.text("template"),
        tassonomie: tassonomie(keys),
        pubblica_dal: keys.day("publish_date"),
        pubblica_fino: keys.day("expiry_date"),
        trasparenza: keys.text("sezione"),
        pubblicato: keys.day("pubblicato"),
        ordina_per: keys.text("sort_by"),
        pagine_da: keys.number("paginate_by").map(|size| size.value),
        extra: extra(keys),
    }
}

/// `taxonomies`: terms below the name of each taxonomy.
fn tassonomie(keys: &mut Keys<'_, '_>) -> Vec<(Testo, Vec<Detto<Testo>>)> {
    let entries = keys.free("taxonomies");
    entries
        .iter()
        .map(|entry| (testo(&entry.key), keys.texts_of(&entry.key, &entry.value)))
        .collect()
}

/// `extra`: free keys; a block below one gives keys with a dot, `colori.sfondo`.
fn extra(keys: &mut Keys<'_, '_>) -> Vec<(Testo, Testo)> {
    let mut found = Vec::new();
    let entries = keys.free("extra");
    flatten(keys, "", entries, &mut found);
    found
}

fn flatten(keys: &mut Keys<'_, '_>, prefix: &str, entries: &[Entry<'_>], found: &mut Vec<(Testo, Testo)>) {
    for Entry { key, value } in entries {
        let name = format!("{prefix}{}", key.value);
        match &value.kind {
            Kind::Map(below) => flatten(keys, &format!("{name}."), below, found),
            _ => {
                let text = keys.text_of(&name, value).map(|text| text.value);
                found.push((Testo::from(name), text.unwrap_or_default()));
            }
        }
    }
}
