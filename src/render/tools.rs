//! What pages are made with besides what they say, kept with the theme from one run to the next.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::fingerprint::Digest;
use super::plate::Plate;

/// What the pages of one template are made with.
#[derive(Debug)]
pub(super) struct Tools {
    /// Of the template with all that it extends, includes or may call.
    pub(super) digest: Digest,
    plate: OnceLock<Option<Plate>>,
}

/// The tools that a theme's templates were last used with.
#[derive(Debug, Default)]
pub(super) struct Chest(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    /// Of what all pages have in common.
    fixed: Option<Digest>,
    tools: BTreeMap<String, Arc<Tools>>,
}

impl Tools {
    fn new(digest: Digest) -> Self {
        Self {
            digest,
            plate: OnceLock::new(),
        }
    }

    /// The plate, cut for the first page; none where only Tera makes them.
    pub(super) fn plate(&self, cut: impl FnOnce() -> Option<Plate>) -> Option<&Plate> {
        self.plate.get_or_init(cut).as_ref()
    }
}

impl Chest {
    /// The tools for these templates, with the plates that were cut where pages had the same in common, whose digest is
    /// `fixed`. `digest` is asked for that of a template that was not used the last time.
    pub(super) fn tools(
        &self,
        templates: &BTreeSet<&str>,
        fixed: Digest,
        digest: impl Fn(&str) -> Digest,
    ) -> BTreeMap<String, Arc<Tools>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_same = kept.fixed == Some(fixed);
        let tools = templates.iter().map(|name| {
            let tools = match kept.tools.get(*name) {
                Some(known) if is_same => Arc::clone(known),
                Some(known) => Arc::new(Tools::new(known.digest)),
                None => Arc::new(Tools::new(digest(name))),
            };
            ((*name).to_owned(), tools)
        });
        let tools: BTreeMap<_, _> = tools.collect();
        *kept = Kept {
            fixed: Some(fixed),
            tools: tools.clone(),
        };
        tools
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::fingerprint::Hasher;

    fn digest(text: &str) -> Digest {
        let mut hasher = Hasher::default();
        hasher.update(text.as_bytes());
        hasher.finish()
    }

    #[test]
    fn plates_stay_while_pages_have_the_same_in_common_and_digests_while_the_theme_does() {
        let chest = Chest::default();
        let (one, both) = (BTreeSet::from(["a"]), BTreeSet::from(["a", "b"]));
        let first = chest.tools(&one, digest("sito"), digest);
        let again = chest.tools(&both, digest("sito"), digest);
        assert!(Arc::ptr_eq(&first["a"], &again["a"]));
        assert_eq!(again["b"].digest, digest("b"));

        let asked = |_: &str| unreachable!("the templates are the same");
        let other = chest.tools(&both, digest("altro sito"), asked);
        assert!(!Arc::ptr_eq(&again["a"], &other["a"]));
        assert_eq!(other["a"].digest, digest("a"));
    }
}
