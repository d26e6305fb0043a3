use super::words;
use crate::read::keys::Keys;

/// How the site is made ready for the machine that serves it. All of it is on demand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delivery {
    /// `compress`: the compressed copies that stand beside each text file.
    pub compress: Vec<Compression>,
    /// `minify`: whether pages, styles and scripts lose what only a reader of their source needs.
    pub minify: bool,
    /// `server`: the programs that rules are written for.
    pub server: Vec<Server>,
}

/// A coding that browsers accept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Compression {
    /// `gzip` (RFC 1952), which every browser knows.
    Gzip,
    /// `br` (RFC 7932), smaller.
    Brotli,
}

impl Compression {
    /// The kinds of file that have compressed copies: texts. Pictures, fonts, spreadsheets and the search index are
    /// compressed in themselves.
    pub const TEXTS: [&'static str; 14] = [
        "atom", "css", "csv", "html", "ics", "js", "json", "jsonld", "md", "rdf", "svg", "ttl", "txt", "xml",
    ];
}

/// A program that serves files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Server {
    /// nginx.
    Nginx,
    /// The Apache HTTP server.
    Apache,
}

words!(Compression {
    Gzip => "gzip",
    Brotli => "br",
});

words!(Server {
    Nginx => "nginx",
    Apache => "apache",
});

/// Reads the three keys.
pub(super) fn delivery(keys: &mut Keys<'_, '_>) -> Delivery {
    Delivery {
        compress: words(keys, "compress"),
        minify: keys.flag("minify"),
        server: words(keys, "server"),
    }
}
