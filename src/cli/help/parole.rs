//! The words of the help, English and Italian.

/// A sentence of the help in Italian; a test holds that there is none without.
pub(super) fn italian(english: &str) -> &'static str {
    let pair = PAROLE.iter().find(|(known, _)| *known == english);
    pair.map_or("", |(_, italian)| italian)
}

/// Each sentence and name with its translation.
pub(super) const PAROLE: &[(&str, &str)] = &[
    // Commands.
    (
        "Publishes the plans and exchange catalogues of public bodies as open, accessible, lasting pages",
        "Pubblica i piani e i cataloghi di scambio degli enti pubblici in pagine aperte, accessibili, che durano",
    ),
    (
        "Write the site into its output folder",
        "Scrive il sito nella sua cartella",
    ),
    (
        "Preview the site while it is being written; nothing is written to disk",
        "Mostra l’anteprima mentre si scrive; sul disco non scrive nulla",
    ),
    (
        "Make the whole site, say what is wrong with it, write nothing",
        "Prepara tutto il sito, dice che cosa non va, non scrive nulla",
    ),
    (
        "Take documents into the site: say what is in them, copy them, write their sections",
        "Porta documenti nel sito: dice che cosa contengono, li copia, scrive le loro sezioni",
    ),
    (
        "Say what a message means, or where every field of a thing comes from",
        "Spiega un messaggio, o dice da dove viene ogni dato di una cosa",
    ),
    (
        "Show what a site holds, as a table",
        "Mostra che cosa c’è nel sito, in una tabella",
    ),
    (
        "Make a site, a file of content that explains its keys, tables to fill in, or the next edition of a plan",
        "Crea un sito, un file che spiega le sue chiavi, tabelle da riempire, o l’edizione dopo di un piano",
    ),
    (
        "Give the JSON Schemas of front matter, settings and views, for editors that complete and explain keys",
        "Dà gli schemi JSON di front matter, impostazioni e viste, per gli editor che completano e spiegano le chiavi",
    ),
    (
        "Print this message or the help of the given subcommand(s)",
        "Mostra questo aiuto, o quello di un comando",
    ),
    // Of every command.
    ("Everywhere", "Ovunque"),
    ("Folder of the site", "Cartella del sito"),
    (
        "Configuration, below the folder of the site",
        "File delle impostazioni, nella cartella del sito",
    ),
    ("Say errors only", "Dice solo gli errori"),
    (
        "Say more: what is held back and why",
        "Dice di più: che cosa è trattenuto e perché",
    ),
    ("Colours in messages", "Colori nei messaggi"),
    (
        "On a terminal, unless NO_COLOR is set",
        "in un terminale, se NO_COLOR non lo vieta",
    ),
    ("Always", "sempre"),
    ("Never", "mai"),
    ("How findings are written", "Come si scrivono i messaggi"),
    (
        "With the source line and a caret",
        "con la riga del file e un segno sotto",
    ),
    ("One line each", "una riga ciascuno"),
    ("One JSON object a line", "un oggetto JSON per riga"),
    ("Workflow commands of GitHub", "comandi per i flussi di GitHub"),
    (
        "Language of the messages; the locale's unless told",
        "Lingua dei messaggi; se non si dice, quella del sistema",
    ),
    ("Italian", "italiano"),
    ("English", "inglese"),
    (
        "Print help (see more with '--help')",
        "Mostra questo aiuto (con «--help» per esteso)",
    ),
    (
        "Print help (see a summary with '-h')",
        "Mostra questo aiuto (con «-h» in breve)",
    ),
    ("Print version", "Dice la versione"),
    // Of the commands that read a site.
    (
        "Address of the site, instead of the configuration's",
        "Indirizzo del sito, al posto di quello delle impostazioni",
    ),
    (
        "Day of the build, YYYY-MM-DD; SOURCE_DATE_EPOCH or today unless told",
        "Giorno per cui si prepara il sito, AAAA-MM-GG; se non si dice, SOURCE_DATE_EPOCH oppure oggi",
    ),
    ("Show drafts", "Mostra le bozze"),
    ("Show what comes out later", "Mostra quello che uscirà"),
    ("Show what has expired", "Mostra quello che è scaduto"),
    (
        "Number of threads; one for each core unless told",
        "Quanti lavori insieme; se non si dice, uno per processore",
    ),
    // build, check
    (
        "Folder to write, below the folder of the site",
        "Cartella da scrivere, dentro quella del sito",
    ),
    ("What fails the build", "Che cosa ferma la scrittura"),
    ("What fails the check", "Che cosa fa fallire il controllo"),
    ("Errors", "gli errori"),
    ("Warnings too", "anche gli avvisi"),
    ("Make everything, write nothing", "Prepara tutto, non scrive nulla"),
    (
        "Ask other sites whether the links to them still lead to something",
        "Chiede agli altri siti se i collegamenti verso di loro portano ancora a qualcosa",
    ),
    // serve
    (
        "Port to listen on; the next free one if it is taken",
        "Porta; se è occupata, la prima libera dopo",
    ),
    (
        "Address to listen on; other machines see the preview only if this says so",
        "Indirizzo; gli altri computer vedono l’anteprima solo se lo dice",
    ),
    ("Open the preview in the browser", "Apre l’anteprima nel browser"),
    (
        "Hold back drafts, future and expired pages, as a build does",
        "Trattiene bozze, pagine future e scadute, come la pubblicazione",
    ),
    (
        "Look for changes from time to time, for network drives",
        "Cerca le modifiche di tanto in tanto, per i dischi di rete",
    ),
    // import
    (
        "Documents: the text of a printed plan, catalogue or project, a table, a folder of tables",
        "Documenti: il testo di un piano, catalogo o progetto stampato, una tabella, una cartella di tabelle",
    ),
    (
        "Form of the documents, instead of recognising it",
        "Forma dei documenti, invece di riconoscerla",
    ),
    (
        "Folder of the section below content/, such as piani/peg-2025",
        "Cartella della sezione in content/, per esempio piani/peg-2025",
    ),
    (
        "Say what is in them, write nothing",
        "Dice che cosa contengono, non scrive nulla",
    ),
    // explain, list
    (
        "Code of a message, id of a thing, or address of its page",
        "Codice di un messaggio, id di una cosa, o indirizzo della sua pagina",
    ),
    (
        "Name of a table of the open data, such as `schede`; without it, all tables with their number of rows",
        "Nome di una tabella dei dati aperti, come `schede`; senza, tutte le tabelle con il numero di righe",
    ),
    ("As CSV, as the site publishes it", "In CSV, come la pubblica il sito"),
    ("As JSON, as the site publishes it", "In JSON, come la pubblica il sito"),
    ("Pages that are held back, and why", "Le pagine trattenute, e perché"),
    (
        "Personal data of the sources: what is published, what is not, and why",
        "I dati personali delle fonti: che cosa si pubblica, che cosa no, e perché",
    ),
    // new
    (
        "A complete small site that builds at once",
        "Un piccolo sito completo, che si pubblica subito",
    ),
    (
        "The next year of a plan or catalogue: its structure with the dates moved on; the old one stays, with a notice",
        "L’anno dopo di un piano o catalogo: la struttura con le date spostate; il vecchio resta, con un avviso",
    ),
    (
        "The tables of a catalogue or plan, to fill in with a spreadsheet",
        "Le tabelle di un catalogo o piano, da riempire con un foglio di calcolo",
    ),
    ("A card of an exchange catalogue", "Una scheda di un catalogo di scambi"),
    ("A body", "Un ente"),
    (
        "A plan, or a project with partners",
        "Un piano, o un progetto con partner",
    ),
    ("A unit of a plan", "Un’unità di un piano"),
    ("A strategic line of a plan", "Una linea strategica di un piano"),
    ("A product or project of a plan", "Un prodotto o progetto di un piano"),
    ("An objective of a plan", "Un obiettivo di un piano"),
    ("An activity of a project", "Un’attività di un progetto"),
    (
        "A document that the office publishes, such as an act or a regulation",
        "Un documento che l’ufficio pubblica, come un atto o un regolamento",
    ),
    ("A plain page", "Una pagina"),
    (
        "Folder of the new site; empty, or not there yet",
        "Cartella del sito nuovo; vuota, o che ancora non c’è",
    ),
    ("What the site holds", "Che cosa contiene il sito"),
    (
        "An exchange catalogue of three cards",
        "un catalogo di scambi con tre schede",
    ),
    (
        "A plan with units, strategic lines and three objectives",
        "un piano con unità, linee strategiche e tre obiettivi",
    ),
    ("A project of two bodies", "un progetto di due enti"),
    ("A home page", "una pagina iniziale"),
    (
        "Title; the file's name follows from it",
        "Titolo; da lui viene il nome del file",
    ),
    (
        "Folder below content/, such as piani/peg-2025",
        "Cartella in content/, per esempio piani/peg-2025",
    ),
    (
        "Folder of the old edition below content/, such as piani/peg-2025",
        "Cartella della vecchia edizione in content/, per esempio piani/peg-2025",
    ),
    (
        "Year of the new edition; the one after the old unless told",
        "Anno della nuova edizione; se non si dice, quello dopo la vecchia",
    ),
    ("What the tables are of", "Di che cosa sono le tabelle"),
    (
        "Cards, dates and contacts of an exchange catalogue",
        "schede, date e contatti di un catalogo di scambi",
    ),
    (
        "Units, objectives, phases and indicators of a plan",
        "unità, obiettivi, fasi e indicatori di un piano",
    ),
    (
        "Year of the edition; this one unless told",
        "Anno dell’edizione; se non si dice, questo",
    ),
    // schema
    (
        "Kind of file, such as scheda, or vetrina.yaml; any file of content unless told",
        "Genere di file, per esempio scheda, o vetrina.yaml; se non si dice, qualunque file",
    ),
    (
        "Write every schema into this folder instead of showing one",
        "Scrive tutti gli schemi in questa cartella, invece di mostrarne uno",
    ),
    (
        "What each template of a theme is given, field by field",
        "Che cosa riceve ogni modello di un tema, campo per campo",
    ),
    // What stands for a value.
    ("DIR", "CARTELLA"),
    ("FOLDER", "CARTELLA"),
    ("FILE", "FILE"),
    ("WHEN", "QUANDO"),
    ("FORMAT", "FORMA"),
    ("LANG", "LINGUA"),
    ("URL", "URL"),
    ("DAY", "GIORNO"),
    ("N", "N"),
    ("SEVERITY", "PESO"),
    ("PORT", "PORTA"),
    ("IP", "IP"),
    ("NAME", "NOME"),
    ("CODE|ID|ADDRESS", "CODICE|ID|INDIRIZZO"),
    ("TABLE", "TABELLA"),
    ("TITLE", "TITOLO"),
    ("YEAR", "ANNO"),
    ("WHAT", "CHE"),
    ("KIND", "GENERE"),
];
