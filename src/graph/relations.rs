use super::Graph;
use crate::model::{
    Assegnazione, Attivita, Contatto, Disponibilita, Ente, Fase, Id, Indicatore, LineaStrategica, Obiettivo, Partner,
    Piano, Progetto, Scadenza, Scheda, Sezione, Unita, VoceBilancio, VoceCalendario,
};

/// For each node of one kind, the nodes of another kind that point at it, in source order. Two flat lists.
#[derive(Debug)]
pub struct Inverse<To, From> {
    starts: Vec<u32>,
    members: Vec<Id<From>>,
    of: std::marker::PhantomData<fn() -> To>,
}

impl<To, From> Inverse<To, From> {
    /// Turns "node points at target" round.
    fn new(targets: usize, pairs: impl Iterator<Item = (Id<To>, Id<From>)>) -> Self {
        let pairs: Vec<(Id<To>, Id<From>)> = pairs.collect();
        let mut starts = vec![0_u32; targets + 1];
        for (target, _) in &pairs {
            starts[target.index() + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut members = vec![Id::new(0); pairs.len()];
        for (target, from) in pairs {
            let slot = &mut next[target.index()];
            members[*slot as usize] = from;
            *slot += 1;
        }
        Self {
            starts,
            members,
            of: std::marker::PhantomData,
        }
    }

    /// The nodes that point at `target`.
    #[must_use]
    pub fn of(&self, target: Id<To>) -> &[Id<From>] {
        let at = target.index();
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(start), Some(end)) => &self.members[*start as usize..*end as usize],
            _ => &[],
        }
    }
}

impl<To, From> Default for Inverse<To, From> {
    fn default() -> Self {
        Self {
            starts: Vec::new(),
            members: Vec::new(),
            of: std::marker::PhantomData,
        }
    }
}

impl<To, From> Clone for Inverse<To, From> {
    fn clone(&self) -> Self {
        Self {
            starts: self.starts.clone(),
            members: self.members.clone(),
            of: std::marker::PhantomData,
        }
    }
}

/// A field that points at nodes: one, perhaps one, or several.
trait Points<To> {
    /// The nodes.
    fn targets(&self) -> &[Id<To>];
}

impl<To> Points<To> for Id<To> {
    fn targets(&self) -> &[Id<To>] {
        std::slice::from_ref(self)
    }
}

impl<To> Points<To> for Option<Id<To>> {
    fn targets(&self) -> &[Id<To>] {
        self.as_slice()
    }
}

impl<To> Points<To> for Vec<Id<To>> {
    fn targets(&self) -> &[Id<To>] {
        self
    }
}

macro_rules! relations {
    ($($(#[doc = $doc:literal])+ $name:ident: $to:ty = $to_list:ident <- $from:ty = $from_list:ident . $field:ident;)+) => {
        /// References turned round, made once when the graph is linked.
        #[derive(Clone, Debug, Default)]
        pub struct Relations {
            $($(#[doc = $doc])+ pub $name: Inverse<$to, $from>,)+
        }

        impl Relations {
            /// Turns every reference of the graph's lists round.
            pub(super) fn of(graph: &Graph) -> Self {
                let mut relations = Self::default();
                rayon::scope(|all| {
                    $(let place = &mut relations.$name;
                    all.spawn(|_| {
                        let pairs = graph.$from_list.entries().flat_map(|(id, node)| {
                            let targets: &[Id<$to>] = node.$field.targets();
                            targets.iter().map(move |target| (*target, id))
                        });
                        *place = Inverse::new(graph.$to_list.len(), pairs);
                    });)+
                });
                relations
            }
        }
    };
}

relations! {
    /// Cards of a body.
    schede_di_ente: Ente = enti <- Scheda = schede.ente;
    /// Contacts of a body.
    contatti_di_ente: Ente = enti <- Contatto = contatti.ente;
    /// Plans of a body.
    piani_di_ente: Ente = enti <- Piano = piani.ente;
    /// Partnerships of a body.
    partner_di_ente: Ente = enti <- Partner = partner.ente;
    /// Narrative parts about a body.
    sezioni_di_ente: Ente = enti <- Sezione = sezioni.ente;
    /// Contacts of a card.
    contatti_di_scheda: Scheda = schede <- Contatto = contatti.scheda;
    /// Dates of a card.
    disponibilita_di_scheda: Scheda = schede <- Disponibilita = disponibilita.scheda;
    /// Grid labels that can mean a card.
    calendario_di_scheda: Scheda = schede <- VoceCalendario = calendario.intese;
    /// Units of a plan.
    unita_di_piano: Piano = piani <- Unita = unita.piano;
    /// Strategic lines of a plan.
    linee_di_piano: Piano = piani <- LineaStrategica = linee_strategiche.piano;
    /// Products and projects of a plan.
    progetti_di_piano: Piano = piani <- Progetto = progetti.piano;
    /// Objectives of a plan.
    obiettivi_di_piano: Piano = piani <- Obiettivo = obiettivi.piano;
    /// Indicators of a plan or project.
    indicatori_di_piano: Piano = piani <- Indicatore = indicatori.piano;
    /// Partners of a project.
    partner_di_piano: Piano = piani <- Partner = partner.piano;
    /// Activities of a project.
    attivita_di_piano: Piano = piani <- Attivita = attivita.piano;
    /// Next steps of a project.
    scadenze_di_piano: Piano = piani <- Scadenza = scadenze.piano;
    /// Narrative parts of a project.
    sezioni_di_piano: Piano = piani <- Sezione = sezioni.piano;
    /// Participants and contacts of a project.
    contatti_di_piano: Piano = piani <- Contatto = contatti.piano;
    /// Units right below a unit.
    unita_sotto: Unita = unita <- Unita = unita.superiore;
    /// Objectives of a unit.
    obiettivi_di_unita: Unita = unita <- Obiettivo = obiettivi.unita;
    /// Products and projects of a unit.
    progetti_di_unita: Unita = unita <- Progetto = progetti.unita;
    /// Strategic lines right below a line.
    linee_sotto: LineaStrategica = linee_strategiche <- LineaStrategica = linee_strategiche.superiore;
    /// Objectives that serve a line.
    obiettivi_di_linea: LineaStrategica = linee_strategiche <- Obiettivo = obiettivi.linea_strategica;
    /// Products and projects that serve a line.
    progetti_di_linea: LineaStrategica = linee_strategiche <- Progetto = progetti.linea_strategica;
    /// Objectives of a product or project.
    obiettivi_di_progetto: Progetto = progetti <- Obiettivo = obiettivi.progetto;
    /// Phases of a product or project.
    fasi_di_progetto: Progetto = progetti <- Fase = fasi.progetto;
    /// People assigned to a product or project.
    assegnazioni_di_progetto: Progetto = progetti <- Assegnazione = assegnazioni.progetto;
    /// Budget lines of a product or project.
    bilancio_di_progetto: Progetto = progetti <- VoceBilancio = bilancio.progetto;
    /// Phases of an objective.
    fasi_di_obiettivo: Obiettivo = obiettivi <- Fase = fasi.obiettivo;
    /// Indicators of an objective.
    indicatori_di_obiettivo: Obiettivo = obiettivi <- Indicatore = indicatori.obiettivo;
    /// People assigned to an objective.
    assegnazioni_di_obiettivo: Obiettivo = obiettivi <- Assegnazione = assegnazioni.obiettivo;
}
