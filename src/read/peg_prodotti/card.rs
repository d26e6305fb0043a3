//! The card of a product or project: title, description, strategic reference, objectives.

use super::line::LEVELS;
use super::piece::{Piece, What, pieces};
use super::summary::product;
use super::words::{Code, Label, bare, continue_with};
use super::{Reading, next_index};
use crate::model::{Bozza, Detto, LivelloLinea, Obiettivo, Origine, Riferimento, Testo, TipoObiettivo, TipoProgetto};
use crate::read::block::{Inline, Row};
use crate::source::Span;

/// The mark of a list item.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bullet<'s> {
    pub(super) marker: &'s str,
    pub(super) depth: u8,
}

/// The card that is being read.
#[derive(Debug)]
pub(super) struct Card {
    /// Index of its product or project.
    pub(super) progetto: u32,
    stage: Stage,
    /// Printed title of the strategic line at each level.
    reference: [Option<Detto<Testo>>; 3],
    /// Kind of the objective to come.
    kind: Option<TipoObiettivo>,
    /// Index of the first objective of the card.
    first_objective: usize,
    /// Index of the current objective.
    pub(super) obiettivo: Option<u32>,
}

/// What words in a card belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// To the title, which stands in one block.
    Title { block: Option<usize> },
    /// To the description; `labelled` once its label was met, `block` is the last one that it took.
    Description { labelled: bool, block: Option<usize> },
    /// To a level of the strategic reference.
    Reference { level: Option<usize> },
    /// To the title of the objective, which stands in one block.
    Objective { block: Option<usize> },
    /// To nothing: tables follow.
    Tables,
}

impl Stage {
    /// Whether a label means something at this stage. In a description only what ends it does, and its own label once.
    fn expects(self, label: Label) -> bool {
        match (self, label) {
            (_, Label::Description) => matches!(self, Self::Title { .. } | Self::Description { labelled: false, .. }),
            (_, Label::Level(_)) => matches!(self, Self::Reference { .. }),
            (_, Label::Note) => matches!(self, Self::Tables | Self::Objective { .. }),
            _ => true,
        }
    }
}

impl<'s> Reading<'s> {
    /// Reads a line outside of tables; `bullet` if it belongs to a list item.
    pub(super) fn line(&mut self, line: &Inline<'s>, bullet: Option<Bullet<'s>>) {
        let mut stage = self.card.as_ref().map(|card| card.stage);
        let expects = |label| {
            let expected = stage.is_none_or(|stage| stage.expects(label));
            if expected && label == Label::Reference {
                stage = Some(Stage::Reference { level: None });
            }
            expected
        };
        let mut note = false;
        for piece in pieces(line, expects) {
            match piece.what {
                What::Label(label) => note = self.label(label, &piece),
                What::Code(code) => self.code(code, &piece.text),
                What::Words if note => note = !self.note(&piece.text),
                What::Words => self.words(&piece.text, bullet),
            }
        }
    }

    /// Takes a label; true where the words behind it are a note.
    fn label(&mut self, label: Label, piece: &Piece<'s>) -> bool {
        match (label, &mut self.card) {
            (Label::Note, _) => return true,
            (Label::Head, _) => self.head = Some(self.at),
            (Label::Card | Label::Centres, _) => self.close_card(),
            (Label::Description, Some(card)) => {
                card.stage = Stage::Description {
                    labelled: true,
                    block: None,
                }
            }
            (Label::Reference, Some(card)) => card.stage = Stage::Reference { level: None },
            (Label::Level(livello), Some(card)) => {
                card.stage = Stage::Reference {
                    level: level_of(livello),
                }
            }
            (Label::Objective(kind), Some(card)) => {
                card.kind = Some(kind);
                card.stage = Stage::Tables;
            }
            (Label::Phases | Label::Budget, Some(card)) => card.stage = Stage::Tables,
            (Label::People, Some(card)) => {
                card.stage = Stage::Tables;
                self.header = Some(super::Header::People);
                return false;
            }
            (_, None) => self.unread(piece.text.span()),
        }
        self.header = None;
        false
    }

    fn code(&mut self, code: Code, text: &Inline<'s>) {
        self.header = None;
        match code {
            Code::Progetto(tipo) => self.open_card(tipo, text),
            Code::Obiettivo => self.open_objective(text),
        }
    }

