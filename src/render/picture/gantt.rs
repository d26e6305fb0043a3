use chrono::{Datelike as _, Days, NaiveDate};

use crate::model::{Giorno, Periodo};
use crate::render::format::push_integer;

/// The months that a Gantt chart covers, each as wide as the next. One unit is a month; bars are placed to the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// First month, counted from year 0.
    first: i32,
    /// How many months.
    months: i32,
}

/// A stretch of the scale with its label: one month, or a quarter or year where there are many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// First month of the stretch, 1 to 12.
    pub month: u32,
    /// Its year.
    pub year: i32,
    /// How many months it covers.
    pub months: u32,
}

/// Up to so many months each month has its own label, then each quarter, then each year.
const LABELLED_MONTHS: i32 = 18;
const LABELLED_QUARTERS: i32 = 48;

/// Units of height of a row.
const HEIGHT: i32 = 20;

impl Scale {
    /// The scale that shows all these periods whole; none without a period.
    pub fn covering(periods: impl Iterator<Item = Periodo>) -> Option<Self> {
        let bounds = periods.map(|period| (month_of(period.inizio), month_of(period.fine)));
        let (first, last) = bounds.reduce(|all, one| (all.0.min(one.0), all.1.max(one.1)))?;
        Some(Self {
            first,
            months: last - first + 1,
        })
    }

    /// The labels of the scale, left to right; their months sum up to the whole.
    #[must_use]
    pub fn ticks(self) -> Vec<Tick> {
        let step = self.months_per_label();
        let mut ticks = Vec::new();
        let mut month = self.first;
        let end = self.first + self.months;
        while month < end {
            let next = (month.div_euclid(step) * step + step).min(end);
            ticks.push(Tick {
                month: month.rem_euclid(12) as u32 + 1,
                year: month.div_euclid(12),
                months: (next - month) as u32,
            });
            month = next;
        }
        ticks
    }

    fn months_per_label(self) -> i32 {
        if self.months <= LABELLED_MONTHS {
            1
        } else if self.months <= LABELLED_QUARTERS {
            3
        } else {
            12
        }
    }

    /// Makes ready for drawing rows.
    #[must_use]
    pub fn rows(self) -> Rows {
        let width = self.months * 1000;
        let mut begin = format!(
            r#"<svg class="gantt" viewBox="0 0 {width} {HEIGHT}" preserveAspectRatio="none" aria-hidden="true" focusable="false"><path class="mesi" d=""#
        );
        for tick in self.ticks().iter().skip(1) {
            let at = (tick.year * 12 + tick.month as i32 - 1 - self.first) * 1000;
            push(&mut begin, "M", at);
            push(&mut begin, " 0V", HEIGHT);
        }
        begin.push_str("\"/>");
        Rows { scale: self, begin }
    }

    /// Where a period begins and ends on the scale; its last day counts whole.
    fn place(self, period: Periodo) -> (i32, i32) {
        let after = period.fine.checked_add_days(Days::new(1)).unwrap_or(period.fine);
        let limit = self.months * 1000;
        (
            self.position(period.inizio).clamp(0, limit),
            self.position(after).clamp(0, limit),
        )
    }

    fn position(self, day: Giorno) -> i32 {
        let done = (day.day0() * 1000 / days_in_month(day)) as i32;
        (month_of(day) - self.first) * 1000 + done
    }
}

/// The rows of a chart.
#[derive(Clone, Debug)]
pub struct Rows {
    scale: Scale,
    /// What every row begins with: the months.
    begin: String,
}

impl Rows {
    /// One row: planned as an outline, actual as a filled bar inside it, the planned end as a tick. Thousandths of a
    /// month are the unit, so that a day has its place.
    #[must_use]
    pub fn row(&self, planned: Option<Periodo>, actual: Option<Periodo>) -> String {
        let mut svg = String::with_capacity(self.begin.len() + 192);
        svg.push_str(&self.begin);
        if let Some(period) = planned {
            let (from, to) = self.scale.place(period);
            push(&mut svg, r#"<rect class="previsto" x=""#, from);
            push(&mut svg, r#"" y="3" width=""#, to - from);
            push(&mut svg, r#"" height="14"/><path class="scadenza" d="M"#, to);
            push(&mut svg, " 0V", HEIGHT);
            svg.push_str("\"/>");
        }
        if let Some(period) = actual {
            let (from, to) = self.scale.place(period);
            push(&mut svg, r#"<rect class="effettivo" x=""#, from);
            push(&mut svg, r#"" y="7" width=""#, to - from);
            svg.push_str(r#"" height="6"/>"#);
        }
        svg.push_str("</svg>");
        svg
    }
}

/// Appends a number behind what leads to it.
fn push(svg: &mut String, before: &str, number: i32) {
    svg.push_str(before);
    push_integer(svg, number);
}

fn month_of(day: Giorno) -> i32 {
    day.year() * 12 + day.month0() as i32
}

fn days_in_month(day: Giorno) -> u32 {
    let (year, month) = match day.month() {
        12 => (day.year() + 1, 1),
        month => (day.year(), month + 1),
    };
    NaiveDate::from_ymd_opt(year, month, 1)
        .and_then(|next| next.pred_opt())
        .map_or(31, |last| last.day())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn period(from: (i32, u32, u32), to: (i32, u32, u32)) -> Periodo {
        let day = |(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        Periodo {
            inizio: day(from),
            fine: day(to),
        }
    }

    #[test]
    fn a_year_has_twelve_labels_and_a_bar_to_the_day() {
        let year = period((2023, 1, 1), (2023, 12, 31));
        let scale = Scale::covering([year].into_iter()).unwrap();
        assert_eq!(scale.ticks().len(), 12);
        assert_eq!(scale.place(year), (0, 12_000));
        assert_eq!(scale.place(period((2023, 2, 15), (2023, 4, 30))), (1_500, 4_000));
    }

    #[test]
    fn long_scales_are_labelled_by_quarters_and_years() {
        let quarters = Scale::covering([period((2020, 5, 20), (2023, 9, 30))].into_iter()).unwrap();
        let first = &quarters.ticks()[0];
        assert_eq!((first.year, first.month, first.months), (2020, 5, 2));
        let years = Scale::covering([period((2018, 1, 1), (2027, 12, 31))].into_iter()).unwrap();
        assert_eq!(years.ticks().len(), 10);
    }

    proptest! {
        #[test]
        fn labels_sum_up_and_bars_stay_inside(start in 700_000_i32..740_000, length in 0_i32..4_000) {
            let inizio = NaiveDate::from_num_days_from_ce_opt(start).unwrap();
            let fine = NaiveDate::from_num_days_from_ce_opt(start + length).unwrap();
            let whole = Periodo { inizio, fine };
            let scale = Scale::covering([whole].into_iter()).unwrap();
            let labelled: u32 = scale.ticks().iter().map(|tick| tick.months).sum();
            prop_assert_eq!(labelled as i32, scale.months);
            let (from, to) = scale.place(whole);
            prop_assert!(0 <= from && from < to && to <= scale.months * 1000);
        }
    }
}
