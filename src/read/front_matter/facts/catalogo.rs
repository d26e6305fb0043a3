use super::{File, last, push, rows};
use crate::diag::register::matter::DATA_NON_LETTA;
use crate::model::{Bozza, Bozze, Contatto, Detto, Disponibilita, Origine, Riferimento, Scheda, Testo};
use crate::read::cell::parse_dates;
use crate::read::keys::Keys;
use crate::read::record::Rejection;

/// A card with its contacts and dates.
pub(super) fn scheda(keys: &mut Keys<'_, '_>, file: &File<'_>, bozze: &mut Bozze) {
    let mut scheda = file.subject::<Scheda<Bozza>>(keys, "titolo", |scheda| &mut scheda.id);
    scheda.descrizione = scheda.descrizione.or_else(|| file.body.clone());
    let host = scheda.ente.clone();
    push(scheda, bozze);
    let this = last(&bozze.schede);
    rows(keys, "contatti", bozze, |contatto: &mut Contatto<Bozza>, _| {
        contatto.scheda = Some(this.clone());
        contatto.ente = Some(host.clone());
    });
    for (group, line) in (1..).zip(keys.texts("disponibilita")) {
        offer(keys, &this, group, &line, file.anno, bozze);
    }
}

/// One line of dates, as people write it: `13 o 20 giugno 2025`, `5 – 6 settembre`, `maggio`.
fn offer(
    keys: &mut Keys<'_, '_>,
    scheda: &Riferimento,
    group: u32,
    line: &Detto<Testo>,
    anno: Option<i32>,
    bozze: &mut Bozze,
) {
    let dates = parse_dates(line, anno);
    if dates.found.is_empty() || !dates.doubts.is_empty() {
        let wrong = match anno {
            None => Rejection::of_date(line),
            Some(_) => Rejection::of(&DATA_NON_LETTA),
        };
        keys.report(wrong.finding("disponibilita", line));
    }
    let offered = dates.found.into_iter().map(|date| Disponibilita {
        scheda: scheda.clone(),
        gruppo: group,
        tipo: date.tipo,
        inizio: date.periodo.inizio,
        fine: date.periodo.fine,
        stato: date.stato,
        testo: line.clone(),
        origine: Origine::letta(line.span),
    });
    bozze.disponibilita.extend(offered);
}
