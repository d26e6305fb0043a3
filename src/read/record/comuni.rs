//! Documents and bodies, which every other table refers to.

use super::slot::{blank, several};
use super::{Column, Record, columns};
use crate::model::{Bozza, Bozze, Documento, Ente, Origine, Testo, TipoDocumento};

/// A document that stands in no folder of the site: a table tells of it.
impl Record for Documento<Bozza> {
    const TABLE: &'static str = "documenti";
    const REQUIRED: &'static [&'static str] = &["id", "titolo"];
    const COLUMNS: &'static [Column<Self>] = columns![id, titolo, ente, data, tipo, file, sha256, righe, url];

    fn blank(origine: Origine) -> Self {
        Self {
            id: None,
            titolo: Testo::new(),
            ente: None,
            data: None,
            tipo: TipoDocumento::Tabella,
            file: Testo::new(),
            sha256: Testo::new(),
            righe: 0,
            url: Testo::new(),
            licenza: Testo::new(),
            lettore: Testo::new(),
            testo: None,
            non_lette: Vec::new(),
            origine: Some(origine),
        }
    }

    fn list(bozze: &mut Bozze) -> &mut Vec<Self> {
        &mut bozze.documenti
    }
}

impl Record for Ente<Bozza> {
    const TABLE: &'static str = "enti";
    const REQUIRED: &'static [&'static str] = &["nome"];
    const COLUMNS: &'static [Column<Self>] = columns![
        id, nome, tipo, url, codice_ipa, sito, provincia, regione,
        "altri_nomi" Several => |ente, said| {
            ente.alias = several(&said);
            Ok(())
        },
    ];

    fn blank(origine: Origine) -> Self {
        Self {
            id: None,
            nome: blank(&origine),
            tipo: None,
            url: Testo::new(),
            alias: Vec::new(),
            codice_ipa: None,
            sito: None,
            provincia: None,
            regione: None,
            origine,
        }
    }

    fn list(bozze: &mut Bozze) -> &mut Vec<Self> {
        &mut bozze.enti
    }
}
