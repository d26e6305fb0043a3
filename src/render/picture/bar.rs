use crate::model::Euro;

/// Width of a full bar, in SVG units.
const FULL: i64 = 100;

/// A bar as long as `amount` is of `largest`; empty for nothing or where there is nothing to compare with.
#[must_use]
pub fn amount_bar(amount: Euro, largest: Euro) -> String {
    if amount.0 <= 0 || largest.0 <= 0 {
        return String::new();
    }
    let thousandths = i128::from(amount.0) * i128::from(FULL) * 10 / i128::from(largest.0);
    let (whole, tenth) = (thousandths / 10, thousandths % 10);
    format!(
        r#"<svg class="importo" viewBox="0 0 {FULL} 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="{whole}.{tenth}" height="10"/></svg>"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_follows_the_share() {
        assert!(amount_bar(Euro(50), Euro(200)).contains(r#"width="25.0""#));
        assert!(amount_bar(Euro(200), Euro(200)).contains(r#"width="100.0""#));
        assert_eq!(amount_bar(Euro(0), Euro(200)), "");
        assert_eq!(amount_bar(Euro(5), Euro(0)), "");
    }
}
