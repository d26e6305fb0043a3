use crate::diag::register::pagine::{ALIAS_NON_VALIDO, SLUG_VUOTO};
use crate::model::{Componenti, Comuni, Detto, Slug, Testo};
use crate::read::keys::{Keys, testo};
use crate::read::record::Rejection;
use crate::read::yaml::{Entry, Kind, Node};

/// The keys that every kind of page shares.
pub(super) fn comuni(keys: &mut Keys<'_, '_>) -> Comuni {
    Comuni {
        titolo: keys.text("title"),
        descrizione: keys.text("description"),
        data: keys.day("date"),
        aggiornata: keys.day("updated"),
        bozza: keys.flag("draft"),
        slug: slug(keys),
        alias: alias(keys),
        peso: keys.number("weight").map(|weight| weight.value),
        modello: keys.text("template"),
        tassonomie: tassonomie(keys),
        pubblica_dal: keys.day("publish_date"),
        pubblica_fino: keys.day("expiry_date"),
        trasparenza: keys.text("sezione"),
        pubblicato: keys.day("pubblicato"),
        ordina_per: keys.value("sort_by").map(|order| order.value),
        rovescia: keys.flag("reverse"),
        pagine_da: keys.number("paginate_by").map(|size| size.value),
        novita: keys.flag("feed"),
        componenti: componenti(keys),
        extra: extra(keys),
    }
}

/// `slug`: the last part of the address, if anything of it can stand there.
fn slug(keys: &mut Keys<'_, '_>) -> Option<Detto<Testo>> {
    let slug = keys.text("slug")?;
    if Slug::of(&slug).as_str().is_empty() {
        keys.report(Rejection::of(&SLUG_VUOTO).finding("slug", &slug));
        return None;
    }
    Some(slug)
}

/// `aliases`: addresses of pages, from the root of the site: `/vecchia/`, `/vecchia.html`.
fn alias(keys: &mut Keys<'_, '_>) -> Vec<Detto<Testo>> {
    let mut addresses = keys.texts("aliases");
    addresses.retain(|address| {
        let well_formed = is_page_address(address);
        if !well_formed {
            keys.report(Rejection::of(&ALIAS_NON_VALIDO).finding("aliases", address));
        }
        well_formed
    });
    addresses
}

/// Whether a text is the address of a page: parts of letters, digits and a few marks, the last with `.html` or none.
fn is_page_address(address: &str) -> bool {
    let path = address.trim_matches('/');
    let of_path = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '~' | '/');
    let last = path.rsplit('/').next().unwrap_or_default();
    let a_page = !last.contains('.') || last.ends_with(".html") || last.ends_with(".htm");
    let folders = path
        .split('/')
        .all(|part| !part.is_empty() && part != "." && part != "..");
    folders && a_page && path.chars().all(of_path)
}

/// `taxonomies`: terms below the name of each taxonomy.
fn tassonomie(keys: &mut Keys<'_, '_>) -> Vec<(Testo, Vec<Detto<Testo>>)> {
    let entries = keys.free("taxonomies");
    entries
        .iter()
        .map(|entry| (testo(&entry.key), keys.texts_of(&entry.key, &entry.value)))
        .collect()
}

/// `components`: a switch for all, or a list of some.
fn componenti(keys: &mut Keys<'_, '_>) -> Componenti {
    if let Some(Node {
        kind: Kind::List(_), ..
    }) = keys.node("components")
    {
        return Componenti::Questi(keys.texts("components"));
    }
    match keys.flag("components") {
        true => Componenti::Tutti,
        false => Componenti::Nessuno,
    }
}

/// `extra`: free keys; a block below one gives keys with a dot, `colori.sfondo`.
pub(super) fn extra(keys: &mut Keys<'_, '_>) -> Vec<(Testo, Testo)> {
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
