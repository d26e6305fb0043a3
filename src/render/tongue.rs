use super::format::Locale;
use crate::config::Config;
use crate::diag::Language;
use crate::model::Parola;

/// The language that pages speak: what the theme's words are taken from, how days and figures are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tongue {
    code: String,
    /// The site's own language, whose words stand in for those that are missing.
    instead: Language,
}

impl Tongue {
    /// Those of a site: its own first, then the further ones in the order of the configuration.
    #[must_use]
    pub fn all(config: &Config) -> Vec<Self> {
        let instead = language(config);
        let further = config.languages.iter().map(|lingua| Self {
            code: lingua.code.value.to_string(),
            instead,
        });
        std::iter::once(Self::from(instead)).chain(further).collect()
    }

    /// Its code: `it`.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Names of the files of words in `i18n/`, the one to fall back on first.
    pub(super) fn files(&self) -> Vec<String> {
        let mut codes = vec![self.instead.word(), self.code()];
        codes.dedup();
        codes.iter().map(|code| format!("{code}.yaml")).collect()
    }

    /// How days and figures are written: in its own way where we know it, else as in the site's own language.
    #[must_use]
    pub fn locale(&self) -> &'static Locale {
        Locale::named(&self.code).unwrap_or_else(|| Locale::of(self.instead))
    }
}

impl From<Language> for Tongue {
    fn from(language: Language) -> Self {
        Self {
            code: language.word().to_owned(),
            instead: language,
        }
    }
}

/// The site's own language.
#[must_use]
pub fn language(config: &Config) -> Language {
    Language::from_word(&config.language).unwrap_or_default()
}
