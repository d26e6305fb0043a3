//! What was decided on a graph, for the next one that has most of its texts.

use std::collections::HashMap;
use std::sync::Arc;

use super::datum::Datum;
use super::redact;
use super::withheld::Withheld;
use crate::graph::Graph;
use crate::model::{Detto, Testo};
use crate::source::{FileId, SourceFile, SourceMap};

/// What is known of the graph before. Nothing of it is used unless all that it was made from is the same.
#[derive(Debug, Default)]
pub struct Known {
    /// Whom the text of a document names behind a title.
    pub(super) titled: Said<String>,
    /// The mailboxes and mobile numbers in the text of a document.
    pub(super) recapiti: Said<Detto<Testo>>,
    withheld: Arc<Withheld>,
    /// The site's own graph and those of its further languages, each before and after its texts were looked at.
    graphs: Vec<[Graph; 2]>,
}

impl Known {
    /// Forgets what was found in texts that are gone or others.
    pub(super) fn turn_to(&mut self, sources: &SourceMap) {
        self.titled.turn_to(sources);
        self.recapiti.turn_to(sources);
    }

    /// What the decisions on these data withhold.
    pub(super) fn withheld(&mut self, data: Vec<Datum>, language: &str) -> Arc<Withheld> {
        if !self.withheld.is_of(&data, language) {
            self.withheld = Arc::new(Withheld::of(data, language));
            self.graphs = Vec::new();
        }
        Arc::clone(&self.withheld)
    }

    /// Takes what is withheld out of the texts of all graphs, the one in the language of the site first.
    pub(super) fn redact(&mut self, graphs: &mut [Graph], withheld: &Withheld) {
        let mut known = std::mem::take(&mut self.graphs).into_iter();
        for graph in graphs {
            let known = known.next().filter(|[before, _]| before.lingua == graph.lingua);
            let before = graph.clone();
            let pair = known.as_ref().map(|[before, after]| [before, after]);
            redact(graph, pair, self.graphs.first().map(|[own, _]| own), withheld);
            self.graphs.push([before, graph.clone()]);
        }
    }
}

/// What was found in texts, kept as long as they are the same.
#[derive(Debug)]
pub(super) struct Said<T>(HashMap<FileId, (Arc<SourceFile>, Vec<T>)>);

impl<T> Default for Said<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T> Said<T> {
    /// What stands in the text of a file; nothing where there is none.
    pub(super) fn of(&mut self, sources: &SourceMap, file: FileId, look: impl FnOnce(&str) -> Vec<T>) -> &[T] {
        let Some(text) = sources.shared(file) else {
            return &[];
        };
        let found = self
            .0
            .entry(file)
            .or_insert_with(|| (Arc::clone(text), look(text.text())));
        &found.1
    }

    /// Forgets the texts that are not among these.
    fn turn_to(&mut self, sources: &SourceMap) {
        self.0.retain(|file, (text, _)| {
            let now = sources.shared(*file);
            now.is_some_and(|now| Arc::ptr_eq(now, text))
        });
    }
}
