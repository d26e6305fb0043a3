//! vetrina publishes the plans and exchange catalogues of public bodies.
//!
//! Data walk through the rooms in one direction:
//!
//! 1. [`source`]: bytes with an address;
//! 2. [`read`]: text becomes drafts, file by file;
//! 3. [`model`]: the nouns of the domain;
//! 4. [`graph`]: drafts become one immutable graph, and rules compare it with itself;
//! 5. [`export`] and [`render`]: the graph becomes tables, calendars and pages;
//! 6. [`mod@write`]: outputs become files.
//!
//! [`pipeline`] is the walk itself and the page to read first. Around it stand [`serve`], which takes it again after
//! every edit, and [`cli`], the only room that prints. Whatever a room finds wrong is a [`diag::Diagnostic`].

pub mod cli;
pub mod config;
pub mod diag;
pub mod export;
pub mod graph;
pub mod model;
pub mod pipeline;
pub mod read;
pub mod render;
pub mod serve;
pub mod source;
pub mod write;
