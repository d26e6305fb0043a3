//! Findings about exchange catalogues.

use crate::diag::{Code, Severity, Wording};

/// A date that cannot be, or whose year nothing tells.
pub const DATA_IMPOSSIBILE: Code = Code {
    id: "data-impossibile",
    severity: Severity::Warning,
    it: Wording {
        message: "questa data non può essere: «{testo}»",
        label: "il giorno non esiste, l'intervallo finisce prima di cominciare, o l'anno non è detto",
        related: "",
        help: "correggi il documento; se manca l'anno, indicalo con `anno:` nella sezione",
        explain: "Una riga di date della scheda non dà un giorno del calendario. Non è pubblicata tra le \
                  disponibilità: chi la leggesse nel catalogo arriverebbe nel giorno sbagliato.",
    },
    en: Wording {
        message: "this date cannot be: “{testo}”",
        label: "there is no such day, the range ends before it begins, or no year is known",
        related: "",
        help: "mend the document; if the year is missing, give it with `anno:` in the section",
        explain: "A line of dates of the card yields no day of the calendar. It is not published among the dates: \
                  whoever trusted it would come on the wrong day.",
    },
};

/// A host's heading announces another number of cards than follow.
pub const SCHEDE_ANNUNCIATE: Code = Code {
    id: "schede-annunciate",
    severity: Severity::Warning,
    it: Wording {
        message: "«{ente}» annuncia {annunciate} schede, ma ne seguono {trovate}",
        label: "il numero annunciato",
        related: "",
        help: "controlla che nessuna scheda sia andata persa nella conversione, o correggi il numero",
        explain: "Il titolo che apre le schede di un ente dice quante sono. Se il conto non torna, una scheda manca, \
                  è ripetuta o è finita sotto un altro ente.",
    },
    en: Wording {
        message: "“{ente}” announces {annunciate} cards, but {trovate} follow",
        label: "the number announced",
        related: "",
        help: "check that no card was lost in conversion, or mend the number",
        explain: "The heading above a host's cards says how many there are. If the count is off, a card is missing, \
                  is there twice or stands under another host.",
    },
};

/// A label of a month grid that means no card.
pub const ETICHETTA_IGNOTA: Code = Code {
    id: "etichetta-ignota",
    severity: Severity::Warning,
    it: Wording {
        message: "nessuna scheda corrisponde all'etichetta «{etichetta}» del calendario",
        label: "l'etichetta nel calendario",
        related: "",
        help: "controlla l'etichetta; se la scheda c'è sotto un altro nome, correggi il calendario",
        explain: "Il calendario stampato nomina le schede in breve: l'ente e poche parole del titolo. Questa etichetta \
                  non somiglia a nessuna scheda del documento, perciò chi la legge non sa a chi rivolgersi.",
    },
    en: Wording {
        message: "no card fits the label “{etichetta}” of the calendar",
        label: "the label in the calendar",
        related: "",
        help: "check the label; if the card is there under another name, mend the calendar",
        explain: "The printed calendar names cards in short: the body and a few words of the title. This label is like \
                  no card of the document, so its reader does not know whom to turn to.",
    },
};

/// Index and card say different things of one card.
pub const INDICE_DIVERSO: Code = Code {
    id: "indice-diverso",
    severity: Severity::Warning,
    it: Wording {
        message: "{cosa} nell'indice e nella scheda non coincidono: «{indice}», «{scheda}»",
        label: "così nell'indice",
        related: "così nella scheda",
        help: "stabilisci quale dei due è giusto e correggi l'altro",
        explain: "L'indice e la scheda annunciano la stessa cosa con parole diverse. Maiuscole, punteggiatura e titoli abbreviati non contano: qui cambia ciò che si legge. Il sito pubblica la scheda.",
    },
    en: Wording {
        message: "the {cosa} in the index and on the card differ: “{indice}”, “{scheda}”",
        label: "so in the index",
        related: "so on the card",
        help: "decide which one is right and mend the other",
        explain: "Index and card announce the same thing in different words. Case, punctuation and shortened titles do not count: here what is read changes. The site publishes the card.",
    },
};

