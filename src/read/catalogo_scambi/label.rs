use crate::read::block::{Block, Inline, Kind};
use crate::read::plain_words;

/// A part of a card, named as the model names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Campo {
    Contatti,
    Ospitante,
    Ufficio,
    Titolo,
    Descrizione,
    Modalita,
    Partecipanti,
    Durata,
    Date,
}

/// What a line that stands out means for the form. Levels of headings mean nothing: forms go by the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// `Elenco schede`: the index follows.
    Elenco,
    /// `SCHEDA 2`.
    Scheda(u32),
    /// A heading that only groups parts: `2. Chi propone lo scambio`.
    Sezione,
    /// A part of a card.
    Campo(Campo),
    /// `Programma dello scambio`: a part of its own where nothing else has opened it, else a line of the text.
    Programma,
    /// `Le date`: the month grids follow.
    Calendario,
}

/// The longest line that is taken for a label where it does not stand out as a title.
const LONGEST_PLAIN: usize = 120;

/// The label that a block is, if it is one. A line that does not stand out must be nothing but the label.
pub(super) fn label_of(block: &Block<'_>) -> Option<Label> {
    let numbered = |marker: &str| marker.starts_with(|c: char| c.is_ascii_digit());
    match &block.kind {
        Kind::Heading { .. } | Kind::Paragraph { .. } => {}
        Kind::Item { marker, .. } if numbered(marker) => {}
        _ => return None,
    }
    let text = block.text();
    if text.len() > LONGEST_PLAIN && !block.is_title() {
        return None;
    }
    let words = bare(&text);
    number_of_card(&words).map(Label::Scheda).or_else(|| named(&words))
}

/// The words as labels are compared, without the number in front (`4.`) and marks at the end.
fn bare(text: &str) -> String {
    let text = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c.is_whitespace());
    plain_words(text.trim_end_matches([':', '.', '?', ' ']))
}

/// `scheda 2`, `scheda n. 2`.
fn number_of_card(words: &str) -> Option<u32> {
    let rest = words.strip_prefix("scheda")?.trim_start();
    let rest = rest.strip_prefix("n.").or(rest.strip_prefix("n°")).unwrap_or(rest);
    let rest = rest.trim();
    rest.parse().ok().or_else(|| roman(rest))
}

/// A number from 1 to 39 as the Romans wrote it, lower case; nothing for anything else.
fn roman(text: &str) -> Option<u32> {
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let ones = text.trim_start_matches('x');
    let tens = text.len() - ones.len();
    let one = ONES.iter().position(|name| *name == ones)?;
    Some(tens as u32 * 10 + one as u32).filter(|number| (1..40).contains(number))
}

/// The blocks of a catalogue, each label apart from the value that is printed on its line: `Titolo buona pratica: Reti`.
pub(super) fn apart<'s>(blocks: Vec<Block<'s>>) -> Vec<Block<'s>> {
    let parted = |block: Block<'s>| match label_and_value(&block) {
        Some((label, value)) => vec![label, value],
        None => vec![block],
    };
    blocks.into_iter().flat_map(parted).collect()
}

fn label_and_value<'s>(block: &Block<'s>) -> Option<(Block<'s>, Block<'s>)> {
    let (Kind::Heading { .. } | Kind::Paragraph { .. }, [line]) = (&block.kind, block.lines()) else {
        return None;
    };
    let raw = line.raw();
    let colon = raw.find(':')?;
    let from = raw.len() - raw.trim_start_matches('*').len();
    let label = line.part(from, raw[..colon].trim_end_matches('*').len().max(from));
    let behind = &raw[colon + 1..];
    let closed = behind.strip_prefix("**").filter(|_| from > 0);
    let value = closed.unwrap_or(behind).trim_start();
    let unpaired = value.matches("**").count() % 2 == 1;
    let end = value.strip_suffix("**").filter(|_| unpaired).unwrap_or(value).len();
    let value = line.part(raw.len() - value.len(), raw.len() - value.len() + end);
    let words = bare(&label.text());
    let is_field = matches!(
        named(&words),
        Some(Label::Campo(
            Campo::Ospitante | Campo::Ufficio | Campo::Titolo | Campo::Partecipanti | Campo::Durata
        ))
    );
    // A line of a text may well begin with the bare word.
    let fits = is_field && words != "titolo" && !value.is_empty();
    let of = |line: Inline<'s>| Block {
        kind: Kind::Paragraph { lines: vec![line] },
        span: line.span(),
    };
    fits.then(|| (of(label), of(value)))
}

fn named(words: &str) -> Option<Label> {
    let begins = |start: &str| words.starts_with(start);
    let label = match words {
        "le date" | "calendario" | "calendario delle date" | "calendario degli scambi" => Label::Calendario,
        "chi propone lo scambio" => Label::Sezione,
        "titolo" => Label::Campo(Campo::Titolo),
        "programma dello scambio" => Label::Programma,
        _ if words.ends_with("ospitante") => Label::Campo(host_part(words)?),
        _ if begins("elenco") && words.contains("sched") => Label::Elenco,
        _ if begins("riferimenti e contatti") => Label::Campo(Campo::Contatti),
        _ if begins("titolo") && words.contains("pratica") => Label::Campo(Campo::Titolo),
        _ if begins("descrizione della pratica") || begins("descrizione della soluzione") => {
            Label::Campo(Campo::Descrizione)
        }
        _ if is_how(words) => Label::Campo(Campo::Modalita),
        _ if begins("quanti partecipanti") => Label::Campo(Campo::Partecipanti),
        _ if begins("quanto tempo dura") || begins("quanto dura") => Label::Campo(Campo::Durata),
        _ if begins("date disponibili") || begins("in quale periodo") => Label::Campo(Campo::Date),
        _ => return None,
    };
    Some(label)
}

/// `Comune ospitante`, `Area, Settore, Ufficio ospitante`.
fn host_part(words: &str) -> Option<Campo> {
    let is_office = ["area", "settore", "ufficio", "servizio"]
        .iter()
        .any(|part| words.contains(part));
    let is_body = ["comune", "ente", "unione", "provincia", "amministrazione"]
        .iter()
        .any(|part| words.starts_with(part));
    match (is_office, is_body) {
        (true, _) => Some(Campo::Ufficio),
        (false, true) => Some(Campo::Ospitante),
        (false, false) => None,
    }
}

/// `Le modalità dello scambio`, `Modalità del trasferimento`.
fn is_how(words: &str) -> bool {
    let words = words.strip_prefix("le ").unwrap_or(words);
    [
        "modalita dello scambio",
        "modalita di scambio",
        "modalita del trasferimento",
    ]
    .contains(&words)
}
