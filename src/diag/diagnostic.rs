use std::borrow::Cow;

use super::code::{Code, Language, Severity, fill};
use crate::source::Span;

/// The thing a finding is about, by the id that the open data give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Stable id.
    pub id: String,
    /// What people call it.
    pub title: String,
}

/// One finding: a code, its places, the facts for its sentences.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Which kind of finding.
    pub code: &'static Code,
    /// Weight in this run (the code's, or what `vetrina.yaml` sets).
    pub severity: Severity,
    /// Where it shows; a finding about the whole run has none.
    pub place: Option<Span>,
    /// The other places that it concerns, such as the twin of a contradiction.
    pub related: Vec<Span>,
    /// Facts for the sentences.
    pub args: Vec<(&'static str, String)>,
    /// The facts that read otherwise in English, such as the name of a kind of thing.
    pub in_english: Vec<(&'static str, String)>,
    /// Which thing it is about.
    pub subject: Option<Subject>,
}

impl Diagnostic {
    /// A finding without a place yet.
    #[must_use]
    pub fn new(code: &'static Code) -> Self {
        Self {
            code,
            severity: code.severity,
            place: None,
            related: Vec::new(),
            args: Vec::new(),
            in_english: Vec::new(),
            subject: None,
        }
    }

    /// Says the same of the same place by another code.
    #[must_use]
    pub fn as_code(mut self, code: &'static Code) -> Self {
        self.code = code;
        self.severity = code.severity;
        self
    }

    /// Says where it shows.
    #[must_use]
    pub fn at(mut self, place: Span) -> Self {
        self.place = Some(place);
        self
    }

    /// Adds another place that it concerns.
    #[must_use]
    pub fn and(mut self, place: Span) -> Self {
        self.related.push(place);
        self
    }

    /// Gives a fact for the sentences of the code.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// Gives a fact that is a word of the language itself: Italian and English.
    #[must_use]
    pub fn with_words(mut self, name: &'static str, it: impl Into<String>, en: impl Into<String>) -> Self {
        self.args.push((name, it.into()));
        self.in_english.push((name, en.into()));
        self
    }

    /// Says which thing it is about.
    #[must_use]
    pub fn about(mut self, id: impl Into<String>, title: impl Into<String>) -> Self {
        self.subject = Some(Subject {
            id: id.into(),
            title: title.into(),
        });
        self
    }

    fn fill<'t>(&'t self, language: Language, template: &'t str) -> Cow<'t, str> {
        let english = self.in_english.iter().filter(|_| language == Language::En);
        fill(template, english.chain(&self.args))
    }

    /// The one-line message in a language.
    #[must_use]
    pub fn message(&self, language: Language) -> Cow<'_, str> {
        self.fill(language, self.code.wording(language).message)
    }

    /// The text at the first place in a language; may be empty.
    #[must_use]
    pub fn label(&self, language: Language) -> Cow<'_, str> {
        let label = self.code.wording(language).label;
        match self.names_nothing(label) {
            true => Cow::Borrowed(""),
            false => self.fill(language, label),
        }
    }

    /// Whether a text is about candidates of which there are none: `forse: {vicine}`.
    fn names_nothing(&self, text: &str) -> bool {
        let of_candidates = text.contains("{vicine}");
        of_candidates
            && self
                .args
                .iter()
                .any(|(name, value)| *name == "vicine" && value.is_empty())
    }

    /// The text at the other places in a language; may be empty.
    #[must_use]
    pub fn related_label(&self, language: Language) -> Cow<'_, str> {
        self.fill(language, self.code.wording(language).related)
    }

    /// What to do about it, in a language; may be empty.
    #[must_use]
    pub fn help(&self, language: Language) -> Cow<'_, str> {
        self.fill(language, self.code.wording(language).help)
    }
}

/// A value and the problems met on the way to it. Reading never gives up on a file: it yields both.
#[derive(Clone, Debug, Default)]
pub struct Reported<T> {
    /// What could be read.
    pub value: T,
    /// What could not, or is doubtful.
    pub problems: Vec<Diagnostic>,
}

impl<T> Reported<T> {
    /// A value without problems.
    pub fn clean(value: T) -> Self {
        Self {
            value,
            problems: Vec::new(),
        }
    }

    /// Moves the problems into `sink` and keeps the value.
    pub fn drain_into(self, sink: &mut Vec<Diagnostic>) -> T {
        sink.extend(self.problems);
        self.value
    }
}
