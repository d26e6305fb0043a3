use super::common;
use crate::diag::clearly_nearest;
use crate::diag::register::lingue::CHIAVE_DELL_ORIGINALE;
use crate::model::{Codice, Comuni, Pagina, Testo};
use crate::read::keys::Keys;
use crate::source::Span;

/// A file that says in another language what its original says: words and nothing else. Facts, addresses and order
/// stand in the original, once; whatever else is written here is reported.
pub(super) fn read(mut keys: Keys<'_, '_>, path: &str, lingua: Codice, corpo: Span) -> Pagina {
    let comuni = Comuni {
        titolo: keys.text("title"),
        descrizione: keys.text("description"),
        bozza: keys.flag("draft"),
        extra: common::extra(&mut keys),
        ..Comuni::default()
    };
    // Most such keys are facts, and no word of a translation is meant.
    keys.finish_offering(&CHIAVE_DELL_ORIGINALE, |key, asked| {
        clearly_nearest(key, asked.iter().copied())
            .unwrap_or_default()
            .to_owned()
    });
    Pagina {
        file: corpo.file,
        percorso: Testo::from(path),
        sezione: false,
        lingua: Some(lingua),
        comuni,
        sorgente: None,
        allegato: None,
        correzioni: Vec::new(),
        monitoraggio: Vec::new(),
        etichette: Vec::new(),
        recapiti: Vec::new(),
        illustrata: false,
        corpo,
    }
}
