use crate::diag::register::matter as codes;
use crate::diag::{Code, Diagnostic, nearest};
use crate::model::{Detto, Euro, Giorno, Parola, Percentuale, Riferimento, Testo, from_iso};
use crate::read::cell;

/// Whether a column could take what was written.
pub type Step = Result<(), Rejection>;

/// Why a column cannot take what was written.
#[derive(Clone, Copy, Debug)]
pub struct Rejection {
    /// What to say.
    pub code: &'static Code,
    /// The words that it takes, where these are few.
    pub words: &'static [&'static str],
}

impl Rejection {
    /// Says so for any text.
    #[must_use]
    pub fn of(code: &'static Code) -> Self {
        Self { code, words: &[] }
    }

    /// Says why a text is no date.
    #[must_use]
    pub fn of_date(text: &str) -> Self {
        match cell::lacks_year(text) {
            true => Self::of(&codes::DATA_SENZA_ANNO),
            false => Self::of(&codes::DATA_NON_LETTA),
        }
    }

    /// The finding about a text in the column or key of this name.
    #[must_use]
    pub fn finding(self, name: &str, text: &Detto<Testo>) -> Diagnostic {
        let finding = Diagnostic::new(self.code)
            .at(text.span)
            .with("chiave", name)
            .with("valore", &text.value);
        if self.words.is_empty() {
            return finding;
        }
        finding
            .with("vicine", nearest(text, self.words.iter().copied()))
            .with("ammessi", self.words.join(", "))
    }
}

/// A value that is read from a text.
pub trait Value: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// Why the text is none.
    fn parse(text: &Testo) -> Result<Self, Rejection>;
}

/// One of a few words.
impl<P: Parola> Value for P {
    fn parse(text: &Testo) -> Result<Self, Rejection> {
        P::from_word(text).ok_or(Rejection {
            code: &codes::PAROLA_IGNOTA,
            words: P::words(),
        })
    }
}

impl Value for Testo {
    fn parse(text: &Testo) -> Result<Self, Rejection> {
        Ok(text.clone())
    }
}

/// A day, as data or as people write it.
impl Value for Giorno {
    fn parse(text: &Testo) -> Result<Self, Rejection> {
        let day = from_iso(text).or_else(|| cell::parse_day(text, None));
        day.ok_or_else(|| Rejection::of_date(text))
    }
}

impl Value for Euro {
    fn parse(text: &Testo) -> Result<Self, Rejection> {
        cell::parse_euro(text).ok_or(Rejection::of(&codes::IMPORTO_NON_LETTO))
    }
}

impl Value for Percentuale {
    fn parse(text: &Testo) -> Result<Self, Rejection> {
        cell::parse_percentage(text).ok_or(Rejection::of(&codes::PERCENTUALE_NON_LETTA))
    }
}

impl Value for u32 {
    fn parse(text: &Testo) -> Result<Self, Rejection> {
        text.parse().map_err(|_| Rejection::of(&codes::NUMERO_NON_LETTO))
    }
}

/// A field that a text can fill.
pub trait Slot {
    /// Fills it with what is written.
    ///
    /// # Errors
    /// Why it cannot take that; the field stays as it was.
    fn put(&mut self, said: Detto<Testo>) -> Step;
}

impl<V: Value> Slot for V {
    fn put(&mut self, said: Detto<Testo>) -> Step {
        *self = V::parse(&said.value)?;
        Ok(())
    }
}

/// An empty text empties a field that may be empty.
impl<V: Value> Slot for Option<V> {
    fn put(&mut self, said: Detto<Testo>) -> Step {
        *self = match said.is_empty() {
            true => None,
            false => Some(V::parse(&said.value)?),
        };
        Ok(())
    }
}

impl<V: Value> Slot for Detto<V> {
    fn put(&mut self, said: Detto<Testo>) -> Step {
        *self = Detto::new(V::parse(&said.value)?, said.span);
        Ok(())
    }
}

impl<V: Value> Slot for Option<Detto<V>> {
    fn put(&mut self, said: Detto<Testo>) -> Step {
        *self = match said.is_empty() {
            true => None,
            false => Some(Detto::new(V::parse(&said.value)?, said.span)),
        };
        Ok(())
    }
}

impl Slot for Riferimento {
    fn put(&mut self, said: Detto<Testo>) -> Step {
        *self = Riferimento::scritto(said);
        Ok(())
    }
}

impl Slot for Option<Riferimento> {
    fn put(&mut self, said: Detto<Testo>) -> Step {
        *self = (!said.is_empty()).then(|| Riferimento::scritto(said));
        Ok(())
    }
}

/// The texts of a field that holds several.
pub(super) fn several(said: &Detto<Testo>) -> Vec<Detto<Testo>> {
    let parts = said.split(';').map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| Detto::new(Testo::from(part), said.span)).collect()
}

/// A text that is not there yet.
pub(super) fn blank(origine: &crate::model::Origine) -> Detto<Testo> {
    Detto::new(Testo::new(), origine.span)
}
