"""Makes the same authored plan for vetrina and for Hugo: objectives with phases, indicators, people and two topics."""

import pathlib

TOPICS = ["ambiente", "digitale", "scuola", "sociale", "mobilita", "cultura", "lavoro", "casa", "sport", "bilancio"]
ROLES = ["Specialista tecnico", "Esperto amministrativo", "Funzionario", "Assistente", "Dirigente"]
UNITS = 40
TEXT = (
    "Il servizio raccoglie le richieste, le ordina per urgenza e pubblica ogni mese quante ne ha chiuse. "
    "Chi abita nel territorio sa così che cosa è stato fatto, che cosa manca e a chi rivolgersi. "
)


def objective(number):
    """The facts of one objective, the same for both generators."""
    month = number % 9 + 1
    return {
        "title": f"Obiettivo {number}: {TOPICS[number % 10]} e servizi di zona {number // 10}",
        "unit": f"Ufficio {number % UNITS}",
        "topics": sorted({TOPICS[number % 10], TOPICS[(number + 3) % 10]}),
        "phases": [
            (f"Fase {at + 1} dell'obiettivo {number}", f"2025-{month:02}-0{at + 1}", f"2025-{month + at % 3 + 1:02}-1{at}")
            for at in range(5)
        ],
        "indicators": [(f"Pratiche chiuse nel mese {at + 1} ({number})", f">= {number % 50 + at}") for at in range(5)],
        "people": [(ROLES[at], f"{at * 5 + 5} %") for at in range(5)],
        "text": "\n\n".join(TEXT for _ in range(3)),
    }


def front_matter(facts, role, phases, indicators, people):
    """YAML front matter of one objective with the key names of one generator."""
    lines = [f'title: "{facts["title"]}"', f'{role}: "{facts["unit"]}"']
    lines.append(f"{phases}:")
    for name, first, last in facts["phases"]:
        lines.append(f'  - {{nome: "{name}", inizio: {first}, fine: {last}}}')
    lines.append(f"{indicators}:")
    for text, target in facts["indicators"]:
        lines.append(f'  - {{testo: "{text}", valore_atteso: "{target}"}}')
    lines.append(f"{people}:")
    for person, effort in facts["people"]:
        lines.append(f'  - {{ruolo: "{person}", impegno_percentuale: "{effort}"}}')
    return lines


def write(path, text):
    """Writes a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def make_vetrina(root, count):
    """The site for vetrina."""
    write(
        root / "vetrina.yaml",
        "title: Prova\nbase_url: https://prova.example\nlanguage: it\nsearch: false\n"
        "taxonomies:\n  - {name: temi, title: Temi, feed: true}\n",
    )
    plan = root / "content/piani/peg-2025"
    write(plan / "_index.md", '---\ntype: piano\ntitle: "PEG 2025"\ntipo: peg\nente: Comune di Prova\ninizio: 2025-01-01\nfine: 2025-12-31\n---\n')
    for unit in range(UNITS):
        write(
            plan / f"unita/u{unit}.md",
            f'---\ntype: unita\ntitle: "Ufficio {unit}"\ncodice: U{unit}\ntipo: ufficio\npiano: peg-2025\nresponsabile: "Dirigente {unit}"\n---\n',
        )
    for number in range(count):
        facts = objective(number)
        lines = ["---", "type: obiettivo", "piano: peg-2025", "tipo: miglioramento"]
        lines += front_matter(facts, "unita", "fasi", "indicatori", "assegnazioni")
        lines += ["taxonomies:", f"  temi: [{', '.join(facts['topics'])}]", "---", facts["text"]]
        write(plan / f"obiettivi/o{number}.md", "\n".join(lines) + "\n")


LIST = (
    '<!doctype html><html lang="it"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1><ul>'
    '{{ range (.Paginate .Pages 100).Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>'
)
SINGLE = (
    '<!doctype html><html lang="it"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1>'
    "<p>{{ .Params.unit }}</p>{{ .Content }}<table>{{ range .Params.phases }}<tr><th>{{ .nome }}</th><td>{{ .inizio }}</td><td>{{ .fine }}</td></tr>{{ end }}</table>"
    "<table>{{ range .Params.indicators }}<tr><th>{{ .testo }}</th><td>{{ .valore_atteso }}</td></tr>{{ end }}</table>"
    "<table>{{ range .Params.people }}<tr><td>{{ .ruolo }}</td><td>{{ .impegno_percentuale }}</td></tr>{{ end }}</table>"
    '<ul>{{ range (.GetTerms "temi") }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>'
)


def make_hugo(root, count):
    """The like site for Hugo: single pages, paginated lists, a taxonomy with feeds, a site map."""
    write(root / "hugo.yaml", "baseURL: https://prova.example/\nlanguageCode: it\ntitle: Prova\ntaxonomies: {tema: temi}\ndisableKinds: [RSS]\n".replace("disableKinds: [RSS]\n", ""))
    write(root / "layouts/_default/single.html", SINGLE)
    write(root / "layouts/_default/list.html", LIST)
    write(root / "content/obiettivi/_index.md", "---\ntitle: Obiettivi\n---\n")
    for number in range(count):
        facts = objective(number)
        lines = ["---"] + front_matter(facts, "unit", "phases", "indicators", "people")
        lines += [f"temi: [{', '.join(facts['topics'])}]", "---", facts["text"]]
        write(root / f"content/obiettivi/o{number}.md", "\n".join(lines) + "\n")


def make(root, count):
    """Both sites below `root`; answers with their folders."""
    folders = {"vetrina": pathlib.Path(root) / "vetrina", "hugo": pathlib.Path(root) / "hugo"}
    make_vetrina(folders["vetrina"], count)
    make_hugo(folders["hugo"], count)
    return folders
