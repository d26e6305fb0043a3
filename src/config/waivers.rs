use crate::diag::register::{self, config as codes};
use crate::diag::{Code, Diagnostic, nearest};
use crate::model::Giorno;
use crate::read::keys::Keys;
use crate::source::Span;

/// A finding that an office accepts for a time, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// `code`: which finding.
    pub code: &'static Code,
    /// `about`: id of the thing that it is about.
    pub about: Option<String>,
    /// `at`: where it shows, as the message says: a file, or a file and a line (`seeds/peg.txt:61`).
    pub at: Option<String>,
    /// `reason`: why it is accepted.
    pub reason: String,
    /// `until`: the last day on which it is.
    pub until: Giorno,
    /// Where the waiver is written.
    pub place: Span,
}

/// Findings that guard people's data: no office can make them weigh less.
const FIXED: [&Code; 2] = [
    &register::privacy::DATO_TRATTENUTO,
    &register::config::PRIVACY_SENZA_BASE,
];

/// Whether a code has the weight that it has, whatever the settings say.
pub(super) fn is_fixed(code: &Code) -> bool {
    FIXED.iter().any(|fixed| fixed.id == code.id)
}

/// The finding about settings that would make such a code weigh less.
pub(super) fn fixed(code: &Code, place: Span) -> Diagnostic {
    Diagnostic::new(&codes::PESO_FISSO).at(place).with("codice", code.id)
}

/// Reads `waivers`. One that is incomplete is reported and waives nothing.
pub(super) fn waivers(keys: &mut Keys<'_, '_>) -> Vec<Waiver> {
    let entries = keys.list("waivers");
    entries
        .iter()
        .filter_map(|entry| waiver(keys.within("waivers", entry)))
        .collect()
}

fn waiver(mut keys: Keys<'_, '_>) -> Option<Waiver> {
    let place = keys.span();
    let code = code(&mut keys);
    let about = keys.text("about").map(|text| text.value.to_string());
    let at = keys.text("at").map(|text| text.value.to_string());
    let reason = keys.required("reason");
    if !keys.has("until") {
        keys.missing("until");
    }
    let until = keys.day("until");
    let names_one = about.is_some() || at.is_some();
    if !names_one {
        keys.report(Diagnostic::new(&codes::DEROGA_SENZA_COSA).at(place));
    }
    keys.finish();
    let waiver = Waiver {
        code: code?,
        about,
        at,
        reason: reason?.value.to_string(),
        until: until?.value,
        place,
    };
    names_one.then_some(waiver)
}

fn code(keys: &mut Keys<'_, '_>) -> Option<&'static Code> {
    let said = keys.required("code")?;
    let Some(code) = register::find(&said) else {
        let near = nearest(&said, register::all().map(|code| code.id));
        let unknown = Diagnostic::new(&codes::CODICE_IGNOTO).at(said.span);
        keys.report(unknown.with("chiave", &said.value).with("vicine", near));
        return None;
    };
    if is_fixed(code) {
        keys.report(fixed(code, said.span));
        return None;
    }
    Some(code)
}
