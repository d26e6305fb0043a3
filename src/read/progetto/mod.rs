//! Project documents made of minutes and slides: participants, partners, budget, activities, indicators, next steps,
//! and what is told around them.
//!
//! No such document has a fixed order. Each kind of block is recognised by its header, labels or codes, in a file of
//! its own; [`RECOGNISERS`] lists them in the order in which they are asked. Facts that one block cannot tell alone
//! (partners of two tables, activities of three, the year of a next step) are kept in [`Reading`] and joined at the
//! end.

mod activities;
mod budget;
mod columns;
mod contacts;
mod facts;
mod indicators;
mod narrative;
mod next_steps;
mod pages;
mod participants;
mod partners;
mod person;
mod reading;
mod schedule;
mod specimen;
mod tenders;
mod text;
mod titles;
mod when;

use super::block::{Block, scan};
use super::{Document, Reader, even};
use crate::diag::Reported;
use crate::model::Bozze;
use reading::Reading;

/// Reads documents of projects with partners, actions and activities.
#[derive(Clone, Copy, Debug)]
pub(super) struct Progetto;

/// Takes a block that it knows, whole; says whether it did.
type Recogniser = for<'s> fn(&mut Reading<'s>, &Block<'s>) -> bool;

/// Who is asked for each block, in order. What none of them knows is running text.
const RECOGNISERS: &[Recogniser] = &[
    specimen::take,
    participants::take,
    partners::take,
    budget::take,
    activities::take,
    activities::take_list,
    tenders::take,
    schedule::take,
    indicators::take,
    next_steps::take,
    facts::take,
    contacts::take,
];

/// Signs of the form, each a kind of block that hardly any other document has.
const SIGNS: &[fn(&Block<'_>) -> bool] = &[
    participants::is,
    partners::is,
    budget::is,
    activities::is,
    activities::is_list,
    tenders::is,
    schedule::is,
    indicators::is,
    next_steps::is,
];

/// How many signs or labelled facts make a project's document.
const ENOUGH: usize = 2;

impl Reader for Progetto {
    fn name(&self) -> &'static str {
        "progetto"
    }

    fn recognises(&self, blocks: &[Block<'_>]) -> bool {
        let signs = SIGNS.iter().filter(|is| blocks.iter().any(*is)).count();
        let facts: usize = blocks.iter().map(facts::count).sum();
        signs >= ENOUGH || signs + facts > ENOUGH
    }

    fn read(&self, document: Document<'_>) -> Reported<Bozze> {
        let text = even(document.text);
        let document = Document {
            text: &text,
            ..document
        };
        let is_known = |block: &Block<'_>| SIGNS.iter().any(|is| is(block));
        let blocks = pages::join_tables(scan(document.file, document.text), is_known);
        let mut reading = Reading::new(document, &blocks);
        for block in &blocks {
            reading.enter(block);
            if RECOGNISERS.iter().any(|take| take(&mut reading, block)) {
                reading.narrative.saw_facts();
            } else if !narrative::take(&mut reading, block) {
                reading.unread(block.span);
                reading.narrative.saw_facts();
            }
        }
        reading.finish(self.name())
    }
}
