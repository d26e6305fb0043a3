use std::borrow::Cow;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; never fails a build.
    Note,
    /// Would mislead a citizen, or loses something that was written.
    Warning,
    /// The site cannot be written as asked.
    Error,
}

impl Severity {
    /// The word that opens a message.
    #[must_use]
    pub fn word(self, language: Language) -> &'static str {
        match (self, language) {
            (Severity::Error, Language::It) => "errore",
            (Severity::Warning, Language::It) => "avviso",
            (Severity::Note, Language::It) => "nota",
            (_, Language::En) => self.key(),
        }
    }

    /// The word that `vetrina.yaml` and the formats for machines use.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// The languages that vetrina speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Italian, the language of the offices.
    #[default]
    It,
    /// English.
    En,
}

/// The sentences of one code in one language. `{name}` stands for the argument of that name.
#[derive(Debug)]
pub struct Wording {
    /// What is wrong, in one line.
    pub message: &'static str,
    /// What stands at the first place, under the caret; may be empty.
    pub label: &'static str,
    /// What stands at the other places; may be empty.
    pub related: &'static str,
    /// What to do about it; may be empty.
    pub help: &'static str,
    /// The longer text of `vetrina explain`: what it means, why it matters, how to mend it.
    pub explain: &'static str,
}

/// A kind of finding. Its `id` never changes once published.
#[derive(Debug)]
pub struct Code {
    /// Permanent name, lower-case Italian words joined by `-`.
    pub id: &'static str,
    /// Weight unless `vetrina.yaml` says otherwise.
    pub severity: Severity,
    /// The Italian sentences.
    pub it: Wording,
    /// The English sentences.
    pub en: Wording,
}

/// Codes of one id are one code.
impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Code {}

impl Code {
    /// The sentences in a language.
    #[must_use]
    pub fn wording(&self, language: Language) -> &Wording {
        match language {
            Language::It => &self.it,
            Language::En => &self.en,
        }
    }
}

/// Puts arguments in the place of `{name}`, and in that of `{name#one|many}` the first words where the argument is 1,
/// else the second; a name without an argument stays as it is.
pub(super) fn fill<'t>(
    template: &'t str,
    args: impl Iterator<Item = &'t (&'static str, String)> + Clone,
) -> Cow<'t, str> {
    if !template.contains('{') {
        return Cow::Borrowed(template);
    }
    let mut filled = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let (before, after) = rest.split_at(open);
        filled.push_str(before);
        let Some(close) = after.find('}') else {
            rest = after;
            break;
        };
        let inside = &after[1..close];
        let (name, words) = match inside.split_once('#') {
            Some((name, words)) => (name, words.split_once('|')),
            None => (inside, None),
        };
        match (args.clone().find(|(known, _)| *known == name), words) {
            (Some((_, value)), None) => filled.push_str(value),
            (Some((_, value)), Some((one, many))) => filled.push_str(if value == "1" { one } else { many }),
            (None, _) => filled.push_str(&after[..=close]),
        }
        rest = &after[close + 1..];
    }
    filled.push_str(rest);
    Cow::Owned(filled)
}
