//! How many people, how many days: the sentences around a number in which offices say so.

use crate::model::{Durata, Partecipanti};

/// A number in tenths, exact: `3½` is 35.
type Tenths = u32;

const WHOLE: Tenths = 10;
const HALF: Tenths = 5;

/// Working days in a week, the measure of a session printed in weeks.
const DAYS_OF_WEEK: u32 = 5;

/// Reads how many working days a session lasts: `1 giornata`, `Da 3 a 5 giornate`, `almeno 4 giornate`,
/// `Due settimane`, a bare `1`, or a sentence that holds one of these. Days are counted whole, so what lies between two
/// numbers has both for bounds: `tre giornate e mezzo` are at least 3 and at most 4. Lines may be parted by `\n`.
#[must_use]
pub fn parse_durata(text: &str) -> Durata {
    let quantities = quantities(text);
    let days = |quantity: &Quantity| Some(quantity.times(factor(quantity.noun.as_deref()?)?));
    let bare = |quantity: &Quantity| quantity.noun.is_none().then(|| quantity.clone());
    let found = quantities
        .iter()
        .find_map(days)
        .or_else(|| quantities.iter().find_map(bare));
    found.map_or_else(Durata::default, |length| Durata {
        min: length.min.or(length.exact).map(|days| days / WHOLE),
        max: length.max.or(length.exact).map(|days| days.div_ceil(WHOLE)),
    })
}

/// Days in a unit of time; nothing for a unit shorter than a day and for what is no time.
fn factor(noun: &str) -> Option<u32> {
    if noun.starts_with("giorn") {
        Some(1)
    } else if noun.starts_with("settiman") {
        Some(DAYS_OF_WEEK)
    } else {
        None
    }
}

/// Reads how many people a session can host: `Massimo 10 persone`, `da un minimo di 2 persone a un massimo di 6`,
/// `1 o 2 persone`, `venti partecipanti`. A number alone is an upper bound; lines that each begin with a number
/// (`1 Responsabile …`) are added up. Lines may be parted by `\n`.
#[must_use]
pub fn parse_partecipanti(text: &str) -> Partecipanti {
    let people: Vec<Quantity> = quantities(text).into_iter().filter(counts_people).collect();
    let opening = people.iter().filter(|one| one.opens_line);
    let listed: Vec<u32> = opening.filter_map(|one| heads(one.exact)).collect();
    if listed.len() > 1 {
        return Partecipanti {
            min: None,
            max: Some(listed.into_iter().fold(0, u32::saturating_add)),
        };
    }
    people.first().map_or_else(Partecipanti::default, |first| Partecipanti {
        min: heads(first.min),
        max: heads(first.max.or(first.exact)),
    })
}

/// People come whole.
fn heads(number: Option<Tenths>) -> Option<u32> {
    number.map(|number| number / WHOLE)
}

/// Whether a number can count people: it counts no time, session, module or body.
fn counts_people(quantity: &Quantity) -> bool {
    const OTHERS: [&str; 9] = [
        "giorn", "settiman", "or", "mes", "minut", "session", "modul", "dat", "ent",
    ];
    let Some(noun) = &quantity.noun else { return true };
    let of_others = |stem: &&str| noun.starts_with(stem) && noun.chars().count() <= stem.chars().count() + 4;
    !OTHERS.iter().any(of_others)
}

/// A number with its bounds and what it counts.
#[derive(Clone, Debug, Default, PartialEq)]
struct Quantity {
    exact: Option<Tenths>,
    min: Option<Tenths>,
    max: Option<Tenths>,
    /// The word behind the number, lower case.
    noun: Option<String>,
    /// Whether the number is the first word of its line.
    opens_line: bool,
}

impl Quantity {
    fn times(&self, factor: u32) -> Self {
        let times = |number: Option<Tenths>| number.map(|number| number.saturating_mul(factor));
        Self {
            exact: times(self.exact),
            min: times(self.min),
            max: times(self.max),
            ..self.clone()
        }
    }

    /// Joins `a … 5` to `da 3 …`.
    fn up_to(&mut self, other: Quantity) {
        self.min = self.min.or(self.exact.take());
        self.max = other.max.or(other.exact);
        self.noun = other.noun.or(self.noun.take());
    }
}

/// What stands in front of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Bound {
    Exact,
    Min,
    Max,
}

fn quantities(text: &str) -> Vec<Quantity> {
    text.lines().flat_map(of_line).collect()
}