/// An index announces a card that is not there.
pub const INDICE_SENZA_SCHEDA: Code = Code {
    id: "indice-senza-scheda",
    severity: Severity::Warning,
    it: Wording {
        message: "l'indice annuncia una scheda che non c'è: «{titolo}» ({ente})",
        label: "annunciata qui",
        related: "",
        help: "controlla che la scheda non sia andata persa, o togli la riga dall'indice",
        explain: "Ogni riga dell'indice annuncia una scheda dello stesso ente con lo stesso numero. Questa non si trova nel documento.",
    },
    en: Wording {
        message: "the index announces a card that is not there: “{titolo}” ({ente})",
        label: "announced here",
        related: "",
        help: "check that the card was not lost, or take the row out of the index",
        explain: "Each row of the index announces a card of the same body with the same number. This one is not in the document.",
    },
};

/// A card that the index of its document leaves out.
pub const SCHEDA_FUORI_INDICE: Code = Code {
    id: "scheda-fuori-indice",
    severity: Severity::Warning,
    it: Wording {
        message: "questa scheda non è nell'indice del documento",
        label: "la scheda",
        related: "",
        help: "aggiungi la riga all'indice",
        explain: "Il documento ha un indice, ma nessuna riga annuncia questa scheda. Il sito la pubblica lo stesso.",
    },
    en: Wording {
        message: "this card is not in the document's index",
        label: "the card",
        related: "",
        help: "add the row to the index",
        explain: "The document has an index, but no row of it announces this card. The site publishes it all the same.",
    },
};

/// A card offers dates that the month grids do not show.
pub const SOLO_NELLA_SCHEDA: Code = Code {
    id: "data-solo-nella-scheda",
    severity: Severity::Warning,
    it: Wording {
        message: "la scheda offre {quando}, ma il calendario non lo riporta: «{titolo}»",
        label: "così nella scheda",
        related: "il calendario",
        help: "aggiungi le date al calendario, o toglile dalla scheda se non valgono più",
        explain: "Chi guarda solo il calendario non sa di queste date. Il sito le pubblica, come dice la scheda.",
    },
    en: Wording {
        message: "the card offers {quando}, but the calendar does not show it: “{titolo}”",
        label: "so on the card",
        related: "the calendar",
        help: "add the dates to the calendar, or take them off the card if they no longer hold",
        explain: "Whoever looks only at the calendar does not know of these dates. The site publishes them, as the card says.",
    },
};

/// The month grids show dates that the card does not offer.
pub const SOLO_NEL_CALENDARIO: Code = Code {
    id: "data-solo-nel-calendario",
    severity: Severity::Warning,
    it: Wording {
        message: "il calendario segna a {quando} giorni che la scheda non offre: «{titolo}»",
        label: "così nel calendario",
        related: "le altre caselle e le date della scheda",
        help: "stabilisci quali date valgono e correggi la scheda o il calendario",
        explain: "Chi guarda solo il calendario potrebbe presentarsi in un giorno che la scheda non offre. Dove nella conversione si sono perse caselle, conta il numero: ci sono più caselle che giorni offerti.",
    },
    en: Wording {
        message: "in {quando} the calendar marks days that the card does not offer: “{titolo}”",
        label: "so in the calendar",
        related: "the other cells and the card's dates",
        help: "decide which dates hold and mend card or calendar",
        explain: "Whoever looks only at the calendar may come on a day that the card does not offer. Where cells were lost in conversion, the number counts: there are more cells than days on offer.",
    },
};

