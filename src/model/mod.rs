//! Room 3: the nouns. No I/O, no templates, no YAML.
//!
//! The type is the singular of the open-data table and its fields are the columns, so one word names one thing from
//! the printed page through the type, the front-matter key, the template variable, the address and the CSV column.
//!
//! | term | English | defined in |
//! |---|---|---|
//! | [`Documento`] | source document as received, or an editor's file that holds facts | `documento.rs` |
//! | [`Ente`] | public body (or company) | `ente.rs` |
//! | [`Scheda`] | card: one exchange visit that a body offers | `scheda.rs` |
//! | [`Contatto`] | contact of a card, or participant of a project | `scheda.rs` |
//! | [`Disponibilita`] | a date, range or month in which an exchange can take place | `scheda.rs` |
//! | [`VoceCalendario`] | one label of one cell of a printed month grid | `scheda.rs` |
//! | [`Piano`] | plan (PEG) or project | `piano.rs` |
//! | [`Unita`] | unit of a plan: settore, ufficio, centro di responsabilità | `piano.rs` |
//! | [`LineaStrategica`] | strategic line, a tree | `piano.rs` |
//! | [`Progetto`] | product or project of a plan | `piano.rs` |
//! | [`Obiettivo`] | objective | `obiettivo.rs` |
//! | [`Fase`] | phase of an objective or project | `obiettivo.rs` |
//! | [`Indicatore`] | indicator with its expected value | `obiettivo.rs` |
//! | [`Assegnazione`] | a person assigned to an objective or project | `obiettivo.rs` |
//! | [`VoceBilancio`] | budget line | `bilancio.rs` |
//! | [`Totale`] | a total that a summary prints, kept to be checked | `bilancio.rs` |
//! | [`Partner`] | body that takes part in a project, with its budget | `progetto.rs` |
//! | [`TotalePartner`] | totals printed below the partners' budget, kept to be checked | `progetto.rs` |
//! | [`Attivita`] | activity of a project | `progetto.rs` |
//! | [`Scadenza`] | next step: what, who, by when | `progetto.rs` |
//! | [`Sezione`] | narrative part of a project document (notes, agenda, steps, …) | `progetto.rs` |
//! | [`VoceIndice`] | entry of a printed index, kept to be checked | `indice.rs` |
//! | [`Pagina`] | Markdown file of `content/`: section or page, with its front matter | `pagina.rs` |
//! | [`Bozze`] | what a reader yields: every noun as a draft | `draft.rs` |

mod bilancio;
mod documento;
mod draft;
mod ente;
mod indice;
mod lingua;
mod obiettivo;
mod pagina;
mod piano;
mod progetto;
mod scheda;
mod stage;
mod value;

pub use bilancio::{Direzione, Natura, Totale, VoceBilancio};
pub use documento::{Documento, TipoDocumento};
pub use draft::Bozze;
pub use ente::{Ente, TipoEnte};
pub use indice::VoceIndice;
pub use lingua::Codice;
pub use obiettivo::{Ambito, Assegnazione, Fase, Indicatore, Mesi, Obiettivo, Operatore, TipoObiettivo, ValoreAtteso};
pub use pagina::{Componenti, Comuni, Correzione, Etichetta, Monitoraggio, Ordine, Pagina, Sorgente};
pub use piano::{LineaStrategica, LivelloLinea, Piano, Progetto, TipoPiano, TipoProgetto, TipoUnita, Unita};
pub use progetto::{Attivita, Partner, RuoloPartner, Scadenza, Sezione, TipoSezione, TotalePartner, Voce};
pub use scheda::{
    Contatto, Disponibilita, Durata, Partecipanti, RuoloContatto, Scheda, Stato, TipoDisponibilita, VoceCalendario,
};
pub use stage::{Bozza, Collegato, Id, Origine, Riferimento, Riportata, Stadio};
pub use value::{Detto, Euro, Giorno, Percentuale, Periodo, Slug, Testo, from_iso, iso};

/// A closed set of words, as the open data spell them.
pub trait Parola: Copy + 'static {
    /// Every value, in the order of the table's description.
    fn all() -> &'static [Self];

    /// The words of every value, in the same order.
    fn words() -> &'static [&'static str];

    /// The word that the open data use.
    fn word(self) -> &'static str;

    /// The value that a word of the open data stands for.
    fn from_word(word: &str) -> Option<Self> {
        Self::all().iter().copied().find(|value| value.word() == word)
    }
}

/// Gives an enum of closed words its printed form, as the open data spell it, and the way back.
macro_rules! words {
    ($type:ty { $($variant:ident => $word:literal),+ $(,)? }) => {
        impl $type {
            /// Every value, in the order of the table's description.
            pub const ALL: &'static [$type] = &[$(<$type>::$variant),+];

            /// The words of every value, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word that the open data use.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(<$type>::$variant => $word),+ }
            }

            /// The value that a word of the open data stands for.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(<$type>::$variant),)+ _ => None }
            }
        }

        impl $crate::model::Parola for $type {
            fn all() -> &'static [Self] {
                Self::ALL
            }

            fn words() -> &'static [&'static str] {
                Self::WORDS
            }

            fn word(self) -> &'static str {
                <$type>::word(self)
            }
        }
    };
}
pub(crate) use words;
