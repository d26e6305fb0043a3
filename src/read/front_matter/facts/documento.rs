use super::{File, push, set};
use crate::model::{Bozza, Bozze, Documento, Origine, TipoDocumento};
use crate::read::keys::Keys;
use crate::read::record::Record;

/// Columns that follow from the file itself, and from where the page stands.
pub(super) const MADE: [&str; 3] = ["sha256", "righe", "url"];

/// A document that an office publishes. Its file is looked for when all is read.
pub(super) fn documento(keys: &mut Keys<'_, '_>, file: &File<'_>, bozze: &mut Bozze) {
    let mut documento = Documento::<Bozza>::blank(Origine::letta(keys.span()));
    documento.tipo = TipoDocumento::Altro;
    documento.data = file.comuni.data.as_ref().map(|day| day.value);
    let columns = Documento::<Bozza>::COLUMNS.iter();
    for column in columns.filter(|column| !MADE.contains(&column.name)) {
        set(keys, &mut documento, column);
    }
    if let Some(licenza) = keys.text("licenza") {
        documento.licenza = licenza.value;
    }
    match &file.comuni.titolo {
        Some(title) if documento.titolo.is_empty() => documento.titolo = title.value.clone(),
        None if documento.titolo.is_empty() => keys.missing("titolo"),
        _ => {}
    }
    if documento.file.is_empty() {
        keys.missing("file");
    }
    push(file.named(keys, documento, |documento| &mut documento.id), bozze);
}
