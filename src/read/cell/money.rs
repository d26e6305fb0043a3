use crate::model::{Euro, Percentuale};

/// Reads an amount in euro as Italians print it (`€ 1.234,56`, `178.103,20`, `642.050`) or as data hold it
/// (`1234.56`). Exact; nothing for anything else.
#[must_use]
pub fn parse_euro(text: &str) -> Option<Euro> {
    let number = without_currency(text.trim());
    parse_hundredths(number).map(Euro)
}

/// An amount without the sign or word of its currency, which stands on either side; nor the `-` or `=` that fills the
/// place of the cents.
fn without_currency(text: &str) -> &str {
    const NAMES: [&str; 3] = ["€", "euro", "eur"];
    let behind = |name: &&&str| {
        text.get(..name.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(name))
    };
    let text = NAMES.iter().find(behind).map_or(text, |name| &text[name.len()..]);
    let before = |name: &&&str| {
        let at = text.len().checked_sub(name.len());
        at.and_then(|at| text.get(at..))
            .is_some_and(|tail| tail.eq_ignore_ascii_case(name))
    };
    let text = NAMES
        .iter()
        .find(before)
        .map_or(text, |name| &text[..text.len() - name.len()]);
    let text = text.trim();
    text.strip_suffix(",-")
        .or_else(|| text.strip_suffix(",="))
        .unwrap_or(text)
}

/// Reads a share in per cent: `12,50 %`, `100%`, `0.5`. Exact to the hundredth; nothing for anything else.
#[must_use]
pub fn parse_percentage(text: &str) -> Option<Percentuale> {
    parse_hundredths(text.trim().trim_end_matches('%').trim()).map(Percentuale)
}

/// A decimal with at most two places, in hundredths. A comma is the decimal mark; a dot is one only where it cannot
/// part thousands.
fn parse_hundredths(number: &str) -> Option<i64> {
    let (negative, number) = match number.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, number),
    };
    let (whole, decimals) = split_decimals(number);
    let units: i64 = ungroup(whole)?.parse().ok()?;
    let hundredths = match decimals.len() {
        0 => 0,
        1 => decimals.parse::<i64>().ok()? * 10,
        2 => decimals.parse().ok()?,
        _ => return None,
    };
    let size = units.checked_mul(100)?.checked_add(hundredths)?;
    Some(if negative { -size } else { size })
}

fn split_decimals(number: &str) -> (&str, &str) {
    if let Some(parts) = number.split_once(',') {
        return parts;
    }
    match number.split_once('.') {
        Some((whole, decimals)) if decimals.len() <= 2 && !whole.is_empty() => (whole, decimals),
        _ => (number, ""),
    }
}

/// Digits without the dots or spaces that part thousands; nothing where these part anything else.
fn ungroup(whole: &str) -> Option<String> {
    let groups: Vec<&str> = whole.split(['.', ' ', '\u{a0}', '\u{202f}']).collect();
    let well_parted = groups.iter().skip(1).all(|group| group.len() == 3);
    let digits = groups.concat();
    (well_parted && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_as_printed_and_as_data() {
        for (text, cents) in [
            ("€ 4.555.500,00", 455_550_000),
            ("178.103,20", 17_810_320),
            ("1250.00", 125_000),
            ("642.050", 64_205_000),
            ("42.700 €", 4_270_000),
            ("0,00", 0),
            ("-3,5", -350),
            ("1.250,00 euro", 125_000),
            ("EUR 1.250,-", 125_000),
            ("Euro 1.250", 125_000),
        ] {
            assert_eq!(parse_euro(text), Some(Euro(cents)), "{text}");
        }
        for text in ["", "€", "1.23.456", "12,345", "sì", "1.2345,00"] {
            assert_eq!(parse_euro(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_the_open_data_print_is_read_back(cents in -1_000_000_000_000_i64..1_000_000_000_000) {
            prop_assert_eq!(parse_euro(&Euro(cents).to_string()), Some(Euro(cents)));
            prop_assert_eq!(parse_percentage(&Percentuale(cents).to_string()), Some(Percentuale(cents)));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC*") {
            let _ = parse_euro(&text);
        }
    }
}
