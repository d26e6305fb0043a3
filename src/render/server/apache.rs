use std::fmt::Write as _;

use super::types::{TYPES, bare};
use super::{ASK_AGAIN, FOR_EVER, OPEN, Rules};
use crate::config::Compression;

/// The rules for Apache 2.4, in the folder of the site.
pub(super) fn rules(rules: &Rules<'_>) -> String {
    let base = rules.base;
    let mut text = format!(
        "# Rules of this site for Apache 2.4, written by vetrina with each build. Needs `AllowOverride All` for this\n\
         # folder and the modules alias, dir, headers, mime, rewrite and setenvif, which Debian has.\n\
         # Whether the site is reached by HTTPS only (Strict-Transport-Security) is for the server to say.\n\n\
         Options -Indexes\n\
         DirectoryIndex index.html\n\
         ErrorDocument 404 {base}/404.html\n\
         RedirectMatch 404 \"/\\.(?!well-known/)\"\n"
    );
    for code in &rules.languages {
        let below = regex::escape(&format!("{base}/{code}/"));
        let _ = writeln!(
            text,
            "<If \"%{{REQUEST_URI}} =~ m#^{below}#\">\n    ErrorDocument 404 {base}/{code}/404.html\n</If>"
        );
    }
    redirects(&mut text, rules);
    types(&mut text);
    headers(&mut text, rules);
    copies(&mut text, rules);
    text
}

fn redirects(text: &mut String, rules: &Rules<'_>) {
    for redirect in rules.redirects {
        let from = regex::escape(&format!("{}{}", rules.base, redirect.from.trim_end_matches('/')));
        let end = if redirect.from.ends_with('/') { "/?" } else { "" };
        let to = format!("{}{}", rules.base, redirect.to);
        let _ = writeln!(
            text,
            "RedirectMatch 301 \"^{from}{end}$\" \"{}\"",
            to.replace('$', "%24")
        );
    }
    text.push('\n');
}

fn types(text: &mut String) {
    for (extension, media) in TYPES {
        let _ = writeln!(text, "AddType {} .{extension}", bare(media));
    }
    let _ = writeln!(
        text,
        "AddDefaultCharset utf-8\nAddCharset utf-8 .{}\n",
        Compression::TEXTS.join(" .")
    );
}

fn headers(text: &mut String, rules: &Rules<'_>) {
    let _ = writeln!(text, "Header set Cache-Control \"{ASK_AGAIN}\"");
    for (name, value) in &rules.headers {
        let _ = writeln!(text, "Header always set {name} \"{value}\"");
    }
    let _ = writeln!(
        text,
        "<If \"%{{REQUEST_URI}} =~ m#^{}/assets/#\">\n    Header set Cache-Control \"{FOR_EVER}\"\n</If>",
        regex::escape(rules.base)
    );
    let _ = writeln!(
        text,
        "<FilesMatch \"\\.({})(\\.(gz|br))?$\">\n    Header set Access-Control-Allow-Origin \"*\"\n</FilesMatch>\n",
        OPEN.join("|")
    );
}

/// Whoever accepts a coding is given the copy, under the type of what it is a copy of. The best coding comes first.
fn copies(text: &mut String, rules: &Rules<'_>) {
    if rules.copies.is_empty() {
        return;
    }
    // The rules are walked again with the name of the copy, which nothing may compress a second time.
    text.push_str("RewriteEngine On\nRewriteRule \\.(gz|br)$ - [END,E=no-gzip:1,E=no-brotli:1]\n");
    for coding in rules.copies.iter().rev() {
        let (word, suffix) = names(*coding);
        for (asked, file) in [("^(|.*/)$", "$1index.html"), ("^(.+)$", "$1")] {
            let behind = if file == "$1" { "" } else { "index.html" };
            let _ = writeln!(
                text,
                "RewriteCond %{{HTTP:Accept-Encoding}} \\b{word}\\b\n\
                 RewriteCond %{{REQUEST_FILENAME}}{behind}.{suffix} -f\n\
                 RewriteRule {asked} {file}.{suffix} [L]"
            );
        }
    }
    let texts = Compression::TEXTS.join("|");
    let _ = writeln!(
        text,
        "<FilesMatch \"\\.({texts})(\\.(gz|br))?$\">\n    Header append Vary Accept-Encoding\n</FilesMatch>"
    );
    for coding in rules.copies {
        let (word, suffix) = names(*coding);
        let _ = writeln!(
            text,
            "<FilesMatch \"\\.({texts})\\.{suffix}$\">\n    Header set Content-Encoding {word}\n</FilesMatch>"
        );
    }
    for (extension, media) in TYPES
        .iter()
        .filter(|(extension, _)| Compression::TEXTS.contains(extension))
    {
        let _ = writeln!(
            text,
            "<FilesMatch \"\\.{extension}\\.(gz|br)$\">\n    ForceType \"{media}\"\n</FilesMatch>"
        );
    }
}

/// The word of a coding in headers, and the end of the names of its copies.
fn names(coding: Compression) -> (&'static str, &'static str) {
    match coding {
        Compression::Gzip => ("gzip", "gz"),
        Compression::Brotli => ("br", "br"),
    }
}
