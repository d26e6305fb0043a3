//! Pieces that several kinds of page show: Gantt charts, indicators, people.

mod gantt;
mod indicatore;
mod persone;

pub use gantt::{Gantt, Mese, Riga};
pub use indicatore::IndicatoreView;
pub use persone::{Conteggio, Persona, Persone};
