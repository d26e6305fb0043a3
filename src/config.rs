//! `vetrina.yaml`: what an office decides about its site. An unknown key is an error.

use crate::diag::Severity;

/// The settings of a site, complete: what the file leaves out has its default.
#[derive(Clone, Debug)]
pub struct Config {
    /// `title`: name of the site.
    pub title: String,
    /// `description`: one sentence about the site.
    pub description: String,
    /// `base_url`: where the site will stand, without a final `/`.
    pub base_url: String,
    /// `relative_urls`: links from page to page are relative, so that the folder works anywhere.
    pub relative_urls: bool,
    /// `language`: `it` or `en`.
    pub language: String,
    /// `theme`: name of a folder in `themes/`; without it, the embedded one.
    pub theme: Option<String>,
    /// `publisher`: the body that answers for the site.
    pub publisher: Publisher,
    /// `licence`: SPDX id of the licence of the data, unless a document says another.
    pub licence: String,
    /// `privacy`: which personal data a law lets out.
    pub privacy: Privacy,
    /// `levels`: codes whose weight the office sets; none means off.
    pub levels: Vec<(String, Option<Severity>)>,
    /// `taxonomies`: what editors may tag with.
    pub taxonomies: Vec<Taxonomy>,
    /// `search`: whether the build makes a search index.
    pub search: bool,
}

/// Who answers for the site.
#[derive(Clone, Debug, Default)]
pub struct Publisher {
    /// `name`.
    pub name: String,
    /// `ipa`: code in the index of public administrations.
    pub ipa: Option<String>,
    /// `email`: where to write.
    pub email: Option<String>,
    /// `url`: the body's own site.
    pub url: Option<String>,
}

/// Which people of a plan are named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Staff {
    /// Those in charge; all others stand as counts by category and role.
    #[default]
    Roles,
    /// All, as printed.
    Names,
}

/// Which contacts are published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Contacts {
    /// Name of the official in charge, institutional address, land line.
    #[default]
    Office,
    /// All, as printed.
    Full,
}

/// Personal data: closed unless a law opens them (D.Lgs. 33/2013 art. 7-bis; Garante 243/2014, 398/2023, 204/2025).
#[derive(Clone, Debug, Default)]
pub struct Privacy {
    /// `staff`.
    pub staff: Staff,
    /// `contacts`.
    pub contacts: Contacts,
    /// `base_giuridica`: the law that lets more out; without it nothing opens.
    pub base_giuridica: Option<String>,
}

/// A taxonomy that editors may tag with.
#[derive(Clone, Debug)]
pub struct Taxonomy {
    /// `name`, also the first part of its addresses: `temi`.
    pub name: String,
    /// `title`.
    pub title: String,
    /// `feed`: whether each term has a feed.
    pub feed: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            title: "vetrina".to_owned(),
            description: String::new(),
            base_url: "http://localhost".to_owned(),
            relative_urls: false,
            language: "it".to_owned(),
            theme: None,
            publisher: Publisher::default(),
            licence: "CC-BY-4.0".to_owned(),
            privacy: Privacy::default(),
            levels: Vec::new(),
            taxonomies: Vec::new(),
            search: false,
        }
    }
}
