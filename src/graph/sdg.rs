//! The 17 goals of the 2030 Agenda (United Nations, A/RES/70/1), by their short names.

/// Name of the taxonomy whose terms are the goals.
pub const SDG: &str = "sdg";

/// A goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// From 1 to 17.
    pub number: u8,
    /// Italian short name (Centro regionale di informazione delle Nazioni Unite).
    pub it: &'static str,
    /// English short name.
    pub en: &'static str,
}

const fn goal(number: u8, it: &'static str, en: &'static str) -> Goal {
    Goal { number, it, en }
}

/// The goals, by number.
pub const GOALS: [Goal; 17] = [
    goal(1, "Sconfiggere la povertà", "No poverty"),
    goal(2, "Sconfiggere la fame", "Zero hunger"),
    goal(3, "Salute e benessere", "Good health and well-being"),
    goal(4, "Istruzione di qualità", "Quality education"),
    goal(5, "Parità di genere", "Gender equality"),
    goal(
        6,
        "Acqua pulita e servizi igienico-sanitari",
        "Clean water and sanitation",
    ),
    goal(7, "Energia pulita e accessibile", "Affordable and clean energy"),
    goal(
        8,
        "Lavoro dignitoso e crescita economica",
        "Decent work and economic growth",
    ),
    goal(
        9,
        "Imprese, innovazione e infrastrutture",
        "Industry, innovation and infrastructure",
    ),
    goal(10, "Ridurre le disuguaglianze", "Reduced inequalities"),
    goal(11, "Città e comunità sostenibili", "Sustainable cities and communities"),
    goal(
        12,
        "Consumo e produzione responsabili",
        "Responsible consumption and production",
    ),
    goal(13, "Lotta contro il cambiamento climatico", "Climate action"),
    goal(14, "La vita sott’acqua", "Life below water"),
    goal(15, "La vita sulla Terra", "Life on land"),
    goal(
        16,
        "Pace, giustizia e istituzioni solide",
        "Peace, justice and strong institutions",
    ),
    goal(17, "Partnership per gli obiettivi", "Partnerships for the goals"),
];

impl Goal {
    /// The goal that an editor's term means: its number.
    #[must_use]
    pub fn of(term: &str) -> Option<&'static Self> {
        let number: u8 = term.trim().parse().ok()?;
        GOALS.iter().find(|goal| goal.number == number)
    }
}
