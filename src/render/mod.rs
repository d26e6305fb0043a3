//! Room 5b: the graph becomes pages.
//!
//! [`plan`](plan::plan) lists the pages as [`Job`]s; the [`Press`] builds each page's view (see [`view`]), hands it to
//! the [`Theme`]'s template and writes the links inside the site. Templates see their view and nothing else: no graph,
//! disk, network or clock. So the digest of a job says all that its page depends on.
//!
//! A family of pages is three things: `view/<family>.rs` (what its templates see), `plan/<family>.rs` (which pages there
//! are), and `themes/vetrina/templates/<family>/`; its words are a group of `i18n/it.yaml` and `i18n/en.yaml`.

pub mod components;
mod corpo;
mod filter;
pub mod fingerprint;
pub mod format;
mod job;
pub mod links;
pub mod markdown;
mod minify;
pub mod picture;
pub mod plan;
mod plate;
mod press;
pub mod search;
pub mod server;
mod site;
mod strings;
mod template;
#[cfg(test)]
mod tests;
pub mod theme;
mod tongue;
mod tools;
mod versioni;
pub mod view;

pub use corpo::{Corpo, Pictures};
pub use job::Job;
pub use markdown::Picture;
pub use press::{Press, Sheet};
pub use site::{Beside, Entry, Files, Site, SiteView};
pub use strings::Strings;
pub use theme::{Theme, ThemeFile};
pub use tongue::{Tongue, language};
pub use versioni::Versione;

/// A finished file: where it goes below `public/`, and what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Path below `public/`, with `/`.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
}
