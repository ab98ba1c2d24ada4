"""Lists of printed lines: bullets that a file gives as letters; how deep each entry stands, by how far it is set in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.layout.numbers import mark_of
from pipeline.paper import Cell, Line, Table

POINTS = 10.0  # that an inner list of a PDF is set in by at least: " 9." stands less before "10."

_LETTER = re.compile(r"[nqvx§üØ](?=\s[A-Z])")  # which a symbol font draws as a bullet, where a file tells only its code
FEWEST = 5  # sentences that open so
SAID = 5  # words that are no name behind a tick: "x Ann Box"


def with_bullets(flow: Iterable[Line | Table]) -> tuple[Line | Table, ...]:
    """The same flow; a letter that many sentences open with, "x The roof of the hall is mended", is their bullet."""
    parts = list(flow)
    texts = [line.text for part in parts for line in (part.lines if isinstance(part, Table) else (part,))]
    opened = Counter(text[0] for text in texts if _LETTER.match(text) and len(text.split()) > SAID)
    letters = {letter for letter, times in opened.items() if times >= FEWEST}

    def shown(line: Line) -> Line:
        bullet = line.text[:1] in letters and _LETTER.match(line.text) is not None
        return replace(line, text=f"•{line.text[1:]}") if bullet else line

    def in_cell(cell: Cell) -> Cell:
        return replace(cell, lines=tuple(map(shown, cell.lines)))

    if not letters:
        return tuple(parts)
    return tuple(
        shown(part)
        if isinstance(part, Line)
        else replace(part, rows=tuple(tuple(map(in_cell, row)) for row in part.rows))
        for part in parts
    )


def depths(places: Iterable[tuple[float, bool]], step: float) -> Iterator[int]:
    """For each line the number of lists that it stands in, 0 where it has no mark; a line that stands no further in
    than the outer list ends it.

    Args:
        places: how far each line is set in, and whether a number or bullet opens it.
        step: how much further an inner list is set in at least.
    """
    open_at: list[float] = []  # where the lists that are open begin
    for left, marked in places:
        if not marked:
            open_at = open_at if open_at and left > open_at[0] else []
            yield 0
            continue
        while len(open_at) > 1 and left <= open_at[-1] - step:
            open_at.pop()
        if not open_at or left <= open_at[0] - step:
            open_at = [left]
        elif left >= open_at[-1] + step:
            open_at.append(left)
        yield len(open_at)


def with_depths(flow: Iterable[Line | Table]) -> tuple[Line | Table, ...]:
    """A flow of lines with places on pages; each knows how many lists it stands in."""
    parts = list(flow)
    body = [n for n, part in enumerate(parts) if isinstance(part, Line) and part.role == "body" and part.box]
    lines = [part for n in body if isinstance(part := parts[n], Line)]
    for n, line, depth in zip(body, lines, depths(map(_place, lines), POINTS), strict=True):
        if depth:
            parts[n] = replace(line, depth=depth)
    return tuple(parts)


def _place(line: Line) -> tuple[float, bool]:
    return line.box[0] if line.box else 0.0, mark_of(line.text) is not None
