//! The filters that templates may use. All are pure: they see their value and the locale, nothing else.

use chrono::NaiveDate;
use tera::{Filter, Kwargs, State, Tera, TeraResult, Value};

use super::format::{DayStyle, Locale};
use super::markdown;

/// Registers every filter. Must happen before templates are added.
pub(super) fn register(tera: &mut Tera, locale: &'static Locale) {
    tera.register_filter("data", day_filter(locale, DayStyle::Plain));
    tera.register_filter("data_breve", day_filter(locale, DayStyle::Short));
    tera.register_filter("data_giorno", day_filter(locale, DayStyle::Weekday));
    tera.register_filter("mese", move |day: &str, _: Kwargs, _: &State| {
        Ok::<_, tera::Error>(locale.month(parse(day)?))
    });
    tera.register_filter("periodo", move |first: &str, args: Kwargs, _: &State| {
        period(locale, first, &args)
    });
    tera.register_filter("numero", move |number: Value, _: Kwargs, _: &State| {
        locale.number(&number.to_string())
    });
    tera.register_filter("euro", move |amount: &str, _: Kwargs, _: &State| locale.euro(amount));
    tera.register_filter("percento", move |share: &str, _: Kwargs, _: &State| {
        locale.percentage(share)
    });
    tera.register_filter("peso", move |bytes: u64, _: Kwargs, _: &State| locale.size(bytes));
    tera.register_filter("conta", move |count: u64, args: Kwargs, _: &State| {
        counted(locale, count, &args)
    });
    tera.register_filter("markdown", Markdown);
}

fn day_filter(locale: &'static Locale, style: DayStyle) -> impl Fn(&str, Kwargs, &State) -> TeraResult<String> {
    move |day: &str, _: Kwargs, _: &State| Ok(locale.day(parse(day)?, style))
}

/// `{{ inizio | periodo(fine=fine) }}`.
fn period(locale: &Locale, first: &str, args: &Kwargs) -> TeraResult<String> {
    Ok(locale.period(parse(first)?, parse(args.must_get("fine")?)?))
}

/// `{{ 17 | conta(uno="scheda", molti="schede") }}`: `17 schede`.
fn counted(locale: &Locale, count: u64, args: &Kwargs) -> TeraResult<String> {
    let word: &str = args.must_get(if count == 1 { "uno" } else { "molti" })?;
    Ok(format!("{}\u{a0}{word}", locale.number(&count.to_string())))
}

fn parse(day: &str) -> TeraResult<NaiveDate> {
    day.parse()
        .map_err(|_| tera::Error::message(format!("`{day}` is not a day (YYYY-MM-DD)")))
}

/// Markdown as safe HTML. `titoli` says the level of the topmost heading, 2 unless told.
struct Markdown;

impl Filter<&str, TeraResult<String>> for Markdown {
    fn call(&self, text: &str, args: Kwargs, _: &State) -> TeraResult<String> {
        let top = args.get::<u64>("titoli")?.unwrap_or(2);
        Ok(markdown::to_html(text, top as usize))
    }

    fn is_safe(&self) -> bool {
        true
    }
}