/// The quantities of one line; two that a word or mark of range joins become one.
fn of_line(line: &str) -> Vec<Quantity> {
    let words = words(line);
    let mut found: Vec<Quantity> = Vec::new();
    let (mut bound, mut joins) = (Bound::Exact, false);
    for (at, word) in words.iter().enumerate() {
        if let Some(number) = number(word, words.get(at + 1)) {
            let rest = &words[at + 1..];
            let quantity = quantity(number + fraction(rest), bound, noun_of(rest), at == 0);
            match found.last_mut() {
                Some(last) if joins => last.up_to(quantity),
                _ => found.push(quantity),
            }
            (bound, joins) = (Bound::Exact, false);
            continue;
        }
        match word.as_str() {
            "almeno" | "minimo" | "min" => bound = Bound::Min,
            "massimo" | "max" | "massima" | "fino" => bound = Bound::Max,
            "a" | "ad" | "o" | "-" | "–" | "/" => joins = !found.is_empty(),
            "di" | "un" | "n" | "da" | "ai" | "e" => {}
            _ if found.last().is_some_and(|last| last.noun.as_ref() == Some(word)) => {}
            _ => (bound, joins) = (Bound::Exact, false),
        }
    }
    found
}

fn quantity(number: Tenths, bound: Bound, noun: Option<String>, opens_line: bool) -> Quantity {
    let only = |wanted: Bound| (bound == wanted).then_some(number);
    Quantity {
        exact: only(Bound::Exact),
        min: only(Bound::Min),
        max: only(Bound::Max),
        noun,
        opens_line,
    }
}

/// What `e mezzo` adds to a number, behind it or behind what it counts.
fn fraction(rest: &[String]) -> Tenths {
    let half = and_a_half(rest).is_some() || rest.get(1..).and_then(and_a_half).is_some();
    if half { HALF } else { 0 }
}

/// The words behind `e mezzo`, if words begin with that.
fn and_a_half(words: &[String]) -> Option<&[String]> {
    match words {
        [and, half, rest @ ..] if and == "e" && matches!(half.as_str(), "mezzo" | "mezza") => Some(rest),
        _ => None,
    }
}

/// The first word behind a number that is neither a number nor joins one.
fn noun_of(rest: &[String]) -> Option<String> {
    let mut rest = and_a_half(rest).unwrap_or(rest).iter().peekable();
    while let Some(word) = rest.next() {
        let joins = matches!(word.as_str(), "o" | "a" | "ad" | "-" | "–" | "/");
        if !joins && number(word, rest.peek().copied()).is_none() {
            return word.starts_with(char::is_alphabetic).then(|| word.clone());
        }
    }
    None
}

/// Words in lower case; marks stand alone, but for those inside a number; a full stop parts a sentence.
fn words(line: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut in_word = false;
    let mut chars = line.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let in_number = before.is_ascii_digit() && chars.peek().is_some_and(char::is_ascii_digit);
        let part_of_word = c.is_alphanumeric() || c == '^' || c == '°' || (in_number && matches!(c, ',' | '.'));
        if part_of_word && in_word {
            if let Some(last) = words.last_mut() {
                last.extend(c.to_lowercase());
            }
        } else if !c.is_whitespace() {
            words.push(c.to_lowercase().collect());
        }
        in_word = part_of_word;
        before = c;
    }
    words
}

/// The words for the numbers from one on.
const NUMBERS: [&str; 20] = [
    "uno",
    "due",
    "tre",
    "quattro",
    "cinque",
    "sei",
    "sette",
    "otto",
    "nove",
    "dieci",
    "undici",
    "dodici",
    "tredici",
    "quattordici",
    "quindici",
    "sedici",
    "diciassette",
    "diciotto",
    "diciannove",
    "venti",
];

/// The words for larger round numbers.
const ROUND: [(&str, u32); 6] = [
    ("dozzina", 12),
    ("venticinque", 25),
    ("trenta", 30),
    ("quaranta", 40),
    ("cinquanta", 50),
    ("cento", 100),
];

/// The number that a word is. `un`, `una` are one only in front of what is counted in days or people, or of an "or".
fn number(word: &str, next: Option<&String>) -> Option<Tenths> {
    if matches!(word, "un" | "una" | "uno") {
        let counted = |next: &String| {
            next == "o"
                || ["giorn", "settiman", "person", "partecipant", "or"]
                    .iter()
                    .any(|stem| next.starts_with(stem))
        };
        return next.is_some_and(counted).then_some(WHOLE);
    }
    let named = NUMBERS.iter().position(|name| *name == word).map(|at| at as u32 + 1);
    let round = || ROUND.iter().find(|(name, _)| *name == word).map(|(_, number)| *number);
    let spelt = named.or_else(round).map(|number| number * WHOLE);
    spelt.or_else(|| figures(word))
}

/// The largest number that counts people or days; beyond it stand other things, such as codes.
const LARGEST: u32 = 9999;

