use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::broadcast;

use super::edition::{Edition, Reply};
use crate::diag::{Diagnostic, Language, Severity};
use crate::pipeline::Facts;

/// What the loop and the server share: what is shown, and what was found.
#[derive(Debug)]
pub(super) struct Board {
    /// The language of the sentences.
    pub(super) language: Language,
    shown: RwLock<Shown>,
    news: broadcast::Sender<()>,
}

/// What is shown at a moment.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    /// The newest edition, then the last good one, which answers where the newest cannot.
    pub(super) editions: Vec<Arc<Edition>>,
    /// What was read last, whether or not it is good.
    pub(super) facts: Option<Arc<Facts>>,
    /// What was found in it, weighed and sorted.
    pub(super) found: Arc<Vec<Diagnostic>>,
}

impl Board {
    pub(super) fn new(language: Language) -> Self {
        Self {
            language,
            shown: RwLock::default(),
            news: broadcast::Sender::new(16),
        }
    }

    /// Shows something else and tells the browsers that it may concern them.
    pub(super) fn show(&self, shown: Shown) {
        *self.shown.write().unwrap_or_else(PoisonError::into_inner) = shown;
        // No browser is open, or all of them hear it.
        let _ = self.news.send(());
    }

    /// Lets these editions answer and the others go; what they answer is what was shown.
    pub(super) fn answer_from(&self, editions: Vec<Arc<Edition>>) {
        self.shown.write().unwrap_or_else(PoisonError::into_inner).editions = editions;
    }

    pub(super) fn shown(&self) -> Shown {
        self.shown.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Hears whenever something else is shown.
    pub(super) fn listen(&self) -> broadcast::Receiver<()> {
        self.news.subscribe()
    }
}

impl Shown {
    /// What stands at an address in the newest edition that can make it.
    pub(super) async fn ask(&self, address: &str) -> Option<Reply> {
        for edition in &self.editions {
            if let Some(reply) = edition.ask(address).await {
                return Some(reply);
            }
        }
        None
    }

    /// The findings that keep a site from being shown.
    pub(super) fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.found.iter().filter(|finding| is_error(finding))
    }
}

/// Whether a finding keeps a site from being shown.
pub(super) fn is_error(finding: &Diagnostic) -> bool {
    finding.severity == Severity::Error
}
