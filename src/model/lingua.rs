use std::fmt;

/// The code of a language, ISO 639-1: two lower-case letters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Codice([u8; 2]);

impl Codice {
    /// The code that a text is, by its form.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        match text.as_bytes() {
            [a @ b'a'..=b'z', b @ b'a'..=b'z'] => Some(Self([*a, *b])),
            _ => None,
        }
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Whether it stands in the list of ISO 639-1.
    #[must_use]
    pub fn is_known(self) -> bool {
        Self::known().any(|code| code == self.as_str())
    }

    /// The codes of ISO 639-1.
    pub fn known() -> impl Iterator<Item = &'static str> {
        ISO_639_1.split_ascii_whitespace()
    }

    /// The language that a file of `content/` is written in by its name, with the path of the file that it translates:
    /// `orari.en.md` is `orari.md` in English, `_index.en.md` a section, `index.en.md` a page with files of its own.
    #[must_use]
    pub fn of_file(path: &str) -> Option<(Self, String)> {
        let stem = path.strip_suffix(".md")?;
        let (name, code) = stem.rsplit_once('.')?;
        let named = !name.is_empty() && !name.ends_with('/');
        let code = Self::of(code).filter(|_| named)?;
        Some((code, format!("{name}.md")))
    }
}

impl fmt::Display for Codice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Codice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

const ISO_639_1: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da \
                         de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy \
                         hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg \
                         li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or \
                         os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta \
                         te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

#[cfg(test)]
mod tests {
    use super::*;

    fn of_file(path: &str) -> Option<(String, String)> {
        Codice::of_file(path).map(|(code, original)| (code.to_string(), original))
    }

    #[test]
    fn a_file_says_its_language_in_its_name() {
        let is = |path, code: &str, original: &str| {
            assert_eq!(of_file(path), Some((code.to_owned(), original.to_owned())), "{path}");
        };
        is("orari.en.md", "en", "orari.md");
        is("a/_index.de.md", "de", "a/_index.md");
        is("v1.2.en.md", "en", "v1.2.md");
        for path in [
            "orari.md",
            "piano.2025.md",
            "orari.EN.md",
            "a/.en.md",
            "a.en.txt",
            "legge.bis.md",
        ] {
            assert_eq!(of_file(path), None, "{path}");
        }
    }
}
