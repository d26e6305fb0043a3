use crate::model::{Detto, Euro, Giorno, Parola, Percentuale, Riferimento, Testo, ValoreAtteso};
use crate::read::cell::{parse_day, parse_euro, parse_expected, parse_percentage, parse_phones};

/// A value that can be read from what an editor writes.
pub(super) trait Value: Sized + PartialEq {
    /// Reads it; nothing for a text that is no such value.
    fn read(text: &str) -> Option<Self>;
}

impl Value for Testo {
    fn read(text: &str) -> Option<Self> {
        Some(text.into())
    }
}

impl Value for Giorno {
    fn read(text: &str) -> Option<Self> {
        parse_day(text, None)
    }
}

impl Value for Euro {
    fn read(text: &str) -> Option<Self> {
        parse_euro(text)
    }
}

impl Value for Percentuale {
    fn read(text: &str) -> Option<Self> {
        parse_percentage(text)
    }
}

impl Value for u32 {
    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

impl Value for ValoreAtteso {
    fn read(text: &str) -> Option<Self> {
        Some(parse_expected("", text).1)
    }
}

impl<T: Parola + PartialEq> Value for T {
    fn read(text: &str) -> Option<Self> {
        T::from_word(text)
    }
}

/// What came of writing into a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// The cell says something else now.
    Changed,
    /// It said so already.
    Same,
    /// The words cannot stand there.
    Unreadable,
}

impl Written {
    fn from_change(changed: bool) -> Self {
        if changed { Self::Changed } else { Self::Same }
    }
}

/// A cell of a draft that an editor can correct.
pub(super) trait Cell {
    /// Writes what an editor says; an empty text empties a cell that may be empty.
    fn write(&mut self, words: &Detto<Testo>) -> Written;
}

impl<T: Value> Cell for T {
    fn write(&mut self, words: &Detto<Testo>) -> Written {
        match T::read(words) {
            Some(value) => Written::from_change(std::mem::replace(self, value) != *self),
            None => Written::Unreadable,
        }
    }
}

impl<T: Value> Cell for Detto<T> {
    fn write(&mut self, words: &Detto<Testo>) -> Written {
        match T::read(words) {
            Some(value) if value == self.value => Written::Same,
            Some(value) => {
                *self = Detto::new(value, words.span);
                Written::Changed
            }
            None => Written::Unreadable,
        }
    }
}

impl<T: Value> Cell for Option<T> {
    fn write(&mut self, words: &Detto<Testo>) -> Written {
        let new = if words.is_empty() { None } else { T::read(words) };
        if new.is_none() && !words.is_empty() {
            return Written::Unreadable;
        }
        Written::from_change(std::mem::replace(self, new) != *self)
    }
}

impl<T: Value> Cell for Option<Detto<T>> {
    fn write(&mut self, words: &Detto<Testo>) -> Written {
        if words.is_empty() {
            return Written::from_change(self.take().is_some());
        }
        match (self.as_mut(), T::read(words)) {
            (_, None) => Written::Unreadable,
            (Some(cell), Some(_)) => cell.write(words),
            (None, Some(value)) => {
                *self = Some(Detto::new(value, words.span));
                Written::Changed
            }
        }
    }
}

/// Several telephones, joined with `;` as in the open data or as people print them.
impl Cell for Vec<Detto<Testo>> {
    fn write(&mut self, words: &Detto<Testo>) -> Written {
        let read = parse_phones(words);
        if read.is_empty() && !words.is_empty() {
            return Written::Unreadable;
        }
        let new: Vec<_> = read
            .iter()
            .map(|phone| Detto::new(phone.text.into(), words.span))
            .collect();
        Written::from_change(std::mem::replace(self, new) != *self)
    }
}

impl Cell for Riferimento {
    fn write(&mut self, words: &Detto<Testo>) -> Written {
        Written::from_change(std::mem::replace(self, Self::Scritto(words.clone())) != *self)
    }
}

impl Cell for Option<Riferimento> {
    fn write(&mut self, words: &Detto<Testo>) -> Written {
        let new = (!words.is_empty()).then(|| Riferimento::Scritto(words.clone()));
        Written::from_change(std::mem::replace(self, new) != *self)
    }
}
