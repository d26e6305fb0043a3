//! Spreadsheets become text: a line with the name of each sheet, a line for each of its rows, cells parted by tabs and
//! written as the sheet shows them. Days are ISO 8601, numbers have a decimal comma and nothing between thousands.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::io::{Cursor, Read, Seek};

use calamine::{
    Data, Dimensions, ExcelDateTime, Reader as _, SheetType, SheetVisible, StyleRange, open_workbook_auto_from_rs,
};

use super::layout::{self, Layouts};
use super::leaf::{Here, Leaf, Part};
use crate::source::{CellPlace, Note, Sheet, SheetContent, Sheets};

/// Stands for a line break inside a cell, so that a row is one line.
pub(super) const BREAK: char = '\u{2028}';

/// The text of a spreadsheet (xlsx, xlsm, ods) and where its cells stand in it: of each sheet that is a table its
/// columns, of all others nothing. `stem` is the name of its file, which may say which table its only sheet is.
///
/// # Errors
/// Why the bytes are none.
pub fn transcribe(stem: &str, bytes: &[u8]) -> Result<(String, Sheets), String> {
    let leaves = leaves(bytes)?;
    let alone = leaves.iter().filter(|leaf| leaf.is_seen()).count() == 1;
    Ok(transcript(&leaves, |leaf| leaf.content(stem, alone)))
}

/// As [`transcribe`], but with all sheets that whoever opens the spreadsheet sees, whatever they are.
///
/// # Errors
/// Why the bytes are no spreadsheet.
pub fn transcribe_whole(bytes: &[u8]) -> Result<(String, Sheets), String> {
    Ok(transcript(&leaves(bytes)?, Leaf::whole))
}

/// How compound files begin ([MS-CFB] 2.2).
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Whether the bytes are of the older format of Excel (.xls), or of a spreadsheet that a password locks, which stands in
/// a file of the same kind. Neither is read: which rows and columns the older one hides is not known, and calamine does
/// not survive a damaged one.
#[must_use]
pub fn is_old(bytes: &[u8]) -> bool {
    bytes.starts_with(COMPOUND)
}

fn leaves(bytes: &[u8]) -> Result<Vec<Leaf>, String> {
    if is_old(bytes) {
        return Err(".xls".to_owned());
    }
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let shows_formats = matches!(book, calamine::Sheets::Xlsx(_));
    let mut layouts = layouts(&book, bytes)?;
    let sheets = book.sheets_metadata().to_vec();
    let leaf = |sheet: calamine::Sheet| {
        let cells = book.worksheet_range(&sheet.name).map_err(|error| error.to_string())?;
        let styles = book.worksheet_style(&sheet.name).ok().filter(|_| shows_formats);
        let hidden = sheet.visible != SheetVisible::Visible;
        let mut layout = layouts.remove(&sheet.name).unwrap_or_default();
        layout.merged.extend(merged(&mut book, &sheet.name));
        Ok(Leaf::new(sheet.name, hidden, cells, styles).with_layout(layout))
    };
    let sheets = sheets.into_iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    sheets.map(leaf).collect()
}

/// How the sheets are laid out. Where that is not known, nobody knows what is hidden.
fn layouts<R>(book: &calamine::Sheets<R>, bytes: &[u8]) -> Result<Layouts, String> {
    let layouts = match book {
        calamine::Sheets::Xlsx(_) => layout::of_xlsx(bytes),
        calamine::Sheets::Ods(_) => layout::of_ods(bytes),
        _ => return Err(".xlsb".to_owned()),
    };
    layouts.map_err(|error| format!("{error:#}"))
}

