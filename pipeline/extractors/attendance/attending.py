"""Who was there by what a sentence says: "Apologies were received from Ann Reed", "Sam Ash took the chair"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import cast

from pipeline.extractors.attendance.gather import GUESTS
from pipeline.extractors.attendance.labels import Label
from pipeline.extractors.attendance.roll import read_roll
from pipeline.extractors.attendance.standing import standings
from pipeline.extractors.names import read_name
from pipeline.found import FoundPerson
from pipeline.layout.sentences import sentences
from pipeline.paper import Paragraph
from pipeline.record import Status
from pipeline.rules.match import Matcher


def said_there(paragraph: Paragraph, matcher: Matcher) -> Iterator[list[FoundPerson]]:
    """People whom a paragraph's sentences name: apologies received from them, in attendance, in the chair."""
    spans = sentences(paragraph.text)
    for place, (start, end) in enumerate(spans):
        for found in matcher.find("attendance", paragraph.text[start:end], part="text"):
            if "people" not in found.spans:
                continue
            a, b = found.spans["people"]
            if b == len(paragraph.text[start:end].rstrip()) and paragraph.text[start : start + b].endswith(";"):
                b = _list_end(paragraph.text, spans[place + 1 :], start + b, matcher) - start
            label = Label(cast(Status, found.get("status")), found.get("capacity") or None, found.rule.id)
            people = named(paragraph, start + a, start + b, label, matcher)
            yield [one for one in people if " " in one.name] if label.rule == _CAME_FOR else people


_CAME_FOR = "attendance-came-for"  # of a surname alone it does not tell whether a guest or a member has it
_WHO = re.compile(r",\s(?:who|whose)\s[^,;.]*")  # "Ann Box, who was replaced by Bo Holt, and Cy Elm"


def _list_end(text: str, spans: Sequence[tuple[int, int]], end: int, matcher: Matcher) -> int:
    """Where a list ends that semicolons part: behind the last span that opens with a person and tells nothing."""
    for start, stop in spans:
        part = text[start:stop]
        if not text[:end].rstrip().endswith(";") or read_name(part) is None:
            break
        if matcher.first("attendance", _WHO.sub("", part), part="prose") is not None:
            break
        end = stop
    return end


def named(paragraph: Paragraph, start: int, end: int, label: Label, matcher: Matcher) -> list[FoundPerson]:
    """The people of a part of a paragraph, offsets in its text, with the label's status and post."""
    text = paragraph.text[start:end]
    for at in paragraph.starts:
        if 1 < at - start <= len(text) and text[at - start - 2 : at - start] == "- ":
            text = f"{text[: at - start - 1]}\n{text[at - start :]}"  # "Vane-" / "Mullins"
    out = []
    entries = read_roll(text, matcher, sentence=True, alone=True).entries
    for entry, status in zip(entries, standings(entries, label.status), strict=True):
        opens = entry.start + len(text[entry.start :]) - len(text[entry.start :].lstrip(" ,"))
        rule = GUESTS if entry.guest else label.rule
        evidence = paragraph.evidence(start + opens, start + entry.end, rule=rule)
        capacity = entry.capacity or label.capacity
        out.append(FoundPerson(entry.name.text, status, evidence, capacity, entry.initials))
    return out
