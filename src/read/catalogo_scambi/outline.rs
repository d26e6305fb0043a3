use super::label::{Campo, Label, label_of};
use crate::model::{Detto, Slug, Testo};
use crate::read::block::{Block, Kind};
use crate::read::cell::parse_dates;
use crate::source::Span;

/// A catalogue cut into its parts; no part is understood yet.
#[derive(Debug, Default)]
pub(super) struct Outline<'b, 's> {
    /// What stands before the index and the cards.
    pub(super) cover: Vec<&'b Block<'s>>,
    /// Tables below `Elenco schede`.
    pub(super) index: Vec<&'b Block<'s>>,
    /// Hosts, each with its cards.
    pub(super) groups: Vec<Group>,
    /// Cards, in the order of the document.
    pub(super) cards: Vec<Card<'b, 's>>,
    /// Month grids and their legends.
    pub(super) calendar: Vec<&'b Block<'s>>,
    /// Blocks that stand nowhere.
    pub(super) stray: Vec<Span>,
}

/// The heading that a host's cards stand under: `Comune di Borgo (2 schede)`.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// The host, as printed.
    pub(super) ente: Detto<Testo>,
    /// How many cards the heading announces.
    pub(super) announced: Option<usize>,
}

/// A card: its parts in the order of the document, each with the blocks below its label.
#[derive(Debug)]
pub(super) struct Card<'b, 's> {
    /// Index of its group.
    pub(super) group: Option<usize>,
    /// The number in `SCHEDA 2`.
    pub(super) numero: Option<u32>,
    /// From its first line to its last.
    pub(super) span: Span,
    parts: Vec<(Campo, Vec<&'b Block<'s>>)>,
}

impl<'b, 's> Card<'b, 's> {
    /// The blocks of a part, all its labels together.
    pub(super) fn part(&self, campo: Campo) -> Vec<&'b Block<'s>> {
        let of_part = self.parts.iter().filter(|(own, _)| *own == campo);
        of_part.flat_map(|(_, blocks)| blocks.iter().copied()).collect()
    }

    fn has(&self, campo: Campo) -> bool {
        self.parts.iter().any(|(own, _)| *own == campo)
    }

    /// Whether the last label opened this part and nothing stands below it yet.
    fn waits_in(&self, campo: Campo) -> bool {
        self.parts
            .last()
            .is_some_and(|(own, blocks)| *own == campo && blocks.is_empty())
            && self.count(campo) == 1
    }

    fn count(&self, campo: Campo) -> usize {
        self.parts.iter().filter(|(own, _)| *own == campo).count()
    }
}

/// Where the walk stands.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Cover,
    Index,
    /// Under a host's heading, before its first card.
    Group,
    /// In a card, before its first part or between two.
    Card,
    /// In the part of a card that the last label opened.
    Part,
    Calendar,
}

/// Cuts a catalogue into its parts.
pub(super) fn outline<'b, 's>(blocks: &'b [Block<'s>]) -> Outline<'b, 's> {
    let mut walk = Walk {
        outline: Outline::default(),
        place: Place::Cover,
        heading: None,
    };
    let mut at = 0;
    while let Some(block) = blocks.get(at) {
        at += walk.take(block, &blocks[at + 1..]);
    }
    walk.outline
}

struct Walk<'b, 's> {
    outline: Outline<'b, 's>,
    place: Place,
    /// The host's heading that no card has claimed yet.
    heading: Option<Span>,
}

impl<'b, 's> Walk<'b, 's> {
    /// Takes a block, or the blocks that a heading is printed in; says how many.
    fn take(&mut self, block: &'b Block<'s>, rest: &'b [Block<'s>]) -> usize {
        if matches!(block.kind, Kind::Rule) {
            return 1;
        }
        if let Some((group, blocks)) = group_heading(block, rest) {
            self.heading = Some(group.ente.span);
            self.outline.groups.push(group);
            self.place = Place::Group;
            return blocks;
        }
        match label_of(block) {
            Some(label) => self.label(label, block),
            None => self.content(block),
        }
        1
    }

    fn label(&mut self, label: Label, block: &'b Block<'s>) {
        match label {
            Label::Elenco => self.place = Place::Index,
            Label::Calendario => self.place = Place::Calendar,
            Label::Scheda(numero) => self.open_card(Some(numero), block.span),
            Label::Sezione => self.extend(block.span, Place::Card),
            Label::Campo(campo) => self.open_part(campo, block),
            Label::Programma => match self.outline.cards.last() {
                Some(card) if !card.waits_in(Campo::Modalita) && self.place == Place::Part => self.content(block),
                _ => self.open_part(Campo::Modalita, block),
            },
        }
    }

    /// Opens a part; a card without a heading of its own begins with its contacts.
    fn open_part(&mut self, campo: Campo, block: &'b Block<'s>) {
        let in_card = matches!(self.place, Place::Card | Place::Part);
        let again = campo == Campo::Contatti && self.outline.cards.last().is_some_and(|card| card.has(campo));
        if !in_card || again {
            self.open_card(None, block.span);
        }
        self.extend(block.span, Place::Part);
        if let Some(card) = self.outline.cards.last_mut() {
            card.parts.push((campo, Vec::new()));
        }
    }

    fn open_card(&mut self, numero: Option<u32>, span: Span) {
        let start = self.heading.take().filter(|_| numero.is_none());
        self.outline.cards.push(Card {
            group: self.outline.groups.len().checked_sub(1),
            numero,
            span: start.map_or(span, |start| start.to(span)),
            parts: Vec::new(),
        });
        self.place = Place::Card;
    }

    fn content(&mut self, block: &'b Block<'s>) {
        match (self.place, self.outline.cards.last_mut()) {
            (Place::Cover, _) if is_index(block) => self.outline.index.push(block),
            (Place::Cover, _) => self.outline.cover.push(block),
            (Place::Index, _) if block.table().is_some() => self.outline.index.push(block),
            (Place::Calendar, _) => self.outline.calendar.push(block),
            (Place::Part, Some(card)) => {
                if let Some((_, blocks)) = card.parts.last_mut() {
                    blocks.push(block);
                }
                card.span = card.span.to(block.span);
            }
            _ => self.outline.stray.push(block.span),
        }
    }

    fn extend(&mut self, span: Span, place: Place) {
        if let Some(card) = self.outline.cards.last_mut() {
            card.span = card.span.to(span);
        }
        self.place = place;
    }
}

