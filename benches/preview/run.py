"""Edits of an authored plan until the preview shows them, over HTTP: latency, quiet time included, and memory.

Usage: python3 benches/preview/run.py [objectives ...]   (this repository's site, which is 0, 1000 and 10000 unless told)

Three kinds of edits: a text, looked for on its own page; a title, looked for on its page, in the list of its unit, in
the deadlines of its month, in the table of all objectives and in its data; a template that all pages share, looked for
on the page that is open. Of this repository's site the first plan is edited; its title is looked for on its page, in the
list of plans and in their table.

Needs a release build (`cargo build --release`). Sites stand on /dev/shm so that the disk is not what is measured; only
the loopback is used. A round ends after its edits or SECONDS seconds, whichever comes first.
"""

import itertools
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benches/site"))

import make  # noqa: E402

TEXTS = 1_000
OTHERS = 25
SECONDS = 240
PATIENCE = 30


def served(address):
    """The bytes of a page; none while it cannot be had."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as page:
            return page.read()
    except (urllib.error.URLError, ConnectionError):
        return b""


def fetch(address):
    """A page as text; empty while it cannot be had."""
    return served(address).decode("utf-8")


def wait_for(addresses, words):
    """Seconds until all pages hold these words."""
    start, looked_for = time.perf_counter(), words.encode("utf-8")
    for address in addresses:
        while looked_for not in served(address):
            if time.perf_counter() - start > PATIENCE:
                sys.exit(f"{address} never showed {words!r}")
            time.sleep(0.002)
    return time.perf_counter() - start


def memory(process):
    """Resident MiB of a process at rest."""
    at_rest(process)
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def at_rest(process):
    """Waits until a process has used no CPU for a second: what it does behind is done."""
    def ticks():
        """CPU time in clock ticks, user and system."""
        fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])

    before = None
    while before != (before := ticks()):
        time.sleep(1)


def start(folder):
    """Starts the preview; answers with its process and its address."""
    command = [str(ROOT / "target/release/vetrina"), "serve", "--date", "2025-06-01", "--port", "18200"]
    process = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True)
    for line in process.stderr:
        found = re.search(r"http://[^/\s]+", line)
        if found:
            break
    else:
        sys.exit("the preview did not start")
    # What it says later is not read: a thread keeps the pipe empty.
    threading.Thread(target=process.stderr.read, daemon=True).start()
    return process, found[0]


def page_of(address, number):
    """The address of the page of one objective, from the site map."""
    site_map = ""
    while not site_map:
        site_map = fetch(f"{address}/sitemap.xml")
    return re.search(rf"<loc>([^<]*/o{number}/)</loc>", site_map)[1]


def holders(address, page, facts):
    """What shows the title of an objective: its page and its data, its unit, its month of deadlines, the table."""
    plan = f"{address}/piani/peg-2025"
    unit = f"{plan}/u{facts['number'] % make.UNITS}/"
    month = part_with(f"{plan}/scadenze/{facts['phases'][0][2][:7]}/", facts["title"])
    return [page, f"{page}dati.json", unit, month, f"{address}/dati/obiettivi.csv"]


def part_with(address, words):
    """The part of a list in pages that holds these words."""
    parts = (address if number == 1 else f"{address}pagina/{number}/" for number in itertools.count(1))
    shown = itertools.takewhile(lambda part: part[1], ((part, fetch(part)) for part in parts))
    return next(part for part, text in shown if words in text)


def of_an_objective(folder, address, count):
    """Edits of the objective in the middle of a plan."""
    number = count // 2
    facts, page = make.objective(number), page_of(address, number)
    shown_on = holders(address, page, {**facts, "number": number})
    return Edits(folder, f"content/piani/peg-2025/obiettivi/o{number}.md", facts["title"], shown_on)


def of_this_site(folder, address, _):
    """Edits of the first plan of this repository's site: what stands below its document, and its title."""
    section = sorted(folder.glob("content/piani/*/_index.md"))[0]
    title = re.search(r"^title: (.+)$", section.read_text(encoding="utf-8"), re.MULTILINE)[1]
    page = f"{address}/piani/{section.parent.name}/"
    return Edits(folder, section.relative_to(folder), title, [page, f"{address}/piani/", f"{address}/dati/piani.csv"])


