"""Parts that a sentence counts, each with a task of its own."""

from __future__ import annotations

import re

Spans = list[tuple[int, int]]

_PARTS = re.compile(r"(?<!\S)\(?(?:[a-h]|[ivx]{1,4}|\d)\)\s+(?=(?:[Tt]hat|[Tt]o)\b)")


def in_parts(text: str, spans: Spans) -> Spans:
    """Sentences cut into the parts that they count: "(a) that the map be kept, and (b) that the owner be told"."""
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
