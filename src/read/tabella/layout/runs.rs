/// Rows or columns of a sheet, from 0, joined where one follows the other.
#[derive(Debug, Default)]
pub(super) struct Runs(Vec<(u32, u32)>);

impl Runs {
    /// Adds `count` of them from `first` on.
    pub(super) fn push(&mut self, first: u32, count: u32) {
        let last = first.saturating_add(count.saturating_sub(1));
        match self.0.last_mut() {
            Some(run) if (run.0..=run.1.saturating_add(1)).contains(&first) => run.1 = run.1.max(last),
            _ => self.0.push((first, last)),
        }
    }

    /// Puts them in order, if a file does not say them so.
    pub(super) fn settle(&mut self) {
        let mut runs = std::mem::take(&mut self.0);
        runs.sort_unstable();
        for (first, last) in runs {
            self.push(first, (last - first).saturating_add(1));
        }
    }

    /// The first and last of those that `at` stands among, without a gap.
    pub(super) fn around(&self, at: u32) -> Option<(u32, u32)> {
        let above = self.0.partition_point(|run| run.0 <= at);
        let run = *self.0.get(above.checked_sub(1)?)?;
        (at <= run.1).then_some(run)
    }
}

#[cfg(test)]
mod tests {
    use super::Runs;

    #[test]
    fn what_follows_is_one_run() {
        let mut runs = Runs::default();
        for (first, count) in [(9, 1), (1, 1), (2, 3), (11, u32::MAX)] {
            runs.push(first, count);
        }
        runs.settle();
        let around = [0, 1, 4, 5, 9, 10, 70].map(|at| runs.around(at));
        let (low, nine, high) = (Some((1, 4)), Some((9, 9)), Some((11, u32::MAX)));
        assert_eq!(around, [None, low, low, None, nine, None, high]);
    }
}
