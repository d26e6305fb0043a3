use std::fmt::Write;

use vetrina::diag::{Language, Reported};
use vetrina::model::{Bozza, Bozze, Detto, Progetto, Riferimento, Testo, Totale, VoceIndice};
use vetrina::source::{SourceFile, Span};

/// What was read from a text, one fact per line with its lines in the text.
pub(super) fn outline(text: &str, reported: &Reported<Bozze>) -> String {
    let mut outline = Outline {
        file: SourceFile::new("", text),
        out: String::new(),
    };
    outline.plan(&reported.value);
    outline.products(&reported.value);
    outline.unread(reported);
    outline.out
}

struct Outline {
    file: SourceFile,
    out: String,
}

impl Outline {
    fn fact(&mut self, span: Span, what: &str) {
        let lines = self.file.lines(span);
        if lines.start() == lines.end() {
            writeln!(self.out, "{}: {what}", lines.start()).unwrap();
        } else {
            writeln!(self.out, "{}-{}: {what}", lines.start(), lines.end()).unwrap();
        }
    }

    fn plan(&mut self, found: &Bozze) {
        for plan in &found.piani {
            let days = [plan.inizio, plan.fine].map(|day| day.map_or_else(String::new, |day| day.to_string()));
            let ente = plan.ente.as_ref().map(reference).unwrap_or_default();
            let what = format!("piano «{}» di {ente} {}", plan.titolo.value, days.join(".."));
            self.fact(plan.origine.span, &what);
        }
        for entry in &found.indice {
            let VoceIndice::Unita {
                codice,
                nome,
                unita,
                origine,
                ..
            } = entry
            else {
                continue;
            };
            let unit = unita.as_ref().map_or("manca".to_owned(), reference);
            self.fact(
                origine.span,
                &format!("indice {} «{}» → {unit}", codice.value, nome.value),
            );
        }
        for (at, unit) in found.unita.iter().enumerate() {
            let head = words(&unit.responsabile);
            self.fact(
                unit.origine.span,
                &format!("unita #{at} {} «{}» {head}", unit.codice.value, unit.nome.value),
            );
        }
        for (at, line) in found.linee_strategiche.iter().enumerate() {
            let above = line.superiore.as_ref().map(reference).unwrap_or_default();
            let level = line.livello.word();
            self.fact(
                line.origine.span,
                &format!("linea #{at} {level} «{}» sotto {above}", line.titolo.value),
            );
        }
        for total in &found.totali {
            self.total(total);
        }
    }

    fn total(&mut self, total: &Totale<Bozza>) {
        let level = total.livello.map_or("unita", |level| level.word());
        let path = total.percorso.join(" / ");
        let (sum, share) = (printed(&total.importo), printed(&total.percentuale));
        let unit = reference(&total.unita);
        self.fact(
            total.origine.span,
            &format!("totale {level} di {unit} [{path}] {sum} € {share} %"),
        );
    }

    fn products(&mut self, found: &Bozze) {
        for (at, product) in found.progetti.iter().enumerate() {
            self.product(at, product);
        }
        for (at, objective) in found.obiettivi.iter().enumerate() {
            let line = objective.linea_strategica.as_ref().map(reference).unwrap_or_default();
            let product = objective.progetto.as_ref().map(reference).unwrap_or_default();
            let what = [
                words(&objective.codice),
                objective.tipo.word().to_owned(),
                objective.titolo.to_string(),
            ];
            self.fact(
                objective.origine.span,
                &format!("obiettivo #{at} {} in {product} per {line}", what.join(" | ")),
            );
        }
        self.rows(found);
    }

    fn product(&mut self, at: usize, product: &Progetto<Bozza>) {
        let what = [
            product.codice.to_string(),
            product.tipo.word().to_owned(),
            product.titolo.to_string(),
            words(&product.titolo_annunciato),
        ];
        self.fact(product.origine.span, &format!("progetto #{at} {}", what.join(" | ")));
        let unit = product.unita.as_ref().map(reference).unwrap_or_default();
        let line = product.linea_strategica.as_ref().map(reference).unwrap_or_default();
        let path: Vec<&str> = product.riferimento.iter().map(|title| title.as_str()).collect();
        let (budget, share) = (printed(&product.budget), printed(&product.percentuale));
        writeln!(
            self.out,
            "    di {unit}, {budget} € {share} %, linea {line}, riferimento {path:?}"
        )
        .unwrap();
        let (earned, spent) = (printed(&product.totale_entrate), printed(&product.totale_spese));
        let card = if product.cartella.is_some() {
            "con scheda"
        } else {
            "senza scheda"
        };
        writeln!(self.out, "    {card}, entrate {earned} spese {spent}").unwrap();
        if let Some(description) = &product.descrizione {
            writeln!(self.out, "    {:?}", description.value).unwrap();
        }
    }

    fn rows(&mut self, found: &Bozze) {
        for row in &found.indicatori {
            let objective = row.obiettivo.as_ref().map(reference).unwrap_or_default();
            let operator = row.operatore.map_or("", |operator| operator.word());
            let what = [
                words(&row.codice),
                row.testo.to_string(),
                words(&row.valore_atteso),
                words(&row.nota),
            ];
            let value = format!("{operator} {:?}", row.valore);
            self.fact(
                row.origine.span,
                &format!("indicatore {objective} {} ({value})", what.join(" | ")),
            );
        }
        for row in &found.fasi {
            let objective = row.obiettivo.as_ref().map(reference).unwrap_or_default();
            let days = [row.inizio, row.fine].map(|day| day.map_or_else(String::new, |day| day.to_string()));
            let what = [
                row.ordine.to_string(),
                row.nome.to_string(),
                words(&row.descrizione),
                days.join(".."),
            ];
            self.fact(row.origine.span, &format!("fase {objective} {}", what.join(" | ")));
        }
        for row in &found.bilancio {
            let nature = row.natura.map_or("?", |nature| nature.word());
            let what = [
                row.capitolo.as_str(),
                &row.articolo,
                &row.descrizione,
                row.direzione.word(),
                nature,
            ];
            let (product, sum) = (reference(&row.progetto), row.importo.value);
            self.fact(
                row.origine.span,
                &format!("voce {product} {} | {sum} €", what.join(" | ")),
            );
        }
        for row in &found.assegnazioni {
            let product = row.progetto.as_ref().map(reference).unwrap_or_default();
            let what = [
                words(&row.persona),
                words(&row.ruolo),
                printed(&row.impegno_percentuale),
            ];
            self.fact(row.origine.span, &format!("persona {product} {}", what.join(" | ")));
        }
    }

    fn unread(&mut self, reported: &Reported<Bozze>) {
        for span in &reported.value.non_lette {
            let text = self.file.text()[span.start as usize..span.end as usize].to_owned();
            self.fact(*span, &format!("NON LETTO {text:?}"));
        }
        for problem in &reported.problems {
            writeln!(self.out, "{}: {}", problem.code.id, problem.message(Language::It)).unwrap();
        }
    }
}

fn words(said: &Option<Detto<Testo>>) -> String {
    said.as_ref().map_or_else(|| "-".to_owned(), |said| said.to_string())
}

fn printed<T: std::fmt::Display>(said: &Option<Detto<T>>) -> String {
    said.as_ref()
        .map_or_else(|| "-".to_owned(), |said| said.value.to_string())
}

fn reference(reference: &Riferimento) -> String {
    match reference {
        Riferimento::Locale(at) => format!("#{at}"),
        Riferimento::Scritto(words) => format!("«{}»", words.value),
        Riferimento::Sezione(_) => String::new(),
    }
}
