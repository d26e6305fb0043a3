"""Edits of an authored plan until the preview shows them, over HTTP: latency, quiet time included, and memory.

Usage: python3 benches/preview/run.py [objectives ...]   (1000 and 10000 unless told)

Needs a release build (`cargo build --release`). Sites stand on /dev/shm so that the disk is not what is measured; only
the loopback is used. A round ends after EDITS edits or SECONDS seconds, whichever comes first.
"""

import pathlib
import re
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

EDITS = 1_000
SECONDS = 240
PATIENCE = 30


def fetch(address):
    """A page as text; empty while it cannot be had."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as page:
            return page.read().decode("utf-8")
    except (urllib.error.URLError, ConnectionError):
        return ""


def wait_for(address, words):
    """Seconds until the page holds these words."""
    start = time.perf_counter()
    while words not in fetch(address):
        if time.perf_counter() - start > PATIENCE:
            sys.exit(f"{address} never showed {words!r}")
        time.sleep(0.002)
    return time.perf_counter() - start


def memory(process):
    """Resident MiB of a process."""
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


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


def measure(folder, count):
    """Latencies of a series of edits, and the memory after 10 and after the last."""
    process, address = start(folder)
    try:
        file = folder / f"content/piani/peg-2025/obiettivi/o{count // 2}.md"
        original = file.read_text(encoding="utf-8")
        page = page_of(address, count // 2)
        latencies, after_ten, begun = [], 0.0, time.perf_counter()
        while len(latencies) < EDITS and time.perf_counter() - begun < SECONDS:
            words = f"Modifica numero {len(latencies):06}."
            file.write_text(f"{original}\n{words}\n", encoding="utf-8")
            latencies.append(wait_for(page, words))
            if len(latencies) == 10:
                after_ten = memory(process)
        return latencies, after_ten, memory(process)
    finally:
        process.terminate()
        process.wait()


def main():
    """Measures every size asked for."""
    counts = [int(count) for count in sys.argv[1:]] or [1_000, 10_000]
    print("| objectives | edits | median | 90 % | 99 % | memory after 10 | after all |\n|---|---|---|---|---|---|---|")
    for count in counts:
        with tempfile.TemporaryDirectory(dir="/dev/shm") as root:
            folder = pathlib.Path(root)
            make.make_vetrina(folder, count)
            latencies, after_ten, after_all = measure(folder, count)
            cuts = statistics.quantiles(latencies, n=100)
            times = " | ".join(f"{cuts[at - 1] * 1000:.0f} ms" for at in (50, 90, 99))
            print(f"| {count:,} | {len(latencies)} | {times} | {after_ten:.0f} MiB | {after_all:.0f} MiB |", flush=True)


main()
