//! The contract with theme authors: one serialisable struct for each template. Fields keep the names of the open data.

pub mod alias;
pub mod catalogo;
pub mod cerca;
pub mod contract;
pub mod dati;
mod day;
pub mod documenti;
pub mod enti;
mod etichette;
pub mod home;
mod jsonld;
mod layout;
mod lingue;
pub mod pagina;
mod paginazione;
pub mod parti;
pub mod piani;
pub mod progetti;
mod ricerca;
pub mod temi;
pub mod trasparenza;

pub use day::Day;
pub use etichette::Etichette;
pub use jsonld::StructuredData;
pub use layout::{Crumb, Download, Fact, Layout, Place};
pub use lingue::{Alternativa, Originale};
pub use paginazione::Paginazione;
pub use ricerca::Ricerca;
