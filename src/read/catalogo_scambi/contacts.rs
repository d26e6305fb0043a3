use crate::model::{Bozza, Contatto, Detto, Ente, Origine, Riferimento, RuoloContatto, Stadio, Testo};
use crate::read::block::{Block, Inline, Row};
use crate::read::cell::{parse_email, parse_phones};
use crate::read::telephones;
use crate::source::Span;

/// Reads the contacts below `Riferimenti e contatti`: one person for each column, whose fields stand in one cell or
/// row by row. What stands there and is no field goes to `unread`.
pub(super) fn read(
    blocks: &[&Block<'_>],
    scheda: u32,
    ente: &<Bozza as Stadio>::Rif<Ente>,
    unread: &mut Vec<Span>,
) -> Vec<Contatto<Bozza>> {
    let mut rows: Vec<&Row<'_>> = Vec::new();
    for block in blocks {
        match block.table() {
            Some(table) => rows.extend(&table.rows),
            None => unread.push(block.span),
        }
    }
    let Some((header, rows)) = rows.split_first() else {
        return Vec::new();
    };
    let columns = header.cells.iter().enumerate();
    columns
        .flat_map(|(column, title)| {
            let cells = rows.iter().filter_map(|row| row.cells.get(column));
            let people = Person::read(cells, unread).into_iter();
            let ruolo = role(&title.text());
            people
                .map(|(person, place)| person.contact(ruolo, scheda, ente, place))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// What the column of a person says of the person's part.
fn role(title: &str) -> RuoloContatto {
    let title = title.to_lowercase();
    if title.contains("segreteria") {
        RuoloContatto::Segreteria
    } else if title.contains("responsabile") || title.contains("referente") {
        RuoloContatto::Responsabile
    } else {
        RuoloContatto::Altro
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Field {
    Nome,
    Cognome,
    Email,
    Telefono,
}

/// Labels as offices print them, in lower case; the longer ones first.
const LABELS: [(&str, Field); 17] = [
    ("cognome", Field::Cognome),
    ("nome", Field::Nome),
    ("e-mail", Field::Email),
    ("email", Field::Email),
    ("mail", Field::Email),
    ("posta elettronica", Field::Email),
    ("pec", Field::Email),
    ("recapito telefonico", Field::Telefono),
    ("recapito", Field::Telefono),
    ("tel./cell.", Field::Telefono),
    ("tel/cell", Field::Telefono),
    ("telefono", Field::Telefono),
    ("tel.", Field::Telefono),
    ("tel", Field::Telefono),
    ("cellulare", Field::Telefono),
    ("cell.", Field::Telefono),
    ("cell", Field::Telefono),
];

#[derive(Default)]
struct Person {
    nome: Option<Detto<Testo>>,
    cognome: Option<Detto<Testo>>,
    email: Option<Detto<Testo>>,
    telefoni: Vec<Detto<Testo>>,
}

impl Person {
    /// Reads the people of one column, as a rule one; a second name begins a second person.
    fn read<'c, 's: 'c>(cells: impl Iterator<Item = &'c Inline<'s>>, unread: &mut Vec<Span>) -> Vec<(Self, Span)> {
        let mut people: Vec<(Person, Span)> = Vec::new();
        for cell in cells.filter(|cell| !cell.is_empty()) {
            let labels = labels(cell.raw());
            let first = labels.first().map_or(cell.raw().len(), |(_, start, _)| *start);
            unread.extend(
                Some(cell.part(0, first))
                    .filter(|rest| !rest.is_empty())
                    .map(|rest| rest.span()),
            );
            for (at, (field, _, start)) in labels.iter().enumerate() {
                let end = labels.get(at + 1).map_or(cell.raw().len(), |(_, start, _)| *start);
                let value = cell.part(*start, end);
                if people
                    .last()
                    .is_none_or(|(person, _)| person.is_full(*field) && !value.is_empty())
                {
                    people.push((Person::default(), cell.span()));
                }
                if let Some((person, place)) = people.last_mut() {
                    *place = place.to(cell.span());
                    person.set(*field, value, unread);
                }
            }
        }
        people.retain(|(person, _)| person.names_somebody());
        people
    }

    fn names_somebody(&self) -> bool {
        self.nome.is_some() || self.cognome.is_some() || self.email.is_some() || !self.telefoni.is_empty()
    }

    /// Whether a field that a person has once is filled.
    fn is_full(&self, field: Field) -> bool {
        match field {
            Field::Nome => self.nome.is_some(),
            Field::Cognome => self.cognome.is_some(),
            Field::Email | Field::Telefono => false,
        }
    }

    /// Takes a value. A person has one address; others are not understood.
    fn set(&mut self, field: Field, value: Inline<'_>, unread: &mut Vec<Span>) {
        if value.is_empty() {
            return;
        }
        let said = || Some(value.said());
        match field {
            Field::Nome => self.nome = said(),
            Field::Cognome => self.cognome = said(),
            Field::Email if self.email.is_some() => unread.push(value.span()),
            Field::Email => {
                self.email = address(&value).or_else(said);
                unread.extend(Some(value.span()).filter(|_| says_more_than_an_address(&value)));
            }
            Field::Telefono => {
                self.telefoni.extend(numbers(&value));
                unread.extend(Some(value.span()).filter(|_| says_more_than_numbers(&value)));
            }
        }
    }

    fn contact(
        self,
        ruolo: RuoloContatto,
        scheda: u32,
        ente: &<Bozza as Stadio>::Rif<Ente>,
        place: Span,
    ) -> Contatto<Bozza> {
        Contatto {
            id: None,
            scheda: Some(Riferimento::Locale(scheda)),
            piano: None,
            ente: Some(ente.clone()),
            ruolo,
            nome: self.nome,
            cognome: self.cognome,
            email: self.email,
            telefoni: self.telefoni,
            origine: Origine::letta(place),
        }
    }
}

/// The address of a cell part, the one that is shown where a link holds two.
fn address(value: &Inline<'_>) -> Option<Detto<Testo>> {
    let text = value.text();
    let (address, _) = parse_email(&text)?;
    let at = value.raw().rfind(address).unwrap_or_default();
    Some(Detto::new(
        Testo::from(address),
        value.part(at, at + address.len()).span(),
    ))
}

/// Whether a cell part with an address holds other words, or another address. A link says its address twice.
fn says_more_than_an_address(value: &Inline<'_>) -> bool {
    let text = value.text().to_lowercase();
    let Some((address, _)) = parse_email(&text) else {
        return false;
    };
    let rest = text.replace(address, "").replace("mailto", "");
    rest.contains(char::is_alphanumeric)
}

/// Whether a cell part with telephone numbers says anything else than what kind of line each is.
fn says_more_than_numbers(value: &Inline<'_>) -> bool {
    const KINDS: [&str; 9] = [
        "tel",
        "telefono",
        "cell",
        "cellulare",
        "fax",
        "mobile",
        "fisso",
        "ufficio",
        "e",
    ];
    let mut rest = value.raw().to_owned();
    let phones = parse_phones(value.raw());
    for phone in &phones {
        let place = phone.at..phone.at + phone.text.len();
        rest.replace_range(place, &" ".repeat(phone.text.len()));
    }
    let rest = Inline::new(value.span().file, &rest, 0).text().to_lowercase();
    let mut words = rest
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    !phones.is_empty() && words.any(|word| !KINDS.contains(&word))
}

/// The numbers of a cell part, each with its place; a part without a number as it is printed.
fn numbers(value: &Inline<'_>) -> Vec<Detto<Testo>> {
    let numbers = telephones(value);
    match numbers.is_empty() {
        true => vec![value.said()],
        false => numbers,
    }
}

/// The labels of a cell: field, where the label begins, where its value begins.
fn labels(raw: &str) -> Vec<(Field, usize, usize)> {
    let mut found = Vec::new();
    let (mut at, mut in_tag, mut before) = (0, false, ' ');
    while let Some(c) = raw[at..].chars().next() {
        in_tag = c == '<' || (in_tag && before != '>');
        let opens_word = !before.is_alphanumeric() && !matches!(before, '@' | '.' | '-' | '_');
        if let Some((field, length)) = label(&raw[at..]).filter(|_| opens_word && !in_tag) {
            let value = at + length;
            found.push((field, at, value + marks(&raw[value..])));
            at = value;
            before = ' ';
            continue;
        }
        before = c;
        at += c.len_utf8();
    }
    found
}

/// The label that a text begins with, and its length. A longer word, or the first part of an address, is none.
fn label(text: &str) -> Option<(Field, usize)> {
    LABELS.iter().find_map(|(name, field)| {
        let head = text.get(..name.len())?;
        let rest = &text[name.len()..];
        let ends = !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '@' | '_' | '-'));
        (ends && head.eq_ignore_ascii_case(name)).then_some((*field, name.len()))
    })
}

/// Length of the colon and spaces between a label and its value.
fn marks(text: &str) -> usize {
    text.len()
        - text
            .trim_start_matches(|c: char| c == ':' || c == '.' || c.is_whitespace())
            .len()
}
