use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use tera::{Context, Tera};

use super::*;
use crate::diag::Language;
use crate::render::filter::{self, Markdown};
use crate::render::format::Locale;
use crate::render::theme::{Form, Theme};

const PAGE: &str = r#"{
    "page": {"title": "L'<uno>", "url": "/", "niente": null, "vuota": "", "lista": [], "no": false},
    "righe": [{"n": 1, "s": "a&b", "d": "2024-09-05"}, {"n": 0, "s": "", "d": "2024-12-31", "sotto": [1, 2]}],
    "tipo": "uno",
    "frazione": 0.5
}"#;

/// These templates as Tera has them, or why it has not.
fn compiled(templates: &[(&str, &str)]) -> tera::TeraResult<Tera> {
    let mut tera = Tera::new();
    tera.autoescape_on([".html"]);
    filter::register(&mut tera, Locale::of(Language::It), Markdown::default());
    tera.set_fallback_prefixes(["mio/", "base/"])?;
    tera.add_raw_templates(templates.iter().copied())?;
    Ok(tera)
}

/// A page of these templates as a plate prints it and as Tera makes it; the first is what is asked for.
fn both(templates: &[(&str, &str)]) -> (Option<String>, Option<String>) {
    let (page, fixed): (Value, _) = (serde_json::from_str(PAGE).unwrap(), fixed());
    let (locale, tera) = (Locale::of(Language::It), compiled(templates).unwrap());
    let mut context = Context::from_serialize(&page).unwrap();
    context.extend(Context::from_serialize(&fixed).unwrap());
    context.insert_value("header", tera::Value::safe_string("<header>"));
    let rendered = tera.render("x.html", &context).ok();
    let texts = templates
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    let texts = texts.collect();
    let prefixes = ["mio/".to_owned(), "base/".to_owned()];
    let fixed = Tree::of(&fixed).unwrap();
    let plate = Plate::cut(Stock::new(&texts, &prefixes), &fixed, "x.html");
    let filters = Filters {
        locale,
        markdown: Markdown::default(),
    };
    let around = Around {
        header: "<header>",
        footer: "",
    };
    let print = |plate: Plate| plate.print(&filters, &fixed, &Tree::of(&page)?, around);
    (plate.and_then(print), rendered)
}

/// What is the same on every page of the tests.
fn fixed() -> Value {
    json!({
        "site": {"title": "Il sito", "facts": null, "lingua": "it", "dati": [{"a": "x"}]},
        "t": {"g": {"uno": "Uno & due", "due": "due", "vuota": ""}},
    })
}

/// Says that both make the same page of a template, beside which these others stand.
fn same(text: &str, others: &[(&str, &str)]) {
    let templates = [&[("base/x.html", text)], others].concat();
    let (printed, rendered) = both(&templates);
    assert!(printed.is_some(), "no plate prints {text}");
    assert_eq!(printed, rendered, "{text}");
}

#[test]
fn a_plate_prints_what_tera_makes() {
    for text in [
        "<b>{{ page.title }}</b> {{ page.niente }}{{ page.no }}{{ tipo }} {{ header }}{{ 3 }}",
        "{{ t.g.uno }}{{ t.g[tipo] }}{{ t[\"g\"].due }}{{ site.title }}{{ site.dati[0].a }}",
        "{% if site.facts %}a{% elif page.lista %}b{% elif tipo == \"uno\" %}c{% else %}d{% endif %}",
        "{% if page.niente or page.vuota or not page.no and tipo %}a{% endif %}{{ page.vuota or tipo }}",
        "{% for r in righe %}{{ loop.index }}{{ loop.index0 }}{% if not loop.last %}, {% endif %}{{ r.n }}{{ r.s }}{% endfor %}",
        "{% for r in righe %}{% if r.sotto %}{% for r in r.sotto %}{{ r }}{{ loop.first }}{% endfor %}{% endif %}{{ r.s }}{% endfor %}",
        "{% for r in righe -%} {% if r.n %}{% set x = r.s %}{% endif %}{% if x is defined %}{{ x }}{% else %}-{% endif %} {%- endfor %}",
        "{% set x = tipo %}{% for r in righe %}{{ x }}{% set x = r.n %}{{ x }}{% endfor %}{{ x }}",
        "{% if tipo %}{% set t = page %}{% endif %}{{ t.title }}{% if page.no %}{% set site = 1 %}{% endif %}{{ site.title }}",
        "{{ righe[0].d | data }} {{ righe[0].d | periodo(fine=righe[1].d) }} {{ 2 | conta(uno=t.g.uno, molti=t.g.due) }}",
        "{{ righe | length }}{{ tipo | truncate(length=2, end=\"\") }}{{ page.title | safe }}{{ page.lista | join(sep=\"-\") }}",
        "{{ page.title | markdown(titoli=3) }}{{ 1234 | numero }}{{ \"7\" | euro }}{{ \"5\" | percento }}{{ 2048 | peso }}",
        "{% if righe[1].n + 1 == 1 and 2 > 1 and 1 <= 1 %}{{ tipo ~ \"<\" ~ 1 }}{% endif %}{# no #}",
        "{% for x in page.lista %}{{ x }}{% else %}niente{% endfor %}{% for x in righe %}{{ x.n }}{% else %}no{% endfor %}",
    ] {
        same(text, &[]);
    }
}

