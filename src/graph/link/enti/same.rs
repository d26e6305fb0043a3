use std::collections::BTreeMap;

use super::mention::Mention;
use super::name::Name;
use crate::model::TipoEnte;

/// Which names mean the same body, beyond being spelt alike.
#[derive(Debug, Default)]
pub(super) struct Same {
    meant: BTreeMap<Name, Name>,
}

impl Same {
    /// What editors say (aliases and ids), and place names that only one body can mean.
    pub(super) fn of(mentions: &[Mention<'_>]) -> Self {
        let mut same = Self::default();
        for mention in mentions {
            let Some(ente) = mention.described else { continue };
            for other in ente.alias.iter().chain(&ente.id) {
                same.declare(Name::of(other), &mention.name);
            }
        }
        let known: Vec<Name> = mentions.iter().map(|mention| mention.name.clone()).collect();
        for (bare, meant) in bare_places(known.iter().chain(same.meant.clone().keys())) {
            same.declare(bare, &meant);
        }
        same
    }

    fn declare(&mut self, name: Name, meant: &Name) {
        let meant = self.canonical(meant).clone();
        if name != meant && self.canonical(&name) == &name {
            self.meant.insert(name, meant);
        }
    }

    /// The one name that stands for all names of a body.
    pub(super) fn canonical<'n>(&'n self, name: &'n Name) -> &'n Name {
        let mut name = name;
        while let Some(meant) = self.meant.get(name) {
            name = meant;
        }
        name
    }

    /// Every name that means another one.
    pub(super) fn names(&self) -> impl Iterator<Item = &Name> {
        self.meant.keys()
    }
}

/// For each place of a body with a kind: its bare name (`Cesena`) and the body that it means, the municipality before
/// any other; nothing where several others share the place.
fn bare_places<'n>(names: impl Iterator<Item = &'n Name>) -> Vec<(Name, Name)> {
    let mut by_place: BTreeMap<&str, Vec<&Name>> = BTreeMap::new();
    for name in names.filter(|name| name.kind.is_some()) {
        let here = by_place.entry(&name.place).or_default();
        if !here.contains(&name) {
            here.push(name);
        }
    }
    let meant = |here: &[&Name]| match here {
        [only] => Some((*only).clone()),
        several => {
            let municipality = several.iter().find(|name| name.kind == Some(TipoEnte::Comune));
            municipality.map(|name| (*name).clone())
        }
    };
    let told = by_place
        .iter()
        .filter_map(|(place, here)| Some((Name::bare(place), meant(here)?)));
    told.collect()
}
