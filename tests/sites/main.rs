//! Whole small sites: a folder goes in; what the program says, how it ends and what stands in `public/` come out.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files should stop")]

mod allegati;
mod builds;
mod catalogo;
mod compare;
mod data;
mod delivery;
mod documents;
mod edition;
mod enti;
mod errors;
mod external;
mod import;
mod incoerenze;
mod interrupt;
mod levels;
mod lingue;
mod manuale;
mod monitoring;
mod new;
mod origins;
mod privacy;
mod rebuild;
mod redazione;
mod rinvii;
mod round_trip;
mod scadenze;
mod scritti;
mod search;
mod sezioni;
mod site;
mod tables;
mod testi;
mod themes;
mod trasparenza;
mod words;
