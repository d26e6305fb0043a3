use super::{Holds, Key};
use crate::model::Ordine;

/// Keys of every file of `content/`.
pub(in crate::cli) const COMMON: [Key; 20] = [
    Key::of("title", Holds::Line, "Titolo"),
    Key::of("description", Holds::Line, "Una frase che dice che cosa si trova qui"),
    Key::of("date", Holds::Line, "Data del contenuto; non nasconde nulla"),
    Key::of("updated", Holds::Line, "Data dell’ultimo aggiornamento"),
    Key::of("draft", Holds::Flag, "Bozza: si vede solo con `--drafts`"),
    Key::of(
        "slug",
        Holds::Line,
        "Ultima parte dell’indirizzo, se non è il nome del file",
    ),
    Key::of("aliases", Holds::Lines, "Indirizzi di prima, che portano qui"),
    Key::of(
        "weight",
        Holds::Number,
        "Ordine tra le pagine vicine: prima le più leggere",
    ),
    Key::of("template", Holds::Line, "Modello di pagina del tema"),
    Key::of("taxonomies", Holds::Block, "Termini, per tassonomia: `temi: [Scuola]`"),
    Key::of("publish_date", Holds::Line, "Esce in questo giorno"),
    Key::of("expiry_date", Holds::Line, "Da questo giorno non si vede più"),
    Key::of(
        "sezione",
        Holds::Line,
        "Voce di Amministrazione Trasparente: `\"06.02\"`",
    ),
    Key::of(
        "pubblicato",
        Holds::Line,
        "Giorno della pubblicazione (D.Lgs. 33/2013, art. 8)",
    ),
    Key::of(
        "sort_by",
        Holds::Word(Ordine::WORDS),
        "Ordine delle pagine di una sezione",
    ),
    Key::of("reverse", Holds::Flag, "Ordine rovesciato"),
    Key::of(
        "paginate_by",
        Holds::Number,
        "Quante pagine per volta elenca una sezione",
    ),
    Key::of("feed", Holds::Flag, "La sezione ha un feed delle sue pagine"),
    Key::of(
        "components",
        Holds::Lines,
        "Componenti del tema che il testo può usare: `true`, o un elenco di nomi",
    ),
    Key::of("extra", Holds::Block, "Dati liberi per il tema"),
];

/// Keys of a section: where its facts come from and what editors add to them.
pub(in crate::cli) const SECTION: [Key; 10] = [
    Key::of("source", Holds::Line, "Documento da leggere: `seeds/piano.txt`"),
    Key::of("reader", Holds::Line, "Forma del documento; senza, si riconosce da sé"),
    Key::of("ente", Holds::Line, "Ente che ha fatto il documento"),
    Key::of("anno", Holds::Number, "Anno del documento; vale per le date senza anno"),
    Key::of("licenza", Holds::Line, "Licenza dei dati, se non è quella del sito"),
    Key::of("compare", Holds::Line, "Edizione con cui confrontarlo"),
    Key::of("supersedes", Holds::Line, "Edizione che sostituisce"),
    Key::of(
        "corrections",
        Holds::Blocks,
        "Correzioni: `id`, `campo`, `valore`, `nota`",
    ),
    Key::of(
        "tags",
        Holds::Block,
        "Termini per le cose del documento, per id e tassonomia",
    ),
    Key::of(
        "monitoring",
        Holds::Rows(&MONITORING),
        "Come è andata: date effettive e valori raggiunti, per fase e indicatore",
    ),
];

/// Keys of a line of monitoring.
const MONITORING: [Key; 8] = [
    Key::of("id", Holds::Line, "Id della fase o dell’indicatore"),
    Key::of(
        "obiettivo",
        Holds::Line,
        "Obiettivo in cui cercare il nome: id, codice o titolo",
    ),
    Key::of("fase", Holds::Line, "Fase: id o nome esatto"),
    Key::of("indicatore", Holds::Line, "Indicatore: id, codice o testo esatto"),
    Key::of("inizio_effettivo", Holds::Line, "Primo giorno effettivo della fase"),
    Key::of("fine_effettiva", Holds::Line, "Ultimo giorno effettivo della fase"),
    Key::of("valore_raggiunto", Holds::Line, "Valore raggiunto dall’indicatore"),
    Key::of("nota", Holds::Line, "Nota sull’indicatore"),
];

/// What a column means that is read and stands in no table.
pub(super) fn unpublished(column: &str) -> Option<&'static str> {
    Some(match column {
        "url" => "Indirizzo della pagina; di solito si lascia a vetrina",
        "codice_ipa" => "Codice nell’Indice delle pubbliche amministrazioni (IPA)",
        "sito" => "Sito dell’ente",
        "provincia" => "Provincia",
        "regione" => "Regione",
        "piano" => "Piano a cui appartiene",
        "costo" => "Costo totale, in euro",
        "programma" => "Programma che lo finanzia",
        "cup" => "Codice unico di progetto (CUP)",
        "atto" => "Atto di approvazione",
        _ => return None,
    })
}
