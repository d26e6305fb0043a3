use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

use super::{Recapito, SezioneView};
use crate::graph::Graph;
use crate::model::{Ambito, Attivita, Detto, Euro, Giorno, Id, Indicatore, Partner, Piano, Scadenza};
use crate::render::picture::amount_bar;
use crate::render::site::Site;
use crate::render::view::parti::{Gantt, IndicatoreView, Riga};
use crate::render::view::{Crumb, Day, Layout, Place};

/// A project: `progetti/progetto.html`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProgettoView<'g> {
    /// What every page has.
    pub page: Layout<'g>,
    /// Partners with their budget.
    pub partner: Vec<PartnerView<'g>>,
    /// Sum of the partners' budgets, decimal; empty without amounts.
    pub totale: Option<String>,
    /// A chart for each action.
    pub azioni: Vec<AzioneView<'g>>,
    /// Indicators of what is made.
    pub output: Vec<IndicatoreView<'g>>,
    /// Indicators of what it brings about.
    pub risultato: Vec<IndicatoreView<'g>>,
    /// Indicators of neither kind.
    pub altri: Vec<IndicatoreView<'g>>,
    /// Next steps.
    pub scadenze: Vec<ScadenzaView<'g>>,
    /// Narrative parts, in source order.
    pub sezioni: Vec<SezioneView<'g>>,
    /// Participants and contacts.
    pub persone: Vec<Recapito<'g>>,
}

/// A partner with its budget.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PartnerView<'g> {
    /// Name and page.
    pub ente: Crumb<'g>,
    /// What it does, a word of the open data.
    pub ruolo: &'static str,
    /// Own staff, decimal.
    pub personale_interno: Option<String>,
    /// Overheads, decimal.
    pub spese_generali: Option<String>,
    /// Goods and services, decimal.
    pub beni_servizi: Option<String>,
    /// Sum as printed, decimal.
    pub totale: Option<String>,
    /// The sum as a bar, SVG.
    pub disegno: String,
    /// Where it is printed.
    pub luogo: Option<Place<'g>>,
}

/// An action with its activities.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AzioneView<'g> {
    /// The action, as printed; empty for activities without one.
    pub titolo: &'g str,
    /// Its activities, as table and chart.
    pub gantt: Gantt<'g>,
}

/// A next step.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ScadenzaView<'g> {
    /// What.
    pub cosa: &'g str,
    /// Who.
    pub chi: Option<&'g str>,
    /// By when.
    pub entro: Option<Day>,
    /// Whether that day lies before the build date.
    pub passata: bool,
    /// Where it is printed.
    pub luogo: Option<Place<'g>>,
}

/// The page of a project.
#[must_use]
pub fn progetto<'g>(site: &Site<'g>, id: Id<Piano>) -> ProgettoView<'g> {
    let (graph, to) = (site.graph, &site.graph.relations);
    let partners: Vec<&Partner> = to
        .partner_di_piano
        .of(id)
        .iter()
        .map(|of| &graph.partner[*of])
        .collect();
    let steps = to
        .scadenze_di_piano
        .of(id)
        .iter()
        .map(|of| next_step(site, &graph.scadenze[*of]));
    let parts = to.sezioni_di_piano.of(id).iter().enumerate();
    let view = ProgettoView {
        page: layout(site, id),
        totale: total(&partners),
        partner: partner_views(site, &partners),
        azioni: actions(site, id),
        output: indicators(site, id, Some(Ambito::Output)),
        risultato: indicators(site, id, Some(Ambito::Risultato)),
        altri: indicators(site, id, None),
        scadenze: steps.collect(),
        sezioni: parts
            .map(|(at, of)| SezioneView::of(site, at + 1, &graph.sezioni[*of]))
            .collect(),
        persone: to
            .contatti_di_piano
            .of(id)
            .iter()
            .map(|of| Recapito::of(site, &graph.contatti[*of]))
            .collect(),
    };
    view.indexed(site)
}

impl<'g> ProgettoView<'g> {
    fn indexed(mut self, site: &Site<'g>) -> Self {
        let measured = !(self.output.is_empty() && self.risultato.is_empty() && self.altri.is_empty());
        let sections = [
            ("partner", !self.partner.is_empty()),
            ("azioni", !self.azioni.is_empty()),
            ("indicatori", measured),
            ("scadenze", !self.scadenze.is_empty()),
            ("documento", !self.sezioni.is_empty()),
            ("persone", !self.persone.is_empty()),
        ];
        for (id, _) in sections.into_iter().filter(|(_, there)| *there) {
            self.page = self.page.section(id, site.word("progetti", id));
        }
        self
    }
}

