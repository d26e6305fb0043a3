//! `vetrina new tabelle`: the tables of a catalogue or of a plan for whoever keeps them in a spreadsheet, and the file of
//! content that names them. Each table has its columns and one row to write over, so that the site builds at once.

use chrono::Datelike;
use clap::{Args as ClapArgs, ValueEnum};

use super::{Refusal, piece, quoted, write_new};
use crate::cli::clock;
use crate::cli::session::Session;
use crate::read::tabella;

/// What the tables hold, and for which year.
#[derive(Debug, ClapArgs)]
pub(super) struct Args {
    /// What the tables are of
    #[arg(value_name = "WHAT")]
    what: What,
    /// Year of the edition; this one unless told
    #[arg(long, value_name = "YEAR")]
    year: Option<i32>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum What {
    /// Cards, dates and contacts of an exchange catalogue
    Catalogo,
    /// Units, objectives, phases and indicators of a plan
    Piano,
}

/// A table: its name, its columns, a row to write over. `{ente}` and `{anno}` stand for what the site and the calendar
/// say.
struct Table {
    name: &'static str,
    columns: &'static str,
    row: &'static str,
}

/// The tables of one kind, and where they are named.
struct Kind {
    /// Folder of the tables below `seeds/`.
    folder: &'static str,
    tables: &'static [Table],
    /// Folder of the section below `content/`.
    section: &'static str,
    title: &'static str,
    /// What else its front matter says.
    keys: &'static str,
}

const CATALOGO: Kind = Kind {
    folder: "catalogo-{anno}",
    tables: &[
        Table {
            name: "schede",
            columns: "titolo;ente;ufficio;descrizione;modalita;partecipanti;durata",
            row: "Esempio: gli orti di quartiere;{ente};Ambiente;Che cosa si viene a vedere, in poche frasi.;Come si svolge \
                  la visita.;da 2 a 4;1 giornata",
        },
        Table {
            name: "disponibilita",
            columns: "scheda;tipo;inizio;fine;stato",
            row: "Esempio: gli orti di quartiere;giorno;17/09/{anno};17/09/{anno};fissata",
        },
        Table {
            name: "contatti",
            columns: "scheda;ente;ruolo;nome;cognome;email;telefono",
            row: "Esempio: gli orti di quartiere;{ente};segreteria;;;segreteria@comune.esempio.it;",
        },
    ],
    section: "catalogo",
    title: "Catalogo degli scambi {anno}",
    keys: "",
};

const PIANO: Kind = Kind {
    folder: "peg-{anno}",
    tables: &[
        Table {
            name: "unita",
            columns: "codice;nome;tipo;superiore;responsabile",
            row: "A;Esempio: servizi alla persona;settore;;",
        },
        Table {
            name: "obiettivi",
            columns: "codice;titolo;tipo;unita;peso_fasi;peso_indicatori;descrizione",
            row: "OB1;Esempio: il piedibus in tutte le scuole;ordinario;A;60;40;Che cosa si vuole ottenere, e per chi.",
        },
        Table {
            name: "fasi",
            columns: "obiettivo;ordine;nome;inizio;fine",
            row: "OB1;1;Esempio: percorsi e volontari;01/04/{anno};30/06/{anno}",
        },
        Table {
            name: "indicatori",
            columns: "obiettivo;testo;valore_atteso",
            row: "OB1;Esempio: scuole con almeno una linea;5",
        },
    ],
    section: "piani/peg-{anno}",
    title: "Piano esecutivo di gestione {anno}",
    keys: "type: piano\ntipo: peg\nente: {ente}\n",
};

/// Writes the tables and the section that names them; their paths. Nothing is written where one is there already.
pub(super) fn make(session: &Session, args: &Args) -> Result<Vec<String>, Refusal> {
    let root = &session.common.root;
    let year = args.year.unwrap_or_else(|| clock::today().year());
    let body = piece::body(session);
    let kind = match args.what {
        What::Catalogo => CATALOGO,
        What::Piano => PIANO,
    };
    let files = files(&kind, year, &body);
    if let Some((path, _)) = files.iter().find(|(path, _)| root.join(path).exists()) {
        return Err(Refusal::Exists(path.clone()));
    }
    for (path, text) in &files {
        write_new(&root.join(path), text.as_bytes())?;
    }
    Ok(files.into_iter().map(|(path, _)| path).collect())
}

/// The files of a kind: path and text.
fn files(kind: &Kind, year: i32, body: &str) -> Vec<(String, String)> {
    let told = |words: &str| words.replace("{anno}", &year.to_string());
    let folder = format!("seeds/{}", told(kind.folder));
    let tables = kind.tables.iter().map(|table| {
        let cells = |line: &str| -> Vec<String> {
            let cells = line.split(';').map(|cell| told(cell).replace("{ente}", body));
            cells.collect()
        };
        let rows = [cells(table.columns), cells(table.row)];
        let text = tabella::for_spreadsheets(&tabella::as_csv(rows));
        (format!("{folder}/{}.csv", table.name), text)
    });
    let keys = told(kind.keys).replace("{ente}", &quoted(body));
    let section = format!(
        "---\ntitle: {}\nanno: {year}\n{keys}# Le tabelle: una riga per ogni cosa. Si aprono con LibreOffice o Excel e si salvano come CSV;\n\
         # altre colonne e altre tabelle si aggiungono, e quelle che non servono si tolgono.\nsource: {folder}\n---\n",
        told(kind.title)
    );
    let mut files: Vec<_> = tables.collect();
    files.push((format!("content/{}/_index.md", told(kind.section)), section));
    files
}