    fn words(&mut self, text: &Inline<'s>, bullet: Option<Bullet<'s>>) {
        if self.head == Some(self.at) {
            return self.name_head(text);
        }
        let at = self.at;
        match self.card.as_mut().map(|card| &mut card.stage) {
            Some(Stage::Title { block }) if block.is_none_or(|block| block == at) || closes_bold(text) => {
                let begins = block.replace(at).is_none();
                self.title(text, begins);
            }
            Some(stage @ Stage::Title { .. }) => {
                *stage = Stage::Description {
                    labelled: false,
                    block: Some(at),
                };
                self.describe(text, bullet, true);
            }
            Some(Stage::Description { block, .. }) => {
                let begins = block.replace(at) != Some(at);
                self.describe(text, bullet, begins);
            }
            Some(Stage::Objective { block }) if block.is_none_or(|block| block == at) || closes_bold(text) => {
                *block = Some(at);
                self.objective_title(text);
            }
            Some(Stage::Reference { level: Some(level) }) => {
                let level = *level;
                self.refer(level, text);
            }
            _ => self.unread(text.span()),
        }
    }

    fn open_card(&mut self, tipo: TipoProgetto, code: &Inline<'s>) {
        self.close_card();
        let progetto = self.announced(tipo, code);
        self.found.progetti[progetto as usize]
            .cartella
            .get_or_insert(code.span());
        self.card = Some(Card {
            progetto,
            stage: Stage::Title { block: None },
            reference: [None, None, None],
            kind: None,
            first_objective: self.found.obiettivi.len(),
            obiettivo: None,
        });
    }

    /// The product or project with this code; one that no summary announced joins the list here.
    fn announced(&mut self, tipo: TipoProgetto, code: &Inline<'s>) -> u32 {
        let codice = code.said();
        if let Some(known) = self.progetti.get(&codice.value) {
            return *known;
        }
        let index = next_index(&self.found.progetti);
        let mut unannounced = product(tipo, code, codice.clone(), code.span());
        unannounced.unita = self.current_unit();
        self.found.progetti.push(unannounced);
        self.progetti.insert(codice.value, index);
        index
    }

    fn title(&mut self, text: &Inline<'s>, begins: bool) {
        let Some(card) = &self.card else { return };
        let titolo = &mut self.found.progetti[card.progetto as usize].titolo;
        if begins {
            *titolo = bare(text).said();
        } else {
            continue_with(titolo, &bare(text));
        }
    }

    /// Adds a line to the description, as Markdown. `begins`: the line opens a block.
    fn describe(&mut self, line: &Inline<'s>, bullet: Option<Bullet<'s>>, begins: bool) {
        let Some(card) = &self.card else { return };
        let descrizione = &mut self.found.progetti[card.progetto as usize].descrizione;
        let mark = bullet.filter(|_| begins).map(Bullet::markdown).unwrap_or_default();
        let words = line.markdown();
        let Some(said) = descrizione else {
            *descrizione = Some(Detto::new(format!("{mark}{words}").into(), line.span()));
            return;
        };
        let broken = breaks_after(self.document.text, said.span);
        let gap = match (begins, bullet) {
            (true, Some(_)) if last_line_is_item(&said.value) => "\n",
            (true, _) => "\n\n",
            (false, _) if broken => "  \n",
            (false, _) => " ",
        };
        said.value.push_str(gap);
        said.value.push_str(&mark);
        said.value.push_str(&words);
        said.span = said.span.to(line.span());
    }

    fn refer(&mut self, level: usize, text: &Inline<'s>) {
        let Some(card) = &mut self.card else { return };
        match &mut card.reference[level] {
            Some(title) => continue_with(title, &bare(text)),
            empty => *empty = Some(bare(text).said()),
        }
    }

    /// Reads a row of the strategic reference where it is printed as a table: level, title.
    pub(super) fn reference_row(&mut self, row: &Row<'s>) -> bool {
        let in_reference = self
            .card
            .as_ref()
            .is_some_and(|card| matches!(card.stage, Stage::Reference { .. }));
        let filled: Vec<&Inline<'s>> = row.filled().collect();
        match (filled.as_slice(), in_reference) {
            ([label, title], true) => match Label::of(&label.text()) {
                Some(Label::Level(livello)) => level_of(livello).map(|level| self.refer(level, title)).is_some(),
                _ => false,
            },
            _ => false,
        }
    }

