//! Documents that are tests: what a reader makes of its fixtures is a snapshot beside them, and what it makes of the
//! whole documents in `seeds/` is compared with counts taken from the text by other means.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot read its files should stop"
)]

mod catalogo_scambi;
mod forma;
mod front_matter;
mod peg_obiettivi;
mod peg_prodotti;
mod progetto;
