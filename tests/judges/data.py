"""Judges of the data: the package by Frictionless, the calendars by an independent library and RFC 5545's line rules,
personal data by what must stand nowhere while the privacy policy is closed."""

import pathlib
import re
import sys

import icalendar
from frictionless import Package, system

# Italian mobile numbers: 3xx and six or seven digits, however they are grouped.
MOBILE = re.compile(rb"(?<![\d.,/_-])(?:\+39[ .-]?)?3[2-9]\d[ ./-]{0,3}\d{3}[ .-]?\d{3,4}(?![\d,])")


def package_findings(folder):
    """Findings of Frictionless on the data package, foreign keys included."""
    descriptor = folder / "dati" / "datapackage.json"
    with system.use_context(trusted=True):
        found = Package(str(descriptor)).validate()
    return [f"dati/datapackage.json {row}" for row in found.flatten(["title", "fieldName", "rowNumber", "note"])[:50]]


def calendar_findings(folder, path):
    """Findings on one calendar."""
    name = path.relative_to(folder)
    raw = path.read_bytes()
    lines = raw.split(b"\r\n")
    if b"\n" in raw.replace(b"\r\n", b""):
        yield f"{name} a line does not end with CRLF"
    if any(len(line) > 75 for line in lines):
        yield f"{name} a line is longer than 75 octets"
    events = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    uids = [str(event["UID"]) for event in events]
    if len(set(uids)) != len(uids):
        yield f"{name} two events share a UID"
    for event in events:
        if event["DTEND"].dt <= event["DTSTART"].dt:
            yield f"{name} an event ends before it starts: {event['UID']}"
        if "DTSTAMP" not in event:
            yield f"{name} an event has no DTSTAMP: {event['UID']}"


def privacy_findings(folder):
    """Mobile numbers anywhere in what is published."""
    text = {".html", ".csv", ".json", ".ics", ".txt", ".xml", ".md", ".js"}
    for path in sorted(folder.rglob("*")):
        if path.suffix in text and path.is_file() and "pagefind" not in path.parts:
            for match in MOBILE.finditer(path.read_bytes()):
                yield f"{path.relative_to(folder)} looks like a mobile number: {match.group().decode()}"


def main():
    """Judges the folder named on the command line."""
    folder = pathlib.Path(sys.argv[1])
    calendars = sorted(folder.rglob("*.ics"))
    findings = package_findings(folder)
    for path in calendars:
        findings.extend(calendar_findings(folder, path))
    findings.extend(privacy_findings(folder))
    for finding in findings:
        print(finding)
    failed = len({finding.split(" ")[0] for finding in findings})
    print(f"data: {len(calendars) + 2 - failed} passed, {failed} failed")
    sys.exit(1 if findings else 0)


main()
