use super::words;
use crate::read::keys::Keys;

/// How the site is made ready for the machine that serves it. All of it is on demand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delivery {
    /// `compress`: the compressed copies that stand beside each text file.
    pub compress: Vec<Compression>,
}

/// A coding that browsers accept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Compression {
    /// `gzip` (RFC 1952), which every browser knows.
    Gzip,
    /// `br` (RFC 7932), smaller.
    Brotli,
}

words!(Compression {
    Gzip => "gzip",
    Brotli => "br",
});

/// Reads its keys.
pub(super) fn delivery(keys: &mut Keys<'_, '_>) -> Delivery {
    Delivery {
        compress: words(keys, "compress"),
    }
}
