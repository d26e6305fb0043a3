//! Nothing vanishes: every word of a document stands in a draft, in a stretch set aside, or in a label of the form.

use std::collections::BTreeSet;

use super::describe::describe;
use super::{read, seed};

/// Lower-case words of at least two letters.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let is_word = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    text.split(|c: char| !c.is_alphanumeric())
        .filter(is_word)
        .map(str::to_lowercase)
}

/// Words of headers and labels that became columns of the data, months of days that were read, and the code that joins a partner's two tables.
const LABELS: &str = "ente nome cognome mail tel capofila cedente enti riusanti id partner denominazione personale interno \
     spese generali acquisto di beni servizi totale attività descrizione data inizio fine azione indicatore valore target \
     indicatori output risultato cosa chi entro quando costo del progetto beneficiario procedura aperta incluse \
     tempistica partenariato mailto email provinces province comuni azioni piano delle prossimi passi ec attivita maggio settembre";

fn lost(name: &str) -> Vec<String> {
    let text = seed(name);
    let read = read(&text);
    let mut kept: BTreeSet<String> = words(&describe(&text, &read).replace("\\n", " "))
        .chain(words(LABELS))
        .collect();
    for span in &read.value.non_lette {
        kept.extend(words(&text[span.start as usize..span.end as usize]));
    }
    // Tags are markup, not words.
    let bare = text
        .replace("<b>", " ")
        .replace("</b>", " ")
        .replace("<a href=", " ")
        .replace("</a>", " ");
    words(&bare).filter(|word| !kept.contains(word)).collect()
}

#[test]
fn every_word_is_kept() {
    assert_eq!(lost("cit-lecce-2018.txt"), Vec::<String>::new());
    assert_eq!(lost("province-comuni-2022.txt"), Vec::<String>::new());
}
