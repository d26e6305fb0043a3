//! Findings about files, before anything in them is read.

use crate::diag::{Code, Severity, Wording};

/// A file that is named but is not there.
pub const FILE_MANCANTE: Code = Code {
    id: "file-mancante",
    severity: Severity::Error,
    it: Wording {
        message: "il file «{file}» non esiste",
        label: "nominato qui",
        related: "",
        help: "controlla il percorso: si scrive a partire dalla cartella del sito, con `/`, e maiuscole e minuscole \
               contano",
        explain: "Il sito nomina un file che non c’è. Spesso il nome è scritto in modo diverso o il file non è stato \
                  ancora copiato.",
    },
    en: Wording {
        message: "the file “{file}” does not exist",
        label: "named here",
        related: "",
        help: "check the path: it starts at the folder of the site, with `/`, and capital letters count",
        explain: "The site names a file that is not there. Often the name is spelt differently or the file has not \
                  been copied yet.",
    },
};

/// A file that the system refuses to give.
pub const FILE_ILLEGGIBILE: Code = Code {
    id: "file-illeggibile",
    severity: Severity::Error,
    it: Wording {
        message: "il file «{file}» non si può leggere: {motivo}",
        label: "nominato qui",
        related: "",
        help: "controlla i permessi del file, e che non sia una cartella o un file aperto da un altro programma",
        explain: "Il sistema operativo ha rifiutato la lettura; il motivo è quello che ha dato.",
    },
    en: Wording {
        message: "the file “{file}” cannot be read: {motivo}",
        label: "named here",
        related: "",
        help: "check the permissions of the file, and that it is no folder and not held by another program",
        explain: "The operating system refused to read it, for the reason it gave.",
    },
};

/// A file over the size limit.
pub const FILE_TROPPO_GRANDE: Code = Code {
    id: "file-troppo-grande",
    severity: Severity::Error,
    it: Wording {
        message: "il file «{file}» è troppo grande: {mega} MB",
        label: "nominato qui",
        related: "",
        help: "il massimo è {massimo} MB; dividi il documento in più file",
        explain: "vetrina legge documenti interi in memoria e rifiuta i file oltre il limite, che quasi sempre sono \
                  finiti lì per errore.",
    },
    en: Wording {
        message: "the file “{file}” is too large: {mega} MB",
        label: "named here",
        related: "",
        help: "the limit is {massimo} MB; split the document into several files",
        explain: "vetrina reads whole documents into memory and refuses files over the limit, which nearly always \
                  got there by mistake.",
    },
};

/// A text that is not UTF-8.
pub const FILE_NON_UTF8: Code = Code {
    id: "file-non-utf8",
    severity: Severity::Error,
    it: Wording {
        message: "il file «{file}» non è un testo UTF-8: riga {riga}, colonna {colonna}",
        label: "nominato qui",
        related: "",
        help: "apri il file con un editor e salvalo con codifica «UTF-8»",
        explain: "Il testo contiene un byte che in UTF-8 non esiste: di solito il file è stato salvato con la \
                  codifica di Windows, e le lettere accentate andrebbero perse.",
    },
    en: Wording {
        message: "the file “{file}” is no UTF-8 text: line {riga}, column {colonna}",
        label: "named here",
        related: "",
        help: "open the file in an editor and save it with the encoding “UTF-8”",
        explain: "The text holds a byte that UTF-8 does not have: mostly the file was saved with a Windows encoding, \
                  and accented letters would be lost.",
    },
};

/// A link or path that leads out of the site.
pub const FILE_FUORI_DAL_SITO: Code = Code {
    id: "file-fuori-dal-sito",
    severity: Severity::Error,
    it: Wording {
        message: "«{file}» porta fuori dalla cartella del sito",
        label: "nominato qui",
        related: "",
        help: "copia il file dentro il sito al posto del collegamento",
        explain: "Un collegamento simbolico, o un percorso con `..`, esce dalla cartella del sito. vetrina non lo \
                  segue, perché potrebbe pubblicare un file che non è del sito.",
    },
    en: Wording {
        message: "“{file}” leads out of the folder of the site",
        label: "named here",
        related: "",
        help: "copy the file into the site in place of the link",
        explain: "A symbolic link, or a path with `..`, leaves the folder of the site. vetrina does not follow it, \
                  since it might publish a file that is not part of the site.",
    },
};

/// A symbolic link to a folder that it stands in.
pub const GIRO_DI_COLLEGAMENTI: Code = Code {
    id: "giro-di-collegamenti",
    severity: Severity::Error,
    it: Wording {
        message: "il collegamento «{file}» torna a una cartella che lo contiene",
        label: "",
        related: "",
        help: "togli il collegamento",
        explain: "Seguendo il collegamento simbolico si tornerebbe sempre allo stesso punto.",
    },
    en: Wording {
        message: "the link “{file}” leads back to a folder that it stands in",
        label: "",
        related: "",
        help: "remove the link",
        explain: "Following the symbolic link would come back to the same place for ever.",
    },
};

/// A spreadsheet that cannot be opened.
pub const FOGLIO_ILLEGGIBILE: Code = Code {
    id: "foglio-di-calcolo-illeggibile",
    severity: Severity::Error,
    it: Wording {
        message: "«{file}» non si apre come foglio di calcolo",
        label: "nominato qui",
        related: "",
        help: "aprilo con un programma per fogli di calcolo e salvalo come .xlsx o .ods, senza password ({motivo})",
        explain: "Si leggono i formati .xlsx, .xlsm e .ods. Il file ha uno di questi nomi, ma il suo contenuto è \
                  un altro, è danneggiato o è protetto da una password.",
    },
    en: Wording {
        message: "“{file}” does not open as a spreadsheet",
        label: "named here",
        related: "",
        help: "open it with a spreadsheet program and save it as .xlsx or .ods, without a password ({motivo})",
        explain: "The formats .xlsx, .xlsm and .ods are read. The file bears one of these names, but holds \
                  something else, is damaged or is protected by a password.",
    },
};

/// A spreadsheet in the older format of Excel.
pub const FOGLIO_VECCHIO: Code = Code {
    id: "foglio-di-calcolo-vecchio",
    severity: Severity::Error,
    it: Wording {
        message: "«{file}» ha il vecchio formato di Excel (.xls), o una password",
        label: "nominato qui",
        related: "",
        help: "aprilo, togli la password se c’è, e salvalo come .xlsx o .ods",
        explain: "Di un file .xls non si sa con sicurezza quali righe e colonne sono nascoste, e quello che è nascosto, spesso \
                  dati di persone, non deve finire sul sito: perciò non si legge. I formati .xlsx e .ods lo dicono. Un foglio \
                  protetto da una password sta in un file fatto allo stesso modo, e neppure quello si apre.",
    },
    en: Wording {
        message: "“{file}” has the older format of Excel (.xls), or a password",
        label: "named here",
        related: "",
        help: "open it, take away the password if there is one, and save it as .xlsx or .ods",
        explain: "Of an .xls file nobody knows for certain which rows and columns are hidden, and what is hidden, often \
                  data of persons, must not end up on the site: so it is not read. The formats .xlsx and .ods tell. A \
                  spreadsheet that a password protects stands in a file of the same make, which does not open either.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[
    &FOGLIO_VECCHIO,
    &FOGLIO_ILLEGGIBILE,
    &FILE_MANCANTE,
    &FILE_ILLEGGIBILE,
    &FILE_TROPPO_GRANDE,
    &FILE_NON_UTF8,
    &FILE_FUORI_DAL_SITO,
    &GIRO_DI_COLLEGAMENTI,
];
