"""Parts that a sentence counts, each with a task of its own."""

from __future__ import annotations

import re

Spans = list[tuple[int, int]]

_PARTS = re.compile(r"(?<!\S)\(?(?:[a-h]|[ivx]{1,4}|\d)\)\s+(?=(?:[Tt]hat|[Tt]o)\b)")


_NUMBERS = re.compile(r"(?<!\S)\(?(?P<number>\d{1,2})\)\s*(?=[A-Z])")


def _at_numbers(text: str, spans: Spans) -> Spans:
    """Sentences cut where a paragraph runs its own list together: "1) AB to ring the depot 2) Hedge. CD to cut it"."""
    marks = list(_NUMBERS.finditer(text))
    if len(marks) < 2 or [int(mark["number"]) for mark in marks] != list(range(1, len(marks) + 1)):
        return spans
    out: Spans = []
    for start, end in spans:
        inside = [mark for mark in marks if start <= mark.start() < end]
        starts = [start, *(mark.end() for mark in inside)]
        ends = [*(mark.start() for mark in inside), end]
        out += [(a, a + len(text[a:b].rstrip())) for a, b in zip(starts, ends, strict=True) if text[a:b].strip()]
    return out


def in_parts(text: str, spans: Spans) -> Spans:
    """Sentences cut into the parts that they count: "(a) that the map be kept, and (b) that the owner be told"."""
    spans = _at_numbers(text, spans)
    out: Spans = []
    for start, end in spans:
        marks = list(_PARTS.finditer(text, start, end))
        if len(marks) < 2:
            out.append((start, end))
            continue
        cuts = [mark.end() for mark in marks]
        ends = [*(mark.start() for mark in marks[1:]), end]
        out += [(a, a + len(text[a:b].rstrip(" ,;"))) for a, b in zip(cuts, ends, strict=True)]
    return out


_POINT = re.compile(r"\W*A\.?P\.?\s?\d[\d./-]*\W*")


def is_point(printed: str) -> bool:
    """ "AP 18.3": the number of an action point, wherever in the minutes it stands."""
    return _POINT.fullmatch(printed) is not None