/// Whether a block is the index, told by its header.
pub(super) fn is_index(block: &Block<'_>) -> bool {
    let header = block.table().and_then(|table| table.first());
    header.is_some_and(|row| {
        let names = |name: &str| row.texts().iter().any(|text| text.to_lowercase().starts_with(name));
        names("ente") && names("titolo")
    })
}

/// The heading of a host, and how many blocks it is printed in: a title right above a card's first line that names a
/// body, counts its cards, or says what the card prints as its host. A page end may have cut it in pieces.
fn group_heading(block: &Block<'_>, rest: &[Block<'_>]) -> Option<(Group, usize)> {
    let opens_card =
        |next: &Block<'_>| matches!(label_of(next), Some(Label::Scheda(_) | Label::Campo(Campo::Contatti)));
    let pieces = pieces_of_heading(block, rest);
    let mut below = rest[pieces - 1..].iter();
    let next = below.find(|next| !matches!(next.kind, Kind::Rule))?;
    if label_of(block).is_some() || !opens_card(next) {
        return None;
    }
    let whole = std::iter::once(block).chain(&rest[..pieces - 1]);
    let texts: Vec<String> = whole.clone().map(|piece| piece.text().replace("**", "")).collect();
    let text = texts.join(" ");
    let (name, announced) = split_count(&text);
    let is_title = block.is_title() || pieces > 1;
    let is_heading = matches!(block.kind, Kind::Heading { .. });
    let is_host = announced.is_some() || is_heading || names_body(name) || (is_title && is_host_of(name, rest));
    let stands_out = is_title || announced.is_some() || (names_body(name) && is_one_line(block));
    let fits = stands_out && is_host && !name.is_empty() && parse_dates(name, Some(2000)).found.is_empty();
    let span = whole.map(|piece| piece.span).reduce(Span::to)?;
    fits.then(|| {
        let ente = Detto::new(Testo::from(name), span);
        (Group { ente, announced }, pieces)
    })
}

fn is_one_line(block: &Block<'_>) -> bool {
    matches!(&block.kind, Kind::Paragraph { lines } if lines.len() == 1)
}

/// In how many blocks a title is printed: as many as it takes until bold that it opens is closed, and one more if that
/// one counts the cards. A title is in one block, if no page ends in it.
fn pieces_of_heading(block: &Block<'_>, rest: &[Block<'_>]) -> usize {
    let marks = |block: &Block<'_>| {
        block
            .lines()
            .iter()
            .map(|line| line.raw().matches("**").count())
            .sum::<usize>()
    };
    let is_plain = |block: &&Block<'_>| matches!(block.kind, Kind::Paragraph { .. }) && label_of(block).is_none();
    let is_count = |block: &&Block<'_>| matches!(split_count(block.text().trim_matches('*')), ("", Some(_)));
    let mut pieces = 1;
    if marks(block) % 2 == 1 {
        let closing = rest
            .iter()
            .take(2)
            .take_while(is_plain)
            .position(|piece| marks(piece) % 2 == 1);
        pieces += closing.map_or(0, |at| at + 1);
    }
    let counted = rest.get(pieces - 1).filter(is_count).is_some();
    pieces + usize::from(counted && matches!(block.kind, Kind::Heading { .. } | Kind::Paragraph { .. }))
}

/// Whether a name is what the card below prints as its host.
fn is_host_of(name: &str, rest: &[Block<'_>]) -> bool {
    let label = Some(Label::Campo(Campo::Ospitante));
    let mut below = rest.iter().skip_while(|block| label_of(block) != label).skip(1);
    let host = below.find(|block| !matches!(block.kind, Kind::Rule));
    host.is_some_and(|host| Slug::of(name) == Slug::of(&host.text()))
}

/// `Comune di Borgo (2 schede)`: the name and the count.
fn split_count(text: &str) -> (&str, Option<usize>) {
    let counted = text.rsplit_once('(').and_then(|(name, count)| {
        let (number, noun) = count.trim_end_matches(')').trim().split_once(' ')?;
        let (number, noun) = match number {
            "n." | "n°" => noun.trim().split_once(' ')?,
            number => (number, noun),
        };
        let number = number.parse().ok().filter(|_| noun.trim().starts_with("sched"))?;
        Some((name.trim_end(), number))
    });
    counted.map_or((text, None), |(name, number)| (name, Some(number)))
}

fn names_body(name: &str) -> bool {
    const BODIES: [&str; 12] = [
        "comune",
        "comuni",
        "unione",
        "provincia",
        "città",
        "comunità",
        "regione",
        "azienda",
        "consorzio",
        "municipio",
        "libero",
        "associazione",
    ];
    let first = name.split_whitespace().next().unwrap_or_default().to_lowercase();
    BODIES.contains(&first.as_str())
}