/// A number in figures: `12`, `1.200`, `1,5`, `3½`. What has more figures behind its mark is a time or a sum.
fn figures(word: &str) -> Option<Tenths> {
    let (word, half) = word.strip_suffix('½').map_or((word, 0), |whole| (whole, HALF));
    let (whole, tenths) = match word.split_once([',', '.']) {
        Some((whole, behind)) if behind.len() == 1 => (whole.to_owned(), behind.parse().ok()?),
        Some((thousands, behind)) if behind.len() == 3 && word.contains('.') => (format!("{thousands}{behind}"), 0),
        Some(_) => return None,
        None => (word.to_owned(), 0),
    };
    let whole: u32 = whole.parse().ok().filter(|number| *number <= LARGEST)?;
    Some(whole * WHOLE + tenths + half)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn days(text: &str) -> (Option<u32>, Option<u32>) {
        let found = parse_durata(text);
        (found.min, found.max)
    }

    fn people(text: &str) -> (Option<u32>, Option<u32>) {
        let found = parse_partecipanti(text);
        (found.min, found.max)
    }

    #[test]
    fn lengths_as_printed() {
        for (text, expected) in [
            ("1 giornata", (Some(1), Some(1))),
            ("1 o 2 giornate", (Some(1), Some(2))),
            ("Una o due giornate", (Some(1), Some(2))),
            ("Da 3 a 5 giornate", (Some(3), Some(5))),
            (
                "Da 3 giorni a 5 giorni in cui gli operatori potranno ottenere un percorso",
                (Some(3), Some(5)),
            ),
            ("almeno 4 giornate", (Some(4), None)),
            ("2 settimane", (Some(10), Some(10))),
            ("Due settimane", (Some(10), Some(10))),
            ("Due giornate", (Some(2), Some(2))),
            ("1", (Some(1), Some(1))),
            (
                "organizzata in n. 1 giornata di scambio e formazione",
                (Some(1), Some(1)),
            ),
            ("organizzata in un arco temporale di 2 giornate", (Some(2), Some(2))),
            (
                "avrà durata di almeno 3 ore. Pertanto, un arco temporale di almeno 2 giornate.",
                (Some(2), None),
            ),
            (
                "Le giornate a disposizione: 1\nEnti che è possibile ospitare: a richiesta",
                (Some(1), Some(1)),
            ),
            (
                "2 giorni complessivi di impegno. Attività per 1 giorno e mezzo",
                (Some(2), Some(2)),
            ),
            ("tre giornate e mezzo", (Some(3), Some(4))),
            ("3 e mezzo giornate", (Some(3), Some(4))),
            ("da 2 a 3 giornate e mezza", (Some(2), Some(4))),
            ("almeno 3 giornate e mezza", (Some(3), None)),
            ("una settimana e mezza", (Some(7), Some(8))),
            ("1,5 giornate", (Some(1), Some(2))),
            ("2½ giorni", (Some(2), Some(3))),
            ("dalle 9.30", (None, None)),
            ("da concordare", (None, None)),
        ] {
            assert_eq!(days(text), expected, "{text}");
        }
    }

    #[test]
    fn capacities_as_printed() {
        for (text, expected) in [
            (
                "Massimo 10 persone, tra personale tecnico e/o amministrativo",
                (None, Some(10)),
            ),
            ("20 partecipanti", (None, Some(20))),
            ("2 persone a sessione", (None, Some(2))),
            ("Massimo 2.", (None, Some(2))),
            ("1 o 2 persone", (Some(1), Some(2))),
            ("quindici persone", (None, Some(15))),
            ("1.200 persone", (None, Some(1200))),
            ("2 persone e mezza giornata", (None, Some(2))),
            ("parecchi", (None, None)),
            (
                "Per ogni sessione (composta di due giornate e l'ideale è seguirle entrambe) possono essere ospitati \
                 da un minimo di 2 persone a un massimo di 6.",
                (Some(2), Some(6)),
            ),
            (
                "10 partecipanti per ognuna delle due sessioni ( Ogni sessione dura 2 giorni )",
                (None, Some(10)),
            ),
            (
                "Massimo 4 partecipanti per ogni data della 1^ giornata, in totale massimo 8",
                (None, Some(4)),
            ),
            ("1 Responsabile di Pianificazione", (None, Some(1))),
            (
                "1 Responsabile di Sportello\n1 Responsabile dell'Ufficio",
                (None, Some(2)),
            ),
            ("Tecnici dei settori urbanistica – ambiente", (None, None)),
        ] {
            assert_eq!(people(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC*", like in "(da |min |max |un )?[0-9]{0,12}( a | o |-)[0-9]{0,3} ?[a-z]{0,9}") {
            let _ = (parse_durata(&text), parse_partecipanti(&text), parse_durata(&like), parse_partecipanti(&like));
        }

        #[test]
        fn a_number_of_days_is_read_back(number in 0_u32..9999) {
            prop_assert_eq!(days(&format!("{number} giornate")), (Some(number), Some(number)));
        }
    }
}
