use std::fmt::Write as _;

use super::types::{TYPES, bare};
use super::{ASK_AGAIN, FOR_EVER, OPEN, Rules};
use crate::config::Compression;

/// The rules for nginx, to be included in the block of the server.
pub(super) fn rules(rules: &Rules<'_>) -> String {
    let base = rules.base;
    let mut text = format!(
        "# Rules of this site for nginx, written by vetrina with each build. In the block of the server:\n\
         #\n\
         #     root /srv/www/esempio;   # the folder in which this site{} stands\n\
         #     include /srv/www/esempio{base}/.nginx.conf;\n\
         #\n\
         # Whether the site is reached by HTTPS only (Strict-Transport-Security) is for the server to say.\n\n\
         index index.html;\n\
         absolute_redirect off;\n\
         {}\n",
        if base.is_empty() {
            String::new()
        } else {
            format!("'s folder {base}")
        },
        not_found(rules),
    );
    types(&mut text);
    copies(&mut text, rules);
    headers(&mut text, rules, "", ASK_AGAIN);
    text.push('\n');
    location(&mut text, rules, &format!("^~ {base}/assets/"), FOR_EVER, &[]);
    // Regular expressions are tried in the order in which they stand.
    text.push_str("location ~ /\\.(?!well-known/) { return 404; }\n");
    let open = format!("~ ^{}/.*\\.({})$", literal(base), OPEN.join("|"));
    location(
        &mut text,
        rules,
        &open,
        ASK_AGAIN,
        &["add_header Access-Control-Allow-Origin \"*\" always;"],
    );
    for redirect in rules.redirects {
        let to = format!("{base}{}", redirect.to);
        for from in spellings(&redirect.from) {
            let _ = writeln!(
                text,
                "location = \"{}\" {{ return 301 \"{}\"; }}",
                quoted(&format!("{base}{from}")),
                quoted(&to)
            );
        }
    }
    text
}

/// The page not found; below the folder of a language the one in that language.
fn not_found(rules: &Rules<'_>) -> String {
    let base = rules.base;
    if rules.languages.is_empty() {
        return format!("error_page 404 {base}/404.html;\n");
    }
    let mut text = format!("set $not_found {base}/404.html;\n");
    for code in &rules.languages {
        let below = literal(&format!("{base}/{code}/"));
        let _ = writeln!(
            text,
            "if ($uri ~ ^{below}) {{ set $not_found {base}/{code}/404.html; }}"
        );
    }
    text.push_str("error_page 404 $not_found;\n");
    text
}

fn types(text: &mut String) {
    text.push_str("types {\n");
    for (extension, media) in TYPES {
        let _ = writeln!(text, "    {} {extension};", bare(media));
    }
    text.push_str("}\ncharset utf-8;\ncharset_types text/css text/csv text/calendar text/javascript text/plain text/turtle application/json application/xml application/atom+xml;\n\n");
}

/// The module for brotli is a package of its own, and a rule without it would stop the server.
fn copies(text: &mut String, rules: &Rules<'_>) {
    for coding in rules.copies {
        text.push_str(match coding {
            Compression::Gzip => "gzip_static on;\ngzip_vary on;\n",
            Compression::Brotli => {
                "# With the module ngx_brotli (Debian: libnginx-mod-http-brotli-static):\n# brotli_static on;\n"
            }
        });
    }
    text.push('\n');
}

fn headers(text: &mut String, rules: &Rules<'_>, indent: &str, cache: &str) {
    let _ = writeln!(text, "{indent}add_header Cache-Control \"{cache}\";");
    for (name, value) in &rules.headers {
        let _ = writeln!(text, "{indent}add_header {name} \"{value}\" always;");
    }
}

/// A block with a cache rule of its own. A block that adds a header inherits none, so all stand in each.
fn location(text: &mut String, rules: &Rules<'_>, at: &str, cache: &str, more: &[&str]) {
    let _ = writeln!(text, "location {at} {{");
    headers(text, rules, "    ", cache);
    for line in more {
        let _ = writeln!(text, "    {line}");
    }
    text.push_str("}\n");
}

/// An address with its final `/` and without.
fn spellings(address: &str) -> Vec<&str> {
    let bare = address.trim_end_matches('/');
    if bare.is_empty() || bare.len() == address.len() {
        vec![address]
    } else {
        vec![address, bare]
    }
}

/// A text between quotes; `$` would begin a variable, which no address has a right to.
fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('$', "%24")
}

/// A path in a regular expression.
fn literal(path: &str) -> String {
    regex::escape(path)
}
