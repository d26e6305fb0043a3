//! The library: every source document as it was received, line by line, with what was read from it.

mod documento;
mod elenco;
mod letture;

pub use documento::{DocumentoView, NonLetta, Riga, documento};
pub use elenco::{DocumentiView, VoceDocumento, elenco};
pub use letture::{Letto, Letture};