/// The cells of a sheet that are merged, of the format whose layout does not tell them.
fn merged<R: Read + Seek>(book: &mut calamine::Sheets<R>, name: &str) -> Vec<Dimensions> {
    match book {
        calamine::Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn transcript(leaves: &[Leaf], content: impl Fn(&Leaf) -> SheetContent) -> (String, Sheets) {
    let mut text = Transcript::default();
    for leaf in leaves {
        text.leaf(leaf, content(leaf));
    }
    (text.text, text.sheets)
}

#[derive(Default)]
struct Transcript {
    text: String,
    lines: u32,
    sheets: Sheets,
}

impl Transcript {
    fn leaf(&mut self, leaf: &Leaf, content: SheetContent) {
        let shown = leaf.shown(content);
        if shown {
            self.text.push_str("# ");
            self.push_words(&leaf.name);
        }
        self.end_line();
        let (line, start) = (self.lines, self.text.len());
        // Of a blank sheet nothing is written, but it may have hidden rows.
        if shown || matches!(content, SheetContent::Blank { .. }) {
            self.cells(leaf, content);
        }
        if self.text.len() > start || !shown {
            self.end_line();
        }
        self.sheets.push(Sheet {
            name: leaf.name.clone(),
            line,
            start,
            end: self.text.len(),
            content,
        });
    }

    fn cells(&mut self, leaf: &Leaf, content: SheetContent) {
        let parts = leaf.parts(content);
        let (mut reached, mut told) = ((0, 0), BTreeSet::new());
        for (here, cell, unseen) in leaf.all() {
            if let Some(unseen) = unseen {
                if told.insert(unseen) {
                    self.advance(&mut reached, here);
                    self.sheets.hide(self.here(), unseen);
                }
                continue;
            }
            self.advance(&mut reached, here);
            match parts.of(here) {
                Part::Written => {
                    let joined = leaf
                        .layout
                        .merged
                        .iter()
                        .find(|joined| joined.start == here && joined.start != joined.end);
                    self.join(joined);
                    self.cell(cell, leaf.styles.as_ref().map(|styles| format_of(styles, here)));
                }
                Part::Beside => self.note(Note::LeftOut),
                Part::Unknown => {}
            }
        }
    }

    /// Ends lines and cells up to a cell.
    fn advance(&mut self, reached: &mut Here, here: Here) {
        while reached.0 < here.0 {
            self.end_line();
            *reached = (reached.0 + 1, 0);
        }
        while reached.1 < here.1 {
            self.text.push('\t');
            reached.1 += 1;
        }
    }

    /// The offset of what is written next.
    fn here(&self) -> u32 {
        u32::try_from(self.text.len()).unwrap_or(u32::MAX)
    }

    /// Says of the cell that comes next with which others it is one.
    fn join(&mut self, joined: Option<&Dimensions>) {
        let Some(joined) = joined else { return };
        let cell = |(row, column): (u32, u32)| CellPlace {
            sheet: "",
            row: row + 1,
            column: column + 1,
        };
        let offset = self.here();
        let cells = format!("{}:{}", cell(joined.start), cell(joined.end));
        self.sheets.join(offset, cells);
    }

    fn note(&mut self, note: Note) {
        self.sheets.note(self.here(), note);
    }

    fn end_line(&mut self) {
        self.text.push('\n');
        self.lines += 1;
    }

    /// Writes a cell; `format` is how the sheet shows its number, none where that is not known.
    fn cell(&mut self, cell: &Data, format: Option<&str>) {
        let offset = self.here();
        let note = match cell {
            Data::Int(number) => self.number(*number as f64, format),
            Data::Float(number) => self.number(*number, format),
            Data::DateTime(moment) => {
                self.push(&moment_words(moment));
                moment.is_datetime().then_some(Note::Day)
            }
            Data::DateTimeIso(moment) => {
                self.push(moment.split('T').next().unwrap_or(moment));
                Some(Note::Day)
            }
            Data::String(words) | Data::DurationIso(words) => self.push_words(words),
            Data::Bool(yes) => self.push(if *yes { "sì" } else { "no" }),
            Data::Error(error) => {
                self.push(&error.to_string());
                Some(Note::Failed)
            }
            Data::Empty => None,
        };
        if let Some(note) = note {
            self.sheets.note(offset, note);
        }
    }

    fn number(&mut self, number: f64, format: Option<&str>) -> Option<Note> {
        let (words, note) = match format.map(|format| shown(number, format)) {
            Some(Some(shown)) => shown,
            Some(None) | None => (plain(number, 10), Some(Note::Unshown)),
        };
        self.push(&words);
        note
    }

    fn push(&mut self, words: &str) -> Option<Note> {
        self.text.push_str(words);
        None
    }

    /// Writes a text without what would end its cell or line.
    fn push_words(&mut self, words: &str) -> Option<Note> {
        let kept = words.trim().chars().filter(|c| *c != '\r');
        self.text.extend(kept.map(|c| match c {
            '\n' => BREAK,
            c if c.is_control() => ' ',
            c => c,
        }));
        None
    }
}

/// How a sheet shows the number of a cell; `General` where nobody chose.
fn format_of(styles: &StyleRange, here: (u32, u32)) -> &str {
    let style = styles.get(here).and_then(|style| style.number_format.as_ref());
    style.map_or("General", |format| &format.format_code)
}

/// A number as a format shows it, but for what parts thousands and for currency signs; none for a format that adds
/// words of its own.
fn shown(number: f64, format: &str) -> Option<(String, Option<Note>)> {
    let format = format.split(';').next().unwrap_or_default();
    if format.is_empty() || format.eq_ignore_ascii_case("general") || format == "@" {
        return Some((plain(number, 10), Some(Note::Number)));
    }
    let digits: String = format.chars().filter(|c| "0#?.,%".contains(*c)).collect();
    let own_words = without_signs(format).chars().any(char::is_alphabetic);
    if own_words || !digits.contains(['0', '#', '?']) {
        return None;
    }
    let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
    let places = decimals.chars().filter(|c| "0#?".contains(*c)).count();
    if digits.contains('%') {
        return Some((format!("{}%", plain(number * 100.0, places)), None));
    }
    if whole.len() > 1 && whole.bytes().all(|digit| digit == b'0') && places == 0 {
        return Some((format!("{number:0width$.0}", width = whole.len()), None));
    }
    Some((plain(number, places), Some(Note::Number)))
}

/// A format without currencies, colours and conditions (`[$€-410]`, `[Red]`) and the euro in quotes.
fn without_signs(format: &str) -> String {
    let mut kept = String::new();
    let mut inside = false;
    for c in format.replace("\"€\"", "").chars() {
        match c {
            '[' => inside = true,
            ']' => inside = false,
            c if !inside => kept.push(c),
            _ => {}
        }
    }
    kept
}

/// Digits with a decimal comma, no more places than said, no zeros at the end.
fn plain(number: f64, places: usize) -> String {
    let digits = format!("{number:.places$}");
    let digits = match digits.contains('.') {
        true => digits.trim_end_matches('0').trim_end_matches('.'),
        false => &digits,
    };
    match digits {
        "-0" => "0".to_owned(),
        digits => digits.replace('.', ","),
    }
}

fn moment_words(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    match moment.is_datetime() {
        true => format!("{year:04}-{month:02}-{day:02}"),
        false => clock(hour, minute),
    }
}

fn clock(hour: impl Display, minute: u8) -> String {
    format!("{hour}:{minute:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_as_their_formats_show_them() {
        for (number, format, words) in [
            (3250.0, "General", "3250"),
            (3250.0, "00000", "03250"),
            (178_103.2, "#,##0.00", "178103,2"),
            (271.604_2, "0.00", "271,6"),
            (0.6, "0%", "60%"),
            (0.125, "0.0%", "12,5%"),
            (12.5, "#,##0.00 \"€\"", "12,5"),
            (12.5, "[$€-410] #,##0.00;[Red]-#,##0.00", "12,5"),
            (0.1 + 0.2, "General", "0,3"),
            (-0.0, "General", "0"),
        ] {
            assert_eq!(shown(number, format).unwrap().0, words, "{format}");
        }
        assert!(shown(7.0, "\"CAP\" 0").is_none());
    }

    proptest::proptest! {
        #[test]
        fn no_damage_makes_it_panic(at in 0_usize..2_000, byte in 0_u8.., end in 0_usize..10_000) {
            for file in [
                include_bytes!("../../../tests/sites/tables/piano.xlsx").as_slice(),
                include_bytes!("../../../tests/sites/tables/piano.ods"),
            ] {
                let mut damaged = file[..file.len().min(end)].to_vec();
                if let Some(place) = damaged.get_mut(at) {
                    *place = byte;
                }
                let _ = transcribe("piano", &damaged);
            }
        }
    }

    #[test]
    fn of_the_older_format_nothing_is_read_be_it_whole_or_not() {
        let old = include_bytes!("../../../tests/sites/errors/workbook-old-format/seeds/piano.xls");
        for end in [8, 2_000, old.len()] {
            assert!(transcribe("piano", &old[..end]).is_err(), "{end}");
        }
    }

    #[test]
    fn what_is_no_spreadsheet_is_said() {
        assert!(transcribe("", b"id,nome\n").is_err());
        assert!(transcribe("", &[]).is_err());
    }
}
