use crate::model::{Bozza, Contatto, Detto, Ente, Origine, Riferimento, RuoloContatto, Stadio, Testo};
use crate::read::block::{Block, Inline, Row};
use crate::read::cell::{parse_email, parse_phones};
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
        .filter_map(|(column, title)| {
            let cells = rows.iter().filter_map(|row| row.cells.get(column));
            let (person, place) = Person::read(cells, unread)?;
            Some(person.contact(role(&title.text()), scheda, ente, place))
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
const LABELS: [(&str, Field); 13] = [
    ("cognome", Field::Cognome),
    ("nome", Field::Nome),
    ("e-mail", Field::Email),
    ("email", Field::Email),
    ("mail", Field::Email),
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
    /// Reads the cells of one column; nothing where they name nobody.
    fn read<'c, 's: 'c>(cells: impl Iterator<Item = &'c Inline<'s>>, unread: &mut Vec<Span>) -> Option<(Self, Span)> {
        let mut person = Person::default();
        let mut place: Option<Span> = None;
        for cell in cells.filter(|cell| !cell.is_empty()) {
            place = Some(place.map_or(cell.span(), |place| place.to(cell.span())));
            let labels = labels(cell.raw());
            let first = labels.first().map_or(cell.raw().len(), |(_, start, _)| *start);
            unread.extend(
                Some(cell.part(0, first))
                    .filter(|rest| !rest.is_empty())
                    .map(|rest| rest.span()),
            );
            for (at, (field, _, start)) in labels.iter().enumerate() {
                let end = labels.get(at + 1).map_or(cell.raw().len(), |(_, start, _)| *start);
                person.set(*field, cell.part(*start, end));
            }
        }
        let names_somebody =
            person.nome.is_some() || person.cognome.is_some() || person.email.is_some() || !person.telefoni.is_empty();
        place.filter(|_| names_somebody).map(|place| (person, place))
    }

    fn set(&mut self, field: Field, value: Inline<'_>) {
        if value.is_empty() {
            return;
        }
        let said = || Some(Detto::new(Testo::from(value.text()), value.span()));
        match field {
            Field::Nome => self.nome = said(),
            Field::Cognome => self.cognome = said(),
            Field::Email => self.email = address(&value).or_else(said),
            Field::Telefono => self.telefoni.extend(numbers(&value)),
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

/// The numbers of a cell part, each with its place; a part without a number as it is printed.
fn numbers(value: &Inline<'_>) -> Vec<Detto<Testo>> {
    let phones = parse_phones(value.raw());
    if phones.is_empty() {
        return vec![Detto::new(Testo::from(value.text()), value.span())];
    }
    phones
        .iter()
        .map(|phone| {
            Detto::new(
                Testo::from(phone.text),
                value.part(phone.at, phone.at + phone.text.len()).span(),
            )
        })
        .collect()
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
