//! Rules for the program that serves the site, on demand: redirects, headers, types, compressed copies, the page not
//! found. They stand in files whose names begin with a dot, and rule that no such file is served.

mod apache;
mod nginx;
mod types;

pub use types::media_type;

use super::Output;
use crate::config::{Compression, Config, Server};

/// An older address and the one that took its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// The older address, from the root of the site: `/vecchia/`.
    pub from: String,
    /// Where it leads.
    pub to: String,
}

/// What all rules say, whatever the program.
#[derive(Debug)]
struct Rules<'r> {
    /// The path of the site on its host, without a final `/`: empty, or `/piani`.
    base: &'r str,
    /// Names and values of the headers of every answer.
    headers: Vec<(&'static str, String)>,
    redirects: &'r [Redirect],
    /// Codes of the further languages, each with a page not found of its own.
    languages: Vec<&'r str>,
    copies: &'r [Compression],
}

/// How long what is named by its bytes may be kept: a year.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// All else is asked for again, which costs no bytes while it is the same.
const ASK_AGAIN: &str = "no-cache";

/// Data that pages of other sites may read (open data).
const OPEN: [&str; 7] = ["atom", "csv", "ics", "json", "jsonld", "ttl", "rdf"];

/// The files for the programs that the configuration names.
#[must_use]
pub fn files(config: &Config, redirects: &[Redirect]) -> Vec<Output> {
    let rules = Rules {
        base: base_path(&config.base_url),
        headers: headers(config),
        redirects,
        languages: config
            .languages
            .iter()
            .map(|lingua| lingua.code.value.as_str())
            .collect(),
        copies: &config.delivery.compress,
    };
    let files = config.delivery.server.iter().map(|server| match server {
        Server::Nginx => (".nginx.conf", nginx::rules(&rules)),
        Server::Apache => (".htaccess", apache::rules(&rules)),
    });
    let output = |(path, text): (&str, String)| Output {
        path: path.to_owned(),
        bytes: text.into_bytes(),
    };
    files.map(output).collect()
}

/// The path of a URL: `/piani` of `https://esempio.it/piani`.
fn base_path(url: &str) -> &str {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    host.find('/').map_or("", |at| host[at..].trim_end_matches('/'))
}

/// The headers of every answer. The policy lets a page load what stands on the site and nothing else; the search index
/// is read by a WebAssembly program, which has to be allowed.
fn headers(config: &Config) -> Vec<(&'static str, String)> {
    let search = if config.search { " 'wasm-unsafe-eval'" } else { "" };
    let connect = if config.search { " connect-src 'self';" } else { "" };
    let policy = format!(
        "default-src 'none'; script-src 'self'{search}; style-src 'self'; img-src 'self'; font-src 'self';{connect} \
         form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
    );
    let fixed = [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        (
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        ),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ];
    let fixed = fixed.map(|(name, value)| (name, value.to_owned()));
    std::iter::once(("Content-Security-Policy", policy))
        .chain(fixed)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::base_path;

    #[test]
    fn the_path_of_a_site_on_its_host() {
        assert_eq!(base_path("https://esempio.it"), "");
        assert_eq!(base_path("https://esempio.it/"), "");
        assert_eq!(base_path("https://esempio.it/piani/2024"), "/piani/2024");
    }
}
