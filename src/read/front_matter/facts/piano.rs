use super::{File, fill, last, push, rows};
use crate::model::{
    Assegnazione, Attivita, Bozza, Bozze, Contatto, Detto, Fase, Giorno, Indicatore, LineaStrategica, Obiettivo,
    Origine, Partner, Piano, Progetto, Riferimento, Scadenza, Unita, VoceBilancio,
};
use crate::read::keys::Keys;
use crate::read::record::Record;

/// A plan or project with everything that its file lists.
pub(super) fn piano(keys: &mut Keys<'_, '_>, file: &File<'_>, bozze: &mut Bozze) {
    let mut piano = file.subject::<Piano<Bozza>>(keys, "titolo", |piano| &mut piano.id);
    if let Some(anno) = file.anno {
        let day = |month, day| Giorno::from_ymd_opt(anno, month, day).map(|day| Detto::new(day, keys.span()));
        piano.inizio = piano.inizio.or_else(|| day(1, 1));
        piano.fine = piano.fine.or_else(|| day(12, 31));
    }
    push(piano, bozze);
    let this = last(&bozze.piani);
    rows(keys, "unita", bozze, |unita: &mut Unita<Bozza>, _| {
        unita.piano = this.clone()
    });
    rows(
        keys,
        "linee_strategiche",
        bozze,
        |linea: &mut LineaStrategica<Bozza>, _| {
            linea.piano = this.clone();
        },
    );
    progetti(keys, &this, bozze);
    obiettivi(keys, bozze, |obiettivo| obiettivo.piano = this.clone());
    rows(keys, "indicatori", bozze, |it: &mut Indicatore<Bozza>, _| {
        it.piano = this.clone()
    });
    rows(keys, "partner", bozze, |it: &mut Partner<Bozza>, _| {
        it.piano = this.clone()
    });
    rows(keys, "attivita", bozze, |it: &mut Attivita<Bozza>, _| {
        it.piano = this.clone()
    });
    rows(keys, "scadenze", bozze, |it: &mut Scadenza<Bozza>, _| {
        it.piano = this.clone()
    });
    rows(keys, "contatti", bozze, |it: &mut Contatto<Bozza>, _| {
        it.piano = Some(this.clone());
    });
}

/// A product or project of a plan, in a file of its own.
pub(super) fn progetto(keys: &mut Keys<'_, '_>, file: &File<'_>, bozze: &mut Bozze) {
    let mut progetto = file.subject::<Progetto<Bozza>>(keys, "titolo", |progetto| &mut progetto.id);
    progetto.descrizione = progetto.descrizione.or_else(|| file.body.clone());
    below_progetto(keys, progetto, bozze);
}

/// An objective of a plan, in a file of its own.
pub(super) fn obiettivo_of_file(keys: &mut Keys<'_, '_>, file: &File<'_>, bozze: &mut Bozze) {
    let mut obiettivo = file.subject::<Obiettivo<Bozza>>(keys, "titolo", |obiettivo| &mut obiettivo.id);
    obiettivo.descrizione = obiettivo.descrizione.or_else(|| file.body.clone());
    below_obiettivo(keys, obiettivo, bozze);
}

fn progetti(keys: &mut Keys<'_, '_>, piano: &Riferimento, bozze: &mut Bozze) {
    for node in keys.list("progetti") {
        let mut keys = keys.within("progetti", node);
        let mut progetto = Progetto::blank(Origine::letta(node.span));
        progetto.piano = piano.clone();
        fill(&mut keys, &mut progetto, None);
        below_progetto(&mut keys, progetto, bozze);
        keys.finish();
    }
}

fn below_progetto(keys: &mut Keys<'_, '_>, progetto: Progetto<Bozza>, bozze: &mut Bozze) {
    let piano = progetto.piano.clone();
    push(progetto, bozze);
    let this = last(&bozze.progetti);
    rows(keys, "fasi", bozze, |fase: &mut Fase<Bozza>, ordinal| {
        fase.progetto = Some(this.clone());
        fase.ordine = ordinal;
    });
    rows(keys, "assegnazioni", bozze, |it: &mut Assegnazione<Bozza>, _| {
        it.progetto = Some(this.clone());
    });
    rows(keys, "bilancio", bozze, |voce: &mut VoceBilancio<Bozza>, _| {
        voce.progetto = this.clone();
    });
    obiettivi(keys, bozze, |obiettivo| {
        obiettivo.piano = piano.clone();
        obiettivo.progetto = Some(this.clone());
    });
}

fn obiettivi(keys: &mut Keys<'_, '_>, bozze: &mut Bozze, belong: impl Fn(&mut Obiettivo<Bozza>)) {
    for node in keys.list("obiettivi") {
        let mut keys = keys.within("obiettivi", node);
        let mut obiettivo = Obiettivo::blank(Origine::letta(node.span));
        belong(&mut obiettivo);
        fill(&mut keys, &mut obiettivo, None);
        below_obiettivo(&mut keys, obiettivo, bozze);
        keys.finish();
    }
}

fn below_obiettivo(keys: &mut Keys<'_, '_>, obiettivo: Obiettivo<Bozza>, bozze: &mut Bozze) {
    let piano = obiettivo.piano.clone();
    push(obiettivo, bozze);
    let this = last(&bozze.obiettivi);
    rows(keys, "fasi", bozze, |fase: &mut Fase<Bozza>, ordinal| {
        fase.obiettivo = Some(this.clone());
        fase.ordine = ordinal;
    });
    rows(keys, "indicatori", bozze, |indicatore: &mut Indicatore<Bozza>, _| {
        indicatore.piano = piano.clone();
        indicatore.obiettivo = Some(this.clone());
    });
    rows(keys, "assegnazioni", bozze, |it: &mut Assegnazione<Bozza>, _| {
        it.obiettivo = Some(this.clone());
    });
}
