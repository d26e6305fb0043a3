use std::fmt::Write;
use std::ops::RangeInclusive;

use vetrina::diag::{Language, Reported};
use vetrina::model::{
    Assegnazione, Bozza, Bozze, Detto, Fase, Giorno, Indicatore, LineaStrategica, Mesi, Obiettivo, Riferimento, Unita,
    VoceIndice,
};
use vetrina::source::{SourceFile, Span};

/// What was read from a text, as a reader of the snapshot wants it: one thing per line, with its lines in the text.
pub(super) fn outline(text: &str, reported: &Reported<Bozze>) -> String {
    let file = SourceFile::new("", text);
    Outline {
        bozze: &reported.value,
        file: &file,
        out: String::new(),
    }
    .write(reported)
}

struct Outline<'a> {
    bozze: &'a Bozze,
    file: &'a SourceFile,
    out: String,
}

impl Outline<'_> {
    fn write(mut self, reported: &Reported<Bozze>) -> String {
        for piano in &self.bozze.piani {
            let ente = piano
                .ente
                .as_ref()
                .map(|ente| written(ente).to_owned())
                .unwrap_or_default();
            let period = days(piano.inizio.as_ref(), piano.fine.as_ref());
            self.line(
                piano.origine.span,
                &format!("piano «{}» di {ente}, {period}", piano.titolo.value),
            );
        }
        self.index();
        for (at, unita) in self.bozze.unita.iter().enumerate() {
            self.unit(at, unita);
        }
        for (at, linea) in self.bozze.linee_strategiche.iter().enumerate() {
            self.strategy(at, linea);
        }
        for (at, obiettivo) in self.bozze.obiettivi.iter().enumerate() {
            self.objective(at, obiettivo);
        }
        for span in &self.bozze.non_lette {
            let printed = self.slice(*span).to_owned();
            self.line(*span, &format!("NON LETTO {printed:?}"));
        }
        for problem in &reported.problems {
            let place = problem.place.map(|span| self.lines(span)).unwrap_or_default();
            let message = problem.message(Language::It);
            writeln!(self.out, "{} [{place}] {message}", problem.code.id).unwrap();
        }
        self.out
    }

    fn index(&mut self) {
        for voce in &self.bozze.indice {
            if let VoceIndice::Unita {
                codice,
                nome,
                prima,
                sotto,
                pagina,
                unita,
                origine,
            } = voce
            {
                let level = if *prima { "settore" } else { "ufficio" };
                let sotto = sotto.as_deref().unwrap_or("-");
                let announced = unita.as_ref().map_or("manca".to_owned(), reference);
                let page = pagina.map_or("-".to_owned(), |page| page.to_string());
                let (codice, nome) = (&codice.value, &nome.value);
                self.line(
                    origine.span,
                    &format!("indice {level} {codice} «{nome}» sotto {sotto}, pagina {page} → {announced}"),
                );
            }
        }
    }

    fn unit(&mut self, at: usize, unita: &Unita<Bozza>) {
        let superiore = unita.superiore.as_ref().map_or("-".to_owned(), reference);
        let head = said(unita.responsabile.as_ref());
        let (tipo, codice, nome) = (unita.tipo.word(), &unita.codice.value, &unita.nome.value);
        self.line(
            unita.origine.span,
            &format!("unità #{at} {tipo} {codice} «{nome}» sotto {superiore}, responsabile {head}"),
        );
    }

    fn strategy(&mut self, at: usize, linea: &LineaStrategica<Bozza>) {
        let superiore = linea.superiore.as_ref().map_or("-".to_owned(), reference);
        let (livello, codice) = (linea.livello.word(), said(linea.codice.as_ref()));
        self.line(
            linea.origine.span,
            &format!(
                "linea #{at} {livello} {codice} «{}» sotto {superiore}",
                linea.titolo.value
            ),
        );
    }

    fn objective(&mut self, at: usize, obiettivo: &Obiettivo<Bozza>) {
        let unita = obiettivo.unita.as_ref().map_or("-".to_owned(), reference);
        let linea = obiettivo.linea_strategica.as_ref().map_or("-".to_owned(), reference);
        let weight = |weight: Option<String>| weight.unwrap_or("-".to_owned());
        let indicatori = weight(obiettivo.peso_indicatori.as_ref().map(|share| share.value.to_string()));
        let fasi = weight(obiettivo.peso_fasi.as_ref().map(|share| share.value.to_string()));
        self.line(
            obiettivo.origine.span,
            &format!(
                "obiettivo #{at} «{}» di {unita}, linea {linea}, pesi {indicatori} + {fasi}",
                obiettivo.titolo.value
            ),
        );
        for line in obiettivo.descrizione.iter().flat_map(|text| text.lines()) {
            writeln!(self.out, "      | {line}").unwrap();
        }
        let here = Some(Riferimento::Locale(u32::try_from(at).unwrap()));
        for fase in self.bozze.fasi.iter().filter(|fase| fase.obiettivo == here) {
            self.phase(fase);
        }
        for indicatore in self
            .bozze
            .indicatori
            .iter()
            .filter(|indicatore| indicatore.obiettivo == here)
        {
            self.indicator(indicatore);
        }
        for persona in self
            .bozze
            .assegnazioni
            .iter()
            .filter(|persona| persona.obiettivo == here)
        {
            self.person(persona);
        }
    }

    fn phase(&mut self, fase: &Fase<Bozza>) {
        let period = days(fase.inizio.as_ref(), fase.fine.as_ref());
        let months = |mesi: Option<&Detto<Mesi>>| {
            mesi.map_or("-".to_owned(), |mesi| {
                let marked: Vec<String> = (1..=12)
                    .filter(|month| mesi.contains(*month))
                    .map(|m| m.to_string())
                    .collect();
                marked.join(",")
            })
        };
        let (previsti, consuntivi) = (
            months(fase.mesi_previsti.as_ref()),
            months(fase.mesi_consuntivi.as_ref()),
        );
        let descrizione = said(fase.descrizione.as_ref());
        self.line(
            fase.origine.span,
            &format!(
                "  fase {} «{}» {period}, mesi {previsti} / {consuntivi}: {descrizione}",
                fase.ordine, fase.nome.value
            ),
        );
    }

    fn indicator(&mut self, indicatore: &Indicatore<Bozza>) {
        let expected = said(indicatore.valore_atteso.as_ref());
        let operator = indicatore.operatore.map_or("-", |operator| operator.word());
        let value = indicatore
            .valore
            .as_ref()
            .map_or("-".to_owned(), |value| format!("{value:?}"));
        let note = said(indicatore.nota.as_ref());
        self.line(
            indicatore.origine.span,
            &format!(
                "  indicatore «{}» atteso {expected}: {operator} {value}, {note}",
                indicatore.testo.value
            ),
        );
    }

    fn person(&mut self, persona: &Assegnazione<Bozza>) {
        let period = days(persona.inizio.as_ref(), persona.fine.as_ref());
        self.line(
            persona.origine.span,
            &format!(
                "  persona {}, {}, {}, {period}",
                said(persona.persona.as_ref()),
                said(persona.categoria.as_ref()),
                said(persona.ruolo.as_ref())
            ),
        );
    }

    fn line(&mut self, span: Span, text: &str) {
        let lines = self.lines(span);
        writeln!(self.out, "{lines:>5} {text}").unwrap();
    }

    fn lines(&self, span: Span) -> String {
        let lines: RangeInclusive<u32> = self.file.lines(span);
        if lines.start() == lines.end() {
            lines.start().to_string()
        } else {
            format!("{}-{}", lines.start(), lines.end())
        }
    }

    fn slice(&self, span: Span) -> &str {
        &self.file.text()[span.start as usize..span.end as usize]
    }
}

fn said<T: std::fmt::Display>(value: Option<&Detto<T>>) -> String {
    value.map_or("-".to_owned(), |value| value.value.to_string())
}

fn days(from: Option<&Detto<Giorno>>, to: Option<&Detto<Giorno>>) -> String {
    format!("{}–{}", said(from), said(to))
}

fn reference(to: &Riferimento) -> String {
    match to {
        Riferimento::Locale(at) => format!("#{at}"),
        Riferimento::Scritto(text) => format!("«{}»", text.value),
        Riferimento::Sezione(_) => String::new(),
    }
}

fn written(to: &Riferimento) -> &str {
    match to {
        Riferimento::Locale(_) => "",
        Riferimento::Scritto(text) => &text.value,
        Riferimento::Sezione(_) => "",
    }
}