fn total(partners: &[&Partner]) -> Option<String> {
    let known = partners
        .iter()
        .filter_map(|partner| partner.totale.as_ref())
        .map(|amount| amount.value);
    let sum: Euro = known.sum();
    (sum != Euro(0)).then(|| sum.to_string())
}

fn partner_views<'g>(site: &Site<'g>, partners: &[&'g Partner]) -> Vec<PartnerView<'g>> {
    let amount = |said: &Option<Detto<Euro>>| said.as_ref().map(|amount| amount.value);
    let largest = partners
        .iter()
        .filter_map(|partner| amount(&partner.totale))
        .max()
        .unwrap_or_default();
    let view = |partner: &&'g Partner| {
        let ente = &site.graph.enti[partner.ente];
        let decimal = |said: &Option<Detto<Euro>>| amount(said).map(|amount| amount.to_string());
        PartnerView {
            ente: Crumb::new(ente.nome.as_str(), ente.url.as_str()),
            ruolo: partner.ruolo.word(),
            personale_interno: decimal(&partner.personale_interno),
            spese_generali: decimal(&partner.spese_generali),
            beni_servizi: decimal(&partner.beni_servizi),
            totale: decimal(&partner.totale),
            disegno: amount_bar(amount(&partner.totale).unwrap_or_default(), largest),
            luogo: Place::of(site, &partner.origine),
        }
    };
    partners.iter().map(view).collect()
}

/// The activities grouped by their action, in the order in which the actions are first named.
fn actions<'g>(site: &Site<'g>, id: Id<Piano>) -> Vec<AzioneView<'g>> {
    let graph = site.graph;
    let mut groups: Vec<(&'g str, Vec<Riga<'g>>)> = Vec::new();
    for attivita in graph
        .relations
        .attivita_di_piano
        .of(id)
        .iter()
        .map(|of| &graph.attivita[*of])
    {
        let action = action_of(attivita);
        let row = Riga::of_activity(site, attivita);
        match groups.iter_mut().find(|(known, _)| *known == action) {
            Some((_, rows)) => rows.push(row),
            None => groups.push((action, vec![row])),
        }
    }
    let drawn = groups.into_iter().filter_map(|(titolo, rows)| {
        let gantt = Gantt::draw(site, rows)?;
        Some(AzioneView { titolo, gantt })
    });
    drawn.collect()
}

fn action_of(attivita: &Attivita) -> &str {
    attivita.azione.as_ref().map_or("", |action| action.as_str())
}

fn indicators<'g>(site: &Site<'g>, id: Id<Piano>, ambito: Option<Ambito>) -> Vec<IndicatoreView<'g>> {
    let graph = site.graph;
    let all = graph
        .relations
        .indicatori_di_piano
        .of(id)
        .iter()
        .map(|of| &graph.indicatori[*of]);
    let wanted = all.filter(|indicatore: &&Indicatore| indicatore.ambito == ambito);
    wanted.map(|indicatore| IndicatoreView::of(site, indicatore)).collect()
}

fn next_step<'g>(site: &Site<'g>, scadenza: &'g Scadenza) -> ScadenzaView<'g> {
    ScadenzaView {
        cosa: &scadenza.cosa,
        chi: scadenza.chi.as_ref().map(|who| who.as_str()),
        entro: scadenza.entro.as_ref().map(|day| Day(day.value)),
        passata: scadenza.entro.as_ref().is_some_and(|day| day.value < site.today),
        luogo: Place::of(site, &scadenza.origine),
    }
}

