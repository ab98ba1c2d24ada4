"""Lists of everybody in which a sign marks who came, or who did not, by what the paper says of it: "* = present"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.extractors.attendance.remarks import status_of_mark
from pipeline.extractors.attendance.sheet_day import legend_of
from pipeline.found import FoundPerson
from pipeline.paper import Line, Outline, Paragraph, Table, fold
from pipeline.record import Status
from pipeline.rules.match import Matcher

_SAYS = r"(?:denotes?|indicates?|means|shows|marks|signifies)"
_WHO = r"(?:(?:those|members|councillors|trustees|governors|people)\s+)?(?:who\s+)?(?:(?:were|was|is|are)\s+)?"
_MEANS = (
    rf"{_WHO}(?P<means>(?:not\s+)?(?:present|attend(?:ed|ing)|in\s+attendance)|attendance|absent|absence"
    r"|apologies(?:\s+\w+)?)(?=\s*(?:[).,;\]]|$))"
)
_LEGEND = re.compile(
    rf"(?P<sign>[*✓✔√†‡#+^])\)?\s*(?:[=:–-]\s*|{_SAYS}\s+){_MEANS}"
    rf"|[(\[]\s*(?P<bare>[*✓✔√†‡#+^])\s+{_MEANS.replace('?P<means>', '?P<told>')}"
    rf"|\ban\s+asterisk\s+{_SAYS}\s+{_MEANS.replace('?P<means>', '?P<starred>')}",
    re.IGNORECASE,
)
_FRONT = 4  # sections that may hold the list and its key


def signed(people: Sequence[FoundPerson], outline: Outline, matcher: Matcher) -> list[FoundPerson]:
    """The people of a paper, those of a list with signs with what the sign, or its lack, says of them."""
    lines = [*(fold(line.text) for line in _lines(outline)), *_rows(outline)]
    people = _lettered(people, legend_of(" ; ".join(lines), matcher))
    sign, means = next((told for text in lines if (told := _legend(text, matcher))), ("", None))
    listed = [person for person in people if person.status == "present" and " " in person.name]
    marked = {person.name for person in listed if _has(sign, person, lines)} if means is not None else set()
    if means is None or not 0 < len(marked) < len(listed):
        return list(people)
    others: Status = "absent" if means in ("present", "in_attendance") else "present"
    given: Status = "present" if means == "in_attendance" else means
    rule = next(person.evidence.rule for person in listed if person.name in marked)
    return [
        replace(person, status=given if person.name in marked else others)
        if person in listed and person.evidence.rule == rule
        else person
        for person in people
    ]


# "P", "Guides (P)": the letter that the brackets behind a name hold, and what stands before it.
_LETTER = re.compile(r"(?:(?P<capacity>.+?)\s*\()?(?P<letter>[A-Z][A-Za-z]{0,2})\)?")


def _lettered(people: Sequence[FoundPerson], legend: Mapping[str, Status]) -> list[FoundPerson]:
    """The people, those of a list with letters in brackets with what the paper's key says of theirs; most have one."""
    told = [_LETTER.fullmatch(person.capacity or "") for person in people]
    keyed = [one if one is not None and one["letter"] in legend else None for one in told]
    if sum(one is not None for one in keyed) * 2 <= len(people):
        return list(people)
    return [
        person if one is None else replace(person, status=legend[one["letter"]], capacity=one["capacity"])
        for person, one in zip(people, keyed, strict=True)
    ]


def is_legend(text: str) -> bool:
    """A line that says what a sign means, and nothing else."""
    return _LEGEND.match(text.strip(" ([")) is not None


def _legend(text: str, matcher: Matcher) -> tuple[str, Status] | None:
    """The sign that a line explains, and what it means."""
    found = _LEGEND.search(text)
    words = (found["means"] or found["told"] or found["starred"]) if found is not None else ""
    words = {"absence": "absent", "attendance": "present"}.get(words.lower(), words)
    means = status_of_mark(words, matcher) if words else None
    return (found["sign"] or found["bare"] or "*", means) if found is not None and means is not None else None


def _lines(outline: Outline) -> list[Line]:
    parts = [part for section in outline.sections[:_FRONT] for part in (section.heading, *section.body) if part]
    return [
        line
        for part in parts
        for line in (
            part.lines
            if isinstance(part, Paragraph)
            else (ln for row in part.rows for cell in row for ln in cell.lines)
        )
    ]


def _rows(outline: Outline) -> list[str]:
    """The rows of tables each as one line: the sign may have a column of its own."""
    tables = (part for section in outline.sections[:_FRONT] for part in section.body if isinstance(part, Table))
    return [fold(" ".join(cell.text for cell in row)) for table in tables for row in table.rows]


def _has(sign: str, person: FoundPerson, lines: Sequence[str]) -> bool:
    """Does the sign stand right before or behind somebody's name?"""
    name = re.escape(person.name)
    near = re.compile(rf"{re.escape(sign)}\s*(?:[A-Z]\w*\.?\s){{0,2}}{name}(?!\w)|(?<!\w){name}\s*{re.escape(sign)}")
    return any(near.search(line) for line in lines)
