//! The indicators of an objective: a table, or what a description says behind `INDICATORI:`.
//!
//! In prose an indicator is a list item, a line, or what stands between `;`, ` - ` or repeated `N°`. Prose that shows
//! no such mark is one indicator as it stands: no sentence is taken apart by guess.

use super::card::{Card, TableRow};
use crate::model::{Bozza, Detto, Indicatore, Origine, Riferimento, Testo};
use crate::read::block::Inline;
use crate::read::cell::{parse_expected, parse_stated};
use crate::read::plain_words;
use crate::read::prose::{Form, Piece, pieces, split_mark};

/// The indicators of a card; those that the table repeats from the prose stand once, with the table's values.
pub(super) fn indicators(card: &Card<'_>, obiettivo: &Riferimento) -> Vec<Indicatore<Bozza>> {
    let tabled: Vec<Indicatore<Bozza>> = card
        .indicatori
        .iter()
        .filter_map(|row| from_row(row, obiettivo))
        .collect();
    let said_again = |one: &Indicatore<Bozza>| tabled.iter().any(|other| same_words(&one.testo, &other.testo));
    let mut found: Vec<Indicatore<Bozza>> = card
        .descrizione
        .iter()
        .flat_map(|cell| in_prose(&pieces(cell)))
        .map(|text| draft(text, obiettivo))
        .filter(|indicator| !said_again(indicator))
        .collect();
    found.extend(tabled);
    found
}

fn same_words(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// An indicator of the table: its value is the one expected for the first year that has one, else the reference value.
fn from_row(row: &TableRow<'_>, obiettivo: &Riferimento) -> Option<Indicatore<Bozza>> {
    let testo = row.cell("indicatore")?;
    let expected = row.header.columns.iter().filter(|column| column.starts_with("atteso"));
    let printed = expected
        .filter_map(|column| row.cell(column))
        .next()
        .or_else(|| row.cell("valore di riferimento"));
    let mut indicator = draft(testo, obiettivo);
    if let Some(printed) = printed {
        let (operatore, valore) = parse_expected(&testo.text(), &with_unit(row, &printed));
        indicator.operatore = operatore;
        indicator.valore = Some(valore);
        indicator.valore_atteso = Some(printed.said());
    }
    indicator.nota = row
        .cell("udm")
        .map(|it| it.said())
        .map(|unit| unit.map(|unit| format!("Udm: {unit}").into()));
    indicator.origine = Origine::letta(row.span());
    Some(indicator)
}

/// The value with its `%`, where the column of units holds it.
fn with_unit(row: &TableRow<'_>, printed: &Inline<'_>) -> String {
    let unit = row
        .cell("udm")
        .filter(|unit| unit.raw() == "%" && !printed.raw().ends_with('%'));
    format!("{}{}", printed.text(), unit.map_or("", |unit| unit.raw()))
}

/// Gives the indicators that print no value of their own the one that their words state, where it is one. `year` is
/// that of days and months printed without one.
pub(super) fn measure(indicators: &mut [Indicatore<Bozza>], year: Option<i32>) {
    let open = indicators.iter_mut().filter(|indicator| indicator.valore.is_none());
    for indicator in open {
        let Some(stated) = parse_stated(&indicator.testo, year) else {
            continue;
        };
        let printed = indicator.testo.get(stated.at).unwrap_or_default();
        indicator.valore_atteso = Some(Detto::new(printed.into(), indicator.testo.span));
        indicator.operatore = stated.operatore;
        indicator.valore = Some(stated.valore);
    }
}

fn draft(testo: Inline<'_>, obiettivo: &Riferimento) -> Indicatore<Bozza> {
    Indicatore {
        id: None,
        piano: Riferimento::Locale(0),
        obiettivo: Some(obiettivo.clone()),
        azione: None,
        codice: None,
        ambito: None,
        testo: testo.said().map(|words| Testo::from(trimmed(&words))),
        valore_atteso: None,
        operatore: None,
        valore: None,
        valore_raggiunto: None,
        nota: None,
        origine: Origine::letta(testo.span()),
    }
}

/// Without the mark of its list item and the `;` that parts it from the next.
fn trimmed(words: &str) -> &str {
    split_mark(words).1.trim_end_matches(';').trim_end()
}

/// The indicators that a text announces, one stretch each.
fn in_prose<'s>(pieces: &[Piece<'s>]) -> Vec<Inline<'s>> {
    let Some((at, announced)) = pieces
        .iter()
        .enumerate()
        .find_map(|(at, piece)| Some((at, behind_label(&piece.text)?)))
    else {
        return Vec::new();
    };
    let following = pieces[at + 1..]
        .iter()
        .take_while(|piece| piece.form != Form::Paragraph);
    let all = std::iter::once(announced).chain(following.map(|piece| piece.text));
    all.flat_map(|text| parts(&text))
        .filter(|text| text.text().chars().any(char::is_alphanumeric))
        .collect()
}

