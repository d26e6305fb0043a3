//! Nothing vanishes: every word of a document stands in a draft, in a stretch set aside, or in a label of the form.

use std::collections::BTreeSet;

use proptest::prelude::*;

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

/// Lines that look like pieces of the form, in any order and any mix.
fn pieces() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("# Agenda".to_owned()),
        Just("## Comune di Arco".to_owned()),
        Just("Attività\tDescrizione\tData inizio\tData fine".to_owned()),
        Just("Ente\tNome e Cognome\te-Mail".to_owned()),
        Just("Azione\tIndicatore\tValore Target".to_owned()),
        Just("Denominazione\tPersonale interno\tTotale".to_owned()),
        Just("Cosa\tChi\tEntro".to_owned()),
        Just("Ente capofila\tEC. Comune di Ala".to_owned()),
        "[A-Z*#:.•▶ -]{0,6}[a-zàè0-9/€@*<>:.]{0,12}",
        "(A[0-9] - [a-zà]{0,6}|[0-9/]{0,10}|[à€.]{0,4})(\t[0-9/.€ àé–-]{0,12}){1,3}",
        "(Costo del progetto|CUP|Fine attività)[:.]? ?[*0-9€, à]{0,9}",
    ];
    proptest::collection::vec(line, 0..24).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #[test]
    fn no_text_makes_it_panic_and_places_fit(text in pieces(), loose in "\\PC*") {
        for text in [text, loose] {
            for span in read(&text).value.non_lette {
                prop_assert!(text.get(span.start as usize..span.end as usize).is_some());
            }
        }
    }
}