#[test]
fn blocks_stand_where_the_uppermost_layer_says() {
    let base = (
        "base/b.html",
        "<{% block a %}1{% block c %}c{% endblock %}{% endblock a %}{% set z = 2 %}{% block d %}{% endblock %}>",
    );
    let above = (
        "mio/m.html",
        "{% extends \"base/b.html\" %}{% block a %}m{{ super() }}{% endblock %}",
    );
    same(
        "{% extends \"m.html\" %}{% block c %}{{ tipo }}{{ super() }}{% endblock %}{% block d %}{{ z }}{% endblock %}",
        &[base, above],
    );
    same(
        "{% extends \"b.html\" %}{% block a %}x{% endblock %}",
        &[base, ("mio/b.html", "{% block a %}{% endblock %}!")],
    );
}

#[test]
fn what_is_included_or_called_makes_no_names_for_others() {
    let part = (
        "base/p.html",
        "{% if x is defined %}{{ x }}{% endif %}{% set x = 3 %}{{ x }}{{ r.s }}",
    );
    same(
        "{% for r in righe %}{% include \"p.html\" %}{% set x = 1 %}{% include \"p.html\" %}{{ x }}{% endfor %}",
        &[part],
    );
    let parts = (
        "base/components/c.html",
        "{% component a.b(r: map, l: string = \"h2\", t) %}<{{ l }}>{{ r.s }}{{ t.g.due }}{% if site is defined %}!{% endif \
         %}{% if r.sotto %}{{ <a.b r={r} t={t} /> }}{% endif %}{% endcomponent %}",
    );
    same("{% for r in righe %}{% if r.n %}{{ <a.b r={r} t={t} l=\"h3\" /> }}{% endif %}{% endfor %}", &[]
        .iter().copied().chain([("base/components/c.html", "{% component a.b(r: map, l: string = \"h2\", t) %}<{{ l }}>{{ r.s }}{{ t.g.due }}{% if site is defined %}!{% endif %}{% endcomponent %}")]).collect::<Vec<_>>());
    // One that calls itself is left to Tera.
    assert_eq!(
        both(&[("base/x.html", "{{ <a.b r={righe[0]} t={t} /> }}"), parts]).0,
        None
    );
}

#[test]
fn what_is_wrong_or_unknown_is_left_to_tera() {
    for text in [
        "{{ ignota }}",
        "{{ page.ignota }}",
        "{% if page.ignota.altra %}{% endif %}",
        "{{ righe }}",
        "{{ frazione }}",
        "{{ tipo | data }}",
        "{{ tipo | upper }}",
        "{% for k, v in page %}{{ k }}{% endfor %}",
        "{% for x in tipo %}{{ x }}{% endfor %}",
        "{% for x in page.niente %}{% endfor %}",
        "{{ 1 - 1 }}",
        "{% if loop %}{% endif %}",
        "{% set a = t.g.uno.x %}{{ a }}",
        "{% set t = t.g.uno %}{% set a = t.g.uno %}{{ a }}",
    ] {
        assert_eq!(both(&[("base/x.html", text)]).0, None, "{text}");
    }
}

#[test]
fn every_page_of_the_embedded_theme_has_a_plate() {
    let theme = Theme::load(None, &[], Language::It, Form::AsWritten).unwrap();
    let fixed = Tree::of(&fixed()).unwrap();
    let names = theme.templates.keys().filter(|name| !name.contains("/components/"));
    let missing: Vec<_> = names
        .filter(|name| Plate::cut(theme.stock(), &fixed, name).is_none())
        .collect();
    assert_eq!(missing, Vec::<&String>::new());
}

