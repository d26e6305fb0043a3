//! The words of the interface, from `i18n/<language>.yaml` of the theme and of what overrides it.

use std::collections::BTreeMap;

/// Groups of words by key: `catalogo.titolo` stands in the group `catalogo`. One group for each family of pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strings {
    groups: BTreeMap<String, BTreeMap<String, String>>,
}

impl Strings {
    /// Reads a file of words and lays it over what is there.
    ///
    /// # Errors
    /// What is wrong with the YAML, with its place in the text.
    pub(super) fn overlay(&mut self, yaml: &str) -> Result<(), serde_yaml::Error> {
        let groups: BTreeMap<String, BTreeMap<String, String>> = serde_yaml::from_str(yaml)?;
        for (group, words) in groups {
            self.groups.entry(group).or_default().extend(words);
        }
        Ok(())
    }

    /// The words of a key such as `catalogo.titolo`; a key without words stands for itself, so that it shows.
    #[must_use]
    pub fn get<'s>(&'s self, key: &'s str) -> &'s str {
        let (group, word) = key.split_once('.').unwrap_or(("", key));
        self.find(group, word).unwrap_or(key)
    }

    /// The words of a key in a group, if there are any: for words that stand beside a closed list (`stato`, `tipo`).
    #[must_use]
    pub fn find(&self, group: &str, word: &str) -> Option<&str> {
        Some(self.groups.get(group)?.get(word)?.as_str())
    }

    /// Everything, for templates: `t.catalogo.titolo`.
    pub(super) fn groups(&self) -> &BTreeMap<String, BTreeMap<String, String>> {
        &self.groups
    }
}
