"""The attendance table: a row for each person, a column for each meeting."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from lxml import html
from lxml.html import builder as h

from pipeline.plain import safe
from pipeline.record import Status
from pipeline.roster.people import Person, Roster

MARKS: dict[Status, str] = {"present": "P", "apologies": "A", "absent": "-", "in_attendance": "I"}
KEY = "P present, A apologies, - not listed or absent, I in attendance; blank: outside the person's terms"
COUNTS = ("Present", "Apologies", "Absent", "In attendance", "Of meetings", "%")


def mark(person: Person, meeting: str) -> str:
    """What the table shows: P, A, - or I; "" for a meeting outside the terms where nothing is said."""
    status = person.marks.get(meeting)
    if status is not None:
        return MARKS[status]
    return MARKS["absent"] if person.role == "member" and meeting in person.meetings else ""


def counts(person: Person) -> tuple[str, ...]:
    """The last columns; what counts members only is "" for others."""
    member = person.role == "member"
    percent = person.percent
    return (
        str(person.count("present")),
        str(person.count("apologies")),
        str(person.silent) if member else "",
        str(person.count("in_attendance")),
        str(len(person.meetings)) if member else "",
        "" if percent is None else f"{percent:.0f}",
    )


def rows(roster: Roster) -> list[list[str]]:
    """The table with its head row."""
    head = ["Name", "Role", *(sitting.key for sitting in roster.sittings), *COUNTS]
    return [head, *(_row(person, roster) for person in roster.people if person.sightings)]


def _row(person: Person, roster: Roster) -> list[str]:
    return [person.name, person.role, *(mark(person, one.key) for one in roster.sittings), *counts(person)]


def as_csv(roster: Roster) -> str:
    """CSV; names and posts are safe for spreadsheets, which run what begins with = + - @."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([*map(safe, row[:2]), *row[2:]] for row in rows(roster))
    return out.getvalue()


def as_html(roster: Roster) -> str:
    """A web page that stands alone."""
    head, *body = rows(roster)
    title = f"Attendance: {roster.body}"
    page = h.HTML(
        h.HEAD(h.META(charset="utf-8"), h.TITLE(title), h.STYLE(_STYLE)),
        h.BODY(
            h.H1(title),
            h.P(KEY),
            h.TABLE(
                h.THEAD(h.TR(*(h.TH(cell, scope="col") for cell in head))),
                h.TBODY(*(h.TR(h.TH(row[0], scope="row"), *(h.TD(cell) for cell in row[1:])) for row in body)),
            ),
        ),
        lang="en-GB",
    )
    text: str = html.tostring(page, doctype="<!DOCTYPE html>", encoding="unicode", pretty_print=True)
    return text


_STYLE = """
body { font-family: sans-serif; margin: 1.5rem; }
table { border-collapse: collapse; font-size: 0.85rem; }
th, td { border: 1px solid #999; padding: 0.2rem 0.4rem; text-align: center; }
th[scope=row] { text-align: left; white-space: nowrap; }
thead th { vertical-align: bottom; }
"""


def as_json(roster: Roster) -> dict[str, object]:
    """The table for programs."""
    return {
        "body": roster.body,
        "meetings": [{"key": one.key, "date": one.day, "records": list(one.records)} for one in roster.sittings],
        "people": [
            {"name": person.name, "role": person.role, "marks": dict(person.marks), **_numbers(person)}
            for person in roster.people
            if person.sightings
        ],
    }


def _numbers(person: Person) -> dict[str, object]:
    percent = person.percent
    return {
        "present": person.count("present"),
        "apologies": person.count("apologies"),
        "absent": person.silent if person.role == "member" else None,
        "in_attendance": person.count("in_attendance"),
        "meetings": len(person.meetings) if person.role == "member" else None,
        "percent": None if percent is None else round(percent, 1),
    }


def roster_json(roster: Roster) -> dict[str, object]:
    """The roster for programs."""
    return {
        "body": roster.body,
        "slugs": list(roster.slugs),
        "people": [
            {
                "name": person.name,
                "variants": list(person.variants),
                "role": person.role,
                "typed": person.typed,
                "capacities": [
                    {"capacity": one.capacity, "from": one.first, "to": one.last, "meetings": one.meetings}
                    for one in person.holdings
                ],
                "terms": [
                    {"from": one.first, "to": one.last, "capacity": one.capacity, "typed": one.typed}
                    for one in person.terms
                ],
                **_numbers(person),
            }
            for person in roster.people
        ],
        "questions": [
            {
                "code": one.code,
                "message": one.message,
                "names": list(one.names),
                "places": [
                    {"record": s.record, "page": s.evidence.page, "line": s.evidence.line, "quote": s.evidence.quote}
                    for s in one.sightings
                ],
            }
            for one in roster.questions
        ],
        "undated": list(roster.undated),
    }


def widths(table: Sequence[Sequence[str]]) -> list[int]:
    """How wide each column is."""
    return [max(len(row[at]) for row in table) for at in range(len(table[0]))]
