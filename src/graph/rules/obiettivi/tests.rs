use crate::diag::Language;
use crate::graph::link::tests::Sito;
use crate::read::Hints;

/// What the rules say of a print with these objectives, one `code: message` each, sorted.
fn findings(body: &str) -> Vec<String> {
    let text = format!("**Stampa Obiettivi PEG**\n\nComune di Borgoalto\n\n{body}").replace('→', "\t");
    let hints = Hints {
        anno: Some(2025),
        ..Hints::default()
    };
    let (graph, _) = Sito::default().printed("piano", "peg_obiettivi", &hints, &text).link();
    let mut found = Vec::new();
    super::check(&graph, &mut super::Known::default(), &mut found);
    let said = found
        .iter()
        .map(|finding| format!("{}: {}", finding.code.id, finding.message(Language::It)));
    said.collect()
}

/// A unit's heading and the row of those in charge.
fn unit(code: &str) -> String {
    format!("{code} - UFFICIO {code}→→\nResponsabile settore→BIANCHI LUCA→\n")
}

/// An objective: people and phases row by row, then anything else.
fn objective(title: &str, weights: [&str; 2], people: &[&str], phases: &[&str], more: &str) -> String {
    let [indicators, fasi] = weights;
    format!(
        "Obiettivo PEG→{title}→\nPeso indicatori→{indicators}→Peso fasi→{fasi}\n\
         Descrizione→Testo. INDICATORI: uno→\nObiettivo operativo DUP→1.1.01 - Servizi→\n\n\
         Persona→Categoria→Ruolo→Inizio→Fine\n{}\n\nFase→Descrizione fase→Inizio→Fine\n{}\n\n{more}\n",
        people.join("\n"),
        phases.join("\n")
    )
}

const PERSON: &str = "ROSSI ANNA→Categoria C→Tecnico→01/01/2025→31/12/2025";
const PHASE: &str = "1 - Avvio→→01/01/2025→31/12/2025";

/// The findings about one objective with these people and phases.
fn about(people: &[&str], phases: &[&str]) -> Vec<String> {
    findings(&(unit("SUNO") + &objective("Sportello", ["50.0", "50.0"], people, phases, "")))
}

#[test]
fn an_objective_in_order_gives_no_finding() {
    assert_eq!(about(&[PERSON], &[PHASE]), Vec::<String>::new());
}

#[test]
fn weights_and_missing_parts() {
    let uneven = objective("Sportello", ["40.0", "50.0"], &[PERSON], &[PHASE], "");
    let unmeasured = objective("Anagrafe", ["50.0", "50.0"], &[PERSON], &[PHASE], "").replace(" INDICATORI: uno", "");
    let alone = objective("Tributi", ["50.0", "50.0"], &[], &[PHASE], "");
    assert_eq!(
        findings(&(unit("SUNO") + &uneven + &unmeasured + &alone)),
        [
            "pesi-non-cento: gli indicatori pesano 40 % e le fasi 50 %: insieme 90 %, non 100 %",
            "peso-senza-indicatori: gli indicatori pesano 50 %, ma «Anagrafe» non ne ha",
            "obiettivo-senza-persone: a 1 obiettivo su 3 non è assegnato nessuno",
        ]
    );
}

#[test]
fn days_and_numbers_of_phases() {
    let phases = [
        "1 - Gara→→01/06/2025→31/05/2025",
        "2 - Bando→→01/02/2025→30/04/2025",
        "4 - Collaudo→→01/03/2025→28/02/2026",
    ];
    assert_eq!(
        about(&[PERSON], &phases),
        [
            "fase-finisce-prima: fasi che finiscono prima di cominciare (1): «1 - Gara» (01/06/2025–31/05/2025)",
            "fase-fuori-dal-piano: fasi fuori dal periodo del piano, 01/01/2025–31/12/2025 (1): «4 - Collaudo» \
             (01/03/2025–28/02/2026)",
            "fase-prima-della-precedente: fasi che finiscono prima che cominci quella che le precede (1): «2 - Bando» \
             (–30/04/2025) / «1 - Gara» (01/06/2025–)",
            "numerazione-fasi: le fasi sono numerate 1, 2, 4: un numero manca o si ripete",
            "persone-oltre-le-fasi: 1 assegnazione (01/01/2025–31/12/2025) va oltre il tempo delle fasi \
             (01/02/2025–28/02/2026)",
        ]
    );
}

#[test]
fn deadlines_that_the_dates_keep_are_no_finding() {
    let phases = [
        "1 - Proposta entro il 30/09→entro la fine di settembre→01/01/2025→30/09/2025",
        "2 - Atto→Approvazione entro OTTOBRE→01/01/2025→15/10/2025",
        "3 - Festa→L'11 maggio, nel mese di maggio 2025, come dal 3 marzo 2019→01/01/2025→31/12/2025",
    ];
    assert_eq!(about(&[PERSON], &phases), Vec::<String>::new());
}

#[test]
fn deadlines_that_the_dates_contradict() {
    let phases = [
        "1 - Costituzione→Determina entro APRILE→01/01/2025→01/05/2025",
        "2 - Rilascio→Attività svolta nei mesi febbraio marzo 2024→01/01/2025→31/03/2025",
        "3 - Relazione entro il 20/12→→01/01/2025→31/12/2025",
    ];
    assert_eq!(
        about(&[PERSON], &phases),
        [
            "termine-diverso: termini scritti nel testo e date della tabella non coincidono (3): «entro APRILE» / \
             01/05/2025, «mesi febbraio marzo 2024» / 31/03/2025, «entro il 20/12» / 31/12/2025"
        ]
    );
}

