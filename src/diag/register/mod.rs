//! The register of codes, one file per room or form. A code, once published, keeps its id and its meaning for ever.

pub mod catalogo;
pub mod collegamenti;
pub mod config;
pub mod correzioni;
pub mod files;
pub mod grafo;
pub mod lettura;
pub mod lingue;
pub mod matter;
pub mod obiettivi;
pub mod output;
pub mod pagine;
pub mod persone;
pub mod privacy;
pub mod progetto;
pub mod righe;
pub mod run;
pub mod scritto;
pub mod sommario;
pub mod tabella;
pub mod tassonomie;
pub mod testo;
pub mod theme;
pub mod trasparenza;
pub mod unita;

use super::Code;

/// The codes of each family, in the order in which a run can meet them.
const FAMILIES: &[&[&Code]] = &[
    files::CODES,
    config::CODES,
    lingue::CODES,
    run::CODES,
    matter::CODES,
    scritto::CODES,
    testo::CODES,
    lettura::CODES,
    catalogo::CODES,
    grafo::CODES,
    privacy::CODES,
    correzioni::CODES,
    pagine::CODES,
    tassonomie::CODES,
    obiettivi::CODES,
    persone::CODES,
    unita::CODES,
    progetto::CODES,
    sommario::CODES,
    trasparenza::CODES,
    tabella::CODES,
    righe::CODES,
    collegamenti::CODES,
    output::CODES,
    theme::CODES,
];

/// Every code that vetrina knows, room by room.
pub fn all() -> impl Iterator<Item = &'static Code> + Clone {
    FAMILIES.iter().copied().flatten().copied()
}

/// The code with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Code> {
    all().find(|code| code.id == id)
}