/// What stands behind `INDICATORI:` or `Indicatore 2023:`.
fn behind_label<'s>(text: &Inline<'s>) -> Option<Inline<'s>> {
    let raw = text.raw();
    let lower = raw.to_ascii_lowercase();
    let found = lower.match_indices("indicator").find_map(|(at, stem)| {
        let behind = lower[at + stem.len()..].strip_prefix(['i', 'e'])?;
        let behind = behind.trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit());
        let behind = behind.strip_prefix(':')?;
        Some(raw.len() - behind.len())
    })?;
    let behind = raw[found..].trim_start_matches("</b>").trim_start_matches("**");
    Some(text.part(raw.len() - behind.len(), raw.len()))
}

/// The indicators of one line, parted by the marks that it uses.
fn parts<'s>(text: &Inline<'s>) -> Vec<Inline<'s>> {
    let raw = text.raw();
    let mut cuts = vec![0];
    cuts.extend(outside_brackets(raw).filter(|at| parts_at(raw, *at)));
    cuts.push(raw.len());
    cuts.windows(2).map(|ends| text.part(ends[0], ends[1])).collect()
}

/// Whether a new indicator begins at this place of a line.
fn parts_at(raw: &str, at: usize) -> bool {
    let (before, here) = raw.split_at(at);
    let counted = here.starts_with("N° ") && raw.starts_with("N° ");
    let dashed = here
        .strip_prefix(['-', '–', '—'])
        .and_then(|behind| behind.strip_prefix(' '))
        .is_some_and(|words| before.ends_with(' ') && !names_its_own_value(words));
    at > 0 && (dashed || counted || ends_with_semicolon(before))
}

/// Whether a text ends with a `;` that is its author's, not the end of a character reference (`&gt;`).
fn ends_with_semicolon(text: &str) -> bool {
    let Some(words) = text.strip_suffix(';') else {
        return false;
    };
    let reference = words.rfind('&').map(|at| &words[at + 1..]);
    !reference.is_some_and(|name| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#'))
}

/// Whether the words behind a dash go on with the indicator before it: `- Target: …`.
fn names_its_own_value(words: &str) -> bool {
    let words = plain_words(words);
    ["target", "valore atteso", "modalita"]
        .iter()
        .any(|label| words.starts_with(label))
}

/// The places of a text that stand in no round brackets.
fn outside_brackets(raw: &str) -> impl Iterator<Item = usize> {
    let mut depth = 0_usize;
    raw.char_indices().filter_map(move |(at, c)| {
        let outside = depth == 0;
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        outside.then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn read(raw: &str) -> Vec<String> {
        let cell = Inline::new(FileId::new(0), raw, 0);
        let texts = in_prose(&pieces(&cell));
        texts.iter().map(|text| trimmed(&text.text()).to_owned()).collect()
    }

    #[test]
    fn one_indicator_for_each_that_is_said() {
        for (text, expected) in [
            (
                "Prima. INDICATORI: Media gg di istruttoria.",
                vec!["Media gg di istruttoria."],
            ),
            (
                "INDICATORE: invio entro luglio; aumento del riscosso",
                vec!["invio entro luglio", "aumento del riscosso"],
            ),
            ("Indicatore: &gt; 90% degli atti", vec!["> 90% degli atti"]),
            ("Indicatori 2023: 6 contratti", vec!["6 contratti"]),
            (
                "INDICATORI: - atto entro marzo  - bozza entro aprile",
                vec!["atto entro marzo", "bozza entro aprile"],
            ),
            ("INDICATORI: N° eventi N° luoghi", vec!["N° eventi", "N° luoghi"]),
            (
                "INDICATORE: controllo del 15% - Target: schede",
                vec!["controllo del 15% - Target: schede"],
            ),
            (
                "INDICATORE: fasi (progetto - delibera; gara)",
                vec!["fasi (progetto - delibera; gara)"],
            ),
            (
                "<p><b>INDICATORI:</b></p> <ul> <li>- uno</li> <li>2. due;</li> </ul> <p>Nota.</p>",
                vec!["uno", "due"],
            ),
            (
                "<p>INDICATORI:                 - uno                 - due</p>",
                vec!["uno", "due"],
            ),
            ("Nessuno degli indicatori è dato.", vec![]),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC*") {
            let _ = read(&format!("INDICATORI:{text}"));
        }
    }
}