#[test]
fn marked_months_that_the_dates_contradict() {
    let chart = "Cronoprogramma→→Gen→Feb→Mar→Apr→Mag→Giu→Lug→Ago→Set→Ott→Nov→Dic\n\
                 1 - Avvio→Previsto→■→■→→→→→→→→→→\n2 - Fine→Previsto→→→→→→→→→→→■→■";
    let phases = ["1 - Avvio→→01/01/2025→31/03/2025", "2 - Fine→→15/11/2025→31/12/2025"];
    let objective = objective("Sportello", ["50", "50"], &[PERSON], &phases, chart);
    assert_eq!(
        findings(&(unit("SUNO") + &objective)),
        [
            "cronoprogramma-diverso: mesi segnati nel cronoprogramma e mesi delle date non coincidono (1): «1 - Avvio» \
          (01, 02 / 01, 02, 03)"
        ]
    );
}

#[test]
fn people_listed_twice_and_names_one_letter_apart() {
    let again = "ROSSI ANNA→Categoria C→Messo→01/01/2025→31/12/2025";
    let alike = "ROSSI ANNNA→Categoria C→Tecnico→01/01/2025→31/12/2025";
    let other = "ROSSI ANNO→Categoria C→Tecnico→01/01/2025→31/12/2025";
    let first = objective("Sportello", ["50", "50"], &[PERSON, again], &[PHASE], "");
    let second = objective("Anagrafe", ["50", "50"], &[alike], &[PHASE], "");
    let third = objective("Tributi", ["50", "50"], &[other], &[PHASE], "");
    assert_eq!(
        findings(&(unit("SUNO") + &first + &second + &third)),
        [
            "persona-ripetuta: persone elencate più volte nello stesso obiettivo (1): «ROSSI ANNA»",
            "nomi-quasi-uguali: «ROSSI ANNA» e «ROSSI ANNNA» sono forse la stessa persona",
        ]
    );
}

#[test]
fn one_objective_under_two_units_and_the_index_against_the_body() {
    let index = "<b>SUNO - UFFICIO SUNO</b>→1\n<b>SDU - UFFICIO SDUE</b>→2\n<b>STRE - TRIBUTI</b>→3\n\n";
    let twin = objective("Sportello", ["50", "50"], &[PERSON], &[PHASE], "");
    let body = [index, &unit("SUNO"), &twin, &unit("SDUE"), &twin, &unit("SQUATTRO")].concat();
    assert_eq!(
        findings(&body),
        [
            "obiettivo-ripetuto: «Sportello» è stampato sotto più unità: SUNO, SDUE",
            "codice-unita-diverso: l'indice scrive il codice SDU, il testo SDUE: «UFFICIO SDUE»",
            "unita-annunciata-mancante: l'indice annuncia «STRE - TRIBUTI», ma il documento non la riporta",
            "unita-non-in-indice: «SQUATTRO - UFFICIO SQUATTRO» non è nell'indice",
            "unita-senza-obiettivi: «SQUATTRO - UFFICIO SQUATTRO» non ha obiettivi",
        ]
    );
}

#[test]
fn a_unit_that_the_index_announces_under_two_sectors() {
    let index = "<b>SUNO - PRIMO</b>→1\nUORTI - ORTI→1\n<b>SDUE - SECONDO</b>→2\nUORTI - ORTI→2\n\n";
    let office = "UORTI - ORTI→→\nResponsabile settore→BIANCHI LUCA→Responsabile ufficio→ROSSI EVA\n";
    let sector = |code: &str, name: &str, title: &str| {
        let head = format!("{code} - {name}→→\nResponsabile settore→BIANCHI LUCA→\n");
        head + &objective(title, ["50", "50"], &[PERSON], &[PHASE], "")
    };
    let inner = objective("Orti", ["50", "50"], &[PERSON], &[PHASE], "");
    let body = [
        index,
        &sector("SUNO", "PRIMO", "Uno"),
        office,
        &inner,
        &sector("SDUE", "SECONDO", "Due"),
    ]
    .concat();
    assert_eq!(
        findings(&body),
        [
            "unita-annunciata-mancante: l'indice annuncia «UORTI - ORTI» sotto «SDUE», \
          ma il documento la riporta solo sotto «SUNO»"
        ]
    );
}

#[test]
fn one_indicator_with_two_targets_and_more_effort_than_a_person_has() {
    let table = "Indicatore→Udm→Valore di riferimento\nUtenti→Num→30\nUtenti→Num→40";
    let effort = "\n\nPersona→Categoria→Impegno\nVERDI SARA→Categoria C→60,00 %\nNERI UGO→Categoria C→50 %";
    let first = objective(
        "Sportello",
        ["50", "50"],
        &[PERSON],
        &[PHASE],
        &(table.to_owned() + effort),
    );
    let second = objective(
        "Anagrafe",
        ["50", "50"],
        &[PERSON],
        &[PHASE],
        &effort.replace("60,00", "40,50"),
    );
    assert_eq!(
        findings(&(unit("SUNO") + &first + &second)),
        [
            "impegno-oltre-cento: a «VERDI SARA» sono chiesti in tutto 100,50 % del tempo in 2 righe",
            "valori-attesi-diversi: l'indicatore «Utenti» ha più valori attesi: 30 / 40",
        ]
    );
}
