//! Every kind of fact, written in front matter with the names of the open data and values as people write them.

use super::site::Site;

fn site() -> Site {
    Site::of(&[
        ("vetrina.yaml", "title: Prova\nbase_url: https://esempio.it\n"),
        (
            "content/enti/comune-di-prova.md",
            "---\ntype: ente\nnome: Comune di Prova\ntipo: comune\n---\nUn comune di collina.\n",
        ),
        (
            "content/catalogo/_index.md",
            "---\ntitle: Catalogo\nente: Comune di Prova\nanno: 2024\n---\n",
        ),
        (
            "content/catalogo/orti.md",
            "---\ntype: scheda\ntitle: Orti\nente: Comune di Prova\nanno: 2024\ndurata: da 3 a 5 giornate\n\
             partecipanti: massimo 6 persone\ndisponibilita: [5 – 6 settembre 2024]\n\
             contatti: [{ruolo: responsabile, nome: Ada, cognome: Neri}]\n---\nSi impara a fare gli orti.\n",
        ),
        (
            "content/piani/peg/_index.md",
            "---\ntype: piano\ntitle: PEG 2024\ntipo: peg\nente: Comune di Prova\ninizio: 1 gennaio 2024\nfine: 31/12/2024\n---\n",
        ),
        (
            "content/piani/peg/unita/servizi.md",
            "---\ntype: unita\ntitle: Servizi al cittadino\ncodice: S01\ntipo: settore\nresponsabile: Ada Neri\n---\n",
        ),
        (
            "content/piani/peg/strategia/digitale.md",
            "---\ntype: linea\ntitle: Digitale\ncodice: 5.3.01\nlivello: azione\n---\n",
        ),
        (
            "content/piani/peg/progetti/sportello.md",
            "---\ntype: progetto\ntitle: Sportello\ncodice: 2024_PD_01\ntipo: prodotto\nunita: Servizi al cittadino\n\
             budget: 178.103,20\npercentuale: 12,5 %\nbilancio:\n  - {capitolo: 03250, articolo: 00, direzione: spesa, \
             natura: corrente, importo: \"1250.00\"}\n---\n",
        ),
        (
            "content/piani/peg/obiettivi/sabato.md",
            "---\ntype: obiettivo\ntitle: Aprire il sabato\ncodice: 0012\ntipo: miglioramento\nunita: S01\n\
             progetto: Sportello\nlinea_strategica: 5.3.01\npeso_fasi: 60 %\nfasi:\n  - {nome: Avvio, inizio: 5 settembre \
             2024, fine: 2024-09-30}\nindicatori: [{testo: Sabati, valore_atteso: \">= 40\"}]\nassegnazioni: [{persona: \
             Ada Neri, ruolo: Dirigente, impegno_percentuale: \"50\"}]\n---\nIl sabato mattina.\n",
        ),
        (
            "content/progetti/rete/_index.md",
            "---\ntype: piano\ntitle: In rete\ntipo: progetto\nente: Comune di Prova\ninizio: 5 settembre 2024\n\
             partner: [{ente: Comune di Prova, ruolo: capofila, totale: \"10.000,00\"}]\nscadenze: [{cosa: Relazione, chi: \
             Tutti, entro: 30 ottobre 2024}]\n---\n",
        ),
        (
            "content/progetti/rete/attivita/incontri.md",
            "---\ntype: attivita\ndescrizione: Incontri\ncodice: A1\nazione: Scambio\ninizio: settembre 2024\n---\n",
        ),
        ("content/nota.md", "---\ntype: pagina\ntitle: Nota\n---\nTesto.\n"),
    ])
}

#[test]
fn every_kind_is_read_into_its_table() {
    let site = site();
    let run = site.run(&["build"]);
    assert_eq!(run.exit, 0, "{}", run.said);
    let public = site.public();
    let table = |name: &str| {
        public[&format!("dati/{name}.csv")]
            .lines()
            .skip(1)
            .collect::<Vec<_>>()
            .join("\n")
    };
    let all: Vec<String> = [
        "enti",
        "schede",
        "disponibilita",
        "contatti",
        "piani",
        "unita",
        "linee_strategiche",
        "progetti",
        "obiettivi",
        "fasi",
        "indicatori",
        "assegnazioni",
        "bilancio",
        "partner",
        "attivita",
        "scadenze",
    ]
    .map(|name| format!("{name}\n{}", table(name)))
    .into();
    insta::assert_snapshot!(all.join("\n\n"));
}
