"""Reads what leaves an edition with programs that know nothing of it, and prints what they read as JSON.

Usage: readers.py FOLDER. The folder holds calendar.ics, feed.xml, graph.ttl, dcat.ttl, linked-data.jsonl and csv/.
"""

import csv
import json
import sys
from pathlib import Path

import feedparser
import icalendar
import rdflib

folder = Path(sys.argv[1])


def events():
    calendar = icalendar.Calendar.from_ical((folder / "calendar.ics").read_bytes())
    return [
        {
            "uid": str(event["UID"]),
            "summary": str(event["SUMMARY"]),
            "start": event["DTSTART"].dt.isoformat(),
            "faults": [str(fault) for fault in event.errors],
        }
        for event in calendar.walk("VEVENT")
    ]


def feed():
    read = feedparser.parse((folder / "feed.xml").read_bytes())
    return {
        "version": read.version,
        "fault": str(read.bozo_exception) if read.bozo else None,
        "title": read.feed.get("title"),
        "entries": [
            {"id": one.get("id"), "title": one.get("title"), "link": one.get("link"), "updated": one.get("updated")}
            for one in read.entries
        ],
    }


def graph(name):
    read = rdflib.Graph()
    read.parse(folder / name, format="turtle", publicID="https://archive.example/")
    return len(read)


def linked_data():
    """Types and names of each block; the vocabulary is named here, as nothing is fetched."""
    schema = rdflib.Namespace("https://schema.org/")
    found = []
    for line in (folder / "linked-data.jsonl").read_text("utf-8").splitlines():
        data = json.loads(line)
        assert data["@context"] == "https://schema.org"
        data["@context"] = {"@vocab": str(schema), "url": {"@type": "@id"}}
        read = rdflib.Graph()
        read.parse(data=json.dumps(data), format="json-ld", base="https://archive.example/")
        subject = rdflib.URIRef(data["@id"])
        found.append(
            {
                "id": str(subject),
                "types": sorted(str(one).removeprefix(str(schema)) for one in read.objects(subject, rdflib.RDF.type)),
                "names": [str(one) for one in read.objects(subject, schema.name)],
            }
        )
    return found


def tables():
    package = json.loads((folder / "csv/datapackage.json").read_text("utf-8"))
    found = {}
    for resource in package["resources"]:
        with open(folder / "csv" / resource["path"], encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, strict=True))
        fields = [field["name"] for field in resource["schema"]["fields"]]
        found[resource["name"]] = {
            "rows": len(rows) - 1,
            "header": rows[0] == fields,
            "even": all(len(row) == len(fields) for row in rows),
        }
    return found


print(
    json.dumps(
        {
            "events": events(),
            "feed": feed(),
            "graph": graph("graph.ttl"),
            "dcat": graph("dcat.ttl"),
            "linkedData": linked_data(),
            "tables": tables(),
        }
    )
)
