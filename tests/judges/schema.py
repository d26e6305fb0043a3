"""Front matter and settings of this repository, of the manual and of the examples against the schemas of `vetrina schema`.

Usage: schema.py <vetrina> <work folder>
"""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import yaml

ROOT = Path(__file__).resolve().parents[2]


class Loader(yaml.SafeLoader):
    """YAML as an editor reads it: days are text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def front_matter(path):
    parts = path.read_text(encoding="utf-8").split("---\n", 2)
    return parts[1] if len(parts) == 3 and parts[0] == "" else ""


def findings(schemas, name, text, path):
    told = yaml.load(text, Loader) or {}
    for error in schemas[name].iter_errors(told):
        yield f"{path}: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}"


def judge(site, schemas):
    yield from findings(schemas, "vetrina", (site / "vetrina.yaml").read_text(encoding="utf-8"), site / "vetrina.yaml")
    for path in sorted((site / "content").rglob("*.md")):
        yield from findings(schemas, "contenuto", front_matter(path), path)


def main(vetrina, work):
    work = Path(work)
    written = subprocess.run([vetrina, "schema", "--write", work / "schemi"], check=True, capture_output=True, text=True)
    schemas = {}
    for path in map(Path, written.stdout.split()):
        schema = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.Draft7Validator.check_schema(schema)
        schemas[path.stem] = jsonschema.Draft7Validator(schema)
    examples = sorted((ROOT / "src/cli/new/examples").iterdir())
    found = [line for site in [ROOT, ROOT / "docs/manuale", *examples] for line in judge(site, schemas)]
    wrong = "type: obiettivo\ntitle: x\nfasi:\n  - nme: Gara\n"
    if not any("nme" in line for line in findings(schemas, "contenuto", wrong, Path("prova"))):
        found.append("a misspelt key passes")
    print("\n".join(found))
    return 1 if found else 0


sys.exit(main(*sys.argv[1:]))