const PLAIN: [&str; 11] = [
    "tipo",
    "page.title",
    "page.niente",
    "page.vuota",
    "page.no",
    "righe[0].s",
    "t.g.uno",
    "t.g[tipo]",
    "site.dati[0].a",
    "header",
    "'<'",
];
const TEXTS: [&str; 5] = ["tipo", "page.title", "t.g.uno", "'<'", "righe[1].d"];
const FIGURES: [&str; 5] = ["0", "1", "righe[0].n", "righe | length", "page.lista | length"];
/// What may be missing, or is no plain value.
const DOUBTFUL: [&str; 8] = [
    "page.ignota",
    "righe",
    "righe[1].sotto",
    "frazione",
    "r",
    "r.s",
    "x",
    "page.lista",
];
const FILTERS: [&str; 8] = [
    "length",
    "safe",
    "truncate(length=2)",
    "join(sep='-')",
    "data",
    "numero",
    "markdown",
    "conta(uno=t.g.uno, molti='&')",
];

fn pair(a: &'static [&str], joints: &'static [&str]) -> impl Strategy<Value = String> {
    (select(a), select(joints), select(a)).prop_map(|(a, joint, b)| format!("{a} {joint} {b}"))
}

fn one(of: &'static [&str]) -> impl Strategy<Value = String> {
    select(of).prop_map(str::to_owned)
}

/// What templates write and ask for, for the greater part rightly.
fn expressions() -> BoxedStrategy<String> {
    let leaf = prop_oneof![
        16 => one(&PLAIN),
        4 => one(&FIGURES),
        4 => pair(&FIGURES, &["<", ">", "<=", ">=", "==", "!=", "+"]),
        4 => pair(&TEXTS, &["~", "==", "!="]),
        2 => one(&["x is defined", "page.ignota is not defined", "r is defined and r.n"]),
        1 => one(&DOUBTFUL),
    ];
    let deeper = leaf.prop_recursive(2, 4, 2, |inner| {
        prop_oneof![
            4 => (inner.clone(), select(&["and", "or"][..]), inner.clone()).prop_map(|(a, joint, b)| format!("{a} {joint} {b}")),
            2 => inner.clone().prop_map(|it| format!("not ({it})")),
            1 => (inner, select(&FILTERS[..])).prop_map(|(it, filter)| format!("({it}) | {filter}")),
        ]
    });
    deeper.boxed()
}

/// Parts without others in them. What only a loop or an earlier part makes is mostly asked for before it is written.
fn single() -> BoxedStrategy<String> {
    let known = select(&["x", "r.n", "r.s", "r.d"][..]);
    let single = prop_oneof![
        one(&[
            " ",
            "a",
            "<b>",
            "\n  è",
            "{# no #}",
            "{{- tipo -}}",
            "{% include \"p.html\" %}"
        ]),
        one(&["{% for r in righe %}{{ loop.index }}{{ loop.last }}{{ loop.length }}{% endfor %}"]),
        expressions().prop_map(|it| format!("{{{{ {it} }}}}")),
        known.prop_map(|it| format!("{{% if r is defined and x is defined %}}{{{{ {it} }}}}{{% endif %}}")),
        (select(&["x", "r", "tipo", "t"][..]), expressions())
            .prop_map(|(name, it)| format!("{{% set {name} = {it} %}}")),
        (select(&TEXTS[..])).prop_map(|it| format!("{{{{ <c.c testo={{{it}}} /> }}}}")),
    ];
    single.boxed()
}

/// Templates that say the kinds of things that plates print, in any order and depth.
fn templates() -> BoxedStrategy<String> {
    let tags = || (select(&["{%", "{%-"][..]), select(&["%}", "-%}"][..]));
    let lists = || select(&["righe", "page.lista", "site.dati"][..]);
    let whole = single().prop_recursive(4, 24, 4, move |inner| {
        let parts = || prop::collection::vec(inner.clone(), 0..4).prop_map(|parts| parts.concat());
        prop_oneof![
            2 => parts(),
            1 => (tags(), expressions(), parts(), parts()).prop_map(|((open, close), it, then, other)| {
                format!("{open} if {it} {close}{then}{open} else {close}{other}{open} endif {close}")
            }),
            1 => (tags(), lists(), parts(), parts()).prop_map(|((open, close), list, body, other)| {
                format!("{open} for r in {list} {close}{body}{open} else {close}{other}{open} endfor {close}")
            }),
        ]
    });
    whole.boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn no_template_is_printed_otherwise_than_tera_makes_it(text in templates()) {
        let part = ("base/p.html", "{% if x is defined %}{{ x }}{% endif %}{% set x = 3 %}{{ x }}");
        let component = (
            "base/components/c.html",
            "{% component c.c(testo: string = \"\") %}{% set x = testo %}<i>{{ x }}{{ testo }}</i>{% endcomponent %}",
        );
        let templates = [("base/x.html", text.as_str()), part, component];
        prop_assume!(compiled(&templates).is_ok());
        let (printed, rendered) = both(&templates);
        prop_assert!(printed.is_none() || printed == rendered, "{printed:?}, Tera: {rendered:?}");
    }
}
