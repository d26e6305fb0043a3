//! What was gathered becomes drafts.

use chrono::Datelike;

use super::card::{Card, Part, Print};
use super::index::Index;
use super::units::{Units, local};
use super::{indicators, people, phases, strategy};
use crate::diag::Reported;
use crate::model::{
    Bozza, Bozze, Detto, Giorno, Obiettivo, Origine, Piano, Riferimento, Testo, TipoObiettivo, TipoPiano,
};
use crate::read::Hints;
use crate::read::block::Inline;
use crate::read::cell::parse_percentage;
use crate::read::prose::markdown;

/// The drafts of a print. `hints` supply the title, body and year that the print leaves out.
pub(super) fn drafts(print: Print<'_>, hints: &Hints) -> Reported<Bozze> {
    let mut drafts = Reported::clean(Bozze {
        non_lette: print.unread,
        ..Bozze::default()
    });
    let index = Index::new(print.indice);
    let mut units = Units::new(&index);
    for part in &print.parts {
        match part {
            Part::Unit(heading) => units.take_heading(*heading),
            Part::Heads(heads) => units.take_heads(heads),
            Part::Card(card) => add_card(&mut drafts, card, units.unit_of_card()),
        }
    }
    drafts.value.unita = units.finish();
    drafts.value.indice = index.drafts(&drafts.value.unita);
    let year = hints.anno.or_else(|| Some(year_of_dates(&drafts.value)?.value));
    indicators::measure(&mut drafts.value.indicatori, year);
    let plan = plan(print.titolo, print.ente, &drafts.value, hints);
    drafts.value.piani.extend(plan);
    drafts
}

fn add_card(drafts: &mut Reported<Bozze>, card: &Card<'_>, unita: Option<Riferimento>) {
    let bozze = &mut drafts.value;
    let obiettivo = local(bozze.obiettivi.len());
    let linea_strategica = strategy::line(&mut bozze.linee_strategiche, card);
    people::add(bozze, card, &obiettivo);
    bozze.indicatori.extend(indicators::indicators(card, &obiettivo));
    drafts.problems.extend(phases::add(bozze, card, &obiettivo));
    bozze
        .obiettivi
        .push(objective(card, unita, linea_strategica, &mut bozze.non_lette));
}

fn objective(
    card: &Card<'_>,
    unita: Option<Riferimento>,
    linea_strategica: Option<Riferimento>,
    unread: &mut Vec<crate::source::Span>,
) -> Obiettivo<Bozza> {
    let mut weight = |cell: Option<Inline<'_>>| {
        let cell = cell?;
        let share = parse_percentage(&cell.text());
        if share.is_none() {
            unread.push(cell.span());
        }
        share.map(|share| Detto::new(share, cell.span()))
    };
    Obiettivo {
        id: None,
        piano: Riferimento::Locale(0),
        codice: None,
        tipo: TipoObiettivo::Straordinario,
        titolo: card.titolo.said(),
        descrizione: description(&card.descrizione),
        unita,
        progetto: None,
        peso_indicatori: weight(card.peso_indicatori),
        peso_fasi: weight(card.peso_fasi),
        linea_strategica,
        url: Testo::new(),
        origine: Origine::letta(card.span),
    }
}

fn description(cells: &[Inline<'_>]) -> Option<Detto<Testo>> {
    let (first, last) = (cells.first()?, cells.last()?);
    Some(Detto::new(markdown(cells).into(), first.span().to(last.span())))
}

/// The plan: nothing where the print has neither title nor objective.
fn plan(titolo: Option<Inline<'_>>, ente: Option<Inline<'_>>, bozze: &Bozze, hints: &Hints) -> Option<Piano<Bozza>> {
    let first = bozze.obiettivi.first().map(|obiettivo| obiettivo.titolo.span);
    let place = titolo.map(|titolo| titolo.span()).or(first)?;
    let hinted = |text: &Option<Testo>| text.clone().map(|text| Detto::new(text, place));
    let printed = || {
        titolo
            .map(|it| it.said())
            .unwrap_or_else(|| Detto::new("PEG".into(), place))
    };
    let year = hints
        .anno
        .map(|year| Detto::new(year, place))
        .or_else(|| year_of_dates(bozze));
    let day = |month: u32, day: u32| {
        let year = year.as_ref()?;
        Giorno::from_ymd_opt(year.value, month, day).map(|found| Detto::new(found, year.span))
    };
    Some(Piano {
        id: None,
        ente: ente
            .map(|it| it.said())
            .or_else(|| hinted(&hints.ente))
            .map(Riferimento::scritto),
        titolo: hinted(&hints.titolo).unwrap_or_else(printed),
        tipo: TipoPiano::Peg,
        inizio: day(1, 1),
        fine: day(12, 31),
        url: Testo::new(),
        costo: None,
        programma: None,
        cup: None,
        atto: None,
        origine: Origine::letta(ente.map_or(place, |ente| place.to(ente.span()))),
    })
}

/// The year in which most phases end, where it is first printed; the earlier of two that are as frequent.
fn year_of_dates(bozze: &Bozze) -> Option<Detto<i32>> {
    let ends = || {
        bozze
            .fasi
            .iter()
            .filter_map(|fase| fase.fine.as_ref())
            .map(|end| end.map(|day| day.year()))
    };
    let frequency = |year: i32| ends().filter(|end| end.value == year).count();
    ends().max_by_key(|end| {
        (
            frequency(end.value),
            std::cmp::Reverse(end.value),
            std::cmp::Reverse(end.span.start),
        )
    })
}
