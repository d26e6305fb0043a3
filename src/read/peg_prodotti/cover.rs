//! What stands before the cards: the plan's title, the areas with the list of their centres, the head of each centre.

use super::piece::{What, pieces};
use super::words::{Label, bare, continue_with, split_centre};
use super::{Reading, header};
use crate::model::{Detto, Giorno, Origine, Piano, Riferimento, Slug, Testo, TipoPiano, TipoUnita, Unita, VoceIndice};
use crate::read::block::{Block, Inline, Kind};
use crate::read::cell::names_body;
use crate::source::Span;

/// What the pages before the first centre say.
#[derive(Debug, Default)]
pub(super) struct Cover {
    /// The plan's title.
    title: Option<Detto<Testo>>,
    /// The body whose plan it is.
    ente: Option<Detto<Testo>>,
    /// Whether the list of an area's centres is under way.
    in_list: bool,
    /// Code, name and place of every centre listed.
    listed: Vec<(Detto<Testo>, Detto<Testo>, Span)>,
}

impl<'s> Reading<'s> {
    /// Reads a block that stands before the cards; false where it is none.
    pub(super) fn cover_block(&mut self, at: usize, blocks: &[Block<'s>]) -> bool {
        let block = &blocks[at];
        if Label::of(&block.text()) == Some(Label::Centres) {
            self.close_card();
            self.cover.in_list = true;
            return true;
        }
        if let [line] = block.lines()
            && let Some((code, name)) = split_centre(line)
        {
            if opens_centre(at, blocks) {
                self.open_centre(&code, &name, block.span);
                return true;
            }
            if self.cover.in_list {
                self.cover.listed.push((code.said(), name.said(), block.span));
                return true;
            }
        }
        block.is_title() && self.cover_title(at, blocks)
    }

    /// Titles before the first centre are the cover's; later ones only where a new area begins.
    fn cover_title(&mut self, at: usize, blocks: &[Block<'s>]) -> bool {
        if self.found.unita.is_empty() {
            return self.take_cover_title(&blocks[at]);
        }
        let mut below = blocks[at + 1..]
            .iter()
            .filter(|block| !matches!(block.kind, Kind::Rule));
        let area = below
            .find(|block| !block.is_title() || Label::of(&block.text()) == Some(Label::Centres))
            .is_some_and(|block| Label::of(&block.text()) == Some(Label::Centres));
        if area {
            self.close_card();
        }
        area
    }

    /// Takes a title of the cover; false for one that holds a code, which is no title.
    fn take_cover_title(&mut self, block: &Block<'s>) -> bool {
        let coded = |line: &Inline<'s>| pieces(line, |_| false).iter().any(|piece| piece.what != What::Words);
        if block.lines().iter().any(coded) {
            return false;
        }
        if let Some(title) = title_of(block) {
            if title.to_lowercase().contains("piano esecutivo") {
                self.cover.title.get_or_insert(title);
            } else if names_body(&title) {
                self.cover.ente.get_or_insert(title);
            }
        }
        true
    }

    fn open_centre(&mut self, code: &Inline<'s>, name: &Inline<'s>, span: Span) {
        self.close_card();
        self.summary = super::Summary::default();
        self.cover.in_list = false;
        self.found.unita.push(Unita {
            id: None,
            piano: Riferimento::Locale(0),
            codice: code.said(),
            nome: name.said(),
            tipo: TipoUnita::CentroDiResponsabilita,
            superiore: None,
            responsabile: None,
            url: Testo::new(),
            origine: Origine::letta(span),
        });
    }

    /// Takes the name of a centre's head; cards print it again. Another name than the centre's is left unread.
    pub(super) fn name_head(&mut self, name: &Inline<'s>) {
        let Some(unit) = self.found.unita.last_mut() else {
            return self.unread(name.span());
        };
        match &unit.responsabile {
            None => {
                unit.responsabile = Some(name.said());
                if self.card.is_none() {
                    unit.origine.span = unit.origine.span.to(name.span());
                }
            }
            Some(known) if Slug::of(known) == Slug::of(&name.text()) => {}
            Some(_) => self.unread(name.span()),
        }
    }

    /// Writes the plan and the entries of the lists, once every centre is known.
    pub(super) fn write_cover(&mut self) {
        let title = self.plan_title();
        let hints = self.document.hints;
        let year = hints.anno.or_else(|| year_in(&title)).or_else(|| self.year_of_codes());
        let printed = self.cover.ente.take();
        let hinted = hints.ente.clone().map(|name| Detto::new(name, title.span));
        let day = |month, day| Some(Detto::new(Giorno::from_ymd_opt(year?, month, day)?, title.span));
        self.found.piani.push(Piano {
            id: None,
            ente: printed.or(hinted).map(Riferimento::scritto),
            tipo: TipoPiano::Peg,
            inizio: day(1, 1),
            fine: day(12, 31),
            url: Testo::new(),
            costo: None,
            programma: None,
            cup: None,
            atto: None,
            origine: Origine::letta(title.span),
            titolo: title,
        });
        self.write_list();
    }

    /// The title that front matter gives, else the printed one.
    fn plan_title(&mut self) -> Detto<Testo> {
        let first_line = self.document.text.lines().next().map_or(0, str::len);
        let printed = self.cover.title.take().unwrap_or_else(|| {
            let place = Span::new(self.document.file, 0, first_line);
            Detto::new(Testo::from("Piano Esecutivo di Gestione"), place)
        });
        match &self.document.hints.titolo {
            Some(title) => Detto::new(title.clone(), printed.span),
            None => printed,
        }
    }

    fn year_of_codes(&self) -> Option<i32> {
        self.found.progetti.first()?.codice.get(..4)?.parse().ok()
    }

    fn write_list(&mut self) {
        for (codice, nome, span) in std::mem::take(&mut self.cover.listed) {
            let unit = self.found.unita.iter().position(|unit| unit.codice == codice);
            self.found.indice.push(VoceIndice::Unita {
                codice,
                nome,
                prima: true,
                sotto: None,
                pagina: None,
                unita: unit.map(|index| Riferimento::Locale(index as u32)),
                origine: Origine::letta(span),
            });
        }
    }
}

/// Whether the line names the centre whose head or summary follows, rather than an entry of a list.
fn opens_centre(at: usize, blocks: &[Block<'_>]) -> bool {
    let mut below = blocks[at + 1..]
        .iter()
        .filter(|block| !matches!(block.kind, Kind::Rule));
    below.next().is_some_and(|block| match block.table() {
        Some(table) => table.first().is_some_and(header::announces_products),
        None => block
            .lines()
            .first()
            .is_some_and(|line| matches!(Label::opening(bare(line).raw()), Some((Label::Head, _)))),
    })
}

fn title_of(block: &Block<'_>) -> Option<Detto<Testo>> {
    let (first, rest) = block.lines().split_first()?;
    let mut title = bare(first).said();
    for line in rest {
        continue_with(&mut title, &bare(line));
    }
    Some(title)
}

/// The first number of four digits in a text.
fn year_in(text: &str) -> Option<i32> {
    text.split(|c: char| !c.is_ascii_digit())
        .find(|digits| digits.len() == 4)?
        .parse()
        .ok()
}