fn layout<'g>(site: &Site<'g>, id: Id<Piano>) -> Layout<'g> {
    let graph = site.graph;
    let piano = &graph.piani[id];
    let kind = site.word("tipo_piano", piano.tipo.word());
    let mut page = Layout::new(site, piano.url.as_str(), piano.titolo.as_str(), kind)
        .below(site.text("menu.progetti"), "/progetti/")
        .kicker(kind);
    if let Some(ente) = piano.ente.map(|ente| &graph.enti[ente]) {
        page = page.fact_with_page(site.text("progetti.titolare"), ente.nome.as_str(), ente.url.as_str());
    }
    let cup = piano
        .cup
        .as_ref()
        .map_or(site.text("progetti.cup_manca"), |cup| cup.as_str());
    let data = format!("{}dati.json", piano.url);
    let tempi = Tempi::of(graph, id);
    page.fact(site.text("progetti.stato"), tempi.state(site))
        .fact(site.text("progetti.inizio"), tempi.said(site, tempi.inizio))
        .fact(site.text("progetti.fine"), tempi.said(site, tempi.fine))
        .fact(
            site.text("progetti.costo"),
            super::registro::cost(site, id).unwrap_or_default(),
        )
        .fact_as_printed(site, site.text("progetti.programma"), piano.programma.as_ref())
        .fact(site.text("progetti.cup"), cup)
        .printed(site, &piano.origine)
        .updated(graph.documento(&piano.origine).and_then(|of| graph.documenti[of].data))
        .download(site, site.text("piani.scadenze"), format!("{}scadenze.ics", piano.url))
        .download(site, site.text("pagina.dati_json"), data)
        .about(project(site, id))
}

/// Structured data: the project with who takes part in it.
fn project(site: &Site<'_>, id: Id<Piano>) -> serde_json::Value {
    let graph = site.graph;
    let piano = &graph.piani[id];
    let partners = graph.relations.partner_di_piano.of(id).iter();
    let members = partners.map(|of| {
        let ente = &graph.enti[graph.partner[*of].ente];
        json!({"@type": "Organization", "@id": site.common_url(&ente.url), "name": ente.nome.as_str()})
    });
    let mut project = json!({"@type": "Project", "@id": site.common_url(&piano.url), "name": piano.titolo.as_str()});
    let members: Vec<_> = members.collect();
    if !members.is_empty() {
        project["member"] = json!(members);
    }
    let days = [("foundingDate", &piano.inizio), ("dissolutionDate", &piano.fine)];
    for (name, day) in days.into_iter().filter_map(|(name, day)| Some((name, day.as_ref()?))) {
        project[name] = json!(day.value.to_string());
    }
    if let Some(cup) = &piano.cup {
        project["identifier"] = json!({"@type": "PropertyValue", "propertyID": "CUP", "value": cup.as_str()});
    }
    project
}

/// First and last day of a project: as printed, else those of its activities. The tables keep to what is printed; pages
/// say where the days come from.
pub(super) struct Tempi {
    pub(super) inizio: Option<Giorno>,
    pub(super) fine: Option<Giorno>,
    from_activities: bool,
}

impl Tempi {
    pub(super) fn of(graph: &Graph, id: Id<Piano>) -> Self {
        let day = |said: &Option<Detto<Giorno>>| said.as_ref().map(|day| day.value);
        let piano = &graph.piani[id];
        let (inizio, fine) = (day(&piano.inizio), day(&piano.fine));
        let from_activities = inizio.is_none() && fine.is_none();
        if !from_activities {
            return Self {
                inizio,
                fine,
                from_activities,
            };
        }
        let activities = || {
            graph
                .relations
                .attivita_di_piano
                .of(id)
                .iter()
                .map(|of| &graph.attivita[*of])
        };
        Self {
            inizio: activities().filter_map(|one| day(&one.inizio)).min(),
            fine: activities().filter_map(|one| day(&one.fine)).max(),
            from_activities,
        }
    }

    fn said(&self, site: &Site<'_>, day: Option<Giorno>) -> String {
        let Some(day) = day else { return String::new() };
        let day = site.locale().day(day, crate::render::format::DayStyle::Plain);
        match self.from_activities {
            true => format!("{day} ({})", site.text("progetti.dalle_attivita")),
            false => day,
        }
    }

    /// Where the project stands on the build date.
    pub(super) fn state<'g>(&self, site: &Site<'g>) -> &'g str {
        match (self.inizio, self.fine) {
            (_, Some(end)) if end < site.today => site.text("progetti.concluso"),
            (Some(start), _) if start > site.today => site.text("progetti.da_avviare"),
            (None, None) => site.text("progetti.non_noto"),
            _ => site.text("progetti.in_corso"),
        }
    }
}

/// The partners' total of a project.
pub(super) fn partners_total(graph: &Graph, id: Id<Piano>) -> Option<Euro> {
    let partners = graph.relations.partner_di_piano.of(id).iter();
    let amounts = partners
        .filter_map(|of| graph.partner[*of].totale.as_ref())
        .map(|amount| amount.value);
    amounts.reduce(|a, b| Euro(a.0 + b.0))
}
