//! Projects: the register, and a page for each with partners, money, actions, indicators, next steps, people.

mod persone;
mod registro;
mod scheda;
mod sezione;

pub use persone::Recapito;
pub use registro::{RegistroView, registro};
pub use scheda::{ProgettoView, progetto};
pub use sezione::{SezioneView, VoceView};
