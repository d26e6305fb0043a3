//! Sums of a budget by partner: each row and each column against the total printed for it.

use crate::diag::Diagnostic;
use crate::diag::register::progetto::{SOMMA_COLONNA, SOMMA_PARTNER};
use crate::graph::Graph;
use crate::model::{Detto, Euro, Id, Partner, Piano, TotalePartner};

type Amount = Option<Detto<Euro>>;

/// A column of the budget: its name, and where partners and totals keep it.
struct Column {
    nome: &'static str,
    partner: fn(&Partner) -> &Amount,
    totale: fn(&TotalePartner) -> &Amount,
}

const COLUMNS: [Column; 4] = [
    Column {
        nome: "personale interno",
        partner: |partner| &partner.personale_interno,
        totale: |totale| &totale.personale_interno,
    },
    Column {
        nome: "spese generali",
        partner: |partner| &partner.spese_generali,
        totale: |totale| &totale.spese_generali,
    },
    Column {
        nome: "beni e servizi",
        partner: |partner| &partner.beni_servizi,
        totale: |totale| &totale.beni_servizi,
    },
    Column {
        nome: "totale",
        partner: |partner| &partner.totale,
        totale: |totale| &totale.totale,
    },
];

pub(super) fn check(graph: &Graph, found: &mut Vec<Diagnostic>) {
    for partner in &graph.partner {
        let parts = [
            &partner.personale_interno,
            &partner.spese_generali,
            &partner.beni_servizi,
        ];
        let nome = &graph.enti[partner.ente].nome;
        found.extend(row(nome, parts, &partner.totale).map(|finding| about(graph, partner.piano, finding)));
    }
    for totale in &graph.totali_partner {
        let parts = [&totale.personale_interno, &totale.spese_generali, &totale.beni_servizi];
        let sums = row("Totale", parts, &totale.totale).into_iter();
        let sums = sums.chain(COLUMNS.iter().filter_map(|of| column(graph, totale, of)));
        found.extend(sums.map(|finding| about(graph, totale.piano, finding)));
    }
}

fn about(graph: &Graph, piano: Id<Piano>, finding: Diagnostic) -> Diagnostic {
    let piano = &graph.piani[piano];
    finding.about(piano.id.as_str(), piano.titolo.as_str())
}

/// A row whose parts do not make its total.
fn row(nome: &str, parts: [&Amount; 3], totale: &Amount) -> Option<Diagnostic> {
    let totale = totale.as_ref()?;
    let sum = sum(parts.into_iter())?;
    let places = parts.into_iter().flatten().map(|part| part.span);
    let finding = Diagnostic::new(&SOMMA_PARTNER).at(totale.span).with("partner", nome);
    let finding = places.fold(finding, Diagnostic::and);
    (sum != totale.value).then(|| finding.with("totale", totale.value).with("somma", sum))
}

/// A column whose partners do not make the total below it.
fn column(graph: &Graph, totale: &TotalePartner, column: &Column) -> Option<Diagnostic> {
    let printed = (column.totale)(totale).as_ref()?;
    let partners = graph.relations.partner_di_piano.of(totale.piano);
    let amounts = || partners.iter().map(|id| (column.partner)(&graph.partner[*id]));
    let sum = sum(amounts())?;
    let finding = Diagnostic::new(&SOMMA_COLONNA)
        .at(printed.span)
        .with("colonna", column.nome);
    let finding = amounts()
        .flatten()
        .map(|amount| amount.span)
        .fold(finding, Diagnostic::and);
    (sum != printed.value).then(|| finding.with("totale", printed.value).with("somma", sum))
}

/// The sum of the amounts that are printed; nothing where none is.
fn sum<'a>(amounts: impl Iterator<Item = &'a Amount>) -> Option<Euro> {
    let mut printed = amounts.flatten().map(|amount| amount.value).peekable();
    printed.peek()?;
    Some(printed.sum())
}
