use crate::model::Detto;
use crate::read::keys::Keys;
use crate::source::Span;

/// `check`: what `vetrina check --external` leaves alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// `ignore`: addresses that are not asked for, by how they begin; `*` stands for anything.
    pub ignore: Vec<Pattern>,
}

impl Check {
    /// Whether an address is left alone.
    #[must_use]
    pub fn is_ignored(&self, address: &str) -> bool {
        self.ignore.iter().any(|pattern| pattern.matches(address))
    }
}

/// How addresses begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern(Detto<String>);

impl Pattern {
    /// Whether an address begins so.
    #[must_use]
    pub fn matches(&self, address: &str) -> bool {
        let mut parts = self.0.split('*');
        let Some(mut rest) = address.strip_prefix(parts.next().unwrap_or_default()) else {
            return false;
        };
        parts.all(|part| match rest.find(part) {
            Some(at) => {
                rest = &rest[at + part.len()..];
                true
            }
            None => false,
        })
    }

    /// As it is written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0.value
    }

    /// Where it is written.
    #[must_use]
    pub fn place(&self) -> Span {
        self.0.span
    }
}

/// Reads the block.
pub(super) fn check(keys: &mut Keys<'_, '_>) -> Check {
    let Some(mut keys) = keys.block("check") else {
        return Check::default();
    };
    let patterns = keys.texts("ignore").into_iter();
    let ignore = patterns.map(|text| Pattern(text.map(|text| text.to_string())));
    let check = Check {
        ignore: ignore.collect(),
    };
    keys.finish();
    check
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    #[test]
    fn a_pattern_says_how_an_address_begins() {
        let matches = |pattern: &str, address: &str| {
            let place = Span::new(FileId::new(0), 0, 0);
            Pattern(Detto::new(pattern.to_owned(), place)).matches(address)
        };
        assert!(matches("https://intranet.it/", "https://intranet.it/a"));
        assert!(!matches("https://intranet.it/", "http://intranet.it/a"));
        assert!(matches("https://*.it/privato", "https://a.b.it/privato/x"));
        assert!(!matches("https://*.it/privato", "https://a.b.com/privato/x"));
    }
}