/// A date that begins or ends on a Sunday.
pub const GIORNO_FESTIVO: Code = Code {
    id: "giorno-festivo",
    severity: Severity::Warning,
    it: Wording {
        message: "il {giorno} è domenica",
        label: "una sessione che comincia o finisce di domenica",
        related: "",
        help: "controlla la data",
        explain: "Gli uffici che ospitano sono chiusi la domenica: una sessione che vi comincia o finisce è di solito un refuso.",
    },
    en: Wording {
        message: "{giorno} is a Sunday",
        label: "a session that begins or ends on a Sunday",
        related: "",
        help: "check the date",
        explain: "The offices that host are closed on Sundays: a session that begins or ends on one is usually a slip.",
    },
};

/// A weekday that is not the date's.
pub const GIORNO_SBAGLIATO: Code = Code {
    id: "giorno-sbagliato",
    severity: Severity::Warning,
    it: Wording {
        message: "il {data} è {vero}, non {stampato}",
        label: "giorno della settimana e data non vanno insieme",
        related: "",
        help: "stabilisci se è giusta la data o il giorno, e correggi",
        explain: "Il testo dice il giorno della settimana insieme alla data, ma quel giorno cade altrimenti. Chi legge non sa quale dei due seguire.",
    },
    en: Wording {
        message: "{data} is a {vero}, not a {stampato}",
        label: "weekday and date do not fit",
        related: "",
        help: "decide whether date or weekday is right, and mend",
        explain: "The text gives the weekday with the date, but that day falls otherwise. Its reader does not know which to follow.",
    },
};

/// One address, two spellings of a name.
pub const NOME_IN_DUE_MODI: Code = Code {
    id: "nome-in-due-modi",
    severity: Severity::Warning,
    it: Wording {
        message: "lo stesso indirizzo ({email}) è di «{nome}» e di «{altro}»",
        label: "così qui",
        related: "così altrove",
        help: "correggi il nome scritto male",
        explain: "Due schede danno lo stesso indirizzo con nomi che differiscono per una o due lettere: è la stessa persona, e uno dei due è un refuso.",
    },
    en: Wording {
        message: "one address ({email}) belongs to “{nome}” and to “{altro}”",
        label: "so here",
        related: "so elsewhere",
        help: "mend the name that is misspelt",
        explain: "Two cards give one address with names that differ by a letter or two: it is one person, and one of the two is a slip.",
    },
};

/// One mobile number, two people.
pub const TELEFONO_DI_DUE: Code = Code {
    id: "telefono-di-due",
    severity: Severity::Warning,
    it: Wording {
        message: "lo stesso cellulare è dato per «{nome}» e per «{altro}»",
        label: "così qui",
        related: "e qui",
        help: "controlla di chi è il numero",
        explain: "Un cellulare è di una persona: se due ne danno lo stesso, di solito uno è rimasto da una scheda copiata. I numeri fissi, che possono essere di un centralino, non contano.",
    },
    en: Wording {
        message: "one mobile number is given for “{nome}” and for “{altro}”",
        label: "so here",
        related: "and here",
        help: "check whose number it is",
        explain: "A mobile belongs to one person: if two give the same, one was usually left from a copied card. Land lines, which may be a switchboard's, do not count.",
    },
};

/// An address whose domain differs by one letter from another's.
pub const DOMINIO_QUASI_UGUALE: Code = Code {
    id: "dominio-quasi-uguale",
    severity: Severity::Warning,
    it: Wording {
        message: "il dominio «{dominio}» differisce per una lettera da «{altro}»",
        label: "l'indirizzo",
        related: "un indirizzo dello stesso ente",
        help: "controlla l'indirizzo: un messaggio al dominio sbagliato non arriva",
        explain: "Due indirizzi hanno domini quasi uguali. È quasi sempre un refuso, e chi scrive all'indirizzo sbagliato non riceve risposta.",
    },
    en: Wording {
        message: "the domain “{dominio}” differs by one letter from “{altro}”",
        label: "the address",
        related: "an address of the same body",
        help: "check the address: a message to the wrong domain does not arrive",
        explain: "Two addresses have almost the same domain. It is nearly always a slip, and whoever writes to the wrong one gets no answer.",
    },
};