    fn open_objective(&mut self, code: &Inline<'s>) {
        let Some(card) = &mut self.card else {
            return self.unread(code.span());
        };
        let index = next_index(&self.found.obiettivi);
        if card.kind.is_none() {
            self.found.non_lette.push(code.span());
        }
        card.stage = Stage::Objective { block: None };
        card.obiettivo = Some(index);
        let objective = objective(card, code, &self.found.progetti[card.progetto as usize].unita);
        self.obiettivi.entry(code.text().into()).or_insert(index);
        self.found.obiettivi.push(objective);
    }

    fn objective_title(&mut self, text: &Inline<'s>) {
        if let Some(objective) = self.found.obiettivi.last_mut() {
            continue_with(&mut objective.titolo, &bare(text));
            objective.origine.span = objective.origine.span.to(text.span());
        }
    }

    /// The card reaches to here, if one is open.
    pub(super) fn extend_card(&mut self, span: Span) {
        if let Some(card) = &self.card
            && let Some(cartella) = &mut self.found.progetti[card.progetto as usize].cartella
        {
            *cartella = cartella.to(span);
        }
    }

    /// Ends the card: its reference becomes a line of the tree, which its objectives serve.
    pub(super) fn close_card(&mut self) {
        self.header = None;
        let Some(card) = self.card.take() else { return };
        let line = self.referred_line(&card.reference).map(Riferimento::Locale);
        let progetto = &mut self.found.progetti[card.progetto as usize];
        if let Some(cartella) = progetto.cartella {
            progetto.origine = Origine::letta(cartella);
        }
        progetto.linea_strategica = progetto.linea_strategica.take().or_else(|| line.clone());
        let served = line.or_else(|| progetto.linea_strategica.clone());
        progetto.riferimento = card.reference.into_iter().flatten().collect();
        for obiettivo in &mut self.found.obiettivi[card.first_objective..] {
            obiettivo.linea_strategica.clone_from(&served);
        }
    }

    /// The line of the tree that a printed reference means, as deep as it goes without a gap.
    fn referred_line(&mut self, reference: &[Option<Detto<Testo>>; 3]) -> Option<u32> {
        let mut line = None;
        for (titolo, livello) in reference.iter().map_while(Option::as_ref).zip(LEVELS) {
            let list = &mut self.found.linee_strategiche;
            line = Some(self.lines.find_or_add(list, livello, line, titolo));
        }
        line
    }
}

impl Bullet<'_> {
    /// The mark as Markdown spells it: numbers as printed, everything else a dash.
    fn markdown(self) -> String {
        let indent = "  ".repeat(usize::from(self.depth));
        let numbered = self.marker.starts_with(|c: char| c.is_ascii_digit());
        let marker = if numbered { self.marker } else { "-" };
        format!("{indent}{marker} ")
    }
}

/// Whether a line ends bold words that do not begin in it: the rest of a title that a page end cut.
fn closes_bold(line: &Inline<'_>) -> bool {
    line.raw().ends_with("**") && line.raw().matches("**").count() == 1
}

fn level_of(livello: LivelloLinea) -> Option<usize> {
    LEVELS.iter().position(|level| *level == livello)
}

/// Whether the source breaks the line behind a span on purpose: with two spaces, as Markdown does.
fn breaks_after(text: &str, span: Span) -> bool {
    text.get(span.end as usize..).is_some_and(|rest| rest.starts_with("  "))
}

fn last_line_is_item(markdown: &str) -> bool {
    let last = markdown.rsplit("\n").next().unwrap_or_default().trim_start();
    last.starts_with("- ") || last.starts_with(|c: char| c.is_ascii_digit())
}

fn objective(card: &Card, code: &Inline<'_>, unita: &Option<Riferimento>) -> Obiettivo<Bozza> {
    Obiettivo {
        id: None,
        piano: Riferimento::Locale(0),
        codice: Some(code.said()),
        tipo: card.kind.unwrap_or(TipoObiettivo::Ordinario),
        titolo: Detto::new(Testo::new(), code.span()),
        descrizione: None,
        unita: unita.clone(),
        progetto: Some(Riferimento::Locale(card.progetto)),
        peso_indicatori: None,
        peso_fasi: None,
        linea_strategica: None,
        url: Testo::new(),
        origine: Origine::letta(code.span()),
    }
}
