use super::{Holds, Key};
use crate::config::{Contacts, Staff};

/// Keys of `vetrina.yaml`.
pub(in crate::cli) const SETTINGS: [Key; 18] = [
    Key::of("title", Holds::Line, "Nome del sito"),
    Key::of("description", Holds::Line, "Una frase sul sito"),
    Key::of(
        "base_url",
        Holds::Line,
        "Indirizzo a cui il sito si troverà: `https://piani.comune.esempio.it`",
    ),
    Key::of(
        "relative_urls",
        Holds::Flag,
        "Collegamenti relativi: la cartella funziona dovunque, anche da una chiavetta",
    ),
    Key::of("language", Holds::Word(&["it", "en"]), "Lingua del sito"),
    Key::of(
        "languages",
        Holds::Languages(&LANGUAGE),
        "Altre lingue del sito, per codice: `en`, `de`",
    ),
    Key::of("theme", Holds::Line, "Cartella del tema, sotto `themes/`"),
    Key::of("publisher", Holds::Keys(&PUBLISHER), "L’ente che risponde del sito"),
    Key::of("licence", Holds::Line, "Licenza dei dati, come sigla SPDX: `CC-BY-4.0`"),
    Key::of(
        "privacy",
        Holds::Keys(&PRIVACY),
        "Quali dati personali si pubblicano; senza base giuridica, il meno possibile",
    ),
    Key::of(
        "levels",
        Holds::Block,
        "Peso dei messaggi, per codice: `error`, `warning`, `note`, `off`",
    ),
    Key::of(
        "waivers",
        Holds::Rows(&WAIVER),
        "Messaggi che l’ufficio accetta per un certo tempo, uno per uno",
    ),
    Key::of(
        "taxonomies",
        Holds::Rows(&TAXONOMY),
        "Tassonomie con cui si etichettano pagine e cose",
    ),
    Key::of("search", Holds::Flag, "Ricerca nel sito"),
    Key::of(
        "check",
        Holds::Keys(&CHECK),
        "Che cosa non chiede `vetrina check --external`",
    ),
    Key::of(
        "compress",
        Holds::Lines,
        "Copie compresse accanto a ogni testo: `gzip`, `br`",
    ),
    Key::of(
        "minify",
        Holds::Flag,
        "Pagine, stili e script senza commenti, rientri e righe vuote",
    ),
    Key::of(
        "server",
        Holds::Lines,
        "Regole per il programma che serve il sito: `nginx`, `apache`",
    ),
];

const CHECK: [Key; 1] = [Key::of(
    "ignore",
    Holds::Lines,
    "Come cominciano gli indirizzi di altri siti che non si chiedono; `*` sta per qualunque cosa",
)];

const PUBLISHER: [Key; 4] = [
    Key::of("name", Holds::Line, "Nome dell’ente"),
    Key::of("ipa", Holds::Line, "Codice nell’Indice delle pubbliche amministrazioni"),
    Key::of("email", Holds::Line, "Indirizzo a cui scrivere"),
    Key::of("url", Holds::Line, "Sito dell’ente"),
];

const PRIVACY: [Key; 3] = [
    Key::of(
        "staff",
        Holds::Word(Staff::WORDS),
        "`roles`: solo i responsabili; `names`: tutti",
    ),
    Key::of(
        "contacts",
        Holds::Word(Contacts::WORDS),
        "`office`: i recapiti d’ufficio; `full`: tutti",
    ),
    Key::of(
        "base_giuridica",
        Holds::Line,
        "La norma che permette di pubblicare di più",
    ),
];

const WAIVER: [Key; 5] = [
    Key::of("code", Holds::Line, "Codice del messaggio"),
    Key::of("about", Holds::Line, "Id della cosa per cui vale"),
    Key::of(
        "at",
        Holds::Line,
        "Oppure il file, o il file e la riga: `seeds/peg.txt:61`",
    ),
    Key::of("reason", Holds::Line, "Perché si accetta"),
    Key::of("until", Holds::Line, "Ultimo giorno in cui vale"),
];

const LANGUAGE: [Key; 4] = [
    Key::of("title", Holds::Line, "Nome del sito in questa lingua"),
    Key::of("description", Holds::Line, "Una frase sul sito in questa lingua"),
    Key::of("name", Holds::Line, "Nome della lingua, come la chiama chi la parla"),
    Key::of(
        "taxonomies",
        Holds::Rows(&TAXONOMY_IN_LANGUAGE),
        "Come si chiamano in questa lingua le tassonomie del sito",
    ),
];

const TAXONOMY_IN_LANGUAGE: [Key; 2] = [
    Key::of("name", Holds::Line, "Nome, come sta in `taxonomies`: `temi`"),
    Key::of("title", Holds::Line, "Titolo in questa lingua"),
];

const TAXONOMY: [Key; 4] = [
    Key::of("name", Holds::Line, "Nome, e prima parte dell’indirizzo: `temi`"),
    Key::of("title", Holds::Line, "Titolo"),
    Key::of("feed", Holds::Flag, "Un feed per ogni termine"),
    Key::of("paginate_by", Holds::Number, "Quante cose per pagina in un termine"),
];