/// An address made of an initial and the family name, with another initial than the person's.
pub const INIZIALE_DIVERSA: Code = Code {
    id: "iniziale-diversa",
    severity: Severity::Warning,
    it: Wording {
        message: "l'indirizzo {email} ha un'altra iniziale che «{nome}»",
        label: "l'indirizzo",
        related: "il nome",
        help: "controlla l'indirizzo: una «I» maiuscola si scambia facilmente per una «l»; poi correggilo con `corrections`",
        explain: "L'indirizzo è fatto di un'iniziale e del cognome, ma l'iniziale non è quella del nome. Di solito è una lettera letta male nel documento, e chi scrive a quell'indirizzo non riceve risposta.",
    },
    en: Wording {
        message: "the address {email} has another initial than “{nome}”",
        label: "the address",
        related: "the name",
        help: "check the address: a capital “I” is easily taken for an “l”; then mend it with `corrections`",
        explain: "The address is made of an initial and the family name, but the initial is not that of the name. It is mostly a letter misread in the document, and whoever writes to that address gets no answer.",
    },
};

/// A text of a card that stops in mid-sentence.
pub const TESTO_TRONCO: Code = Code {
    id: "testo-tronco",
    severity: Severity::Warning,
    it: Wording {
        message: "il testo si interrompe a metà di una frase: «… {fine}»",
        label: "l'ultima riga",
        related: "",
        help: "ritrova nel documento originale come continua la frase",
        explain: "La descrizione finisce con una virgola, un articolo o una preposizione: nella conversione, o già nell'originale, si è persa la fine.",
    },
    en: Wording {
        message: "the text stops in mid-sentence: “… {fine}”",
        label: "the last line",
        related: "",
        help: "find in the original document how the sentence goes on",
        explain: "The description ends with a comma, an article or a preposition: its end was lost in conversion, or in the original already.",
    },
};

/// A range of days that is longer than the exchange.
pub const PERIODO_OLTRE_LA_DURATA: Code = Code {
    id: "periodo-oltre-la-durata",
    severity: Severity::Warning,
    it: Wording {
        message: "dal {inizio} al {fine} ci sono {giorni} giorni di lavoro, ma lo scambio ne dura {durata}",
        label: "le date",
        related: "la durata",
        help: "se tutti i giorni servono, correggi la durata; se se ne sceglie uno, scrivi i giorni uno per uno: \
               `3, 4 o 5 giugno 2027`",
        explain: "Un intervallo è uno scambio che dura dal primo all’ultimo giorno: così sta nel calendario, giorno per \
                  giorno. Se la scheda dice una durata più breve, chi legge non sa quanti giorni tenere liberi. \
                  Sabato e domenica non contano.",
    },
    en: Wording {
        message: "from {inizio} to {fine} there are {giorni} working days, but the exchange lasts {durata}",
        label: "the dates",
        related: "the length",
        help: "if all the days are needed, mend the length; if one of them is chosen, write the days one by one: \
               `3, 4 o 5 giugno 2027`",
        explain: "A range is an exchange that lasts from the first day to the last: so it stands in the calendar, day \
                  by day. Where the card says a shorter length, readers do not know how many days to keep free. \
                  Saturday and Sunday do not count.",
    },
};

/// A length in which no number of days is found.
pub const DURATA_SENZA_GIORNI: Code = Code {
    id: "durata-senza-giorni",
    severity: Severity::Note,
    it: Wording {
        message: "la durata «{durata}» non dice quante giornate",
        label: "la durata",
        related: "",
        help: "scrivi un numero: `2 giornate`, `da 3 a 5 giornate`, `una settimana`",
        explain: "La pagina mostra la durata com’è scritta, ma dove lo scambio si cerca per durata non lo si trova, e nei \
                  dati aperti il numero delle giornate, che si contano intere, resta vuoto. Se la durata è ancora da \
                  decidere, o è mezza giornata, va bene così.",
    },
    en: Wording {
        message: "the length «{durata}» does not say how many days",
        label: "the length",
        related: "",
        help: "write a number: `2 giornate`, `da 3 a 5 giornate`, `una settimana`",
        explain: "The page shows the length as it is written, but the exchange is not found where exchanges are looked \
                  for by length, and in the open data the number of days, which are counted whole, stays empty. Where \
                  the length is still to be decided, or is half a day, nothing is wrong.",
    },
};

