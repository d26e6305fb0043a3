//! Bodies, which every other table refers to.

use super::slot::{blank, several};
use super::{Column, Record, columns};
use crate::model::{Bozza, Bozze, Ente, Origine, Testo};

impl Record for Ente<Bozza> {
    const TABLE: &'static str = "enti";
    const REQUIRED: &'static [&'static str] = &["nome"];
    const COLUMNS: &'static [Column<Self>] = columns![
        id, nome, tipo, url, codice_ipa, sito, provincia, regione,
        "altri_nomi" many => |ente, said| {
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

    fn origine(&mut self) -> &mut Origine {
        &mut self.origine
    }
}