class Edits:
    """One file and a template, edited again and again. The first of the pages that show its title is its own."""

    def __init__(self, folder, path, title, shown_on):
        self.file = folder / path
        self.template = folder / "themes/prova/templates/parts/footer.html"
        self.original = self.file.read_text(encoding="utf-8")
        self.title, self.holders, self.page = title, shown_on, shown_on[0]

    def text(self, turn):
        """Adds a sentence; seconds until the page shows it."""
        words = f"Modifica numero {turn:06}."
        self.file.write_text(f"{self.original}\n{words}\n", encoding="utf-8")
        return wait_for([self.page], words)

    def name(self, turn):
        """Gives another title; seconds until all that shows it does."""
        words = f"Titolo numero {turn:06}"
        self.file.write_text(self.original.replace(self.title, words), encoding="utf-8")
        return wait_for(self.holders, words)

    def shared(self, turn):
        """Changes the footer of all pages; seconds until the page that is open shows it."""
        words = f"Piede numero {turn:06}"
        self.template.write_text(f"<footer><p>{words}</p></footer>\n", encoding="utf-8")
        return wait_for([self.page], words)


def series(edit, count, after_ten=lambda: None):
    """Latencies of a series of edits."""
    latencies, begun = [], time.perf_counter()
    while len(latencies) < count and time.perf_counter() - begun < SECONDS:
        latencies.append(edit(len(latencies)))
        if len(latencies) == 10:
            after_ten()
    return latencies


def row(count, kind, latencies, *memories):
    """One line of the table."""
    cuts = statistics.quantiles(latencies, n=100)
    times = " | ".join(f"{cuts[at - 1] * 1000:.0f} ms" for at in (50, 90, 99))
    held = " | ".join(f"{mebibytes:.0f} MiB" for mebibytes in memories) or " | "
    name = f"{count:,}" if count else "this site"
    print(f"| {name} | {kind} | {len(latencies)} | {times} | {held} |", flush=True)


def measure(folder, edits_of, count):
    """Every kind of edit; for texts also the memory after 10 and after the last."""
    process, address = start(folder)
    try:
        edits = edits_of(folder, address, count)
        after_ten = []
        latencies = series(edits.text, TEXTS, lambda: after_ten.append(memory(process)))
        row(count, "text", latencies, *after_ten, memory(process))
        row(count, "title", series(edits.name, OTHERS))
        row(count, "template", series(edits.shared, OTHERS))
    finally:
        process.terminate()
        process.wait()


def with_theme(folder):
    """Gives a site a theme whose footer can be edited."""
    with (folder / "vetrina.yaml").open("a", encoding="utf-8") as settings:
        settings.write("theme: prova\n")
    (folder / "themes/prova/templates/parts").mkdir(parents=True)
    (folder / "themes/prova/theme.yaml").write_text("parent: vetrina\n", encoding="utf-8")
    (folder / "themes/prova/templates/parts/footer.html").write_text("<footer></footer>\n", encoding="utf-8")


def copy_of_this_site(folder):
    """This repository's site, to be edited."""
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "vetrina.yaml", folder)


def main():
    """Measures every size asked for, this repository's site as 0."""
    counts = [int(count) for count in sys.argv[1:]] or [0, 1_000, 10_000]
    print("| objectives | edit | edits | median | 90 % | 99 % | memory after 10 | after all |\n|---|---|---|---|---|---|---|---|")
    for count in counts:
        with tempfile.TemporaryDirectory(dir="/dev/shm") as root:
            folder = pathlib.Path(root)
            if count:
                make.make_vetrina(folder, count)
            else:
                copy_of_this_site(folder)
            with_theme(folder)
            measure(folder, of_an_objective if count else of_this_site, count)


main()