/// A capacity, written by the office itself, in which no number of people is found.
pub const PARTECIPANTI_SENZA_NUMERO: Code = Code {
    id: "partecipanti-senza-numero",
    severity: Severity::Note,
    it: Wording {
        message: "«{partecipanti}» non dice quante persone",
        label: "i partecipanti",
        related: "",
        help: "scrivi anche un numero: `massimo 6`, `da 2 a 4 persone`, `10 persone dell’urbanistica`",
        explain: "La pagina mostra i partecipanti come sono scritti, ma dove lo scambio si cerca per numero di posti sta tra \
                  quelli che non lo indicano, e nei dati aperti il numero resta vuoto. Se la riga dice chi può venire, e \
                  quanti non importa, va bene così. Di un documento stampato non si dice: lì quella riga spesso dice chi.",
    },
    en: Wording {
        message: "«{partecipanti}» does not say how many people",
        label: "the participants",
        related: "",
        help: "write a number, too: `massimo 6`, `da 2 a 4 persone`, `10 persone dell’urbanistica`",
        explain: "The page shows the participants as they are written, but where exchanges are looked for by places this \
                  one stands with those that do not tell, and in the open data the number stays empty. Where the line \
                  says who may come, and how many does not matter, nothing is wrong. Nothing is said of a printed \
                  document: that line often says who.",
    },
};

/// A card that stands in no folder of a catalogue.
pub const SCHEDA_SENZA_CARTELLA: Code = Code {
    id: "scheda-senza-cartella",
    severity: Severity::Error,
    it: Wording {
        message: "questa scheda non sta nella cartella di un catalogo",
        label: "la scheda",
        related: "",
        help: "metti il file, o la sezione che nomina il documento, in una cartella di content/: per esempio \
               content/catalogo/",
        explain: "Le schede di una cartella fanno un catalogo: l’elenco, il calendario, i filtri stanno all’indirizzo \
                  della cartella. Direttamente in content/ c’è la pagina iniziale, e un elenco non può stare al suo posto.",
    },
    en: Wording {
        message: "this card does not stand in the folder of a catalogue",
        label: "the card",
        related: "",
        help: "put the file, or the section that names the document, into a folder of content/, such as content/catalogo/",
        explain: "The cards of a folder are a catalogue: its list, calendar and filters stand at the address of the \
                  folder. Right in content/ there is the home page, and no list can stand in its place.",
    },
};

/// The codes of this file.
pub const CODES: &[&Code] = &[
    &SCHEDA_SENZA_CARTELLA,
    &PARTECIPANTI_SENZA_NUMERO,
    &DURATA_SENZA_GIORNI,
    &PERIODO_OLTRE_LA_DURATA,
    &DATA_IMPOSSIBILE,
    &SCHEDE_ANNUNCIATE,
    &ETICHETTA_IGNOTA,
    &INDICE_DIVERSO,
    &INDICE_SENZA_SCHEDA,
    &SCHEDA_FUORI_INDICE,
    &SOLO_NELLA_SCHEDA,
    &SOLO_NEL_CALENDARIO,
    &GIORNO_FESTIVO,
    &GIORNO_SBAGLIATO,
    &NOME_IN_DUE_MODI,
    &TELEFONO_DI_DUE,
    &DOMINIO_QUASI_UGUALE,
    &INIZIALE_DIVERSA,
    &TESTO_TRONCO,
];
