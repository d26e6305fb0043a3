use super::Diagnostic;
use super::register::files;
use crate::source::walk::{MAX_BYTES, Trouble, TroubleKind};

/// A file that could not be read, as a finding. It has no place: its path and place are arguments, and whoever named
/// the file may point at that name with [`Diagnostic::at`].
impl From<&Trouble> for Diagnostic {
    fn from(trouble: &Trouble) -> Self {
        let of = |code| Diagnostic::new(code).with("file", &trouble.path);
        match &trouble.kind {
            TroubleKind::Missing => of(&files::FILE_MANCANTE),
            TroubleKind::Unreadable(reason) => of(&files::FILE_ILLEGGIBILE).with("motivo", reason),
            TroubleKind::TooLarge(size) => of(&files::FILE_TROPPO_GRANDE)
                .with("mega", size / 1_048_576)
                .with("massimo", MAX_BYTES / 1_048_576),
            TroubleKind::NotUtf8(place) => of(&files::FILE_NON_UTF8)
                .with("riga", place.line)
                .with("colonna", place.column),
            TroubleKind::NoSpreadsheet(reason) => of(&files::FOGLIO_ILLEGGIBILE).with("motivo", reason),
            TroubleKind::OldSpreadsheet => of(&files::FOGLIO_VECCHIO),
            TroubleKind::Outside => of(&files::FILE_FUORI_DAL_SITO),
            TroubleKind::Loop => of(&files::GIRO_DI_COLLEGAMENTI),
        }
    }
}
