//! House rules that no lint holds: which room may know which, who touches the disk, what a code must have.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its files should stop")]

mod codes;
mod made;
mod reference;
mod rooms;
mod tables;
mod weights;
